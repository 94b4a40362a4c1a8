"""What the page says of one service: only what its record states, and what is unknown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTextEdit
from pytestqt.qtbot import QtBot

from tests.conftest import NOW
from tests.ui.service.conftest import FAX, OFFICE, Show, button, example, labels, shown, toned
from tests.ui.test_window import cut_words, lay_out
from tp_directory import wording
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.opening import hit_of
from tp_directory.core.place import Place, Point, Province, Spot
from tp_directory.core.query import Hit
from tp_directory.core.service import Location, Phone, PhoneKind, Service, Source
from tp_directory.ui.appearance import Appearance
from tp_directory.ui.service.fact_sheet import FactSheet
from tp_directory.ui.translation import Translation

STREET = Location(Province.ON, "Kenora", street="1 Example Street", postal_code="P9N 0A0")


def found_from(town: str, km: float, *, is_approximate: bool = False) -> Hit:
    """The example as it is found some way from a town."""
    place = Place(1, town, Province.ON, Point(50, -90), 1000, "America/Toronto")
    spot = Spot(place.title, place, place.point, is_approximate)
    return replace(hit_of(example(location=STREET), NOW), distance_km=km, spot=spot)


def test_the_main_number_comes_first_and_large_and_a_fax_last(show: Show) -> None:
    night = Phone("+1-807-555-0102", PhoneKind.TEXT, Text("Night"))
    pane = show(example(phones=(FAX, night, OFFICE)))
    numbers = [each for each in pane.findChildren(QLabel) if each.property("role") == "number"]

    assert [number.text() for number in numbers] == [
        "1-807-555-0100",
        "1-807-555-0102",
        "1-807-555-0101",
    ]
    assert numbers[0].fontInfo().pixelSize() >= 1.5 * pane.fontInfo().pixelSize()


def test_the_age_of_the_facts_stands_above_the_numbers(show: Show) -> None:
    said = labels(show(example(phones=(OFFICE,))))

    age = wording.facts_age(example(), NOW.date(), Language.EN)
    assert said.index(age) < said.index("1-807-555-0100")


def test_each_number_says_whether_it_answers_now(show: Show) -> None:
    day = replace(OFFICE, hours="Mo-Fr 08:30-16:30")
    night = Phone("+1-807-555-0102", PhoneKind.VOICE, Text("Night"), "Mo-Su 20:00-06:00")
    unknown = Phone("+1-807-555-0103", PhoneKind.VOICE, Text("Other"))
    said = "\n".join(labels(show(example(phones=(day, night, unknown)))))

    assert "Open until" in said
    assert "Closed" in said
    assert "The hours of this number are not stated." in said


def test_no_number_is_said_to_be_none(show: Show) -> None:
    assert "No number is stated." in labels(show(example()))


def test_what_no_source_states_is_named_and_nothing_else(show: Show) -> None:
    service = example(populations=("women",), languages=("en",), location=STREET)
    [missing] = [each for each in labels(show(service)) if each.startswith("Not stated")]

    assert missing == (
        "Not stated: who may come, how to get in, cost, documents, interpretation, accessibility."
    )


def test_nothing_is_said_to_be_missing_where_all_is_stated(show: Show) -> None:
    words = Text("Example", "Exemple")
    service = example(
        populations=("women",),
        languages=("en",),
        location=STREET,
        eligibility=words,
        access=words,
        fees=words,
        documents=words,
        interpretation=words,
        accessibility=words,
    )

    assert not [each for each in labels(show(service)) if each.startswith("Not stated")]


def test_a_withheld_address_says_why_and_has_no_copy(show: Show) -> None:
    location = Location(Province.ON, "Kenora")
    pane = show(example(location=location, address_withheld="safety"))

    assert "Address withheld for safety (Kenora)" in labels(pane)
    assert not [each for each in pane.findChildren(QLabel) if "Street" in each.text()]
    with pytest.raises(AssertionError):
        button(pane, "Copy Address withheld for safety (Kenora)")


def test_an_address_is_shown_with_its_town_and_copied_whole(qtbot: QtBot, show: Show) -> None:
    pane = show(example(location=STREET))
    words = "1 Example Street, Kenora, Ontario, P9N 0A0"
    with qtbot.waitSignal(pane.copy_wanted) as asked:
        QTest.mouseClick(button(pane, f"Copy {words}"), Qt.MouseButton.LeftButton)

    assert words in labels(pane)
    assert asked.args == [words, ""]


@pytest.mark.parametrize(
    ("language", "km", "is_approximate", "far"),
    [
        (Language.EN, 12.3, False, "12\u00a0km from Dryden, ON"),
        (Language.FR, 12.3, False, "à 12\u00a0km de Dryden, ON"),
        (Language.EN, 12.3, True, "about 12\u00a0km from Dryden, ON"),
        (Language.FR, 0.4, True, "à moins de 1\u00a0km de Dryden, ON"),
    ],
)
def test_a_distance_says_from_where_and_no_more_than_its_points(
    show: Show, language: Language, km: float, is_approximate: bool, far: str
) -> None:
    hit = found_from("Dryden", km, is_approximate=is_approximate)
    said = labels(show(hit, language=language))

    assert f"1 Example Street, Kenora, Ontario, P9N 0A0 · {far}" in said


def test_the_centre_of_its_own_town_tells_no_distance(show: Show) -> None:
    said = labels(show(found_from("Kenora", 0.0)))

    assert "1 Example Street, Kenora, Ontario, P9N 0A0" in said


def test_both_names_are_shown(show: Show) -> None:
    assert labels(show(example(), language=Language.FR))[:2] == ["Maison Exemple", "Example House"]


def test_both_languages_stand_side_by_side(show: Show) -> None:
    service = example(phones=(OFFICE,), fees=Text("Free", "Gratuit"), location=STREET)
    said = labels(show(service, is_both=True))

    for words in ("Société Exemple", "Office · Bureau", "Free", "Gratuit", "Un lit pour la nuit."):
        assert words in said
    assert said.index("Gratuit") == said.index("Free") + 1
    assert said.count("1 Example Street, Kenora, Ontario, P9N 0A0") == 2


def test_an_address_can_be_copied_beside_both_languages_too(show: Show) -> None:
    pane = show(example(location=STREET), is_both=True)

    assert button(pane, "Copy 1 Example Street, Kenora, Ontario, P9N 0A0").isVisible()


def test_words_that_exist_in_one_language_are_marked(show: Show) -> None:
    said = "\n".join(labels(show(example(fees=Text("", "Gratuit")))))

    assert "Gratuit (stated in French only)" in said


@pytest.mark.parametrize(
    ("stated_on", "tone"), [("2026-10", "muted"), ("2020", "warn"), ("", "warn")]
)
def test_old_and_undated_pages_are_amber(show: Show, stated_on: str, tone: str) -> None:
    source = Source("https://example.org/house", date(2026, 11, 23), stated_on)
    service = example(sources=(source,))
    sentence = wording.facts_age(service, NOW.date(), Language.EN)

    assert toned(show(service), sentence) == tone


def test_the_page_and_the_sentence_of_no_confirmation_are_shown(show: Show) -> None:
    pane = show(example())
    pages = [each.toPlainText() for each in pane.findChildren(QTextEdit)]

    assert pages == ["https://example.org/house"]
    assert wording.NOT_CONFIRMED.en in labels(pane)


@pytest.mark.parametrize(
    ("stated_on", "language", "words"),
    [
        ("", Language.EN, "Read on 20 November 2026; the page is undated"),
        ("2026-03", Language.EN, "Read on 20 November 2026; the page states March 2026"),
        ("2026-03-01", Language.FR, "Lue le 20 novembre 2026; la page indique 1er mars 2026"),
    ],
)
def test_a_further_source_says_when_it_was_read(
    show: Show, translation: Translation, stated_on: str, language: Language, words: str
) -> None:
    first = Source("https://example.org/house", date(2026, 11, 23), "2026-10")
    second = Source("https://example.org/list", date(2026, 11, 20), stated_on)
    translation.show(language)
    said = labels(show(example(sources=(first, second)), language=language))

    assert words in said


def test_a_long_address_breaks_instead_of_being_cut(show: Show) -> None:
    long = "https://example.org/" + "a-very-long-path-" * 12
    pane = show(example(url=long))
    label = next(each for each in pane.findChildren(QTextEdit) if each.toPlainText() == long)

    assert label.width() <= pane.viewport().width()
    assert label.heightForWidth(label.width()) <= label.height()


@pytest.mark.parametrize("words", ["help@example.org", "https://example.org"])
def test_what_one_types_elsewhere_can_be_copied(qtbot: QtBot, show: Show, words: str) -> None:
    pane = show(example(email="help@example.org", url="https://example.org"))
    with qtbot.waitSignal(pane.copy_wanted) as asked:
        QTest.mouseClick(button(pane, f"Copy {words}"), Qt.MouseButton.LeftButton)

    assert asked.args == [words, ""]


def test_facts_stand_below_their_headings_where_there_is_little_width(
    qtbot: QtBot, show: Show
) -> None:
    pane = show(example())
    sheet = pane.findChild(FactSheet)
    assert sheet is not None
    heading, fact = sheet.findChildren(QLabel)[:2]
    assert heading.y() == fact.y()
    pane.resize(320, 700)

    qtbot.waitUntil(lambda: heading.geometry().bottom() < fact.y())


@pytest.mark.parametrize("width", [320, 520, 900])
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("language", list(Language))
def test_the_longest_words_of_the_records_are_not_cut(
    show: Show,
    services: tuple[Service, ...],
    appearance: Appearance,
    language: Language,
    percent: int,
    width: int,
) -> None:
    appearance.set_text_size(percent)
    pane = show(services[0], language=language, is_noting=True, is_alone=True)
    pane.resize(width, 700)
    for service in longest(services, language):
        pane.show_service(shown(service, language=language, is_noting=True, is_alone=True))
        lay_out()

        assert cut_words(pane) == []


def longest(services: tuple[Service, ...], language: Language) -> set[Service]:
    """The services that have the most to say of something."""
    lengths: tuple[Callable[[Service], int], ...] = (
        lambda each: len(each.name.best(language)),
        lambda each: len(each.organization.best(language)),
        lambda each: len(each.description.best(language)),
        lambda each: len(each.eligibility.best(language)),
        lambda each: len(each.access.best(language)),
        lambda each: len(each.url),
        lambda each: len(each.sources[0].url),
        lambda each: len(each.hours),
        lambda each: len(each.phones),
        lambda each: max((len(phone.label.best(language)) for phone in each.phones), default=0),
    )
    return {max(services, key=length) for length in lengths}
