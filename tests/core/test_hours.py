from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from tp_directory.core.hours import (
    ALWAYS,
    UNKNOWN,
    Availability,
    HoursProfile,
    OpenState,
    availability,
    is_readable,
    optional_holidays,
    rule_availability,
    statutory_holidays,
)
from tp_directory.core.place import Province

OFFICE = "Mo-Fr 09:00-17:00"
OFFICE_NOT_HOLIDAYS = "Mo-Fr 09:00-17:00; PH off"
NIGHT = "Mo-Su 10:00-03:00"


def _state(
    rule: str, timezone: str, province: Province | None, *moment: int
) -> tuple[OpenState, datetime | None]:
    """Open or not at a local time, and the local wall clock of the next change."""
    profile = HoursProfile((rule,), is_partial=False, timezone=timezone, province=province)
    year, month, day, hour, minute = moment
    local = datetime(year, month, day, hour, minute, tzinfo=ZoneInfo(timezone))
    found = rule_availability(profile, rule, local)
    return found.state, found.until and found.until.replace(tzinfo=None)


@pytest.mark.parametrize(
    ("moment", "state", "until"),
    [
        ((2026, 11, 24, 8, 59), OpenState.CLOSED, datetime(2026, 11, 24, 9)),
        ((2026, 11, 24, 9, 0), OpenState.OPEN, datetime(2026, 11, 24, 17)),
        ((2026, 11, 24, 16, 59), OpenState.OPEN, datetime(2026, 11, 24, 17)),
        ((2026, 11, 24, 17, 0), OpenState.CLOSED, datetime(2026, 11, 25, 9)),
        ((2026, 11, 27, 18, 0), OpenState.CLOSED, datetime(2026, 11, 30, 9)),
    ],
)
def test_an_office_is_open_in_its_hours_and_tells_the_next_change(
    moment: tuple[int, ...], state: OpenState, until: datetime
) -> None:
    assert _state(OFFICE, "America/Toronto", Province.ON, *moment) == (state, until)


@pytest.mark.parametrize(
    ("moment", "state", "until"),
    [
        ((2026, 11, 24, 2, 30), OpenState.OPEN, datetime(2026, 11, 24, 3)),
        ((2026, 11, 24, 3, 0), OpenState.CLOSED, datetime(2026, 11, 24, 10)),
        ((2026, 11, 24, 23, 59), OpenState.OPEN, datetime(2026, 11, 25, 3)),
    ],
)
def test_hours_past_midnight_belong_to_the_evening_before(
    moment: tuple[int, ...], state: OpenState, until: datetime
) -> None:
    assert _state(NIGHT, "America/Toronto", Province.ON, *moment) == (state, until)


def test_the_end_of_the_day_is_midnight() -> None:
    assert _state("Mo-Su 08:30-24:00", "America/Toronto", Province.ON, 2026, 11, 24, 23, 30) == (
        OpenState.OPEN,
        datetime(2026, 11, 25),
    )


@pytest.mark.parametrize(
    ("province", "timezone", "month", "day"),
    [
        (Province.QC, "America/Toronto", 6, 24),  # Fête nationale
        (Province.ON, "America/Toronto", 8, 3),  # civic day, optional in law
        (Province.NU, "America/Iqaluit", 7, 9),  # Nunavut Day
        (Province.AB, "America/Edmonton", 2, 16),  # Family Day
        (Province.ON, "America/Toronto", 12, 25),
    ],
)
def test_an_office_that_closes_on_holidays_is_closed_on_those_of_its_province(
    province: Province, timezone: str, month: int, day: int
) -> None:
    state, _ = _state(OFFICE_NOT_HOLIDAYS, timezone, province, 2026, month, day, 12, 0)

    assert state is OpenState.CLOSED


@pytest.mark.parametrize(
    ("province", "timezone", "month", "day"),
    [
        (Province.ON, "America/Toronto", 6, 24),
        (Province.QC, "America/Toronto", 8, 3),
        (Province.NT, "America/Yellowknife", 7, 9),
    ],
)
def test_a_holiday_of_another_province_changes_nothing(
    province: Province, timezone: str, month: int, day: int
) -> None:
    state, _ = _state(OFFICE_NOT_HOLIDAYS, timezone, province, 2026, month, day, 12, 0)

    assert state is OpenState.OPEN


def test_hours_that_say_nothing_of_holidays_are_unknown_on_one() -> None:
    assert _state(OFFICE, "America/Toronto", Province.QC, 2026, 6, 24, 12, 0) == (
        OpenState.UNKNOWN,
        None,
    )


