"""What an administrator presets or locks for everybody on a computer, in a file policy.toml.

    [preset]              # the worker may set something else
    theme = "dark"
    [locked]              # the worker may not
    idle_minutes = 5
    [screening]
    reviewed = ["…"]      # SHA-256 of checklists from outside that the organization has reviewed
    free_text = true      # their questions for free text are asked; false without this line
    [updates]
    sources = ["https://updates.example.org", "//server/share/folder"]   # tried in this order
    root = "root.json"    # the publisher's first keys, in the folder of this file or elsewhere
    provinces = ["on", "qc"]  # these and the national services only; all without this line
    metered = true        # fetched over metered connections, too; not without this line

A faulty line has no effect; the other lines do. A lock is a rule and no barrier: whoever may
change the program's environment can go round it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from tp_directory.core.bilingual import Text
from tp_directory.core.preferences import (
    EXPECTED,
    EXPECTED_SOURCES,
    SETTINGS,
    Chosen,
    Origin,
    Preferences,
    SomePreferences,
    is_sources,
    read_preferences,
)
from tp_directory.core.release import NATIONAL_SHARD, SHARDS
from tp_directory.core.updating import UpdateSetup

_TABLES = ("preset", "locked")
_EXPECTED_TABLES = Text(
    "the tables [preset], [locked], [screening] and [updates]",
    "les tables [preset], [locked], [screening] et [updates]",
)
_EXPECTED_SCREENING = {
    "reviewed": Text(
        "a list of SHA-256 hashes, 64 hexadecimal digits each",
        "une liste d'empreintes SHA-256 de 64 chiffres hexadécimaux",
    ),
    "free_text": Text("true or false", "true ou false"),
}
_EXPECTED_UPDATES = {
    "sources": EXPECTED_SOURCES,
    "root": Text("a file in quotes", "un fichier entre guillemets"),
    "provinces": Text(
        'a list of provinces and territories, such as ["on", "qc"]',
        'une liste de provinces et de territoires, comme ["on", "qc"]',
    ),
    "metered": Text("true or false", "true ou false"),
}
_EXPECTED_RULES = Text("reviewed or free_text", "reviewed ou free_text")
_EXPECTED_UPDATE_RULES = Text(
    "sources, root, provinces or metered", "sources, root, provinces ou metered"
)
_HASH = re.compile(r"[0-9a-fA-F]{64}")
_EXPECTED_SETTINGS = Text(
    f"a setting: {', '.join(SETTINGS)}", f"un réglage parmi {', '.join(SETTINGS)}"
)
_LINE = re.compile(r"\(at line (\d+), ")


@dataclass(frozen=True, slots=True)
class ScreeningRules:
    """What an administrator says of checklists: the hashes of those reviewed, and free text."""

    reviewed: frozenset[str] = frozenset()
    free_text: bool = False


@dataclass(frozen=True, slots=True)
class UpdateRules:
    """What an administrator says of updates; None where nothing is said.

    `shards` are those of some provinces, and the nation's.
    """

    sources: tuple[str, ...] | None = None
    root: Path | None = None
    shards: tuple[str, ...] | None = None
    metered: bool | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """What one file presets and locks, and says of checklists and updates."""

    file: Path
    preset: SomePreferences = SomePreferences()
    locked: SomePreferences = SomePreferences()
    screening: ScreeningRules = ScreeningRules()
    updates: UpdateRules = UpdateRules()


@dataclass(frozen=True, slots=True)
class Policy:
    """The rules of all files, the earlier ones first, and what is wrong in them."""

    rules: tuple[Rules, ...] = ()
    faults: tuple[Text, ...] = ()

    @property
    def screening(self) -> ScreeningRules:
        """What all files together say: each hash counts, and free text where one allows it."""
        rules = [each.screening for each in self.rules]
        return ScreeningRules(
            frozenset().union(*(each.reviewed for each in rules)),
            any(each.free_text for each in rules),
        )

    @property
    def updates(self) -> UpdateSetup:
        """Where updates come from; of each line, the first file that has it counts."""
        rules = [each.updates for each in self.rules]
        return UpdateSetup(
            sources=next((each.sources for each in rules if each.sources is not None), ()),
            root=next((each.root for each in rules if each.root is not None), None),
            shards=next((each.shards for each in rules if each.shards is not None), SHARDS),
        )

    @property
    def metered(self) -> bool:
        """Whether updates may begin by themselves over a metered connection."""
        said = (each.updates.metered for each in self.rules)
        return next((each for each in said if each is not None), False)


def read_policy(files: Iterable[Path]) -> Policy:
    """The policy of those files that are there; what cannot be read of them is told as a fault."""
    rules: list[Rules] = []
    faults: list[Text] = []
    for file in files:
        try:
            content = file.read_bytes().decode("utf-8-sig")  # Notepad begins a file so
            tables = tomllib.loads(content)
        except FileNotFoundError:
            continue
        except OSError as error:
            faults.append(_unreadable(file, error))
        except UnicodeDecodeError as error:
            faults.append(_not_toml(file, 1 + error.object.count(b"\n", 0, error.start)))
        except (ValueError, RecursionError) as error:  # tomllib's own, or that of a huge number
            line = _LINE.search(str(error))  # without one where the file ends too early
            last = content.rstrip().count("\n") + 1
            faults.append(_not_toml(file, int(line[1]) if line else last))
        else:
            found_rules, wrong = _rules(file, tables)
            rules.append(found_rules)
            faults += wrong
    return Policy(tuple(rules), tuple(faults))


def resolve(own: SomePreferences, policy: Policy) -> Chosen:
    """The settings in force: what is locked, else what the worker set, else presets, else usual."""
    layers = (
        *((Origin.LOCKED, each.locked, each.file) for each in policy.rules),
        (Origin.USER, own, None),
        *((Origin.PRESET, each.preset, each.file) for each in policy.rules),
        (Origin.DEFAULT, SomePreferences(Preferences(), frozenset(SETTINGS)), None),
    )
    in_force = SomePreferences()
    origins: dict[str, Origin] = {}
    files: dict[str, Path] = {}
    for name in SETTINGS:
        origin, source, file = next(layer for layer in layers if name in layer[1].names)
        in_force = in_force.having(**{name: getattr(source.values, name)})
        origins[name] = origin
        if file:
            files[name] = file
    return Chosen(in_force.values, origins, files)


def resolve_updates(own: tuple[str, ...], policy: Policy) -> UpdateSetup:
    """Where updates come from: where an administrator says, else the user's own sources."""
    decided = policy.updates
    return decided if decided.sources else replace(decided, sources=own)


