"""Words that exist in English and French, which the program treats as equals."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """A language of the program itself; the values are ISO 639-1 codes."""

    EN = "en"
    FR = "fr"

    @property
    def other(self) -> Language:
        """The other of the two."""
        return Language.FR if self is Language.EN else Language.EN


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in both languages; an empty string says that a language is missing."""

    en: str = ""
    fr: str = ""

    def __bool__(self) -> bool:
        return bool(self.en or self.fr)

    def stated_in(self, language: Language) -> str:
        """The words in `language`, or "" where they were never written."""
        return self.fr if language is Language.FR else self.en

    def best(self, language: Language) -> str:
        """The words in `language`, or else in the other one, so that no fact is hidden."""
        return self.stated_in(language) or self.stated_in(language.other)
