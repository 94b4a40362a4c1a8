"""Opens the present edition for one verb, and says so where that takes long."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from tp_directory.core.bilingual import Language, Text
from tp_directory.paths import bundle, user_folders

if TYPE_CHECKING:  # they bring SQLAlchemy and the index, which `--help` can do without
    from tp_directory.directory import Directory
    from tp_directory.editions import Step

OpenDirectory = Callable[[Language], AbstractContextManager["Directory"]]

_PATIENCE_SECONDS = 0.5
_PREPARING = Text("Preparing the directory", "Préparation du répertoire")


class Preparation:
    """Tells on a stream that the directory is being prepared, once that has taken a while.

    On a terminal it counts the per cent in one line; elsewhere it says it once.
    """

    def __init__(self, stream: TextIO, language: Language) -> None:
        self._stream = stream
        self._sentence = _PREPARING.best(language)
        self._end = time.monotonic() + _PATIENCE_SECONDS
        self._is_told = False

    def show(self, step: Step) -> None:
        """Tell how far it is."""
        if time.monotonic() < self._end:
            return
        if self._stream.isatty():
            percent = 100 * step.done // max(step.total, 1)
            self._stream.write(f"\r{self._sentence}… {percent} %")
        elif not self._is_told:
            self._stream.write(f"{self._sentence}…\n")
        self._stream.flush()
        self._is_told = True

    def finish(self) -> None:
        """Leave the line, so that the answer starts its own."""
        if self._is_told and self._stream.isatty():
            self._stream.write("\n")


def now() -> datetime:
    """The present in the system's time zone."""
    return datetime.now().astimezone()


@contextmanager
def bundled_directory(language: Language) -> Iterator[Directory]:
    """The edition installed or that came with the program, built first where needed; closed last.

    Raises:
        DirectoryError: it can neither be opened nor built.
    """
    from tp_directory.editions import current  # noqa: PLC0415 (start-up: 0.3 s that help can save)

    preparation = Preparation(sys.stderr, language)
    opened = current(bundle(), user_folders().editions, clock=now, progress=preparation.show)
    preparation.finish()
    if opened.notice:
        print(opened.notice.best(language), file=sys.stderr)
    try:
        yield opened.directory
    finally:
        opened.directory.close()


def present_data() -> Path:
    """The data folder that goes with the present edition: checklists, needs, legal notes."""
    # Start-up, as above.
    from tp_directory.editions.layout import data_of  # noqa: PLC0415
    from tp_directory.editions.pointer import installed  # noqa: PLC0415

    found = installed(user_folders().editions)
    return data_of(found.folder, bundle().data) if found else bundle().data


def edition_directory(folder: Path) -> OpenDirectory:
    """What opens an edition that `build` has made, in a folder; it is never rebuilt.

    Raises, when it is called:
        DirectoryError: it is newer than this program, older, or damaged.
    """

    @contextmanager
    def open_directory(language: Language) -> Iterator[Directory]:
        from tp_directory.editions import open_edition  # noqa: PLC0415 (start-up, as above)
        from tp_directory.editions.layout import data_of  # noqa: PLC0415

        directory = open_edition(folder, data_of(folder, bundle().data), clock=now)
        try:
            yield directory
        finally:
            directory.close()

    return open_directory
