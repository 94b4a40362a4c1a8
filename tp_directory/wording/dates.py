"""Days and times of day in words."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from babel.dates import format_date, get_timezone_name

from tp_directory.core.bilingual import Language, Text

LOCALES = {Language.EN: "en_CA", Language.FR: "fr_CA"}


def day_words(moment: datetime, now: datetime) -> Text:
    """The day as somebody at the service would call it."""
    days = (moment.date() - now.astimezone(moment.tzinfo).date()).days
    if days < 2:
        return Text("tomorrow", "demain") if days else Text("today", "aujourd'hui")
    if days < 7:
        return dated(moment, "EEEE", "EEEE")
    return dated(moment, "d MMMM", "'le' d MMMM")


def time_words(moment: datetime | time) -> Text:
    """The time of day on a 24-hour clock."""
    return Text(f"{moment:%H:%M}", french_time(moment.hour, moment.minute))


def moment_words(moment: datetime) -> Text:
    """The day and time of day, where any day may be meant."""
    day, time = dated(moment, "EEE d MMM", "EEE d MMM"), time_words(moment)
    return Text(f"{day.en} {time.en}", f"le {day.fr} à {time.fr}")


def french_time(hour: int, minute: int) -> str:
    """A time as Canadian French writes it: "8 h 30", "8 h"."""
    return f"{hour} h {minute:02d}" if minute else f"{hour} h"


def zone_words(moment: datetime, now: datetime) -> Text:
    """The zone's short name after a space, or nothing where both clocks agree."""
    if now.utcoffset() == now.astimezone(moment.tzinfo).utcoffset():
        return Text()
    return Text(f" {_zone_name(moment, Language.EN)}", f" {_zone_name(moment, Language.FR)}")


def _zone_name(moment: datetime, language: Language) -> str:
    short = get_timezone_name(moment, width="short", locale=LOCALES[language])
    if short[0] in "+-":  # CLDR has no short name for Yukon
        return f"({get_timezone_name(moment, width='long', locale=LOCALES[language])})"
    return short


def full_date(day: date) -> Text:
    """Day, month and year."""
    return dated(day, "d MMMM y", "d MMMM y")


def dated(day: date, english: str, french: str) -> Text:
    """A date by a CLDR pattern in each language; French says "1er" for the first of a month."""
    if day.day == 1:
        french = re.sub(r"\bd\b", "d'er'", french)
    return Text(
        format_date(day, english, locale=LOCALES[Language.EN]),
        format_date(day, french, locale=LOCALES[Language.FR]),
    )
