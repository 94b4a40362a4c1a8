"""The result as a worker reads it: what it means, what to do, whom to call, what was noted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.conftest import NOW
from tests.ui.screening.results import NAMES, all_yes, begun, case, protocol, vocabulary
from tests.ui.service.conftest import button, labels
from tests.ui.test_window import can_be_reached, cut_words, lay_out, letters
from tp_directory import editions
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.query import Query
from tp_directory.directory import Directory
from tp_directory.paths import Bundle
from tp_directory.screening.interview import Interview
from tp_directory.ui.announcer import PAUSE_MS, Announcer
from tp_directory.ui.appearance import Appearance
from tp_directory.ui.screening.best_service import BestService
from tp_directory.ui.screening.fold_button import FoldButton
from tp_directory.ui.screening.matches_view import MatchesView
from tp_directory.ui.screening.need_section import NeedSection
from tp_directory.ui.screening.result_page import ResultPage
from tp_directory.ui.screening.service_card import ServiceCard
from tp_directory.ui.screening.training_band import TrainingBand
from tp_directory.ui.translation import Translation
from tp_directory.ui.wrapping_tick import WrappingTick

Show = Callable[..., ResultPage]
LANGUAGES = pytest.mark.parametrize("language", list(Language))
HOTLINE = "1-833-900-1010"
FRAME = set("dpghyu")
"""Alt letters of the window's frame in English."""


def title_of(name: str) -> Text:
    return protocol(name).about.title if name else Text()


@pytest.fixture
def show(
    qtbot: QtBot, directory: Directory, appearance: Appearance, translation: Translation
) -> Show:
    """Shows what an interview comes to, from a place, in a language and a size of text."""
    pages: list[ResultPage] = []  # qtbot keeps no widget alive

    def show(
        interview: Interview,
        language: Language = Language.EN,
        home: str = "Kenora",
        percent: int = 100,
        width: int = 860,
        *,
        is_training: bool = False,
        asked: Directory = directory,
    ) -> ResultPage:
        translation.show(language)
        appearance.set_text_size(percent)
        page = ResultPage(asked, vocabulary(), title_of, language, appearance.tokens, home)
        qtbot.addWidget(page)
        pages.append(page)
        page.show_outcome(interview, is_training=is_training)
        page.resize(width, 640)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.setFocus()
        lay_out()
        return page

    return show


def seen(page: QWidget) -> str:
    return "\n".join(labels(page))


def tick(page: QWidget, name: str) -> WrappingTick:
    [found] = [each for each in page.findChildren(WrappingTick) if each.accessibleName() == name]
    return found


def place_box(page: QWidget) -> QLineEdit:
    box = page.findChild(QLineEdit, "result_place_box")
    assert isinstance(box, QLineEdit)
    return box


def search_from(page: QWidget, place: str) -> None:
    place_box(page).setFocus()
    place_box(page).selectAll()
    QTest.keyClicks(place_box(page), place)
    QTest.keyClick(place_box(page), Qt.Key.Key_Return)
    lay_out()


def needs(page: QWidget) -> list[str]:
    return [each.need for each in page.findChildren(NeedSection)]


def section(page: QWidget, need: str) -> NeedSection:
    [found] = [each for each in page.findChildren(NeedSection) if each.need == need]
    return found


def fold(page: QWidget, need: str) -> FoldButton:
    """The button that unfolds a need, or folds it."""
    found = section(page, need).findChild(FoldButton)
    assert isinstance(found, FoldButton)
    return found


def cards(page: QWidget) -> list[str]:
    """The services that are shown at their full length."""
    return [each.accessibleName() for each in page.findChildren(ServiceCard)]


def rows(page: QWidget) -> list[str]:
    """The services that are shown in a row: the best of each need that is folded."""
    return [each.accessibleName() for each in page.findChildren(BestService)]


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    lay_out()


@LANGUAGES
@pytest.mark.parametrize("scenario", ["s1_traffic_stop", "s4_shelter_partner", "s5_youth_hotel"])
def test_a_result_says_what_it_means_and_what_it_does_not(
    show: Show, scenario: str, language: Language
) -> None:
    interview = case(scenario)
    band = interview.outcome().band
    assert band is not None
    words = seen(show(interview, language))

    order = [
        words.index(each.best(language))
        for each in (band.title, band.text, vocabulary().disclaimer)
    ]
    assert order == sorted(order)


