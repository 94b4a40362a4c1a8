"""What the pane says of one service: only what its record states, and what is unknown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from tests.conftest import NOW
from tp_directory import wording
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.coverage import Coverage, Scope
from tp_directory.core.opening import open_phones, service_availability
from tp_directory.core.place import Province
from tp_directory.core.query import Hit
from tp_directory.core.service import (
    Location,
    Phone,
    PhoneKind,
    Service,
    Source,
    Verification,
)
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.ui.appearance import Appearance
from tp_directory.ui.service_pane import ServicePane

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

ShowService = Callable[..., ServicePane]


def example(**facts: object) -> Service:
    """A fictional service with these facts; whatever is not given is not stated."""
    stated: dict[str, object] = {
        "id": "00000000-0000-5000-8000-000000000001",
        "name": Text("Example House", "Maison Exemple"),
        "description": Text("A bed for the night.", "Un lit pour la nuit."),
        "organization": Text("Example Society", "Société Exemple"),
        "needs": ("shelter_emergency",),
        "coverage": Coverage(Scope.PROVINCE, (Province.ON,)),
        "serves": Text("Ontario", "Ontario"),
        "sources": (Source("https://example.org/house", date(2026, 11, 23), "2026-10"),),
        "verification": Verification.READ_TWICE,
        "timezone": "America/Toronto",
    }
    return Service(**{**stated, **facts})  # type: ignore[arg-type]  # facts are named by the tests


@pytest.fixture
def show(
    qtbot: QtBot, taxonomy: Taxonomy, appearance: Appearance, translation: object
) -> ShowService:
    def show(service: Service, language: Language = Language.EN) -> ServicePane:
        pane = ServicePane(taxonomy, appearance.tokens)
        qtbot.addWidget(pane)
        hit = Hit(service, service_availability(service, NOW), open_phones(service, NOW))
        pane.show_hit(hit, NOW, language)
        pane.resize(600, 700)
        with qtbot.waitExposed(pane):
            pane.show()
        return pane

    return show


def labels(pane: ServicePane) -> list[str]:
    return [label.text() for label in pane.findChildren(QLabel) if label.text()]


def test_the_main_number_comes_first_and_large(show: ShowService) -> None:
    fax = Phone("+1-807-555-0101", PhoneKind.FAX, Text("Fax", "Télécopieur"))
    voice = Phone("+1-807-555-0100", PhoneKind.VOICE, Text("Office", "Bureau"))
    pane = show(example(phones=(fax, voice)))
    numbers = [each for each in pane.findChildren(QLabel) if each.property("role") == "number"]

    assert [number.text() for number in numbers] == ["1-807-555-0100", "1-807-555-0101"]
    assert numbers[0].fontInfo().pixelSize() >= 1.5 * pane.fontInfo().pixelSize()


def test_each_number_says_whether_it_answers_now(show: ShowService) -> None:
    day = Phone("+1-807-555-0100", PhoneKind.VOICE, Text("Office"), "Mo-Fr 08:30-16:30")
    night = Phone("+1-807-555-0102", PhoneKind.VOICE, Text("Night"), "Mo-Su 20:00-06:00")
    unknown = Phone("+1-807-555-0103", PhoneKind.VOICE, Text("Other"))
    said = "\n".join(labels(show(example(phones=(day, night, unknown)))))

    assert "Open until" in said
    assert "Closed" in said
    assert "The hours of this number are not stated." in said


def test_a_copy_button_asks_for_its_own_number(qtbot: QtBot, show: ShowService) -> None:
    phone = Phone("+1-807-555-0100", PhoneKind.VOICE, Text("Office"), extension="12")
    pane = show(example(phones=(phone,)))
    copy = next(
        each for each in pane.findChildren(QPushButton) if "555-0100" in each.accessibleName()
    )
    with qtbot.waitSignal(pane.copy_wanted) as asked:
        QTest.mouseClick(copy, Qt.MouseButton.LeftButton)

    assert asked.args == ["1-807-555-0100 ext. 12"]


def test_no_number_is_said_to_be_none(show: ShowService) -> None:
    assert "No number is stated." in labels(show(example()))


def test_a_withheld_address_says_why_and_shows_none(show: ShowService) -> None:
    location = Location(Province.ON, "Kenora")
    said = labels(show(example(location=location, address_withheld="safety")))

    assert "Address withheld for safety (Kenora)" in said


def test_an_address_is_shown_with_its_town(show: ShowService) -> None:
    location = Location(Province.ON, "Kenora", street="1 Example Street", postal_code="P9N 0A0")

    assert "1 Example Street, Kenora, Ontario, P9N 0A0" in labels(show(example(location=location)))


def test_both_names_are_shown(show: ShowService) -> None:
    said = labels(show(example(), Language.FR))

    assert said[:2] == ["Maison Exemple", "Example House"]


def test_words_that_exist_in_one_language_are_marked(show: ShowService) -> None:
    said = "\n".join(labels(show(example(fees=Text("", "Gratuit")))))

    assert "Gratuit (stated in French only)" in said


@pytest.mark.parametrize(("stated_on", "tone"), [("2026-10", ""), ("2020", "warn"), ("", "warn")])
def test_old_and_undated_pages_are_amber(show: ShowService, stated_on: str, tone: str) -> None:
    source = Source("https://example.org/house", date(2026, 11, 23), stated_on)
    service = example(sources=(source,))
    pane = show(service)
    sentence = wording.facts_age(service, NOW.date(), Language.EN)
    age = next(each for each in pane.findChildren(QLabel) if each.text() == sentence)

    assert age.property("tone") == tone


def test_the_page_and_the_sentence_of_no_confirmation_are_shown(show: ShowService) -> None:
    pane = show(example())
    pages = [each.toPlainText() for each in pane.findChildren(QTextEdit)]

    assert pages == ["https://example.org/house"]
    assert wording.NOT_CONFIRMED.en in labels(pane)


def test_a_further_source_says_when_it_was_read(show: ShowService) -> None:
    first = Source("https://example.org/house", date(2026, 11, 23), "2026-10")
    second = Source("https://example.org/list", date(2026, 11, 20))
    said = labels(show(example(sources=(first, second))))

    assert "Read on 20 November 2026; the page is undated" in said


def test_a_long_address_breaks_instead_of_being_cut(show: ShowService) -> None:
    long = "https://example.org/" + "a-very-long-path-" * 12
    pane = show(example(url=long))
    label = next(each for each in pane.findChildren(QTextEdit) if each.toPlainText() == long)

    assert label.width() <= pane.viewport().width()
    assert label.heightForWidth(label.width()) <= label.height()


def test_the_page_is_shown_anew_when_its_words_change(show: ShowService) -> None:
    day = Phone("+1-807-555-0100", PhoneKind.VOICE, Text("Office"), "Mo-Fr 08:30-16:30")
    pane = show(example(phones=(day,)))
    assert pane.hit is not None
    pane.show_hit(pane.hit, NOW.replace(hour=21, minute=10), Language.EN)

    assert "Open, closes in 20 min" in labels(pane)


def test_showing_the_same_again_keeps_the_page(qapp: QApplication, show: ShowService) -> None:
    pane = show(example())
    page, hit = pane.widget(), pane.hit
    assert hit is not None
    pane.show_hit(hit, NOW, Language.EN)

    assert pane.widget() is page