@pytest.mark.parametrize("year", [1, 1900, 9999])
def test_hours_are_unknown_centuries_away(year: int) -> None:
    moment = datetime(year, 12, 31, 23, 59, tzinfo=UTC)
    profile = HoursProfile((), is_partial=False, timezone="America/Toronto", province=Province.ON)

    assert rule_availability(profile, "Mo-Fr 09:00-17:00; PH 10:00-12:00", moment) == UNKNOWN


def test_outside_its_hours_an_office_is_closed_on_a_holiday_too() -> None:
    state, _ = _state(OFFICE, "America/Toronto", Province.QC, 2026, 6, 24, 20, 0)

    assert state is OpenState.CLOSED


def test_a_day_that_only_some_employers_keep_is_unknown() -> None:
    state, _ = _state(OFFICE_NOT_HOLIDAYS, "America/Toronto", Province.ON, 2026, 4, 6, 12, 0)

    assert state is OpenState.UNKNOWN
    assert date(2026, 4, 6) in optional_holidays(Province.ON, 2026)


def test_hours_of_every_day_hold_on_holidays() -> None:
    state, _ = _state("Mo-Su 09:00-21:00", "America/Toronto", Province.ON, 2026, 12, 25, 12, 0)

    assert state is OpenState.OPEN


@pytest.mark.parametrize(
    ("hour", "state"), [(7, OpenState.CLOSED), (9, OpenState.OPEN), (16, OpenState.OPEN)]
)
def test_hours_of_holidays_replace_those_of_the_weekday(hour: int, state: OpenState) -> None:
    rule = "Mo-Fr 16:00-23:00; Sa-Su,PH 08:00-23:00"

    assert _state(rule, "America/Toronto", Province.ON, 2026, 7, 1, hour, 0)[0] is state


def test_new_year_is_known_on_the_last_evening_of_the_year() -> None:
    assert _state(OFFICE_NOT_HOLIDAYS, "America/Toronto", Province.ON, 2026, 12, 31, 18, 0) == (
        OpenState.CLOSED,
        datetime(2027, 1, 4, 9),
    )


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        (datetime(2026, 3, 8, 6, 30, tzinfo=UTC), OpenState.CLOSED),  # 01:30 EST
        (datetime(2026, 3, 8, 7, 30, tzinfo=UTC), OpenState.OPEN),  # 03:30 EDT; 02:30 is skipped
        (datetime(2026, 11, 1, 5, 30, tzinfo=UTC), OpenState.CLOSED),  # 01:30 EDT
        (datetime(2026, 11, 1, 6, 30, tzinfo=UTC), OpenState.CLOSED),  # 01:30 EST, once more
        (datetime(2026, 11, 1, 7, 30, tzinfo=UTC), OpenState.OPEN),  # 02:30 EST
    ],
)
def test_the_wall_clock_counts_when_the_clocks_change(moment: datetime, state: OpenState) -> None:
    rule = "Mo-Su 02:00-05:00"
    profile = HoursProfile((rule,), False, "America/Toronto", Province.ON)

    assert rule_availability(profile, rule, moment).state is state


@pytest.mark.parametrize(
    ("timezone", "province", "state"),
    [
        ("America/St_Johns", Province.NL, OpenState.CLOSED),  # 17:30
        ("America/Toronto", Province.ON, OpenState.OPEN),  # 16:00
        ("America/Regina", Province.SK, OpenState.OPEN),  # 15:00, no daylight saving
        ("America/Vancouver", Province.BC, OpenState.OPEN),  # 13:00
    ],
)
def test_one_moment_is_another_hour_in_each_time_zone(
    timezone: str, province: Province, state: OpenState
) -> None:
    profile = HoursProfile((OFFICE,), False, timezone, province)
    moment = datetime(2026, 11, 24, 21, 0, tzinfo=UTC)

    assert rule_availability(profile, OFFICE, moment).state is state


def test_without_a_time_zone_hours_are_unknown() -> None:
    profile = HoursProfile((OFFICE,), is_partial=False, timezone="", province=None)

    assert availability(profile, datetime(2026, 11, 24, 17, tzinfo=UTC)) == UNKNOWN


def test_day_and_night_needs_no_time_zone() -> None:
    profile = HoursProfile((ALWAYS,), is_partial=False, timezone="", province=None)

    assert profile.is_always_open
    assert availability(profile, datetime(2026, 12, 25, 3, tzinfo=UTC)) == Availability(
        OpenState.OPEN
    )


