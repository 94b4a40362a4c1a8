import pytest

from tests.screening.conftest import NOW, PROTOCOLS, compiled
from tp_directory.screening.authoring.parts import Written
from tp_directory.screening.authoring.reach import unreached
from tp_directory.screening.authoring.trial import Goal
from tp_directory.screening.xlsform.compile import read_protocol

CHOICES = """
list_name | name | label
yn | yes | Yes
yn | no | No
sign | a | A
sign | b | B
sign | c | C
"""
MANY = 20
ASKED = "\n".join(f"select_one yn | q{number} | q | |" for number in range(MANY))
COUNT = " + ".join(f"if(${{q{number}}} = 'yes', 1, 0)" for number in range(MANY))


def never(survey: str, *goals: Goal) -> dict[str, bool]:
    """Which goals are not reached, and whether that is proven."""
    form = compiled(survey, CHOICES)
    return {
        each.goal.value or each.goal.name: each.is_proven
        for each in unreached(form, goals, lambda: NOW)
    }


@pytest.mark.parametrize("name", sorted(each.stem for each in PROTOCOLS.glob("*.xlsx")))
def test_all_questions_and_bands_of_a_shipped_protocol_can_be_reached(name: str) -> None:
    form = read_protocol(PROTOCOLS / f"{name}.xlsx")
    bands = Written(form).values(form.question("band"))
    goals = [Goal(each.name) for each in form.questions if each.relevant]

    assert bands == frozenset({"immediate", "many", "some", "few", "incomplete"})
    assert not unreached(form, [*goals, *(Goal("band", each) for each in bands)], lambda: NOW)


@pytest.mark.parametrize(
    "relevant",
    [
        "${a} = 'yes' and ${a} = 'no'",
        "${a} = 'yees'",
        "${a} = 'yes' and ${hidden} = 'yes'",
        "selected(${s}, 'a') and count-selected(${s}) = 1 and selected(${s}, 'b')",
        "${k} = 'no'",
    ],
)
def test_what_none_of_few_answers_show_is_proven(relevant: str) -> None:
    survey = f"""
type | name | label | relevant
select_one yn | a | a |
select_one yn | hidden | h | ${{a}} = 'no'
select_multiple sign | s | s |
acknowledge | k | k |
note | x | x | {relevant}
"""
    assert never(survey, Goal("x")) == {"x": True}


@pytest.mark.parametrize(
    "relevant",
    [
        "${a} = 'yes'",
        "not(${a} = 'yes') and selected(${s}, 'c') and not(selected(${s}, 'b'))",
        "${n} > 17 and ${n} < 19",
        "${n} + 5 >= 1000 and ${d} <= today()",
        "${d} = '2020-02-29'",
    ],
)
def test_what_some_answers_show_is_found(relevant: str) -> None:
    survey = f"""
type | name | label | relevant
select_one yn | a | a |
select_multiple sign | s | s |
integer | n | n |
date | d | d |
note | x | x | {relevant}
"""
    assert never(survey, Goal("x")) == {}


def test_one_combination_in_a_million_is_found() -> None:
    exact = " and ".join(
        f"${{q{number}}} = '{'yes' if number % 3 else 'no'}'" for number in range(MANY)
    )

    assert (
        never(f"type | name | label | relevant |\n{ASKED}\nnote | x | x | {exact} |", Goal("x"))
        == {}
    )


def test_a_question_at_the_end_of_a_long_chain_is_found() -> None:
    chain = "\n".join(
        f"select_one yn | q{number} | q | ${{q{number - 1}}} = 'yes'" for number in range(1, 30)
    )
    survey = f"type | name | label | relevant\nselect_one yn | q0 | q |\n{chain}"

    assert never(survey, Goal("q29")) == {}


def test_a_count_that_all_must_join_is_reached_and_one_more_is_not_claimed_impossible() -> None:
    survey = f"""
type | name | label | relevant | calculation
{ASKED}
calculate | n | | | {COUNT}
calculate | band | | | if(${{n}} > {MANY}, 'more', if(${{n}} = {MANY}, 'all', 'few'))
"""
    bands = [Goal("band", each) for each in ("more", "all", "few")]

    assert never(survey, *bands) == {"more": False}


def test_a_question_that_only_a_forbidden_answer_shows_is_not_reached() -> None:
    survey = """
type | name | label | relevant | constraint
select_one yn | a | a | | . = 'yes'
integer | n | n | | . < 10
note | x | x | ${a} = 'no' |
note | y | y | ${n} = 12 |
note | z | z | ${n} = 8 |
"""
    assert never(survey, Goal("x"), Goal("y"), Goal("z")) == {"x": True, "y": False}


def test_nothing_is_claimed_impossible_that_hangs_on_the_time() -> None:
    survey = """
type | name | label | relevant
select_one yn | a | a |
note | x | x | ${a} = 'yes' and today() > date('2090-01-01')
"""
    assert never(survey, Goal("x")) == {"x": False}


def test_formulas_that_mention_each_other_often_take_no_longer() -> None:
    steps = "\n".join(
        f"calculate | c{number} | | | if(${{c{number - 1}}} = 'x', ${{c{number - 1}}}, "
        f"if(${{c{number - 1}}} = 'y', ${{c{number - 1}}}, 'x'))"
        for number in range(1, 20)
    )
    survey = f"""
type | name | label | relevant | calculation
select_one yn | a | a | |
integer | n | n | |
calculate | c0 | | | if(${{a}} = 'yes', 'x', 'y')
{steps}
note | never | x | ${{c19}} = 'z' and ${{n}} = 3 |
"""
    assert never(survey, Goal("never")) == {"never": False}


def test_the_progress_ends_where_all_goals_are_settled() -> None:
    told: list[tuple[int, int]] = []
    form = compiled("type | name | label | relevant\nnote | x | x | false()\nnote | y | y |")

    found = unreached(form, [Goal("x"), Goal("y")], lambda: NOW, lambda *now: told.append(now))

    assert [(each.goal.name, each.is_proven, each.tries) for each in found] == [("x", True, 1)]
    assert told == [(1, 2), (2, 2)]


def test_what_a_calculation_is_written_to_give_is_read_through_others() -> None:
    form = compiled(
        """
type | name | label | calculation
integer | n | n |
calculate | a | | if(${n} > 1, 'one two', if(selected(${n}, 'not this'), '', 3))
calculate | b | | if(${n} = 2, ${a}, 'four')
calculate | c | | normalize-space(concat(${b}, ' ', if(not(selected(${b}, 'no')), ' five', '')))
calculate | d | | ${n} + 1
""",
        CHOICES,
    )
    written = Written(form)

    assert written.values(form.question("b")) == frozenset({"one two", "", "3", "four"})
    assert written.values(form.question("c")) is None
    assert written.values(form.question("d")) is None
    assert written.words(form.question("c")) == {"one", "two", "four", "five"}


def test_formulas_nested_and_chained_deeply_are_followed_as_far_as_it_goes() -> None:
    def nested(name: str) -> str:
        formula = "'x'"
        for number in range(50):
            formula = f"if(${{{name}}} = '{number}', 'v{number}', {formula})"
        return formula

    chain = "\n".join(
        f"calculate | c{number} | | {nested(f'c{number - 1}')}" for number in range(1, 30)
    )
    survey = f"""
type | name | label | calculation
select_one yn | c0 | c |
{chain}
"""
    assert never(survey, Goal("c29", "v3"), Goal("c29", "x")) == {"v3": True}
