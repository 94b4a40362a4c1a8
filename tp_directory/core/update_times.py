"""When an update begins by itself: pure decisions, which a timer asks for again and again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from tp_directory.core.preferences import QuietHours
from tp_directory.core.updating import Attempt, Outcome

MINUTES_OF_A_DAY = 24 * 60
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)
_WENT_WELL = {Outcome.INSTALLED, Outcome.UP_TO_DATE, Outcome.CANCELLED}


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a computer looks for editions.

    `slot` is its own time of day, by its clock, so that not all come at once. `started` is when
    the program was. `is_paused`: never by itself.
    """

    slot: time
    started: datetime
    quiet: QuietHours = QuietHours.NONE
    is_paused: bool = False


@dataclass(frozen=True, slots=True)
class Connection:
    """What is known of the network; where nothing is, it counts as there and free of charge."""

    is_online: bool = True
    is_metered: bool = False


def slot_of(number: int) -> time:
    """The time of day that a random number stands for."""
    hour, minute = divmod(number % MINUTES_OF_A_DAY, 60)
    return time(hour, minute)


def next_update(schedule: Schedule, attempts: Sequence[Attempt], now: datetime) -> datetime | None:
    """The moment from which an update may begin, which may be over; None while it is paused.

    That is at the start of the program and then daily at its slot; after failures an hour later,
    and each time twice as long, but no later than at the next slot. It is never less than an hour
    after the last attempt, and never in quiet hours. `attempts` are the ones before, the last one
    first; those that lie in the future are from a clock that was wrong. All moments are aware,
    with the offset of the computer's clock.
    """
    if schedule.is_paused:
        return None
    past = [each for each in attempts if _begun(each) <= now]
    if not past:
        return _after_quiet(schedule.started, schedule.quiet)
    last = _begun(past[0]).astimezone(now.tzinfo)
    wanted = min(_next_slot(last, schedule.slot), last + _back_off(past))
    if last < schedule.started:
        wanted = min(wanted, schedule.started)
    return _after_quiet(max(wanted, last + _HOUR), schedule.quiet)


def is_due(
    schedule: Schedule,
    attempts: Sequence[Attempt],
    now: datetime,
    connection: Connection,
    *,
    allows_metered: bool,
) -> bool:
    """Whether an update may begin now; what was missed without a network is due once it is back."""
    moment = next_update(schedule, attempts, now)
    if moment is None or moment > now or _after_quiet(now, schedule.quiet) > now:
        return False
    return connection.is_online and (allows_metered or not connection.is_metered)


def _begun(attempt: Attempt) -> datetime:
    return datetime.fromisoformat(attempt.at)


def _next_slot(last: datetime, slot: time) -> datetime:
    """The first time that the slot comes after a moment."""
    today = last.replace(hour=slot.hour, minute=slot.minute, second=0, microsecond=0)
    return today if today > last else today + _DAY


def _back_off(attempts: Sequence[Attempt]) -> timedelta:
    """How long to wait after the failures that came last; a day where there was none."""
    failures = 0
    for attempt in attempts:
        if attempt.outcome in _WENT_WELL:
            break
        failures += 1
    return min(_HOUR * 2 ** (failures - 1), _DAY) if failures else _DAY


def _after_quiet(moment: datetime, quiet: QuietHours) -> datetime:
    """The moment, or the end of the quiet hours that it is in."""
    first, last = quiet.hours
    is_quiet = first <= moment.hour < last if first <= last else not last <= moment.hour < first
    if not is_quiet:
        return moment
    full_hour = moment.replace(minute=0, second=0, microsecond=0)
    return full_hour + timedelta(hours=(last - moment.hour) % 24)
