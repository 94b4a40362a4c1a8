from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from tp_directory.core.hours import (
    ALWAYS,
    HoursProfile,
    OpenState,
    rule_availability,
)
from tp_directory.core.opening import hours_profile
from tp_directory.core.place import Province
from tp_directory.core.service import Service
from tp_directory.core.week import DayHours, week

TUESDAY = date(2026, 11, 24)  # no holiday in its week anywhere in Canada


def _week(
    rule: str,
    today: date = TUESDAY,
    province: Province = Province.ON,
    timezone: str = "America/Toronto",
) -> tuple[DayHours, ...]:
    return week(HoursProfile((rule,), False, timezone, province), rule, today)


def _written(days: tuple[DayHours, ...]) -> list[str]:
    """The hours of each day: "09:00-12:00 13:00-17:00"."""
    return [" ".join(f"{start:%H:%M}-{end:%H:%M}" for start, end in day.spans) for day in days]


@pytest.mark.parametrize("today", [date(2026, 11, 23), TUESDAY, date(2026, 11, 29)])
def test_the_week_is_the_one_that_the_day_is_in(today: date) -> None:
    days = _week("Mo-Fr 09:00-17:00", today)

    assert [each.day for each in days] == [date(2026, 11, day) for day in range(23, 30)]


@pytest.mark.parametrize(
    ("rule", "written"),
    [
        ("Mo-Fr 08:30-16:30", ["08:30-16:30"] * 5 + [""] * 2),
        (
            "Mo,We-Fr 08:30-16:30; Tu 08:30-20:00",
            ["08:30-16:30", "08:30-20:00", *["08:30-16:30"] * 3, "", ""],
        ),
        ("Mo-Fr 09:00-12:00,13:00-17:00", ["09:00-12:00 13:00-17:00"] * 5 + [""] * 2),
        ("Mo-Fr 16:00-23:00; Sa-Su,PH 08:00-23:00", ["16:00-23:00"] * 5 + ["08:00-23:00"] * 2),
        # past midnight: a night belongs to the day it began on
        ("Mo-Su 10:00-03:00", ["10:00-03:00"] * 7),
        ("Mo-Su 20:00-09:00", ["20:00-09:00"] * 7),
        ("Su 22:00-06:00", [""] * 6 + ["22:00-06:00"]),
        # the end of the day and whole days
        ("Mo-Su 08:30-24:00", ["08:30-00:00"] * 7),
        ("Mo-Su 00:00-24:00", ["00:00-00:00"] * 7),
        ("Mo-Su 08:00-08:00", ["08:00-08:00"] * 7),
        (
            "Th 20:00-24:00; Fr-Sa 00:00-24:00; Su 00:00-08:00",
            [*[""] * 3, "20:00-00:00", "00:00-00:00", "00:00-00:00", "00:00-08:00"],
        ),
        ("Fr 20:00-24:00; Sa 00:00-19:00", [*[""] * 4, "20:00-00:00", "00:00-19:00", ""]),
    ],
)
def test_each_day_has_the_hours_that_are_stated_for_it(rule: str, written: list[str]) -> None:
    days = _week(rule)

    assert _written(days) == written
    assert all(day.is_certain and not day.is_holiday for day in days)


@pytest.mark.parametrize(
    ("rule", "timezone"),
    [
        ("", "America/Toronto"),
        (ALWAYS, "x"),
        ("Mo-Su 09:00-17:00", ""),
        ("sunrise-sunset", "America/Toronto"),
    ],
)
def test_there_is_no_week_without_hours_that_are_evaluated_or_without_a_time_zone(
    rule: str, timezone: str
) -> None:
    assert _week(rule, timezone=timezone) == ()


@pytest.mark.parametrize(
    ("rule", "written", "is_certain"),
    [
        ("Mo-Fr 09:00-17:00; PH off", "", True),
        ("Mo-Fr 16:00-23:00; Sa-Su,PH 08:00-20:00", "08:00-20:00", True),
        ("Mo-Fr 09:00-17:00", "09:00-17:00", False),
        ("Mo-Su 09:00-21:00", "09:00-21:00", True),  # every day: holidays too
        ("Mo,Tu 09:00-17:00", "", True),  # closed on a Wednesday anyway
    ],
)
def test_a_holiday_is_certain_where_the_hours_say_something_of_it(
    rule: str, written: str, is_certain: bool
) -> None:
    wednesday = _week(rule, date(2026, 6, 24), Province.QC)[2]

    assert wednesday.is_holiday
    assert (_written((wednesday,)), wednesday.is_certain) == ([written], is_certain)


