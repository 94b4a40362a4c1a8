"""What was typed for a filter, as the codes that a query takes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from tp_directory.cli.bad_use import BadUse, near, unknown
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.folding import fold
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.languages import language_code, language_codes, language_name
from tp_directory.core.place import Province
from tp_directory.core.service import Channel
from tp_directory.core.taxonomy import Term, Vocabulary

_CHANNELS = {
    Channel.PHONE: Text("phone", "téléphone"),
    Channel.TEXT: Text("text", "texto"),
    Channel.IN_PERSON: Text("in person", "en personne"),
    Channel.WEB: Text("web", "web"),
}


def codes(
    vocabulary: Vocabulary, typed: Sequence[str], option: str, language: Language
) -> tuple[str, ...]:
    """The needs or populations meant by codes, labels or synonyms in either language.

    Raises:
        BadUse: a word means none of them; the nearest are named.
    """
    return _unique(code for words in typed for code in _terms(vocabulary, words, option, language))


def provinces(
    gazetteer: Gazetteer, typed: Sequence[str], language: Language
) -> tuple[Province, ...]:
    """The provinces meant by codes or names in either language.

    Raises:
        BadUse: there is no such province; the nearest are named.
    """
    found = []
    for words in typed:
        province = gazetteer.province(words)
        if province is None:
            labels = [each.label.best(language) for each in Province]
            raise unknown("--province", words, near(words, labels) or Province)
        found.append(province)
    return tuple(dict.fromkeys(found))


def languages(typed: Sequence[str], language: Language) -> tuple[str, ...]:
    """The languages meant by ISO 639 codes or by names in either language.

    Raises:
        BadUse: there is no such language; the nearest are named.
    """
    found = []
    for words in typed:
        code = language_code(words)
        if code is None:
            names = [language_name(each, language) for each in language_codes()]
            raise unknown("--language", words, near(words, names) or ("en", "fr", "es", "…"))
        found.append(code)
    return tuple(dict.fromkeys(found))


def channels(typed: Sequence[str], language: Language) -> tuple[Channel, ...]:
    """The channels meant by codes or names in either language.

    Raises:
        BadUse: there is no such channel; all are named.
    """
    by_name = {fold(channel): channel for channel in Channel}
    for channel, label in _CHANNELS.items():
        by_name.update({fold(label.en): channel, fold(label.fr): channel})
    for words in typed:
        if fold(words) not in by_name:
            labels = (label.best(language) for label in _CHANNELS.values())
            raise unknown("--channel", words, labels)
    return tuple(dict.fromkeys(by_name[fold(words)] for words in typed))


def moment(typed: str) -> datetime | None:
    """An aware moment from ISO 8601, in the system's time zone where none is written.

    Raises:
        BadUse: it is not a date with a time.
    """
    if not typed:
        return None
    try:
        return datetime.fromisoformat(typed).astimezone()
    except (ValueError, OverflowError) as error:
        raise BadUse(
            Text(
                f"--open-at does not read “{typed}”. Write it as 2026-11-28T02:00.",
                f"--open-at ne lit pas « {typed} ». Écrivez-le ainsi : 2026-11-28T02:00.",
            )
        ) from error


def _terms(vocabulary: Vocabulary, words: str, option: str, language: Language) -> tuple[str, ...]:
    key = fold(words)
    for names in (_names, _synonyms):  # what a term is called comes before what it is like
        found = tuple(
            term.code for term in vocabulary.terms if key in {fold(name) for name in names(term)}
        )
        if found:
            return found
    labels = {
        name: term.label.best(language)
        for term in vocabulary.terms
        for name in (*_names(term), *_synonyms(term))
    }
    close = dict.fromkeys(labels[name] for name in near(words, labels))
    raise unknown(option, words, close or vocabulary.by_code)


def _names(term: Term) -> tuple[str, ...]:
    return (term.code, term.label.en, term.label.fr)


def _synonyms(term: Term) -> tuple[str, ...]:
    return (*term.synonyms_en, *term.synonyms_fr)


def _unique(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found))
