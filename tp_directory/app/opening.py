"""Opens what the window waits for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tp_directory.core.bilingual import Text
from tp_directory.core.place import Outline
from tp_directory.core.query import Query
from tp_directory.exchange.outlines import OUTLINES, read_outlines
from tp_directory.paths import Bundle, UserFolders
from tp_directory.policy import ScreeningRules

if TYPE_CHECKING:  # they load the store and the index, which the window does not wait for
    from tp_directory.editions import Opened, Progress
    from tp_directory.screening.library import Library
    from tp_directory.store.kept import KeptFile


@dataclass(frozen=True, slots=True)
class Ready:
    """What the window waits for: the directory, what is kept, and what is drawn."""

    opened: Opened
    kept: KeptFile
    outlines: tuple[Outline, ...]
    notice: Text


def open_everything(travelling: Bundle, folders: UserFolders, progress: Progress) -> Ready:
    """Open all of it, in the opening's own thread; the window is on the screen by then."""
    # The store takes 0.1 s to load, and so does what the window shows of the directory.
    from tp_directory.store.kept import open_kept  # noqa: PLC0415
    from tp_directory.ui import workspace  # noqa: F401, PLC0415

    opened = open_present(travelling, folders, progress)
    kept, notice = open_kept(folders.kept)
    outlines = read_outlines(opened.data / OUTLINES)
    return Ready(opened, kept, outlines, opened.notice or notice)


def open_present(travelling: Bundle, folders: UserFolders, progress: Progress) -> Opened:
    """Open the present edition, in the opening's own thread."""
    from tp_directory.editions import current  # noqa: PLC0415  # store and index take 0.2 s

    opened = current(travelling, folders.editions, clock=now, progress=progress)
    opened.directory.search(Query(limit=1))  # reads what the first keystroke would wait for
    return opened


def open_library(folders: UserFolders, rules: ScreeningRules, data: Path) -> Library:
    """Where checklists and training cases are; asked for when they are first looked at.

    `data` is the data folder of the edition that is open.
    """
    from tp_directory.screening.library import Library  # noqa: PLC0415  # pyxform takes 0.3 s

    return Library(
        data,
        folders.protocols,
        folders.scenarios,
        rules.reviewed,
        allow_text=rules.free_text,
    )


def now() -> datetime:
    """The present, with the computer's own offset."""
    return datetime.now(UTC).astimezone()
