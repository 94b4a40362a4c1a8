"""Checks records before anything is built from them: the HSDS schema, then our own rules."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema_rs

from tp_directory.core.bilingual import Text
from tp_directory.core.errors import Problem
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.languages import language_codes
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.exchange.closures import CLOSURE_RULES, misleading
from tp_directory.exchange.fields import FieldRefused, Part
from tp_directory.exchange.hsds import Status, decode, decode_closure
from tp_directory.exchange.place_rules import PLACE_RULES, timezones_of
from tp_directory.exchange.records import parse_record, read_lines, record_files
from tp_directory.exchange.rules import RULES, Fault, Known


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found: in how many files and records, and every problem."""

    files: int
    records: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Met:
    """A record that was read: where it stands, and what others may say of it."""

    file: str
    line: int
    status: object
    replaced_by: str

    @property
    def place(self) -> str:
        return f"{self.file}:{self.line}"


def check(
    paths: Iterable[Path], gazetteer: Gazetteer, taxonomy: Taxonomy, schema: bytes
) -> Checked:
    """All problems of the records at some paths: files, or folders of *.jsonl files.

    `schema` is the compiled JSON Schema of an HSDS 3.1 service. Formats are checked too.

    Raises:
        CannotRead: nothing is at a path.
    """
    validator = jsonschema_rs.validator_for(json.loads(schema), validate_formats=True)
    known = Known(gazetteer, taxonomy, frozenset(language_codes()), timezones_of(gazetteer))
    files = [file for path in paths for file in record_files(path)]
    problems: list[Problem] = []
    met: dict[str, _Met] = {}
    records = 0
    for file in files:
        for line, content in read_lines(file):
            records += 1
            try:
                record = parse_record(content)
            except FieldRefused as error:
                problems.append(Problem(str(file), line, error.field, error.text))
                continue
            found: dict[str, Text] = {}  # the first fault of a field often explains the others
            for field, text in _faults(record, validator, known):
                found.setdefault(field, text)
            found.update(_met_before(record, str(file), line, met))
            problems.extend(Problem(str(file), line, *fault) for fault in found.items())
    problems.extend(_misleading(met))
    return Checked(len(files), records, tuple(problems))


def _faults(record: Part, validator: jsonschema_rs.Validator, known: Known) -> Iterator[Fault]:
    for error in validator.iter_errors(record):
        yield _path(error), _schema_text(error)
    is_closed = record.get("status") == Status.DEFUNCT
    try:
        if is_closed:
            decode_closure(record)
        else:
            decode(record, known.gazetteer)
    except FieldRefused as error:
        yield error.field, error.text
    for rule in CLOSURE_RULES if is_closed else (*RULES, *PLACE_RULES):
        try:
            yield from rule(record, known)
        except FieldRefused as error:
            yield error.field, error.text


def _met_before(record: Part, file: str, line: int, met: dict[str, _Met]) -> Iterator[Fault]:
    """An id that an earlier record has; `met` remembers the records by their ids."""
    service_id, replaced_by = record.get("id"), record.get("replaced_by")
    if not isinstance(service_id, str):
        return
    replacement = replaced_by if isinstance(replaced_by, str) else ""
    here = _Met(file, line, record.get("status"), replacement)
    first = met.setdefault(service_id, here).place
    if first != here.place:
        yield (
            "$.id",
            Text(
                f"The record at {first} has this id too. Keep one of the two; an id is never "
                "used again.",
                f"La fiche à {first} porte aussi cet identifiant. Gardez l'une des deux; un "
                "identifiant ne sert jamais deux fois.",
            ),
        )


def _misleading(met: dict[str, _Met]) -> Iterator[Problem]:
    """The closed services that name no service of the records to call instead."""
    closed = {each: its.replaced_by for each, its in met.items() if its.status == Status.DEFUNCT}
    running = {each for each, its in met.items() if its.status == Status.ACTIVE}
    for service_id, text in misleading(closed, running | closed.keys()):
        its = met[service_id]
        yield Problem(its.file, its.line, "$.replaced_by", text)


def _path(error: jsonschema_rs.ValidationError) -> str:
    steps = [f"[{step}]" if isinstance(step, int) else f".{step}" for step in error.instance_path]
    missing = f".{error.kind.value}" if error.kind.name == "required" else ""
    return f"${''.join(steps)}{missing}"


def _schema_text(error: jsonschema_rs.ValidationError) -> Text:
    value: Any = error.kind.value  # Any: what the keyword asks for, of a kind of its own
    match error.kind.name:
        case "required":
            return Text("HSDS requires this field. Add it.", "HSDS exige ce champ. Ajoutez-le.")
        case "format":
            return Text(
                f"HSDS asks for a value of the form “{value}” here. Mend it or leave it out.",
                f"HSDS demande ici une valeur de la forme « {value} ». Corrigez-la ou omettez-la.",
            )
        case "type":
            kinds = ", ".join(value)
            return Text(
                f"HSDS asks for another kind of value here ({kinds}). Mend it or leave it out.",
                f"HSDS demande ici un autre genre de valeur ({kinds}). Corrigez-la ou omettez-la.",
            )
        case "enum":
            choices = ", ".join(map(str, value))
            return Text(
                f"HSDS allows only these values here: {choices}.",
                f"HSDS ne permet ici que ces valeurs : {choices}.",
            )
        case _:
            return Text(f"HSDS schema: {error.message}", f"Schéma HSDS : {error.message}")
