"""A fictional case together with its checklist: whether it can be gone through on this computer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from tp_directory.core.bilingual import Text
from tp_directory.screening.cases.scenarios import Scenario, run_scenario
from tp_directory.screening.contents import CaseFile
from tp_directory.screening.faults import FormulaRefused
from tp_directory.screening.protocol import Protocol


@dataclass(frozen=True, slots=True)
class Case:
    """A case and its checklist, None where it cannot be gone through.

    `faults` say why it cannot, or in what the checklist gives something else than the case says.
    """

    scenario: Scenario
    protocol: Protocol | None
    faults: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseGroup:
    """The cases of a file; none where the file cannot be used (`CaseFile.refusal`)."""

    file: CaseFile
    cases: tuple[Case, ...]


def groups_of(
    files: tuple[CaseFile, ...], protocols: Mapping[str, Protocol], clock: Callable[[], datetime]
) -> tuple[CaseGroup, ...]:
    """Try the cases of files on their checklists, by the ids of these."""
    return tuple(
        CaseGroup(
            file,
            tuple(case_of(each, protocols.get(each.protocol), clock) for each in file.scenarios),
        )
        for file in files
    )


def case_of(scenario: Scenario, protocol: Protocol | None, clock: Callable[[], datetime]) -> Case:
    """Try a scenario on its checklist, None where there is none of that id; a few milliseconds."""
    if protocol is None:
        name = scenario.protocol
        missing = Text(
            f"Its checklist, “{name}”, is not on this computer.",
            f"Sa liste, « {name} », n'est pas sur cet ordinateur.",
        )
        return Case(scenario, None, (missing,))
    try:
        verdict = run_scenario(protocol.form, scenario, clock)
    except FormulaRefused as refusal:
        return Case(scenario, None, (refusal.text,))
    later = verdict.followup.differences if verdict.followup else ()
    return Case(scenario, protocol, (*verdict.first.differences, *later))