@pytest.mark.parametrize(
    ("province", "day", "is_holiday"),
    [
        (Province.QC, date(2026, 6, 24), True),  # Fête nationale
        (Province.ON, date(2026, 6, 24), False),
        (Province.ON, date(2026, 8, 3), True),  # civic day
        (Province.QC, date(2026, 8, 3), False),
        (Province.ON, date(2026, 4, 6), True),  # Easter Monday: only some employers keep it
        (Province.NU, date(2026, 7, 9), True),  # Nunavut Day
        (Province.ON, date(2027, 1, 1), True),  # in the week of 28 December 2026
    ],
)
def test_a_holiday_is_one_of_the_province(province: Province, day: date, is_holiday: bool) -> None:
    found = next(each for each in _week("Mo-Fr 09:00-17:00", day, province) if each.day == day)

    assert (found.is_holiday, found.is_certain) == (is_holiday, not is_holiday)


def test_a_day_that_only_some_employers_keep_is_not_certain_even_where_holidays_are_off() -> None:
    monday = _week("Mo-Fr 09:00-17:00; PH off", date(2026, 4, 6))[0]

    assert monday.is_holiday
    assert not monday.is_certain


def test_a_night_stays_with_the_day_before_a_day_off() -> None:
    days = _week("Mo-Su 10:00-03:00; PH off", date(2026, 7, 1))

    assert _written(days) == ["10:00-03:00"] * 2 + [""] + ["10:00-03:00"] * 4
    assert all(day.is_certain for day in days)


@pytest.mark.parametrize("today", [date(2026, 3, 8), date(2026, 11, 1)])
@pytest.mark.parametrize("rule", ["Mo-Su 02:00-05:00", "Mo-Su 22:00-03:00", "Mo-Su 00:30-01:30"])
def test_hours_are_as_stated_when_the_clocks_change(rule: str, today: date) -> None:
    [(start, end)] = {span for day in _week(rule, today) for span in day.spans}

    assert f"Mo-Su {start:%H:%M}-{end:%H:%M}" == rule


@pytest.mark.parametrize(
    "today", [TUESDAY, date(2026, 6, 24), date(2026, 8, 3), date(2026, 12, 25), date(2026, 4, 6)]
)
def test_the_week_of_every_bundled_rule_tells_the_same_as_its_state_at_each_hour(
    services: tuple[Service, ...], today: date
) -> None:
    asked = {
        (rule, replace(profile, timezone=profile.timezone or "America/Toronto"))
        for profile in map(hours_profile, services)
        for rule in profile.rules
        if rule != ALWAYS
    }
    differing = [
        (rule, profile.province)
        for rule, profile in asked
        if _told_open(week(profile, rule, today)) != _found_open(profile, rule, today)
    ]

    assert len({rule for rule, _profile in asked}) == 18
    assert differing == []


def _moments(today: date) -> list[datetime]:
    """A quarter past each hour of the week, after the night that belongs to the Sunday before."""
    monday = datetime.combine(today - timedelta(days=today.weekday()), time(0, 15))
    return [monday + timedelta(hours=hour) for hour in range(6, 7 * 24)]


def _told_open(days: tuple[DayHours, ...]) -> set[datetime]:
    return {
        moment
        for day in days
        if day.is_certain
        for start, end in day.spans
        for moment in _moments(day.day)
        if datetime.combine(day.day, start)
        <= moment
        < datetime.combine(day.day + timedelta(days=end <= start), end)
    }


def _found_open(profile: HoursProfile, rule: str, today: date) -> set[datetime]:
    zone = ZoneInfo(profile.timezone)
    return {
        moment
        for moment in _moments(today)
        if rule_availability(profile, rule, moment.replace(tzinfo=zone)).state is OpenState.OPEN
    }
