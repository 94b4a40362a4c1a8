"""A query's words as a query of the index: what must match, where, and what it is worth.

Weights (all are factors of BM25 or constant scores; `explain` shows them at work):
a word in a name weighs more than in a description, the worker's language more than the other,
the word itself more than what it means (thesaurus), and a corrected word less than a typed one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tantivy import Occur, Query

from tp_directory.core.bilingual import Language
from tp_directory.core.folding import fold
from tp_directory.core.phones import digits
from tp_directory.search import grammar
from tp_directory.search.analysis import is_asking, is_topic, stem, tokens
from tp_directory.search.codes import CodesOf
from tp_directory.search.concepts import Concept, Concepts
from tp_directory.search.grammar import Expression, Field
from tp_directory.search.index import Index
from tp_directory.search.lexicon import Lexicon

_NAME, _NAME_OTHER, _TEXT, _TEXT_OTHER, _PLACE = 4.0, 2.6, 1.2, 0.8, 1.6
_PREFIX_NAME, _PREFIX_TEXT = 6.0, 1.5  # constant, where a prefix stands for many words
# Times the rarity of what is meant; a need or population by its own name, or pointed to.
_CONCEPT = 0.4
_OWN_NEED, _NEED = 2.0, 0.9
_OWN_POPULATION, _POPULATION = 1.5, 0.5
_WHOLE_NAME = 12.0
_IN_ORDER = 5.0
_NUMBER = 30.0
_CORRECTED = 0.4
_MOST_SCORED_STEMS = 12
_SHORTEST_MEANT_PREFIX = 4
_SHORT_CODE = 3


class Planner:
    """Turns expressions into index queries, for one edition and one language.

    `codes_of` says which codes of a field a value typed for it means; () means that nothing is
    known by that name. What was not understood is collected in `hints`, corrections of words in
    `corrected`.
    """

    def __init__(
        self,
        index: Index,
        lexicon: Lexicon,
        concepts: Concepts,
        codes_of: CodesOf,
        language: Language,
        *,
        is_forgiving: bool = False,
        is_loose: bool = False,
    ) -> None:
        """Forgiving: every word may be mistyped, known or not. Loose: half the words suffice."""
        self._index = index
        self._lexicon = lexicon
        self._concepts = concepts
        self._codes_of = codes_of
        self._language = language
        self._is_forgiving = is_forgiving
        self._is_loose = is_loose
        self.hints: list[str] = []
        self.corrected: dict[str, str] = {}

    def query(self, expression: Expression) -> Query:
        """The index query of an expression."""
        match expression:
            case grammar.Words(words, is_open):
                return self._words(words, is_open=is_open)
            case grammar.Phrase(text):
                return self._phrase(text)
            case grammar.Prefix(start):
                return self._prefix(tokens(start), is_complete=True)
            case grammar.FieldValue(field, value):
                return self._field(field, value)
            case grammar.AllOf(parts):
                return self._all_of(parts)
            case grammar.AnyOf(parts):
                return any_of(self.query(part) for part in parts)
            case grammar.Not(part):
                return without(Query.all_query(), self._unwanted(part))

    def whole_name(self, words: Sequence[str]) -> Query | None:
        """Services whose name and organization have all the words; None for no topic word."""
        topics = [word for word in words if is_topic(word)]
        if not topics:
            return None
        by_language = [
            all_of(self._term(f"name_{each}", stem(word, each)) for word in topics)
            for each in Language
        ]
        return any_of(by_language)

    def _all_of(self, parts: tuple[Expression, ...]) -> Query:
        wanted = [self.query(part) for part in parts if not isinstance(part, grammar.Not)]
        query = all_of(wanted) if wanted else Query.all_query()
        for part in parts:
            if isinstance(part, grammar.Not):
                query = without(query, self._unwanted(part.part))
        return query

    def _unwanted(self, expression: Expression) -> Query:
        """What NOT takes away: the very words, not what they mean or might have meant."""
        if isinstance(expression, grammar.Words):
            topics = [t for word in expression.words for t in tokens(word) if is_topic(t)]
            return all_of(any_of(self._fields(token)) for token in topics)
        return self.query(expression)

    def _words(self, words: tuple[str, ...], *, is_open: bool) -> Query:
        """Every topic word, or a concept it is a part of; asking words only raise a hit."""
        typed = [token for word in words for token in tokens(word)]
        open_word = typed[-1] if is_open and typed else None
        topics = [token for token in typed if is_topic(token) or token is open_word]
        required = [token for token in topics if not is_asking(token)] or topics
        if not required:
            return Query.all_query()
        parts: list[Query] = []
        start = 0
        while start < len(required):
            is_last = start == len(required) - 1
            length, concepts = self._concepts.starting_with(required[start:])
            length = length or 1
            unit = required[start : start + length]
            ends_open = is_open and start + length == len(required)
            parts.append(self._unit(unit, concepts, is_open=ends_open or (is_open and is_last)))
            start += length
        query = self._join(parts)
        if whole := self.whole_name(required) if len(required) > 1 else None:
            query = preferring(query, Query.const_score_query(whole, _WHOLE_NAME))
        asking = [self._word(token) for token in topics if token not in required]
        return preferring(query, *asking)

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
        literal = all_of([*map(self._word, before), self._last(last, is_open=is_open)])
        if len(words) > 1:
            literal = preferring(literal, self._in_order(words))
        if is_open and len(words) == 1 and len(last) >= _SHORTEST_MEANT_PREFIX and not concepts:
            concepts = self._concepts.starting_as(last)
        meant = [query for concept in concepts for query in self._meaning(concept)]
        return any_of([literal, *meant])

    def _last(self, word: str, *, is_open: bool) -> Query:
        if not is_open:
            return self._word(word)
        longer = self._prefix([word], is_complete=False)
        if self._lexicon.knows(word) or next(self._lexicon.starting(word), None) is None:
            return any_of([self._word(word), longer])
        return longer

    def _word(self, word: str) -> Query:
        """A word in any field by its stem; a number also as a phone number."""
        if word.isdigit():
            return any_of([*self._fields(word), self._number(word)])
        queries = self._fields(word)
        if not self._lexicon.knows(word) or self._is_forgiving:
            for near in self._lexicon.mistyped(word):
                self.corrected.setdefault(word, near)
                _length, concepts = self._concepts.starting_with([near])
                meant = [query for concept in concepts for query in self._meaning(concept)]
                queries += [
                    Query.boost_query(query, _CORRECTED) for query in (*self._fields(near), *meant)
                ]
        return any_of(queries)

    def _fields(self, word: str) -> list[Query]:
        queries = [Query.boost_query(self._term("place", word), _PLACE)]
        for language in Language:
            own = language is self._language
            key = stem(word, language)
            queries += [
                Query.boost_query(
                    self._term(f"name_{language}", key), _NAME if own else _NAME_OTHER
                ),
                Query.boost_query(
                    self._term(f"text_{language}", key), _TEXT if own else _TEXT_OTHER
                ),
            ]
        return queries

    def _prefix(self, words: Sequence[str], *, is_complete: bool) -> Query:
        """Words that begin so. Few are scored one by one; many count alike, for speed."""
        if not words:
            return Query.all_query()
        *before, prefix = words
        if prefix.isdigit():
            last = any_of([*self._fields(prefix), self._number(prefix)])
            return all_of([*map(self._word, before), last])
        queries: list[Query] = []
        for language in Language:
            found = sorted(self._lexicon.stems_starting(prefix, language))
            name, text = f"name_{language}", f"text_{language}"
            if len(found) <= _MOST_SCORED_STEMS:
                for key in found:
                    queries.append(Query.boost_query(self._term(name, key), _NAME_OTHER))
                    queries.append(Query.boost_query(self._term(text, key), _TEXT_OTHER))
                continue
            for field, weight in ((name, _PREFIX_NAME), (text, _PREFIX_TEXT)):
                terms = Query.term_set_query(self._index.schema, field, found)
                queries.append(Query.const_score_query(terms, weight))
        places = [word for word, _count in self._lexicon.starting(prefix)]
        if places:
            terms = Query.term_set_query(self._index.schema, "place", places)
            queries.append(Query.const_score_query(terms, _PREFIX_TEXT))
        return all_of([*map(self._word, before), any_of(queries)])

    def _phrase(self, text: str) -> Query:
        words = [token for token in tokens(text) if is_topic(token)]
        if len(words) < 2:
            return all_of(map(self._word, words)) if words else Query.all_query()
        return self._in_order(words)

    def _in_order(self, words: Sequence[str]) -> Query:
        """Fields that have the words beside each other."""
        queries = [
            Query.phrase_query(
                self._index.schema, f"{field}_{language}", [stem(w, language) for w in words]
            )
            for language in Language
            for field in ("name", "text")
        ]
        queries.append(Query.phrase_query(self._index.schema, "place", list(words)))
        return Query.const_score_query(any_of(queries), _IN_ORDER)

    def _meaning(self, concept: Concept) -> Iterable[Query]:
        """Records that use a concept's other words, or have the needs and populations it means."""
        named = self._index.rarity("concept", concept.id)
        yield Query.const_score_query(self._term("concept", concept.id), _CONCEPT * named)
        weights = (_OWN_NEED, _OWN_POPULATION) if concept.is_taxonomy else (_NEED, _POPULATION)
        for column, codes, weight in (
            ("needs", concept.needs, weights[0]),
            ("populations", concept.populations, weights[1]),
        ):
            for code in codes:
                numbers = self._index.numbers(column, (code,))
                score = weight * self._index.rarity(column, *numbers)
                yield Query.const_score_query(self._index.numbered(column, numbers), score)

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
                words = tokens(value)
                return all_of(self._term("org", word) for word in words)
        codes = self._codes_of(field, value)
        column = {Field.NEED: "needs", Field.POPULATION: "populations"}.get(field, f"{field}s")
        if not codes:
            self.hints.append(f"{field}:{value}")
            return Query.all_query()
        numbers = self._index.numbers(column, codes)
        return Query.const_score_query(self._index.numbered(column, numbers), 1.0)

    def _term(self, field: str, value: str | int) -> Query:
        return self._index.term(field, value)


def all_of(queries: Iterable[Query]) -> Query:
    """Documents that match every query."""
    parts = list(queries)
    if len(parts) == 1:
        return parts[0]
    return Query.boolean_query([(Occur.Must, part) for part in parts])


def any_of(queries: Iterable[Query]) -> Query:
    """Documents that match one query at least; scores add up."""
    parts = list(queries)
    if len(parts) == 1:
        return parts[0]
    return Query.boolean_query([(Occur.Should, part) for part in parts])


def without(query: Query, unwanted: Query) -> Query:
    """Documents that match the one and not the other."""
    return Query.boolean_query([(Occur.Must, query), (Occur.MustNot, unwanted)])


def preferring(query: Query, *preferred: Query) -> Query:
    """The same documents, with those that match a preferred query raised."""
    if not preferred:
        return query
    return Query.boolean_query([(Occur.Must, query), *((Occur.Should, each) for each in preferred)])
