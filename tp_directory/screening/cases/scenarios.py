"""Fictional cases with the result that a protocol must give: for training, and to try a protocol.

An organization adds its own in a file of the same shape as data/protocols/scenarios.yaml.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tp_directory.core.bilingual import Text
from tp_directory.screening.faults import AnswerRefused
from tp_directory.screening.form import Form
from tp_directory.screening.protocol import BAND, NEEDS
from tp_directory.screening.session import Session
from tp_directory.screening.yaml_file import Part, read_yaml

_VISIT = {"expected_band"}
_VISIT_OPTIONAL = {"expected_needs_include", "expected_present"}
_SCENARIO = _VISIT | {"id", "protocol", "title", "vignette", "answers", "teaching"}


@dataclass(frozen=True, slots=True)
class Visit:
    """What is answered on one day, by the name of each question, and what must come of it.

    `expected_needs` must be among the needs given. `expected_present` are all the dimensions that
    must be present, no more and no fewer; None where the case does not say.
    """

    answers: tuple[tuple[str, str], ...]
    expected_band: str
    expected_needs: tuple[str, ...] = ()
    expected_present: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Scenario:
    """A fictional case for one protocol (by id), in both languages.

    The answers of `followup` change those of the first visit.
    """

    id: str
    protocol: str
    title: Text
    vignette: Text
    teaching: Text
    first: Visit
    followup: Visit | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """What a protocol gave after a visit, and in a sentence each how that differs."""

    band: str
    needs: tuple[str, ...]
    present: tuple[str, ...]
    differences: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a protocol gave for a scenario, after the first visit and after the follow-up."""

    first: Given
    followup: Given | None

    @property
    def passes(self) -> bool:
        """Whether all is as expected."""
        return not self.first.differences and not (self.followup and self.followup.differences)


def read_scenarios(file: Path) -> tuple[Scenario, ...]:
    """Read the scenarios of a file.

    Raises:
        CannotRead: it is missing or may not be read.
        YamlRefused: it is no file of scenarios; the first line and field that is wrong are named.
    """
    fields = read_yaml(file).known_fields({"scenarios"}, {"note", "sources"})
    scenarios: dict[str, Scenario] = {}
    for part in fields["scenarios"].parts():
        scenario = _scenario(part)
        if scenario.id in scenarios:
            raise part.fields()["id"].refused(
                Text(
                    f"There is already a scenario “{scenario.id}”.",
                    f"Il y a déjà un scénario « {scenario.id} ».",
                )
            )
        scenarios[scenario.id] = scenario
    return tuple(scenarios.values())


def run_scenario(form: Form, scenario: Scenario, clock: Callable[[], datetime]) -> Verdict:
    """Answer a protocol as a scenario says, and compare.

    Raises:
        FormulaRefused: what follows from the answers cannot be computed.
    """
    session = Session(form, clock)
    first = _given(session, scenario.first)
    return Verdict(first, _given(session, scenario.followup) if scenario.followup else None)


def _scenario(part: Part) -> Scenario:
    fields = part.known_fields(_SCENARIO, _VISIT_OPTIONAL | {"followup"})
    followup = fields.get("followup")
    return Scenario(
        id=fields["id"].text(),
        protocol=fields["protocol"].text(),
        title=fields["title"].words(),
        vignette=fields["vignette"].words(),
        teaching=fields["teaching"].words(),
        first=_visit(fields, "answers"),
        followup=_visit(followup.known_fields(_VISIT | {"change"}, _VISIT_OPTIONAL), "change")
        if followup
        else None,
    )


def _visit(fields: dict[str, Part], answers: str) -> Visit:
    needs = fields.get("expected_needs_include")
    present = fields.get("expected_present")
    return Visit(
        answers=tuple((name, part.text()) for name, part in fields[answers].fields().items()),
        expected_band=fields["expected_band"].text(),
        expected_needs=needs.texts() if needs else (),
        expected_present=present.texts() if present else None,
    )


def _given(session: Session, visit: Visit) -> Given:
    differences = [
        fault for name, value in visit.answers for fault in _answer(session, name, value)
    ]
    band = _value(session, BAND)
    needs = tuple(_value(session, NEEDS).split())
    present = tuple(
        each.name.removeprefix("p_")
        for each in session.form.questions
        if each.calculate and each.name.startswith("p_") and session.value(each.name) == "1"
    )
    if band != visit.expected_band:
        differences.append(_differs(Text("Band", "Niveau"), (visit.expected_band,), (band,)))
    if not set(visit.expected_needs) <= set(needs):
        differences.append(_differs(Text("Needs", "Besoins"), visit.expected_needs, needs))
    if visit.expected_present is not None and set(visit.expected_present) != set(present):
        differences.append(
            _differs(Text("Dimensions", "Dimensions"), visit.expected_present, present)
        )
    return Given(band, needs, present, tuple(differences))


def _answer(session: Session, name: str, value: str) -> tuple[Text, ...]:
    """Give one answer; return what is wrong with it, if anything."""
    if name not in session.form.places:
        return (
            Text(
                f"The protocol has no question “{name}”.",
                f"Le protocole n'a pas de question « {name} ».",
            ),
        )
    try:
        session.answer(name, value)
    except AnswerRefused as error:
        return (
            Text(
                f"“{value}” is no answer to “{name}”. {error.text.en}",
                f"« {value} » n'est pas une réponse à « {name} ». {error.text.fr}",
            ),
        )
    return ()


def _value(session: Session, name: str) -> str:
    return session.value(name) if name in session.form.places else ""


def _differs(what: Text, expected: tuple[str, ...], given: tuple[str, ...]) -> Text:
    wanted, found = (" ".join(codes) or "—" for codes in (expected, given))
    return Text(
        f"{what.en}: expected {wanted}; given {found}.",
        f"{what.fr} : attendu {wanted}; donné {found}.",
    )
