"""The words that an edition's records use: prefixes, stems and spelling come from here."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

import msgspec

from tp_directory.core.bilingual import Language
from tp_directory.search.analysis import is_topic, stem, tokens

_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_SHORTEST_MISTYPED = 5
_EDITS_SUGGESTED = 2
_MOST_MENDED = 32  # the words of one query, which is read several times


class LexiconData(msgspec.Struct, frozen=True):
    """What is stored of each word, the words in alphabetical order.

    `counts` tell how often it stands in the records in each language, `in_lower_case` how often
    it does so in a sentence in lower case, which is told of other words, too.
    """

    words: list[str]
    counts: dict[Language, list[int]]
    in_lower_case: dict[str, int]


class LexiconWriter:
    """Counts words while records are indexed, on from what was counted before."""

    def __init__(self, before: LexiconData | None = None) -> None:
        self._counts = {language: Counter[str]() for language in Language}
        self._in_lower_case = before.in_lower_case if before else {}
        self._prose = Counter[str]()
        if before:
            for language, counter in self._counts.items():
                counter.update(dict(zip(before.words, before.counts[language], strict=True)))

    def add(self, text: str, language: Language) -> list[str]:
        """Count a text's words in a language; gives its topic words."""
        words = [word for word in tokens(text) if is_topic(word)]
        self._counts[language].update(words)
        return words

    def add_prose(self, text: str, language: Language) -> list[str]:
        """Like `add`, for sentences: words in lower case there are no names."""
        self._prose[text] += 1  # many records have the same: each is looked at once, at last
        return self.add(text, language)

    def subtract(self, other: LexiconWriter) -> None:
        """Take away what another one counted."""
        for language, counter in self._counts.items():
            counter.subtract(other._counts[language])
        self._prose.subtract(other._prose)

    def data(self) -> LexiconData:
        """What was counted, to be stored."""
        words = sorted({word for each in self._counts.values() for word, n in each.items() if n})
        in_lower_case = Counter(self._in_lower_case)
        for text, count in self._prose.items():
            # An elided article does not make a name common: « d'Ottawa ».
            for written in text.replace("\u2019", " ").replace("'", " ").split():
                if written[:1].islower():
                    for word in tokens(written):
                        in_lower_case[word] += count
        return LexiconData(
            words,
            {each: [counter[word] for word in words] for each, counter in self._counts.items()},
            {word: count for word, count in sorted(in_lower_case.items()) if count},
        )


class Lexicon:
    """The edition's words, looked up by beginning, by stem and by likeness."""

    def __init__(self, data: LexiconData, more: Iterable[str] = ()) -> None:
        """`more` are words that a worker may type though no record has them (the thesaurus)."""
        self._data = data
        self._more = frozenset(more)
        self._mistyped = lru_cache(maxsize=_MOST_MENDED)(self._near)

    def forget(self) -> None:
        """Let go of the last words that were mended."""
        self._mistyped.cache_clear()

    @cached_property
    def _place_of(self) -> dict[str, int]:
        return {word: place for place, word in enumerate(self._data.words)}

    @cached_property
    def _all_words(self) -> list[str]:
        return sorted(self._more.union(self._data.words))

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._all_words), default=0)

    def knows(self, word: str) -> bool:
        """Whether a record or the thesaurus has exactly this token."""
        return word in self._place_of or word in self._more

    def is_common(self, word: str) -> bool:
        """Whether the token is an ordinary word, not only a name."""
        is_written_so = word in self._place_of and word in self._data.in_lower_case
        return is_written_so or word in self._more

    def starting(self, prefix: str) -> Iterator[str]:
        """The records' words that begin so."""
        words = self._data.words
        for place in range(bisect_left(words, prefix), len(words)):
            if not words[place].startswith(prefix):
                return
            yield words[place]

    def stems_starting(self, prefix: str, language: Language) -> frozenset[str]:
        """The stems of the records' words in a language that begin so."""
        counts = self._data.counts[language]
        return frozenset(
            stem(word, language) for word in self.starting(prefix) if counts[self._place_of[word]]
        )

    def mistyped(self, word: str) -> tuple[str, ...]:
        """Known words at one typing error from a word of five letters or more, likeliest first.

        One letter left out, added, changed, or two swapped.
        """
        if not _SHORTEST_MISTYPED <= len(word) <= self._longest + 1 or word.isdigit():
            return ()
        return self._mistyped(word)

    def _near(self, word: str) -> tuple[str, ...]:
        found = {near for near in _one_edit(word) if self.knows(near)}
        return tuple(sorted(found, key=lambda near: (-self._count(near), near))[:4])

    def corrections(self, word: str, limit: int = 3) -> tuple[str, ...]:
        """Known words that look like one that is not known (Whoosh's corrector), nearest first.

        Cost: tens of milliseconds; for an empty list only.
        """
        near = self.mistyped(word)
        longest = self._longest + _EDITS_SUGGESTED
        if near or not _SHORTEST_MISTYPED - 1 <= len(word) <= longest:
            return near[:limit]
        from whoosh.spelling import ListCorrector  # noqa: PLC0415  # 40 ms, for an empty list only

        corrector = ListCorrector(self._all_words)
        found = corrector.suggest(word, limit=20, maxdist=_EDITS_SUGGESTED, prefix=1)
        return tuple(sorted(found, key=lambda each: -self._count(each))[:limit])

    def _count(self, word: str) -> int:
        place = self._place_of.get(word)
        return 0 if place is None else sum(each[place] for each in self._data.counts.values())


def _one_edit(word: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in _ALPHABET:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]
