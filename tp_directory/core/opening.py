"""Whether a service, and each of its lines, answers at a moment."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from tp_directory.core.hours import (
    Availability,
    HoursProfile,
    availability,
    rule_availability,
)
from tp_directory.core.query import Hit, OpenPhone
from tp_directory.core.service import PhoneKind, Service


def hours_profile(service: Service) -> HoursProfile:
    """All hours a service states. A fax line does not count: nobody answers it."""
    lines = [phone for phone in service.phones if phone.kind is not PhoneKind.FAX]
    stated = {service.hours, *(phone.hours for phone in lines)} - {""}
    is_partial = not service.hours and any(not phone.hours for phone in lines)
    place = service.location.province if service.location else None
    served = service.coverage.provinces
    province = place or (served[0] if len(served) == 1 else None)
    return HoursProfile(tuple(sorted(stated)), is_partial, service.timezone, province)


def service_availability(service: Service, moment: datetime) -> Availability:
    """Whether any part of the service answers at an aware moment."""
    return availability(hours_profile(service), moment)


def open_phones(service: Service, moment: datetime) -> tuple[OpenPhone, ...]:
    """Every number with its own state; unknown where its hours are not stated."""
    profile = hours_profile(service)
    return tuple(
        OpenPhone(phone, rule_availability(profile, phone.hours, moment))
        for phone in service.phones
    )


def hit_of(service: Service, moment: datetime) -> Hit:
    """A service that was not searched for, as it answers at an aware moment."""
    profile = hours_profile(service)
    return Hit(
        service,
        availability(profile, moment),
        rule_availability(profile, service.hours, moment),
        open_phones(service, moment),
    )


def hit_at(hit: Hit, moment: datetime) -> Hit:
    """The same hit as it answers at another moment."""
    answers = hit_of(hit.service, moment)
    return replace(
        hit,
        availability=answers.availability,
        own_availability=answers.own_availability,
        phones=answers.phones,
    )
