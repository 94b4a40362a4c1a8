#!/usr/bin/env python3
"""Run, test or check TP Directory from a checkout. Needs Python 3.11 to 3.13 and nothing else.

    python3 packaging/dev.py run             open the window
    python3 packaging/dev.py run WORDS...    pass words to the program: run search "shelter Ottawa"
    python3 packaging/dev.py test            every check, then every test, then the coverage floors
    python3 packaging/dev.py test ARGS...    only pytest, with these arguments: test -k hours -x
    python3 packaging/dev.py check           only the static checks: style, types, layers, words
    python3 packaging/dev.py lock [ARGS...]  write the lock files again: lock --upgrade

The first time, it makes .venv beside pyproject.toml, installs the locked packages into it (a minute
or two), and, on Debian and Ubuntu as root, the system libraries that Qt needs and the Node that
`test` needs, to compare screening with ODK's own engine. After that it starts at once. The program
runs from the checkout, by PYTHONPATH: what you edit is what runs, and there is no installed copy to
go stale. `test` stops at the first step that fails, with its exit code.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path


def refusal(version: "tuple[int, int]") -> "str | None":
    """Return the sentence that turns this version of Python away, if any.

    Quoted types, and called before anything else runs: an older Python must get as far as this.
    """
    if (3, 11) <= version <= (3, 13):
        return None
    return "TP Directory needs Python 3.11, 3.12 or 3.13; this is Python {}.{}.".format(*version)


if __name__ == "__main__" and refusal(sys.version_info[:2]):
    sys.exit(refusal(sys.version_info[:2]))

import qt_libraries  # noqa: E402 (an older Python must first be told that it is too old)
import translations  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCKS = {"run": "packaging/requirements.lock", "test": "packaging/requirements-dev.lock"}
"""The two sets of packages: enough to run, and all of those plus the tools of `test`."""

ORACLE = ROOT / "tests" / "screening" / "oracle"
"""Where the Node packages of ODK's own engine go, which tests compare screening with."""

UV = "uv==0.13.9"  # writes the lock files, for every system and Python at once; pip cannot
LOCK_HEADER = "# Written by `python packaging/dev.py lock` from pyproject.toml. Do not edit.\n"

NO_DISPLAY = """\
There is no display here, so the window cannot open. A search in the terminal shows that the
program works. To go on: python3 packaging/dev.py run search "…", or … run --help, or start it
on a desktop.

Il n'y a pas d'affichage ici : la fenêtre ne peut pas s'ouvrir. Une recherche dans le terminal
montre que le programme fonctionne. Pour continuer : python3 packaging/dev.py run search "…",
ou … run --help, ou lancez-le sur un poste avec écran.
"""

STATIC_STEPS = (
    ("formatting", ["ruff", "format", "--check", "."]),
    ("style", ["ruff", "check", "."]),
    ("types", ["mypy"]),
    ("layers", ["lint-imports", "--no-logo"]),
    ("words in both languages", ["python", "packaging/translations.py", "check"]),
)
ON_ALL_CORES = ("-n", "auto", "--dist", "loadfile")  # a file's tests share what they prepare
COVERAGE = "coverage.json"
TEST_STEPS = (
    ("tests", ["pytest", *ON_ALL_CORES, "--cov", "--cov-report=", f"--cov-report=json:{COVERAGE}"]),
    ("coverage", ["python", "packaging/coverage_floor.py", COVERAGE]),
)


def say(sentence: str) -> None:
    """Tell what is going on, on stderr: stdout belongs to the program that is run."""
    print(sentence, file=sys.stderr, flush=True)


def call(command: list[str], *, quiet_stdout: bool = False) -> int:
    """Run a command in the caller's folder, with the checkout importable; return its exit code.

    `quiet_stdout` sends what it prints to stderr. A command ended by signal n gives 128 + n.
    """
    environment = dict(os.environ)
    paths = [str(ROOT), *filter(None, [environment.get("PYTHONPATH")])]
    environment["PYTHONPATH"] = os.pathsep.join(paths)
    code = subprocess.call(command, env=environment, stdout=sys.stderr if quiet_stdout else None)
    return code if code >= 0 else 128 - code


