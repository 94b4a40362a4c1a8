"""Show the test coverage of each package, and refuse less than the floors of three of them.

Usage: python packaging/coverage_floor.py coverage.json
"""

import json
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

FLOORS = {"core": 95.0, "search": 95.0, "store": 95.0}
"""Least percentage of statements covered. A fault in these gives a worker a wrong number."""


def by_package(statements: Mapping[str, tuple[int, int]]) -> dict[str, float]:
    """Return the percentage covered of each package or module right below tp_directory.

    `statements` maps a file (`tp_directory/core/query.py`) to its covered and all statements.
    """
    covered: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for file, (hit, count) in statements.items():
        parts = Path(file.replace("\\", "/")).parts
        package = parts[parts.index("tp_directory") + 1].removesuffix(".py")
        covered[package] += hit
        total[package] += count
    return {
        package: 100 * covered[package] / total[package]
        for package in sorted(total)
        if total[package]
    }


def shortfalls(percentages: Mapping[str, float]) -> list[str]:
    """Return a sentence for each package with a floor that is below it or was not measured."""
    return [
        f"{package} is covered to {percentages.get(package, 0.0):.1f} %; its floor is {floor:.0f} %"
        for package, floor in FLOORS.items()
        if percentages.get(package, 0.0) < floor
    ]


def main(report: Path) -> int:
    """Print the table of a coverage JSON report; return 1 when a floor is not reached."""
    files = json.loads(report.read_text(encoding="utf-8"))["files"]
    percentages = by_package(
        {
            file: (entry["summary"]["covered_lines"], entry["summary"]["num_statements"])
            for file, entry in files.items()
        }
    )
    for package, percentage in percentages.items():
        floor = f"  floor {FLOORS[package]:.0f} %" if package in FLOORS else ""
        print(f"{package:<16}{percentage:6.1f} %{floor}")
    faults = shortfalls(percentages)
    print("\n".join(faults) or "coverage: every floor holds")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
