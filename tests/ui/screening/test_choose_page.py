"""Choosing a checklist: what each says of itself, and in which language to begin."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.screening.conftest import written
from tests.ui.screening.conftest import click
from tests.ui.service.conftest import labels
from tests.ui.test_window import can_be_reached, cut_words, lay_out, letters
from tp_directory.core.bilingual import Language
from tp_directory.paths import Bundle
from tp_directory.screening.contents import Listed
from tp_directory.screening.shelf import Shelf
from tp_directory.screening.vocabulary import Vocabulary
from tp_directory.ui.appearance import Appearance
from tp_directory.ui.screening.choose_page import ChoosePage
from tp_directory.ui.screening.protocol_card import ProtocolCard
from tp_directory.ui.screening.refused_card import RefusedCard
from tp_directory.ui.translation import Translation

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

LANGUAGES = pytest.mark.parametrize("language", list(Language))
BROKEN = "type | name | label | relevant" + "".join(
    f"\ninteger | q{each} | Q | nosuch(1)" for each in range(7)
)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder with one checklist that can be used and one that cannot."""
    (tmp_path / "example.xlsx").write_bytes(
        written(
            survey="type | name | label\ninteger | beds | Beds?",
            settings="form_title | form_id | version | audience | author\n"
            "Example intake | example | 7 | harbour | Example Society",
        )
    )
    (tmp_path / "wrong.xlsx").write_bytes(written(survey=BROKEN))
    return tmp_path


@pytest.fixture
def listed(bundle: Bundle, own: Path) -> tuple[Listed, ...]:
    return tuple(Shelf(bundle.data / "protocols", own, frozenset()).read())


@pytest.fixture
def page(
    qtbot: QtBot, translation: Translation, appearance: Appearance, vocabulary: Vocabulary
) -> ChoosePage:
    translation.show(Language.EN)
    appearance.show_scheme(Qt.ColorScheme.Light)
    page = ChoosePage(vocabulary, Language.EN)
    qtbot.addWidget(page)
    page.resize(780, 600)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


@pytest.fixture
def french(listed: tuple[Listed, ...]) -> str:
    """The name of the button that begins the check of minors in French."""
    youth = next(
        each.protocol for each in listed if each.protocol and each.protocol.id == "youth_check"
    )
    return f"Commencer en français, {youth.about.title.fr}"


def show(page: ChoosePage, listed: tuple[Listed, ...]) -> None:
    page.show_listed(listed)
    lay_out()


def card(page: ChoosePage, title: str) -> QWidget:
    cards = [*page.findChildren(ProtocolCard), *page.findChildren(RefusedCard)]
    return next(each for each in cards if title in labels(each))


def visible(widget: QWidget) -> list[str]:
    return [each.text() for each in widget.findChildren(QPushButton) if not each.isHidden()]


def test_a_checklist_says_for_whom_it_is_and_that_it_is_a_draft(
    page: ChoosePage, listed: tuple[Listed, ...]
) -> None:
    show(page, listed)
    said = labels(card(page, "Shelter intake: conversation guide (adult)"))

    assert "Draft, not validated" in said
    assert "For: shelters and community organizations, adults" in said
    assert "TP Directory · version 0.1 · 23 November 2026" in said
    assert any(each.startswith("Emergency or transition shelter") for each in said)


@LANGUAGES
def test_what_every_checklist_is_worth_is_said_once(
    page: ChoosePage, listed: tuple[Listed, ...], vocabulary: Vocabulary, language: Language
) -> None:
    page.set_language(language)
    show(page, listed)
    said = labels(page)

    assert said.count(vocabulary.disclaimer.stated_in(language)) == 1
    assert said.count(vocabulary.data_rule.stated_in(language)) == 1
    for each in listed:
        if each.protocol is not None and not each.is_own:
            assert each.protocol.about.title.stated_in(language) in said
            assert each.protocol.about.setting.stated_in(language) in said


def test_a_checklist_begins_in_either_language(
    qtbot: QtBot, page: ChoosePage, listed: tuple[Listed, ...], french: str
) -> None:
    show(page, listed)
    with qtbot.waitSignal(page.chosen) as first:
        click(page, "Begin, Under-18 check")
    with qtbot.waitSignal(page.chosen) as second:
        click(page, french)

    assert [each.args[0].id for each in (first, second)] == ["youth_check", "youth_check"]
    assert [each.args[1] for each in (first, second)] == [Language.EN, Language.FR]


