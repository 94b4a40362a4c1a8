"""What the record of a closed service must keep to: by itself, and among the other records."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from tp_directory.core.bilingual import Text
from tp_directory.exchange.fields import Part, walk
from tp_directory.exchange.rules import (
    Fault,
    Known,
    Rule,
    misdated,
    nested_ids_are_unique,
    sources_are_named,
    untranslated,
    words_are_plain,
)
from tp_directory.exchange.withheld import is_revealing

_CONTACTS = frozenset({"phones", "email"})

_STILL_THERE = Text(
    "This service has closed: nobody may call it or go there any more. Remove its numbers, its "
    "e-mail and its address; name in “replaced_by” the service to call instead.",
    "Ce service est fermé : plus personne ne doit l'appeler ni s'y rendre. Retirez ses numéros, "
    "son courriel et son adresse; nommez dans « replaced_by » le service à appeler à sa place.",
)
_NO_REPLACEMENT = Text(
    "No service and no closed service of these files has this id. Check all files together, mend "
    "it, or leave it out.",
    "Aucun service, ouvert ou fermé, de ces fichiers ne porte cet identifiant. Vérifiez tous les "
    "fichiers ensemble, corrigez-le ou omettez-le.",
)
_GOES_ROUND = Text(
    "This never leads to a service that runs: the closed services name each other, or this one "
    "names itself. Name a service that runs, or leave it out.",
    "Ceci ne mène à aucun service ouvert : les services fermés se nomment entre eux, ou celui-ci "
    "se nomme lui-même. Nommez un service ouvert, ou omettez-le.",
)


def name_stands_in_both_languages(record: Part, known: Known) -> Iterator[Fault]:
    """The name, which is all that is told of it, exists in English and French."""
    yield from untranslated(record, "$", always=("name",))


def closing_date_is_as_stated(record: Part, known: Known) -> Iterator[Fault]:
    """The date it closed is a year, a month or a day."""
    yield from misdated(record, "closed_on", "$")


def nothing_leads_there(record: Part, known: Known) -> Iterator[Fault]:
    """No number, e-mail or address is left, at any depth."""
    for path, key, value in walk(record, "$"):
        if is_revealing(key, value) or (key in _CONTACTS and value not in (None, "", [])):
            yield path, _STILL_THERE


CLOSURE_RULES: tuple[Rule, ...] = (
    name_stands_in_both_languages,
    words_are_plain,
    closing_date_is_as_stated,
    nothing_leads_there,
    sources_are_named,
    nested_ids_are_unique,
)


def misleading(closed: Mapping[str, str], ids: Collection[str]) -> Iterator[tuple[str, Text]]:
    """The closed services whose replacement is none: the id of each, and what to do about it.

    `closed` maps the id of each closed service to its replacement's ("" for none); `ids` are
    those of all services, open or closed.
    """
    for service_id, replacement in closed.items():
        if replacement and replacement not in ids:
            yield service_id, _NO_REPLACEMENT
        elif _goes_round(service_id, closed):
            yield service_id, _GOES_ROUND


def _goes_round(service_id: str, closed: Mapping[str, str]) -> bool:
    """Whether replacements follow each other without end."""
    passed = set()
    while service_id and service_id not in passed:
        passed.add(service_id)
        service_id = closed.get(service_id, "")
    return bool(service_id)
