"""When an update begins by itself."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, timezone

import pytest

from tp_directory.core.bilingual import Text
from tp_directory.core.preferences import QuietHours
from tp_directory.core.update_times import Connection, Schedule, is_due, next_update, slot_of
from tp_directory.core.updating import Attempt, Outcome

TORONTO = timezone(timedelta(hours=-5))
SLOT = time(14, 30)
FAILURES = sorted(set(Outcome) - {Outcome.INSTALLED, Outcome.UP_TO_DATE, Outcome.CANCELLED})


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=TORONTO)


def attempt(moment: datetime, outcome: Outcome = Outcome.UP_TO_DATE) -> Attempt:
    return Attempt(moment.astimezone(UTC).isoformat(), outcome, 12, "", Text("x", "x"))


def schedule(
    started: datetime, quiet: QuietHours = QuietHours.NONE, *, is_paused: bool = False
) -> Schedule:
    return Schedule(SLOT, started, quiet, is_paused)


def test_the_first_update_begins_at_the_start() -> None:
    start = at(10, 9)

    assert next_update(schedule(start), (), start) == start


def test_after_it_comes_the_slot_of_the_day() -> None:
    start = at(10, 9)

    assert next_update(schedule(start), (attempt(at(10, 9)),), at(10, 10)) == at(10, 14, 30)


def test_after_the_slot_comes_that_of_the_next_day() -> None:
    start = at(10, 9)
    done = (attempt(at(10, 14, 31)), attempt(at(10, 9)))

    assert next_update(schedule(start), done, at(10, 15)) == at(11, 14, 30)


def test_a_new_start_looks_again_at_once() -> None:
    start = at(11, 9)

    assert next_update(schedule(start), (attempt(at(10, 14, 30)),), start) == start


def test_many_starts_look_at_most_once_an_hour() -> None:
    start = at(10, 9, 20)

    assert next_update(schedule(start), (attempt(at(10, 9)),), start) == at(10, 10)


def test_an_attempt_just_before_the_slot_delays_it() -> None:
    start = at(10, 9)

    assert next_update(schedule(start), (attempt(at(10, 14)),), at(10, 14, 10)) == at(10, 15)


@pytest.mark.parametrize("outcome", FAILURES)
def test_after_a_failure_it_is_tried_again_in_an_hour(outcome: Outcome) -> None:
    start = at(10, 9)

    assert next_update(schedule(start), (attempt(at(10, 9), outcome),), at(10, 9, 1)) == at(10, 10)


@pytest.mark.parametrize(
    ("failures", "hours"), [(1, 1), (2, 2), (3, 4), (4, 8), (5, 16), (6, 23.5), (30, 23.5)]
)
def test_after_more_failures_it_waits_twice_as_long_until_the_slot(
    failures: int, hours: float
) -> None:
    last = at(10, 15)
    tried = tuple(
        attempt(last - timedelta(hours=each), Outcome.UNREACHABLE) for each in range(failures)
    )

    assert next_update(schedule(at(1, 9)), tried, last) == last + timedelta(hours=hours)


def test_failures_before_a_success_do_not_count() -> None:
    tried = (
        attempt(at(10, 15), Outcome.UNREACHABLE),
        attempt(at(10, 14)),
        attempt(at(10, 13), Outcome.UNREACHABLE),
    )

    assert next_update(schedule(at(10, 9)), tried, at(10, 15)) == at(10, 16)


def test_what_the_worker_stopped_waits_for_the_slot() -> None:
    tried = (attempt(at(10, 9), Outcome.CANCELLED),)

    assert next_update(schedule(at(10, 9)), tried, at(10, 9, 1)) == at(10, 14, 30)


def test_paused_means_never() -> None:
    paused = schedule(at(10, 9), is_paused=True)

    assert next_update(paused, (), at(10, 9)) is None
    assert not is_due(paused, (), at(10, 9), Connection(), allows_metered=True)


def test_an_attempt_from_a_clock_that_was_wrong_does_not_hold_up() -> None:
    start = at(10, 9)
    future = attempt(datetime(2040, 1, 1, tzinfo=UTC))

    assert next_update(schedule(start), (future,), start) == start


@pytest.mark.parametrize(
    ("quiet", "start", "begins"),
    [
        (QuietHours.DAY, at(10, 7, 59), at(10, 7, 59)),
        (QuietHours.DAY, at(10, 8), at(10, 18)),
        (QuietHours.DAY, at(10, 17, 59), at(10, 18)),
        (QuietHours.DAY, at(10, 18), at(10, 18)),
        (QuietHours.EVENING, at(10, 16, 5), at(11, 0)),
        (QuietHours.NIGHT, at(10, 22), at(11, 6)),
        (QuietHours.NIGHT, at(11, 3, 20), at(11, 6)),
        (QuietHours.NIGHT, at(11, 6), at(11, 6)),
        (QuietHours.NONE, at(11, 0), at(11, 0)),
    ],
)
def test_quiet_hours_are_waited_for(quiet: QuietHours, start: datetime, begins: datetime) -> None:
    assert next_update(schedule(start, quiet), (), start) == begins


def test_what_became_due_before_quiet_hours_does_not_begin_in_them() -> None:
    quiet = schedule(at(10, 7), QuietHours.DAY)

    assert next_update(quiet, (), at(10, 12)) == at(10, 7)
    assert not is_due(quiet, (), at(10, 12), Connection(), allows_metered=True)
    assert is_due(quiet, (), at(10, 18), Connection(), allows_metered=True)


@pytest.mark.parametrize(
    ("now", "due"), [(at(10, 14, 29), False), (at(10, 14, 30), True), (at(10, 23), True)]
)
def test_it_is_due_from_its_slot_on(now: datetime, due: bool) -> None:
    done = (attempt(at(10, 9)),)

    assert is_due(schedule(at(10, 9)), done, now, Connection(), allows_metered=False) is due


def test_a_slot_that_was_missed_without_a_network_is_due_once_it_is_back() -> None:
    done, late = (attempt(at(10, 9)),), at(10, 20)
    plan = schedule(at(10, 9))

    assert not is_due(plan, done, late, Connection(is_online=False), allows_metered=True)
    assert is_due(plan, done, late, Connection(is_online=True), allows_metered=True)


@pytest.mark.parametrize(("allows", "due"), [(True, True), (False, False)])
def test_a_metered_connection_is_used_where_it_may_be(allows: bool, due: bool) -> None:
    start, metered = at(10, 9), Connection(is_metered=True)

    assert is_due(schedule(start), (), start, metered, allows_metered=allows) is due


def test_attempts_are_told_in_universal_time_and_slots_by_the_clock_on_the_wall() -> None:
    done = Attempt("2026-11-10T14:00:00+00:00", Outcome.UP_TO_DATE, 12, "", Text())

    assert next_update(schedule(at(10, 9)), (done,), at(10, 10)) == at(10, 14, 30)


@pytest.mark.parametrize(
    ("number", "slot"), [(0, time(0)), (61, time(1, 1)), (1439, time(23, 59)), (1440, time(0))]
)
def test_a_random_number_stands_for_a_time_of_day(number: int, slot: time) -> None:
    assert slot_of(number) == slot