def must(command: list[str], sentence: str) -> None:
    """Run a step of the preparation; leave with its exit code and a sentence when it fails."""
    code = call(command, quiet_stdout=True)
    if code:
        say(sentence)
        sys.exit(code)


def program(name: str, venv: Path = VENV) -> str:
    """Return the path of a program of the environment: `python`, `ruff`..."""
    folder, suffix = ("Scripts", ".exe") if sys.platform == "win32" else ("bin", "")
    return str(venv / folder / (name + suffix))


def is_root() -> bool:
    """Whether this process may install system packages."""
    return sys.platform != "win32" and os.geteuid() == 0


def provide(packages: list[str], purpose: str) -> bool:
    """Install Debian packages through apt when root, else say how; return whether they came."""
    if shutil.which("apt-get") is None:
        say(f"Missing for {purpose}: what Debian calls {' '.join(packages)}.")
        return False
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if not is_root():
        say(f"Missing for {purpose}. Install it with:\n  sudo {' '.join(install)}")
        return False
    say(f"Installing for {purpose}, through apt-get: {' '.join(packages)}")
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    quiet = ["-qq", "-o=Dpkg::Use-Pty=0"]
    done = call(["apt-get", "update", "-qq"], quiet_stdout=True) == 0
    done = done and call([*install, *quiet], quiet_stdout=True) == 0
    if not done:
        say("apt-get could not do it; what it said is above.")
    return done


def provide_qt_libraries() -> bool:
    """See to what Qt needs from the system, and return whether it is there."""
    lacking = qt_libraries.missing()
    return not lacking or provide(sorted(lacking.values()), "the window, which Qt draws")


def provide_oracle() -> None:
    """See to ODK's own engine; without Node, say what is not tested."""
    if shutil.which("npm") is None and not provide(
        ["nodejs", "npm"], "comparing screening with ODK's own engine"
    ):
        say("Without Node, that comparison is skipped.")
        return
    stamp = ORACLE / "node_modules" / "installed"
    wanted = fingerprint(ORACLE / "package-lock.json", ORACLE / "package.json")
    if stamp.exists() and stamp.read_text(encoding="ascii") == wanted:
        return
    say("Installing ODK's own engine through npm ...")
    npm = shutil.which("npm") or "npm"  # on Windows npm.cmd, which starts only by its whole name
    must(
        [npm, "ci", "--prefix", str(ORACLE)],
        "The engine could not be installed; what npm said is above. Is there a network?",
    )
    stamp.write_text(wanted, encoding="ascii")


def is_usable(venv: Path = VENV) -> bool:
    """Whether the environment is there, whole, and made with this version of Python."""
    settings = venv / "pyvenv.cfg"
    version = "version = {}.{}.".format(*sys.version_info[:2])
    if not settings.exists() or version not in settings.read_text(encoding="utf-8"):
        return False
    # `python` does not exist when what it links to is gone; `pip` is the last thing to be made.
    return all(Path(program(name, venv)).exists() for name in ("python", "pip"))


def make_venv() -> None:
    """Make .venv with the running Python; Debian keeps the parts for that in python3-venv."""
    say(f"Making .venv with Python {'.'.join(map(str, sys.version_info[:3]))} ...")
    if importlib.util.find_spec("ensurepip") is None:
        package = "python{}.{}-venv".format(*sys.version_info[:2])
        if not provide([package], "making .venv"):
            sys.exit(
                "Python cannot make virtual environments here: install its venv and ensurepip."
            )
    must([sys.executable, "-m", "venv", "--clear", str(VENV)], "The environment could not be made.")


def fingerprint(lock: Path, settings: Path = ROOT / "pyproject.toml") -> str:
    """Return what the stamp of an installed set must say: a hash of its lock and of pyproject."""
    return hashlib.sha256(lock.read_bytes() + b"\0" + settings.read_bytes()).hexdigest()