@LANGUAGES
def test_what_to_do_is_numbered_in_order_and_ticked_off_by_keyboard(
    show: Show, language: Language
) -> None:
    interview = case("s1_traffic_stop")
    page = show(interview, language)
    for number, action in enumerate(interview.outcome().actions, 1):
        step = tick(page, f"{number}. {action.best(language)}")
        assert QApplication.focusWidget() is step
        QTest.keyClick(step, Qt.Key.Key_Space)
        assert step.isChecked()
        QTest.keyClick(step, Qt.Key.Key_Tab)


def test_a_step_is_ticked_by_a_tap_on_its_words(show: Show) -> None:
    step = show(case("s1_traffic_stop")).findChildren(WrappingTick)[0]
    end = step.rect().bottomRight() / 2
    QTest.mouseClick(step, Qt.MouseButton.LeftButton, pos=end)

    assert step.isChecked()


@LANGUAGES
def test_what_was_noted_stands_under_its_dimension(show: Show, language: Language) -> None:
    interview = case("s1_traffic_stop")
    words = seen(show(interview, language))
    for noted in interview.outcome().noted:
        heading = words.rindex(vocabulary().dimensions[noted.dimension].best(language))
        for question in noted.questions:
            assert words.index(question.label.best(language), heading) > heading


def test_what_is_no_answer_is_counted_and_never_a_no(show: Show) -> None:
    assert (
        "7\u00a0questions were not asked or could not be told. "
        "2\u00a0questions the person preferred not to answer. None of these is a no."
    ) in seen(show(case("s1_traffic_stop")))


def test_a_result_with_nothing_noted_is_kind(show: Show) -> None:
    words = seen(show(case("s2_traffic_benign")))

    assert "No sign was noted. People often cannot speak the first time." in words


def test_a_need_says_which_answer_asked_for_it(show: Show) -> None:
    interview = case("s3_border_worker")
    reasons = interview.outcome().reasons["labour_rights"]
    page = show(interview)

    assert f"Because you noted: {reasons[0].label.en.rstrip('.')}" in seen(
        section(page, "labour_rights")
    )
    assert "Goes with this result" in seen(section(page, "trafficking"))


@LANGUAGES
@pytest.mark.parametrize("home", ["Kenora", "Toronto", "Iqaluit", "Chicoutimi", ""])
def test_every_need_has_its_section_in_order(
    show: Show, home: str, language: Language, directory: Directory
) -> None:
    interview = case("s1_traffic_stop")
    page = show(interview, language, home)
    names = [
        directory.taxonomy.needs.label(need).best(language) for need in interview.outcome().needs
    ]

    assert needs(page) == list(interview.outcome().needs)
    assert all(tick(page, name).isChecked() for name in names)


def test_a_number_is_copied_with_the_name_of_its_service(qtbot: QtBot, show: Show) -> None:
    page = show(case("s1_traffic_stop"))
    with qtbot.waitSignal(page.copy_wanted) as asked:
        QTest.keyClick(button(page, f"Copy, {HOTLINE}"), Qt.Key.Key_Space)

    assert asked.args is not None
    assert asked.args[0] == HOTLINE
    assert asked.args[1].startswith("Canadian Human Trafficking Hotline")


def test_ctrl_c_copies_the_number_of_the_card_that_has_the_keyboard(
    qtbot: QtBot, show: Show
) -> None:
    page = show(case("s1_traffic_stop"))
    ctrl = Qt.KeyboardModifier.ControlModifier
    with qtbot.waitSignal(page.card_missed):
        QTest.keyClick(page.findChildren(WrappingTick)[0], Qt.Key.Key_C, ctrl)
    button(page, f"Copy, {HOTLINE}").setFocus()
    with qtbot.waitSignal(page.copy_wanted) as asked:
        QTest.keyClick(button(page, f"Copy, {HOTLINE}"), Qt.Key.Key_C, ctrl)

    assert asked.args is not None
    assert asked.args[0] == HOTLINE


