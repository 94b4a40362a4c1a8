"""A fictional case as a trainer projects it: told, asked question by question, and explained."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from tp_directory.core.bilingual import Text
from tp_directory.screening.cases.comparison import answered_as
from tp_directory.screening.cases.scenarios import Scenario, Visit
from tp_directory.screening.cases.why import answer_words
from tp_directory.screening.form import Question
from tp_directory.screening.protocol import Protocol

_FOLLOWUP = Text("Follow-up visit: what changed", "Visite de suivi\u00a0: ce qui a changé")
_RESULT = Text("Result", "Résultat")
_ASKED = Text("What does the checklist come to?", "À quoi la liste aboutit-elle?")
_TEACHING = Text("What to remember", "À retenir")


@dataclass(frozen=True, slots=True)
class Slide:
    """What is projected at once; `answer` and what explains it (`detail`) wait to be shown.

    `manner` is how a question is found out, as its workbook says ("" for others).
    """

    heading: Text
    words: Text
    answer: Text = Text()
    detail: Text = Text()
    manner: str = ""


def slides_of(
    scenario: Scenario, protocol: Protocol, clock: Callable[[], datetime]
) -> tuple[Slide, ...]:
    """The slides of a case: only questions that it answers, and that appear with its answers.

    Raises:
        FormulaRefused: what follows from the answers cannot be computed.
    """
    return tuple(_slides(scenario, protocol, clock))


def _slides(
    scenario: Scenario, protocol: Protocol, clock: Callable[[], datetime]
) -> Iterator[Slide]:
    yield Slide(scenario.title, scenario.vignette)
    visits: tuple[Visit, ...] = (scenario.first,)
    yield from _visit(visits, protocol, clock)
    if scenario.followup:
        visits = (scenario.first, scenario.followup)
        yield from _visit(visits, protocol, clock)
    yield Slide(_TEACHING, scenario.teaching)


def _visit(
    visits: tuple[Visit, ...], protocol: Protocol, clock: Callable[[], datetime]
) -> Iterator[Slide]:
    """The questions that the last visit answers, and what it must come to."""
    interview = answered_as(protocol, visits, clock)
    headings = {
        each.name: step.label
        for step in (protocol.before, *protocol.steps)
        for each in step.questions
    }
    visit = visits[-1]
    answered = {name for name, _ in visit.answers}
    for question in protocol.form.questions:
        if question.name in answered and (value := interview.state(question).value):
            heading = _FOLLOWUP if len(visits) > 1 else headings.get(question.name, Text())
            yield _asked(question, value, heading)
    band = protocol.band(visit.expected_band)
    title = band.title if band else Text(visit.expected_band, visit.expected_band)
    yield Slide(_RESULT, _ASKED, title, band.text if band else Text())


def _asked(question: Question, value: str, heading: Text) -> Slide:
    words = answer_words(question, value)
    return Slide(heading, question.label, words, manner=question.extra.get("kind", ""))
