"""One update of a workstation: look, fetch, check, install. The old edition serves meanwhile.

Whatever goes wrong ends as an Attempt with a sentence. Nothing is installed but what the
publisher's keys vouch for, from the first byte to the last.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from tp_directory.core.bilingual import Text
from tp_directory.core.errors import CannotWrite, DirectoryError
from tp_directory.core.updating import Attempt, Outcome, UpdateSetup, UpdateStep
from tp_directory.directory import Clock
from tp_directory.editions.pointer import installed
from tp_directory.updates.errors import STAYS, Busy, Cancelled, NotSetUp, UpdateFailed
from tp_directory.updates.fetching import WebSource
from tp_directory.updates.following import Workstation, check_clock, follow
from tp_directory.updates.limits import USUAL, Limits
from tp_directory.updates.sources import Source, is_web, local_source

_LOCK = "lock"
# What another source may do better, the gravest first.
_OF_A_SOURCE = (
    Outcome.NOT_TRUSTED,
    Outcome.EXPIRED,
    Outcome.UNREACHABLE,
    Outcome.NOT_SET_UP,
)


def update(
    setup: UpdateSetup,
    *,
    root: bytes | None,
    bundled_data: Path,
    editions: Path,
    memory: Path,
    clock: Clock,
    progress: Callable[[UpdateStep], None],
    wanted: bool,
    limits: Limits = USUAL,
) -> Attempt:
    """Bring the directory of this computer up to date, and tell how that went.

    `root` is the publisher's first root.json, None where nobody named one. `memory` is the folder
    in which updates keep what they need from one to the next. `wanted` says that a person asks:
    then an edition that was gone back from is installed again.
    """
    at = clock()
    try:
        if root is None or not setup.sources:
            raise NotSetUp
        station = Workstation(
            setup.shards, root, bundled_data, editions, memory, clock, progress, wanted
        )
        memory.mkdir(parents=True, exist_ok=True)
        with FileLock(memory / _LOCK, blocking=False):
            outcome, source, text = _follow_any(setup.sources, station, limits)
        return _attempt(at, outcome, editions, source, text)
    except Timeout:
        return failed(Busy(), at, editions)
    except KeyboardInterrupt:
        return failed(Cancelled(), at, editions)
    except DirectoryError as error:
        return failed(error, at, editions)
    except OSError as error:
        return failed(CannotWrite(memory, error.strerror or str(error)), at, editions)


def failed(error: DirectoryError, at: datetime, editions: Path) -> Attempt:
    """What to tell of an update that came to nothing."""
    if isinstance(error, UpdateFailed):
        return _attempt(at, error.outcome, editions, "", error.text)
    outcome = Outcome.CANNOT_WRITE if isinstance(error, CannotWrite) else Outcome.DAMAGED
    text = Text(f"{error.text.en} {STAYS.en}", f"{error.text.fr} {STAYS.fr}")
    return _attempt(at, outcome, editions, "", text)


def _attempt(at: datetime, outcome: Outcome, editions: Path, source: str, text: Text) -> Attempt:
    present = installed(editions)
    number = present.release.number if present else 0
    moment = at.astimezone(UTC).isoformat(timespec="seconds")
    return Attempt(moment, outcome, number, source, text)


def _follow_any(
    sources: tuple[str, ...], station: Workstation, limits: Limits
) -> tuple[Outcome, str, Text]:
    """Follow the first of some sources that can be followed: how it ended, which one, and words.

    Raises:
        DirectoryError: this computer cannot be updated from anywhere at present.
    """
    check_clock(station)
    failed: list[tuple[str, UpdateFailed]] = []
    for name in sources:
        try:
            ended = follow(open_source(name, limits), station)
        except UpdateFailed as error:
            if error.outcome not in _OF_A_SOURCE:
                raise
            failed.append((name, error))
        else:
            return ended.outcome, name, _with_warnings(ended.text, failed)
    name, gravest = min(failed, key=lambda each: _OF_A_SOURCE.index(each[1].outcome))
    was_reached = gravest.outcome in (Outcome.NOT_TRUSTED, Outcome.EXPIRED)
    return gravest.outcome, name if was_reached else "", gravest.text


def open_source(name: str, limits: Limits = USUAL) -> Source:
    """The source that a setting names: a web address, a file of a stick, or a folder.

    Raises:
        UpdateFailed: it is named in a way that no update comes from, or is not there.
    """
    return WebSource(name, limits) if is_web(name) else local_source(name)


def _with_warnings(text: Text, failed: list[tuple[str, UpdateFailed]]) -> Text:
    """What to say of an update that went well, though a source before was not to be trusted."""
    for name, error in failed:
        if error.outcome is Outcome.NOT_TRUSTED:
            text = Text(
                f"{text.en} Not from {name}: {error.what.en}",
                f"{text.fr} Pas de {name} : {error.what.fr}",
            )
    return text
