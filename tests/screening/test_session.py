import traceback
from collections.abc import Callable
from datetime import datetime

import pytest

from tests.screening.conftest import NOW, PROTOCOLS, compiled
from tp_directory.core.bilingual import Text
from tp_directory.screening.faults import AnswerRefused, FormulaRefused
from tp_directory.screening.session import Session
from tp_directory.screening.xlsform.compile import read_protocol

Begin = Callable[..., Session]

YES_NO = """
list_name | name | label::English (en) | label::Français (fr)
yn | yes | Yes | Oui
yn | no | No | Non
"""
HIDING = """
type | name | label | relevant | calculation
select_one yn | danger | d | |
begin_group | g | g | ${danger} != 'yes' |
select_one yn | held | h | |
end_group | | | |
calculate | n | | | if(${held} = 'yes', 1, 0)
calculate | other | | | if(${danger} = 'yes', 'x', 'y')
"""


def names(changes: tuple[object, ...]) -> list[str]:
    return [str(getattr(change, "name", "")) for change in changes]


def test_a_hidden_answer_reads_as_empty_and_is_back_when_shown_again(begun: Begin) -> None:
    session = begun(HIDING, YES_NO)
    session.answer("held", "yes")

    session.answer("danger", "yes")
    assert (session.value("held"), session.value("n")) == ("", "0")

    session.answer("danger", "")
    assert (session.value("held"), session.value("n")) == ("yes", "1")


def test_an_answer_tells_all_that_it_changed_and_nothing_else(begun: Begin) -> None:
    session = begun(HIDING, YES_NO)

    changes = session.answer("held", "yes")

    assert names(changes) == ["held", "n"]
    assert [(each.before.value, each.after.value) for each in changes] == [("", "yes"), ("0", "1")]


def test_what_does_not_depend_on_an_answer_is_not_computed_again() -> None:
    form = compiled(
        "type | name | label | calculation\ninteger | a | a |\ninteger | b | b |\n"
        "calculate | when | | concat(${b}, now())"
    )
    looks: list[str] = []

    def clock() -> datetime:
        looks.append("at the clock")
        return NOW

    session = Session(form, clock)
    looks.clear()

    session.answer("a", "1")
    assert not looks

    session.answer("b", "1")
    assert looks == ["at the clock"]


def test_an_answer_that_is_the_same_changes_nothing(begun: Begin) -> None:
    session = begun(HIDING, YES_NO)
    session.answer("held", "yes")

    assert session.answer("held", "yes") == ()


@pytest.mark.parametrize(
    ("kind", "answer"),
    [("integer", "many"), ("decimal", "1,5"), ("date", "2026-02-30"), ("acknowledge", "yes")],
)
def test_what_is_no_answer_is_refused_and_changes_nothing(
    begun: Begin, kind: str, answer: str
) -> None:
    session = begun(f"type | name | label\n{kind} | q | q")

    with pytest.raises(AnswerRefused) as caught:
        session.answer("q", answer)

    assert caught.value.text.en and caught.value.text.fr
    assert session.value("q") == ""


@pytest.mark.parametrize("answer", ["perhaps", "yes no"])
def test_a_choice_that_is_not_there_is_refused(begun: Begin, answer: str) -> None:
    session = begun("type | name | label\nselect_one yn | q | q", YES_NO)

    with pytest.raises(AnswerRefused):
        session.answer("q", answer)


@pytest.mark.parametrize("name", ["g", "n"])
def test_groups_and_calculations_take_no_answer(begun: Begin, name: str) -> None:
    with pytest.raises(AnswerRefused):
        begun(HIDING, YES_NO).answer(name, "1")


@pytest.mark.parametrize(
    ("kind", "entered", "stored"),
    [
        ("integer", "12.9", "12"),
        ("integer", "-0.5", "0"),
        ("decimal", "3", "3.0"),
        ("decimal", "1e-3", "0.001"),
        ("decimal", "123456789.5", "123456789.5"),
        ("decimal", "1e22", "10000000000000000000000.0"),
        ("date", "2026-03-05T10:00", "2026-03-05"),
        ("acknowledge", "ok", "OK"),
    ],
)
def test_an_answer_is_stored_as_odk_stores_its_kind(
    begun: Begin, kind: str, entered: str, stored: str
) -> None:
    session = begun(f"type | name | label\n{kind} | q | q")

    session.answer("q", entered)

    assert session.value("q") == stored