@LANGUAGES
@pytest.mark.parametrize("home", ["Kenora", "Québec", ""])
def test_the_first_needs_are_unfolded_and_each_further_one_is_a_row(
    show: Show, directory: Directory, home: str, language: Language
) -> None:
    page = show(all_yes("police_rapid"), language, home)
    unfolded, folded = needs(page)[:3], needs(page)[3:]

    assert all(section(page, each).findChildren(ServiceCard) for each in unfolded)
    assert not any(section(page, each).findChildren(ServiceCard) for each in folded)
    for each in folded:
        named = rows(section(page, each))
        none = "The directory names no service" if language is Language.EN else "aucun service"
        assert len(named) == 1 or none in seen(section(page, each))


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_need_is_unfolded_and_folded_again_by_keyboard(show: Show, key: Qt.Key) -> None:
    page = show(case("s1_traffic_stop"))
    legal = section(page, "legal")
    [best] = rows(legal)
    fold(page, "legal").setFocus()
    closed = fold(page, "legal").accessibleName()
    QTest.keyClick(fold(page, "legal"), key)
    lay_out()

    assert (closed, rows(legal)) == ("More: Legal help, collapsed", [])
    assert cards(legal)[0] == best
    assert QApplication.focusWidget() is fold(page, "legal")
    assert fold(page, "legal").accessibleName() == "Less: Legal help, expanded"
    QTest.keyClick(fold(page, "legal"), key)
    lay_out()
    assert (cards(legal), rows(legal)) == ([], [best])


@LANGUAGES
def test_a_need_that_was_unfolded_stays_so_for_another_place(
    show: Show, language: Language
) -> None:
    page = show(case("s1_traffic_stop"), language)
    click(fold(page, "legal"))
    search_from(page, "Toronto")
    page.set_language(language.other)
    lay_out()

    assert cards(section(page, "legal"))
    assert rows(section(page, "crisis_line"))


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_C])
def test_a_number_is_copied_from_a_row(qtbot: QtBot, show: Show, key: Qt.Key) -> None:
    page = show(case("s1_traffic_stop"))
    modifiers = Qt.KeyboardModifier
    ctrl = modifiers.ControlModifier if key is Qt.Key.Key_C else modifiers.NoModifier
    row = section(page, "crisis_line").findChild(BestService)
    assert isinstance(row, BestService)
    copy = row.findChild(QPushButton)
    assert isinstance(copy, QPushButton)
    copy.setFocus()
    with qtbot.waitSignal(page.copy_wanted) as asked:
        QTest.keyClick(copy, key, ctrl)

    assert asked.args is not None
    assert copy.accessibleName() == f"Copy, {asked.args[0]}"
    assert asked.args[0] in labels(row)
    assert asked.args[1].startswith(row.accessibleName())


def test_a_row_says_why_it_is_there_how_old_it_is_and_who_answers(show: Show) -> None:
    interview = case("s3_border_worker")
    [reason, *_] = interview.outcome().reasons["labour_rights"]
    [row] = section(show(interview), "labour_rights").findChildren(BestService)

    assert f"Because you noted: {reason.label.en.rstrip('.')}" in seen(row)
    assert {"Open", "Closed", "Hours unknown"} & set(labels(row))
    assert "page of " in seen(row) or "undated page" in seen(row)


def test_a_row_breaks_in_two_where_there_is_little_room(show: Show) -> None:
    page = show(case("s1_traffic_stop"), percent=200)
    [row] = section(page, "legal").findChildren(BestService)

    assert row.y() > tick(page, "Legal help").geometry().bottom()


def test_a_service_that_stands_above_is_named_with_its_number(show: Show) -> None:
    page = show(all_yes("border_interview"))
    click(fold(page, "report_tip"))

    assert f"Also, see above: Canadian Human Trafficking Hotline, {HOTLINE}" in seen(
        section(page, "report_tip")
    )


def test_a_service_is_opened_in_the_directory(
    qtbot: QtBot, show: Show, directory: Directory
) -> None:
    page = show(case("s1_traffic_stop"))
    name = "Canadian Human Trafficking Hotline"
    with qtbot.waitSignal(page.open_wanted) as asked:
        click(button(page, f"Open in the directory, {name}"))

    assert asked.args is not None
    assert directory.service(asked.args[0]).name.en == name


def test_the_directory_is_asked_for_all_services_of_a_need(qtbot: QtBot, show: Show) -> None:
    page = show(case("s1_traffic_stop"))
    click(fold(page, "crisis_line"))
    name = next(
        each.accessibleName()
        for each in section(page, "crisis_line").findChildren(QPushButton)
        if each.text().endswith("in the directory") and each.text().startswith("All")
    )
    with qtbot.waitSignal(page.query_wanted) as asked:
        click(button(page, name))

    assert asked.args == [Query(near="Kenora", needs=("crisis_line",))]


