import pytest

from tests.screening.conftest import NOW, compiled, written
from tp_directory.core.bilingual import Text
from tp_directory.screening.faults import ProtocolRefused
from tp_directory.screening.form import Kind
from tp_directory.screening.session import Session
from tp_directory.screening.xlsform.compile import protocol_of

YES_NO = "list_name | name | label\nyn | yes | Yes\nyn | no | No"


def refused(survey: str, choices: str = "", *, allow_text: bool = True) -> ProtocolRefused:
    with pytest.raises(ProtocolRefused) as caught:
        compiled(survey, choices, allow_text=allow_text)
    for fault in caught.value.faults:
        assert fault.text.en and fault.text.fr
    return caught.value


def test_questions_come_in_order_with_their_words_in_both_languages() -> None:
    form = compiled(
        "type | name | label::English (en) | label::Français (fr) | hint::English (en) "
        "| guidance_hint::Français (fr) | dimension\n"
        "begin_group | g | Group | Groupe | | |\n"
        "select_one yn | q | Held? | Retenue? | Look | Regardez | COD\nend_group | | | | | |",
        "list_name | name | label::English (en) | label::Français (fr)\nyn | yes | Yes | Oui",
    )

    group, question = form.questions[1:]
    assert [group.kind, question.kind] == [Kind.GROUP, Kind.SELECT_ONE]
    assert question.label == Text("Held?", "Retenue?")
    assert (question.hint, question.guidance) == (Text("Look", ""), Text("", "Regardez"))
    assert [choice.label for choice in question.choices] == [Text("Yes", "Oui")]
    assert (question.row, question.extra) == (3, {"dimension": "COD"})
    assert form.inside("g") == (question,)


def test_words_keep_their_no_break_spaces_and_formulas_do_without() -> None:
    form = compiled(
        "type | name | label::Français (fr) | calculation\n"
        "note | n | Que faire\u00a0: \u00ab\u00a0appeler\u00a0\u00bb |\n"
        "calculate | c | | 1\u00a0+\u00a01"
    )

    assert form.question("n").label.fr == "Que faire\u00a0: \u00ab\u00a0appeler\u00a0\u00bb"
    assert Session(form, lambda: NOW).value("c") == "2"


def test_a_blank_row_does_not_shift_the_rows_of_faults() -> None:
    content = written(survey="type | name | label\n||\nselect_one no | q | q", choices=YES_NO)

    with pytest.raises(ProtocolRefused) as caught:
        protocol_of(content, "small.xlsx")

    assert caught.value.faults[0].row == 3


def test_a_column_that_stands_twice_is_refused() -> None:
    fault = refused("type | name | label | label\ninteger | q | q | q").faults[0]

    assert (fault.sheet, fault.row, fault.column) == ("survey", 1, "label")


def test_a_guidance_hint_is_read_where_columns_name_no_language() -> None:
    form = compiled("type | name | label | hint | guidance_hint\ninteger | a | A | Hint. | How.")
    question = form.question("a")

    assert (question.label, question.hint, question.guidance) == (
        Text("A"),
        Text("Hint."),
        Text("How."),
    )


@pytest.mark.parametrize(
    "kind",
    """image audio video file barcode geopoint geotrace geoshape start end today deviceid
    username audit range rank time dateTime hidden xml-external nonsense""".split(),
)
def test_a_type_beyond_the_subset_is_refused_with_its_row_and_column(kind: str) -> None:
    fault = refused(f"type | name | label\ninteger | a | a\n{kind} | q | q").faults[0]

    assert (fault.sheet, fault.row, fault.column) == ("survey", 3, "type")


def test_repeats_are_refused() -> None:
    faults = refused(
        "type | name | label\nbegin_repeat | r | r\ninteger | q | q\nend_repeat | |"
    ).faults

    assert [fault.row for fault in faults] == [2, 4]


def test_text_is_refused_unless_the_policy_lets_it_in() -> None:
    survey = "type | name | label\ntext | q | q"

    assert refused(survey, allow_text=False).faults[0].row == 2
    assert compiled(survey, allow_text=True).question("q").kind is Kind.TEXT


@pytest.mark.parametrize(
    "column", ["media::image", "image", "repeat_count", "trigger", "bind::x", "read_only"]
)
def test_a_column_beyond_the_subset_is_refused(column: str) -> None:
    fault = refused(f"type | name | label | {column}\ninteger | q | q | x").faults[0]

    assert (fault.row, fault.column) == (2, column)


