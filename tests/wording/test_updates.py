"""What updates do and how they stand, in words."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from tp_directory import wording
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.edition import EditionInfo
from tp_directory.core.release import Changes
from tp_directory.core.update_standing import Standing, standing
from tp_directory.core.updating import Attempt, Outcome, Stage, UpdateStep
from tp_directory.wording.updates import (
    attempt_line,
    change_counts,
    moment_words,
    standing_briefly,
    standing_line,
    step_line,
)

EN, FR = Language.EN, Language.FR
NOW = datetime(2026, 11, 24, 15, 0, tzinfo=timezone(timedelta(hours=-5)))
INFO = EditionInfo(2, 12, "2026-11-24T10:00:00+00:00", "2026-11-01", 588, "")


def attempt(day: int, outcome: Outcome) -> Attempt:
    at = datetime(2026, 11, day, 19, 30, tzinfo=UTC)
    return Attempt(at.isoformat(), outcome, 12, "", Text(f"As of {day}.", f"Du {day}."))


def published(moment: str) -> EditionInfo:
    return EditionInfo(2, 12, "", "2026-11-01", 588, "", published_at=moment)


@pytest.mark.parametrize(
    ("days", "english", "french"),
    [
        (0, "", ""),
        (89, "", ""),
        (
            90,
            "This directory is 90 days old (1 November 2026).",
            "Ce répertoire date de 90 jours (1er novembre 2026).",
        ),
        (364, "is 364 days old", "date de 364 jours"),
        (
            365,
            "This directory is more than a year old (1 November 2026).",
            "Ce répertoire a plus d'un an (1er novembre 2026).",
        ),
    ],
)
def test_what_is_handed_out_says_its_age_from_ninety_days_on(
    days: int, english: str, french: str
) -> None:
    today = date(2026, 11, 1) + timedelta(days=days)

    for language, part in ((EN, english), (FR, french)):
        line = wording.edition_age_line(INFO, today, language)
        assert part in line
        assert bool(line) is bool(part)


def test_a_published_edition_is_as_old_as_its_publication() -> None:
    info = published("2026-11-21T12:00:00+00:00")
    today = date(2026, 11, 24)

    assert wording.edition_line(info, today, EN) == "Edition 12, published 3 days ago"
    assert wording.edition_line(info, today, FR) == "Édition 12, publiée il y a 3 jours"
    assert wording.edition_age_line(info, date(2027, 2, 10), EN) == ""


def test_each_step_is_told() -> None:
    lines = {step_line(UpdateStep(stage), language) for stage in Stage for language in Language}

    assert len(lines) == 2 * len(Stage)
    assert step_line(UpdateStep(Stage.DOWNLOADING, 3, 7), EN) == "Downloading: 3 of 7"
    assert step_line(UpdateStep(Stage.DOWNLOADING, 3, 7), FR) == (
        "Téléchargement\N{NO-BREAK SPACE}: 3 sur 7"
    )


@pytest.mark.parametrize("outcome", Outcome)
@pytest.mark.parametrize("language", Language)
def test_each_end_is_told_in_a_sentence(outcome: Outcome, language: Language) -> None:
    shown = standing([attempt(24, outcome)])
    sentence = standing_line(shown, NOW, language, is_set_up=True)

    assert sentence.endswith(".")
    assert " · " in attempt_line(attempt(24, outcome), NOW, language)


def test_since_when_a_source_is_out_of_reach_is_told() -> None:
    tried = [attempt(24, Outcome.UNREACHABLE), attempt(22, Outcome.UNREACHABLE)]
    shown = standing([*tried, attempt(20, Outcome.UP_TO_DATE)])

    english = standing_line(shown, NOW, EN, is_set_up=True)
    french = standing_line(shown, NOW, FR, is_set_up=True)
    assert english == "Updates cannot be reached since 22 November 2026 at 14:30."
    assert french.startswith("Les mises à jour sont injoignables depuis le 22 novembre 2026 à 14")
    assert standing_briefly(shown, NOW, EN, is_set_up=True) == (
        "updates unreachable since 22 November 2026"
    )


def test_when_it_was_looked_last_is_told_where_all_is_well() -> None:
    shown = standing([attempt(24, Outcome.UP_TO_DATE), attempt(23, Outcome.UP_TO_DATE)])

    assert standing_line(shown, NOW, EN, is_set_up=True) == "Up to date: checked today at 14:30."
    assert standing_briefly(shown, NOW, EN, is_set_up=True) == "up to date"


def test_what_was_stopped_says_nothing_of_the_source() -> None:
    tried = [attempt(24, Outcome.CANCELLED), attempt(23, Outcome.UP_TO_DATE)]

    assert standing(tried) == standing(tried[1:])
    assert standing(tried[:1]).outcome is Outcome.CANCELLED


def test_before_anything_was_tried_there_is_nothing_to_tell() -> None:
    assert standing([]) == Standing()
    assert standing_line(Standing(), NOW, EN, is_set_up=True) == "No update was looked for yet."
    assert standing_briefly(Standing(), NOW, EN, is_set_up=True) == ""


@pytest.mark.parametrize("language", Language)
def test_where_nothing_is_set_up_it_is_said(language: Language) -> None:
    shown = standing([attempt(24, Outcome.UP_TO_DATE)])

    assert "set up" in standing_line(shown, NOW, EN, is_set_up=False)
    assert standing_briefly(shown, NOW, language, is_set_up=False) == ""


def test_changes_are_counted() -> None:
    changes = Changes(("a", "b"), ("c",), ("d",), ("e",))

    assert change_counts(changes, EN) == "2 added, 1 changed, 1 closed, 1 removed"
    assert change_counts(changes, FR) == "2 ajoutés, 1 modifié, 1 fermé, 1 retiré"
    assert change_counts(Changes(), EN) == ""


@pytest.mark.parametrize(
    ("days", "english", "french"),
    [
        (0, "today at 15:00", "aujourd'hui à 15\N{NO-BREAK SPACE}h"),
        (-1, "yesterday at 15:00", "hier à 15\N{NO-BREAK SPACE}h"),
        (1, "tomorrow at 15:00", "demain à 15\N{NO-BREAK SPACE}h"),
        (-20, "on 4 November 2026 at 15:00", "le 4 novembre 2026 à 15\N{NO-BREAK SPACE}h"),
    ],
)
def test_a_moment_is_told_as_one_would_say_it(days: int, english: str, french: str) -> None:
    assert moment_words(NOW + timedelta(days=days), NOW) == Text(english, french)
