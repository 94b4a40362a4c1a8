from dataclasses import replace
from datetime import date

import pytest

from tp_directory.core.bilingual import Language, Text
from tp_directory.core.coverage import Coverage, Scope
from tp_directory.core.place import Province
from tp_directory.core.service import Location, Service, Source, Verification
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.wording.facts import Fact, FactKind, address, facts, not_stated

EN, FR = Language.EN, Language.FR

SERVICE = Service(
    id="00000000-0000-5000-8000-000000000001",
    name=Text("Example Shelter", "Refuge Exemple"),
    description=Text("Beds for the night.", "Des lits pour la nuit."),
    organization=Text("Example Society", "Société Exemple"),
    needs=("shelter_emergency",),
    coverage=Coverage(Scope.CITY, (Province.ON,), (1,)),
    serves=Text("Kenora", "Kenora"),
    sources=(Source("https://example.org", date(2026, 11, 23)),),
    verification=Verification.READ_ONCE,
    location=Location(Province.ON, "Kenora", 1, "101 Example Street", "P9N 0A1"),
    languages=("en", "fr"),
    fees=Text("Free", "Gratuit"),
)


def _plain(words: str) -> str:
    """The words with common spaces, to be read in a test."""
    return words.replace("\N{NO-BREAK SPACE}", " ")


def _words(taxonomy: Taxonomy, kind: FactKind, service: Service, language: Language) -> str:
    return next(each.words for each in facts(service, taxonomy, language) if each.kind is kind)


def test_every_fact_is_told_in_the_order_of_its_kinds(taxonomy: Taxonomy) -> None:
    assert [fact.kind for fact in facts(SERVICE, taxonomy, EN)] == list(FactKind)


@pytest.mark.parametrize(
    ("kind", "english", "french"),
    [
        (FactKind.WHAT, "Beds for the night.", "Des lits pour la nuit."),
        (FactKind.NEEDS, "Emergency shelter", "Hébergement d'urgence"),
        (FactKind.PEOPLE, "", ""),
        (FactKind.COST, "Free", "Gratuit"),
        (FactKind.LANGUAGES, "English, French", "anglais, français"),
        (FactKind.SERVES, "Kenora", "Kenora"),
        (
            FactKind.WHERE,
            "101 Example Street, Kenora, Ontario, P9N 0A1",
            "101 Example Street, Kenora, Ontario, P9N 0A1",
        ),
    ],
)
def test_a_fact_is_told_in_both_languages(
    taxonomy: Taxonomy, kind: FactKind, english: str, french: str
) -> None:
    assert _words(taxonomy, kind, SERVICE, EN) == english
    assert _words(taxonomy, kind, SERVICE, FR) == french


def test_words_that_exist_in_the_other_language_only_are_marked(taxonomy: Taxonomy) -> None:
    english_only = replace(SERVICE, eligibility=Text("Adults"))
    french_only = replace(SERVICE, eligibility=Text(fr="Adultes"))

    kind = FactKind.ELIGIBILITY
    assert _words(taxonomy, kind, english_only, EN) == "Adults"
    assert _words(taxonomy, kind, english_only, FR) == "Adults (indiqué en anglais seulement)"
    assert _words(taxonomy, kind, french_only, EN) == "Adultes (stated in French only)"


# What is not stated


def test_what_no_source_states_is_named(taxonomy: Taxonomy) -> None:
    english, french = (
        not_stated(facts(SERVICE, taxonomy, language), language) for language in (EN, FR)
    )

    assert english == (
        "Not stated: for, who may come, how to get in, documents, interpretation, accessibility."
    )
    assert _plain(french) == (
        "Non précisé : clientèle, admissibilité, accès, documents, interprétation, accessibilité."
    )


@pytest.mark.parametrize("language", [EN, FR])
def test_nothing_is_named_where_all_is_stated(language: Language) -> None:
    assert not_stated(tuple(Fact(kind, "words") for kind in FactKind), language) == ""


# Where it is


@pytest.mark.parametrize(
    ("location", "withheld", "english", "french"),
    [
        (
            Location(Province.QC, "Gatineau", 2, "101, rue Exemple", "J8X 0A1"),
            "",
            "101, rue Exemple, Gatineau, Quebec, J8X 0A1",
            "101, rue Exemple, Gatineau, Québec, J8X 0A1",
        ),
        (Location(Province.QC, "Gatineau", 2), "", "Gatineau, Quebec", "Gatineau, Québec"),
        (Location(Province.QC), "", "Quebec", "Québec"),
        (None, "", "", ""),
        (
            Location(Province.ON, "Kenora", 1),
            "safety",
            "Address withheld for safety (Kenora)",
            "Adresse non divulguée par mesure de sécurité (Kenora)",
        ),
        (
            None,
            "safety",
            "Address withheld for safety",
            "Adresse non divulguée par mesure de sécurité",
        ),
    ],
)
def test_an_address_is_as_exact_as_its_record_and_no_more(
    location: Location | None, withheld: str, english: str, french: str
) -> None:
    service = replace(SERVICE, location=location, address_withheld=withheld)

    assert address(service, EN) == english
    assert address(service, FR) == french


def test_a_street_is_never_shown_where_the_address_is_withheld() -> None:
    service = replace(SERVICE, address_withheld="safety")

    assert "101" not in address(service, EN)
    assert "P9N" not in address(service, FR)
