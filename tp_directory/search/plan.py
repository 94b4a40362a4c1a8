"""A query's words as a query of the index: what must match, where, and what it is worth.

Weights are factors of BM25 or constant scores; `explain` shows them at work. A word in a name
weighs more than in a description, the worker's language more than the other, the word itself more
than what it means (thesaurus), and a corrected word less than a typed one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tantivy import Occur, Query

from tp_directory.core.bilingual import Language
from tp_directory.core.folding import fold
from tp_directory.core.phones import digits
from tp_directory.search import expression as tree
from tp_directory.search.analysis import is_topic, stem, tokens, topics_of
from tp_directory.search.codes import CodesOf
from tp_directory.search.concepts import Concept, Concepts
from tp_directory.search.expression import Expression, Field
from tp_directory.search.index import STARTS, Index
from tp_directory.search.joining import all_of, any_of, preferring, without
from tp_directory.search.lexicon import Lexicon
from tp_directory.search.saying import says_nothing

_NAME, _NAME_OTHER, _TEXT, _TEXT_OTHER, _PLACE = 4.0, 2.6, 1.2, 0.8, 1.6
_PREFIX_NAME, _PREFIX_TEXT = 6.0, 1.5  # constant, where a prefix stands for many words
# Times the rarity of what is meant; a need or population by its own name, or pointed to.
_CONCEPT = 0.4
_OWN_NEED, _NEED = 2.6, 1.2
_OWN_POPULATION, _POPULATION = 1.5, 0.5
_WHOLE_NAME = 12.0
_IN_ORDER = 5.0
_NUMBER = 30.0
_CORRECTED = 0.4
_LONGER = 0.4  # a longer word, where what is typed is a word already
_MOST_SCORED_STEMS = 12
_SHORTEST_MEANT_PREFIX = 4
_SHORT_CODE = 3
_COLUMNS = {
    Field.NEED: "needs",
    Field.POPULATION: "populations",
    Field.PROVINCE: "provinces",
    Field.LANGUAGE: "languages",
}


class Planner:
    """Turns expressions into index queries, for one edition and one language.

    Knows the edition's words and what they mean. What was not understood is collected in
    `hints`, corrections of words in `corrected`.
    """

    def __init__(
        self,
        index: Index,
        lexicon: Lexicon,
        concepts: Concepts,
        codes_of: CodesOf,
        language: Language,
        *,
        is_counting: bool = False,
        is_forgiving: bool = False,
        is_loose: bool = False,
    ) -> None:
        """Choose how strict, and what for.

        Counting: the queries match the same services and are cheaper, but their scores tell
        nothing. Forgiving: every word may be mistyped, known or not. Loose: half the words
        suffice.
        """
        self._index = index
        self._lexicon = lexicon
        self._concepts = concepts
        self._codes_of = codes_of
        self._language = language
        self._is_counting = is_counting
        self._is_forgiving = is_forgiving
        self._is_loose = is_loose
        self.hints: list[str] = []
        self.corrected: dict[str, str] = {}

    def query(self, expression: Expression) -> Query:
        """The index query of an expression."""
        match expression:
            case tree.Words(words, is_open):
                return self._words(words, is_open=is_open)
            case tree.Phrase(text):
                return self._phrase(text)
            case tree.Prefix(start):
                return self._prefix(tokens(start))
            case tree.FieldValue(field, value):
                return self._field(field, value)
            case tree.AllOf(parts):
                return self._all_of(parts)
            case tree.AnyOf(parts):
                return any_of(self.query(part) for part in parts)
            case tree.Not(part):
                return without(Query.all_query(), self._unwanted(part))

    def whole_name(self, words: Sequence[str]) -> Query | None:
        """Services whose name and organization have all the words; None for no topic word."""
        topics = [token for word in words for token in tokens(word) if is_topic(token)]
        if not topics:
            return None
        return any_of(
            all_of(self._term(f"name_{each}", stem(word, each)) for word in topics)
            for each in Language
        )

    def _all_of(self, parts: tuple[Expression, ...]) -> Query:
        wanted = [self.query(part) for part in parts if not isinstance(part, tree.Not)]
        query = all_of(wanted)
        for part in parts:
            if isinstance(part, tree.Not):
                query = without(query, self._unwanted(part.part))
        return query

    def _unwanted(self, expression: Expression) -> Query:
        """What NOT takes away: the very words, not what they mean or might have meant."""
        if says_nothing(expression, self._codes_of):
            self.query(expression)  # which notes what is not understood
            return Query.empty_query()
        if isinstance(expression, tree.Words):
            topics = [t for word in expression.words for t in tokens(word) if is_topic(t)]
            return all_of(any_of(self._fields(token)) for token in topics)
        return self.query(expression)

    def _words(self, words: tuple[str, ...], *, is_open: bool) -> Query:
        """Every topic word, or a concept it is a part of; asking words only raise a hit."""
        required, asking = topics_of(words, is_open=is_open)
        parts: list[Query] = []
        start = 0
        while start < len(required):
            length, concepts = self._concepts.starting_with(required[start:])
            unit = required[start : start + max(length, 1)]
            start += len(unit)
            parts.append(self._unit(unit, concepts, is_open=is_open and start == len(required)))
        query = self._join(parts)
        if self._is_counting:
            return query
        raising = [any_of(self._word(token)) for token in asking]
        if len(required) > 1 and (whole := self.whole_name(required)):
            raising.append(Query.const_score_query(whole, _WHOLE_NAME))
        return preferring(query, *raising)

    def _join(self, parts: list[Query]) -> Query:
        if not self._is_loose or len(parts) < 2:
            return all_of(parts)
        half = (len(parts) + 1) // 2
        return Query.boolean_query(
            [(Occur.Should, part) for part in parts], minimum_number_should_match=half
        )

    def _unit(self, words: Sequence[str], concepts: tuple[Concept, ...], *, is_open: bool) -> Query:
        """One word, or the words of one term: themselves, or what they mean."""
        *before, last = words
        if not before:
            if is_open and len(last) >= _SHORTEST_MEANT_PREFIX and not concepts:
                concepts = self._concepts.starting_as(last)
            # One flat union: half the time of a union within a union.
            return any_of([*self._last(last, is_open=is_open), *self._meaning(concepts)])
        literal = [any_of(self._word(word)) for word in before]
        literal.append(any_of(self._last(last, is_open=is_open)))
        query = all_of(literal)
        if not self._is_counting:
            query = preferring(query, self._in_order(words))
        return any_of([query, *self._meaning(concepts)])

    def _last(self, word: str, *, is_open: bool) -> list[Query]:
        """The last word: itself, and while it is being typed any word that begins so."""
        if not is_open or word.isdigit():
            return self._word(word)
        if len(word) in STARTS:
            starts = ("start",) if self._is_counting else ("start", "start_of_name")
            return [*self._fields(word), *(self._term(field, word) for field in starts)]
        is_word = self._lexicon.knows(word)
        longer = self._beginning(word, without=word if is_word else "")
        if not longer:
            return self._word(word)
        if not is_word:
            return longer
        return [*self._word(word), *(Query.boost_query(each, _LONGER) for each in longer)]

    def _word(self, word: str) -> list[Query]:
        """A word in any field by its stem; a number also as a phone number."""
        queries = self._fields(word)
        if word.isdigit():
            return [*queries, self._number(word)]
        is_known = self._lexicon.knows(word)
        if is_known and not self._is_forgiving:
            return queries
        for near in self._lexicon.mistyped(word):
            if not is_known:
                self.corrected.setdefault(word, near)
            _length, concepts = self._concepts.starting_with([near])
            mended = any_of([*self._fields(near), *self._meaning(concepts)])
            queries.append(Query.boost_query(mended, _CORRECTED))
        return queries

    def _fields(self, word: str) -> list[Query]:
        return self._scored({language: [stem(word, language)] for language in Language}, [word])

    def _beginning(self, prefix: str, *, without: str = "") -> list[Query]:
        """Words of the records that begin so. Few are scored one by one; many count alike."""
        stems = {
            each: sorted(self._lexicon.stems_starting(prefix, each) - {stem(without, each)})
            for each in Language
        }
        found = [word for word in self._lexicon.starting(prefix) if word != without]
        places = [] if self._is_counting else found
        if max(map(len, stems.values())) <= _MOST_SCORED_STEMS:
            return self._scored(stems, places)
        weights = {"text": _PREFIX_TEXT} | ({} if self._is_counting else {"name": _PREFIX_NAME})
        return [
            Query.const_score_query(
                Query.term_set_query(self._index.schema, f"{field}_{language}", stems[language]),
                weight,
            )
            for language in Language
            for field, weight in weights.items()
        ]

    def _scored(self, stems: dict[Language, list[str]], places: list[str]) -> list[Query]:
        """Services that have one of some stems; names and places, part of the text, add to it."""
        if self._is_counting:
            return [self._term(f"text_{each}", key) for each in Language for key in stems[each]]
        queries = [Query.boost_query(self._term("place", word), _PLACE) for word in places]
        for language, keys in stems.items():
            is_own = language is self._language
            name, text = (_NAME, _TEXT) if is_own else (_NAME_OTHER, _TEXT_OTHER)
            for key in keys:
                queries.append(Query.boost_query(self._term(f"name_{language}", key), name))
                queries.append(Query.boost_query(self._term(f"text_{language}", key), text))
        return queries

    def _prefix(self, words: Sequence[str]) -> Query:
        if not words:
            return Query.all_query()
        *before, prefix = words
        last = self._word(prefix) if prefix.isdigit() else self._beginning(prefix)
        return all_of([*(any_of(self._word(word)) for word in before), any_of(last)])

    def _phrase(self, text: str) -> Query:
        words = [token for token in tokens(text) if is_topic(token)]
        if len(words) > 1:
            return self._in_order(words)
        return any_of(self._word(words[0])) if words else Query.all_query()

    def _in_order(self, words: Sequence[str]) -> Query:
        """Texts that have the words beside each other; an indexed text begins with the name."""
        queries = [
            Query.phrase_query(
                self._index.schema, f"text_{language}", [stem(word, language) for word in words]
            )
            for language in Language
        ]
        return Query.const_score_query(any_of(queries), _IN_ORDER)

    def _meaning(self, concepts: Iterable[Concept]) -> Iterable[Query]:
        """Records that use the concepts' other words, or have the needs and populations meant."""
        weights: dict[tuple[str, str | int], float] = {}
        for concept in concepts:
            need, population = (
                (_OWN_NEED, _OWN_POPULATION) if concept.is_taxonomy else (_NEED, _POPULATION)
            )
            weights["concept", concept.id] = _CONCEPT
            for field, codes, weight in (
                ("need", concept.needs, need),
                ("population", concept.populations, population),
            ):
                for code in codes:
                    weights[field, code] = max(weight, weights.get((field, code), 0.0))
        for (field, value), weight in weights.items():
            term = self._term(field, value)
            if self._is_counting:
                yield term
            else:
                yield Query.const_score_query(term, weight * self._index.rarity(field, value))

    def _number(self, number: str) -> Query:
        """A phone number: a short code as it is, longer ones as the beginning of a number."""
        if len(number) <= _SHORT_CODE:
            found = self._term("phone", number)
        else:
            found = Query.regex_query(self._index.schema, "phone", f"{number}.*")
        return Query.const_score_query(found, _NUMBER)

    def _field(self, field: Field, value: str) -> Query:
        match field:
            case Field.PHONE:
                number = digits(value)
                return self._number(number) if number else Query.empty_query()
            case Field.CITY:
                return Query.const_score_query(self._term("city", fold(value)), 1.0)
            case Field.ORGANIZATION:
                return all_of(self._term("org", word) for word in tokens(value))
        codes = self._codes_of(field, value)
        if not codes:
            self.hints.append(f"{field}:{value}")
            return Query.all_query()
        return Query.const_score_query(self._index.having(_COLUMNS[field], codes), 1.0)

    def _term(self, field: str, value: str | int) -> Query:
        return self._index.term(field, value)
