"""Everything about one service, as labelled lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from tp_directory import wording
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.closure import Closure
from tp_directory.core.hours import Availability
from tp_directory.core.languages import language_name
from tp_directory.core.query import OpenPhone
from tp_directory.core.service import Service
from tp_directory.core.taxonomy import Vocabulary

_LABELS = {
    "organization": Text("Organization", "Organisme"),
    "now": Text("Now", "Maintenant"),
    "hours": Text("Hours", "Heures"),
    "description": Text("What it does", "Ce qu'il fait"),
    "needs": Text("Needs", "Besoins"),
    "populations": Text("For", "Pour"),
    "eligibility": Text("Who may come", "Admissibilité"),
    "access": Text("How to get in", "Accès"),
    "fees": Text("Cost", "Coût"),
    "documents": Text("Documents", "Documents"),
    "languages": Text("Languages", "Langues"),
    "interpretation": Text("Interpretation", "Interprétation"),
    "serves": Text("Serves", "Territoire"),
    "where": Text("Where", "Lieu"),
    "accessibility": Text("Accessibility", "Accessibilité"),
    "email": Text("E-mail", "Courriel"),
    "url": Text("Website", "Site Web"),
    "age": Text("Facts", "Données"),
    "verification": Text("Record", "Fiche"),
    "source": Text("Page", "Page"),
    "closed": Text("Closed", "Fermé"),
    "replaced_by": Text("Replaced by", "Remplacé par"),
}
_NO_DATE = Text("date not stated", "date non précisée")
Fact = tuple[str, str]


def facts(
    service: Service,
    availability: Availability,
    phones: tuple[OpenPhone, ...],
    now: datetime,
    vocabularies: tuple[Vocabulary, Vocabulary],
    language: Language,
) -> tuple[Fact, ...]:
    """What is known, each under its label, the numbers first; what no source states is left out.

    `vocabularies` name the needs and the populations.
    """
    lines = [*_phones(phones, now, language)]
    needs, populations = vocabularies
    stated = {
        "now": wording.availability(availability, now, language),
        "hours": wording.hours(service.hours, language),
        "organization": service.organization.best(language),
        "where": _address(service, language),
        "accessibility": service.accessibility.best(language),
        "serves": wording.serves(service, language),
        "description": service.description.best(language),
        "needs": ", ".join(needs.label(code).best(language) for code in service.needs),
        "populations": ", ".join(
            populations.label(code).best(language) for code in service.populations
        ),
        "eligibility": service.eligibility.best(language),
        "access": service.access.best(language),
        "fees": service.fees.best(language),
        "documents": service.documents.best(language),
        "languages": ", ".join(language_name(each, language) for each in service.languages),
        "interpretation": service.interpretation.best(language),
        "email": service.email,
        "url": service.url,
        "age": wording.facts_age(service, now.date(), language),
        "verification": wording.verification(service, language),
    }
    lines += [(_LABELS[name].best(language), words) for name, words in stated.items() if words]
    lines += [(_LABELS["source"].best(language), source.url) for source in service.sources]
    return tuple(lines)


def closure_facts(closure: Closure, language: Language) -> tuple[Fact, ...]:
    """When a service closed, and the id of the one that replaced it where there is one."""
    stated = {
        "closed": closure.closed_on or _NO_DATE.best(language),
        "replaced_by": closure.replaced_by,
    }
    return tuple((_LABELS[name].best(language), words) for name, words in stated.items() if words)


def _phones(phones: tuple[OpenPhone, ...], now: datetime, language: Language) -> Iterator[Fact]:
    for each in phones:
        phone = each.phone
        label = phone.label.best(language) or wording.phone_kind(phone.kind, language)
        opening = wording.availability(each.availability, now, language) if phone.hours else ""
        number = wording.number(phone, language)
        yield label, f"{number} ({opening})" if opening else number


def _address(service: Service, language: Language) -> str:
    location = service.location
    where = wording.where(service, language)
    if location is None or service.address_withheld:
        return where
    return ", ".join(filter(None, (location.street, where, location.postal_code)))
