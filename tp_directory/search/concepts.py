"""What words mean: the taxonomy's and the thesaurus's terms, found in records and in queries.

A concept is one row of either. Records are marked with the concepts their text names, so that at
search time any of a concept's words finds them by one term of the index.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tp_directory.core.bilingual import Language
from tp_directory.core.taxonomy import Taxonomy, Term
from tp_directory.search.analysis import is_topic, stem, stems, tokens


@dataclass(frozen=True, slots=True)
class Concept:
    """A meaning, the needs and populations it points to, and whether it is one of them itself."""

    id: int
    needs: tuple[str, ...]
    populations: tuple[str, ...]
    is_taxonomy: bool


class Concepts:
    """All concepts, looked up by their terms' stems in either language."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._concepts: list[Concept] = []
        self._by_stems: dict[Language, dict[tuple[str, ...], list[int]]] = {
            language: defaultdict(list) for language in Language
        }
        self._longest: dict[tuple[Language, str], int] = {}
        self._words: set[str] = set()
        for need in taxonomy.needs.terms:
            self._add(_names(need), needs=(need.code,), is_taxonomy=True)
        for population in taxonomy.populations.terms:
            self._add(_names(population), populations=(population.code,), is_taxonomy=True)
        for entry in taxonomy.thesaurus:
            names = {Language.EN: entry.english, Language.FR: entry.french}
            self._add(names, entry.needs, entry.populations)

    def _add(
        self,
        names: dict[Language, tuple[str, ...]],
        needs: tuple[str, ...] = (),
        populations: tuple[str, ...] = (),
        *,
        is_taxonomy: bool = False,
    ) -> None:
        concept = Concept(len(self._concepts), needs, populations, is_taxonomy)
        self._concepts.append(concept)
        for language, terms in names.items():
            for term in terms:
                words = [word for word in tokens(term) if is_topic(word)]
                self._words.update(words)
                key = tuple(stem(word, language) for word in words)
                if key and concept.id not in self._by_stems[language][key]:
                    self._by_stems[language][key].append(concept.id)
                    head = language, key[0]
                    self._longest[head] = max(self._longest.get(head, 0), len(key))

    @property
    def words(self) -> frozenset[str]:
        """Every token of every term."""
        return frozenset(self._words)

    def named_at(
        self, text: Sequence[str], start: int, language: Language
    ) -> Iterator[tuple[int, list[int]]]:
        """The concepts whose term stands at a position, longest first: (words it takes, ids)."""
        table = self._by_stems[language]
        longest = min(self._longest.get((language, text[start]), 0), len(text) - start)
        for length in range(longest, 0, -1):
            if ids := table.get(tuple(text[start : start + length])):
                yield length, ids

    def in_text(self, text: Sequence[str], language: Language) -> set[int]:
        """The ids of all concepts that a text's stems name."""
        found: set[int] = set()
        for start in range(len(text)):
            for _length, ids in self.named_at(text, start, language):
                found.update(ids)
        return found

    def starting_with(self, words: Sequence[str]) -> tuple[int, tuple[Concept, ...]]:
        """The longest term that a query's words begin with, in either language, and its concepts.

        (0, ()) where they begin with none.
        """
        best, ids = 0, set[int]()
        for language in Language:
            text = [stem(word, language) for word in words]
            for length, named in self.named_at(text, 0, language):
                if length > best:
                    best, ids = length, set(named)
                elif length == best:
                    ids.update(named)
                break
        return best, tuple(self._concepts[each] for each in sorted(ids))

    @cached_property
    def _one_word_terms(self) -> list[tuple[str, int]]:
        return sorted(
            (key[0], concept)
            for table in self._by_stems.values()
            for key, concepts in table.items()
            if len(key) == 1
            for concept in concepts
        )

    def starting_as(self, prefix: str, limit: int = 4) -> tuple[Concept, ...]:
        """Concepts of one-word terms that begin so, for a word that is still being typed."""
        terms = self._one_word_terms
        found: dict[int, Concept] = {}
        for at in range(bisect_left(terms, (prefix, 0)), len(terms)):
            word, concept = terms[at]
            if len(found) == limit or not word.startswith(prefix):
                break
            found[concept] = self._concepts[concept]
        return tuple(found.values())


def _names(term: Term) -> dict[Language, tuple[str, ...]]:
    return {
        Language.EN: (term.label.en, *term.synonyms_en),
        Language.FR: (term.label.fr, *term.synonyms_fr),
    }


def code_of(terms: Iterable[Term], typed: str) -> str | None:
    """The code that a value typed for a field means, or None.

    A code, a label or a synonym; or else some words of a label ("juridique").
    """
    choices = tuple(terms)
    for term in choices:
        if typed.lower().replace(" ", "_") == term.code:
            return term.code
    for is_whole in (True, False):
        for term in choices:
            for language, names in _names(term).items():
                wanted = stems(typed, language)
                for name in names if is_whole else names[:1]:
                    found = stems(name, language)
                    if wanted and (wanted == found if is_whole else set(wanted) <= set(found)):
                        return term.code
    return None
