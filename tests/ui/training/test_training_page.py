"""Training: a case is chosen, gone through on its checklist, and talked about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from tests.screening.conftest import written
from tests.ui.test_window import can_be_reached, cut_words, lay_out, letters
from tests.ui.training.conftest import MakePage, buttons, click, open_case, shipped, words
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.errors import DirectoryError
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.screening.compile import compile_workbook
from tp_directory.screening.library import CaseFile
from tp_directory.screening.protocol import Protocol, protocol_from
from tp_directory.screening.scenarios import Scenario, Visit, read_scenarios
from tp_directory.screening.workbook import workbook_of
from tp_directory.screening.yaml_file import YamlRefused
from tp_directory.ui.screening.answer_button import AnswerButton
from tp_directory.ui.screening.question_card import QuestionCard
from tp_directory.ui.screening.training_band import TrainingBand
from tp_directory.ui.training.run_view import RunView
from tp_directory.ui.training.training_page import TrainingPage
from tp_directory.ui.training.vignette_pane import VignettePane
from tp_directory.ui.translation import Translation

EXAMPLE = Text("Example case", "Cas exemple")
HIGHWAY = "Highway stop, two adults"
SHELTER = "Shelter intake, 'bad breakup', two conversations"
SAME = "The result is the one that the case expects."
OTHER = "The result is another than the case expects."

LANGUAGES = pytest.mark.parametrize("language", list(Language))
PANES = pytest.mark.parametrize("pane", ["choose", "case", "run", "first", "followup"])


def show_pane(page: TrainingPage, pane: str) -> None:
    """Go as far as a pane."""
    ways = {
        "case": page.show_case,
        "run": page.start_answered,
        "first": page.end_run,
        "followup": page.visit_again,
    }
    if pane == "choose":
        return
    (card,) = (
        each
        for each in page.findChildren(QAbstractButton)
        if each.accessibleName().endswith((SHELTER, "deux conversations"))
    )
    card.click()
    for name, way in ways.items():
        way()
        lay_out()
        if name == pane:
            return


def test_every_case_names_its_checklist_and_that_it_is_fictional(
    page: TrainingPage, scenarios: Mapping[str, Scenario], protocols: Mapping[str, Protocol]
) -> None:
    said = words(page)

    for scenario in scenarios.values():
        place = said.index(scenario.title.en)
        assert said[place + 1] == protocols[scenario.protocol].about.title.en
        assert said[place + 2].startswith("Fictional")


@LANGUAGES
@PANES
def test_every_pane_is_marked_as_training(
    make_page: MakePage, language: Language, pane: str
) -> None:
    page = make_page(language)
    show_pane(page, pane)
    bands = [each for each in page.findChildren(TrainingBand) if each.isVisible()]

    assert len(bands) == 1
    assert bands[0].width() == page.width()


@LANGUAGES
@PANES
@pytest.mark.parametrize("scale", [1.0, 2.0], ids=["100 %", "200 %"])
@pytest.mark.parametrize("size", [(1024, 640), (1400, 900)], ids=["small", "large"])
def test_no_words_are_cut(
    make_page: MakePage, language: Language, pane: str, scale: float, size: tuple[int, int]
) -> None:
    page = make_page(language, scale)
    page.resize(*size)
    show_pane(page, pane)

    assert cut_words(page) == []


@LANGUAGES
@PANES
def test_every_control_has_a_name_and_a_letter_of_its_own(
    make_page: MakePage, language: Language, pane: str
) -> None:
    page = make_page(language)
    show_pane(page, pane)
    reached = can_be_reached(page)
    names = [
        each.accessibleName() or (each.text() if isinstance(each, QAbstractButton) else "")
        for each in reached
    ]

    assert reached
    assert all(names)
    assert letters(page) == sorted(set(letters(page)))


@PANES
def test_the_keyboard_is_where_one_goes_on(make_page: MakePage, pane: str) -> None:
    page = make_page()
    show_pane(page, pane)
    before = QApplication.focusWidget()
    assert before is not None
    before.clearFocus()
    page.setFocus()
    focused = QApplication.focusWidget()

    assert focused is not None
    assert page.isAncestorOf(focused)
    assert focused.isVisible()


def test_the_expected_answers_give_what_the_case_expects(
    page: TrainingPage, scenarios: Mapping[str, Scenario]
) -> None:
    open_case(page, HIGHWAY)
    click(page, "Show the expected answers")
    page.end_run()
    lay_out()
    said = words(page)

    assert SAME in said
    assert "No answer differs from the case." in said
    assert scenarios["s1_traffic_stop"].teaching.en in said


def test_the_case_stands_beside_the_checklist(
    page: TrainingPage, scenarios: Mapping[str, Scenario]
) -> None:
    open_case(page, HIGHWAY)
    click(page, "The trainee answers")
    said = words(page)

    assert scenarios["s1_traffic_stop"].vignette.en in said
    assert not any(each.isChecked() for each in page.findChildren(AnswerButton))


def test_what_the_trainee_answered_stands_beside_what_the_case_says(
    page: TrainingPage, protocols: Mapping[str, Protocol], taxonomy: Taxonomy
) -> None:
    open_case(page, HIGHWAY)
    click(page, "The trainee answers")
    click(page, "To the result")
    said = words(page)
    place = said.index(protocols["police_rapid"].form.question("c_fear").label.en)

    assert OTHER in said
    assert said[place + 1 : place + 3] == ["In the case: Yes / seen", "Given: Not answered"]
    missed = said[said.index("Expected and not given") + 1]
    assert taxonomy.needs.label("trafficking").en in missed


def test_why_the_result_came_out_is_told_by_area_and_by_what_the_rule_reads(
    page: TrainingPage, protocols: Mapping[str, Protocol]
) -> None:
    open_case(page, HIGHWAY)
    click(page, "Show the expected answers")
    click(page, "To the result")
    said = words(page)
    held = protocols["police_rapid"].form.question("c_id_held").label.en

    place = said.index("Pressure, control or force now")
    assert said[place + 1] == "Counts as present · strong 1 · medium 2 · weak 0"
    assert said[place + 2] == f"{held} (strong)"
    assert said[said.index("Strong indicators noted") + 1] == "2"


def test_the_rule_itself_is_shown_on_demand(page: TrainingPage) -> None:
    open_case(page, HIGHWAY)
    page.start_answered()
    page.end_run()
    lay_out()
    before = [each for each in words(page) if "${danger}" in each]
    click(page, "Show the rule itself")

    assert before == []
    assert [each for each in words(page) if each.startswith("if(${danger} = 'yes', 'immediate'")]


def test_the_follow_up_visit_shows_what_changed_and_what_comes_of_it(
    page: TrainingPage, protocols: Mapping[str, Protocol]
) -> None:
    shelter = protocols["shelter_adult"]
    open_case(page, SHELTER)
    page.start_answered()
    page.end_run()
    click(page, "Follow-up visit: what changed")
    said = words(page)
    many = shelter.band("many")

    assert many is not None
    assert said.index(shelter.form.question("f_images").label.en) < said.index(SAME)
    assert many.title.en in said
    click(page, "Back to the first visit")
    assert many.title.en not in words(page)


def test_a_follow_up_visit_goes_on_from_what_the_trainee_noted(
    page: TrainingPage, scenarios: Mapping[str, Scenario]
) -> None:
    first = scenarios["s4_shelter_partner"].first.answers
    missed = [name for name, value in first if value != "unknown"]
    open_case(page, SHELTER)
    page.start_empty()
    page.end_run()
    page.visit_again()
    lay_out()

    assert f"{len(missed)} answers differ from the case" in words(page)


def test_going_back_leads_from_the_result_to_the_case_and_to_all_of_them(
    page: TrainingPage,
) -> None:
    open_case(page, HIGHWAY)
    page.start_empty()
    page.end_run()
    click(page, "← The case")
    assert buttons(page, "The trainee answers")
    click(page, "← All cases")

    assert buttons(page, "Add cases…")
    assert not buttons(page, "← All cases")


def test_leaving_the_checklist_leads_to_the_case(page: TrainingPage) -> None:
    open_case(page, HIGHWAY)
    page.start_empty()
    lay_out()
    click(page, "Leave and erase")

    assert buttons(page, "The trainee answers")


@pytest.mark.parametrize("width", [600, 1180])
def test_the_case_stands_above_a_narrow_checklist_and_can_be_folded(
    page: TrainingPage, width: int
) -> None:
    page.resize(width, 760)
    open_case(page, HIGHWAY)
    page.start_empty()
    lay_out()
    splitter = page.findChild(RunView).findChild(QSplitter)  # type: ignore[union-attr]  # is there
    pane = page.findChild(VignettePane)
    assert isinstance(splitter, QSplitter) and isinstance(pane, VignettePane)
    is_above = splitter.orientation() is Qt.Orientation.Vertical

    assert is_above == (width == 600)
    assert pane.isVisible()
    click(page, "Show the case")
    assert not pane.isVisible()


def add(
    page: TrainingPage, *scenarios: Scenario, refusal: DirectoryError | None = None
) -> CaseFile:
    """Show a file of an organization's own cases."""
    file = CaseFile(Path("ours.yaml"), is_own=True, scenarios=scenarios, refusal=refusal)
    page.show_case_files((file,))
    lay_out()
    return file


