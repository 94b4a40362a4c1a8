"""The workbook that a new protocol starts from: a small checklist that already runs.

Its sections are placeholders that say so; preconditions, the question of danger, age and the words
of the bands are those of the protocols that travel with the program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from tp_directory.core.bilingual import Language, Text
from tp_directory.screening.authoring.building import GENERATED, MARK
from tp_directory.screening.authoring.check_words import HEADER_LANGUAGE
from tp_directory.screening.authoring.counting import generated
from tp_directory.screening.authoring.rules import Rules
from tp_directory.screening.authoring.sheets import Cells, words_of, workbook_of_rows
from tp_directory.screening.xlsform.workbook import Row

_NONE = Text()
_NO_DANGER = "${danger} != 'yes'"
_YES, _NO = Text("Yes / seen", "Oui / observé"), Text("No", "Non")
_CHOICES = (
    ("ynud", "yes", _YES),
    ("ynud", "no", _NO),
    ("ynud", "unknown", Text("Not asked / could not tell", "Pas demandé / impossible à dire")),
    (
        "ynud",
        "declined",
        Text("Person preferred not to answer", "La personne a préféré ne pas répondre"),
    ),
    ("done", "yes", Text("Done", "Fait")),
    ("done", "no", Text("Not possible yet", "Pas encore possible")),
    ("age_band", "adult", Text("18 or older", "18 ans ou plus")),
    ("age_band", "maybe_minor", Text("May be under 18", "Pourrait avoir moins de 18 ans")),
    ("age_band", "minor", Text("Under 18", "Moins de 18 ans")),
)
_ACTION = Text(
    "Example: write here what to do, one row for each step.",
    "Exemple : écrivez ici quoi faire, une rangée par étape.",
)
_NEEDS_OF_BANDS = {"immediate": "crisis_line", "many": "trafficking victim_services"}
_NEEDS_OF_OTHERS = "information_referral"


def template(name: str, today: date, rules: Rules) -> bytes:
    """Return the workbook of a new protocol, with `name` as its id."""
    rows = tuple(_survey(rules))
    settings = {
        "form_title": "Example checklist",
        "form_id": name,
        "version": "0.1",
        "default_language": HEADER_LANGUAGE[Language.EN],
        "audience": "ngo",
        "age_scope": "any",
        "author": "Example organization",
        "date": today.isoformat(),
        "status": "draft",
    }
    choices = [
        {"list_name": of, "name": code, **words_of("label", text)} for of, code, text in _CHOICES
    ]
    offered = {
        "kind": ("observe", "ask", "record"),
        "dimension": rules.dimensions,
        "strength": rules.strengths,
    }
    return workbook_of_rows(_with_generated(rows, rules), choices, settings, offered)


def id_from(file: Path) -> str:
    """The id of a protocol from the name of its file: letters, digits and underscores."""
    plain = re.sub(r"[^a-z0-9]+", "_", file.stem.lower()).strip("_")
    return plain if re.match(r"[a-z]", plain) else f"protocol_{plain}".rstrip("_")


def _survey(rules: Rules) -> Iterator[Cells]:
    yield _row(
        "note",
        "about",
        Text("Example checklist", "Exemple de liste"),
        hint=Text(
            "Example: where it is used, and how long it takes.",
            "Exemple : où on l'emploie, et combien de temps elle prend.",
        ),
    )
    yield _row("begin_group", "g_pre", Text("Before you start", "Avant de commencer"))
    yield _row(
        "select_one done",
        "pre_apart",
        Text(
            "You can speak with the person away from anyone with them, and out of their hearing.",
            "Vous pouvez parler à la personne à l'écart de ses compagnons, hors de leur portée de "
            "voix.",
        ),
    )
    yield _row(
        "select_one done",
        "pre_role",
        Text(
            "You said who you are, why you ask, and that the person may decline.",
            "Vous avez dit qui vous êtes, pourquoi vous demandez, et que la personne peut refuser.",
        ),
    )
    yield _row("end_group", "")
    yield _row(
        "select_one ynud",
        "danger",
        Text("Is anyone in immediate danger?", "Y a-t-il un danger immédiat?"),
    )
    yield _row(
        "select_one age_band",
        "age_band",
        Text("Apparent age of the person", "Âge apparent de la personne"),
    )
    yield from _section(
        "sec_look",
        Text("Example section: look and listen", "Exemple de section : observer et écouter"),
        _NO_DANGER,
        {"kind": "observe", "dimension": "COD"},
        rules,
    )
    yield from _section(
        "sec_ask",
        Text("Example section: ask in private", "Exemple de section : demander en privé"),
        f"{_NO_DANGER} and ${{pre_apart}} = 'yes'",
        {"kind": "ask", "dimension": "EXP"},
        rules,
    )
    yield {GENERATED: MARK}
    yield _row("calculate", "band", calculation=_band(rules))
    yield _row(
        "calculate", "result_switch", calculation="if(${age_band} != 'adult', 'youth_check', '')"
    )
    yield from _result(rules)


def _section(name: str, title: Text, relevant: str, cells: Cells, rules: Rules) -> Iterator[Cells]:
    yield _row("begin_group", name, title, relevant=relevant)
    for number, strength in enumerate(rules.strengths, 1):
        label = Text(
            f"Example {number}: write here one sign, in plain words ({strength}).",
            f"Exemple {number} : écrivez ici un signe, en mots simples ({strength}).",
        )
        item = f"{name.removeprefix('sec_')}_{number}"
        yield _row("select_one ynud", item, label) | cells | {"strength": strength}
    yield _row("end_group", "")


def _band(rules: Rules) -> str:
    total = " + ".join(f"${{t_{strength}}}" for strength in rules.strengths)
    return (
        "if(${danger} = 'yes', 'immediate', if(${present} >= 2, 'many', "
        f"if(${{present}} >= 1 or ${{t_{rules.strengths[0]}}} >= 1 or {total} >= 3, 'some', "
        f"if(${{of}} > 0 and ${{answered}} >= {rules.answered_share} * ${{of}}, 'few', "
        "'incomplete'))))"
    )


def _result(rules: Rules) -> Iterator[Cells]:
    yield _row("begin_group", "result")
    yield _row(
        "note",
        "switch_youth_check",
        Text(
            "Possible minor: use the under-18 check.",
            "Personne possiblement mineure : utilisez la vérification des moins de 18 ans.",
        ),
        relevant="${result_switch} = 'youth_check'",
    )
    for band in rules.bands:
        relevant = f"${{band}} = '{band.name}'"
        needs = _NEEDS_OF_BANDS.get(band.name, _NEEDS_OF_OTHERS)
        yield _row(
            "note", f"band_{band.name}", band.title, band.text, relevant=relevant, needs=needs
        )
        yield _row("note", f"do_{band.name}_1", _ACTION, relevant=relevant)
    yield _row("end_group", "")


def _with_generated(rows: tuple[Cells, ...], rules: Rules) -> list[Cells]:
    """The rows with what they call for, where the marked row stands."""
    calculations = generated([Row(number, cells) for number, cells in enumerate(rows, 2)], rules)
    place = next(number for number, cells in enumerate(rows) if GENERATED in cells)
    made = [
        _row("calculate", name, calculation=formula) | {GENERATED: MARK}
        for name, formula in calculations.items()
    ]
    return [*rows[:place], *made, *rows[place + 1 :]]


def _row(of: str, name: str, label: Text = _NONE, hint: Text = _NONE, **cells: str) -> Cells:
    words = words_of("label", label) | words_of("hint", hint)
    return {"type": of, "name": name} | words | cells
