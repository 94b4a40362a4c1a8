"""What is kept as JSON: lists that one office shares with another, and reports of errors."""

from __future__ import annotations

import json
from codecs import BOM_UTF8
from collections.abc import Iterable
from datetime import date

import msgspec

from tp_directory.core.bilingual import Text
from tp_directory.core.errors import SharedListRefused
from tp_directory.core.kept import ErrorReport, Kept, KeptService
from tp_directory.exchange.fields import (
    MISSING,
    FieldRefused,
    Part,
    one_of,
    parts,
    required,
    string,
    strings,
    typed,
)

MOST_BYTES = 5 * 2**20
"""The longest file that is read as a shared list: some 10,000 services with notes."""

_FORMAT, _VERSION = "tp-directory-kept", 1
_REPORTS_FORMAT = "tp-directory-reports"

_TOO_LONG = Text(
    "it is longer than 5 MB, which no list of this program is.",
    "il dépasse 5 Mo, ce qu'aucune liste de ce programme n'atteint.",
)
_NOT_A_LIST = Text(
    "it is not a list that this program has saved.",
    "ce n'est pas une liste enregistrée par ce programme.",
)
_TOO_NEW = Text(
    "it was saved by a newer program. Install that program to import it.",
    "il a été enregistré par un programme plus récent. Installez ce programme pour l'importer.",
)


def encode(kept: Kept) -> bytes:
    """The services and lists as a file to share; the same content gives the same bytes.

    Lists that `kept` does not have are not named, and reports stay here.
    """
    content = {
        "format": _FORMAT,
        "version": _VERSION,
        "lists": sorted(kept.lists),
        "services": [
            {
                "id": each.id,
                "name": _both(each.name),
                "organization": _both(each.organization),
                "number": each.number,
                "kept_on": each.kept_on.isoformat(),
                "note": each.note,
                "lists": sorted(set(each.lists) & set(kept.lists)),
            }
            for each in sorted(kept.services, key=lambda each: each.id)
        ],
    }
    return _readable(content)


def decode(content: bytes, name: str) -> Kept:
    """What the content of a file called `name` shares; all of it or nothing.

    Raises:
        SharedListRefused: it is too long, something else, or newer; names the field at fault.
    """
    if len(content) > MOST_BYTES:
        raise SharedListRefused(name, _TOO_LONG)
    try:
        record = msgspec.json.decode(content.removeprefix(BOM_UTF8))  # some editors begin with one
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SharedListRefused(name, _NOT_A_LIST) from error
    if not isinstance(record, dict) or record.get("format") != _FORMAT:
        raise SharedListRefused(name, _NOT_A_LIST)
    try:
        version = required(record, "version", "$", int)
        if version != _VERSION:
            raise SharedListRefused(name, _TOO_NEW if version > _VERSION else _NOT_A_LIST)
        required(record, "services", "$", list)
        services = tuple(_service(part, path) for path, part in parts(record, "services", "$"))
        return Kept(services, _names(record, "$"))
    except FieldRefused as error:
        raise SharedListRefused(name, _not_right(error.field)) from error


def encode_reports(reports: Iterable[ErrorReport]) -> bytes:
    """The reports as a file for whoever keeps the records; it names no user and no computer."""
    content = {
        "format": _REPORTS_FORMAT,
        "version": _VERSION,
        "reports": [
            {
                "service": each.id,
                "name": _both(each.name),
                "fault": each.fault,
                "words": each.words,
                "edition": each.edition,
                "reported_on": each.reported_on.isoformat(),
            }
            for each in reports
        ],
    }
    return _readable(content)


def _service(part: Part, path: str) -> KeptService:
    name = _text(part, "name", path)
    if not name:
        raise FieldRefused(f"{path}.name", MISSING)
    return KeptService(
        id=required(part, "id", path, str),
        name=name,
        organization=_text(part, "organization", path),
        number=string(part, "number", path),
        kept_on=one_of(date.fromisoformat, part.get("kept_on"), f"{path}.kept_on"),
        note=string(part, "note", path),
        lists=_names(part, path),
    )


def _text(part: Part, key: str, path: str) -> Text:
    both = typed(part.get(key), f"{path}.{key}", dict)
    return Text(string(both, "en", f"{path}.{key}"), string(both, "fr", f"{path}.{key}"))


def _names(part: Part, path: str) -> tuple[str, ...]:
    """The names of lists; an empty one would be a list that cannot be seen."""
    names = strings(part, "lists", path)
    for number, name in enumerate(names):
        if not name.strip():
            raise FieldRefused(f"{path}.lists[{number}]", MISSING)
    return names


def _not_right(field: str) -> Text:
    return Text(
        f"{field} is missing or not what it must be.",
        f"{field} manque ou n'est pas ce qu'il doit être.",
    )


def _both(text: Text) -> dict[str, str]:
    return {"en": text.en, "fr": text.fr}


def _readable(content: dict[str, object]) -> bytes:
    return f"{json.dumps(content, ensure_ascii=False, indent=2)}\n".encode()
