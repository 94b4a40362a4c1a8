"""The summary of a result that a worker may save: no name, and no answer but what was noted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from tp_directory import wording
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.edition import EditionInfo
from tp_directory.core.query import Hit
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.screening.outcome import Outcome
from tp_directory.screening.protocol import Protocol
from tp_directory.screening.vocabulary import Vocabulary
from tp_directory.ui.screening.matches import Matches
from tp_directory.ui.screening.noted import not_a_no, noted_lines
from tp_directory.wording.dates import full_date, time_words
from tp_directory.wording.lines import NO_NUMBER, line_name

_DRAFT = "draft"
_SUMMARY = Text("Summary of a checklist", "Résumé d'une liste de vérification")
_TRAINING = Text("TRAINING: fictional", "FORMATION : cas fictif")
_NO_NAME = Text("No name is asked for or written here.", "Aucun nom n'est demandé ni inscrit ici.")
_NOT_VALIDATED = Text("draft, not validated", "ébauche, non validée")
_TO_DO = Text("What to do", "Que faire")
_NOTED = Text("What was noted", "Ce qui a été noté")
_NOTHING_NOTED = Text("No sign was noted.", "Aucun signe n'a été noté.")
_OFFERED = Text("Services to offer", "Services à offrir")
_ABOVE = Text("see above", "voir plus haut")
_NO_SERVICE = Text(
    "No service is named here: see the directory.",
    "Aucun service n'est nommé ici : voir le répertoire.",
)
_PAGE = Text("Page {number} of {count}", "Page {number} sur {count}")


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, `level` 1 or 2 deep, and what stands below it; `is_ordered` lines are numbered."""

    heading: str
    level: int
    lines: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    is_ordered: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """A summary in one language.

    `lead` says of which checklist it is and when, and whether the directory is old; `note` is what
    every result says of itself.
    `watermark` is "" but in training. `page` names a page, with blanks for its number and count.
    """

    title: str
    lead: tuple[str, ...]
    note: str
    parts: tuple[Part, ...]
    watermark: str
    page: str


def summarize(
    protocol: Protocol,
    outcome: Outcome,
    matches: Matches,
    vocabulary: Vocabulary,
    taxonomy: Taxonomy,
    edition: EditionInfo,
    now: datetime,
    language: Language,
    *,
    is_training: bool,
) -> Summary:
    """Put a result into words, at an aware moment; `matches` are the services it offers.

    Where the `edition` that they are from is old, the summary says so.
    """
    about = protocol.about
    status = _NOT_VALIDATED.best(language) if about.status == _DRAFT else ""
    version = Text(f"version {protocol.form.version}", f"version {protocol.form.version}")
    day, time = full_date(now.date()), time_words(now)
    when = Text(f"{day.en}, {time.en}", f"{day.fr}, {time.fr}").best(language)
    parts = [*_result(outcome, language), *_noted(outcome, vocabulary, language)]
    parts += _offered(matches, taxonomy, now, language)
    return Summary(
        title=_SUMMARY.best(language),
        lead=tuple(
            filter(
                None,
                (
                    about.title.best(language),
                    " · ".join(filter(None, (version.best(language), status, when))),
                    _NO_NAME.best(language),
                    wording.edition_age_line(edition, now.date(), language),
                ),
            )
        ),
        note=vocabulary.disclaimer.best(language),
        parts=tuple(parts),
        watermark=_TRAINING.best(language) if is_training else "",
        page=_PAGE.best(language),
    )


def as_text(summary: Summary) -> str:
    """A summary as plain text."""
    return "\n".join(_text_lines(summary)) + "\n"


def _text_lines(summary: Summary) -> Iterator[str]:
    if summary.watermark:
        yield from (summary.watermark, "")
    yield from (summary.title, "=" * len(summary.title), "", *summary.lead, "", summary.note)
    for part in summary.parts:
        yield from ("", part.heading)
        if part.level == 1:
            yield "-" * len(part.heading)
        yield from part.paragraphs
        for number, line in enumerate(part.lines, 1):
            yield f"{number}. {line}" if part.is_ordered else f"- {line}"
    if summary.watermark:
        yield from ("", summary.watermark)


def _result(outcome: Outcome, language: Language) -> Iterator[Part]:
    if outcome.band:
        title, text = outcome.band.title.best(language), outcome.band.text.best(language)
        yield Part(title, 1, paragraphs=(text,))
    if outcome.actions:
        actions = tuple(each.best(language) for each in outcome.actions)
        yield Part(_TO_DO.best(language), 1, actions, is_ordered=True)


def _noted(outcome: Outcome, vocabulary: Vocabulary, language: Language) -> Iterator[Part]:
    nothing = () if outcome.noted else (_NOTHING_NOTED.best(language),)
    counts = tuple(filter(None, (not_a_no(outcome, language),)))
    yield Part(_NOTED.best(language), 1, paragraphs=nothing + counts)
    for heading, labels in noted_lines(outcome, vocabulary, language):
        yield Part(heading, 2, labels)


def _offered(
    matches: Matches, taxonomy: Taxonomy, now: datetime, language: Language
) -> Iterator[Part]:
    if not matches.of_needs:
        return
    yield Part(_OFFERED.best(language), 1, paragraphs=(wording.NOT_CONFIRMED.best(language) + ".",))
    for match in matches.of_needs:
        lines = tuple(_service_line(hit, now, language) for hit in match.hits)
        above = _ABOVE.best(language)
        lines += tuple(f"{hit.service.name.best(language)} ({above})" for hit in match.above)
        nothing = () if lines else (_NO_SERVICE.best(language),)
        yield Part(taxonomy.needs.label(match.need).best(language), 2, lines, nothing)


def _service_line(hit: Hit, now: datetime, language: Language) -> str:
    """The name of a service, the number to call with its hours, and how old that is."""
    service, line = hit.service, hit.main_line
    name, organization = service.name.best(language), service.organization.best(language)
    number = NO_NUMBER.best(language).rstrip(".")
    called = hours = ""
    if line:
        number, called = wording.number(line.phone, language), line_name(line.phone, language)
        rule = line.phone.hours or service.hours
        hours = wording.hours(rule, language) if rule else ""
    return " · ".join(
        filter(
            None,
            (
                name,
                number,
                called,
                hours,
                "" if organization == name else organization,
                wording.facts_age(service, now.date(), language),
            ),
        )
    )
