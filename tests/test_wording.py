from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from tp_directory import wording
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.coverage import Closeness, Coverage, Scope
from tp_directory.core.edition import EditionInfo
from tp_directory.core.hours import UNKNOWN, Availability, OpenState
from tp_directory.core.place import Place, Province, Spot
from tp_directory.core.service import Location, Phone, PhoneKind, Service, Source, Verification

EN, FR = Language.EN, Language.FR
TORONTO = ZoneInfo("America/Toronto")
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=TORONTO)  # a Tuesday
TODAY = NOW.date()
KENORA = Place(1, "Kenora", Province.ON, None, 15000, "America/Winnipeg")


def _plain(words: str) -> str:
    """The words with common spaces, to be read in a test."""
    return words.replace("\N{NO-BREAK SPACE}", " ")


def _until(state: OpenState, *moment: int, zone: str = "America/Toronto") -> Availability:
    year, month, day, hour, minute = moment
    return Availability(state, datetime(year, month, day, hour, minute, tzinfo=ZoneInfo(zone)))


def _service(stated_on: str = "", verification: Verification = Verification.READ_ONCE) -> Service:
    return Service(
        id="00000000-0000-5000-8000-000000000001",
        name=Text("Example Shelter", "Refuge Exemple"),
        description=Text(),
        organization=Text("Example Organization"),
        needs=(),
        coverage=Coverage(Scope.CITY, (Province.ON,), (1,)),
        serves=Text(),
        sources=(Source("https://example.org", date(2026, 11, 23), stated_on),),
        verification=verification,
    )


@pytest.mark.parametrize(
    ("answer", "english", "french"),
    [
        (
            UNKNOWN,
            "Hours not known: call to check",
            "Heures inconnues : appelez pour vérifier",
        ),
        (Availability(OpenState.OPEN), "Open day and night", "Ouvert jour et nuit"),
        (Availability(OpenState.CLOSED), "Closed", "Fermé"),
        (
            _until(OpenState.OPEN, 2026, 11, 24, 10, 20),
            "Open, closes in 20 min",
            "Ouvert, ferme dans 20 min",
        ),
        (
            _until(OpenState.OPEN, 2026, 11, 24, 16, 30),
            "Open until 16:30",
            "Ouvert jusqu'à 16 h 30",
        ),
        (
            _until(OpenState.OPEN, 2026, 11, 25, 0, 0),
            "Open until midnight",
            "Ouvert jusqu'à minuit",
        ),
        (
            _until(OpenState.OPEN, 2026, 11, 27, 17, 0),
            "Open until Friday 17:00",
            "Ouvert jusqu'à vendredi à 17 h",
        ),
        (
            _until(OpenState.OPEN, 2026, 12, 4, 17, 0),
            "Open until 4 December 17:00",
            "Ouvert jusqu'au 4 décembre à 17 h",
        ),
        (
            _until(OpenState.CLOSED, 2026, 11, 24, 12, 30),
            "Closed, opens today 12:30",
            "Fermé, ouvre aujourd'hui à 12 h 30",
        ),
        (
            _until(OpenState.CLOSED, 2026, 11, 25, 8, 30),
            "Closed, opens tomorrow 08:30",
            "Fermé, ouvre demain à 8 h 30",
        ),
        (
            _until(OpenState.CLOSED, 2026, 11, 30, 8, 30),
            "Closed, opens Monday 08:30",
            "Fermé, ouvre lundi à 8 h 30",
        ),
        (
            _until(OpenState.CLOSED, 2026, 12, 1, 8, 0),
            "Closed, opens 1 December 08:00",
            "Fermé, ouvre le 1er décembre à 8 h",
        ),
    ],
)
def test_the_state_and_its_next_change_are_one_sentence(
    answer: Availability, english: str, french: str
) -> None:
    assert wording.availability(answer, NOW, EN) == english
    assert _plain(wording.availability(answer, NOW, FR)) == french


