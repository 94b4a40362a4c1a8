"""A workstation follows its publisher: the least is asked for, and nothing is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.updates.conftest import Published, Search, Workstation
from tests.updates.forger import Forger
from tests.updates.repository import make_repository, real_records
from tests.updates.serving import Server, served
from tp_directory.core.updating import Outcome, Stage, UpdateStep
from tp_directory.editions.layout import CHANGES, DATA, RECORDS
from tp_directory.editions.pointer import go_back, installed
from tp_directory.updates.errors import Expired
from tp_directory.updates.layout import delta_target
from tp_directory.updates.refusals import Older

METADATA = "/metadata/"


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


def test_the_first_edition_tells_what_is_new_since_the_program_came(
    new: Workstation, tmp_path: Path
) -> None:
    first, *others = real_records()
    repository = make_repository(
        tmp_path / "repository", [{**first, "url": "https://example.org/changed"}, *others[1:]]
    )
    new.root.write_bytes(repository.root)

    new.update_here(str(repository.public))

    changes = json.loads((_edition(new) / CHANGES).read_bytes())
    assert changes["changed"] == [first["id"]]
    assert changes["removed"] == [others[0]["id"]]
    assert changes["added"] == []


def test_files_that_came_with_the_program_are_not_shared_with_it(
    new: Workstation, publisher: Server
) -> None:
    new.update_here(publisher.url)

    files = [each for each in (_edition(new) / DATA).rglob("*.csv") if each.is_file()]
    assert files
    assert all(each.stat().st_nlink == 1 for each in files)


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
