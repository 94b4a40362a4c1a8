"""What a query means, as a small tree that knows nothing of any library."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Field(StrEnum):
    """What a field of the query language asks about; the values are its English names."""

    NEED = "need"
    POPULATION = "population"
    PROVINCE = "province"
    CITY = "city"
    LANGUAGE = "language"
    ORGANIZATION = "org"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Words:
    """Words beside each other; `is_open` says that the last one is still being typed."""

    words: tuple[str, ...]
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in this order."""

    text: str


@dataclass(frozen=True, slots=True)
class Prefix:
    """Any word that begins so."""

    start: str


@dataclass(frozen=True, slots=True)
class FieldValue:
    """A value asked of a field, as typed."""

    field: Field
    value: str


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part must hold; no part at all means anything."""

    parts: tuple[Expression, ...] = ()


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One part at least must hold."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part must not hold."""

    part: Expression


Expression = Words | Phrase | Prefix | FieldValue | AllOf | AnyOf | Not
