"""What a record must keep to beyond the HSDS schema, one rule a function.

A rule yields each fault as a JSON path and what to do about it. It may raise FieldRefused where a
value is of another kind than it reads; `check` reports that like any other fault.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from unicodedata import category

from tp_directory.core.bilingual import Text
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.hours import is_readable
from tp_directory.core.phones import is_dialable
from tp_directory.core.stated_date import earliest_day
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.exchange.fields import (
    Part,
    french_words,
    not_known,
    one_of,
    optional,
    parts,
    string,
    strings,
    walk,
)
from tp_directory.exchange.withheld import traces


@dataclass(frozen=True, slots=True)
class Known:
    """What the names and codes of a record may refer to."""

    gazetteer: Gazetteer
    taxonomy: Taxonomy
    languages: frozenset[str]
    timezones: frozenset[str]


Fault = tuple[str, Text]
Rule = Callable[[Part, Known], Iterator[Fault]]

_TEXTS = (
    "interpretation_services",
    "application_process",
    "fees_description",
    "eligibility_description",
)
_REASON = {"reason": "safety"}
_EXTENSIONS = range(10**8)
_MOST_CHARACTERS = 2000  # ten times the longest bundled text: no word of a program runs so long
# Control and formatting characters, such as those that turn a number round; ends of lines.
_INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
_HTML = re.compile(r"</?[a-z!][^<>]*>|&(?:#\w+|[a-z]+);", re.IGNORECASE)
_WEB = re.compile(r"https?://\S+")

_BOTH = Text(
    "This text must stand in English and in French. Write the missing one (French in "
    "“translations”).",
    "Ce texte doit exister en français et en anglais. Écrivez celui qui manque (le français dans "
    "« translations »).",
)
_PLAIN = Text(
    "This text is not plain. Write it on one line, of 2,000 characters at most, without HTML, "
    "without invisible characters and without spaces around it.",
    "Ce texte n'est pas simple. Écrivez-le sur une ligne, de 2 000 caractères au plus, sans HTML, "
    "sans caractères invisibles et sans espaces autour.",
)
_DIALABLE = Text(
    "This number cannot be dialled in Canada. Copy it again from its source, as “+1-807-555-0123”, "
    "“211” or “310-1234”.",
    "Ce numéro ne peut pas être composé au Canada. Recopiez-le de sa source, sous la forme "
    "« +1-807-555-0123 », « 211 » ou « 310-1234 ».",
)
_READABLE = Text(
    "These hours cannot be read. Write them as days and times, such as “Mo-Fr 09:00-17:00; "
    "Sa 10:00-14:00; PH off”, with public holidays (PH) last, or leave them out.",
    "Ces heures sont illisibles. Écrivez-les en jours et en heures, par exemple "
    "« Mo-Fr 09:00-17:00; Sa 10:00-14:00; PH off », avec les jours fériés (PH) à la fin, ou "
    "omettez-les.",
)
_TIMEZONE = Text(
    "This is no time zone of Canada. Give an IANA name, such as “America/Winnipeg”, or leave it "
    "out.",
    "Ce n'est pas un fuseau horaire du Canada. Donnez un nom IANA, par exemple "
    "« America/Winnipeg », ou omettez-le.",
)
_WITHHELD = Text(
    "The address of this service is withheld, and this may give it away. Remove it; keep the "
    "public contact and the town.",
    "L'adresse de ce service est tenue secrète, et ceci peut la révéler. Retirez-le; gardez le "
    "contact public et la localité.",
)
_SOURCE = Text(
    "Every record needs a source: the page it was read on (url) and the date it was read "
    "(read_on, such as “2026-11-23”).",
    "Chaque fiche a besoin d'une source : la page où elle a été lue (url) et la date de lecture "
    "(read_on, par exemple « 2026-11-23 »).",
)
_WEB_PAGE = Text(
    "A source is a web page: its address begins with http:// or https://. Put a note in “note”.",
    "Une source est une page Web : son adresse commence par http:// ou https://. Mettez une note "
    "dans « note ».",
)
_DATE = Text(
    "Give the date as the page states it: a year, a month or a day (“2020”, “2020-03”, "
    "“2020-03-01”).",
    "Donnez la date comme la page l'indique : une année, un mois ou un jour (« 2020 », "
    "« 2020-03 », « 2020-03-01 »).",
)
_LATER = Text(
    "The page cannot state a date after the day it was read on: the facts would seem newer than "
    "they are. Mend stated_on or read_on.",
    "La page ne peut pas porter une date postérieure au jour de sa lecture : les données "
    "paraîtraient plus récentes qu'elles ne le sont. Corrigez stated_on ou read_on.",
)
_TWICE = Text(
    "This id stands twice in the record. Give every part an id of its own.",
    "Cet identifiant figure deux fois dans la fiche. Donnez à chaque partie son propre "
    "identifiant.",
)


def numbers_can_be_dialled(record: Part, known: Known) -> Iterator[Fault]:
    """Each phone number is one that Canada can dial or text."""
    for path, phone in parts(record, "phones", "$"):
        number = string(phone, "number", path)
        if number and not is_dialable(number):
            yield f"{path}.number", _DIALABLE
        extension = optional(phone, "extension", path, int)
        if extension is not None and extension not in _EXTENSIONS:
            yield f"{path}.extension", not_known(extension)


def hours_can_be_read(record: Part, known: Known) -> Iterator[Fault]:
    """The service's and its lines' hours are read by the program, and the time zone exists."""
    for path, part in (("$", record), *parts(record, "phones", "$")):
        hours = string(part, "opening_hours", path)
        if hours and not is_readable(hours):
            yield f"{path}.opening_hours", _READABLE
    timezone = string(record, "timezone", "$")
    if timezone and timezone not in known.timezones:
        yield "$.timezone", _TIMEZONE


def words_are_plain(record: Part, known: Known) -> Iterator[Fault]:
    """Every text is one line that looks the same wherever it is shown, printed or copied."""
    for path, _, value in walk(record, "$"):
        if isinstance(value, str) and not _is_plain(value):
            yield path, _PLAIN


def website_is_a_page(record: Part, known: Known) -> Iterator[Fault]:
    """The website can be opened by a browser, and does nothing else there."""
    url = string(record, "url", "$")
    if url and not _WEB.fullmatch(url):
        yield "$.url", _WEB_PAGE


def words_stand_in_both_languages(record: Part, known: Known) -> Iterator[Fault]:
    """Names, descriptions and labels exist in English and French; so does any other text.

    The organization is exempt: a French name is given only where an official one is known.
    """
    yield from untranslated(record, "$", always=("name", "description"), stated=_TEXTS)
    for path, phone in parts(record, "phones", "$"):
        yield from untranslated(phone, path, always=("description",))
    for path, area in parts(record, "service_areas", "$"):
        yield from untranslated(area, path, always=("name",))
    for path, document in parts(record, "required_documents", "$"):
        yield from untranslated(document, path, always=("document",))
    for path, at in parts(record, "service_at_locations", "$"):
        location = optional(at, "location", path, dict) or {}
        for inside, access in parts(location, "accessibility", f"{path}.location"):
            yield from untranslated(access, inside, always=("description",))


def withheld_address_is_absent(record: Part, known: Known) -> Iterator[Fault]:
    """Where an address is withheld, nothing in the record tells it, at any depth."""
    withheld = record.get("address_withheld")
    if withheld is None:
        return
    if withheld != _REASON:
        yield "$.address_withheld", not_known(withheld)
    for path in traces(record):
        yield path, _WITHHELD


def sources_are_named(record: Part, known: Known) -> Iterator[Fault]:
    """At least one source, each with its page and the date it was read."""
    sources = list(parts(record, "sources", "$"))
    if not sources:
        yield "$.sources", _SOURCE
    for path, source in sources:
        url = string(source, "url", path)
        if not _WEB.fullmatch(url):
            yield f"{path}.url", _WEB_PAGE if url else _SOURCE
        if source.get("read_on") is None:
            yield f"{path}.read_on", _SOURCE
            continue
        read_on = one_of(date.fromisoformat, source["read_on"], f"{path}.read_on")
        yield from misdated(source, "stated_on", path)
        stated = earliest_day(string(source, "stated_on", path))
        if stated and stated > read_on:
            yield f"{path}.stated_on", _LATER


def codes_are_known(record: Part, known: Known) -> Iterator[Fault]:
    """Needs, populations and languages are codes that the program has words for."""
    for path, attribute in parts(record, "attributes", "$"):
        need = string(attribute, "value", path)
        if attribute.get("link_type") == "need" and need not in known.taxonomy.needs.by_code:
            yield f"{path}.value", not_known(need)
    for number, population in enumerate(strings(record, "populations", "$")):
        if population not in known.taxonomy.populations.by_code:
            yield f"$.populations[{number}]", not_known(population)
    for path, language in parts(record, "languages", "$"):
        code = string(language, "code", path)
        if code not in known.languages:
            yield f"{path}.code", not_known(code)


def nested_ids_are_unique(record: Part, known: Known) -> Iterator[Fault]:
    """No two parts of a record have the same id."""
    seen: set[str] = set()
    for path, key, value in walk(record, "$"):
        if key == "id" and isinstance(value, str):
            if value in seen:
                yield path, _TWICE
            seen.add(value)


RULES: tuple[Rule, ...] = (
    numbers_can_be_dialled,
    hours_can_be_read,
    words_are_plain,
    website_is_a_page,
    words_stand_in_both_languages,
    withheld_address_is_absent,
    sources_are_named,
    codes_are_known,
    nested_ids_are_unique,
)


def misdated(part: Part, key: str, path: str) -> Iterator[Fault]:
    """A date that is no year, month or day of the calendar."""
    stated = string(part, key, path)
    if stated and not earliest_day(stated):
        yield f"{path}.{key}", _DATE


def untranslated(
    part: Part, path: str, *, always: tuple[str, ...], stated: tuple[str, ...] = ()
) -> Iterator[Fault]:
    """The texts of an object that lack a language: those it must have, and any it has."""
    french = french_words(part, path)
    for key in (*always, *stated):
        english = string(part, key, path)
        if bool(english) != bool(french.get(key)) or (key in always and not english):
            yield f"{path}.{key}", _BOTH
    for key in french.keys() - {*always, *stated}:
        yield f"{path}.translations", not_known(key)


def _is_plain(text: str) -> bool:
    return (
        len(text) <= _MOST_CHARACTERS
        and text == text.strip()
        and not _HTML.search(text)
        and _INVISIBLE.isdisjoint(map(category, text))
    )
