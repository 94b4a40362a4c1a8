"""When somebody answers, in words: the state at a moment, and the hours as written."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from tp_directory.core.bilingual import Language, Text
from tp_directory.core.hours import ALWAYS, Availability, OpenState
from tp_directory.wording.dates import day_words, french_time, time_words, zone_words

_HOUR = timedelta(hours=1)
_HALF_A_DAY = timedelta(hours=12)
_DAY_AND_NIGHT = timedelta(days=1)
_OPEN_WORDS = {
    OpenState.OPEN: Text("Open", "Ouvert"),
    OpenState.CLOSED: Text("Closed", "Fermé"),
    OpenState.UNKNOWN: Text("Hours unknown", "Heures inconnues"),
}
_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "PH")
_DAY_WORDS = {
    Language.EN: ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "holidays"),
    Language.FR: ("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim.", "jours fériés"),
}
_DAY = f"(?:{'|'.join(_DAYS[:-1])})"
_TIMES = r"\d\d:\d\d-\d\d:\d\d"
_RULE = re.compile(
    rf"(?:(?P<days>(?:{_DAY}(?:-{_DAY})?|PH)(?:,(?:{_DAY}(?:-{_DAY})?|PH))*)\s+)?"
    rf"(?P<times>off|closed|{_TIMES}(?:,\s*{_TIMES})*)"
)


def open_word(state: OpenState, language: Language) -> str:
    """The state in a word or two."""
    return _OPEN_WORDS[state].best(language)


def availability(answer: Availability, now: datetime, language: Language) -> str:
    """Whether somebody answers, and until when or from when, at an aware moment.

    Times are in the service's own zone, named where its clocks differ from those of `now`.
    """
    until = answer.until
    if answer.state is OpenState.UNKNOWN:
        text = Text("Hours not known: call to check", "Heures inconnues : appelez pour vérifier")
    elif answer.state is OpenState.OPEN and until is None:
        text = Text("Open day and night", "Ouvert jour et nuit")
    elif until is None:
        text = _OPEN_WORDS[OpenState.CLOSED]
    elif answer.state is OpenState.OPEN and until - now < _HOUR:
        minutes = max(1, (until - now) // timedelta(minutes=1))
        text = Text(f"Open, closes in {minutes} min", f"Ouvert, ferme dans {minutes} min")
    elif answer.state is OpenState.OPEN:
        text = _open_until(until, now)
    else:
        text = _opens(until, now)
    return text.best(language)


def hours(rule: str, language: Language) -> str:
    """An OSM opening_hours string in words; the string itself where its form is not known."""
    if rule == ALWAYS:
        return Text("24 hours a day, 7 days a week", "24 heures sur 24, 7 jours sur 7").best(
            language
        )
    matches = [_RULE.fullmatch(part.strip()) for part in rule.split(";") if part.strip()]
    sentence = "; ".join(
        _hours_part(match["days"] or "Mo-Su", match["times"], language)
        for match in matches
        if match
    )
    return sentence[:1].upper() + sentence[1:] if all(matches) else rule


def _open_until(until: datetime, now: datetime) -> Text:
    day, time, zone = day_words(until, now), time_words(until), zone_words(until, now)
    is_soon = until - now <= _HALF_A_DAY or day.en == "today"
    if until - now <= _DAY_AND_NIGHT and (until.hour, until.minute) == (0, 0):
        time = Text("midnight", "minuit")
    elif not is_soon:
        time = Text(f"{day.en} {time.en}", f"{day.fr} à {time.fr}")
    until_word = "jusqu'au" if time.fr.startswith("le ") else "jusqu'à"
    return Text(
        f"Open until {time.en}{zone.en}",
        f"Ouvert {until_word} {time.fr.removeprefix('le ')}{zone.fr}",
    )


def _opens(start: datetime, now: datetime) -> Text:
    day, time, zone = day_words(start, now), time_words(start), zone_words(start, now)
    return Text(
        f"Closed, opens {day.en} {time.en}{zone.en}",
        f"Fermé, ouvre {day.fr} à {time.fr}{zone.fr}",
    )


def _hours_part(days: str, times: str, language: Language) -> str:
    """One rule of an opening_hours string, such as "Mo-Fr" with "08:30-16:30"."""
    is_closed = times in {"off", "closed"}
    if is_closed and days == "PH":
        return Text("closed on holidays", "fermé les jours fériés").best(language)
    named = ", ".join(_days_words(part, language) for part in days.split(","))
    if is_closed:
        return Text(f"closed {named}", f"fermé : {named}").best(language)
    spans = [span.strip().split("-") for span in times.split(",")]
    if language is Language.EN:
        return f"{named} {', '.join('–'.join(span) for span in spans)}"
    written = [[french_time(*map(int, end.split(":"))) for end in span] for span in spans]
    return f"{named}, {' et '.join(f'de {start} à {end}' for start, end in written)}"


def _days_words(part: str, language: Language) -> str:
    """A day or a span of days of an opening_hours string, such as "Mo-Fr"."""
    if part == "Mo-Su":
        return Text("every day", "tous les jours").best(language)
    words = _DAY_WORDS[language]
    places = [_DAYS.index(day) for day in part.split("-")]
    if language is Language.EN or len(places) == 1:
        return "–".join(words[place] for place in places)
    first, last = places
    return f"{words[first]} {'et' if last - first == 1 else 'au'} {words[last]}"
