"""Which edition this is and how old it is, for the window, the terminal and what is handed out."""

from __future__ import annotations

from datetime import date, datetime

from tp_directory.core.bilingual import Language, Text
from tp_directory.core.edition import EditionInfo
from tp_directory.wording.dates import full_date

QUIET_AFTER_DAYS = 90
PLAIN_AFTER_DAYS = 365


def edition_line(info: EditionInfo, today: date, language: Language) -> str:
    """The number and the age of a published edition, or when the records of another were read."""
    ago = _ago(edition_date(info), today)
    if info.published_at:
        text = Text(
            f"Edition {info.number}, published {ago.en}", f"Édition {info.number}, publiée {ago.fr}"
        )
    else:
        text = Text(
            f"Records read {ago.en}",
            f"Fiches lues {ago.fr}",
        )
    return text.best(language)


def edition_date(info: EditionInfo) -> date:
    """The day, by this computer's clock, on which an edition was published or read last."""
    if info.published_at:
        return datetime.fromisoformat(info.published_at).astimezone().date()
    return date.fromisoformat(info.records_read_on)


def edition_age_line(info: EditionInfo, today: date, language: Language) -> str:
    """What is to stand on everything that is handed out from an old edition; "" for a young one.

    From 90 days on it is a quiet line, from 365 on a plain one.
    """
    day, days = full_date(edition_date(info)), (today - edition_date(info)).days
    if days < QUIET_AFTER_DAYS:
        return ""
    if days < PLAIN_AFTER_DAYS:
        text = Text(
            f"This directory is {days} days old ({day.en}).",
            f"Ce répertoire date de {days} jours ({day.fr}).",
        )
    else:
        text = Text(
            f"This directory is more than a year old ({day.en}). Numbers and hours may be wrong: "
            "call before you send anybody.",
            f"Ce répertoire a plus d'un an ({day.fr}). Numéros et heures peuvent être inexacts : "
            "appelez avant d'y envoyer quelqu'un.",
        )
    return text.best(language)


def is_old(info: EditionInfo, today: date) -> bool:
    """Whether an edition is so old that all that is handed out from it says so."""
    return (today - edition_date(info)).days >= QUIET_AFTER_DAYS


def _ago(day: date, today: date) -> Text:
    days = (today - day).days
    if days < 0:  # a clock that is wrong
        shown = full_date(day)
        return Text(f"on {shown.en}", f"le {shown.fr}")
    if days == 0:
        return Text("today", "aujourd'hui")
    if days == 1:
        return Text("yesterday", "hier")
    return Text(f"{days} days ago", f"il y a {days} jours")
