import re
from collections.abc import Callable

from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tests.screening.conftest import NOW, ZONE, filled
from tests.screening.survival import compute, look_for, open_and_answer, parts, with_part
from tp_directory.screening.answers import stored
from tp_directory.screening.compile import protocol_of
from tp_directory.screening.faults import AnswerRefused, FormulaRefused
from tp_directory.screening.form import Kind
from tp_directory.screening.session import Session, State
from tp_directory.screening.subset import REFUSED_TYPES, TYPES
from tp_directory.screening.xpath.functions import FUNCTIONS
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


def called(arguments: SearchStrategy[str]) -> SearchStrategy[str]:
    names = st.sampled_from([*FUNCTIONS, "if", "coalesce", "once", "position", "no-such"])
    return st.builds(
        lambda name, given: f"{name}({', '.join(given)})", names, st.lists(arguments, max_size=4)
    )


def joined(operands: SearchStrategy[str]) -> SearchStrategy[str]:
    signs = st.sampled_from("+ - * div mod = != < <= > >= and or |".split())
    return st.builds(
        lambda left, sign, right: f"({left} {sign} {right})", operands, signs, operands
    )


def formulas(paths: list[str]) -> SearchStrategy[str]:
    numbers = st.one_of(st.integers(0, 40).map(str), st.floats(0, 1e25).map(lambda n: f"{n:.3f}"))
    texts = st.text("ab12-:T. \u00e9\\([*", max_size=12).map(lambda text: f"'{text}'")
    return st.recursive(
        st.one_of(numbers, texts, st.sampled_from(paths)),
        lambda inner: st.one_of(called(inner), joined(inner), inner.map(lambda each: f"-{each}")),
        max_leaves=12,
    )


PATHS = [
    *"/d/a ../b . .. * // //* /d/g /d/g/* //c current()/../b /d/a[1] today() now() 1e5".split(),
    "instance('l')/root/item[of = 1]/name",
    "instance('l')/root/item[position() = 2]",
    "instance('l')/root/item[name = current()/../b]/of",
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


def _patterns() -> SearchStrategy[str]:
    atoms = st.sampled_from(["a", "b", ".", "[ab]", "[^a]", "\\d", "\\W", "^", "$", "\\b"])
    return st.recursive(
        atoms,
        lambda inner: st.one_of(
            st.builds("{}{}".format, inner, inner),
            st.builds("({}|{})".format, inner, inner),
            st.builds(
                "({}){}".format, inner, st.sampled_from(["*", "+", "?", "{2}", "{0,2}", "*?"])
            ),
        ),
        max_leaves=8,
    )


@tried(1_000)
@given(_patterns(), st.text("ab1 ", max_size=8))
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


def _cells() -> SearchStrategy[list[str]]:
    """A row of a survey that has a chance: known words first, anything next."""
    characters = st.characters(exclude_categories=["C"])  # which no workbook may hold
    words = st.one_of(st.text(characters, max_size=8), st.just(""))
    kinds = st.sampled_from(
        [*TYPES, "select_one l", "select_multiple l", "end_group", *REFUSED_TYPES]
    )
    formula = st.one_of(st.just(""), formulas(["${q0}", "${q1}", "${q2}", ".", "${nowhere}"]))
    return st.tuples(
        st.one_of(st.sampled_from(["integer", "text", "select_one l", "date"]), kinds, words),
        st.one_of(st.sampled_from(QUESTIONS), words),
        st.one_of(st.just("Label"), words),
        formula,
        formula,
        st.one_of(st.sampled_from(["", "yes", "no"]), formula),
        formula,
        st.one_of(st.just(""), formula, words),
        st.sampled_from(["", "of = ${q0}", "name != 'x'", "of >"]),
        words,
    ).map(list)


@tried(150)
@given(
    st.lists(_cells(), min_size=1, max_size=6),
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
    st.integers(0, 300),
    st.one_of(st.binary(max_size=30), st.sampled_from([b"<c r='A9'/>", b"&#0;", b"</v>", b"\xff"])),
)
def test_a_workbook_with_a_broken_part_is_refused_or_answered(
    name: str, where: float, cut: int, put: bytes
) -> None:
    data = PARTS[name]
    begin = int(len(data) * where)
    content = with_part(name, data[:begin] + put + data[begin + cut :])

    stood = open_and_answer(content, [(1, "done"), (9, "yes"), (40, "yes")])

    assert stood is None or stood <= 3


def _forms() -> SearchStrategy[list[list[str]]]:
    """Forms that are sound: each row reads only rows before it."""

    def row(number: int) -> SearchStrategy[list[str]]:
        before = [f"${{q{each}}}" for each in range(number)] or ["1"]
        reads = formulas(before).filter(lambda formula: "once" not in formula)
        kind = st.sampled_from(["integer", "select_multiple l", "text", "calculate"])
        return st.tuples(kind, reads, reads, reads, st.booleans()).map(
            lambda given: [
                given[0],
                f"q{number}",
                "Label",
                given[1] if given[4] else "",
                given[2],
                "",
                given[3] if given[0] == "calculate" else "",
            ]
        )

    return st.tuples(*map(row, range(6))).map(list)


@tried(150)
@given(_forms(), st.lists(st.tuples(st.integers(0, 5), ANSWERS), max_size=12))
def test_how_a_form_stands_does_not_depend_on_the_way_to_it(
    rows: list[list[str]], answers: list[tuple[int, str]]
) -> None:
    content = filled(survey=[HEADERS[:7], *rows], choices=CHOICES)
    if open_and_answer(content, answers) is None:
        return
    form = protocol_of(content, "form.xlsx", allow_text=True)
    by_and_by, at_once = Session(form, lambda: NOW), Session(form, lambda: NOW)

    last: dict[str, str] = {}
    for place, value in answers:
        if _stands(by_and_by, QUESTIONS[place], value):
            last[QUESTIONS[place]] = value
    for name, value in sorted(last.items()):
        _stands(at_once, name, value)

    assert _all_states(by_and_by) == _all_states(at_once)


def _stands(session: Session, name: str, value: str) -> bool:
    try:
        session.answer(name, value)
    except AnswerRefused:
        return False
    except FormulaRefused:
        reject()  # a value that grew too long on one way need not on the other
    return True


def _all_states(session: Session) -> dict[str, State]:
    return {each.name: session.state(each.name) for each in session.form.questions[1:]}
