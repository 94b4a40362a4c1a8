"""How the pages of a checklist are shown: what all of them are built with."""

from __future__ import annotations

from dataclasses import dataclass

from tp_directory.core.bilingual import Language
from tp_directory.screening.vocabulary import Vocabulary
from tp_directory.ui.icons import Icons
from tp_directory.ui.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Showing:
    """The language of the questions, the colours, and the words and drawings that all share.

    `is_both`: each question is in the other language, too.
    """

    vocabulary: Vocabulary
    language: Language
    tokens: Tokens
    icons: Icons
    is_both: bool = False
