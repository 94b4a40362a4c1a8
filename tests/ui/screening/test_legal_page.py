"""The legal notes as a worker reads them: what they are not worth is always in sight."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.service.conftest import button, labels, toned
from tests.ui.test_window import can_be_reached, cut_words, lay_out
from tp_directory.core.bilingual import Language
from tp_directory.core.place import Province
from tp_directory.paths import Bundle
from tp_directory.screening.legal_notes import CHILDREN, LegalNotes, Verified, read_legal_notes
from tp_directory.ui.appearance import Appearance
from tp_directory.ui.screening.legal_page import LegalPage
from tp_directory.ui.screening.province_box import ProvinceBox
from tp_directory.ui.tokens import DARK
from tp_directory.ui.translation import Translation

LANGUAGES = pytest.mark.parametrize("language", list(Language))


@pytest.fixture(scope="session")
def notes(bundle: Bundle) -> LegalNotes:
    return read_legal_notes(bundle.data / "legal" / "canada.yaml")


@pytest.fixture
def home() -> Province | None:
    """Where the settings say that the computer is."""
    return Province.ON


NO_HOME = pytest.mark.parametrize("home", [None])


@pytest.fixture
def page(
    qtbot: QtBot,
    notes: LegalNotes,
    appearance: Appearance,
    translation: Translation,
    home: Province | None,
) -> LegalPage:
    translation.show(Language.EN)
    page = LegalPage(notes, Language.EN, appearance.tokens, home)
    qtbot.addWidget(page)
    page.resize(1000, 600)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def topics(page: LegalPage) -> QComboBox:
    box = page.findChild(QComboBox, "legal_topics")
    assert isinstance(box, QComboBox)
    return box


def provinces(page: LegalPage) -> ProvinceBox:
    box = page.findChild(ProvinceBox)
    assert isinstance(box, ProvinceBox)
    return box


def speak(page: LegalPage, translation: Translation, language: Language) -> None:
    translation.show(language)
    page.set_language(language)
    lay_out()


@LANGUAGES
def test_every_topic_and_note_can_be_read(
    page: LegalPage, translation: Translation, notes: LegalNotes, language: Language
) -> None:
    speak(page, translation, language)
    for place, topic in enumerate(notes.topics):
        topics(page).setCurrentIndex(place)
        lay_out()
        words = labels(page)

        assert topics(page).currentText() == topic.title.best(language)
        for note in topic.in_province(Province.ON):
            assert note.reference.best(language) in words
            assert note.text.best(language) in words


def test_a_topic_is_chosen_by_keyboard_and_read_from_its_beginning(page: LegalPage) -> None:
    area = page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    area.verticalScrollBar().setValue(200)
    page.setFocus()
    QTest.keyClick(topics(page), Qt.Key.Key_Down)
    lay_out()

    assert "Recruitment" in labels(page)
    assert area.accessibleName() == "How to read the offences"
    assert area.verticalScrollBar().value() == 0


@LANGUAGES
def test_it_is_no_legal_advice_and_french_is_a_translation(
    page: LegalPage, translation: Translation, language: Language
) -> None:
    speak(page, translation, language)
    area = page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    above = labels(page)[:2]

    is_said = "Traduction du programme, non révisée." in above[1]
    assert is_said is (language is Language.FR)
    assert not any(each in labels(area) for each in above)


def test_what_is_not_verified_says_so_by_words_in_a_tone_of_warning(page: LegalPage) -> None:
    page.show_province(Province.AB)
    lay_out()

    for words in (
        "Not verified: it is not stated whether the source was read",
        "Secondary source: verify before you rely on it",
    ):
        assert toned(page, words) == "warn"


def test_what_is_verified_says_when_it_was_read(page: LegalPage) -> None:
    assert toned(page, "Read in the source on 23 November 2026") == "muted"


def test_a_note_without_a_source_says_so(page: LegalPage) -> None:
    page.show_province(Province.YT)
    lay_out()

    age = labels(page).index("Under 19.")
    assert labels(page)[age + 1 : age + 3] == [
        "Not verified: the source was not read",
        "No source is stated.",
    ]


def test_a_source_is_copied_and_not_opened(qtbot: QtBot, page: LegalPage) -> None:
    url = "http://canada.justice.gc.ca/eng/fs-sv/tp/is-fr.html"
    with qtbot.waitSignal(page.copy_wanted) as copied:
        QTest.keyClick(button(page, f"Copy {url}"), Qt.Key.Key_Space)

    assert copied.args == [url, ""]


def test_a_province_is_asked_for_only_where_it_changes_something(page: LegalPage) -> None:
    before = provinces(page).isVisible()
    page.show_province(Province.QC)
    lay_out()

    assert not before
    assert provinces(page).isVisible()
    assert provinces(page).currentText() == "Quebec"


def test_another_province_has_other_notes(page: LegalPage) -> None:
    page.show_province(Province.QC)
    lay_out()
    before = labels(page)
    provinces(page).choose(Province.NS)
    lay_out()

    assert "Youth Protection Act, art. 39" in before
    assert "Youth Protection Act, art. 39" not in labels(page)
    assert "Under 19." in labels(page)


@LANGUAGES
def test_for_a_child_the_rule_stands_before_every_age(
    page: LegalPage, translation: Translation, notes: LegalNotes, language: Language
) -> None:
    speak(page, translation, language)
    page.show_province(Province.ON)
    lay_out()
    children, words = notes.topic(CHILDREN), labels(page)
    rule = words.index(children.rule.best(language))

    for note in children.in_province(Province.ON):
        assert rule < words.index(note.text.best(language))


def test_the_rule_leads_to_child_protection_of_the_province(qtbot: QtBot, page: LegalPage) -> None:
    page.show_province(Province.MB)
    lay_out()
    with qtbot.waitSignal(page.child_services_wanted) as wanted:
        QTest.keyClick(button(page, "Child protection: Manitoba"), Qt.Key.Key_Space)

    assert wanted.args == [Province.MB]


@NO_HOME
def test_without_a_home_no_province_is_assumed(
    qtbot: QtBot, page: LegalPage, notes: LegalNotes
) -> None:
    page.show_province(None)
    lay_out()
    words, children = labels(page), notes.topic(CHILDREN)
    with qtbot.waitSignal(page.child_services_wanted) as wanted:
        QTest.keyClick(button(page, "Child protection services"), Qt.Key.Key_Space)

    assert provinces(page).currentText() == "Choose a province or territory"
    assert [note for note in children.notes if note.text.en in words] == [children.notes[0]]
    assert "Choose one above to read what its law says." in words
    assert wanted.args == [None]


@NO_HOME
def test_a_province_that_was_chosen_without_a_home_is_forgotten(page: LegalPage) -> None:
    page.show_province(Province.NU)
    lay_out()
    before = labels(page)
    page.forget()

    assert "Choose one above to read what its law says." not in before
    assert provinces(page).province is None


def test_it_follows_the_home_until_another_province_is_chosen(page: LegalPage) -> None:
    page.set_home(Province.SK)
    followed = provinces(page).province
    page.show_province(Province.YT)
    page.set_home(None)

    assert followed is Province.SK
    assert provinces(page).province is Province.YT


def test_what_was_chosen_is_forgotten(page: LegalPage) -> None:
    page.show_province(Province.NU)
    page.forget()
    lay_out()

    assert topics(page).currentText() == "Offences"
    assert provinces(page).province is Province.ON


def test_other_colours_leave_the_reader_at_the_same_place(page: LegalPage) -> None:
    area = page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    area.verticalScrollBar().setValue(150)
    page.set_tokens(DARK)
    lay_out()

    assert area.verticalScrollBar().value() == 150


@LANGUAGES
def test_every_control_has_a_name(
    page: LegalPage, translation: Translation, language: Language
) -> None:
    speak(page, translation, language)
    page.show_province(Province.ON)
    lay_out()

    reached = can_be_reached(page)
    assert {topics(page), provinces(page)} <= set(reached)
    assert [each for each in reached if not _is_named(each)] == []


def _is_named(control: QWidget) -> bool:
    return bool(control.accessibleName() or getattr(control, "text", str)())


@LANGUAGES
@pytest.mark.parametrize(("percent", "width"), [(100, 600), (100, 1000), (200, 930)])
def test_no_words_are_cut(
    page: LegalPage,
    appearance: Appearance,
    translation: Translation,
    notes: LegalNotes,
    language: Language,
    percent: int,
    width: int,
) -> None:
    appearance.set_text_size(percent)
    speak(page, translation, language)
    page.resize(width, 520)
    cut = []
    for place in range(len(notes.topics)):
        topics(page).setCurrentIndex(place)
        lay_out()
        cut += cut_words(page)

    assert cut == []
    assert page.width() == width


def test_each_degree_of_verification_has_words_of_its_own(
    page: LegalPage, notes: LegalNotes
) -> None:
    shown = set()
    for place, topic in enumerate(notes.topics):
        topics(page).setCurrentIndex(place)
        for province in Province if topic.id == CHILDREN else (Province.ON,):
            provinces(page).choose(province)
            lay_out()
            shown |= set(labels(page))

    marks = {each for each in shown if each.startswith(("Not verified", "Secondary", "Read in"))}
    assert len(marks) == len(Verified)
