"""What of XLSForm a protocol may use, in one table, and why the rest is refused.

The documentation is generated from `TYPES` and `REFUSED_TYPES`, `REFUSED_COLUMNS` and
`REFUSED_SHEETS`, and from `xpath.functions.FUNCTIONS`.
"""

from __future__ import annotations

import re

from tp_directory.core.bilingual import Text
from tp_directory.screening.faults import Fault
from tp_directory.screening.form import Kind
from tp_directory.screening.xlsform.workbook import Row, Workbook

TYPES: dict[str, Kind] = {
    "select_one": Kind.SELECT_ONE,
    "select one": Kind.SELECT_ONE,
    "select1": Kind.SELECT_ONE,
    "select_multiple": Kind.SELECT_MULTIPLE,
    "select multiple": Kind.SELECT_MULTIPLE,
    "select all that apply": Kind.SELECT_MULTIPLE,
    "integer": Kind.INTEGER,
    "int": Kind.INTEGER,
    "decimal": Kind.DECIMAL,
    "date": Kind.DATE,
    "text": Kind.TEXT,
    "string": Kind.TEXT,
    "note": Kind.NOTE,
    "acknowledge": Kind.ACKNOWLEDGE,
    "trigger": Kind.ACKNOWLEDGE,
    "calculate": Kind.CALCULATE,
    "begin_group": Kind.GROUP,
    "begin group": Kind.GROUP,
}
"""The types that a row of the survey may have, as authors write them."""

_REPEAT = Text(
    "repeated questions are not supported; write each question on a row of its own.",
    "les questions répétées ne sont pas admises; écrivez chaque question sur sa propre rangée.",
)
_MEDIA = Text(
    "pictures, sound and files are not supported: nothing about a person is recorded.",
    "images, sons et fichiers ne sont pas admis : rien n'est enregistré sur une personne.",
)
_PLACE = Text(
    "positions are not supported: where a person is, is not recorded.",
    "les positions ne sont pas admises : le lieu où se trouve une personne n'est pas enregistré.",
)
_EXTERNAL = Text(
    "lists from other files are not supported; put the choices in the sheet “choices”.",
    "les listes d'autres fichiers ne sont pas admises; mettez les choix dans la feuille "
    "« choices ».",
)
_DEVICE = Text(
    "facts about the device or the user are not recorded.",
    "aucun renseignement sur l'appareil ou l'utilisateur n'est enregistré.",
)
_ENTITIES = Text(
    "entities are not supported: no register of persons is kept.",
    "les entités ne sont pas admises : aucun registre de personnes n'est tenu.",
)
_OTHER = Text(
    "this is not among what a protocol may use.",
    "cela ne fait pas partie de ce qu'un protocole peut employer.",
)
_TEXT = Text(
    "free text about a person is turned off on this computer; offer choices instead.",
    "le texte libre sur une personne est désactivé sur cet ordinateur; offrez plutôt des choix.",
)

REFUSED_TYPES: dict[str, Text] = (
    dict.fromkeys(("begin_repeat", "begin repeat", "end_repeat", "end repeat"), _REPEAT)
    | dict.fromkeys(
        ("image", "photo", "audio", "video", "file", "barcode", "background-audio"), _MEDIA
    )
    | dict.fromkeys(("geopoint", "geotrace", "geoshape", "gps", "location", "osm"), _PLACE)
    | dict.fromkeys(
        (
            "select_one_from_file", "select_multiple_from_file", "select_one_external",
            "xml-external", "csv-external",
        ),
        _EXTERNAL,
    )
    | dict.fromkeys(
        (
            "start", "end", "today", "deviceid", "phonenumber", "username", "email",
            "subscriberid", "simserial", "audit", "start-geopoint", "start-geotrace",
        ),
        _DEVICE,
    )
)  # fmt: skip
"""Types of XLSForm that are refused, with the reason; any other type is refused as unknown."""

REFUSED_COLUMNS: dict[str, Text] = (
    dict.fromkeys(("repeat_count", "jr:count"), _REPEAT)
    | dict.fromkeys(("image", "big-image", "audio", "video", "media", "autoplay"), _MEDIA)
    | dict.fromkeys(("save_to",), _ENTITIES)
    | dict.fromkeys(
        ("trigger", "parameters", "read_only", "readonly", "bind", "body", "control", "instance"),
        _OTHER,
    )
)
"""Columns of the survey, and of the choices, that are refused where they are filled."""

REFUSED_SHEETS: dict[str, Text] = {
    "external_choices": _EXTERNAL,
    "entities": _ENTITIES,
    "osm": _PLACE,
}
"""Sheets that are refused where they have rows."""

SHOWN = frozenset({"label", "hint", "guidance_hint", "constraint_message", "required_message"})
"""Columns whose words are shown."""

KNOWN = SHOWN | frozenset(
    (
        "type", "name", "appearance", "relevant", "relevance", "skip_logic", "constraint",
        "required", "calculation", "calculate", "default", "choice_filter",
    )
)  # fmt: skip
"""Columns of the survey that are supported; others are ignored by XLSForm, and kept as extra."""

