"""The table of coverage by package, and the floors."""

import coverage_floor


def test_files_are_summed_by_package_whatever_the_system_writes() -> None:
    statements = {
        "tp_directory/core/query.py": (9, 10),
        "tp_directory\\core\\place.py": (10, 10),
        "tp_directory/app.py": (0, 4),
        "tp_directory/ui/__init__.py": (0, 0),
    }

    assert coverage_floor.by_package(statements) == {"core": 95.0, "app": 0.0}


def test_a_package_at_its_floor_passes() -> None:
    assert coverage_floor.shortfalls(dict.fromkeys(coverage_floor.FLOORS, 95.0)) == []


def test_a_package_below_its_floor_or_never_measured_is_named() -> None:
    faults = coverage_floor.shortfalls({"core": 94.9, "search": 100.0})

    assert [fault.split()[0] for fault in faults] == ["core", "store"]
