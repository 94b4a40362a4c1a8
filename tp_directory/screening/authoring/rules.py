"""The rules and words that new protocols start from: those of data/protocols/common.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tp_directory.core.bilingual import Text
from tp_directory.screening.yaml_file import Part, read_yaml

Line = tuple[tuple[tuple[str, ...], int], ...]
"""Strengths, and how many answers of them together are needed; all pairs of a line must be met."""


@dataclass(frozen=True, slots=True)
class BandWords:
    """The words of a band, by its code."""

    name: str
    title: Text
    text: Text


@dataclass(frozen=True, slots=True)
class Rules:
    """How what was noted is counted.

    A dimension is present when any line of `present` is met. Where less than `answered_share` of
    what was shown was answered with yes or no (a decimal number, as text), too little is known.
    """

    strengths: tuple[str, ...]
    dimensions: tuple[str, ...]
    present: tuple[Line, ...]
    answered_share: str
    bands: tuple[BandWords, ...]


def read_rules(file: Path) -> Rules:
    """Read a file of the shape of common.yaml.

    Raises:
        CannotRead: it is missing or may not be read.
        YamlRefused: it lacks a rule, or the words of a band.
    """
    fields = read_yaml(file).known_fields(
        {"strengths", "dimensions", "dimension_rule", "completeness", "bands"},
        {"schema", "languages", "status", "kinds", "disclaimer", "data_rule", "sources"},
    )
    completeness = fields["completeness"].known_fields({"min_answered_share"})
    return Rules(
        strengths=fields["strengths"].texts(),
        dimensions=tuple(fields["dimensions"].fields()),
        present=tuple(tuple(_line(part)) for part in fields["dimension_rule"].parts()),
        answered_share=completeness["min_answered_share"].text(),
        bands=tuple(_band(name, part) for name, part in fields["bands"].fields().items()),
    )


def _line(part: Part) -> Iterator[tuple[tuple[str, ...], int]]:
    for strengths, count in part.fields().items():
        written = count.text()
        if not written.isdecimal():
            raise count.refused(
                Text("This must be a whole number.", "Ce doit être un nombre entier.")
            )
        yield tuple(strengths.split("_or_")), int(written)


def _band(name: str, part: Part) -> BandWords:
    fields = part.known_fields({"rank", "en", "fr"})
    english, french = (fields[each].known_fields({"title", "text"}) for each in ("en", "fr"))
    title, text = (Text(english[each].text(), french[each].text()) for each in ("title", "text"))
    return BandWords(name, title, text)
