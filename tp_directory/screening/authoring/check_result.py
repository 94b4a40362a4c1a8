"""Finds what is wrong with what a protocol comes to: its bands, codes, counts and calculations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tp_directory.core.bilingual import Text
from tp_directory.screening.authoring.building import GENERATED, Made, marked_rows, wanted_rows
from tp_directory.screening.authoring.finding import Finding, Known, Severity, found
from tp_directory.screening.authoring.parts import Written, formulas, inside
from tp_directory.screening.faults import ProtocolRefused
from tp_directory.screening.form import Form, Kind, Question
from tp_directory.screening.protocol import (
    BAND,
    NEEDS,
    NEEDS_OF_BAND,
    POPULATIONS,
    SWITCH,
    Protocol,
)
from tp_directory.screening.xlsform.workbook import Workbook
from tp_directory.screening.xpath.parser import parse
from tp_directory.screening.xpath.tree import Literal

_CALCULATION = ("calculation", "calculate")
_COUNT = re.compile(r"n_(?P<dimension>[A-Za-z0-9]+)_(?P<strength>[a-z]+)")
_READ_BY_US = re.compile(rf"{BAND}|{NEEDS}|{POPULATIONS}|{SWITCH}|{NEEDS_OF_BAND}|p_.+")
"""Calculations that this program reads, so that no formula need."""


def result_findings(protocol: Protocol, workbook: Workbook, known: Known) -> Iterator[Finding]:
    """Tell what is missing or wrong in the result, and what is calculated for nothing."""
    form = protocol.form
    written = Written(form)
    for name in (BAND, NEEDS):
        if name not in form.places or not form.question(name).calculate:
            text = Text(f"there is no calculation “{name}”.", f"il n'y a pas de calcul « {name} ».")
            yield found(Severity.ERROR, workbook, 0, (), text)
    yield from _bands(protocol, workbook, written)
    yield from _codes(form, workbook, written, known)
    yield from _switches(protocol, workbook, written, known)
    yield from _dimensions(form, workbook, known)
    marked = marked_rows(workbook)
    yield from _generated(workbook, marked, known) if marked else _counts(form, workbook)
    yield from _unused(form, workbook)


def _bands(protocol: Protocol, workbook: Workbook, written: Written) -> Iterator[Finding]:
    form = protocol.form
    values = written.values(form.question(BAND)) if BAND in form.places else None
    if values is None:
        return
    for value in sorted(values - {""} - {band.name for band in protocol.bands}):
        text = Text(
            f"the band “{value}” has no words: add a note “band_{value}” to the group “result”.",
            f"le niveau « {value} » n'a pas de texte : ajoutez une note « band_{value} » au "
            "groupe « result ».",
        )
        yield found(Severity.ERROR, workbook, form.question(BAND).row, _CALCULATION, text)
    for band in protocol.bands:
        if band.name not in values:
            text = Text(
                f"the calculation “band” never gives “{band.name}”.",
                f"le calcul « band » ne donne jamais « {band.name} ».",
            )
            row = form.question(f"band_{band.name}").row
            yield found(Severity.WARNING, workbook, row, ("name",), text)


def _codes(form: Form, workbook: Workbook, written: Written, known: Known) -> Iterator[Finding]:
    for name, codes in ((NEEDS, known.needs), (POPULATIONS, known.populations)):
        if name not in form.places:
            continue
        for word in sorted(written.words(form.question(name)) - codes):
            text = Text(
                f"the directory has no code “{word}” for {name}.",
                f"le répertoire n'a pas de code « {word} » pour {name}.",
            )
            row = _row_that_writes(form, word)
            yield found(Severity.ERROR, workbook, row, _CALCULATION, text)


def _switches(
    protocol: Protocol, workbook: Workbook, written: Written, known: Known
) -> Iterator[Finding]:
    form = protocol.form
    if SWITCH not in form.places:
        return
    question = form.question(SWITCH)
    for word in sorted(written.words(question)):
        if word not in known.protocols:
            text = Text(
                f"there is no protocol “{word}” in this folder, nor in the program.",
                f"il n'y a pas de protocole « {word} » dans ce dossier ni dans le programme.",
            )
            yield found(Severity.WARNING, workbook, question.row, _CALCULATION, text)
        if word not in protocol.switches:
            text = Text(
                f"nothing says why to go on with “{word}”: add a note “switch_{word}” to the "
                "group “result”.",
                f"rien ne dit pourquoi poursuivre avec « {word} » : ajoutez une note "
                f"« switch_{word} » au groupe « result ».",
            )
            yield found(Severity.WARNING, workbook, question.row, _CALCULATION, text)


def _generated(workbook: Workbook, marked: dict[int, Made], known: Known) -> Iterator[Finding]:
    """Compare the generated rows with what the columns beside the questions call for."""
    try:
        is_current = wanted_rows(workbook, known.rules) == list(marked.values())
    except ProtocolRefused as refused:
        yield from (Finding(Severity.WARNING, fault) for fault in refused.faults)
        return
    if not is_current:
        text = Text(
            "the generated rows are not those that the columns call for: build them anew.",
            "les rangées générées ne sont pas celles que demandent les colonnes : refaites-les.",
        )
        yield found(Severity.WARNING, workbook, min(marked), (GENERATED,), text)


def _dimensions(form: Form, workbook: Workbook, known: Known) -> Iterator[Finding]:
    for each in form.questions:
        dimension = each.extra.get("dimension", "")
        if dimension and dimension not in known.rules.dimensions:
            text = Text(
                f"the dimension “{dimension}” is not known.",
                f"la dimension « {dimension} » n'est pas connue.",
            )
            yield found(Severity.WARNING, workbook, each.row, ("dimension",), text)


def _counts(form: Form, workbook: Workbook) -> Iterator[Finding]:
    """Compare the columns dimension and strength of the questions with what n_… counts by hand."""
    counted = {
        (match["dimension"], match["strength"], index)
        for each in form.questions
        if each.calculate and (match := _COUNT.fullmatch(each.name))
        for index in each.calculate.reads
    }
    stated = {
        (dimension, each.extra.get("strength", ""), each.index)
        for each in form.questions
        if (dimension := each.extra.get("dimension", ""))
    }
    for dimension, strength, index in sorted(stated ^ counted):
        name = f"n_{dimension}_{strength}"
        text = (
            Text(
                f"“{name}” does not count this question.",
                f"« {name} » ne compte pas cette question.",
            )
            if (dimension, strength, index) in stated
            else Text(
                f"“{name}” counts this question, whose columns say otherwise.",
                f"« {name} » compte cette question, dont les colonnes disent autre chose.",
            )
        )
        row = form.questions[index].row
        yield found(Severity.WARNING, workbook, row, ("dimension", "strength", "name"), text)


def _unused(form: Form, workbook: Workbook) -> Iterator[Finding]:
    read = {
        index for each in form.questions for formula in formulas(each) for index in formula.reads
    }
    for each in form.questions:
        if (
            each.kind is Kind.CALCULATE
            and each.index not in read
            and not _READ_BY_US.fullmatch(each.name)
        ):
            text = Text(
                f"nothing uses the calculation “{each.name}”.",
                f"rien n'emploie le calcul « {each.name} ».",
            )
            yield found(Severity.WARNING, workbook, each.row, ("name",), text)


def _row_that_writes(form: Form, word: str) -> int:
    """The row of the first calculation in which a word is written."""
    return next(each.row for each in form.questions if _writes(each, word))


def _writes(question: Question, word: str) -> bool:
    return question.calculate is not None and any(
        isinstance(part, Literal) and word in part.value.split()
        for part in inside(parse(question.calculate.text))
    )