def _together(*rules: str, is_partial: bool = False, hour: int = 12) -> Availability:
    profile = HoursProfile(rules, is_partial, "America/Toronto", Province.ON)
    moment = datetime(2026, 11, 24, hour, tzinfo=ZoneInfo("America/Toronto"))
    return availability(profile, moment)


def test_one_open_line_opens_the_service_until_the_last_one_closes() -> None:
    found = _together(OFFICE, "Mo-Su 11:00-20:00", "Mo-Fr 20:00-22:00")

    assert found.state is OpenState.OPEN
    assert found.until is not None
    assert found.until.hour == 20


def test_a_line_that_never_closes_leaves_no_end() -> None:
    assert _together(OFFICE, ALWAYS) == Availability(OpenState.OPEN)


def test_a_service_is_closed_until_its_first_line_opens() -> None:
    found = _together(OFFICE, "Mo-Su 20:00-22:00", hour=18)

    assert found.state is OpenState.CLOSED
    assert found.until is not None
    assert found.until.hour == 20


def test_a_closed_service_with_a_line_without_hours_is_unknown() -> None:
    assert _together(OFFICE, is_partial=True, hour=20) == UNKNOWN


def test_an_open_line_outweighs_one_without_hours() -> None:
    assert _together(OFFICE, is_partial=True).state is OpenState.OPEN


def test_a_service_without_any_hours_is_unknown() -> None:
    assert _together() == UNKNOWN


def test_hours_that_are_not_readable_are_unknown() -> None:
    assert _together("sunrise-sunset") == UNKNOWN
    assert _together("Mo-Fr 09:00-17:00 unknown", "Mo-Fr 18:00-19:00") == UNKNOWN


def test_a_change_further_away_than_a_year_is_not_told() -> None:
    assert _together("Feb 29 09:00-17:00") == Availability(OpenState.CLOSED)


@pytest.mark.parametrize(
    "rule",
    [
        ALWAYS,
        OFFICE,
        OFFICE_NOT_HOLIDAYS,
        NIGHT,
        "Sa,PH 09:00-12:00",
        "PH off",
        "Mo-Su 08:30-24:00",
        "Tu,Th-Fr 09:00-12:00, 13:00-17:00;Sa off",
        "Nov-Apr Mo-Su 20:00-08:00; Dec 24-Jan 2,Jul 1 off; PH closed",
        "Feb 29 10:00-12:00",
        "Dec 20-31 off",
    ],
)
def test_hours_that_the_program_evaluates_are_readable(rule: str) -> None:
    assert is_readable(rule)


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "9 to 5",
        "Mo-Fr 25:00-26:00",
        "SH off",
        "Mo-Fr 09:00-17:00; SH 10:00-12:00",
        # holidays that another part would outweigh, or that would be open or closed by guess
        "PH off; Mo-Fr 09:00-17:00",
        "Mo-Fr 09:00-17:00, PH off",
        "Mo-Fr 09:00-17:00 || PH off",
        "Mo-Fr 09:00-17:00; PH, Sa off",
        "Mo-Fr 09:00-17:00; Sa, PH 10:00-14:00",
        "Mo-Fr 09:00-17:00; PH -1 day off",
        "Mo-Fr 09:00-17:00; Jul PH off",
        "PH,off",
        "PH",
        # no times that hold
        '"by appointment"',
        'Mo-Fr 09:00-17:00; "by appointment"',
        "sunrise-sunset",
        "Mo-Fr 09:00-17:00+",
        "Mo-Fr",
        "Jan 32 09:00-17:00",
        # days that the library takes for every day
        "Feb 30 10:00-12:00",
        "Mo-Fr 09:00-17:00; Apr 31 off",
        "Nov 31-Dec 2 off",
        "Feb 10-30 off",
    ],
)
def test_other_hours_are_refused(rule: str) -> None:
    assert not is_readable(rule)


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        ((2026, 5, 18, 7, 0), OpenState.CLOSED),  # nothing began on Sunday
        ((2026, 5, 18, 20, 0), OpenState.UNKNOWN),  # Victoria Day
        ((2026, 5, 19, 5, 0), OpenState.UNKNOWN),
        ((2026, 5, 19, 8, 29), OpenState.UNKNOWN),
        ((2026, 5, 19, 8, 30), OpenState.CLOSED),
        ((2026, 7, 1, 5, 0), OpenState.OPEN),  # the night before a holiday
    ],
)
def test_a_night_that_began_on_a_holiday_is_uncertain_until_it_ends(
    moment: tuple[int, ...], state: OpenState
) -> None:
    assert _state("Mo-Fr 16:30-08:30", "America/Toronto", Province.ON, *moment)[0] is state