@pytest.mark.parametrize(
    ("zone", "english", "french"),
    [
        ("America/Winnipeg", "Open until 16:30 CST", "Ouvert jusqu'à 16 h 30 HNC"),
        ("America/Iqaluit", "Open until 16:30", "Ouvert jusqu'à 16 h 30"),
        (
            "America/Whitehorse",
            "Open until 16:30 (Yukon Time)",
            "Ouvert jusqu'à 16 h 30 (heure normale du Yukon)",
        ),
    ],
)
def test_a_zone_is_named_where_its_clocks_differ(zone: str, english: str, french: str) -> None:
    answer = _until(OpenState.OPEN, 2026, 11, 24, 16, 30, zone=zone)

    assert wording.availability(answer, NOW, EN) == english
    assert _plain(wording.availability(answer, NOW, FR)) == french


def test_tomorrow_is_the_day_after_the_day_at_the_service() -> None:
    late_in_vancouver = datetime(2026, 11, 25, 1, 0, tzinfo=TORONTO)
    answer = _until(OpenState.CLOSED, 2026, 11, 25, 8, 30, zone="America/Vancouver")

    assert wording.availability(answer, late_in_vancouver, EN) == "Closed, opens tomorrow 08:30 PST"


def test_the_last_minute_is_not_called_zero() -> None:
    answer = _until(OpenState.OPEN, 2026, 11, 24, 10, 0)

    assert "in 1 min" in wording.availability(answer, NOW.replace(hour=9, minute=59, second=30), EN)


@pytest.mark.parametrize(
    ("rule", "english", "french"),
    [
        ("", "", ""),
        ("24/7", "24 hours a day, 7 days a week", "24 heures sur 24, 7 jours sur 7"),
        (
            "Mo-Fr 08:30-16:30; PH off",
            "Mon–Fri 08:30–16:30; closed on holidays",
            "Lun. au ven., de 8 h 30 à 16 h 30; fermé les jours fériés",
        ),
        (
            "Mo,We-Fr 08:30-16:30; Tu 08:30-20:00",
            "Mon, Wed–Fri 08:30–16:30; Tue 08:30–20:00",
            "Lun., mer. au ven., de 8 h 30 à 16 h 30; mar., de 8 h 30 à 20 h",
        ),
        (
            "Mo-Fr 16:00-23:00; Sa-Su,PH 08:00-23:00",
            "Mon–Fri 16:00–23:00; Sat–Sun, holidays 08:00–23:00",
            "Lun. au ven., de 16 h à 23 h; sam. et dim., jours fériés, de 8 h à 23 h",
        ),
        (
            "Mo-Su 08:30-24:00",
            "Every day 08:30–24:00",
            "Tous les jours, de 8 h 30 à 24 h",
        ),
        (
            "Mo-Fr 09:00-12:00,13:00-17:00; Su off",
            "Mon–Fri 09:00–12:00, 13:00–17:00; closed Sun",
            "Lun. au ven., de 9 h à 12 h et de 13 h à 17 h; fermé : dim.",
        ),
        ("Mo-Fr sunrise-sunset", "Mo-Fr sunrise-sunset", "Mo-Fr sunrise-sunset"),
        ("Jan-Mar Mo 09:00-12:00", "Jan-Mar Mo 09:00-12:00", "Jan-Mar Mo 09:00-12:00"),
    ],
)
def test_hours_are_readable_and_never_reworded_by_guess(
    rule: str, english: str, french: str
) -> None:
    assert wording.hours(rule, EN) == english
    assert _plain(wording.hours(rule, FR)) == french


def test_the_hours_of_every_bundled_record_are_reworded(services: tuple[Service, ...]) -> None:
    rules = {each.hours for each in services} | {p.hours for s in services for p in s.phones}
    unreworded = [rule for rule in rules - {""} if wording.hours(rule, EN) == rule]

    assert unreworded == []


@pytest.mark.parametrize(
    ("km", "approximate", "english", "french"),
    [
        (0.4, False, "less than 1 km", "moins de 1 km"),
        (2.4, False, "2 km", "2 km"),
        (119.6, True, "about 120 km", "environ 120 km"),
        (1234.0, False, "1,234 km", "1 234 km"),
    ],
)
def test_a_distance_is_no_more_exact_than_its_points(
    km: float, approximate: bool, english: str, french: str
) -> None:
    assert _plain(wording.distance(km, EN, approximate=approximate)) == english
    assert _plain(wording.distance(km, FR, approximate=approximate)) == french


