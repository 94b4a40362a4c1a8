"""The only door from the command line to the window, so that a search never loads Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tp_directory.core.bilingual import Language, Text
from tp_directory.core.errors import DirectoryError

if TYPE_CHECKING:
    from tp_directory.directory import Directory


class WindowUnavailable(DirectoryError):
    """Qt does not load on this computer: install what it lacks, or search in the terminal."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            Text(
                f"The window cannot be opened ({reason}). "
                "Searching in the terminal still works: tp-directory search --help",
                f"La fenêtre ne peut pas s'ouvrir ({reason}). "
                "La recherche au terminal fonctionne : tp-directory search --help",
            )
        )


def open_window(language: Language | None) -> int:
    """Show the window until it is closed, in a language or in the one it kept; its exit code.

    Raises:
        WindowUnavailable: Qt does not load.
    """
    try:
        from tp_directory.app import run  # noqa: PLC0415 (start-up: only this verb needs Qt)
    except ImportError as error:
        raise WindowUnavailable(str(error)) from error
    return run(language)


def check_window(directory: Directory, language: Language) -> None:
    """Open the window without a screen and search in it.

    Raises:
        WindowUnavailable: Qt does not load.
        DirectoryError: the window does not do what it must.
    """
    try:
        import tp_directory.app as program  # noqa: PLC0415 (start-up: only this verb needs Qt)
    except ImportError as error:
        raise WindowUnavailable(str(error)) from error
    program.check_window(directory, language)
