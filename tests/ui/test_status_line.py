"""The last line: the age of the edition, a quiet confirmation, the language and the text size."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QPushButton, QStyle, QStyleOptionButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.service.conftest import button
from tests.ui.test_window import press
from tp_directory.core.bilingual import Language
from tp_directory.core.update_standing import Standing
from tp_directory.core.updating import Outcome
from tp_directory.directory import Directory
from tp_directory.ui.actions import Actions
from tp_directory.ui.appearance import Appearance
from tp_directory.ui.elided_button import ElidedButton
from tp_directory.ui.status_line import StatusLine
from tp_directory.ui.window import Window

LEFT = Qt.MouseButton.LeftButton
NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)


@pytest.fixture
def line(qtbot: QtBot, actions: Actions, appearance: Appearance) -> StatusLine:
    line = StatusLine(actions, Language.EN)
    qtbot.addWidget(line)
    line.resize(1000, 40)
    line.show()
    return line


def said(line: QWidget) -> list[str]:
    return [each.text() for each in line.findChildren(QLabel) if each.text()]


def age(line: QWidget) -> ElidedButton:
    """What names the edition."""
    [button] = line.findChildren(ElidedButton)
    return button


def fade(line: StatusLine) -> None:
    """Let the time of a confirmation be over."""
    timer = line.findChild(QTimer)
    assert timer is not None
    assert timer.isActive()
    timer.start(1)


def test_the_age_of_the_records_is_said_in_the_language_in_force(
    line: StatusLine, directory: Directory
) -> None:
    line.show_edition(directory.edition, NOW)
    english = age(line).text()
    line.set_language(Language.FR)

    assert english == "Records read 3 days ago"
    assert age(line).text() == "Fiches lues il y a 3 jours"


def test_how_updates_stand_follows_in_a_few_words(line: StatusLine, directory: Directory) -> None:
    line.show_edition(directory.edition, NOW)
    line.show_standing(Standing(Outcome.UP_TO_DATE, NOW), NOW, is_set_up=True)

    assert age(line).text() == "Records read 3 days ago, up to date"
    line.show_standing(Standing(Outcome.UNREACHABLE, NOW), NOW, is_set_up=True)
    line.set_language(Language.FR)
    assert age(line).text() == (
        "Fiches lues il y a 3 jours, mises à jour injoignables depuis aujourd'hui"
    )


def test_the_age_leads_to_the_updates(
    qtbot: QtBot, line: StatusLine, actions: Actions, directory: Directory
) -> None:
    line.show_edition(directory.edition, NOW)

    with qtbot.waitSignal(actions.updates.triggered):
        QTest.mouseClick(age(line), LEFT)


def test_what_is_new_leads_to_the_updates_until_the_words_fade(
    qtbot: QtBot, line: StatusLine, actions: Actions, directory: Directory
) -> None:
    line.show_edition(directory.edition, NOW)
    line.offer_news("Edition 13 is in use: 4 added")
    assert not age(line).isVisible()
    with qtbot.waitSignal(actions.updates.triggered):
        QTest.mouseClick(button(line, "What is new"), LEFT)

    assert not button(line, "What is new").isVisible()
    assert age(line).isVisible()


@pytest.mark.parametrize(("days", "tone"), [(89, "muted"), (90, "warn")])
def test_an_old_edition_is_shown_to_be_old(
    line: StatusLine, directory: Directory, days: int, tone: str
) -> None:
    read_on = datetime.fromisoformat(directory.edition.records_read_on).replace(tzinfo=UTC)
    line.show_edition(directory.edition, read_on + timedelta(days=days))

    assert age(line).property("tone") == tone


def test_a_confirmation_fades(qtbot: QtBot, line: StatusLine) -> None:
    line.confirm("Copied: 1-807-555-0100")
    assert said(line) == ["Copied: 1-807-555-0100"]
    fade(line)

    qtbot.waitUntil(lambda: said(line) == [])


def test_a_confirmation_stands_where_the_age_stood(
    qtbot: QtBot, line: StatusLine, directory: Directory
) -> None:
    line.show_edition(directory.edition, NOW)
    option = QStyleOptionButton()
    age(line).initStyleOption(option)
    style = age(line).style()
    words = style.subElementRect(
        QStyle.SubElement.SE_PushButtonContents, option, age(line)
    ).translated(age(line).pos())
    line.confirm("Copied: 1-807-555-0100")
    [label] = [each for each in line.findChildren(QLabel) if each.text()]

    qtbot.waitUntil(lambda: label.x() + label.contentsRect().x() == words.x())


def test_a_confirmation_shows_letters_and_no_markup(line: StatusLine) -> None:
    line.confirm("Kept no longer: <b>Example</b>")
    [label] = [each for each in line.findChildren(QLabel) if each.text()]

    assert label.textFormat() is Qt.TextFormat.PlainText


def test_undo_is_offered_until_the_words_fade(qtbot: QtBot, line: StatusLine) -> None:
    undo = button(line, "&Undo")
    assert not undo.isVisible()
    line.offer_undo("Kept no longer: Example House")
    assert undo.isVisible()
    fade(line)

    qtbot.waitUntil(lambda: not undo.isVisible())


def test_what_is_confirmed_next_offers_no_undo(line: StatusLine) -> None:
    line.offer_undo("Kept no longer: Example House")
    line.confirm("Copied: 1-807-555-0100")

    assert not button(line, "&Undo").isVisible()


def test_undo_is_offered_once(qtbot: QtBot, line: StatusLine, actions: Actions) -> None:
    line.offer_undo("Kept no longer: Example House")
    with qtbot.waitSignal(actions.undo.triggered):
        QTest.mouseClick(button(line, "&Undo"), LEFT)

    assert said(line) == []
    assert not button(line, "&Undo").isVisible()


def test_a_confirmation_outlives_another_size_of_text(line: StatusLine) -> None:
    line.offer_undo("Kept no longer: Example House")
    line.show_text_size(125)

    assert said(line) == ["Kept no longer: Example House"]
    assert button(line, "&Undo").isVisible()


def test_a_confirmation_does_not_stay_in_the_other_language(line: StatusLine) -> None:
    line.confirm("Copied: 1-807-555-0100")
    line.set_language(Language.FR)

    assert said(line) == []


def test_the_text_size_is_shown_and_goes_back_to_the_usual(
    qtbot: QtBot, line: StatusLine, actions: Actions
) -> None:
    line.show_text_size(150)
    size = button(line, "Text size: 150 %")
    with qtbot.waitSignal(actions.usual_size.triggered):
        QTest.mouseClick(size, LEFT)

    assert size.text() == "150 %"


def test_the_sheet_of_keys_is_asked_for(qtbot: QtBot, line: StatusLine, actions: Actions) -> None:
    with qtbot.waitSignal(actions.keys.triggered):
        QTest.mouseClick(button(line, "Ke&ys"), LEFT)


def test_only_the_other_language_is_told(line: StatusLine) -> None:
    told = QSignalSpy(line.language_chosen)
    QTest.mouseClick(button(line, "English"), LEFT)
    QTest.mouseClick(button(line, "Français"), LEFT)

    assert [told.at(each) for each in range(told.count())] == [[Language.FR]]


def test_the_language_in_force_is_marked(line: StatusLine) -> None:
    line.set_language(Language.FR)

    assert button(line, "Français").isChecked()
    assert not button(line, "English").isChecked()


def test_the_window_switches_language_and_size_from_the_line(
    qtbot: QtBot, window: Window, appearance: Appearance
) -> None:
    press(window, "Ctrl++")
    QTest.mouseClick(button(window, "Text size: 110 %"), LEFT)
    QTest.mouseClick(button(window, "Français"), LEFT)

    qtbot.waitUntil(
        lambda: (
            "Taille du texte\xa0: 100\xa0%"
            in [each.accessibleName() for each in window.findChildren(QPushButton)]
        )
    )
