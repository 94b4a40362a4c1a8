"""The kinds of need and the populations that services are sorted by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from tp_directory.core.bilingual import Text


@dataclass(frozen=True, slots=True)
class Term:
    """One need or population: its code in the data and the words people use for it."""

    code: str
    group: str
    label: Text
    description: Text
    synonyms_en: tuple[str, ...] = ()
    synonyms_fr: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A heading that terms are displayed under."""

    code: str
    label: Text


@dataclass(frozen=True)
class Vocabulary:
    """The terms of one kind, in display order."""

    groups: tuple[Group, ...]
    terms: tuple[Term, ...]

    @cached_property
    def by_code(self) -> dict[str, Term]:
        """The terms by their codes."""
        return {term.code: term for term in self.terms}

    def label(self, code: str) -> Text:
        """The label of a code; an unknown code is its own label."""
        term = self.by_code.get(code)
        return term.label if term else Text(code, code)


@dataclass(frozen=True)
class ThesaurusEntry:
    """Words that mean the same to a worker, and the needs and populations they point to."""

    english: tuple[str, ...]
    french: tuple[str, ...]
    needs: tuple[str, ...] = ()
    populations: tuple[str, ...] = ()


@dataclass(frozen=True)
class Taxonomy:
    """Needs, populations and the thesaurus of what people type."""

    needs: Vocabulary
    populations: Vocabulary
    thesaurus: tuple[ThesaurusEntry, ...] = ()
