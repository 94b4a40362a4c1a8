import re
from collections.abc import Callable
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.screening.conftest import NOW, ZONE, filled
from tests.screening.strategies import forms, formulas, patterns, surveys
from tests.screening.survival import compute, look_for, open_and_answer, parts, with_part
from tp_directory.screening.answers import stored
from tp_directory.screening.faults import AnswerRefused
from tp_directory.screening.form import Form, Kind, Question
from tp_directory.screening.session import Session, State
from tp_directory.screening.xlsform.compile import protocol_of
from tp_directory.screening.xpath.values import number_text, text_number

PARTS = parts()
QUESTIONS = [f"q{number}" for number in range(6)]
HEADERS = (
    "type name label relevant constraint required calculation default choice_filter hint"
).split()
CHOICES = [["list_name", "name", "label", "of"], ["l", "x", "X", "1"], ["l", "y", "Y", "2"]]


def tried(examples: int) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The same examples at every run, and as long for each as a busy machine needs."""
    slow = [HealthCheck.too_slow, HealthCheck.filter_too_much]
    return settings(
        max_examples=examples,
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=slow,
    )


PATHS = [
    *"/d/a ../b . .. * // //* /d/g /d/g/* //c current()/../b /d/a[1] today() now() 1e5".split(),
    "instance('l')/root/item[of = 1]/name",
    "instance('l')/root/item[position() = 2]",
    "instance('l')/root/item[name = current()/../b]/of",
    "/d/a | /d/g/*",
    "'2026-03-05'",
]
ANSWERS = st.one_of(
    st.sampled_from(
        ["", "x", "x y", "OK", "1", "2026-02-30", "2026-03-05", "-0", "1e309", "9" * 30]
    ),
    st.text(max_size=20),
    st.floats().map(str),
)


@tried(1_500)
@given(
    st.one_of(formulas(PATHS), st.text("abdgl/*.()[]'=<>|,-+ 019$\u00e9", max_size=40)),
    st.tuples(ANSWERS, ANSWERS, ANSWERS),
)
def test_any_formula_has_a_value_or_is_refused(formula: str, values: tuple[str, str, str]) -> None:
    value = compute(formula, values)

    assert value is None or len(value) <= 10_000
    assert compute(formula, values) == value


@tried(1_000)
@given(st.text("ab\\dwsb.^$|()[]{}*+?-,0123 ", max_size=25), st.text("ab1_- \n", max_size=12))
def test_any_pattern_is_looked_for_or_refused(pattern: str, text: str) -> None:
    assert look_for(pattern, text) in {True, False, None}


@tried(1_000)
@given(patterns(), st.text("ab1 ", max_size=8))
def test_a_pattern_is_found_where_pythons_own_engine_finds_it(pattern: str, text: str) -> None:
    # Python's `$` also stands before a last line end, and its \d for digits of all scripts.
    expected = re.search(pattern.replace("$", r"\Z"), text, re.ASCII) is not None

    assert look_for(pattern, text) is expected


@tried(500)
@given(st.sampled_from([kind for kind in Kind if kind.is_answered]), ANSWERS)
def test_what_is_stored_is_stored_the_same_once_more(kind: Kind, entered: str) -> None:
    text = stored(kind, entered)

    assert text is None or stored(kind, text) == text


@tried(500)
@given(st.floats(allow_nan=False))
def test_a_number_that_was_written_is_read_back(number: float) -> None:
    assert text_number(number_text(number), ZONE) == number


@tried(150)
@given(
    surveys(),
    st.lists(st.tuples(st.integers(0, 9), ANSWERS), max_size=6),
)
def test_a_workbook_of_any_rows_is_refused_or_answered(
    rows: list[list[str]], answers: list[tuple[int, str]]
) -> None:
    stood = open_and_answer(filled(survey=[HEADERS, *rows], choices=CHOICES), answers)

    assert stood is None or stood <= len(answers)


@tried(100)
@given(
    st.sampled_from(sorted(PARTS)),
    st.floats(0, 1),
    st.one_of(st.just(0), st.integers(0, 300)),
    st.one_of(
        st.text("aq9 =$", max_size=3).map(str.encode),
        st.binary(max_size=30),
        st.sampled_from([b"<c r='A9'/>", b"&#0;", b"&amp;", b"</v>", b"\xff"]),
    ),
)
def test_a_workbook_with_a_broken_part_is_refused_or_answered(
    name: str, where: float, cut: int, put: bytes
) -> None:
    data = PARTS[name]
    begin = int(len(data) * where)
    content = with_part(name, data[:begin] + put + data[begin + cut :])

    stood = open_and_answer(content, [(1, "done"), (9, "yes"), (40, "yes")])

    assert stood is None or stood <= 3


@tried(150)
@given(
    forms(),
    st.lists(
        st.tuples(st.integers(0, 5), st.sampled_from(["", "x", "y", "x y", "0", "1", "2"])),
        min_size=8,
        max_size=30,
    ),
)
def test_answers_given_one_by_one_lead_where_they_lead_all_at_once(
    rows: list[list[str]], answers: list[tuple[int, str]]
) -> None:
    form = protocol_of(filled(survey=[HEADERS, *rows], choices=CHOICES), "form.xlsx")
    one_by_one = Session(form, lambda: NOW)
    last: dict[str, str] = {}
    for place, value in answers:
        if _stands(one_by_one, QUESTIONS[place], value):
            last[QUESTIONS[place]] = value
    all_at_once = Session(_with_defaults(form, last), lambda: NOW)

    assert _all_states(one_by_one) == _all_states(all_at_once)


def _stands(session: Session, name: str, value: str) -> bool:
    try:
        session.answer(name, value)
    except AnswerRefused:
        return False
    return True


def _with_defaults(form: Form, answers: dict[str, str]) -> Form:
    """The form as if its author had filled it in; choices stand in the order of their list."""

    def default(question: Question) -> str:
        answer = answers.get(question.name, "")
        given = answer.split()
        chosen = " ".join(each.name for each in question.choices if each.name in given)
        return chosen if question.choices else answer

    return replace(
        form, questions=tuple(replace(each, default=default(each)) for each in form.questions)
    )


def _all_states(session: Session) -> dict[str, State]:
    return {each.name: session.state(each.name) for each in session.form.questions[1:]}
