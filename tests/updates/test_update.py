"""A workstation follows its publisher: the least is asked for, and nothing is lost."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from filelock import FileLock

from tests.updates.conftest import Published, Search, Workstation
from tests.updates.forger import Forger
from tests.updates.repository import make_repository, real_records
from tests.updates.serving import Server, served
from tp_directory.core.updating import Outcome, Stage, UpdateStep
from tp_directory.editions.layout import DATA, RECORDS
from tp_directory.editions.pointer import go_back, installed
from tp_directory.updates.errors import Busy, Expired, Older
from tp_directory.updates.layout import delta_target

METADATA = "/metadata/"


@pytest.fixture
def publisher(published: Published) -> Iterator[Server]:
    """The three editions on a web server."""
    with served(published.repository.public) as server:
        yield server


@pytest.fixture
def new(published: Published, tmp_path: Path) -> Workstation:
    """A workstation on which nothing was installed yet."""
    root = tmp_path / "root.json"
    root.write_bytes(published.repository.root)
    return Workstation(tmp_path / "new", root)


def _files(server: Server) -> set[str]:
    """The names of what was fetched besides metadata, without their hashes."""
    targets = (path for path in server.paths if not path.startswith(METADATA))
    return {path.rpartition("/")[2].partition(".")[2] for path in targets}


def test_workstations_that_are_new_or_behind_or_up_to_date_end_alike(
    new: Workstation,
    station: Workstation,
    published: Published,
    publisher: Server,
    tmp_path: Path,
    search: Search,
) -> None:
    behind = Workstation(tmp_path / "behind", new.root)
    assert behind.update_here(str(published.first)).number == 1
    stations = (new, behind, station)

    first = [each.update_here(publisher.url) for each in stations]
    second = [each.update_here(publisher.url) for each in stations]

    assert [(each.outcome, each.number) for each in first] == [(Outcome.INSTALLED, 3)] * 3
    assert [(each.outcome, each.number) for each in second] == [(Outcome.UP_TO_DATE, 3)] * 3
    assert len({_edition(each).name for each in stations}) == 1
    assert all("Lantern 0" in search(each) for each in stations)


def _edition(station: Workstation) -> Path:
    present = installed(station.editions)
    assert present
    return present.folder


def test_looking_for_news_takes_two_small_requests(station: Workstation, publisher: Server) -> None:
    station.update_here(publisher.url)
    publisher.asked.clear()

    assert station.update_here(publisher.url).outcome is Outcome.UP_TO_DATE
    assert publisher.paths == ["/metadata/2.root.json", "/metadata/timestamp.json"]


def test_a_renewed_timestamp_takes_three(
    station: Workstation, forger: Forger, server: Server
) -> None:
    station.update_here(server.url)
    forger.follow()
    server.asked.clear()

    assert station.update_here(server.url).outcome is Outcome.UP_TO_DATE
    assert len(server.paths) == 3


def test_a_request_says_nothing_of_who_asks(station: Workstation, publisher: Server) -> None:
    station.update_here(publisher.url)

    said = {name for _path, headers in publisher.asked for name in headers}
    assert said == {"Host", "User-Agent", "Accept-Encoding"}
    assert {headers["User-Agent"] for _path, headers in publisher.asked} == {"tp-directory"}


def test_the_cheaper_delta_is_taken_instead_of_shards(
    station: Workstation, publisher: Server
) -> None:
    assert station.update_here(publisher.url).number == 3

    assert _files(publisher) == {"edition.json", "2.jsonl.zst"}


def test_a_delta_that_costs_more_than_shards_is_left(
    station: Workstation, forger: Forger, server: Server
) -> None:
    forger.put(delta_target("all", 2), bytes(100_000))

    assert station.update_here(server.url).number == 3
    assert {f"{shard}.jsonl.zst" for shard in ("qc", "national")} < _files(server)


def test_what_came_with_the_program_is_not_fetched(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "repository", real_records())
    root = tmp_path / "root.json"
    root.write_bytes(repository.root)
    station = Workstation(tmp_path / "home", root)

    with served(repository.public) as server:
        assert station.update_here(server.url).number == 1

    assert _files(server) == {"edition.json"}


def test_only_the_shards_subscribed_to_are_fetched(new: Workstation, publisher: Server) -> None:
    attempt = new.update_here(publisher.url, shards=("national", "on"))

    assert attempt.outcome is Outcome.INSTALLED
    assert _files(publisher) == {"edition.json", "national.jsonl.zst", "on.jsonl.zst"}


def test_another_subscription_is_followed_though_nothing_is_published(
    new: Workstation, publisher: Server
) -> None:
    new.update_here(publisher.url, shards=("national", "on"))
    publisher.asked.clear()

    attempt = new.update_here(publisher.url, shards=("national", "on", "qc"))

    assert attempt.outcome is Outcome.INSTALLED
    assert _files(publisher) == {"qc.jsonl.zst"}
    files = (_edition(new) / DATA / RECORDS).glob("*")
    assert {file.name for file in files} == {
        "national.jsonl.zst",
        "on.jsonl.zst",
        "qc.jsonl.zst",
    }


def test_a_shard_that_the_disk_has_spoilt_is_fetched_again(
    station: Workstation, publisher: Server
) -> None:
    file = _edition(station) / DATA / RECORDS / "yt.jsonl.zst"
    file.unlink()
    file.write_bytes(b"spoilt")

    assert station.update_here(publisher.url).number == 3
    assert "yt.jsonl.zst" in _files(publisher)


def test_the_steps_of_an_update_are_told_in_order(station: Workstation, publisher: Server) -> None:
    steps: list[UpdateStep] = []

    station.update_here(publisher.url, progress=steps.append)

    stages = list(dict.fromkeys(step.stage for step in steps))
    assert stages == list(Stage)
    downloads = [(step.done, step.total) for step in steps if step.stage is Stage.DOWNLOADING]
    assert downloads == [(0, 2), (1, 2)]


def test_an_edition_that_was_gone_back_from_waits_until_it_is_wanted(
    station: Workstation, publisher: Server
) -> None:
    station.update_here(publisher.url)
    go_back(station.editions)

    kept = station.update_here(publisher.url)
    wanted = station.update_here(publisher.url, wanted=True)

    assert (kept.outcome, kept.number) == (Outcome.UP_TO_DATE, 2)
    assert kept.text.en.startswith("Edition 3 is published. You went back to edition 2")
    assert (wanted.outcome, wanted.number) == (Outcome.INSTALLED, 3)


@pytest.mark.parametrize("dead", ["http://127.0.0.1:1", "/nowhere", "ftp://updates.example.org"])
def test_the_next_source_is_tried_where_one_is_no_use(
    dead: str, station: Workstation, publisher: Server
) -> None:
    attempt = station.update_here(dead, publisher.url)

    assert (attempt.outcome, attempt.number) == (Outcome.INSTALLED, 3)
    assert attempt.source == publisher.url
    assert attempt.text.en == "Edition 3 is installed."


def test_a_source_that_is_not_trusted_is_told_of_though_another_is(
    station: Workstation, forger: Forger, server: Server, publisher: Server
) -> None:
    forger.edit("timestamp", by=[forger.stranger])

    attempt = station.update_here(server.url, publisher.url)

    assert (attempt.outcome, attempt.number) == (Outcome.INSTALLED, 3)
    assert attempt.text.en == (
        f"Edition 3 is installed. Not from {server.url}: "
        "timestamp.json is not signed by those who must sign it."
    )
    assert f"Pas de {server.url} : " in attempt.text.fr.replace("\N{NO-BREAK SPACE}", " ")


def test_the_gravest_of_several_failures_is_told(
    station: Workstation, published: Published
) -> None:
    attempt = station.update_here("/nowhere", str(published.first), "/nowhere/else")

    assert attempt.outcome is Outcome.NOT_TRUSTED
    assert attempt.text == Older("timestamp.json").text
    assert attempt.source == str(published.first)


def test_nothing_is_asked_for_while_the_clock_is_years_behind(
    station: Workstation, new: Workstation, publisher: Server
) -> None:
    for each in (station, new):
        attempt = each.update_here(publisher.url, clock=lambda: datetime(2019, 5, 1, tzinfo=UTC))

        assert attempt.outcome is Outcome.CLOCK_WRONG
        assert "The clock of this computer says 2019-05-01" in attempt.text.en
    assert publisher.asked == []


def test_a_clock_behind_what_is_published_is_told_of(
    station: Workstation, publisher: Server
) -> None:
    known = installed(station.editions)
    assert known
    day = datetime.fromisoformat(known.release.published_at) - timedelta(days=3)

    assert station.update_here(publisher.url, clock=lambda: day).outcome is Outcome.CLOCK_WRONG


def test_a_clock_years_ahead_is_named_as_one_of_the_reasons(
    station: Workstation, publisher: Server, search: Search
) -> None:
    then = datetime(2040, 5, 1, tzinfo=UTC)

    attempt = station.update_here(publisher.url, clock=lambda: then)

    assert attempt.outcome is Outcome.EXPIRED
    assert "the clock of this computer says 2040-05-01" in attempt.text.en
    assert "Check the clock" in attempt.text.en
    assert "Meadow 0" in search(station)


def test_one_update_runs_at_a_time(station: Workstation, publisher: Server) -> None:
    with FileLock(station.memory / "lock"):
        attempt = station.update_here(publisher.url)

    assert attempt.outcome is Outcome.BUSY
    assert attempt.text == Busy().text
    assert publisher.asked == []


@pytest.mark.parametrize("stage", list(Stage))
def test_an_update_that_is_ended_leaves_one_edition_and_the_next_completes(
    stage: Stage, station: Workstation, publisher: Server, search: Search
) -> None:
    def end(step: UpdateStep) -> None:
        if step.stage is stage:
            raise KeyboardInterrupt

    ended = station.update_here(publisher.url, progress=end)
    left = [each.name for each in station.editions.iterdir() if each.name.startswith(".")]
    found = search(station)
    completed = station.update_here(publisher.url)

    assert ended.outcome is Outcome.CANCELLED
    assert left == []
    assert ("Lantern 0" if ended.number == 3 else "Meadow 0") in found
    assert completed.number == 3
    assert "Lantern 0" in search(station)


def test_a_full_disk_is_told_of_before_it_is_full(
    station: Workstation, publisher: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(station.home)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage._replace(free=10**6))

    attempt = station.update_here(publisher.url)

    assert attempt.outcome is Outcome.CANNOT_WRITE
    assert "1 MB are free" in attempt.text.en
    assert _files(publisher) == {"edition.json"}


@pytest.mark.parametrize("name", ["updates", "updates/metadata", "updates/downloads", "editions"])
def test_a_folder_that_cannot_be_written_is_named(
    name: str, new: Workstation, publisher: Server
) -> None:
    folder = new.memory.parent / name
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_bytes(b"in the way")

    attempt = new.update_here(publisher.url)

    assert attempt.outcome is Outcome.CANNOT_WRITE
    assert str(new.memory.parent / name.partition("/")[0]) in attempt.text.en


def test_no_link_is_made_where_a_disk_may_know_none(
    station: Workstation, publisher: Server
) -> None:
    station.update_here(publisher.url)

    assert any(station.memory.rglob("1.root.json"))
    assert not [file for file in station.memory.rglob("*") if file.is_symlink()]


def test_nothing_that_was_downloaded_is_left_after_an_update(
    station: Workstation, publisher: Server
) -> None:
    station.update_here(publisher.url)

    assert not list(station.memory.glob("downloads/*"))


def test_a_partner_that_has_expired_holds_nobody_up_while_nothing_of_it_is_new(
    station: Workstation, forger: Forger, server: Server
) -> None:
    station.update_here(server.url)
    forger.expire("on")

    assert station.update_here(server.url).outcome is Outcome.UP_TO_DATE


def test_what_expired_says_until_when_it_was_good(
    station: Workstation, forger: Forger, server: Server
) -> None:
    day = forger.expire("timestamp")

    attempt = station.update_here(server.url)

    assert attempt.text == Expired("timestamp.json", day, forger.now).text
