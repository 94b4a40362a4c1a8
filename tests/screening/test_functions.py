import pytest

from tests.screening.conftest import NOW, ZONE, written
from tests.screening.differential import MISSING, asked_of_odk, is_expected
from tests.screening.vectors import GROUP, NOT_IN_ODK, ON_PURPOSE, QUESTIONS, VECTORS
from tp_directory.screening.faults import FormulaRefused
from tp_directory.screening.xlsform.compile import xform_of
from tp_directory.screening.xlsform.workbook import workbook_of
from tp_directory.screening.xpath.build import SPECIAL, formula_of
from tp_directory.screening.xpath.formula import Scope
from tp_directory.screening.xpath.functions import FUNCTIONS
from tp_directory.screening.xpath.outline import Node, Outline

REFUSED = "ERROR"


def outline() -> tuple[Outline, list[str]]:
    """The questions, the group `g`, and last the node whose formula it is."""
    count = len(QUESTIONS)
    group = count + 1
    inner = range(group + 1, group + 1 + len(GROUP))
    here = inner.stop
    nodes = [Node(0, "d", -1, (*range(1, group + 1), here))]
    nodes += [Node(place, name, 0, ()) for place, name in enumerate(QUESTIONS, 1)]
    nodes.append(Node(group, "g", 0, tuple(inner)))
    nodes += [Node(place, name, group, ()) for place, name in zip(inner, GROUP, strict=True)]
    nodes.append(Node(here, "here", 0, ()))
    values = ["", *QUESTIONS.values(), "", *GROUP.values(), ""]
    return Outline(tuple(nodes), {}), values


def value_of(formula: str) -> str:
    form, values = outline()
    scope = Scope(values, lambda: NOW, ZONE)
    try:
        return formula_of(formula, form, len(values) - 1).text_in(scope)
    except FormulaRefused:
        return REFUSED


@pytest.mark.parametrize(("section", "formula", "value"), VECTORS + NOT_IN_ODK)
def test_a_formula_gives_what_the_specification_says(
    section: str, formula: str, value: str
) -> None:
    assert value_of(formula) == value, section


@pytest.mark.parametrize(("formula", "ours", "theirs", "why"), ON_PURPOSE)
def test_a_formula_follows_the_specification_where_odks_engine_does_not(
    formula: str, ours: str, theirs: str, why: str
) -> None:
    assert value_of(formula) == ours != theirs, why


def test_every_function_has_a_vector() -> None:
    tried = {section for section, _, _ in VECTORS}

    assert {f"fn:{name}" for name in (*FUNCTIONS, *SPECIAL)} - tried == {
        "fn:current",
        "fn:instance",
    }


def _vectors_form(formulas: list[str]) -> bytes:
    """A form of one calculation for each formula, over questions with the vectors' values."""
    lines = ["type | name | label | calculation | default"]
    lines += [f"text | {name} | {name} | | {value}" for name, value in QUESTIONS.items()]
    lines.append("begin_group | g | g | |")
    lines += [f"text | {name} | {name} | | {value}" for name, value in GROUP.items()]
    lines.append("end_group | | | |")
    for number, formula in enumerate(formulas):
        written_out = formula.replace("/d/", "/data/").replace("|", "¦")
        lines.append(f"calculate | v{number} | | {written_out} |")
    return written(survey="\n".join(lines))


def _values_in_odk(formulas: list[str]) -> list[str]:
    xml = xform_of(workbook_of(_vectors_form(formulas), "vectors.xlsx"))
    # Cells are stripped; what is blank or has several spaces is put back.
    for name in ("several", "blank"):
        begin = xml.index(f"<{name}")
        end = xml.index(f"</{name}>") if f"</{name}>" in xml else xml.index("/>", begin)
        tail = xml[end:].removeprefix("/>").removeprefix(f"</{name}>")
        xml = f"{xml[:begin]}<{name}>{QUESTIONS[name]}</{name}>{tail}"
    states = asked_of_odk(xml, [[]])[0][0]
    return [str(states[f"/data/v{number}"][1]) for number in range(len(formulas))]


@pytest.mark.skipif(not is_expected(), reason=MISSING)
def test_odks_own_engine_gives_the_same_values() -> None:
    asked = [(formula, value) for _, formula, value in VECTORS if value != REFUSED]

    found = _values_in_odk([formula for formula, _ in asked])

    unlike = {
        formula: (ours, theirs)
        for (formula, ours), theirs in zip(asked, found, strict=True)
        if ours != theirs
    }
    assert not unlike


@pytest.mark.skipif(not is_expected(), reason=MISSING)
def test_odks_own_engine_still_differs_where_we_say_so() -> None:
    found = _values_in_odk([formula for formula, *_ in ON_PURPOSE])

    assert found == [theirs for _, _, theirs, _ in ON_PURPOSE]
