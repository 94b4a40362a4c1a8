"""The facts of one service under their headings, as the window shows and compares them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from tp_directory import wording
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.languages import language_name
from tp_directory.core.service import Service
from tp_directory.core.taxonomy import Taxonomy

_FOREIGN = {
    Language.EN: "(stated in French only)",
    Language.FR: "(indiqué en anglais seulement)",
}


class FactKind(StrEnum):
    """What a fact is about, in the order in which facts are read."""

    WHAT = "what"
    NEEDS = "needs"
    PEOPLE = "people"
    ELIGIBILITY = "eligibility"
    ACCESS = "access"
    COST = "cost"
    DOCUMENTS = "documents"
    LANGUAGES = "languages"
    INTERPRETATION = "interpretation"
    ACCESSIBILITY = "accessibility"
    SERVES = "serves"
    WHERE = "where"

    @property
    def heading(self) -> Text:
        """What the fact is called."""
        return _HEADINGS[self]


_HEADINGS = {
    FactKind.WHAT: Text("What it does", "Description"),
    FactKind.NEEDS: Text("Needs", "Besoins"),
    FactKind.PEOPLE: Text("For", "Clientèle"),
    FactKind.ELIGIBILITY: Text("Who may come", "Admissibilité"),
    FactKind.ACCESS: Text("How to get in", "Accès"),
    FactKind.COST: Text("Cost", "Coût"),
    FactKind.DOCUMENTS: Text("Documents", "Documents"),
    FactKind.LANGUAGES: Text("Languages", "Langues"),
    FactKind.INTERPRETATION: Text("Interpretation", "Interprétation"),
    FactKind.ACCESSIBILITY: Text("Accessibility", "Accessibilité"),
    FactKind.SERVES: Text("Serves", "Territoire desservi"),
    FactKind.WHERE: Text("Where", "Lieu"),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact in words; "" where no source states it."""

    kind: FactKind
    words: str


def facts(service: Service, taxonomy: Taxonomy, language: Language) -> tuple[Fact, ...]:
    """Every fact of a service in a language, in the order of FactKind, unstated ones too."""
    people = [taxonomy.populations.label(code).best(language) for code in service.populations]
    words = {
        FactKind.WHAT: _words(service.description, language),
        FactKind.NEEDS: ", ".join(
            taxonomy.needs.label(code).best(language) for code in service.needs
        ),
        FactKind.PEOPLE: ", ".join(people),
        FactKind.ELIGIBILITY: _words(service.eligibility, language),
        FactKind.ACCESS: _words(service.access, language),
        FactKind.COST: _words(service.fees, language),
        FactKind.DOCUMENTS: _words(service.documents, language),
        FactKind.LANGUAGES: ", ".join(language_name(code, language) for code in service.languages),
        FactKind.INTERPRETATION: _words(service.interpretation, language),
        FactKind.ACCESSIBILITY: _words(service.accessibility, language),
        FactKind.SERVES: wording.serves(service, language),
        FactKind.WHERE: address(service, language),
    }
    return tuple(Fact(kind, words[kind]) for kind in FactKind)


def not_stated(shown: tuple[Fact, ...], language: Language) -> str:
    """A sentence that names the facts no source states, "" where there is none."""
    return unstated(
        [each.kind.heading.best(language) for each in shown if not each.words], language
    )


def unstated(headings: Iterable[str], language: Language) -> str:
    """A sentence that names facts no source states by their headings, "" where there is none."""
    names = ", ".join(heading.lower() for heading in headings)
    return Text(f"Not stated: {names}.", f"Non précisé : {names}.").best(language) if names else ""


def address(service: Service, language: Language) -> str:
    """Where it is, as exactly as the record says; or that its address is withheld."""
    location, town = service.location, wording.where(service, language)
    if location is None or service.address_withheld:
        return town[:1].upper() + town[1:]
    return ", ".join(filter(None, (location.street, town, location.postal_code)))


def _words(text: Text, language: Language) -> str:
    """The words in a language, or the other's with a mark that they are."""
    if text.stated_in(language) or not text:
        return text.stated_in(language)
    return f"{text.best(language)} {_FOREIGN[language]}"
