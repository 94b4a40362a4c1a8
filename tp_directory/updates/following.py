"""Follows one source: from its metadata to an edition that is installed."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tuf.api.exceptions import LengthOrHashMismatchError

from tp_directory.core.bilingual import Text
from tp_directory.core.errors import CannotWrite
from tp_directory.core.release import Release
from tp_directory.core.updating import Outcome, Stage, UpdateStep
from tp_directory.directory import Clock
from tp_directory.editions.installing import install, workplace
from tp_directory.editions.pointer import Installed, installed
from tp_directory.updates import manifest
from tp_directory.updates.assembling import Assembly, fetch
from tp_directory.updates.downloads import Downloads
from tp_directory.updates.errors import ClockWrong, NoRoom
from tp_directory.updates.layout import MANIFEST
from tp_directory.updates.planning import Plan, plan
from tp_directory.updates.present import Present, bundled_day, bundled_edition, installed_edition
from tp_directory.updates.refusals import OlderEdition, TooLong
from tp_directory.updates.sources import Source
from tp_directory.updates.trust import PUBLISHER, Trust, check_unambiguous

_SCRATCH = "bundled"
_KNOWN_BY = "publisher.txt"
"""In an edition's folder: the SHA-256 of the first root.json of who published it."""
_TOLERANCE = timedelta(days=1)  # of clocks
_MARGIN_BYTES = 20 * 2**20


@dataclass(frozen=True, slots=True)
class Workstation:
    """What an update works on: see `update`."""

    shards: tuple[str, ...]
    root: bytes
    bundled_data: Path
    editions: Path
    memory: Path
    clock: Clock
    progress: Callable[[UpdateStep], None]
    wanted: bool

    @property
    def now(self) -> datetime:
        """The present."""
        return self.clock().astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Ended:
    """How following a source ended well."""

    outcome: Outcome
    text: Text


def check_clock(station: Workstation) -> None:
    """Compare the clock with a day that has passed: before it, no date can be checked.

    Raises:
        ClockWrong: it is before that day.
        CannotRead: nothing is installed, and the bundled records are damaged.
    """
    present = installed(station.editions)
    day = present.release.published_at if present else bundled_day(station.bundled_data)
    if day:
        _check_passed(day, station.now)


def follow(source: Source, station: Workstation) -> Ended:
    """Install what a source publishes, if it is anything new.

    Raises:
        UpdateFailed: it cannot be reached or trusted, or this computer is not ready for it.
        CannotWrite: the disk takes no more.
        CannotRead, RecordsRefused: nothing is installed, and the bundled records are damaged.
        EditionDamaged: the new edition failed its check.
    """
    station.progress(UpdateStep(Stage.CHECKING))
    before = installed(station.editions)
    trust = Trust(source, station.root, station.memory, station.now)
    downloads = Downloads(station.memory)
    release = _release(trust, downloads, source, before)
    _check_passed(release.published_at, station.now)
    if before and (ended := _nothing_to_do(release, before, station)):
        return ended
    with _present(before, station) as present:
        steps = plan(release, station.shards, present, trust)
        downloads.keep_only(steps.of_use)
        _check_room(steps, downloads, station)
        fetch(steps, downloads, source, station.progress)
        _install(Assembly(steps, present, downloads, source), release, present, station)
    downloads.clear()
    return Ended(
        Outcome.INSTALLED,
        Text(
            f"Edition {release.number} is installed.", f"L'édition {release.number} est installée."
        ),
    )


def _release(
    trust: Trust, downloads: Downloads, source: Source, before: Installed | None
) -> Release:
    """What is published; not even fetched where it is what is installed."""
    target = trust.target(MANIFEST, PUBLISHER)
    if before:
        try:
            target.verify_length_and_hashes(manifest.encode(before.release))
        except LengthOrHashMismatchError:
            pass
        else:
            return before.release
    if target.length > manifest.MOST_BYTES:
        raise TooLong(MANIFEST)
    content = downloads.fetch(target, source).read_bytes()
    check_unambiguous(content, MANIFEST)
    return manifest.decode(content)


def _check_passed(day: str, now: datetime) -> None:
    passed = datetime.fromisoformat(day)
    passed = passed if passed.tzinfo else passed.replace(tzinfo=UTC)
    if now < passed - _TOLERANCE:
        raise ClockWrong(now, passed)


def _nothing_to_do(release: Release, before: Installed, station: Workstation) -> Ended | None:
    """How it ends where nothing is to be installed.

    Raises:
        OlderEdition: the same publisher had published a later edition before, or another one
            under the same number.
    """
    known = before.release
    is_same = (release.number, release.whole) == (known.number, known.whole)
    if not is_same and release.number <= known.number and _is_followed(before, station):
        raise OlderEdition(release.number, known.number)
    if release.number == before.held_back and not station.wanted:
        return Ended(
            Outcome.UP_TO_DATE,
            Text(
                f"Edition {release.number} is published. You went back to edition {known.number}, "
                "which stays until a later one is published or you ask for an update.",
                f"L'édition {release.number} est publiée. Vous êtes revenu à l'édition "
                f"{known.number}, qui reste jusqu'à ce qu'une plus récente soit publiée ou que "
                "vous demandiez une mise à jour.",
            ),
        )
    if is_same and set(installed_edition(before).shards) == set(station.shards):
        return Ended(
            Outcome.UP_TO_DATE,
            Text(
                f"Edition {known.number} is the latest one.",
                f"L'édition {known.number} est la plus récente.",
            ),
        )
    return None


def _is_followed(before: Installed, station: Workstation) -> bool:
    """Whether the installed edition is from the publisher who is followed now."""
    try:
        known_by = (before.folder / _KNOWN_BY).read_text(encoding="ascii")
    except (OSError, ValueError):
        return True
    return known_by == _known_by(station)


def _known_by(station: Workstation) -> str:
    return hashlib.sha256(station.root).hexdigest()


@contextmanager
def _present(before: Installed | None, station: Workstation) -> Iterator[Present]:
    """What is there to make an edition from."""
    if before:
        yield installed_edition(before)
        return
    scratch = station.memory / _SCRATCH
    try:
        yield bundled_edition(station.bundled_data, scratch)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _check_room(steps: Plan, downloads: Downloads, station: Workstation) -> None:
    """Check that there is room for what is fetched, and for the edition made of it.

    Raises:
        NoRoom: there is not.
    """
    release = steps.release
    contents = (
        *(release.shards[shard] for shard in station.shards),
        *release.files.values(),
    )
    # An edition (store, index, compressed records) takes about as much as its records do as text.
    needed = downloads.missing(steps.fetched) + 2 * sum(each.bytes for each in contents)
    free = shutil.disk_usage(station.memory).free
    if needed + _MARGIN_BYTES > free:
        raise NoRoom(needed + _MARGIN_BYTES, free)


def _install(assembly: Assembly, release: Release, present: Present, station: Workstation) -> None:
    place = workplace(station.editions)
    try:
        assembly.assemble(place, station.progress)
        try:
            (place / _KNOWN_BY).write_text(_known_by(station), encoding="ascii")
        except OSError as error:
            raise CannotWrite(place, error.strerror or str(error)) from error
        install(
            place,
            release,
            station.shards,
            station.editions,
            base=present.edition,
            clock=station.clock,
            progress=station.progress,
            before=present.folder,
        )
    finally:
        shutil.rmtree(place, ignore_errors=True)
