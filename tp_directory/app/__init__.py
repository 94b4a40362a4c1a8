"""Builds the program with its window from its parts, and runs it; nothing imports this but cli."""

from tp_directory.app.checking import WindowFailed, check_window
from tp_directory.app.opening import Ready, now
from tp_directory.app.program import Program, strip_services, system_language
from tp_directory.app.running import run

__all__ = [
    "Program",
    "Ready",
    "WindowFailed",
    "check_window",
    "now",
    "run",
    "strip_services",
    "system_language",
]
