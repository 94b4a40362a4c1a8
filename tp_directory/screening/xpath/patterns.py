"""Regular expressions whose time is bounded, by pattern times text, whatever they are.

A protocol from outside may hold a pattern on which a backtracking engine, such as Python's `re`,
never ends. Here all ways to match are followed at once (Thompson, 1968). The language is that of
ECMAScript, which ODK's engine uses (ODK XForms, regex()), less what cannot be bounded: back
references, and looking ahead or behind. Lazy and greedy are one, since only "is there" is asked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tp_directory.core.bilingual import Text
from tp_directory.screening.xpath.values import ValueRefused

MAX_WORK = 200_000
"""States of a pattern times characters of a text: some 30 ms."""

Test = Callable[[str], bool]
"""Whether a character fits."""

WORD = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
"""What `\\w` stands for."""


class PatternRefused(ValueRefused):
    """A pattern is broken, too large, or beyond what can be bounded; `text` says which."""


@dataclass(slots=True)
class State:
    """A place in a pattern: a test that eats a character, a mark that eats none, or a fork."""

    test: Test | None = None
    mark: str = ""
    ways: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern that was read: its states, the first one, and the one that says "found"."""

    states: tuple[State, ...]
    start: int
    end: int

    def is_in(self, text: str) -> bool:
        """Whether the pattern is found anywhere in the text (ODK XForms, regex()).

        Raises:
            PatternRefused: pattern and text are too long together.
        """
        if len(self.states) * len(text) > MAX_WORK:
            raise PatternRefused(
                Text(
                    "the pattern is too large for a text of that length.",
                    "le motif est trop grand pour un texte de cette longueur.",
                )
            )
        current: set[int] = set()
        for place in range(len(text) + 1):
            current = self._reached(current | {self.start}, text, place)
            if self.end in current:
                return True
            if place < len(text):
                current = {
                    way
                    for each in current
                    if (test := self.states[each].test) is not None and test(text[place])
                    for way in self.states[each].ways
                }
        return False

    def _reached(self, begin: set[int], text: str, place: int) -> set[int]:
        found: set[int] = set()
        waiting = list(begin)
        while waiting:
            each = waiting.pop()
            if each in found:
                continue
            found.add(each)
            state = self.states[each]
            if state.test is None and (not state.mark or _holds(state.mark, text, place)):
                waiting.extend(state.ways)
        return found


def _holds(mark: str, text: str, place: int) -> bool:
    if mark == "^":
        return place == 0
    if mark == "$":
        return place == len(text)
    before = place > 0 and text[place - 1] in WORD
    after = place < len(text) and text[place] in WORD
    return (before != after) == (mark == "b")
