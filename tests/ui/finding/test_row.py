"""What a row says, in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tp_directory.core.bilingual import Language, Text
from tp_directory.core.coverage import Coverage, Scope
from tp_directory.core.hours import OpenState
from tp_directory.core.opening import hit_of
from tp_directory.core.place import Place, Point, Province, Spot
from tp_directory.core.service import Location, Phone, PhoneKind, Service, Source, Verification
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.ui.finding.row import Row, RowWriter, Words

EN, FR = Language.EN, Language.FR
BOTH = pytest.mark.parametrize("language", [EN, FR])
NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)  # a Tuesday, 10:00 in Toronto
LINE = Phone("+1-807-555-0101", PhoneKind.VOICE, Text("Line", "Ligne"), "24/7")
KENORA = Place(1, "Kenora", Province.ON, Point(49.77, -94.49), 15000, "America/Winnipeg")

SERVICE = Service(
    id="00000000-0000-5000-8000-000000000001",
    name=Text("Example Shelter", "Refuge Exemple"),
    description=Text("Beds for the night.", "Des lits pour la nuit."),
    organization=Text("Example Society", "Société Exemple"),
    needs=("shelter_emergency", "crisis_line"),
    coverage=Coverage(Scope.CITY, (Province.ON,), (1,)),
    serves=Text("Kenora", "Kenora"),
    sources=(Source("https://example.org", date(2026, 11, 23), "2026-01-08"),),
    verification=Verification.READ_ONCE,
    location=Location(Province.ON, "Kenora", 1),
    phones=(LINE,),
    timezone="America/Winnipeg",
)


def no_marks(text: str, language: Language) -> tuple[tuple[int, int], ...]:
    return ()


def written(
    taxonomy: Taxonomy,
    service: Service = SERVICE,
    language: Language = EN,
    *,
    is_kept: bool = False,
    distance_km: float | None = None,
    spot: Spot | None = None,
) -> Row:
    """The row of a service at NOW."""
    hit = replace(hit_of(service, NOW), distance_km=distance_km, spot=spot)
    return RowWriter(taxonomy, language, NOW.date(), no_marks).row(hit, is_kept=is_kept)


def plain(words: str) -> str:
    """The words with common spaces, to be read in a test."""
    return words.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            EN,
            "Example Shelter. OPEN 24/7. Example Society. Kenora, ON. "
            "Beds for the night. Emergency shelter, Crisis line. Line 1-807-555-0101. "
            "The page is from 8 January 2026.",
        ),
        (
            FR,
            "Refuge Exemple. OUVERT 24/7. Société Exemple. Kenora, ON. "
            "Des lits pour la nuit. Hébergement d'urgence, Ligne d'écoute et de crise. "
            "Ligne 1-807-555-0101. La page date du 8 janvier 2026.",
        ),
    ],
)
def test_a_row_is_one_sentence(taxonomy: Taxonomy, language: Language, sentence: str) -> None:
    assert plain(written(taxonomy, language=language).sentence) == sentence


@pytest.mark.parametrize(
    ("language", "number", "word"),
    [(EN, "no number stated", "kept"), (FR, "aucun numéro indiqué", "conservé")],
)
def test_a_sentence_says_what_is_kept_and_that_no_number_is_stated(
    taxonomy: Taxonomy, language: Language, number: str, word: str
) -> None:
    row = written(taxonomy, replace(SERVICE, phones=()), language, is_kept=True)

    assert row.sentence.split(". ")[1] == word
    assert f". {number}. " in row.sentence
    assert row.number == ""
    assert row.is_kept


@pytest.mark.parametrize(
    ("hours", "state", "english", "french"),
    [
        ("24/7", OpenState.OPEN, "OPEN 24/7", "OUVERT 24/7"),
        ("Mo-Fr 08:00-17:00", OpenState.OPEN, "OPEN", "OUVERT"),
        ("Sa 08:00-17:00", OpenState.CLOSED, "CLOSED", "FERMÉ"),
        ("", OpenState.UNKNOWN, "Hours unknown", "Heures inconnues"),
    ],
)
def test_a_state_is_said_in_words(
    taxonomy: Taxonomy, hours: str, state: OpenState, english: str, french: str
) -> None:
    service = replace(SERVICE, phones=(), hours=hours)

    assert written(taxonomy, service).state is state
    assert written(taxonomy, service).state_word == english
    assert written(taxonomy, service, FR).state_word == french


def test_day_and_night_is_not_said_beside_a_number_that_answers_by_day(
    taxonomy: Taxonomy,
) -> None:
    office = replace(LINE, hours="Mo-Fr 08:00-17:00")
    service = replace(SERVICE, phones=(office, LINE), hours="24/7")

    assert written(taxonomy, service).state_word == "OPEN"
    assert written(taxonomy, replace(service, phones=(LINE,))).state_word == "OPEN 24/7"


@pytest.mark.parametrize(
    ("changes", "english", "french"),
    [
        ({}, "Kenora, ON", "Kenora, ON"),
        (
            {"serves": Text("Kenora and area", "Kenora et environs")},
            "Kenora, ON · serves Kenora and area",
            "Kenora, ON · territoire : Kenora et environs",
        ),
        (
            {"location": None, "serves": Text("all of Ontario", "tout l'Ontario")},
            "All of Ontario",
            "Tout l'Ontario",
        ),
        (
            {"serves": Text("all of Ontario", "tout l'Ontario")},
            "Kenora, ON · serves all of Ontario",
            "Kenora, ON · territoire : tout l'Ontario",
        ),
        (
            {
                "location": Location(Province.ON),
                "address_withheld": "safety",
                "serves": Text("Northern Ontario", "Nord de l'Ontario"),
            },
            "address withheld · serves Northern Ontario",
            "adresse non divulguée · territoire : Nord de l'Ontario",
        ),
        (
            {"address_withheld": "safety", "serves": Text()},
            "Kenora (address withheld)",
            "Kenora (adresse non divulguée)",
        ),
    ],
    ids=["own town", "area", "by phone", "a province", "withheld", "withheld in a town"],
)
def test_a_row_says_where_it_is_and_whom_it_serves(
    taxonomy: Taxonomy, changes: dict[str, object], english: str, french: str
) -> None:
    service = replace(SERVICE, **changes)  # type: ignore[arg-type]  # fields by their names

    assert written(taxonomy, service).place == english
    assert plain(written(taxonomy, service, FR).place) == french


@pytest.mark.parametrize(
    ("km", "is_approximate", "english", "french"),
    [
        (12.4, False, "12 km", "12 km"),
        (1234.0, False, "1,234 km", "1 234 km"),
        (12.4, True, "about 12 km", "environ 12 km"),
        (0.4, False, "less than 1 km", "moins de 1 km"),
    ],
)
def test_a_row_says_how_far_it_is(
    taxonomy: Taxonomy, km: float, is_approximate: bool, english: str, french: str
) -> None:
    spot = Spot("P9N", KENORA, KENORA.point, is_approximate)
    rows = [
        written(taxonomy, SERVICE, language, distance_km=km, spot=spot) for language in (EN, FR)
    ]

    assert [plain(row.place) for row in rows] == [
        f"Kenora, ON · {english}",
        f"Kenora, ON · {french}",
    ]


def test_how_far_it_is_stands_before_the_area_it_serves(taxonomy: Taxonomy) -> None:
    service = replace(SERVICE, serves=Text("Kenora and area"))

    place = plain(written(taxonomy, service, distance_km=12.4).place)
    assert place == "Kenora, ON · 12 km · serves Kenora and area"


@BOTH
def test_an_organization_that_is_the_name_is_not_said_twice(
    taxonomy: Taxonomy, language: Language
) -> None:
    row = written(taxonomy, replace(SERVICE, organization=SERVICE.name), language)

    assert row.organization == Words("")
    assert row.sentence.count(SERVICE.name.best(language)) == 1


def test_words_of_the_other_language_stand_in_where_one_is_missing(taxonomy: Taxonomy) -> None:
    row = written(taxonomy, replace(SERVICE, name=Text("Example Shelter")), FR)

    assert row.name.text == "Example Shelter"


@pytest.mark.parametrize(
    ("stated_on", "english", "french", "year", "is_doubtful"),
    [
        ("2026-01-08", "page of 8 January 2026", "page du 8 janvier 2026", "page of 2026", False),
        ("2019-03", "page of March 2019", "page de mars 2019", "page of 2019", True),
        ("", "undated page", "page sans date", "undated page", True),
    ],
)
def test_a_row_says_how_old_its_facts_are(
    taxonomy: Taxonomy, stated_on: str, english: str, french: str, year: str, is_doubtful: bool
) -> None:
    source = replace(SERVICE.sources[0], stated_on=stated_on)
    service = replace(SERVICE, sources=(source,))

    assert plain(written(taxonomy, service).age) == english
    assert plain(written(taxonomy, service, FR).age) == french
    assert written(taxonomy, service).year == year
    assert written(taxonomy, service).is_doubtful is is_doubtful


def test_what_was_typed_is_marked_in_name_organization_and_what_it_does(
    taxonomy: Taxonomy,
) -> None:
    asked: list[tuple[str, Language]] = []

    def marker(text: str, language: Language) -> tuple[tuple[int, int], ...]:
        asked.append((text, language))
        return ((0, 3),)

    row = RowWriter(taxonomy, FR, NOW.date(), marker).row(hit_of(SERVICE, NOW), is_kept=False)

    assert row.name == Words("Refuge Exemple", ((0, 3),))
    assert row.organization.marks == row.what.marks == ((0, 3),)
    assert {language for _text, language in asked} == {FR}
