"""What one row of the results says, as words ready to be drawn or read out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from tp_directory import wording
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.hours import ALWAYS, OpenState
from tp_directory.core.query import Hit, Marker
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.wording.dates import moment_words
from tp_directory.wording.places import place_line

_NO_NUMBER = Text("no number stated", "aucun numéro indiqué")
_KEPT = Text("kept", "conservé")

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a row, and which parts of them match what was typed."""

    text: str
    marks: Spans = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One hit in words.

    `place` is where it is, how far and whom it serves; `line` what the number is called; `age`
    the date its page states, `year` less of it; `sentence` is all of it, for a screen reader.
    """

    hit: Hit
    name: Words
    state: OpenState
    state_word: str
    organization: Words
    place: str
    needs: str
    what: Words
    number: str
    line: str
    age: str
    year: str
    is_doubtful: bool
    is_kept: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class RowWriter:
    """Puts hits into words, in one language, on one day, with the words typed marked.

    `open_at` is the moment that the hits were asked for, None for the present.
    """

    taxonomy: Taxonomy
    language: Language
    today: date
    marker: Marker
    open_at: datetime | None = None

    def row(self, hit: Hit, *, is_kept: bool) -> Row:
        """The row of a hit."""
        service, language = hit.service, self.language
        name = service.name.best(language)
        needs = ", ".join(self.taxonomy.needs.label(code).best(language) for code in service.needs)
        organization = service.organization.best(language)
        organization = "" if organization == name else organization
        what = service.description.best(language)
        place = place_line(hit, language)
        state_word = self._state_word(hit)
        line = hit.main_line
        number = wording.number(line.phone, language) if line else ""
        label = line.phone.label.best(language) if line else ""
        parts = (
            name,
            _KEPT.best(language) if is_kept else "",
            state_word,
            organization,
            place,
            what,
            needs,
            f"{label} {number}".strip() or _NO_NUMBER.best(language),
            wording.facts_age(service, self.today, language),
        )
        return Row(
            hit=hit,
            name=self._marked(name),
            state=hit.availability.state,
            state_word=state_word,
            organization=self._marked(organization),
            place=place,
            needs=needs,
            what=self._marked(what),
            number=number,
            line=label,
            age=wording.page_date(service, language),
            year=wording.page_year(service, language),
            is_doubtful=wording.is_doubtful(service, self.today),
            is_kept=is_kept,
            sentence=" ".join(f"{part.rstrip('.')}." for part in parts if part),
        )

    def _marked(self, text: str) -> Words:
        return Words(text, self.marker(text, self.language) if text else ())

    def _state_word(self, hit: Hit) -> str:
        state = hit.availability.state
        word = wording.open_word(state, self.language)
        if state is OpenState.UNKNOWN:
            return word
        line = hit.main_line  # what is said stands beside its number, and may be written down
        if ((line.phone.hours if line else "") or hit.service.hours) == ALWAYS:
            return f"{word.upper()} {ALWAYS}"
        when = moment_words(self.open_at).best(self.language) if self.open_at else ""
        return f"{word.upper()} {when}".strip()
