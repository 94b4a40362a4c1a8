"""The whole way of an edition: a publisher's year, and workstations that saw little of it."""

from __future__ import annotations

import socket
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from securesystemslib.signer import CryptoSigner

from tests.updates.conftest import Search, Workstation
from tests.updates.fictional import fictional
from tests.updates.repository import Record, Repository, make_repository
from tests.updates.serving import served
from tp_directory.core.updating import Outcome
from tp_directory.editions import pointer
from tp_directory.updates.publishing.exporting import export
from tp_directory.updates.publishing.going_out import go_out
from tp_directory.updates.publishing.rotating import Rotation, rotate
from tp_directory.updates.publishing.signing import sign

YEAR = timedelta(days=400)  # longer than the first root holds


def _records(name: str) -> list[Record]:
    """Sixty services, of which one bears the name of the edition."""
    provinces = ("ON", "QC", None)
    return [
        fictional(at, provinces[at % 3], name if at == 0 else "Harbour Example") for at in range(60)
    ]


def _renew_root(repository: Repository, moment: datetime) -> None:
    """Have one holder of root succeeded by another, and the others sign for a further year."""
    first, *others = repository.keys["root"]
    new = CryptoSigner.generate_ed25519()
    rotation = Rotation("root", (new.public_key,), (first.public_key.keyid,))
    everybody = [*others, new, first, *repository.keys["snapshot"], *repository.keys["timestamp"]]
    with repository.publisher.locked():
        rotate(repository.publisher, rotation, repository.days, moment)
        sign(repository.publisher, everybody)
        gone = go_out(repository.publisher, lambda: everybody, repository.days, moment)
    assert "root" in gone.published
    repository.keys["root"] = [*others, new]


def _station(folder: Path, root: bytes) -> Workstation:
    folder.mkdir()
    (folder / "root.json").write_bytes(root)
    return Workstation(folder / "home", folder / "root.json")


def test_all_come_to_the_same_edition_whatever_they_missed(
    tmp_path: Path, search: Search, monkeypatch: pytest.MonkeyPatch
) -> None:
    first_day = datetime.now(UTC)
    repository = make_repository(
        tmp_path / "repository", _records("Meadow"), partners=("on",), now=first_day
    )
    away, behind, current, stick = (
        _station(tmp_path / name, repository.root)
        for name in ("away", "behind", "current", "stick")
    )
    public = str(repository.public)

    at_first = away.update_here(public)
    for days in (100, 200, 300):
        _renew_root(repository, first_day + timedelta(days=days))
    for days, name in ((380, "Brook"), (390, "Lantern"), (397, "Willow")):
        moment = first_day + timedelta(days=days)
        repository.publish(_records(name), moment)
        if name == "Brook":
            two_behind = behind.update_here(public, clock=partial(_always, moment))
    today = partial(_always, first_day + YEAR)
    newest = current.update_here(public, clock=today)
    export(repository.publisher, tmp_path / "directory.zip")

    assert [each.number for each in (at_first, two_behind, newest)] == [1, 2, 4]
    with served(repository.public) as server:
        ends = [each.update_here(server.url, clock=today) for each in (away, behind, current)]
    monkeypatch.delattr(socket, "socket")
    ends.append(stick.update_here(str(tmp_path / "directory.zip"), clock=today))

    installed, up_to_date = Outcome.INSTALLED, Outcome.UP_TO_DATE
    assert [each.outcome for each in ends] == [installed, installed, up_to_date, installed]
    assert {each.number for each in ends} == {4}
    stations = (away, behind, current, stick)
    assert len({_folder(each) for each in stations}) == 1
    assert all("Willow" in search(each) for each in stations)


def _always(moment: datetime) -> datetime:
    """A clock that stands still."""
    return moment


def _folder(station: Workstation) -> str:
    present = pointer.installed(station.editions)
    assert present
    return present.folder.name