def test_a_need_that_is_left_out_is_not_asked_for(qtbot: QtBot, show: Show) -> None:
    page = show(case("s1_traffic_stop"))
    before = len(rows(page))
    legal = tick(page, "Legal help")
    legal.setFocus()
    QTest.keyClick(legal, Qt.Key.Key_Space)
    lay_out()
    with qtbot.waitSignal(page.query_wanted) as asked:
        click(button(page, "&Open all of these in the directory"))

    assert len(rows(page)) == before - 1
    assert QApplication.focusWidget() is not None
    assert asked.args == [
        Query(
            near="Kenora",
            needs=tuple(
                need for need in case("s1_traffic_stop").outcome().needs if need != "legal"
            ),
        )
    ]


def test_a_need_that_is_left_out_comes_back(show: Show) -> None:
    page = show(case("s1_traffic_stop"))
    before = rows(page)
    for _ in range(2):
        QTest.keyClick(tick(page, "Legal help"), Qt.Key.Key_Space)
    lay_out()

    assert rows(page) == before


def test_another_place_names_other_services(show: Show) -> None:
    page = show(case("s1_traffic_stop"))
    before = cards(page)
    search_from(page, "Iqaluit")

    assert cards(page) != before
    assert "They serve Iqaluit, NU; the closest come first." in seen(page)


def test_places_are_offered_while_one_is_typed(show: Show) -> None:
    page = show(case("s1_traffic_stop"), home="")
    box = place_box(page)
    box.setFocus()
    QTest.keyClicks(box, "Keno")
    offered = box.completer().model()

    assert offered.index(0, 0).data() == "Kenora, ON"


@LANGUAGES
def test_an_unknown_place_is_told_and_stays_to_be_mended(show: Show, language: Language) -> None:
    page = show(case("s1_traffic_stop"), language)
    search_from(page, "Nowhereville")

    assert place_box(page).text() == "Nowhereville"
    assert {"en": "“Nowhereville” is known", "fr": "«\u00a0Nowhereville\u00a0»"}[language] in seen(
        page
    )
    assert HOTLINE in seen(page)


def test_a_new_home_moves_a_search_that_starts_there(show: Show) -> None:
    page = show(case("s1_traffic_stop"))
    page.set_home("Toronto")
    moved = place_box(page).text()
    search_from(page, "Iqaluit")
    page.set_home("Kenora")

    assert moved == "Toronto"
    assert place_box(page).text() == "Iqaluit"


def test_who_is_meant_is_asked_for_first_and_can_be_taken_back(show: Show) -> None:
    page = show(case("s5_youth_hotel"), home="Toronto")
    for need in needs(page)[3:]:
        click(fold(page, need))
    youth = cards(page)
    for name in ("Youth", "Children"):
        assert tick(page, name).isChecked()
        click(tick(page, name))

    assert cards(page) != youth


def test_a_possible_minor_leads_to_the_other_check_and_to_who_to_call(
    qtbot: QtBot, show: Show
) -> None:
    page = show(case("s4_shelter_partner", age_band="minor"))
    with qtbot.waitSignal(page.switch_wanted) as switched:
        click(button(page, "Go on with: Under-18 check"))
    with qtbot.waitSignal(page.child_wanted):
        click(button(page, "Who to call for a child"))

    assert switched.args == ["youth_check"]


def test_an_adult_is_led_to_no_other_check(show: Show) -> None:
    names = {
        each.accessibleName() for each in show(case("s1_traffic_stop")).findChildren(QPushButton)
    }

    assert "Who to call for a child" not in names
    assert not any(name.startswith("Go on with") for name in names)


@pytest.mark.parametrize(
    ("words", "signal"),
    [
        ("← &Back to the questions", "back_wanted"),
        ("&Legal notes", "legal_notes_wanted"),
        ("&Finish and erase", "done_wanted"),
    ],
)
def test_a_result_leads_back_on_and_out(qtbot: QtBot, show: Show, words: str, signal: str) -> None:
    page = show(case("s1_traffic_stop"))
    with qtbot.waitSignal(getattr(page, signal)):
        QTest.keyClick(button(page, words), Qt.Key.Key_Space)