def test_the_language_that_was_used_last_comes_first_until_it_is_forgotten(
    page: ChoosePage, listed: tuple[Listed, ...], french: str
) -> None:
    show(page, listed)
    before = visible(card(page, "Under-18 check"))
    click(page, french)
    after, said = visible(card(page, "Under-18 check")), labels(card(page, "Under-18 check"))
    page.forget()

    assert before == ["Begin", "Commencer en français"]
    assert after == ["Commencer en français", "Begin"]
    assert "Last used in French." in said
    assert visible(card(page, "Under-18 check")) == before


def test_an_own_checklist_shows_its_hash_and_that_nobody_reviewed_it(
    page: ChoosePage, listed: tuple[Listed, ...]
) -> None:
    show(page, listed)
    mine = card(page, "Example intake")
    digest = mine.findChild(QLineEdit)
    assert isinstance(digest, QLineEdit)
    protocol = next(each.protocol for each in listed if each.is_own and each.protocol)

    assert digest.text() == digest.toolTip() == protocol.form.sha256
    assert digest.isReadOnly()
    assert {"Not reviewed", "Status not stated", "For: harbour"} <= set(labels(mine))


def test_a_reviewed_checklist_is_not_marked(
    bundle: Bundle, own: Path, page: ChoosePage, listed: tuple[Listed, ...]
) -> None:
    digest = next(each.protocol for each in listed if each.is_own and each.protocol).form.sha256
    page.show_listed(tuple(Shelf(bundle.data / "none", own, frozenset({digest})).read()))
    marks = [
        each.text()
        for each in card(page, "Example intake").findChildren(QLabel)
        if each.isVisible()
    ]

    assert "Not reviewed" not in marks


def test_a_workbook_that_is_refused_says_why_and_can_be_removed(
    qtbot: QtBot, page: ChoosePage, listed: tuple[Listed, ...]
) -> None:
    show(page, listed)
    said = labels(card(page, "wrong.xlsx"))
    with qtbot.waitSignal(page.remove_wanted) as removed:
        click(page, "Remove, wrong.xlsx")

    assert any("survey, row 2, relevant" in each for each in said)
    assert not any("row 7" in each for each in said)
    assert "+2" in said
    assert removed.args[0].file.name == "wrong.xlsx"


def test_what_travels_with_the_program_cannot_be_removed(
    page: ChoosePage, listed: tuple[Listed, ...]
) -> None:
    show(page, listed)

    assert "Remove" not in visible(card(page, "Under-18 check"))


def test_the_page_leads_elsewhere(qtbot: QtBot, page: ChoosePage) -> None:
    for name, signal in (
        ("A &child: who to call", page.child_wanted),
        ("&Legal notes", page.legal_notes_wanted),
        ("&Add a checklist…", page.add_wanted),
    ):
        with qtbot.waitSignal(signal):
            click(page, name)


def test_tab_goes_in_reading_order(page: ChoosePage, listed: tuple[Listed, ...]) -> None:
    show(page, listed[:1])
    page.setFocus()
    walked = []
    for _ in range(5):
        focused = QApplication.focusWidget()
        assert isinstance(focused, QPushButton)
        walked.append(focused.text())
        QTest.keyClick(focused, Qt.Key.Key_Tab)

    assert walked == [
        "A &child: who to call",
        "&Legal notes",
        "&Add a checklist…",
        "Begin",
        "Commencer en français",
    ]


@LANGUAGES
@pytest.mark.parametrize("percent", [100, 200])
def test_everything_can_be_read_and_has_a_name(
    page: ChoosePage,
    listed: tuple[Listed, ...],
    appearance: Appearance,
    translation: Translation,
    language: Language,
    percent: int,
) -> None:
    translation.show(language)
    appearance.set_text_size(percent)
    page.set_language(language)
    show(page, listed)
    found = letters(page)

    assert cut_words(page) == []
    assert [each for each in can_be_reached(page) if not _name(each)] == []
    assert len(found) == len(set(found)) == 3


def _name(widget: QWidget) -> str:
    return widget.accessibleName() or (widget.text() if isinstance(widget, QPushButton) else "")
