"""The benchmarks still run: nobody looks at them for weeks, and then the figures are wanted."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parent / "benchmarks"
SMALLEST = {
    "build": ("--services", "20"),
    "keystroke": ("--services", "20", "--queries", "1", "--turns", "1"),
    "screening": ("--answers", "2"),
    "search": ("--services", "20", "--queries", "1"),
    "soak": ("--services", "20", "--minutes", "0.05"),
    "startup": ("--services", "20", "--runs", "1"),
    "updates": ("--services", "20", "--clients", "1"),
}


def test_every_benchmark_is_tried() -> None:
    programs = [each for each in BENCHMARKS.glob("*.py") if "def main(" in each.read_text("utf-8")]

    assert {each.stem for each in programs} == set(SMALLEST)


@pytest.mark.parametrize("name", sorted(SMALLEST))
def test_a_benchmark_runs_to_its_end(name: str, tmp_path: Path) -> None:
    figures = tmp_path / "figures.json"

    done = subprocess.run(
        [sys.executable, BENCHMARKS / f"{name}.py", *SMALLEST[name], "--json", figures],
        capture_output=True,
        check=False,
        text=True,
    )

    assert done.returncode == 0, done.stderr
    assert figures.stat().st_size > 0
