"""Which parts of a text match the words that were typed, to be marked where it is shown."""

from __future__ import annotations

from tp_directory.core.bilingual import Language
from tp_directory.core.query import Marker
from tp_directory.search.analysis import is_topic, placed_topics, stem, tokens, topics_of
from tp_directory.search.expression import AllOf, AnyOf, Expression, Phrase, Prefix, Words
from tp_directory.search.lexicon import Lexicon


def marker(expression: Expression, lexicon: Lexicon) -> Marker:
    """What finds the words of a query in a text, whole words, by the stems of the text's language.

    Neither what fields ask for, nor what the thesaurus adds, nor what NOT takes away.
    """
    wanted = _Wanted(lexicon)
    wanted.add(expression)
    starts = tuple(wanted.starts)
    words = {each: {stem(word, each) for word in wanted.words} for each in Language}
    phrases = {
        each: [[stem(word, each) for word in phrase] for phrase in wanted.phrases]
        for each in Language
    }

    def mark(text: str, language: Language) -> tuple[tuple[int, int], ...]:
        topics = placed_topics(text)
        stems = [stem(word, language) for word, _span in topics]
        marked = {
            at
            for at, (word, _span) in enumerate(topics)
            if stems[at] in words[language] or word.startswith(starts)
        }
        for phrase in phrases[language]:
            for at in range(len(stems) - len(phrase) + 1):
                if stems[at : at + len(phrase)] == phrase:
                    marked.update(range(at, at + len(phrase)))
        return tuple(topics[at][1] for at in sorted(marked))

    return mark


class _Wanted:
    """The words, beginnings of words and phrases of a query."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.words: list[str] = []
        self.starts: list[str] = []
        self.phrases: list[list[str]] = []

    def add(self, expression: Expression) -> None:
        match expression:
            case Words(words, is_open):
                required, _asking = topics_of(words, is_open=is_open)
                self._add_words(required, is_open=is_open)
            case Prefix(start):
                self._add_words(tokens(start), is_open=True)
            case Phrase(text):
                self.phrases.append([token for token in tokens(text) if is_topic(token)])
            case AllOf(parts) | AnyOf(parts):
                for part in parts:
                    self.add(part)

    def _add_words(self, words: list[str], *, is_open: bool) -> None:
        """Add words, what unknown ones were typed for, and the last one as a beginning."""
        open_word = words[-1] if is_open and words and not words[-1].isdigit() else None
        if open_word:
            self.starts.append(open_word)
        for word in words:
            self.words.append(word)
            is_begun = word is open_word and any(self._lexicon.starting(word))
            if not is_begun and not self._lexicon.knows(word):
                self.words += self._lexicon.mistyped(word)
