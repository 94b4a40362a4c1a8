from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tp_directory.core.bilingual import Text
from tp_directory.core.coverage import Closeness, Coverage, Scope
from tp_directory.core.hours import UNKNOWN, OpenState
from tp_directory.core.opening import (
    hit_at,
    hit_of,
    hours_profile,
    open_phones,
    service_availability,
)
from tp_directory.core.place import Province
from tp_directory.core.service import (
    Location,
    Phone,
    PhoneKind,
    Service,
    Source,
    Verification,
)

TUESDAY_NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)  # 12:00 in Toronto
TUESDAY_NIGHT = datetime(2026, 11, 25, 2, tzinfo=UTC)  # 21:00 in Toronto
OFFICE = "Mo-Fr 09:00-17:00"

VOICE = Phone("+1-416-555-0101", PhoneKind.VOICE, Text("Line", "Ligne"), OFFICE)
CRISIS = Phone("+1-416-555-0102", PhoneKind.VOICE, Text("Crisis", "Crise"), "24/7")
UNSTATED = Phone("+1-416-555-0103", PhoneKind.TEXT, Text("Text", "Texto"))
FAX = Phone("+1-416-555-0104", PhoneKind.FAX, Text("Fax", "Télécopieur"), "24/7")

SERVICE = Service(
    id="00000000-0000-5000-8000-000000000001",
    name=Text("Example", "Exemple"),
    description=Text("Fictional.", "Fictif."),
    organization=Text("Example Society"),
    needs=("crisis_line",),
    coverage=Coverage(Scope.PROVINCE, (Province.ON,)),
    serves=Text("All of Ontario", "Tout l'Ontario"),
    sources=(Source("https://example.org", date(2026, 11, 23)),),
    verification=Verification.READ_ONCE,
    timezone="America/Toronto",
)


def test_the_hours_of_a_service_are_its_own_and_its_lines() -> None:
    profile = hours_profile(replace(SERVICE, hours="Sa 10:00-12:00", phones=(VOICE, CRISIS)))

    assert profile.rules == tuple(sorted(("24/7", OFFICE, "Sa 10:00-12:00")))
    assert not profile.is_partial
    assert profile.is_always_open


def test_a_fax_line_opens_nothing() -> None:
    service = replace(SERVICE, phones=(FAX,))

    assert hours_profile(service).rules == ()
    assert service_availability(service, TUESDAY_NOON) == UNKNOWN


@pytest.mark.parametrize(("hours", "is_partial"), [("", True), (OFFICE, False)])
def test_a_line_without_hours_leaves_them_partial_unless_the_service_states_its_own(
    hours: str, is_partial: bool
) -> None:
    service = replace(SERVICE, hours=hours, phones=(VOICE, UNSTATED))

    assert hours_profile(service).is_partial is is_partial


@pytest.mark.parametrize(
    ("location", "provinces", "province"),
    [
        (Location(Province.MB), (Province.ON,), Province.MB),
        (None, (Province.ON,), Province.ON),
        (None, (Province.ON, Province.QC), None),
        (None, (), None),
    ],
)
def test_holidays_are_those_of_the_place_or_of_the_one_province_served(
    location: Location | None, provinces: tuple[Province, ...], province: Province | None
) -> None:
    service = replace(SERVICE, location=location, coverage=Coverage(Scope.PROVINCE, provinces))

    assert hours_profile(service).province is province


def test_a_national_line_without_a_time_zone_is_unknown() -> None:
    line = replace(SERVICE, coverage=Coverage(Scope.NATIONAL), timezone="", phones=(VOICE,))

    assert service_availability(line, TUESDAY_NOON) == UNKNOWN


def test_each_number_has_a_state_of_its_own_at_night() -> None:
    service = replace(SERVICE, phones=(VOICE, CRISIS, UNSTATED))

    states = [each.availability.state for each in open_phones(service, TUESDAY_NIGHT)]

    assert states == [OpenState.CLOSED, OpenState.OPEN, OpenState.UNKNOWN]
    assert service_availability(service, TUESDAY_NIGHT).state is OpenState.OPEN


def test_a_service_that_was_not_searched_for_has_neither_place_nor_distance() -> None:
    service = replace(SERVICE, phones=(VOICE, CRISIS))
    hit = hit_of(service, TUESDAY_NOON)

    assert hit.service is service
    assert hit.availability == service_availability(service, TUESDAY_NOON)
    assert hit.own_availability == UNKNOWN
    assert hit.phones == open_phones(service, TUESDAY_NOON)
    assert (hit.closeness, hit.distance_km) == (None, None)


def test_a_hit_at_another_moment_differs_only_in_who_answers() -> None:
    service = replace(SERVICE, phones=(VOICE,))
    found = replace(
        hit_of(service, TUESDAY_NOON), closeness=Closeness.PROVINCE, distance_km=12.0, score=3.5
    )
    later = hit_at(found, TUESDAY_NIGHT)

    assert found.availability.state is OpenState.OPEN
    assert later.availability.state is OpenState.CLOSED
    assert later.phones == open_phones(service, TUESDAY_NIGHT)
    assert hit_at(later, TUESDAY_NOON) == found


def test_every_bundled_service_has_hours_that_are_evaluated(
    services: tuple[Service, ...],
) -> None:
    states = {service_availability(service, TUESDAY_NIGHT).state for service in services}

    assert states == set(OpenState)


@pytest.mark.parametrize(
    ("phones", "hours", "moment", "main"),
    [
        ((VOICE, CRISIS), "", TUESDAY_NOON, VOICE),
        ((VOICE, CRISIS), "", TUESDAY_NIGHT, CRISIS),  # the closed office is not given at night
        ((replace(VOICE, hours=""), CRISIS), "", TUESDAY_NIGHT, CRISIS),
        ((VOICE, UNSTATED), "", TUESDAY_NIGHT, UNSTATED),
        ((UNSTATED, VOICE), "", TUESDAY_NOON, VOICE),
        ((replace(VOICE, hours=""), CRISIS), OFFICE, TUESDAY_NIGHT, CRISIS),
        ((UNSTATED, replace(VOICE, hours="")), "24/7", TUESDAY_NIGHT, replace(VOICE, hours="")),
        ((FAX,), "24/7", TUESDAY_NOON, None),
        ((), "", TUESDAY_NOON, None),
    ],
)
def test_the_line_to_give_first_is_one_that_answers(
    phones: tuple[Phone, ...], hours: str, moment: datetime, main: Phone | None
) -> None:
    line = hit_of(replace(SERVICE, phones=phones, hours=hours), moment).main_line

    assert (line.phone if line else None) == main


def test_a_line_without_hours_is_not_open_because_another_line_is() -> None:
    office = replace(VOICE, hours="")
    hit = hit_of(replace(SERVICE, phones=(office, CRISIS), hours=OFFICE), TUESDAY_NIGHT)

    assert hit.availability.state is OpenState.OPEN
    assert [hit.answer(line).state for line in hit.phones] == [OpenState.CLOSED, OpenState.OPEN]