def test_a_broken_constraint_says_its_message_in_both_languages(begun: Begin) -> None:
    session = begun(
        "type | name | label | constraint | constraint_message::English (en) "
        "| constraint_message::Français (fr)\ninteger | age | age | . < 18 | Under 18. | Mineur."
    )

    session.answer("age", "40")

    state = session.state("age")
    assert (state.is_valid, state.message) == (False, Text("Under 18.", "Mineur."))


def test_a_required_question_is_not_valid_until_it_is_answered(begun: Begin) -> None:
    session = begun("type | name | label | required\ninteger | age | age | yes")
    before = session.state("age")

    session.answer("age", "40")

    assert (before.is_required, before.is_valid, bool(before.message.fr)) == (True, False, True)
    assert session.state("age").is_valid


def test_a_filtered_choice_is_not_offered_and_its_answer_not_counted(begun: Begin) -> None:
    session = begun(
        "type | name | label | choice_filter\nselect_one p | p | p |\n"
        "select_one c | c | c | of = ${p}",
        "list_name | name | label | of\np | on | ON |\np | qc | QC |\nc | ott | Ott | on\n"
        "c | mtl | Mtl | qc",
    )
    session.answer("p", "on")
    session.answer("c", "ott")

    session.answer("p", "qc")

    state = session.state("c")
    assert ([choice.name for choice in state.choices], state.value) == (["mtl"], "")


def test_today_is_what_the_clock_says(begun: Begin) -> None:
    session = begun("type | name | calculation\ncalculate | day | today()")

    assert session.value("day") == NOW.date().isoformat()


def test_a_clock_without_a_zone_is_refused() -> None:
    form = compiled("type | name | label\ninteger | q | q")

    with pytest.raises(ValueError, match="zone"):
        Session(form, lambda: datetime(2026, 1, 1))


def test_a_value_that_grows_without_bound_is_refused_and_nothing_changes(begun: Begin) -> None:
    doubling = "\n".join(
        f"calculate | c{n} | | concat(${{c{n - 1}}}, ${{c{n - 1}}})" for n in range(1, 30)
    )
    session = begun(
        f"type | name | label | calculation\ntext | t | t |\ncalculate | c0 | | ${{t}}\n{doubling}"
    )

    with pytest.raises(FormulaRefused):
        session.answer("t", "word")

    assert (session.value("t"), session.value("c0"), session.value("c9")) == ("", "", "")


@pytest.mark.parametrize(
    "formula",
    [
        "string-length(concat(" + ", ".join(["${t}"] * 2_000) + "))",
        "string-length(join(${t}, " + ", ".join(["${t}"] * 2_000) + "))",
        "regex(${t}, '(a{0,40}b{0,40}c{0,40})+$')",
    ],
)
def test_a_part_of_a_value_that_grows_without_bound_is_refused(begun: Begin, formula: str) -> None:
    session = begun(
        f"type | name | label | calculation\ntext | t | t |\ncalculate | c | | {formula}"
    )

    with pytest.raises(FormulaRefused):
        session.answer("t", "abc" * 3_000)


def test_no_answer_is_in_what_a_log_or_a_crash_report_would_show(begun: Begin) -> None:
    canary = "c4n4ry(("
    session = begun(
        "type | name | label | relevant | calculation\ntext | t | t | |\ntext | u | u | |\n"
        "integer | i | i | |\ncalculate | c | | ${u} != '' | regex('x', concat(${t}, ${u}))"
    )
    changes = session.answer("t", canary)
    shown = [repr(session), repr(changes), repr(session.state("t"))]

    for name, answer in (("i", canary), ("u", "x"), ("c", canary)):
        with pytest.raises((AnswerRefused, FormulaRefused)) as caught:
            session.answer(name, answer)
        shown += traceback.format_exception(caught.value)

    assert not [each for each in shown if "c4n4ry" in each]


def test_a_sum_of_many_questions_is_computed(begun: Begin) -> None:
    rows = "\n".join(f"integer | q{n} | q |" for n in range(400))
    total = " + ".join(f"coalesce(${{q{n}}}, 0)" for n in range(400))
    session = begun(f"type | name | label | calculation\n{rows}\ncalculate | all | | {total}")

    session.answer("q399", "7")

    assert session.value("all") == "7"


@pytest.mark.parametrize("file", sorted(PROTOCOLS.glob("*.xlsx")), ids=lambda file: file.stem)
def test_danger_in_a_protocol_that_ships_gives_the_immediate_band(file: object) -> None:
    session = Session(read_protocol(PROTOCOLS / str(file)), lambda: NOW)
    before = session.value("band")

    session.answer("danger", "yes")

    assert (before, session.value("band")) == ("incomplete", "immediate")
