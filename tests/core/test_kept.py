from dataclasses import replace
from datetime import date

from tp_directory.core.bilingual import Text
from tp_directory.core.kept import ErrorReport, Fault, Kept, KeptService

HOUSE = KeptService(
    "house",
    Text("Example House", "Maison Exemple"),
    Text("Example Society"),
    "1-807-555-0123",
    date(2026, 11, 1),
)
LINE = replace(HOUSE, id="line", name=Text("Example Line"), number="1-807-555-0144")


def test_what_is_kept_is_found_by_its_id() -> None:
    kept = Kept((HOUSE, LINE))

    assert kept.service("line") == LINE
    assert kept.service("nobody") is None


def test_nothing_kept_is_false_and_an_empty_list_is_something() -> None:
    assert not Kept()
    assert Kept(lists=("Night numbers",))


def test_another_s_services_and_lists_are_added() -> None:
    shared = Kept((replace(LINE, lists=("Night numbers",)),), ("Night numbers", "Empty"))

    assert Kept((HOUSE,), ("Own",)).additions(shared) == Kept(
        shared.services, ("Night numbers", "Empty")
    )


def test_a_list_that_only_a_service_names_is_added_too() -> None:
    shared = Kept((replace(LINE, lists=("Night numbers",)),))

    assert Kept().additions(shared).lists == ("Night numbers",)


def test_an_own_note_stays_above_the_other() -> None:
    own = replace(HOUSE, note="Ask for the night desk.")
    shared = replace(HOUSE, note="Side door.")

    [united] = Kept((own,)).additions(Kept((shared,))).services

    assert united.note == "Ask for the night desk.\n\nSide door."


def test_own_facts_of_a_service_stay_and_lists_are_united() -> None:
    own = replace(HOUSE, lists=("Own",))
    shared = replace(HOUSE, number="1-807-555-0199", lists=("Shared", "Own"))

    [united] = Kept((own,), ("Own",)).additions(Kept((shared,), ("Shared", "Own"))).services

    assert united == replace(own, lists=("Own", "Shared"))


def test_what_is_known_already_adds_nothing() -> None:
    own = Kept((replace(HOUSE, note="One.\n\nTwo.", lists=("Own",)),), ("Own",))

    assert not own.additions(own)
    assert not own.additions(Kept((replace(HOUSE, note="Two."),)))
    assert not own.additions(Kept((HOUSE,)))


def test_a_list_that_went_there_and_back_does_not_say_a_note_twice() -> None:
    own = Kept((replace(HOUSE, note="One."),))
    back = Kept((replace(HOUSE, note="Two.\n\nOne."),))

    [united] = own.additions(back).services

    assert united.note == "One.\n\nTwo."


def test_an_own_note_stays_even_where_the_other_begins_with_it() -> None:
    own = Kept((replace(HOUSE, note="No"),))

    [united] = own.additions(Kept((replace(HOUSE, note="Not at night"),))).services

    assert united.note == "No\n\nNot at night"


def test_a_service_that_is_shared_twice_is_added_once() -> None:
    shared = Kept((replace(LINE, note="One."), replace(LINE, note="Two.")))

    assert Kept().additions(shared).services == (replace(LINE, note="One.\n\nTwo."),)


def test_reports_are_not_handed_on() -> None:
    report = ErrorReport("house", HOUSE.name, Fault.HOURS, "Closed.", 1, date(2026, 11, 1))

    assert not Kept().additions(Kept(reports=(report,)))
