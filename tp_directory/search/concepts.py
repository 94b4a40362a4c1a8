"""What words mean: the taxonomy's and the thesaurus's terms, found in records and in queries.

A concept is one row of either. Records are marked with the concepts their text names, so that at
search time any of a concept's words finds them by one term of the index.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import msgspec

from tp_directory.core.bilingual import Language
from tp_directory.core.taxonomy import Taxonomy, Term
from tp_directory.search.analysis import is_topic, stem, stems, tokens


class Concept(msgspec.Struct, frozen=True):
    """A meaning, the needs and populations it points to, and whether it is one of them itself."""

    id: int
    needs: tuple[str, ...]
    populations: tuple[str, ...]
    is_taxonomy: bool


class ConceptsData(msgspec.Struct, frozen=True):
    """What is stored of the concepts, so that opening an edition stems no term again.

    `terms` maps each language to the concepts' ids by the stems of a term, with spaces between;
    `longest` to the number of words of the longest term that begins with a stem. `words` are all
    words of all terms.
    """

    concepts: list[Concept]
    terms: dict[Language, dict[str, list[int]]]
    longest: dict[Language, dict[str, int]]
    words: list[str]


def concepts_of(taxonomy: Taxonomy) -> ConceptsData:
    """The concepts of a taxonomy and its thesaurus; cost: a tenth of a second."""
    concepts: list[Concept] = []
    terms: dict[Language, dict[str, list[int]]] = {language: {} for language in Language}
    longest: dict[Language, dict[str, int]] = {language: {} for language in Language}
    words: set[str] = set()
    for names, needs, populations, is_taxonomy in _rows(taxonomy):
        concept = Concept(len(concepts), needs, populations, is_taxonomy)
        concepts.append(concept)
        for language, language_names in names.items():
            for name in language_names:
                topics = [word for word in tokens(name) if is_topic(word)]
                words.update(topics)
                if not topics:
                    continue
                key = [stem(word, language) for word in topics]
                ids = terms[language].setdefault(" ".join(key), [])
                if concept.id not in ids:
                    ids.append(concept.id)
                lengths = longest[language]
                lengths[key[0]] = max(lengths.get(key[0], 0), len(key))
    return ConceptsData(concepts, terms, longest, sorted(words))


_Names = dict[Language, tuple[str, ...]]


def _rows(
    taxonomy: Taxonomy,
) -> Iterator[tuple[_Names, tuple[str, ...], tuple[str, ...], bool]]:
    """The names, needs and populations of each concept, and whether it is in the taxonomy."""
    for need in taxonomy.needs.terms:
        yield _names(need), (need.code,), (), True
    for population in taxonomy.populations.terms:
        yield _names(population), (), (population.code,), True
    for entry in taxonomy.thesaurus:
        names = {Language.EN: entry.english, Language.FR: entry.french}
        yield names, entry.needs, entry.populations, False


class Concepts:
    """All concepts, looked up by their terms' stems in either language."""

    def __init__(self, data: ConceptsData) -> None:
        self._data = data

    @property
    def words(self) -> list[str]:
        """Every token of every term."""
        return self._data.words

    def named_at(
        self, text: Sequence[str], start: int, language: Language
    ) -> Iterator[tuple[int, list[int]]]:
        """The concepts whose term stands at a position, longest first: (words it takes, ids)."""
        terms, lengths = self._data.terms[language], self._data.longest[language]
        for length in range(min(lengths.get(text[start], 0), len(text) - start), 0, -1):
            if ids := terms.get(" ".join(text[start : start + length])):
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
        return best, tuple(self._data.concepts[each] for each in sorted(ids))

    @cached_property
    def _one_word_terms(self) -> list[tuple[str, int]]:
        return sorted(
            (key, concept)
            for terms in self._data.terms.values()
            for key, concepts in terms.items()
            if " " not in key
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
            found[concept] = self._data.concepts[concept]
        return tuple(found.values())


def _names(term: Term) -> _Names:
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
