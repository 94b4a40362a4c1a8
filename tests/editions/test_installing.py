import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import NOW
from tests.editions.published import bundled_records, install_edition
from tp_directory.core.bilingual import Text
from tp_directory.core.errors import EditionDamaged
from tp_directory.core.query import Order, Query
from tp_directory.core.updating import Stage, UpdateStep
from tp_directory.editions import Opened, current, installing
from tp_directory.editions.in_use import hold
from tp_directory.editions.pointer import (
    NothingBefore,
    Pointer,
    go_back,
    installed,
    remove_old,
    write_pointer,
)
from tp_directory.exchange.fields import Part
from tp_directory.paths import Bundle


@pytest.fixture(scope="module")
def records(bundle: Bundle) -> list[Part]:
    """A few real records, sorted by id."""
    return bundled_records(bundle.data)[:60]


def _current(bundle: Bundle, editions: Path) -> Opened:
    return current(bundle, editions, clock=lambda: NOW, progress=lambda step: None)


def test_an_installed_edition_is_the_one_that_is_opened(
    bundle: Bundle, records: list[Part], tmp_path: Path
) -> None:
    folder = install_edition(tmp_path, records, bundle.data, 12)

    opened = _current(bundle, tmp_path)

    assert (opened.folder, opened.data, opened.notice) == (folder, folder / "data", Text())
    assert opened.directory.edition.number == 12
    assert opened.directory.edition.published_at == "2026-11-12T12:00:00+00:00"
    assert opened.directory.search(Query()).total == 60
    opened.directory.close()
    assert [each.name for each in tmp_path.glob(".*")] == []


def test_it_tells_its_stages_in_order(bundle: Bundle, records: list[Part], tmp_path: Path) -> None:
    steps: list[UpdateStep] = []
    install_edition(tmp_path, records, bundle.data, 12, progress=steps.append)

    stages = list(dict.fromkeys(step.stage for step in steps))
    assert stages == [
        Stage.BUILDING,
        Stage.TESTING,
        Stage.SAVING,
        Stage.SWITCHING,
        Stage.SWITCHED,
    ]


def test_only_what_is_subscribed_to_is_in_it(
    bundle: Bundle, records: list[Part], tmp_path: Path
) -> None:
    install_edition(tmp_path, records, bundle.data, 12, shards=("national", "qc"))

    opened = _current(bundle, tmp_path)
    covered = {hit.service.coverage.provinces for hit in opened.directory.page(Query(limit=60))}
    opened.directory.close()

    assert covered
    assert all(provinces in ((), ("QC",)) or len(provinces) > 1 for provinces in covered)


def test_going_back_swaps_the_two_and_holds_the_newer_one_back(
    bundle: Bundle, records: list[Part], tmp_path: Path
) -> None:
    first = install_edition(tmp_path, records, bundle.data, 12)
    second = install_edition(tmp_path, records[:50], bundle.data, 13)

    back = go_back(tmp_path)
    assert (back.folder, back.previous, back.release.number, back.held_back) == (
        first,
        second,
        12,
        13,
    )
    assert installed(tmp_path) == back

    forth = go_back(tmp_path)
    assert (forth.folder, forth.previous, forth.held_back) == (second, first, 0)


def test_with_one_edition_there_is_nothing_to_go_back_to(
    bundle: Bundle, records: list[Part], tmp_path: Path
) -> None:
    install_edition(tmp_path, records, bundle.data, 12)

    with pytest.raises(NothingBefore):
        go_back(tmp_path)


def test_the_present_edition_and_the_one_before_are_kept(
    bundle: Bundle, records: list[Part], tmp_path: Path
) -> None:
    folders = [install_edition(tmp_path, records, bundle.data, number) for number in (12, 13, 14)]

    remove_old(tmp_path)

    assert [folder.exists() for folder in folders] == [False, True, True]


def test_an_edition_that_is_open_is_not_removed(
    bundle: Bundle, records: list[Part], tmp_path: Path
) -> None:
    first = install_edition(tmp_path, records, bundle.data, 12)
    opened = _current(bundle, tmp_path)
    for number in (13, 14):
        install_edition(tmp_path, records, bundle.data, number)

    remove_old(tmp_path)
    assert first.exists()
    assert opened.directory.search(Query("shelter")).total > 0

    opened.directory.close()
    remove_old(tmp_path)
    assert not first.exists()


@pytest.mark.parametrize(
    "content", [b"", b"{", b'{"edition": "../../etc"}', b"[]", json.dumps({"edition": 3}).encode()]
)
def test_a_broken_pointer_leads_to_the_bundled_edition_and_removes_nothing(
    bundle: Bundle, records: list[Part], tmp_path: Path, content: bytes
) -> None:
    folder = install_edition(tmp_path, records, bundle.data, 12)
    (tmp_path / "current.json").write_bytes(content)

    opened = _current(bundle, tmp_path)

    assert opened.directory.search(Query()).total == 588
    assert opened.data == bundle.data
    assert opened.notice
    assert folder.exists()
    opened.directory.close()


def test_a_running_program_keeps_its_edition_while_another_installs(
    bundle: Bundle, records: list[Part], tmp_path: Path
) -> None:
    first = install_edition(tmp_path, records[:58], bundle.data, 12)
    running = _current(bundle, tmp_path)
    content = {each: each.read_bytes() for each in first.rglob("*") if each.is_file()}

    install_edition(tmp_path, records, bundle.data, 13, base=first)
    another = _current(bundle, tmp_path)

    assert another.directory.search(Query()).total == 60
    assert running.directory.search(Query(order=Order.NAME)).total == 58
    assert running.directory.search(Query("shelter")).total > 0
    assert {each: each.read_bytes() for each in content} == content
    another.directory.close()
    running.directory.close()


def test_an_installation_that_is_ended_after_the_pointer_changed_is_kept(
    bundle: Bundle, records: list[Part], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write_and_end(editions: Path, pointer: Pointer) -> None:
        write_pointer(editions, pointer)
        raise KeyboardInterrupt

    monkeypatch.setattr(installing, "write_pointer", write_and_end)

    with pytest.raises(KeyboardInterrupt):
        install_edition(tmp_path, records, bundle.data, 12)

    opened = _current(bundle, tmp_path)
    assert (opened.directory.edition.number, opened.notice) == (12, Text())
    opened.directory.close()


def test_no_two_editions_share_a_folder(
    bundle: Bundle, records: list[Part], tmp_path: Path
) -> None:
    shards = ("national", "on")
    folders = [
        install_edition(tmp_path, records, bundle.data, 12),
        install_edition(tmp_path, records, bundle.data, 12),
        install_edition(tmp_path, records, bundle.data, 12, shards=shards),
    ]

    assert len(set(folders)) == 3
    assert folders[1].name == f"{folders[0].name}-2"


def test_an_edition_that_goes_while_it_is_opened_is_not_open(
    bundle: Bundle, records: list[Part], tmp_path: Path
) -> None:
    folder = install_edition(tmp_path, records, bundle.data, 12)
    shutil.rmtree(folder)

    with pytest.raises(EditionDamaged):
        hold(folder)
