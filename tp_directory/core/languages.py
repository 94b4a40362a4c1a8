"""The languages that services are offered in: their codes, and what people call them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from babel import Locale

from tp_directory.core.bilingual import Language, Text
from tp_directory.core.folding import fold

# Where CLDR has no name, or one that the speakers reject ("Slave").
_NAMES = {
    "alq": Text("Algonquin", "algonquin"),
    "crx": Text("Dakelh (Carrier)", "dakelh (porteur)"),
    "cwd": Text("Woods Cree", "cri des bois"),
    "den": Text("Slavey", "esclave"),
    "fcs": Text("Quebec Sign Language (LSQ)", "langue des signes québécoise (LSQ)"),
    "nsk": Text("Naskapi", "naskapi"),
    "scs": Text("North Slavey", "esclave du Nord"),
    "shs": Text("Secwepemctsín (Shuswap)", "secwepemctsín (shuswap)"),
    "srs": Text("Tsuut'ina", "tsuut'ina"),
    "xsl": Text("South Slavey", "esclave du Sud"),
}
# What people also call them. CLDR takes Mandarin for Chinese, too.
_OTHER_NAMES = {
    "ase": ("ASL",),
    "crx": ("Dakelh", "Carrier", "porteur"),
    "fa": ("Farsi",),
    "fcs": ("LSQ", "Quebec Sign Language", "langue des signes québécoise"),
    "mic": ("Mi'kmaq", "Mikmaq"),
    "moe": ("Innu",),
    "oj": ("Ojibwe", "Ojibway"),
    "shs": ("Secwepemctsín", "Shuswap"),
    "zh": ("Mandarin",),
}


@lru_cache(maxsize=1)
def language_codes() -> tuple[str, ...]:
    """The codes of all languages that have a name, the short and common ones first."""
    known = {*_NAMES, *map(str, Locale("en").languages)}
    return tuple(sorted(known, key=lambda code: (len(code), code)))


def language_name(code: str, language: Language) -> str:
    """The name of a language by its ISO 639 code; an unknown code is its own name."""
    if code in _NAMES:
        return _NAMES[code].best(language)
    return _name_in_cldr(code, language)


def language_code(typed: str) -> str | None:
    """The code of a language by its code or a name in either language, or None."""
    return _codes_by_name().get(fold(typed))


@lru_cache(maxsize=1)
def _codes_by_name() -> dict[str, str]:
    codes = language_codes()
    found = {fold(code): code for code in codes}
    for code in codes:
        for name in _all_names(code):
            found.setdefault(fold(name), code)
    return found


def _all_names(code: str) -> Iterator[str]:
    yield from _OTHER_NAMES.get(code, ())
    for language in Language:
        yield language_name(code, language)
        yield _name_in_cldr(code, language)


def _name_in_cldr(code: str, language: Language) -> str:
    return str(Locale.parse(f"{language}_CA").languages.get(code, code))
