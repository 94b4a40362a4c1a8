"""Every page of screening and training in the whole window: named, uncut, without clashes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.ui.conftest import rest
from tests.ui.screening.conftest import Open
from tests.ui.screening.test_screening_in_the_window import begin, part, run, screening
from tests.ui.test_switching import said
from tests.ui.test_window import can_be_reached, cut_words, letters, name_of, press
from tp_directory.core.bilingual import Language
from tp_directory.core.preferences import Preferences
from tp_directory.ui.screening.reference_pages import ReferencePages
from tp_directory.ui.training.cases_page import CasesPage
from tp_directory.ui.training.training_page import TrainingPage
from tp_directory.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

LANGUAGES = pytest.mark.parametrize("language", list(Language))
NOTED = {"danger": "no", "age_band": "maybe_minor", "c_fear": "yes", "c_id_held": "yes"}


def pages(window: Window) -> Iterator[str]:
    """Show each page in turn, and tell its name."""
    page = screening(window)
    references = part(page, ReferencePages)
    yield "checklists"
    begin(window)
    yield "before"
    run(window).go_on()
    yield "danger"
    form = page._protocols["police_rapid"].form
    run(window).answer(form.question("danger"), "yes")
    yield "danger, yes"
    for name, value in NOTED.items():
        run(window).answer(form.question(name), value)
    run(window).go_on()
    yield "to begin"
    run(window).go_on()
    yield "step"
    press(window, "F2")
    yield "step, both languages"
    press(window, "F2")
    run(window).finish()
    yield "result"
    references.show_child()
    yield "child"
    references.show_legal_notes()
    yield "legal notes"
    page.go_back()
    press(window, "Ctrl+H")
    window.show_again()
    press(window, "Ctrl+2")
    yield "resume"
    page.erase()
    press(window, "Ctrl+4")
    yield "cases"
    training = part(window, TrainingPage)
    [group, *_] = part(training, CasesPage)._groups
    training.open_case(group.cases[0])
    yield "case"
    training.start_answered()
    yield "run of a case"
    training.end_run()
    yield "debrief"


@LANGUAGES
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_words_are_cut_and_everything_has_a_name(
    open_checklists: Open, language: Language, scale: float
) -> None:
    window = open_checklists(language, scale, preferences=Preferences(home="Kenora"))
    window.resize(1180, 760)
    wrong = []
    for page in pages(window):
        rest(window)
        reached = can_be_reached(window)
        assert len(reached) > 5, page
        wrong += [(page, "no name", str(each)) for each in reached if not name_of(each)]
        wrong += [(page, "cut", str(each)) for each in cut_words(window)]

    assert wrong == []


@LANGUAGES
def test_no_letter_leads_to_two_controls(open_checklists: Open, language: Language) -> None:
    window = open_checklists(language, preferences=Preferences(home="Kenora"))
    window.resize(1400, 860)
    clashes = []
    for page in pages(window):
        rest(window)
        found = letters(window)
        clashes += [(page, each) for each in set(found) if found.count(each) > 1]

    assert clashes == []


def test_a_page_says_what_it_says_when_it_is_opened_in_the_language(
    open_checklists: Open,
) -> None:
    opened = open_checklists(Language.FR, preferences=Preferences(home="Kenora"))
    expected = {}
    for page in pages(opened):
        rest(opened)
        expected[page] = said(opened)
    opened.close()
    switched = open_checklists(Language.EN, preferences=Preferences(home="Kenora"))
    wrong = []
    for page in pages(switched):
        press(switched, "Ctrl+Shift+L")
        after = said(switched)
        wrong += [(page, each) for each in after.keys() ^ expected[page].keys()]
        press(switched, "Ctrl+Shift+L")

    assert wrong == []