def test_a_line_that_closes_while_the_page_is_read_is_not_open_any_more(
    show: Show, bundle: Bundle, editions_folder: Path
) -> None:
    moment = [NOW]
    opened = editions.current(
        bundle, editions_folder, clock=lambda: moment[0], progress=lambda step: None
    )
    page = show(case("s1_traffic_stop"), asked=opened.directory)
    click(fold(page, "legal"))
    assert "Open until 17:00" in seen(page)
    focused = button(page, f"Copy, {HOTLINE}")
    focused.setFocus()
    moment[0] = NOW + timedelta(hours=12)
    services = page.findChild(MatchesView)
    assert isinstance(services, MatchesView)
    services.show_time()
    lay_out()

    assert "Open until 17:00" not in seen(page)
    assert QApplication.focusWidget() is button(page, f"Copy, {HOTLINE}")
    page.hide()
    moment[0] = NOW + timedelta(days=1)
    page.show()
    lay_out()
    assert "Open until 17:00" in seen(page)
    opened.directory.close()


def test_another_language_states_the_facts_and_keeps_what_was_ticked(show: Show) -> None:
    page = show(case("s1_traffic_stop"))
    actions = case("s1_traffic_stop").outcome().actions
    click(tick(page, f"1. {actions[0].en}"))
    click(tick(page, "Legal help"))
    page.set_language(Language.FR)
    lay_out()

    assert tick(page, f"1. {actions[0].fr}").isChecked()
    assert not tick(page, "Aide juridique").isChecked()
    assert vocabulary().disclaimer.fr in seen(page)


def test_training_says_that_the_case_is_fictional(show: Show) -> None:
    words = "Training: fictional, counts nothing, keeps nothing"

    page = show(case("s1_traffic_stop"), is_training=True)
    band = page.findChild(TrainingBand)
    assert isinstance(band, TrainingBand)
    assert band.isVisible()
    assert words in seen(band)
    page.show_outcome(case("s1_traffic_stop"))
    assert not band.isVisible()


def test_a_screen_reader_hears_the_result_and_none_that_was_forgotten(
    qtbot: QtBot, show: Show
) -> None:
    page = show(case("s1_traffic_stop"))
    announcer = page.findChild(Announcer)
    assert isinstance(announcer, Announcer)
    with qtbot.waitSignal(announcer.announced) as told:
        page.show_outcome(case("s1_traffic_stop"))
    page.show_outcome(case("s1_traffic_stop"))
    with qtbot.assertNotEmitted(announcer.announced, wait=2 * PAUSE_MS):
        page.forget()

    assert told.args is not None
    assert told.args[0].startswith("Indicators present in several areas: refer. What you noted")


def test_nothing_is_left_of_a_result_that_was_forgotten(show: Show) -> None:
    page = show(case("s1_traffic_stop"))
    search_from(page, "Iqaluit")
    page.forget()
    QApplication.sendPostedEvents(None, 0)
    lay_out()

    assert place_box(page).text() == "Kenora"
    assert cards(page) == needs(page) == []
    assert not [each for each in labels(page) if "paper" in each]
    assert not [each for each in page.findChildren(QAbstractButton) if each.isVisible()]


def test_a_page_that_was_forgotten_shows_the_next_result(show: Show) -> None:
    page = show(case("s1_traffic_stop"))
    page.forget()
    page.show_outcome(case("s5_youth_hotel"))
    lay_out()

    assert needs(page) == list(case("s5_youth_hotel").outcome().needs)


def test_an_immediate_danger_names_whom_to_call(show: Show) -> None:
    page = show(begun("youth_check", danger="yes"))

    assert needs(page) == ["child_protection", "crisis_line", "health_medical", "shelter_emergency"]
    assert cards(page)


@pytest.mark.parametrize("scenario", ["s4_shelter_partner", "s5_youth_hotel"])
def test_tab_walks_through_the_page_in_reading_order(show: Show, scenario: str) -> None:
    page = show(case(scenario, age_band="minor"))
    first = page.findChildren(NeedSection)[0].findChildren(WrappingTick)[0]
    for _ in range(2):  # what is built anew is reached where it stands
        click(first)
    button(page, "← &Back to the questions").setFocus()
    inside = page.findChild(QWidget, "page_column")
    assert isinstance(inside, QWidget)
    walked: list[QWidget] = []
    while (focused := QApplication.focusWidget()) not in walked:
        assert focused is not None
        walked.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    places = [QRect(each.mapTo(inside, QPoint()), each.size()) for each in walked]

    assert set(walked) == set(can_be_reached(page))
    for before, after in pairwise(places):
        assert after.bottom() >= before.top()
        assert after.top() >= before.bottom() or after.left() >= before.right()


@LANGUAGES
@pytest.mark.parametrize("name", NAMES)
def test_everything_that_can_be_reached_has_a_name(
    show: Show, name: str, language: Language
) -> None:
    for each in can_be_reached(show(all_yes(name), language)):
        interface = QAccessible.queryAccessibleInterface(each)
        assert interface.text(QAccessible.Text.Name)


