"""The page of child protection: the province's own services first, and no decision by age."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel
from pytestqt.qtbot import QtBot

from tests.conftest import NOW
from tests.ui.service.conftest import OFFICE, button, example, labels, toned
from tests.ui.test_window import cut_words, lay_out
from tp_directory import editions
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.child_protection import child_query, child_services
from tp_directory.core.coverage import Coverage, Scope
from tp_directory.core.errors import UnknownPlace
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.place import Province
from tp_directory.core.service import Service
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.directory import Directory
from tp_directory.paths import Bundle
from tp_directory.screening.legal_notes import CHILDREN, LegalNotes, read_legal_notes
from tp_directory.ui.appearance import Appearance
from tp_directory.ui.place_box import PlaceBox
from tp_directory.ui.screening.child_page import ChildPage
from tp_directory.ui.screening.province_box import ProvinceBox
from tp_directory.ui.screening.service_card import ServiceCard
from tp_directory.ui.tokens import DARK, LIGHT
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
TORONTO = 6167865  # its GeoNames id, which the gazetteer keeps
IN_TOWN = replace(
    HOUSE, coverage=Coverage(Scope.CITY, (Province.ON,), (TORONTO,)), serves=Text("Toronto")
)
Make = Callable[..., ChildPage]
MakeDirectory = Callable[..., Directory]


@pytest.fixture
def make_directory(
    tmp_path: Path,
    bundle: Bundle,
    gazetteer: Gazetteer,
    taxonomy: Taxonomy,
    clock: list[datetime],
) -> Iterator[MakeDirectory]:
    """A directory of these services."""
    made: list[Directory] = []

    def make(*services: Service) -> Directory:
        folder = tmp_path / f"edition_{len(made)}"
        editions.write(folder, services, gazetteer, taxonomy, built_at=NOW.isoformat())
        made.append(editions.open_edition(folder, bundle.data, clock=lambda: clock[-1]))
        return made[-1]

    yield make
    for directory in made:
        directory.close()


@pytest.fixture
def small_directory(make_directory: MakeDirectory) -> Directory:
    """Two services of Ontario and one of all of Canada."""
    return make_directory(HOUSE, MUTE, LINE)


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
        directory: Directory,
        province: Province | None = Province.ON,
        language: Language = Language.EN,
        home: str = "",
    ) -> ChildPage:
        translation.show(language)
        page = ChildPage(directory, notes, language, appearance.tokens, province, home)
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

    assert rule[1:] == ["Immediate danger", "911"]
    assert services == [
        [
            "Example House",
            "Example Society",
            "1-807-555-0100",
            "Open until 16:00 EST · Office · Serves: Ontario",
            "The page is from October 2026",
        ],
        [
            "Mute House",
            "Example Society",
            "No number is stated.",
            "Serves: Ontario",
            "The page is from October 2026",
        ],
        [
            "Example Line",
            "Example Society",
            "1-800-555-0123",
            "Open day and night · Office · Serves: Canada",
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

    assert names >= {province.label.best(language) for province in Province}
    assert len(names) == len(Province) + 1
    assert box.currentText() == "Ontario"


def test_another_language_keeps_the_province(page: ChildPage, translation: Translation) -> None:
    choose(page, Province.YT)
    translation.show(Language.FR)
    page.set_language(Language.FR)

    assert [card[0] for card in cards(page)[1:]] == ["Ligne Exemple"]


def test_another_language_builds_the_cards_once(page: ChildPage, translation: Translation) -> None:
    translation.show(Language.FR)
    page.set_language(Language.FR)
    built = page.findChildren(ServiceCard)
    lay_out()

    assert built
    assert page.findChildren(ServiceCard) == built


def test_cards_that_are_replaced_at_once_are_never_windows(page: ChildPage) -> None:
    for tokens in (DARK, LIGHT):
        page.set_tokens(tokens)
    lay_out()

    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [page]


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

    assert "Open, closes in 30 min · Office · Serves: Ontario" in labels(page)
    assert "Open until 16:00 EST" not in "\n".join(labels(page))


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
    words = "Several services share this province. Name a town to see which serve it."
    before = labels(page)
    choose(page, Province.BC)

    assert words in before
    assert words not in labels(page)


def names(page: ChildPage) -> list[str]:
    """The names of the services, in order."""
    return [card[0] for card in cards(page)[1:]]


def name_town(page: ChildPage, words: str) -> None:
    """Type a town and press Enter."""
    box = page.findChild(PlaceBox)
    assert isinstance(box, PlaceBox)
    box.setFocus()
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_Delete)
    QTest.keyClicks(box, words)
    QTest.keyClick(box, Qt.Key.Key_Return)
    lay_out()


def shown_place(page: ChildPage) -> tuple[str, str]:
    """What the two boxes show."""
    province, town = page.findChild(ProvinceBox), page.findChild(PlaceBox)
    assert isinstance(province, ProvinceBox)
    assert isinstance(town, PlaceBox)
    return province.currentText(), town.text()


@LANGUAGES
def test_without_a_province_none_is_assumed(
    make: Make, directory: Directory, notes: LegalNotes, language: Language
) -> None:
    page = make(directory, None, language)
    offered = [card.accessibleName() for card in page.findChildren(ServiceCard)]
    found = child_services(
        directory.search(child_query(None, language)).hits, None, language
    ).national
    law = [note.text.best(language) for note in notes.topic(CHILDREN).notes]

    assert cards(page)[0][0] == notes.topic(CHILDREN).rule.best(language)
    assert offered == [hit.service.name.best(language) for hit in found]
    assert [text for text in law if text in labels(page)] == law[:1]


def test_without_a_province_it_asks_for_one(
    qtbot: QtBot, make: Make, small_directory: Directory
) -> None:
    page = make(small_directory, None)
    words = "Choose a province or territory, or name a town, to see whom to call."
    before, place = labels(page), shown_place(page)
    with qtbot.waitSignal(page.legal_notes_wanted) as asked:
        QTest.keyClick(button(page, "&Legal notes"), Qt.Key.Key_Space)
    choose(page, Province.ON)

    assert words in before
    assert place == ("Choose a province or territory", "")
    assert asked.args == [None]
    assert words not in labels(page)
    assert names(page) == ["Example House", "Mute House", "Example Line"]


def test_what_serves_the_home_place_comes_first(make: Make, directory: Directory) -> None:
    page = make(directory, Province.ON, home="Toronto")
    words = labels(page)
    here, elsewhere = words.index("Serves Toronto"), words.index("Elsewhere in Ontario")
    served = [each.partition("Serves: ")[2] for each in words]

    assert shown_place(page) == ("Ontario", "Toronto")
    assert set(filter(None, served[here:elsewhere])) == {"Toronto"}
    assert "Toronto" not in served[elsewhere:]


def test_a_home_in_another_province_is_no_town_here(make: Make, directory: Directory) -> None:
    page = make(directory, Province.ON, home="Regina")

    assert shown_place(page) == ("Ontario", "")


def test_what_serves_the_region_around_a_town_stands_apart(
    make: Make, directory: Directory
) -> None:
    page = make(directory, Province.QC, home="Gatineau")
    words = labels(page)
    served = [each.partition("Serves: ")[2] for each in words]
    around, elsewhere = (
        words.index(each) for each in ("Serves the region around Gatineau", "Elsewhere in Quebec")
    )

    assert "Serves Gatineau" not in words
    assert "Outaouais" in served[around:elsewhere]
    assert "Outaouais" not in served[elsewhere:]


def test_a_home_that_has_namesakes_is_the_one_in_the_province(
    make: Make, small_directory: Directory
) -> None:
    page = make(small_directory, None, home="Windsor")
    before = shown_place(page)
    choose(page, Province.NS)

    assert before == ("Choose a province or territory", "")
    assert shown_place(page) == ("Nova Scotia", "Windsor")


def test_a_town_without_a_service_says_so(make: Make, make_directory: MakeDirectory) -> None:
    page = make(make_directory(IN_TOWN, LINE))
    before = names(page)
    name_town(page, "Kenora")
    words = "The directory has no child protection service that serves Kenora, ON."

    assert toned(page, words) == "warn"
    assert "Elsewhere in Ontario" in labels(page)
    assert names(page) == before == ["Example House", "Example Line"]


def test_a_town_of_one_other_province_chooses_that(make: Make, directory: Directory) -> None:
    page = make(directory, Province.ON)
    name_town(page, "Regina")

    assert shown_place(page) == ("Saskatchewan", "Regina")
    assert names(page)[0] == "Child Abuse Line"


def test_a_postal_code_chooses_its_province(make: Make, directory: Directory) -> None:
    page = make(directory, None)
    name_town(page, "H2X")

    assert shown_place(page) == ("Quebec", "H2X")
    assert "Serves Montréal" in labels(page)


def test_a_namesake_in_the_province_is_meant(make: Make, directory: Directory) -> None:
    page = make(directory, Province.NS)
    name_town(page, "Windsor")

    assert shown_place(page) == ("Nova Scotia", "Windsor")
    assert "Serves Windsor" in labels(page)


def test_of_namesakes_elsewhere_none_is_assumed(make: Make, directory: Directory) -> None:
    page = make(directory, None)
    name_town(page, "Windsor")
    asked = "There is a place of this name in each of: Ontario, Quebec, Nova Scotia. Choose one."
    tone, place = toned(page, asked), shown_place(page)
    choose(page, Province.QC)

    assert (tone, place) == ("warn", ("Choose a province or territory", "Windsor"))
    assert shown_place(page) == ("Quebec", "Windsor")
    assert asked not in labels(page)


@LANGUAGES
def test_an_unknown_town_is_told_and_stays_to_be_mended(
    make: Make, directory: Directory, language: Language
) -> None:
    page = make(directory, Province.ON, language)
    before = names(page)
    name_town(page, "Kenroa")

    assert toned(page, UnknownPlace("Kenroa").text.best(language)) == "warn"
    assert shown_place(page) == ("Ontario", "Kenroa")
    assert names(page) == before


def test_a_town_that_is_taken_away_leaves_the_province(make: Make, directory: Directory) -> None:
    page = make(directory, Province.ON, home="Toronto")
    name_town(page, "")

    assert "Serves Toronto" not in labels(page)
    assert shown_place(page) == ("Ontario", "")


def test_towns_are_offered_and_anywhere_is_not(make: Make, small_directory: Directory) -> None:
    page = make(small_directory)
    box = page.findChild(PlaceBox)
    assert isinstance(box, PlaceBox)
    box.setFocus()
    QTest.keyClicks(box, "Kenor")
    popup = box.completer().popup()
    assert popup is not None
    model = popup.model()
    offers = [model.index(row, 0).data() for row in range(model.rowCount())]

    assert offers == ["Kenora, ON"]


def test_it_follows_the_home_until_another_place_is_named(make: Make, directory: Directory) -> None:
    page = make(directory, None)
    page.set_home("Toronto")
    followed = shown_place(page)
    name_town(page, "Hamilton, ON")
    page.set_home("Regina")
    kept = shown_place(page)
    page.forget()

    assert followed == ("Ontario", "Toronto")
    assert kept == ("Ontario", "Hamilton, ON")
    assert shown_place(page) == ("Saskatchewan", "Regina")


def test_a_town_that_was_named_is_forgotten(make: Make, small_directory: Directory) -> None:
    page = make(small_directory, None)
    name_town(page, "Kenora")
    named = shown_place(page)
    page.forget()
    lay_out()

    assert named == ("Ontario", "Kenora")
    assert shown_place(page) == ("Choose a province or territory", "")
    assert not any("Kenora" in words for words in labels(page))


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
