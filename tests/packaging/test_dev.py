"""The decisions of packaging/dev.py, without a network and without an environment being made."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import dev
import qt_libraries


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_a_supported_python_is_accepted(version: tuple[int, int]) -> None:
    assert dev.refusal(version) is None


@pytest.mark.parametrize("version", [(3, 8), (3, 10), (3, 14), (4, 0)])
def test_another_python_is_told_which_ones_are_needed(version: tuple[int, int]) -> None:
    sentence = dev.refusal(version)

    assert sentence is not None
    assert "3.11, 3.12 or 3.13" in sentence
    assert f"{version[0]}.{version[1]}." in sentence


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "darwin", True),
        ({}, "win32", True),
    ],
)
def test_only_a_linux_without_a_screen_has_no_display(
    environment: dict[str, str], platform: str, expected: bool
) -> None:
    assert dev.has_display(environment, platform) is expected


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the table is for Linux")
def test_a_missing_library_is_named_with_its_debian_package() -> None:
    lacking = qt_libraries.missing(
        loads=lambda library: library != "libxcb-cursor.so.0", has_font=lambda: True
    )

    assert lacking == {"libxcb-cursor.so.0": "libxcb-cursor0"}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the table is for Linux")
def test_a_system_without_fonts_is_offered_one() -> None:
    lacking = qt_libraries.missing(loads=lambda library: True, has_font=lambda: False)

    assert lacking == {"a font": "fonts-dejavu-core"}


def test_a_complete_system_lacks_nothing() -> None:
    assert qt_libraries.missing(loads=lambda library: True, has_font=lambda: True) == {}


def test_a_library_that_does_not_exist_does_not_load() -> None:
    assert not qt_libraries.loads("libno-such-library.so.1")


def test_a_font_is_found_below_its_folder(tmp_path: Path) -> None:
    font = tmp_path / "truetype" / "dejavu" / "DejaVuSans.ttf"
    font.parent.mkdir(parents=True)
    font.touch()

    assert qt_libraries.has_font([tmp_path / "absent", tmp_path])
    assert not qt_libraries.has_font([tmp_path / "absent"])


@pytest.mark.parametrize(
    ("installed", "wanted", "expected"),
    [
        (None, "run", False),
        ("run", "run", True),
        ("run", "test", False),
        ("test", "test", True),
        ("test", "run", True),
    ],
)
def test_the_test_packages_include_those_to_run(
    tmp_path: Path, installed: str | None, wanted: str, expected: bool
) -> None:
    checkout = _checkout(tmp_path)
    if installed is not None:
        _stamp(checkout, installed)

    assert dev.is_installed(wanted, tmp_path, checkout) is expected


@pytest.mark.parametrize("changed", ["pyproject.toml", dev.LOCKS["run"]])
def test_a_changed_lock_or_pyproject_is_installed_again(tmp_path: Path, changed: str) -> None:
    checkout = _checkout(tmp_path)
    _stamp(checkout, "run")

    (checkout / changed).write_text("changed", encoding="utf-8")

    assert not dev.is_installed("run", tmp_path, checkout)


def test_an_environment_of_another_python_is_not_used(tmp_path: Path) -> None:
    _environment(tmp_path, "3.9.18")

    assert not dev.is_usable(tmp_path)


def test_a_whole_environment_of_this_python_is_used(tmp_path: Path) -> None:
    _environment(tmp_path, ".".join(map(str, sys.version_info[:3])))

    assert dev.is_usable(tmp_path)


def test_an_environment_whose_making_was_interrupted_is_not_used(tmp_path: Path) -> None:
    _environment(tmp_path, ".".join(map(str, sys.version_info[:3])))
    Path(dev.program("pip", tmp_path)).unlink()

    assert not dev.is_usable(tmp_path)


def test_the_exit_code_of_the_program_is_passed_on() -> None:
    assert dev.call([sys.executable, "-c", "raise SystemExit(7)"]) == 7


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals")
def test_a_program_killed_by_a_signal_gives_the_code_of_the_shell() -> None:
    assert dev.call([sys.executable, "-c", "import os; os.kill(os.getpid(), 9)"]) == 137


@pytest.mark.parametrize("words", [[], ["fly"], ["test", "--help"]])
def test_unclear_words_are_answered_with_the_help(words: list[str]) -> None:
    script = [sys.executable, str(dev.ROOT / "packaging" / "dev.py"), *words]

    answer = subprocess.run(script, capture_output=True, text=True, encoding="utf-8", check=False)

    assert answer.returncode == (0 if "--help" in words else 2)
    assert "packaging/dev.py run" in answer.stdout


@pytest.mark.parametrize("lock", dev.LOCKS.values())
def test_a_lock_file_names_no_host_and_no_machine(lock: str) -> None:
    words = (dev.ROOT / lock).read_text(encoding="utf-8")

    assert words.startswith(dev.LOCK_HEADER)
    assert not [word for word in ("://", "--index-url", "--find-links", "/tmp") if word in words]


def test_without_node_the_comparison_with_odks_engine_is_said_to_be_skipped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    dev.provide_oracle()

    assert "that comparison is skipped" in capsys.readouterr().err


def test_the_lock_file_of_odks_engine_has_hashes_and_names_no_registry() -> None:
    packages = json.loads((dev.ORACLE / "package-lock.json").read_text("utf-8"))["packages"]
    installed = [facts for path, facts in packages.items() if path]

    assert installed
    assert all("integrity" in facts and "resolved" not in facts for facts in installed)


def _checkout(folder: Path) -> Path:
    """A folder with the files whose hash a stamp holds."""
    checkout = folder / "checkout"
    for file in ["pyproject.toml", *dev.LOCKS.values()]:
        (checkout / file).parent.mkdir(parents=True, exist_ok=True)
        (checkout / file).write_text(file, encoding="utf-8")
    return checkout


def _stamp(checkout: Path, kind: str) -> None:
    words = dev.fingerprint(checkout / dev.LOCKS[kind], checkout / "pyproject.toml")
    (checkout.parent / f"installed-{kind}").write_text(words, encoding="ascii")


def _environment(folder: Path, version: str) -> None:
    (folder / "pyvenv.cfg").write_text(f"version = {version}\n", encoding="utf-8")
    for name in ("python", "pip"):
        file = Path(dev.program(name, folder))
        file.parent.mkdir(exist_ok=True)
        file.touch()
