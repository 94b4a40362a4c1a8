"""A run of a fictional case beside what the case expects: for training."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from tp_directory.core.bilingual import Text
from tp_directory.screening.cases.scenarios import Visit
from tp_directory.screening.cases.why import Why, answer_words, value_of, why
from tp_directory.screening.faults import AnswerRefused
from tp_directory.screening.form import Question
from tp_directory.screening.interview import Interview
from tp_directory.screening.outcome import UNKNOWN
from tp_directory.screening.protocol import BAND, NEEDS, Band, Protocol
from tp_directory.screening.vocabulary import Vocabulary

_NOT_ANSWERED = Text("Not answered", "Sans réponse")
_NOT_SHOWN = Text("The question did not appear", "La question n'est pas apparue")
_SILENT = Text("The case does not say", "Le cas ne le dit pas")


@dataclass(frozen=True, slots=True)
class Difference:
    """A question that was answered otherwise than in the case; both answers in words."""

    question: Question
    expected: Text
    given: Text


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came of a visit beside what the case expects.

    Needs are codes of data/taxonomy. The case expects some of them; others may be given, too.
    """

    expected_band: Band
    given_band: Band
    expected_needs: tuple[str, ...]
    given_needs: tuple[str, ...]
    answers: tuple[Difference, ...]
    why: Why

    @property
    def is_expected_band(self) -> bool:
        """Whether the band is the one that the case expects."""
        return self.expected_band.name == self.given_band.name


def answered_as(
    protocol: Protocol, visits: tuple[Visit, ...], clock: Callable[[], datetime]
) -> Interview:
    """A run of a protocol that is answered as a case says, one visit after the other.

    Raises:
        FormulaRefused: what follows from the answers cannot be computed.
    """
    interview = Interview(protocol, clock)
    for visit in visits:
        give(interview, visit)
    return interview


def give(interview: Interview, visit: Visit) -> None:
    """Answer as a case says; what the protocol does not know is left out (`run_scenario` names it).

    Raises:
        FormulaRefused: what follows from the answers cannot be computed.
    """
    form = interview.protocol.form
    for name, value in visit.answers:
        if name in form.places:
            with suppress(AnswerRefused):
                interview.answer(form.question(name), value)


def compare(
    expected: Interview, given: Interview, visit: Visit, vocabulary: Vocabulary
) -> Comparison:
    """Compare a run with one that is answered as the case says; `visit` is the last of the case."""
    protocol = given.protocol
    return Comparison(
        expected_band=_band(protocol, visit.expected_band),
        given_band=_band(protocol, value_of(given, BAND)),
        expected_needs=visit.expected_needs,
        given_needs=tuple(value_of(given, NEEDS).split()),
        answers=tuple(_differences(expected, given)),
        why=why(given, vocabulary),
    )


def changes_of(visit: Visit, interview: Interview) -> tuple[tuple[Text, Text], ...]:
    """What a visit answers, in words: each question, and its answer as it stands in a run."""
    form = interview.protocol.form
    asked = [form.question(name) for name, _ in visit.answers if name in form.places]
    return tuple((each.label, answer_words(each, interview.state(each).value)) for each in asked)


def _band(protocol: Protocol, name: str) -> Band:
    return protocol.band(name) or Band(name, Text(name, name), Text(), ())


def _differences(expected: Interview, given: Interview) -> Iterator[Difference]:
    protocol = given.protocol
    # What a worker prepares is no answer of the person: it counts where the case speaks of it.
    prepared = {each.name for each in protocol.before.questions}
    for question in protocol.form.questions:
        if not question.kind.is_answered:
            continue
        wanted, found = expected.state(question), given.state(question)
        if _meaning(wanted.value) == _meaning(found.value):
            continue
        if question.name in prepared and not wanted.value:
            continue
        silent = _SILENT if wanted.is_relevant else _NOT_SHOWN
        missing = _NOT_ANSWERED if found.is_relevant else _NOT_SHOWN
        yield Difference(
            question,
            answer_words(question, wanted.value) or silent,
            answer_words(question, found.value) or missing,
        )


def _meaning(value: str) -> str:
    """What an answer says: a question that has none was not asked."""
    return value or UNKNOWN
