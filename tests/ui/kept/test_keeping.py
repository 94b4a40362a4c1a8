"""What is kept is changed as asked and told; what cannot be written is told and not pretended."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from tests.conftest import NOW
from tests.ui.kept.conftest import HOUSE, LINE, kept
from tp_directory.core.bilingual import Text
from tp_directory.core.kept import Fault, Kept
from tp_directory.store.kept import KeptFile
from tp_directory.ui.kept.keeping import Keeping

TODAY = NOW.date()
Change = Callable[[Keeping], object]


def hold(place: Path) -> sqlite3.Connection:
    """Hold the file as another program may, until the connection is closed."""
    other = sqlite3.connect(place)
    other.execute("BEGIN IMMEDIATE")
    return other


@contextmanager
def files_up_to(size: int) -> Iterator[None]:
    """Let no file grow beyond a size in bytes, as on a disk that is almost full."""
    import resource  # noqa: PLC0415  # Windows has none

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_service_is_kept_as_it_is_today(qtbot: QtBot, keeping: Keeping) -> None:
    with qtbot.waitSignal(keeping.changed) as told:
        keeping.toggle(HOUSE, TODAY)
    [house] = keeping.kept.services

    assert told.args == [keeping.kept]
    assert (house.id, house.name, house.number) == (HOUSE.id, HOUSE.name, "1-807-555-0100")
    assert house.kept_on == TODAY


def test_a_service_without_a_number_is_kept_too(keeping: Keeping) -> None:
    keeping.toggle(replace(HOUSE, phones=()), TODAY)

    assert keeping.kept.services[0].number == ""


def test_what_is_kept_is_there_at_the_next_start(place: Path, keeping: Keeping) -> None:
    keeping.toggle(HOUSE, TODAY)
    keeping.write_note(HOUSE, "Ask.", TODAY)
    keeping.set_lists(HOUSE.id, ("Night numbers",))
    file = KeptFile.open(place)

    assert file.everything() == keeping.kept
    file.close()


def test_what_was_taken_away_comes_back_with_its_note_and_its_lists(
    qtbot: QtBot, keeping: Keeping
) -> None:
    keeping.write_note(HOUSE, "Ask.", TODAY)
    keeping.set_lists(HOUSE.id, ("Night numbers",))
    before = keeping.kept
    with qtbot.waitSignal(keeping.dropped):
        keeping.toggle(HOUSE, TODAY)
    assert keeping.kept.services == ()
    keeping.undo()

    assert keeping.kept == before


def test_undoing_twice_does_nothing_more(qtbot: QtBot, keeping: Keeping) -> None:
    keeping.toggle(HOUSE, TODAY)
    keeping.toggle(HOUSE, TODAY)
    keeping.undo()
    with qtbot.assertNotEmitted(keeping.changed):
        keeping.undo()


def test_undoing_does_not_overwrite_what_was_kept_anew(keeping: Keeping) -> None:
    keeping.write_note(HOUSE, "Old.", TODAY)
    keeping.toggle(HOUSE, TODAY)
    keeping.write_note(HOUSE, "New.", TODAY)
    keeping.undo()

    assert [each.note for each in keeping.kept.services] == ["New."]


def test_what_was_erased_does_not_come_back(keeping: Keeping) -> None:
    keeping.toggle(HOUSE, TODAY)
    keeping.toggle(HOUSE, TODAY)
    keeping.erase()
    keeping.undo()

    assert not keeping.kept
    assert not keeping.can_erase


def test_an_empty_note_keeps_nothing(keeping: Keeping) -> None:
    keeping.write_note(HOUSE, "", TODAY)

    assert not keeping.kept


def test_a_service_whose_note_is_emptied_stays_kept(keeping: Keeping) -> None:
    keeping.write_note(HOUSE, "Ask.", TODAY)
    keeping.write_note(HOUSE, "", TODAY)

    assert [each.note for each in keeping.kept.services] == [""]


def test_a_name_that_is_taken_is_refused_with_a_sentence(qtbot: QtBot, keeping: Keeping) -> None:
    keeping.add_list("Day")
    keeping.add_list("Night")
    with qtbot.waitSignal(keeping.refused) as refused:
        assert not keeping.rename_list("Night", "Day")

    assert refused.args[0].en == "There is already a list “Day”. Choose another name."
    assert keeping.kept.lists == ("Day", "Night")


def test_a_damaged_file_that_was_set_aside_is_erased_too(place: Path, keeping: Keeping) -> None:
    aside = place.with_stem("kept.damaged-1")
    aside.write_bytes(b"Ask.")
    assert keeping.can_erase
    keeping.erase()

    assert not aside.exists()
    assert not keeping.can_erase


def test_what_somebody_shared_is_added_to_what_is_kept(keeping: Keeping) -> None:
    keeping.write_note(HOUSE, "Mine.", TODAY)
    shared = Kept(
        (
            kept(HOUSE.id, HOUSE.name, "Theirs.", "Night"),
            kept(LINE.id, LINE.name, "", "Night"),
        ),
        ("Night",),
    )
    added = keeping.take_in(shared)

    assert added is not None
    assert len(added.services) == 2
    assert [each.note for each in keeping.kept.services] == ["Mine.\n\nTheirs.", ""]


def test_a_report_waits_with_its_edition_until_it_is_removed(keeping: Keeping) -> None:
    keeping.report(HOUSE, Fault.NUMBER, "Nobody answers.", 7, TODAY)
    [report] = keeping.kept.reports
    keeping.remove_report(report)

    assert (report.id, report.fault, report.words) == (HOUSE.id, Fault.NUMBER, "Nobody answers.")
    assert (report.edition, report.reported_on) == (7, TODAY)
    assert keeping.kept.reports == ()


CHANGES: dict[str, Change] = {
    "keep": lambda keeping: keeping.toggle(LINE, TODAY),
    "drop": lambda keeping: keeping.toggle(HOUSE, TODAY),
    "note": lambda keeping: keeping.write_note(HOUSE, "Another.", TODAY),
    "lists": lambda keeping: keeping.set_lists(HOUSE.id, ("Day",)),
    "list": lambda keeping: keeping.add_list("Day"),
    "rename": lambda keeping: keeping.rename_list("Night", "Day"),
    "remove": lambda keeping: keeping.remove_list("Night"),
    "report": lambda keeping: keeping.report(HOUSE, Fault.HOURS, "", 1, TODAY),
    "import": lambda keeping: keeping.take_in(Kept((kept("other", Text("Other")),))),
    "erase": lambda keeping: keeping.erase(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_what_cannot_be_written_is_told_and_nothing_is_pretended(
    qtbot: QtBot, place: Path, keeping: Keeping, change: Change
) -> None:
    keeping.write_note(HOUSE, "Ask.", TODAY)
    keeping.set_lists(HOUSE.id, ("Night",))
    before = keeping.kept
    changed, dropped = QSignalSpy(keeping.changed), QSignalSpy(keeping.dropped)
    other = hold(place)
    with qtbot.waitSignal(keeping.refused) as refused:
        change(keeping)
    other.close()

    assert "locked" in refused.args[0].en
    assert str(place.parent) in refused.args[0].fr
    assert keeping.kept == before
    assert (changed.count(), dropped.count()) == (0, 0)


def test_what_could_not_be_brought_back_can_be_tried_again(
    qtbot: QtBot, place: Path, keeping: Keeping
) -> None:
    keeping.toggle(HOUSE, TODAY)
    keeping.toggle(HOUSE, TODAY)
    other = hold(place)
    with qtbot.waitSignal(keeping.refused):
        keeping.undo()
    other.close()
    keeping.undo()

    assert [each.id for each in keeping.kept.services] == [HOUSE.id]


@pytest.mark.skipif(sys.platform == "win32", reason="no limit to the size of a file")
def test_what_a_full_disk_took_before_it_refused_is_told(place: Path, keeping: Keeping) -> None:
    keeping.write_note(HOUSE, "Ask.", TODAY)
    told, refused = QSignalSpy(keeping.changed), QSignalSpy(keeping.refused)
    with files_up_to(place.stat().st_size):  # the change fits, what writes every page anew does not
        keeping.write_note(HOUSE, "Ring", TODAY)
    file = KeptFile.open(place)
    there = file.everything()
    file.close()

    assert refused.count() == 1
    assert told.count() == 1
    assert keeping.kept == there
