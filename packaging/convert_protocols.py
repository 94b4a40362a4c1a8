"""Turns the drafted screening content into data/protocols: was run once, on it.

    python packaging/convert_protocols.py screening data

Kept so that anybody can repeat it: the same input gives the same bytes. It adds no word to the
content; what it does not understand stops it. From now on the workbooks are the source, edited
by hand: running this again takes back what was changed in them. Columns and rows are explained in
data/protocols/README.md. Needs PyYAML and openpyxl 3.1.5 with lxml, without which openpyxl writes
the same workbook in other bytes.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile, ZipInfo

# Not in the lock file: a tool that was run once.
import openpyxl
import yaml  # type: ignore[import-untyped,import-not-found,unused-ignore]
from openpyxl.styles import (
    Alignment,
    Font,
)

from convert_words import Doubtful

Part = dict[str, Any]  # Any: YAML as drafted
Row = dict[str, str]
ENGLISH, FRENCH = "English (en)", "Français (fr)"
SURVEY_WIDTHS = {
    "type": 20,
    "name": 20,
    f"label::{ENGLISH}": 60,
    f"label::{FRENCH}": 60,
    f"hint::{ENGLISH}": 40,
    f"hint::{FRENCH}": 40,
    "relevant": 34,
    "calculation": 60,
    "kind": 10,
    "dimension": 11,
    "strength": 10,
}
"""The columns of the survey sheet in order, with their widths in characters."""

TOLD_ELSEWHERE = {"answer_types", "always_show"}
"""Parts of common.yaml left out: each workbook has its choices, the directory its numbers."""

_NO_BREAK = "\u00a0"
_CREATED = re.compile(rb"(<dcterms:created[^>]*>)([^<]+)")
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)([^<]+)")
_CORE = "docProps/core.xml"


def main(arguments: list[str]) -> int:
    """Write the protocols and what belongs to them below a data folder, and say how many rows."""
    drafts, data = map(Path, arguments)
    folder = data / "protocols"
    folder.mkdir(parents=True, exist_ok=True)
    common_text = (drafts / "common.yaml").read_text(encoding="utf-8")
    bands = yaml.safe_load(common_text)["bands"]
    known = {kind: _codes(data, kind) for kind in ("needs", "populations")}
    for path in sorted(drafts.glob("p*_*.yaml")):
        protocol = yaml.safe_load(path.read_text(encoding="utf-8"))
        name = f"{protocol['id']}.xlsx"
        _check_codes(protocol, known)
        drafted = (drafts / "xlsform" / name).read_bytes()
        sheets = convert(protocol, bands, read_sheets(drafted))
        (folder / name).write_bytes(workbook(sheets, _CREATED.search(_core(drafted))))
        print(f"{name}: {len(sheets['survey'])}")
    for name, text in (
        ("common.yaml", _without(common_text, TOLD_ELSEWHERE)),
        ("scenarios.yaml", (drafts / "scenarios.yaml").read_text(encoding="utf-8")),
    ):
        (folder / name).write_text(typeset(text), encoding="utf-8", newline="\n")
    return 0


def convert(protocol: Part, bands: Part, drafted: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """The sheets of a protocol: those drafted, with what only its YAML says.

    Raises:
        Doubtful: the workbook and the YAML do not have the same questions in the same words.
    """
    survey = list(_with_items(protocol, drafted["survey"]))
    end_of_first_group = [row["type"] for row in survey].index("end_group")
    survey[end_of_first_group:end_of_first_group] = _notes(protocol)
    settings = {**drafted["settings"][0], "audience": " ".join(protocol["audience"])}
    return {
        "survey": [
            _row("note", "about", label=protocol["title"], hint=protocol["setting"]),
            *survey,
            *_outcome(protocol),
            *_result(protocol, bands),
        ],
        "choices": [_typeset_row(row) for row in drafted["choices"]],
        "settings": [settings | {"age_scope": protocol["age_scope"]}],
        "sources": [{"url": url} for url in protocol["sources"]],
    }


def _with_items(protocol: Part, survey: Iterable[Row]) -> Iterator[Row]:
    """The drafted rows, with kind, dimension and strength of each item.

    Raises:
        Doubtful: see `convert`.
    """
    items = {item["id"]: item for item in _items(protocol)}
    for row in survey:
        if not row["type"].startswith("select_one"):
            yield _typeset_row(row)
            continue
        item = items.pop(row["name"], {})
        if (item.get("en"), item.get("fr")) != (row[f"label::{ENGLISH}"], row[f"label::{FRENCH}"]):
            raise Doubtful(f"{protocol['id']}: the words of {row['name']}")
        yield _typeset_row(row) | {
            "kind": item.get("kind", ""),
            "dimension": item.get("dim", ""),
            "strength": item.get("w", ""),
        }
    if items:
        raise Doubtful(f"{protocol['id']}: no row for {', '.join(items)}")


def _items(protocol: Part) -> Iterator[Part]:
    yield from protocol["preconditions"]
    yield from protocol["gate"].values()
    yield from protocol.get("context", [])
    for section in protocol["sections"]:
        yield from section["items"]


def _notes(protocol: Part) -> Iterator[Row]:
    for number, note in enumerate(protocol["notes"], 1):
        yield _row("note", f"note_{number}", label=note)


def _outcome(protocol: Part) -> Iterator[Row]:
    """The calculates that follow from the band: needs, populations, the protocol to go on with."""
    directory = protocol["directory"]
    rules = directory["add_when"]
    for what in ("needs", "populations"):
        of_band = f"{what}_of_band"
        lists = {band: " ".join(directory[band][what]) for band in protocol["actions"]}
        yield _row("calculate", of_band, calculation=_by_band(lists))
        added = "".join(
            f", if(not(selected(${{{of_band}}}, '{code}')) and ({when}), ' {code}', '')"
            for code, when in _added(rules, what).items()
        )
        total = f"normalize-space(concat(${{{of_band}}}{added}))" if added else f"${{{of_band}}}"
        yield _row("calculate", f"result_{what}", calculation=total)
    for switch in _switches(protocol):
        calculation = f"if({switch['when']}, '{switch['to']}', '')"
        yield _row("calculate", "result_switch", calculation=calculation)


def _added(rules: Iterable[Part], what: str) -> dict[str, str]:
    """The condition under which each code is added, by code: one, so that no code comes twice."""
    conditions: dict[str, list[str]] = {}
    for rule in rules:
        for code in rule.get(what, []):
            conditions.setdefault(code, []).append(rule["when"])
    return {code: " or ".join(whens) for code, whens in conditions.items()}


def _by_band(values: dict[str, str]) -> str:
    calculation = "''"
    for band, value in reversed(values.items()):
        calculation = f"if(${{band}} = '{band}', '{value}', {calculation})"
    return calculation


def _result(protocol: Part, bands: Part) -> Iterator[Row]:
    """The last group: what to go on with, then for each band its words and what to do."""
    yield _row("begin_group", "result")
    for switch in _switches(protocol):
        relevant = f"${{result_switch}} = '{switch['to']}'"
        yield _row("note", f"switch_{switch['to']}", label=switch, relevant=relevant)
    words = bands | protocol.get("band_text_override", {})
    for band, actions in protocol["actions"].items():
        relevant = f"${{band}} = '{band}'"
        title, text = (
            {language: words[band][language][part] for language in ("en", "fr")}
            for part in ("title", "text")
        )
        yield _row("note", f"band_{band}", label=title, hint=text, relevant=relevant)
        for number, action in enumerate(actions, 1):
            yield _row("note", f"do_{band}_{number}", label=action, relevant=relevant)
    yield _row("end_group", "")


def _switches(protocol: Part) -> list[Part]:
    """The one rule by which a protocol hands over to another, or none."""
    switches: list[Part] = protocol["rules"].get("switch", [])
    if len(switches) > 1:
        raise Doubtful(f"{protocol['id']}: two switches")
    return switches


def _row(
    kind: str, name: str, label: Part | None = None, hint: Part | None = None, **columns: str
) -> Row:
    row = {"type": kind, "name": name, **columns}
    for column, words in (("label", label), ("hint", hint)):
        if words:
            row |= {f"{column}::{ENGLISH}": words["en"], f"{column}::{FRENCH}": words["fr"]}
    return _typeset_row(row)


def _typeset_row(row: Row) -> Row:
    return {key: typeset(cell) if key.endswith(FRENCH) else cell for key, cell in row.items()}


def typeset(french: str) -> str:
    """Canadian French with no-break spaces: before a colon, inside « » and around the h of 23 h 40.

    Safe on a whole YAML file: its syntax and its English have no space before a colon.
    """
    french = french.replace(" :", f"{_NO_BREAK}:")
    french = french.replace("« ", f"«{_NO_BREAK}").replace(" »", f"{_NO_BREAK}»")
    return re.sub(r"(\d) h (\d)", rf"\1{_NO_BREAK}h{_NO_BREAK}\2", french)


def _without(text: str, keys: set[str]) -> str:
    """A YAML file without some of its first-level keys; comments stay where they are."""
    kept: list[str] = []
    is_kept = True
    for line in text.splitlines(keepends=True):
        if not line.startswith((" ", "#", "\n")):
            is_kept = line.partition(":")[0] not in keys
        if is_kept:
            kept.append(line)
    return "".join(kept)


def _codes(data: Path, kind: str) -> set[str]:
    taxonomy = json.loads((data / "taxonomy" / f"{kind}.json").read_text(encoding="utf-8"))
    return {term["code"] for term in taxonomy["terms"]}


def _check_codes(protocol: Part, known: dict[str, set[str]]) -> None:
    directory = protocol["directory"]
    for part in (*directory["add_when"], *(directory[band] for band in protocol["actions"])):
        for what, codes in known.items():
            unknown = set(part.get(what, [])) - codes
            if unknown:
                raise Doubtful(f"{protocol['id']}: no such {what}: {', '.join(sorted(unknown))}")


def read_sheets(content: bytes) -> dict[str, list[Row]]:
    """The rows of each sheet by the names of its columns; an empty cell is ""."""
    sheets: dict[str, list[Row]] = {}
    for sheet in openpyxl.load_workbook(BytesIO(content)):
        names, *rows = sheet.iter_rows(values_only=True)
        head = [str(name) for name in names]
        sheets[sheet.title] = [
            dict(zip(head, ("" if cell is None else str(cell) for cell in row), strict=True))
            for row in rows
        ]
    return sheets


def workbook(sheets: dict[str, list[Row]], created: re.Match[bytes] | None) -> bytes:
    """An .xlsx file that is the same for the same sheets: dated as its draft, not compressed."""
    if not created:
        raise Doubtful("a workbook without a date")
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        _fill(book.create_sheet(title), rows, SURVEY_WIDTHS if title == "survey" else {})
    saved = BytesIO()
    book.save(saved)
    packed = BytesIO()
    with ZipFile(saved) as source, ZipFile(packed, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == _CORE:
                for date in (_CREATED, _MODIFIED):
                    content = date.sub(rb"\g<1>" + created[2], content)
            target.writestr(ZipInfo(name), content)
    return packed.getvalue()


def _fill(sheet: Any, rows: list[Row], widths: dict[str, int]) -> None:  # Any: openpyxl is untyped
    """Write rows below their heading, legibly: the heading stays, long cells wrap."""
    head = list(widths) or list(dict.fromkeys(key for row in rows for key in row))
    sheet.append(head)
    for row in rows:
        sheet.append([row.get(key) or None for key in head])
    sheet.freeze_panes = "C2" if widths else "A2"
    for column, name in zip(sheet.columns, head, strict=True):
        sheet.column_dimensions[column[0].column_letter].width = widths.get(name, 30)
        for cell in column:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        column[0].font = Font(bold=True)


def _core(content: bytes) -> bytes:
    with ZipFile(BytesIO(content)) as source:
        return source.read(_CORE)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
