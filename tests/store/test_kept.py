import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from tp_directory.core.bilingual import Text
from tp_directory.core.errors import CannotWrite, ListNameTaken
from tp_directory.core.kept import ErrorReport, Fault, Kept, KeptService
from tp_directory.store.kept import KeptFile

HOUSE = KeptService(
    "house",
    Text("Éxample House", "Maison Exemple"),
    Text("Example Society", "Société Exemple"),
    "1-807-555-0123 ext. 12",
    date(2026, 11, 1),
    "Ask for the night desk.\nPorte de côté.",
    ("Night numbers", "été"),
)
LINE = KeptService("line", Text(fr="Ligne Exemple"), Text(), "211", date(2026, 11, 2))
ALPHA = KeptService("alpha", Text("alpha Example"), Text(), "", date(2026, 11, 3))
REPORT = ErrorReport("house", HOUSE.name, Fault.NUMBER, "It rings.", 3, date(2026, 11, 2))


def test_a_new_file_keeps_nothing(kept_file: KeptFile) -> None:
    assert kept_file.everything() == Kept()


def test_what_is_kept_stands_in_the_order_of_names(kept_file: KeptFile) -> None:
    for service in (LINE, HOUSE, ALPHA):
        kept_file.keep(service)
    kept_file.add_list("Empty")

    assert kept_file.everything() == Kept(
        (ALPHA, replace(HOUSE, lists=("été", "Night numbers")), LINE),
        ("Empty", "été", "Night numbers"),
    )


def test_keeping_again_replaces_all_that_was_kept(kept_file: KeptFile) -> None:
    kept_file.keep(HOUSE)
    again = replace(LINE, id="house", lists=("Other",))

    kept_file.keep(again)

    assert kept_file.everything().services == (again,)


def test_a_dropped_service_takes_its_note_along_and_leaves_its_lists(kept_file: KeptFile) -> None:
    kept_file.keep(HOUSE)
    kept_file.drop("house")

    assert kept_file.everything() == Kept(lists=("été", "Night numbers"))


def test_a_note_is_replaced(kept_file: KeptFile) -> None:
    kept_file.keep(LINE)
    kept_file.keep(ALPHA)
    kept_file.set_note("line", "Open all night.")

    assert [each.note for each in kept_file.everything().services] == ["", "Open all night."]


def test_a_note_on_what_is_not_kept_is_not_lost_in_silence(kept_file: KeptFile) -> None:
    with pytest.raises(KeyError):
        kept_file.set_note("nobody", "Open all night.")


def test_a_service_is_on_the_lists_it_was_put_on_last(kept_file: KeptFile) -> None:
    kept_file.keep(HOUSE)
    kept_file.set_lists("house", ("New", "été", "New"))

    assert kept_file.everything().services[0].lists == ("été", "New")
    assert kept_file.everything().lists == ("été", "New", "Night numbers")


def test_a_service_can_be_on_no_list(kept_file: KeptFile) -> None:
    kept_file.keep(HOUSE)
    kept_file.set_lists("house", ())

    assert kept_file.everything().services[0].lists == ()


def test_only_what_is_kept_can_be_on_a_list(kept_file: KeptFile) -> None:
    with pytest.raises(IntegrityError):
        kept_file.set_lists("nobody", ("New",))

    assert kept_file.everything() == Kept()


def test_a_list_is_added_once(kept_file: KeptFile) -> None:
    kept_file.add_list("Night numbers")
    kept_file.add_list("Night numbers")

    assert kept_file.everything().lists == ("Night numbers",)


def test_a_renamed_list_keeps_its_services(kept_file: KeptFile) -> None:
    kept_file.keep(HOUSE)
    kept_file.rename_list("été", "Summer")

    assert kept_file.everything().services[0].lists == ("Night numbers", "Summer")
    assert kept_file.everything().lists == ("Night numbers", "Summer")


def test_two_lists_do_not_get_one_name(kept_file: KeptFile) -> None:
    kept_file.keep(HOUSE)

    with pytest.raises(ListNameTaken, match="Night numbers"):
        kept_file.rename_list("été", "Night numbers")

    assert kept_file.everything().services[0].lists == ("été", "Night numbers")


def test_the_services_of_a_removed_list_stay_kept(kept_file: KeptFile) -> None:
    kept_file.keep(HOUSE)
    kept_file.remove_list("été")

    assert kept_file.everything() == Kept(
        (replace(HOUSE, lists=("Night numbers",)),), ("Night numbers",)
    )


def test_reports_come_in_the_order_they_were_added_in(kept_file: KeptFile) -> None:
    first = kept_file.add_report(replace(REPORT, fault=Fault.OTHER))
    second = kept_file.add_report(REPORT)

    assert first == replace(REPORT, fault=Fault.OTHER, key=first.key)
    assert kept_file.everything().reports == (first, second)


def test_one_report_is_removed_by_its_key(kept_file: KeptFile) -> None:
    first, second = kept_file.add_report(REPORT), kept_file.add_report(REPORT)
    kept_file.remove_reports([first.key])

    assert kept_file.everything().reports == (second,)


def test_a_shared_list_is_taken_in_and_told(kept_file: KeptFile) -> None:
    kept_file.keep(replace(HOUSE, note="Own."))
    shared = Kept(
        (replace(HOUSE, note="Other.", lists=("Shared",)), LINE), ("Shared", "Empty"), (REPORT,)
    )

    added = kept_file.take_in(shared)
    kept = kept_file.everything()

    assert (
        added.services
        == kept.services
        == (
            replace(HOUSE, note="Own.\n\nOther.", lists=("été", "Night numbers", "Shared")),
            LINE,
        )
    )
    assert added.lists == ("Shared", "Empty")
    assert kept.lists == ("Empty", "été", "Night numbers", "Shared")
    assert kept.reports == ()


def test_a_list_that_is_taken_in_twice_changes_nothing(kept_file: KeptFile) -> None:
    shared = Kept((HOUSE, LINE), ("été", "Night numbers"))
    kept_file.take_in(shared)
    before = kept_file.everything()

    assert not kept_file.take_in(shared)
    assert kept_file.everything() == before


def test_a_file_that_another_program_holds_is_told_and_stays_as_it_is(
    kept_file: KeptFile, place: Path
) -> None:
    kept_file.keep(HOUSE)
    before = kept_file.everything()
    other = sqlite3.connect(place)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(CannotWrite, match="locked"):
        kept_file.drop("house")

    other.close()
    assert kept_file.everything() == before


def test_what_is_kept_is_still_there_the_next_time(kept_file: KeptFile, place: Path) -> None:
    kept_file.keep(LINE)
    kept_file.close()

    again = KeptFile.open(place)
    assert again.everything().services == (LINE,)
    again.close()


def test_what_is_kept_in_memory_is_forgotten() -> None:
    first = KeptFile.in_memory()
    first.keep(HOUSE)
    kept = first.everything()
    first.erase()
    first.close()
    second = KeptFile.in_memory()

    assert kept.service("house")
    assert second.everything() == Kept()
    second.close()
