"""The program as it is installed: the wheel is whole, and proves itself away from the checkout.

The wheel is built from the source distribution, as `python -m build` does, so that both are shown
to hold what they must, and nothing is written into the checkout. It is installed into an empty
environment without a network. What it depends on is linked there from the running environment,
and only what packaging/requirements.lock names for this system: a library that the program
imports and the lock forgets is missing here too.
"""

import email
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    _run([sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)])
    [file] = folder.glob("tp_directory-*.whl")
    return file


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The environment with the wheel in it."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    pip = [sys.executable, "-m", "pip", "--python", str(_program(folder, "python")), "install"]
    _run([*pip, "--quiet", "--no-index", "--no-deps", "--disable-pip-version-check", str(wheel)])
    for source in _locked():
        _link(source, _packages(folder) / source.name)
    return folder


@pytest.mark.parametrize(
    "pattern",
    [
        r"data/directory/[^/]+\.jsonl",
        r"data/taxonomy/[^/]+",
        r"data/geography/[^/]+",
        r"data/protocols/[^/]+\.xlsx",
        r"resources/translations/[^/]+_en\.qm",
        r"resources/translations/[^/]+_fr\.qm",
    ],
)
def test_the_wheel_carries_what_the_program_reads(wheel: Path, pattern: str) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()

    assert [name for name in names if re.fullmatch(f"tp_directory/{pattern}", name)]


def test_the_lock_names_all_that_the_wheel_needs(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        [name] = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        headers = email.message_from_bytes(archive.read(name))
    needs = [Requirement(need) for need in headers.get_all("Requires-Dist", [])]

    assert needs
    assert {need.name for need in needs if need.marker is None} <= {pin.name for pin in _lock()}


def test_the_installed_program_is_the_one_of_the_wheel(installed: Path, tmp_path: Path) -> None:
    question = "import tp_directory; print(tp_directory.__file__)"

    answer = _run([str(_program(installed, "python")), "-c", question], tmp_path)

    assert Path(answer).is_relative_to(_packages(installed))


def test_the_installed_program_proves_itself(installed: Path, tmp_path: Path) -> None:
    answer = _run([str(_program(installed, "tp-directory")), "self-test"], tmp_path)

    for part in ("Records read", "shelter", "hébergement", "window", "works"):
        assert part in answer


def _run(command: list[str], home: Path | None = None) -> str:
    """Run a command that must succeed; with a home, away from the checkout and in that home."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    if home is not None:
        environment |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONSAFEPATH": "1", "PYTHONUTF8": "1"}
        homes = ["HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_CACHE_HOME"]
        homes += ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"]
        environment |= dict.fromkeys(homes, str(home))
    done = subprocess.run(
        command,
        cwd=home,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout.strip()


def _program(environment: Path, name: str) -> Path:
    return Path(sysconfig.get_path("scripts", "venv", _bases(environment))) / (
        f"{name}.exe" if os.name == "nt" else name
    )


def _packages(environment: Path) -> Path:
    return Path(sysconfig.get_path("purelib", "venv", _bases(environment)))


def _bases(environment: Path) -> dict[str, str]:
    return {"base": str(environment), "platbase": str(environment)}


def _lock() -> list[Requirement]:
    """What the lock file names for this system and this Python."""
    lines = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8").splitlines()
    pins = [Requirement(line.rstrip(" \\")) for line in lines if re.match(r"[a-zA-Z]", line)]
    return [pin for pin in pins if pin.marker is None or pin.marker.evaluate()]


def _locked() -> set[Path]:
    """The packages and modules of the running environment that the lock file names."""
    found = set()
    for pin in _lock():
        distribution = metadata.distribution(pin.name)
        assert distribution.version in pin.specifier, f"{pin} is not what is installed"
        tops = {file.parts[0] for file in distribution.files or [] if len(file.parts) > 1}
        tops |= {str(file) for file in distribution.files or [] if len(file.parts) == 1}
        found |= {Path(str(distribution.locate_file(top))) for top in tops}
    return {top for top in found if top.name not in ("..", "__pycache__", "bin", "Scripts")}


def _link(source: Path, target: Path) -> None:
    """Make a file or folder appear elsewhere: by a link, or, where those need rights, a copy."""
    if target.exists():
        return
    if os.name != "nt":
        target.symlink_to(source)
    elif source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copy(source, target)