@pytest.mark.parametrize(
    ("column", "formula"),
    [
        ("relevant", "${a} ="),
        ("relevant", "(${a} = 'yes'"),
        ("relevant", "pulldata('x', 'y', 'z', 'w') = 1"),
        ("constraint", "regex(., '(a')"),
        ("constraint", "regex(., '(?=a)b')"),
        ("calculation", "if(1, 2)"),
        ("calculation", "random()"),
        ("calculation", "/data/nowhere + 1"),
        ("calculation", "sum(1)"),
        ("calculation", "instance('nowhere')/root/item/name"),
        ("calculation", "instance('yn')/root[1]/item/name"),
        ("calculation", "instance('yn')/root/item[name[1] = 'yes']/name"),
        ("calculation", "instance('yn')/root/item/name/name"),
        ("calculation", "\u0663 + 1"),
        ("calculation", "count(" + "//*" * 10 + ")" + " + count(//*)" * 2_500),
        ("calculation", "'never closed"),
        ("required", "unknown()"),
    ],
)
def test_a_broken_formula_is_refused_where_it_stands(column: str, formula: str) -> None:
    fault = refused(
        f"type | name | label | {column}\ninteger | a | a |\ninteger | q | q | {formula}\n"
        "select_one yn | s | s |",
        YES_NO,
    )

    assert [(each.row, each.column) for each in fault.faults] == [(3, column)]


def test_an_unknown_question_is_refused_with_its_row() -> None:
    fault = refused("type | name | label | relevant\ninteger | a | a | ${nowhere} = 1").faults[0]

    assert fault.row == 2
    assert "nowhere" in fault.text.en


def test_a_circle_is_refused_with_the_names_on_it() -> None:
    fault = refused(
        "type | name | calculation\ncalculate | a | ${b} + 1\ncalculate | b | ${a} + 1"
    ).faults[0]

    assert "a → b → a" in fault.text.en or "b → a → b" in fault.text.en


def test_a_group_that_hides_what_it_depends_on_is_a_circle() -> None:
    fault = refused(
        "type | name | label | relevant\nbegin_group | g | g | ${q} = 1\ninteger | q | q |\n"
        "end_group | | |"
    ).faults[0]

    assert "g" in fault.text.en


def test_two_questions_of_one_name_are_refused() -> None:
    fault = refused("type | name | label\ninteger | q | q\ninteger | q | again").faults[0]

    assert (fault.row, fault.column) == (3, "name")


def test_an_answer_within_other_words_is_refused() -> None:
    fault = refused("type | name | label\ninteger | q | q\nnote | n | You said ${q}.").faults[0]

    assert (fault.row, fault.column) == (3, "label")


@pytest.mark.parametrize("language", ["English", "Español (es)"])
def test_words_in_no_language_of_ours_are_refused(language: str) -> None:
    fault = refused(f"type | name | label::{language}\ninteger | q | q").faults[0]

    assert (fault.row, fault.column) == (1, f"label::{language}")


def test_words_in_one_more_language_are_left_out() -> None:
    form = compiled("type | name | label::English (en) | label::Español (es)\ninteger | q | a | b")

    assert form.question("q").label == Text("a", "")


def test_what_pyxform_refuses_is_told_with_its_row() -> None:
    fault = refused("type | name | label\nselect_one nowhere | q | q", YES_NO).faults[0]

    assert fault.row == 2


def test_formulas_nested_beyond_reason_are_refused() -> None:
    deep = "(" * 500 + "1" + ")" * 500

    assert refused(f"type | name | calculation\ncalculate | q | {deep}").faults[0].row == 2


def test_groups_nested_beyond_reason_are_refused() -> None:
    begin = "\n".join(f"begin_group | g{n} | g" for n in range(300))

    refused(f"type | name | label\n{begin}\ninteger | q | q\n" + "end_group | |\n" * 300)


def test_formulas_that_all_look_at_everything_are_refused() -> None:
    asked = "\n".join(f"integer | q{n} | q |" for n in range(1_000))
    counts = "\n".join(f"calculate | c{n} | | sum(/data/g/*)" for n in range(200))

    group = f"begin_group | g | g |\n{asked}\nend_group | | |"

    refused(f"type | name | label | calculation\n{group}\n{counts}")


def test_filters_that_all_look_at_a_long_list_are_refused() -> None:
    choices = "\n".join(f"l | c{n} | C" for n in range(1_000))
    asked = "\n".join(f"select_one l | q{n} | q | name != 'c'" for n in range(101))

    refused(f"type | name | label | choice_filter\n{asked}", f"list_name | name | label\n{choices}")
