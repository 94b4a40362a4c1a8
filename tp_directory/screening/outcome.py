"""What a checklist comes to: words, what to do, and what to look for in the directory.

Never that somebody is or is not a victim. All of it is computed by the workbook; only the reasons
are found here, by asking what each answer adds by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from tp_directory.core.bilingual import Text
from tp_directory.screening.form import Kind, Question
from tp_directory.screening.protocol import (
    BAND,
    NEEDS,
    NEEDS_OF_BAND,
    POPULATIONS,
    SWITCH,
    Band,
    Protocol,
)
from tp_directory.screening.session import Session

YES, NO, UNKNOWN, DECLINED = "yes", "no", "unknown", "declined"
"""Answers of the list `ynud`: only yes counts; the others besides no say that it is not a no."""


@dataclass(frozen=True, slots=True)
class Noted:
    """What was noted of one dimension, in the order of the checklist.

    `dimension` is its code, "" for what no dimension counts.
    """

    dimension: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of a checklist as it stands.

    `needs` and `populations` are codes of data/taxonomy, those of the band first. `reasons` names,
    for a need, the answers that add it; a need that goes with the band has none. `switch` is the
    protocol to go on with, and `switch_words` say why. `unknown` and `declined` count questions
    that were not asked, and that the person preferred not to answer: neither is a no.
    """

    band: Band | None
    actions: tuple[Text, ...]
    needs: tuple[str, ...]
    populations: tuple[str, ...]
    reasons: dict[str, tuple[Question, ...]]
    noted: tuple[Noted, ...]
    switch: str
    switch_words: Text
    unknown: int
    declined: int


def outcome_of(protocol: Protocol, session: Session, clock: Callable[[], datetime]) -> Outcome:
    """Read what a session of a protocol comes to; the session is left as it is.

    `clock` is that of the session.
    """
    band = protocol.band(_value(session, BAND))
    actions = band.actions if band else ()
    needs = tuple(_value(session, NEEDS).split())
    switch = _value(session, SWITCH)
    words = protocol.switches.get(switch)
    asked = [each for step in protocol.steps for each in step.questions if each.kind.is_answered]
    values = [session.value(each.name) for each in asked if session.state(each.name).is_relevant]
    return Outcome(
        band=band,
        actions=tuple(each.label for each in actions if session.state(each.name).is_relevant),
        needs=needs,
        populations=tuple(_value(session, POPULATIONS).split()),
        reasons=_reasons(session, clock),
        noted=tuple(_noted(session, asked)),
        switch=switch,
        switch_words=words.label if words else Text(),
        unknown=sum(not value or value == UNKNOWN for value in values),
        declined=values.count(DECLINED),
    )


def _value(session: Session, name: str) -> str:
    return session.value(name) if name in session.form.places else ""


def _noted(session: Session, asked: list[Question]) -> Iterator[Noted]:
    noted = [each for each in asked if session.value(each.name) == YES]
    # A scored dimension before what none counts.
    dimensions = dict.fromkeys(each.extra.get("dimension", "") for each in noted)
    for dimension in sorted(dimensions, key=lambda code: not code):
        questions = [each for each in noted if each.extra.get("dimension", "") == dimension]
        yield Noted(dimension, tuple(questions))


def _reasons(session: Session, clock: Callable[[], datetime]) -> dict[str, tuple[Question, ...]]:
    """Which answers add each need that does not go with the band.

    The answers that `result_needs` reads are given one at a time, in a session of its own: what
    appears then is what that answer adds.
    """
    form = session.form
    if NEEDS not in form.places or NEEDS_OF_BAND not in form.places:
        return {}
    of_band = set(_value(session, NEEDS_OF_BAND).split())
    added = [need for need in session.value(NEEDS).split() if need not in of_band]
    formula = form.question(NEEDS).calculate
    read = formula.reads if formula else frozenset()
    causes = [
        each
        for each in form.questions
        if each.index in read and each.kind is not Kind.CALCULATE and session.value(each.name)
    ]
    trial = Session(form, clock)
    for each in form.questions:
        if each.kind.is_answered and each not in causes and (value := session.value(each.name)):
            trial.answer(each.name, value)
    reasons: dict[str, list[Question]] = {need: [] for need in added}
    for cause in causes:
        trial.answer(cause.name, session.value(cause.name))
        for need in _value(trial, NEEDS).split():
            if need in reasons and need not in _value(trial, NEEDS_OF_BAND).split():
                reasons[need].append(cause)
        trial.answer(cause.name, "")
    return {need: tuple(questions) for need, questions in reasons.items() if questions}