def test_cases_that_were_added_stand_under_the_name_of_their_file_and_can_be_removed(
    qtbot: QtBot, page: TrainingPage, scenarios: Mapping[str, Scenario]
) -> None:
    file = add(page, replace(scenarios["s1_traffic_stop"], title=EXAMPLE))
    with qtbot.waitSignal(page.remove_wanted) as removed:
        click(page, "Remove, ours.yaml")

    assert {"Added: ours.yaml", EXAMPLE.en} <= set(words(page))
    assert removed.args == [file]


def test_a_case_says_what_its_checklist_gives_otherwise(
    page: TrainingPage, scenarios: Mapping[str, Scenario]
) -> None:
    given = scenarios["s1_traffic_stop"]
    add(page, replace(given, first=replace(given.first, expected_band="few")))

    assert "Band: expected few; given many." in words(page)


def test_a_case_without_its_checklist_cannot_be_opened(
    page: TrainingPage, scenarios: Mapping[str, Scenario]
) -> None:
    add(page, replace(scenarios["s1_traffic_stop"], title=EXAMPLE, protocol="elsewhere"))

    assert "Its checklist, “elsewhere”, is not on this computer." in words(page)
    assert not buttons(page, "Open, Example case")


def test_a_broken_file_says_where_it_is_broken(page: TrainingPage, tmp_path: Path) -> None:
    file = tmp_path / "ours.yaml"
    file.write_text("scenarios:\n  - title: {en: One}\n", encoding="utf-8")
    with pytest.raises(YamlRefused) as refusal:
        read_scenarios(file)
    add(page, refusal=refusal.value)

    assert [each for each in words(page) if "ours.yaml:2 scenarios[0]" in each]
    assert buttons(page, "Remove, ours.yaml")