def is_installed(kind: str, venv: Path = VENV, root: Path = ROOT) -> bool:
    """Whether this set of packages is in the environment as locked; `test` includes `run`."""
    stamps = {each: venv / f"installed-{each}" for each in {kind, "test"}}
    return any(
        stamp.exists()
        and stamp.read_text(encoding="ascii")
        == fingerprint(root / LOCKS[each], root / "pyproject.toml")
        for each, stamp in stamps.items()
    )


def prepare(kind: str) -> None:
    """Make everything ready for `run` or `test`: environment, packages, libraries, translations."""
    if not is_usable():
        make_venv()
    if not is_installed(kind):
        say(f"Installing the packages of {LOCKS[kind]} (a minute or two the first time) ...")
        pip = [program("python"), "-m", "pip", "install", "--disable-pip-version-check"]
        pip += [] if sys.stderr.isatty() else ["--quiet"]
        # Without --no-deps, pip looks for "coverage[toml]" anew and refuses a release that came
        # out after the lock was written. The lock has all that is needed.
        exactly = ["--require-hashes", "--no-deps", "--only-binary=:all:"]
        must(
            [*pip, *exactly, "-r", str(ROOT / LOCKS[kind])],
            "The packages could not be installed; what pip said is above. Is there a network?",
        )
        (VENV / f"installed-{kind}").write_text(fingerprint(ROOT / LOCKS[kind]), encoding="ascii")
    if not provide_qt_libraries():
        say("Without these, commands in the terminal still work.")
    elif translations.is_stale():
        say("Compiling the translations ...")
        script = str(ROOT / "packaging" / "translations.py")
        must([program("python"), script, "compile"], "The translations could not be compiled.")


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """Whether a window can open: always, except on a Linux without X11, Wayland or other order."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not platform.startswith("linux") or any(environment.get(name) for name in names)


def run(words: list[str]) -> int:
    """Start the program with these words; without words and without a display, search instead."""
    prepare("run")
    if not words and not has_display(os.environ, sys.platform):
        say(NO_DISPLAY)
        words = ["search", "shelter Ottawa"]
    return call([program("python"), "-m", "tp_directory", *words])


def steps(chosen: tuple[tuple[str, list[str]], ...]) -> int:
    """Run steps in order from the checkout; return the exit code of the first that fails, or 0."""
    os.chdir(ROOT)
    for name, (tool, *arguments) in chosen:
        say(f"== {name}: {' '.join([tool, *arguments])}")
        code = call([program(tool), *arguments])
        if code:
            say(f"{name}: failed ({code})")
            return code
    say("Everything passed.")
    return 0


def test(arguments: list[str]) -> int:
    """Run every step; with arguments, only pytest with these."""
    prepare("test")
    provide_oracle()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if arguments:
        return steps((("tests", ["pytest", *arguments]),))
    return steps(STATIC_STEPS + TEST_STEPS)


def check(_: list[str]) -> int:
    """Run the static steps only."""
    prepare("test")
    return steps(STATIC_STEPS)


def lock(arguments: list[str]) -> int:
    """Write both lock files: every system, Python 3.11 to 3.13, a hash for every file."""
    if not is_usable():
        make_venv()
    pip = [program("python"), "-m", "pip", "install", "--quiet", UV]
    must(pip, "uv could not be installed.")
    os.chdir(ROOT)  # uv writes paths into the files as it is given them
    os.environ["UV_NO_CONFIG"] = "1"
    for kind, file in LOCKS.items():
        extra = ["--group", "dev", "--constraint", LOCKS["run"]] if kind == "test" else []
        uv = [program("uv"), "pip", "compile", "pyproject.toml", "--output-file", file, *extra]
        uv += ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-header"]
        must([*uv, "--quiet", *arguments], f"{file} could not be written.")
        Path(file).write_text(LOCK_HEADER + Path(file).read_text("utf-8"), "utf-8")
        say(f"{file} is written.")
    return 0


def main(words: list[str]) -> int:
    """Do the command that the first word names; return the exit code."""
    commands: dict[str, Callable[[list[str]], int]]
    commands = {"run": run, "test": test, "check": check, "lock": lock}
    if not words or words[0] not in commands or (words[0] != "run" and "--help" in words):
        print(__doc__)
        return 0 if "--help" in words else 2
    try:
        return commands[words[0]](words[1:])
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
