from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from tp_directory.core.bilingual import Language
from tp_directory.core.hours import HoursProfile
from tp_directory.core.place import Province
from tp_directory.core.service import Service
from tp_directory.core.week import DayHours, week
from tp_directory.wording import WeekLine, week_lines, zone_note

EN, FR = Language.EN, Language.FR
TUESDAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 10, 12, tzinfo=ZoneInfo("America/Toronto"))


def _plain(words: str) -> str:
    """The words with common spaces, to be read in a test."""
    return words.replace("\N{NO-BREAK SPACE}", " ")


def _day(*spans: tuple[time, time], is_holiday: bool = False, is_certain: bool = True) -> DayHours:
    return DayHours(TUESDAY, spans, is_holiday, is_certain)


MORNING = (time(8, 30), time(12))
AFTERNOON = (time(13), time(16, 30))


@pytest.mark.parametrize(
    ("day", "english", "french"),
    [
        (_day(MORNING), "08:30–12:00", "8 h 30 à 12 h"),
        (
            _day(MORNING, AFTERNOON),
            "08:30–12:00, 13:00–16:30",
            "8 h 30 à 12 h, 13 h à 16 h 30",
        ),
        (_day((time(22), time(3))), "22:00–03:00", "22 h à 3 h"),
        (_day((time(8), time())), "08:00–24:00", "8 h à 24 h"),
        (_day((time(), time(8))), "00:00–08:00", "0 h à 8 h"),
        (_day((time(), time())), "open 24 hours", "ouvert 24 heures"),
        (_day(), "closed", "fermé"),
        (_day(is_holiday=True), "closed (holiday)", "fermé (jour férié)"),
        (_day(MORNING, is_holiday=True), "08:30–12:00 (holiday)", "8 h 30 à 12 h (jour férié)"),
        (
            _day(MORNING, is_holiday=True, is_certain=False),
            "holiday, hours not stated",
            "jour férié, heures non précisées",
        ),
    ],
)
def test_the_hours_of_a_day_are_told_in_both_languages(
    day: DayHours, english: str, french: str
) -> None:
    [in_english], [in_french] = (week_lines([day], TUESDAY, each) for each in Language)

    assert in_english == WeekLine("Tuesday, today", english, is_today=True)
    assert (in_french.name, _plain(in_french.hours)) == ("mardi, aujourd'hui", french)


def test_the_days_are_named_and_one_is_today() -> None:
    rule = "Mo-Fr 09:00-17:00"
    days = week(HoursProfile((rule,), False, "America/Toronto", Province.ON), rule, TUESDAY)
    lines = week_lines(days, TUESDAY, FR)

    assert [line.name for line in lines] == [
        "lundi",
        "mardi, aujourd'hui",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
    ]
    assert [line.name for line in lines if line.is_today] == ["mardi, aujourd'hui"]


@pytest.mark.parametrize(
    ("timezone", "english", "french"),
    [
        (
            "America/Vancouver",
            "Times are in Vancouver time: it is 07:12 there",
            "Heures locales : il est 7 h 12 à Vancouver",
        ),
        (
            "America/St_Johns",
            "Times are in St. John’s time: it is 11:42 there",
            "Heures locales : il est 11 h 42 à Saint-Jean de Terre-Neuve",
        ),
        ("America/Iqaluit", "", ""),  # another zone, whose clocks agree
        ("America/Toronto", "", ""),
        ("", "", ""),
    ],
)
def test_a_clock_is_told_where_it_differs(timezone: str, english: str, french: str) -> None:
    assert zone_note(timezone, NOW, EN) == english
    assert _plain(zone_note(timezone, NOW, FR)) == french


def test_clocks_differ_only_while_they_do() -> None:
    """Regina keeps standard time: Winnipeg's clocks agree with it in winter only."""
    winnipeg = ZoneInfo("America/Winnipeg")

    assert zone_note("America/Regina", datetime(2026, 1, 15, tzinfo=winnipeg), EN) == ""
    assert zone_note("America/Regina", datetime(2026, 7, 15, tzinfo=winnipeg), EN) != ""


def test_every_zone_of_the_bundled_services_has_a_city(services: tuple[Service, ...]) -> None:
    elsewhere = NOW.astimezone(ZoneInfo("Asia/Tokyo"))
    timezones = {each.timezone for each in services} - {""}

    notes = [zone_note(each, elsewhere, language) for each in timezones for language in Language]

    assert len(timezones) > 15
    assert [note for note in notes if "None" in note or not note] == []