LANGUAGE = re.compile(r"(?:.*\()?(en|fr)\)?", re.DOTALL)
"""How a language is named: by its code alone, or in parentheses after its name."""

_SPACES = re.compile(r"\s+")
_TYPE = re.compile(
    r"(?P<type>select[ _](?:one|multiple)|select1|select all that apply) (?P<list>.+)"
)


def kind_of(written: str) -> Kind | None:
    """Return the kind of a row from its `type` cell; None for the end of a group."""
    plain = _SPACES.sub(" ", written).strip().lower()
    match = _TYPE.fullmatch(plain)
    return TYPES.get(match.group("type") if match else plain)


def column_of(header: str) -> str:
    """Return the column that a header stands for, without language: `label::Français (fr)`."""
    return header.partition("::")[0].strip().lower().replace(" ", "_")


def extra_cells(row: Row) -> dict[str, str]:
    """Return the cells of a survey row that XLSForm does not know, by header."""
    return {header: text for header, text in row.cells.items() if column_of(header) not in KNOWN}


def faults_in(workbook: Workbook, *, allow_text: bool) -> tuple[Fault, ...]:
    """Return what of a workbook is beyond the subset, with sheet, row and column.

    `allow_text` lets questions of type `text` in: the policy of a workstation decides.
    """
    found: list[Fault] = []
    for sheet, reason in REFUSED_SHEETS.items():
        found += (
            Fault(sheet, row.number, "", reason) for row in workbook.sheets.get(sheet, ())[:1]
        )
    if not workbook.sheets.get("survey"):
        missing = Text("there is no sheet “survey”.", "il n'y a pas de feuille « survey ».")
        found.append(Fault("survey", 0, "", missing))
    for sheet in ("survey", "choices"):
        found += _language_faults(sheet, workbook.sheets.get(sheet, ()))
    names: dict[str, int] = {}
    for row in workbook.sheets.get("survey", ()):
        found += _type_faults(row, allow_text=allow_text)
        found += _cell_faults("survey", row)
        found += _name_faults(row, names)
    for row in workbook.sheets.get("choices", ()):
        found += _cell_faults("choices", row)
    return tuple(found)


def _language_faults(sheet: str, rows: tuple[Row, ...]) -> list[Fault]:
    """Columns of words that are in no language of ours would be shown as nothing at all."""
    languages: dict[str, dict[str, str]] = {}
    for header in dict.fromkeys(header for row in rows for header in row.cells):
        column, language = column_of(header), header.partition("::")[2].strip()
        if column in SHOWN:
            languages.setdefault(column, {})[language] = header
    reason = Text(
        "name the language by its code, as in “label::English (en)” and “label::Français (fr)”.",
        "nommez la langue par son code, comme dans « label::English (en) » et "
        "« label::Français (fr) ».",
    )
    return [
        Fault(sheet, 1, next(iter(headers.values())), reason)
        for headers in languages.values()
        if not any(language == "" or LANGUAGE.fullmatch(language) for language in headers)
    ]


def _cell(row: Row, column: str) -> tuple[str, str]:
    """Return the header and the text of a row's cell in a column, or two empty texts."""
    for header, text in row.cells.items():
        if column_of(header) == column:
            return header, text
    return "", ""


def _type_faults(row: Row, *, allow_text: bool) -> list[Fault]:
    header, written = _cell(row, "type")
    plain = _SPACES.sub(" ", written).strip().lower()
    if not plain or plain in {"end_group", "end group"}:
        return []
    word = plain.split(" ")[0]
    reason = REFUSED_TYPES.get(plain) or REFUSED_TYPES.get(word)
    kind = kind_of(plain)
    if plain.endswith((" or_other", " or other", " or specify other")):
        reason = _TEXT if not allow_text else _OTHER
    elif kind is Kind.TEXT and not allow_text:
        reason = _TEXT
    elif kind is None and reason is None:
        reason = Text(
            f"the type “{written}” is not among what a protocol may use.",
            f"le type « {written} » ne fait pas partie de ce qu'un protocole peut employer.",
        )
    return [Fault("survey", row.number, header, reason)] if reason else []


def _cell_faults(sheet: str, row: Row) -> list[Fault]:
    found: list[Fault] = []
    for header, text in row.cells.items():
        column = column_of(header)
        if column in REFUSED_COLUMNS:
            found.append(Fault(sheet, row.number, header, REFUSED_COLUMNS[column]))
        elif column in SHOWN and "${" in text:
            reason = Text(
                "an answer cannot be shown within other words (${…}).",
                "une réponse ne peut être montrée au milieu d'autres mots (${…}).",
            )
            found.append(Fault(sheet, row.number, header, reason))
    return found


def _name_faults(row: Row, names: dict[str, int]) -> list[Fault]:
    header, name = _cell(row, "name")
    if not name:
        return []
    if name in names:
        reason = Text(
            f"row {names[name]} already has the name “{name}”.",
            f"la rangée {names[name]} porte déjà le nom « {name} ».",
        )
        return [Fault("survey", row.number, header, reason)]
    names[name] = row.number
    return []