def test_no_letter_leads_to_two_controls(show: Show) -> None:
    found = letters(show(case("s4_shelter_partner", age_band="minor")))

    assert found == sorted(set(found))
    assert not FRAME & set(found)


@pytest.mark.parametrize(("percent", "width"), [(100, 700), (200, 820), (200, 1300)])
@LANGUAGES
@pytest.mark.parametrize("name", ["shelter_adult", "youth_check"])
def test_no_words_are_cut(
    show: Show, name: str, language: Language, percent: int, width: int
) -> None:
    assert cut_words(show(all_yes(name), language, "Montréal", percent, width)) == []


@pytest.mark.parametrize("percent", [100, 200])
def test_targets_are_large_enough_for_gloves(show: Show, percent: int) -> None:
    page = show(case("s4_shelter_partner", age_band="minor"), percent=percent)
    least = page.fontInfo().pixelSize() * 2.75
    targets = [each for each in page.findChildren(QAbstractButton) if each.isVisible()]

    assert [each for each in targets if each.height() < least] == []


@pytest.fixture
def save_as(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Path | str], None]]:
    """Answers the question for a file, "" for none."""

    def save_as(file: Path | str) -> None:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))

    yield save_as


def choose(page: QWidget, language: Language) -> None:
    """Choose the language of a summary from the menu of its button."""
    [menu] = filter(None, (each.menu() for each in page.findChildren(QPushButton)))
    menu.actions()[list(Language).index(language)].trigger()


@LANGUAGES
def test_a_summary_is_saved_in_the_language_that_is_chosen(
    qtbot: QtBot,
    show: Show,
    tmp_path: Path,
    save_as: Callable[[Path | str], None],
    language: Language,
) -> None:
    page = show(case("s1_traffic_stop"), language.other)
    save_as(tmp_path / "a.txt")
    with qtbot.waitSignal(page.saved) as saved:
        choose(page, language)
    text = (tmp_path / "a.txt").read_text(encoding="utf-8")

    assert saved.args == ["a.txt"]
    assert vocabulary().disclaimer.best(language) in text
    assert HOTLINE in text


def test_a_summary_is_a_pdf_unless_its_name_says_text(
    qtbot: QtBot, show: Show, tmp_path: Path, save_as: Callable[[Path | str], None]
) -> None:
    page = show(case("s1_traffic_stop"))
    save_as(tmp_path / "a")
    with qtbot.waitSignal(page.saved):
        choose(page, Language.EN)

    assert [each.name for each in tmp_path.iterdir()] == ["a.pdf"]
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")


def test_a_summary_leaves_out_what_was_left_out(
    qtbot: QtBot, show: Show, tmp_path: Path, save_as: Callable[[Path | str], None]
) -> None:
    page = show(case("s1_traffic_stop"))
    click(tick(page, "Legal help"))
    save_as(tmp_path / "a.txt")
    with qtbot.waitSignal(page.saved):
        choose(page, Language.EN)

    assert "Legal help" not in (tmp_path / "a.txt").read_text(encoding="utf-8")


def test_nothing_is_saved_without_a_name(
    qtbot: QtBot, show: Show, save_as: Callable[[Path | str], None]
) -> None:
    page = show(case("s1_traffic_stop"))
    save_as("")
    with qtbot.assertNotEmitted(page.saved), qtbot.assertNotEmitted(page.refused):
        choose(page, Language.EN)


def test_a_summary_that_cannot_be_written_is_told(
    qtbot: QtBot, show: Show, tmp_path: Path, save_as: Callable[[Path | str], None]
) -> None:
    page = show(case("s1_traffic_stop"))
    save_as(tmp_path / "missing" / "a.pdf")
    with qtbot.waitSignal(page.refused) as refused, qtbot.assertNotEmitted(page.saved):
        choose(page, Language.EN)

    assert refused.args is not None
    assert refused.args[0].en.startswith(f"Cannot write in {tmp_path / 'missing'}")


def test_a_result_leaves_the_clipboard_alone(show: Show) -> None:
    QGuiApplication.clipboard().clear()
    page = show(case("s1_traffic_stop"))
    copied = QSignalSpy(page.copy_wanted)
    search_from(page, "Toronto")
    page.forget()

    assert QGuiApplication.clipboard().text() == ""
    assert copied.count() == 0