def test_a_file_that_was_not_taken_in_says_why_until_the_cases_are_shown_again(
    qtbot: QtBot, page: TrainingPage, scenarios: Mapping[str, Scenario]
) -> None:
    with qtbot.waitSignal(page.add_wanted):
        click(page, "Add cases…")
    page.refuse_cases(Text("No room is left.", "Il ne reste plus de place."))
    lay_out()

    assert {"No room is left.", HIGHWAY} <= set(words(page))
    page.show_case_files((shipped(scenarios),))
    lay_out()
    assert "No room is left." not in words(page)


def test_a_follow_up_visit_that_cannot_be_computed_is_told(page: TrainingPage) -> None:
    survey = """
type | name | label | calculation
select_one yn | held | Held |
select_one yn | later | Later |
calculate | pattern | | if(${held} = 'yes' and ${later} = 'yes', '(', 'a')
calculate | band | | if(regex('a', ${pattern}), 'few', 'some')
"""
    choices = "list_name | name | label\nyn | yes | Yes\nyn | no | No"
    workbook = workbook_of(written(survey=survey, choices=choices), "small.xlsx")
    protocol = protocol_from(compile_workbook(workbook), workbook)
    first, followup = Visit((("held", "no"),), "few"), Visit((("later", "yes"),), "few")
    page.show_protocols({"small": protocol})
    add(page, Scenario("own", "small", EXAMPLE, EXAMPLE, EXAMPLE, first, followup))
    open_case(page, EXAMPLE.en)
    page.start_empty()
    lay_out()
    click(page, "Yes, Held")
    click(page, "Show the result")
    click(page, "Follow-up visit: what changed")

    assert [each for each in words(page) if "the pattern is broken" in each]
    assert buttons(page, "Add cases…")


@pytest.mark.parametrize(("at_once", "shown"), [(1, 1), (0, 6)])
def test_a_run_shows_as_many_questions_together_as_is_set(
    page: TrainingPage, at_once: int, shown: int
) -> None:
    page.set_questions_at_once(at_once)
    open_case(page, HIGHWAY)
    click(page, "The trainee answers")
    for _part in range(3):
        click(page, "Next")
    cards = [each for each in page.findChildren(QuestionCard) if each.isVisible()]

    assert len(cards) == shown


def test_nothing_of_a_run_stays_when_all_is_forgotten(
    page: TrainingPage, scenarios: Mapping[str, Scenario]
) -> None:
    show_pane(page, "followup")
    page.forget()
    QTest.qWait(1)
    everything = [each.text() for each in page.findChildren(QWidget) if hasattr(each, "text")]

    assert scenarios["s4_shelter_partner"].vignette.en not in everything
    assert SAME not in everything
    assert QGuiApplication.clipboard().text() == ""


def test_facts_follow_the_language(
    page: TrainingPage, translation: Translation, scenarios: Mapping[str, Scenario]
) -> None:
    show_pane(page, "first")
    translation.show(Language.FR)
    page.set_language(Language.FR)
    lay_out()

    assert scenarios["s4_shelter_partner"].teaching.fr in words(page)
