"""Interviews on the real protocols, answered as the fictional cases of training say."""

from __future__ import annotations

from functools import cache

from tests.conftest import NOW
from tp_directory.paths import bundle
from tp_directory.screening.cases.scenarios import read_scenarios
from tp_directory.screening.interview import Interview
from tp_directory.screening.opening import open_protocol
from tp_directory.screening.protocol import Protocol
from tp_directory.screening.vocabulary import Vocabulary, read_vocabulary

_FOLDER = bundle().data / "protocols"
NAMES = ("border_interview", "police_rapid", "shelter_adult", "youth_check")


@cache
def protocol(name: str) -> Protocol:
    return open_protocol(_FOLDER / f"{name}.xlsx")


@cache
def vocabulary() -> Vocabulary:
    return read_vocabulary(_FOLDER / "common.yaml")


def begun(name: str, **answers: str) -> Interview:
    """A run of a protocol with these answers."""
    interview = Interview(protocol(name), lambda: NOW)
    for question, value in answers.items():
        interview.answer(interview.protocol.form.question(question), value)
    return interview


def case(scenario: str, **changes: str) -> Interview:
    """A run of the protocol of a scenario, with some answers changed."""
    [found] = [each for each in read_scenarios(_FOLDER / "scenarios.yaml") if each.id == scenario]
    return begun(found.protocol, **{**dict(found.first.answers), **changes})


def all_yes(name: str) -> Interview:
    """A run in which whatever can be noted is noted: the longest result there is."""
    interview = begun(name, danger="no")
    for step in (interview.protocol.before, *interview.protocol.steps):
        for question in step.questions:
            codes = [choice.name for choice in question.choices]
            if codes:
                interview.answer(question, "yes" if "yes" in codes else codes[0])
    return interview