@pytest.mark.parametrize(
    ("closeness", "english", "french"),
    [
        (Closeness.TOWN, "Serves Kenora", "Territoire : Kenora"),
        (Closeness.REGION, "Serves the region around Kenora", "Territoire : région de Kenora"),
        (Closeness.PROVINCE, "Also serves here: Ontario", "Également offert ici : Ontario"),
        (Closeness.NATION, "Also serves here: Canada", "Également offert ici : Canada"),
    ],
)
def test_a_heading_says_how_closely_a_place_is_served(
    closeness: Closeness, english: str, french: str
) -> None:
    spot = Spot("Kenora, ON", KENORA, None)

    assert wording.closeness_heading(closeness, spot, EN) == english
    assert _plain(wording.closeness_heading(closeness, spot, FR)) == french


@pytest.mark.parametrize(
    ("town", "french"),
    [
        ("Ottawa", "Territoire : région d'Ottawa"),
        ("Émeraude", "Territoire : région d'Émeraude"),
        ("Les Escoumins", "Territoire : région des Escoumins"),
        ("Le Gardeur", "Territoire : région du Gardeur"),
        ("La Tuque", "Territoire : région de La Tuque"),
    ],
)
def test_a_town_after_de_is_written_as_french_writes_it(town: str, french: str) -> None:
    spot = Spot(town, replace(KENORA, name=town), None)

    assert _plain(wording.closeness_heading(Closeness.REGION, spot, FR)) == french


@pytest.mark.parametrize(
    ("stated_on", "english", "french"),
    [
        (
            "",
            "The page is undated: confirm before you rely on it",
            "La page n'est pas datée : à confirmer avant de s'y fier",
        ),
        (
            "2020",
            "The page is from 2020: confirm before you rely on it",
            "La page date de 2020 : à confirmer avant de s'y fier",
        ),
        (
            "2023-10",
            "The page is from October 2023: confirm before you rely on it",
            "La page date d'octobre 2023 : à confirmer avant de s'y fier",
        ),
        ("2025-08", "The page is from August 2025", "La page date d'août 2025"),
        ("2025-03", "The page is from March 2025", "La page date de mars 2025"),
        ("2026-07-18", "The page is from 18 July 2026", "La page date du 18 juillet 2026"),
        ("2026-05-01", "The page is from 1 May 2026", "La page date du 1er mai 2026"),
    ],
)
def test_the_age_of_the_facts_is_a_sentence(stated_on: str, english: str, french: str) -> None:
    service = _service(stated_on)

    assert wording.facts_age(service, TODAY, EN) == english
    assert _plain(wording.facts_age(service, TODAY, FR)) == french


@pytest.mark.parametrize(
    ("stated_on", "english", "french"),
    [
        ("", "undated page", "page sans date"),
        ("2026-02-31", "undated page", "page sans date"),
        ("2026", "page of 2026", "page de 2026"),
        ("2026-03", "page of March 2026", "page de mars 2026"),
        ("2026-10", "page of October 2026", "page d'octobre 2026"),
        ("2026-03-01", "page of 1 March 2026", "page du 1er mars 2026"),
    ],
)
def test_the_date_of_a_page_is_said_in_a_few_words(
    stated_on: str, english: str, french: str
) -> None:
    assert wording.page_date(_service(stated_on), EN) == english
    assert _plain(wording.page_date(_service(stated_on), FR)) == french


@pytest.mark.parametrize(
    ("stated_on", "is_doubtful"),
    [
        ("", True),
        ("2023", True),
        ("2023-11", True),
        ("2023-11-24", True),
        ("2023-11-25", False),
        ("2023-12", False),
        ("2024", False),
    ],
)
def test_facts_are_doubtful_from_three_years_on(stated_on: str, is_doubtful: bool) -> None:
    assert wording.is_doubtful(_service(stated_on), TODAY) is is_doubtful


