from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tp_directory.core.bilingual import Language
from tp_directory.core.choices import Choice, Facet
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.place import Province
from tp_directory.core.service import Channel
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.directory import Directory
from tp_directory.wording.filters import choice_label, open_at_words

EN, FR = Language.EN, Language.FR
TORONTO = ZoneInfo("America/Toronto")


def _plain(words: str) -> str:
    """The words with common spaces, to be read in a test."""
    return words.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("choice", "english", "french"),
    [
        (Choice(Facet.NEED, "legal"), "Legal help", "Aide juridique"),
        (Choice(Facet.POPULATION, "indigenous"), "Indigenous people", "Autochtones"),
        (Choice(Facet.PROVINCE, Province.QC), "Serves Quebec", "Territoire : Québec"),
        (Choice(Facet.CHANNEL, Channel.PHONE), "By phone", "Par téléphone"),
        (Choice(Facet.CHANNEL, Channel.TEXT), "By text message", "Par texto"),
        (Choice(Facet.CHANNEL, Channel.IN_PERSON), "In person", "En personne"),
        (Choice(Facet.CHANNEL, Channel.WEB), "On the web", "Sur le web"),
        (Choice(Facet.LANGUAGE, "fr"), "French", "Français"),
        (Choice(Facet.OPEN_NOW), "Open now", "Ouvert maintenant"),
        (Choice(Facet.ALWAYS_OPEN), "Open day and night", "Ouvert jour et nuit"),
        (
            Choice(Facet.FOR_TRAFFICKING),
            "Made for trafficked people",
            "Conçu pour les victimes de traite",
        ),
        (
            Choice(Facet.WITHIN, "50"),
            "Within 50\u00a0km, or by phone or web",
            "À 50 km au plus, ou par téléphone ou web",
        ),
        (
            Choice(Facet.WITHIN, "2.5"),
            "Within 2.5\u00a0km, or by phone or web",
            "À 2,5 km au plus, ou par téléphone ou web",
        ),
        (Choice(Facet.UNSTATED, "languages"), "Language not stated", "Langue non précisée"),
        (Choice(Facet.UNSTATED, "populations"), "For whom is not stated", "Clientèle non précisée"),
        (Choice(Facet.UNSTATED, "open"), "Hours unknown", "Heures inconnues"),
        (
            Choice(Facet.UNSTATED, "always_open"),
            "Not all hours stated",
            "Heures en partie inconnues",
        ),
        (
            Choice(Facet.OPEN_AT, "2026-11-27T08:30:00-05:00"),
            "Open Fri 27 Nov 08:30",
            "Ouvert le ven. 27 nov. à 8 h 30",
        ),
    ],
    ids=lambda each: each.facet if isinstance(each, Choice) else None,
)
def test_a_filter_says_what_it_keeps(
    taxonomy: Taxonomy, gazetteer: Gazetteer, choice: Choice, english: str, french: str
) -> None:
    assert choice_label(choice, taxonomy, gazetteer, EN) == english
    assert _plain(choice_label(choice, taxonomy, gazetteer, FR)) == french


def test_a_town_is_named_with_its_province(taxonomy: Taxonomy, gazetteer: Gazetteer) -> None:
    kenora = Choice(Facet.TOWN, str(gazetteer.named("Kenora")[0].id))

    assert choice_label(kenora, taxonomy, gazetteer, EN) == "Located in Kenora, ON"
    assert choice_label(kenora, taxonomy, gazetteer, FR) == "Situé à Kenora, ON"


@pytest.mark.parametrize("language", [EN, FR])
def test_every_language_of_the_edition_has_a_name_that_begins_with_a_capital(
    directory: Directory, language: Language
) -> None:
    labels = [
        choice_label(
            Choice(Facet.LANGUAGE, code), directory.taxonomy, directory.gazetteer, language
        )
        for code in directory.edition.languages
    ]

    assert labels
    assert [label for label in labels if not label[:1].isupper()] == []


def test_a_moment_is_said_on_the_clock_that_it_was_chosen_on() -> None:
    first_of_december = datetime(2026, 12, 1, 20, 0, tzinfo=TORONTO)

    assert open_at_words(first_of_december).en == "Open Tue 1 Dec 20:00"
    assert _plain(open_at_words(first_of_december).fr) == "Ouvert le mar. 1er déc. à 20 h"
