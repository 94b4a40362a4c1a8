"""The page of child protection: the province's own services first, and no decision by age."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLabel
from pytestqt.qtbot import QtBot

from tests.conftest import NOW
from tests.ui.service.conftest import OFFICE, button, example, labels, toned
from tests.ui.test_window import cut_words, lay_out
from tp_directory import editions
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.coverage import Coverage, Scope
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.place import Province
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.directory import Directory
from tp_directory.paths import Bundle
from tp_directory.screening.legal_notes import CHILDREN, LegalNotes, read_legal_notes
from tp_directory.ui.appearance import Appearance
from tp_directory.ui.screening.child_page import ChildPage
from tp_directory.ui.screening.province_box import ProvinceBox
from tp_directory.ui.tokens import DARK
from tp_directory.ui.translation import Translation

LANGUAGES = pytest.mark.parametrize("language", list(Language))
CONTROL = Qt.KeyboardModifier.ControlModifier
NEEDS = ("child_protection",)
HOUSE = example(
    needs=NEEDS, phones=(replace(OFFICE, hours="Mo-Fr 08:00-16:00"),), hours="Mo-Fr 08:00-16:00"
)
MUTE = replace(
    HOUSE,
    id="00000000-0000-5000-8000-000000000002",
    name=Text("Mute House", "Maison Muette"),
    phones=(),
    hours="",
)
LINE = replace(
    HOUSE,
    id="00000000-0000-5000-8000-000000000003",
    name=Text("Example Line", "Ligne Exemple"),
    coverage=Coverage(Scope.NATIONAL),
    serves=Text("Canada", "Canada"),
    phones=(replace(OFFICE, number="+1-800-555-0123", hours="24/7"),),
    hours="24/7",
)
Make = Callable[..., ChildPage]


@pytest.fixture
def small_directory(
    tmp_path: Path,
    bundle: Bundle,
    gazetteer: Gazetteer,
    taxonomy: Taxonomy,
    clock: list[datetime],
) -> Iterator[Directory]:
    """Two services of Ontario and one of all of Canada."""
    folder = tmp_path / "edition"
    services = (HOUSE, MUTE, LINE)
    editions.write(folder, services, gazetteer, taxonomy, built_at=NOW.isoformat())
    directory = editions.open_edition(folder, bundle.data, clock=lambda: clock[-1])
    yield directory
    directory.close()


@pytest.fixture(scope="session")
def notes(bundle: Bundle) -> LegalNotes:
    return read_legal_notes(bundle.data / "legal" / "canada.yaml")


@pytest.fixture
def clock() -> list[datetime]:
    """What time it is, the last of them."""
    return [NOW]


@pytest.fixture
def make(
    qtbot: QtBot,
    notes: LegalNotes,
    appearance: Appearance,
    translation: Translation,
) -> Make:
    def make(
        directory: Directory, province: Province = Province.ON, language: Language = Language.EN
    ) -> ChildPage:
        translation.show(language)
        page = ChildPage(directory, notes, language, appearance.tokens, province)
        qtbot.addWidget(page)
        page.resize(1000, 700)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        lay_out()
        return page

    return make


@pytest.fixture
def page(make: Make, small_directory: Directory) -> ChildPage:
    return make(small_directory)


def cards(page: ChildPage) -> list[list[str]]:
    """What the rule and each service say."""
    lay_out()
    found = page.findChildren(QFrame, "card")
    return [[each.text() for each in card.findChildren(QLabel)] for card in found]


def choose(page: ChildPage, province: Province) -> None:
    box = page.findChild(ProvinceBox)
    assert isinstance(box, ProvinceBox)
    box.choose(province)
    lay_out()


def test_the_services_of_the_province_stand_before_those_of_all_of_canada(page: ChildPage) -> None:
    rule, *services = cards(page)

    assert rule[-2:] == ["Immediate danger", "911"]
    assert services == [
        [
            "Example House",
            "Example Society",
            "Serves: Ontario",
            "1-807-555-0100",
            "Office · Mon–Fri 08:00–16:00",
            "Open until 16:00 EST",
            "The page is from October 2026",
        ],
        [
            "Mute House",
            "Example Society",
            "Serves: Ontario",
            "No number is stated.",
            "The page is from October 2026",
        ],
        [
            "Example Line",
            "Example Society",
            "Serves: Canada",
            "1-800-555-0123",
            "Office · 24 hours a day, 7 days a week",
            "Open day and night",
            "The page is from October 2026",
        ],
    ]


def test_a_province_without_a_service_says_so_and_shows_what_serves_canada(
    page: ChildPage,
) -> None:
    choose(page, Province.YT)
    words = "The directory has no child protection service of this province."

    assert toned(page, words) == "warn"
    assert [card[0] for card in cards(page)[1:]] == ["Example Line"]


@LANGUAGES
def test_the_rule_stands_first_and_ages_stand_last(
    make: Make, small_directory: Directory, notes: LegalNotes, language: Language
) -> None:
    page = make(small_directory, language=language)
    words, children = labels(page), notes.topic(CHILDREN)
    law = [note.text.best(language) for note in children.in_province(Province.ON)]

    assert cards(page)[0][0] == children.rule.best(language)
    assert words.index(HOUSE.name.best(language)) < words.index(law[0])
    assert set(law) <= set(words)
    is_said = "Traduction du programme, non révisée." in words
    assert is_said is (language is Language.FR)


@LANGUAGES
def test_all_provinces_and_territories_can_be_chosen_in_the_language(
    make: Make, small_directory: Directory, language: Language
) -> None:
    page = make(small_directory, language=language)
    box = page.findChild(ProvinceBox)
    assert isinstance(box, ProvinceBox)
    names = {box.itemText(place) for place in range(box.count())}

    assert names == {province.label.best(language) for province in Province}
    assert box.currentText() == "Ontario"


def test_another_language_keeps_the_province(page: ChildPage, translation: Translation) -> None:
    choose(page, Province.YT)
    translation.show(Language.FR)
    page.set_language(Language.FR)

    assert [card[0] for card in cards(page)[1:]] == ["Ligne Exemple"]


def test_a_province_is_chosen_by_keyboard(page: ChildPage) -> None:
    page.setFocus()
    box = page.findChild(ProvinceBox)
    assert isinstance(box, ProvinceBox)
    QTest.keyClick(box, Qt.Key.Key_Y)
    lay_out()

    assert [card[0] for card in cards(page)[1:]] == ["Example Line"]


def test_numbers_are_copied_by_their_buttons(qtbot: QtBot, page: ChildPage) -> None:
    copied = []
    page.copy_wanted.connect(lambda words, name: copied.append((words, name)))
    for name in ("Copy 911", "Copy, 1-807-555-0100"):
        QTest.keyClick(button(page, name), Qt.Key.Key_Space)

    assert copied == [("911", ""), ("1-807-555-0100", "Example House")]


def test_the_key_that_copies_acts_on_the_card_that_has_the_keyboard(
    qtbot: QtBot, page: ChildPage
) -> None:
    button(page, "Open in the directory, Example Line").setFocus()
    with qtbot.waitSignal(page.copy_wanted) as copied:
        QTest.keyClick(page, Qt.Key.Key_C, CONTROL)
    button(page, "Open in the directory, Mute House").setFocus()
    with qtbot.waitSignal(page.number_missed):
        QTest.keyClick(page, Qt.Key.Key_C, CONTROL)
    page.setFocus()
    with qtbot.waitSignal(page.card_missed):
        QTest.keyClick(page, Qt.Key.Key_C, CONTROL)

    assert copied.args == ["1-800-555-0123", "Example Line"]


def test_a_service_is_opened_and_the_law_is_asked_for(qtbot: QtBot, page: ChildPage) -> None:
    with qtbot.waitSignal(page.open_wanted) as opened:
        QTest.keyClick(button(page, "Open in the directory, Mute House"), Qt.Key.Key_Space)
    with qtbot.waitSignal(page.legal_notes_wanted) as asked:
        QTest.keyClick(button(page, "&Legal notes"), Qt.Key.Key_Space)

    assert opened.args == [MUTE.id]
    assert asked.args == [Province.ON]


def test_whether_somebody_answers_does_not_outlive_its_truth(
    page: ChildPage, clock: list[datetime]
) -> None:
    clock.append(NOW + timedelta(hours=5, minutes=30))
    page.show_services()

    assert "Open, closes in 30 min" in labels(page)
    assert "Open until 16:00 EST" not in labels(page)


def test_what_was_chosen_is_forgotten(page: ChildPage) -> None:
    choose(page, Province.YT)
    page.hide()
    page.forget()
    forgotten = cards(page)
    page.show()

    assert forgotten == []
    assert [card[0] for card in cards(page)[1:]] == ["Example House", "Mute House", "Example Line"]


def test_other_colours_show_the_same(page: ChildPage) -> None:
    before = cards(page)
    page.set_tokens(DARK)

    assert cards(page) == before


def test_services_that_share_a_province_say_so(make: Make, directory: Directory) -> None:
    page = make(directory, Province.ON)
    words = "Several services share this province. They stand by their areas."
    before = labels(page)
    choose(page, Province.BC)

    assert words in before
    assert words not in labels(page)


@LANGUAGES
@pytest.mark.parametrize(("percent", "width"), [(100, 600), (100, 1000), (200, 930)])
def test_no_words_are_cut(
    make: Make,
    directory: Directory,
    appearance: Appearance,
    language: Language,
    percent: int,
    width: int,
) -> None:
    appearance.set_text_size(percent)
    page = make(directory, Province.QC, language)
    page.resize(width, 520)
    cut = []
    for province in (Province.QC, Province.NT, Province.NU):
        choose(page, province)
        cut += cut_words(page)

    assert cut == []
    assert page.width() == width
