"""Checks a protocol that somebody writes: every problem that can be told without a worker.

What makes `compile` refuse a workbook comes first; in one that can be opened, whatever the author
should look at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tp_directory.core.bilingual import Text
from tp_directory.screening.authoring.check_result import result_findings
from tp_directory.screening.authoring.check_words import word_findings
from tp_directory.screening.authoring.finding import Finding, Known, Severity, found
from tp_directory.screening.authoring.parts import Written
from tp_directory.screening.authoring.reach import Progress, Unreached, unreached
from tp_directory.screening.authoring.trial import Clock, Goal
from tp_directory.screening.faults import FormulaRefused, ProtocolRefused
from tp_directory.screening.protocol import BAND, Protocol, protocol_from
from tp_directory.screening.session import Session
from tp_directory.screening.xlsform.compile import compile_workbook
from tp_directory.screening.xlsform.workbook import Workbook, open_workbook

_OF_BAND = re.compile(r"band_(?P<band>.+)|do_(?P<of>.+)_\d+")


def check_protocol(
    file: Path, known: Known, clock: Clock, progress: Progress, *, allow_text: bool = False
) -> tuple[Finding, ...]:
    """Return all that is to be said of a workbook, in the order of its rows.

    `known` are the codes that it may name, `clock` gives the time now with its zone, and `progress`
    hears how far the search for answers is, which takes a second or two for a protocol like ours.

    Raises:
        CannotRead: the file is missing or may not be read.
    """
    try:
        workbook = open_workbook(file)
        form = compile_workbook(workbook, allow_text=allow_text)
    except ProtocolRefused as refused:
        return tuple(Finding(Severity.ERROR, fault) for fault in refused.faults)
    protocol = protocol_from(form, workbook)
    findings = [
        *word_findings(workbook, form.default_language),
        *result_findings(protocol, workbook, known),
        *_reach_findings(protocol, workbook, clock, progress),
    ]
    return tuple(sorted(findings, key=lambda each: (each.fault.sheet != "survey", each.fault.row)))


def _reach_findings(
    protocol: Protocol, workbook: Workbook, clock: Clock, progress: Progress
) -> Iterator[Finding]:
    form = protocol.form
    try:
        Session(form, clock)
    except FormulaRefused as refused:
        yield found(Severity.ERROR, workbook, 0, (), refused.text)
        return
    given = Written(form).values(form.question(BAND)) if BAND in form.places else None
    bands = {band.name for band in protocol.bands} if given is None else given
    goals = [Goal(each.name) for each in form.questions if each.relevant]
    goals += (Goal(BAND, band) for band in sorted(bands) if BAND in form.places)
    misses = {each.goal: each for each in unreached(form, goals, clock, progress)}
    if "" in bands and Goal(BAND, "") not in misses:
        text = Text("some answers give no band.", "certaines réponses ne donnent aucun niveau.")
        yield _at_band(protocol, workbook, text)
    for goal, miss in misses.items():
        if goal.value:
            yield _at_band(protocol, workbook, _no_band(goal.value, miss))
        elif goal.value is None and not _is_told(protocol, misses, bands, goal):
            row = form.question(goal.name).row
            yield found(
                Severity.WARNING, workbook, row, ("relevant", "relevance"), _not_shown(miss)
            )


def _at_band(protocol: Protocol, workbook: Workbook, text: Text) -> Finding:
    row = protocol.form.question(BAND).row
    return found(Severity.WARNING, workbook, row, ("calculation", "calculate"), text)


def _is_told(
    protocol: Protocol, misses: dict[Goal, Unreached], bands: set[str] | frozenset[str], goal: Goal
) -> bool:
    """Whether a question is never shown for a reason told elsewhere: its band, or its group."""
    match = _OF_BAND.fullmatch(goal.name)
    band = match and (match["band"] or match["of"])
    if band and (band not in bands or Goal(BAND, band) in misses):
        return True
    parent = protocol.form.question(goal.name).parent
    while parent > 0:
        group = protocol.form.questions[parent]
        if Goal(group.name) in misses:
            return True
        parent = group.parent
    return False


def _not_shown(miss: Unreached) -> Text:
    if miss.is_proven:
        return Text(
            f"no answers show this: all {miss.tries} combinations were tried.",
            f"aucune réponse ne montre ceci : les {miss.tries} combinaisons ont été essayées.",
        )
    return Text(
        f"no answers were found that show this ({miss.tries} tries); can its condition hold?",
        f"aucune réponse n'a été trouvée qui montre ceci ({miss.tries} essais); sa condition "
        "peut-elle être remplie?",
    )


def _no_band(band: str, miss: Unreached) -> Text:
    if miss.is_proven:
        return Text(
            f"no answers give the band “{band}”: all {miss.tries} combinations were tried.",
            f"aucune réponse ne donne le niveau « {band} » : les {miss.tries} combinaisons ont "
            "été essayées.",
        )
    return Text(
        f"no answers were found that give the band “{band}” ({miss.tries} tries).",
        f"aucune réponse n'a été trouvée qui donne le niveau « {band} » ({miss.tries} essais).",
    )