def _rules(file: Path, tables: dict[str, object]) -> tuple[Rules, list[Text]]:
    found = dict.fromkeys(_TABLES, SomePreferences())
    screening, updates = ScreeningRules(), UpdateRules()
    faults: list[Text] = []
    for name, table in tables.items():
        match name, table:
            case "preset" | "locked", dict():
                found[name], refused = read_preferences(table)
                expected, otherwise = EXPECTED, _EXPECTED_SETTINGS
            case "screening", dict():
                screening, refused = _screening(table)
                expected, otherwise = _EXPECTED_SCREENING, _EXPECTED_RULES
            case "updates", dict():
                updates, refused = _updates(table, file.parent)
                expected, otherwise = _EXPECTED_UPDATES, _EXPECTED_UPDATE_RULES
            case _:
                faults.append(_wrong(file, name, _EXPECTED_TABLES))
                continue
        for key in refused:
            faults.append(_wrong(file, f"[{name}] {key}", expected.get(key, otherwise)))
    return Rules(file, **found, screening=screening, updates=updates), faults


def _screening(table: dict[str, object]) -> tuple[ScreeningRules, tuple[str, ...]]:
    """What a table says of checklists, and the names in it that it cannot say."""
    rules, refused = ScreeningRules(), []
    for name, value in table.items():
        match name, value:
            case "reviewed", list() if all(
                isinstance(each, str) and _HASH.fullmatch(each) for each in value
            ):
                rules = replace(rules, reviewed=frozenset(each.lower() for each in value))
            case "free_text", bool():
                rules = replace(rules, free_text=value)
            case _:
                refused.append(name)
    return rules, tuple(refused)


def _updates(table: dict[str, object], folder: Path) -> tuple[UpdateRules, tuple[str, ...]]:
    """What a table says of updates, and the names in it that it cannot say."""
    rules, refused = UpdateRules(), []
    for name, value in table.items():
        match name, value:
            case "sources", _ if is_sources(value):
                rules = replace(rules, sources=tuple(each.strip() for each in value))
            case "root", str() if value.strip():
                rules = replace(rules, root=folder / value.strip())
            case "provinces", list() if all(
                isinstance(each, str) and each.lower() in SHARDS for each in value
            ):
                shards = (
                    NATIONAL_SHARD,
                    *sorted({each.lower() for each in value} - {NATIONAL_SHARD}),
                )
                rules = replace(rules, shards=shards)
            case "metered", bool():
                rules = replace(rules, metered=value)
            case _:
                refused.append(name)
    return rules, tuple(refused)


def _wrong(file: Path, key: str, expected: Text) -> Text:
    return Text(
        f"{file}: {key} has no effect. Expected: {expected.en}.",
        f"{file} : {key} est sans effet. Attendu : {expected.fr}.",
    )


def _not_toml(file: Path, line: int) -> Text:
    return Text(
        f"{file}: line {line} is not TOML, so nothing in this file has an effect.",
        f"{file} : la ligne {line} n'est pas du TOML, donc tout ce fichier est sans effet.",
    )


def _unreadable(file: Path, error: OSError) -> Text:
    reason = error.strerror or str(error)
    return Text(
        f"{file}: cannot be read ({reason}), so nothing in this file has an effect.",
        f"{file} : illisible ({reason}), donc tout ce fichier est sans effet.",
    )