@pytest.mark.parametrize(
    ("rule", "moment", "state", "until"),
    [
        # 1 July is a holiday; the nights of 30 June and of 1 July
        (
            "Mo-Su 10:00-03:00; PH off",
            (2026, 7, 1, 1, 0),
            OpenState.OPEN,
            datetime(2026, 7, 1, 3),
        ),
        (
            "Mo-Su 10:00-03:00; PH off",
            (2026, 7, 2, 1, 0),
            OpenState.CLOSED,
            datetime(2026, 7, 2, 10),
        ),
        # 22 November is a Sunday
        (
            "Mo-Su 18:00-02:00; Su off",
            (2026, 11, 22, 1, 0),
            OpenState.OPEN,
            datetime(2026, 11, 22, 2),
        ),
        (
            "Mo-Su 18:00-02:00; Su off",
            (2026, 11, 23, 1, 0),
            OpenState.CLOSED,
            datetime(2026, 11, 23, 18),
        ),
        (
            "Mo-Fr 16:30-08:30; Sa-Su,PH 00:00-24:00",
            (2026, 11, 28, 20, 0),
            OpenState.OPEN,
            datetime(2026, 11, 30),
        ),
    ],
)
def test_a_night_belongs_to_the_day_it_began_on_whatever_holds_on_the_next(
    rule: str, moment: tuple[int, ...], state: OpenState, until: datetime
) -> None:
    assert _state(rule, "America/Toronto", Province.ON, *moment) == (state, until)


def test_an_opening_on_a_holiday_of_which_the_hours_say_nothing_is_not_told() -> None:
    eve_of_victoria_day = (2026, 5, 17, 12, 0)

    assert _state(OFFICE, "America/Toronto", Province.ON, *eve_of_victoria_day) == (
        OpenState.CLOSED,
        None,
    )


def test_a_service_tells_no_opening_where_one_of_its_lines_may_open_before() -> None:
    profile = HoursProfile((OFFICE, "Tu 10:00-12:00"), False, "America/Toronto", Province.ON)
    eve_of_victoria_day = datetime(2026, 5, 17, 12, tzinfo=ZoneInfo("America/Toronto"))

    assert availability(profile, eve_of_victoria_day) == Availability(OpenState.CLOSED)


@pytest.mark.parametrize(
    ("friday", "until"),
    [
        ((2026, 11, 20, 12, 0), datetime(2026, 11, 23, 8)),
        ((2026, 5, 15, 12, 0), datetime(2026, 5, 18)),  # Victoria Day is not certain
    ],
)
def test_hours_that_follow_each_other_are_one_as_long_as_they_are_certain(
    friday: tuple[int, ...], until: datetime
) -> None:
    rule = "Fr 09:00-24:00; Sa-Su 00:00-24:00; Mo 00:00-08:00"

    assert _state(rule, "America/Toronto", Province.ON, *friday) == (OpenState.OPEN, until)


def test_hours_without_an_end_tell_none() -> None:
    assert _together("Mo-Su 00:00-24:00") == Availability(OpenState.OPEN)


@pytest.mark.parametrize(
    ("province", "day"),
    [
        (Province.ON, (2026, 9, 30)),  # National Day for Truth and Reconciliation
        (Province.QC, (2025, 12, 26)),  # Boxing Day
    ],
)
def test_a_day_that_only_public_offices_keep_is_unknown(
    province: Province, day: tuple[int, ...]
) -> None:
    state, _ = _state(OFFICE_NOT_HOLIDAYS, "America/Toronto", province, *day, 12, 0)

    assert state is OpenState.UNKNOWN


def test_without_a_province_the_holidays_of_all_canada_hold() -> None:
    days = statutory_holidays(None, 2026)

    assert date(2026, 12, 25) in days
    assert date(2026, 6, 24) not in days


@pytest.mark.parametrize("province", Province)
def test_every_province_keeps_christmas_and_canada_day(province: Province) -> None:
    kept = statutory_holidays(province, 2026)

    assert {date(2026, 12, 25), date(2026, 7, 1)} <= kept