@pytest.mark.parametrize(
    ("verification", "english", "french"),
    [
        (
            Verification.READ_ONCE,
            "read once on 23 November 2026",
            "lue une fois, le 23 novembre 2026",
        ),
        (Verification.READ_TWICE, "read twice", "lue deux fois"),
        (
            Verification.CORROBORATED,
            "also in a public file kept by others",
            "figure aussi dans un fichier public tenu par d'autres",
        ),
        (
            Verification.TWO_SOURCES,
            "a second page prints the same numbers",
            "une deuxième page donne les mêmes numéros",
        ),
    ],
)
def test_a_record_says_how_often_it_was_read(
    verification: Verification, english: str, french: str
) -> None:
    service = _service(verification=verification)

    assert wording.verification(service, EN) == english
    assert wording.verification(service, FR) == french


@pytest.mark.parametrize("spoken", Language)
@pytest.mark.parametrize("kind", PhoneKind)
def test_every_kind_of_phone_has_a_name(kind: PhoneKind, spoken: Language) -> None:
    assert wording.phone_kind(kind, spoken)


def test_an_extension_stays_with_its_number() -> None:
    phone = Phone("+1-807-555-0100", PhoneKind.VOICE, Text(), extension="257")

    assert wording.number(phone, EN) == "1-807-555-0100 ext. 257"
    assert wording.number(phone, FR) == "1-807-555-0100 poste 257"


@pytest.mark.parametrize(
    ("location", "withheld", "english", "french"),
    [
        (None, "", "", ""),
        (Location(Province.QC), "", "Quebec", "Québec"),
        (Location(Province.QC, "Rimouski"), "", "Rimouski, Quebec", "Rimouski, Québec"),
        (
            Location(Province.ON, "Kenora"),
            "safety",
            "address withheld for safety (Kenora)",
            "adresse non divulguée par mesure de sécurité (Kenora)",
        ),
        (
            None,
            "safety",
            "address withheld for safety",
            "adresse non divulguée par mesure de sécurité",
        ),
    ],
)
def test_a_service_is_in_a_town_or_its_address_is_withheld(
    location: Location | None, withheld: str, english: str, french: str
) -> None:
    service = replace(_service(), location=location, address_withheld=withheld)

    assert wording.where(service, EN) == english
    assert wording.where(service, FR) == french


@pytest.mark.parametrize(
    ("coverage", "serves", "english"),
    [
        (Coverage(Scope.CITY, (Province.ON,), (1,)), Text("Kenora", "Kenora"), "Kenora"),
        (Coverage(Scope.NATIONAL), Text(), "All of Canada"),
        (
            Coverage(Scope.PROVINCE, (Province.NB, Province.NS)),
            Text(),
            "New Brunswick, Nova Scotia",
        ),
        (Coverage(Scope.CITY, (Province.ON,), (1,)), Text(), ""),
    ],
)
def test_the_area_served_is_never_made_larger(
    coverage: Coverage, serves: Text, english: str
) -> None:
    assert wording.serves(replace(_service(), coverage=coverage, serves=serves), EN) == english


@pytest.mark.parametrize(
    ("today", "english", "french"),
    [
        (date(2026, 11, 22), "on 23 November 2026", "le 23 novembre 2026"),
        (date(2026, 11, 23), "today", "aujourd'hui"),
        (date(2026, 11, 24), "yesterday", "hier"),
        (date(2026, 12, 3), "10 days ago", "il y a 10 jours"),
    ],
)
def test_the_edition_says_when_its_records_were_read(
    today: date, english: str, french: str
) -> None:
    info = EditionInfo(1, 0, "2026-11-24T10:00:00+00:00", "2026-11-23", 588, "")

    assert wording.edition_line(info, today, EN) == f"Records read {english}"
    assert wording.edition_line(info, today, FR) == f"Fiches lues {french}"


def test_one_word_tells_each_state() -> None:
    assert [wording.open_word(state, EN) for state in OpenState] == [
        "Open",
        "Closed",
        "Hours unknown",
    ]
    assert [wording.open_word(state, FR) for state in OpenState] == [
        "Ouvert",
        "Fermé",
        "Heures inconnues",
    ]
