"""A directory that has followed a publisher, to be photographed: signed, fetched and installed.

The publisher is made up, with keys made on the spot; its records are the real ones. The first
edition lacks some of them and has others otherwise, so that the second tells what is new.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.updates.repository import make_repository, real_records
from tp_directory.core.updating import Attempt, UpdateSetup
from tp_directory.directory import Directory
from tp_directory.editions import current
from tp_directory.editions.layout import read_changes
from tp_directory.paths import Bundle, UserFolders
from tp_directory.ui.updates.update_state import UpdateState
from tp_directory.updates.update import update

_ADDRESS = "https://updates.example.org"


@dataclass(frozen=True, slots=True)
class Followed:
    """The directory of the second edition, and how the window tells of it."""

    directory: Directory
    state: UpdateState


def follow(folder: Path, bundle: Bundle, moment: datetime) -> Followed:
    """Publish two editions, install both, and open the second as it stands at a moment."""
    records = real_records()
    first = [*records[7:60], *({**each, "url": "https://example.org"} for each in records[60:63])]
    here, moment = moment, moment.astimezone(UTC)
    started = moment - timedelta(days=1)
    repository = make_repository(folder / "repository", [*first, *records[63:]], now=started)
    folders = UserFolders.inside(folder / "data", folder / "settings")
    setup = UpdateSetup((str(repository.public),))

    attempts: list[Attempt] = []

    def install(clock: Callable[[], datetime]) -> None:
        ended = update(
            setup,
            root=repository.root,
            bundled_data=bundle.data,
            editions=folders.editions,
            memory=folders.updates,
            clock=clock,
            progress=lambda _step: None,
            wanted=True,
        )
        assert ended.number, ended
        attempts.insert(0, replace(ended, source=_ADDRESS))

    install(lambda: started)
    repository.publish(records, moment - timedelta(hours=4))
    install(lambda: moment - timedelta(hours=1))
    opened = current(bundle, folders.editions, clock=lambda: moment, progress=lambda _step: None)
    state = UpdateState(
        setup=UpdateSetup((_ADDRESS,)),
        is_decided=True,
        attempts=tuple(attempts),
        next_at=here + timedelta(hours=19),
        previous=1,
        changes=read_changes(opened.folder),
    )
    return Followed(opened.directory, state)
