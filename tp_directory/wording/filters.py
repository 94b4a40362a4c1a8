"""What the filters are called, in both languages."""

from __future__ import annotations

from datetime import datetime

from tp_directory.core.bilingual import Language, Text
from tp_directory.core.choices import Choice, Facet
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.languages import language_name
from tp_directory.core.place import Province
from tp_directory.core.query import Unstated
from tp_directory.core.service import Channel
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.wording import kilometres
from tp_directory.wording.dates import moment_words

CHANNELS = {
    Channel.PHONE: Text("By phone", "Par téléphone"),
    Channel.TEXT: Text("By text message", "Par texto"),
    Channel.IN_PERSON: Text("In person", "En personne"),
    Channel.WEB: Text("On the web", "Sur le web"),
}
_FLAGS = {
    Facet.OPEN_NOW: Text("Open now", "Ouvert maintenant"),
    Facet.ALWAYS_OPEN: Text("Open day and night", "Ouvert jour et nuit"),
    Facet.FOR_TRAFFICKING: Text("Made for trafficked people", "Conçu pour les victimes de traite"),
}
_UNSTATED = {
    Unstated.LANGUAGES: Text("Language not stated", "Langue non précisée"),
    Unstated.POPULATIONS: Text("For whom is not stated", "Clientèle non précisée"),
    Unstated.OPEN: Text("Hours unknown", "Heures inconnues"),
    Unstated.ALWAYS_OPEN: Text("Not all hours stated", "Heures en partie inconnues"),
}


def choice_label(
    choice: Choice, taxonomy: Taxonomy, gazetteer: Gazetteer, language: Language
) -> str:
    """What a filter keeps, in a few words."""
    code = choice.code
    match choice.facet:
        case Facet.NEED:
            text = taxonomy.needs.label(code)
        case Facet.POPULATION:
            text = taxonomy.populations.label(code)
        case Facet.PROVINCE:
            name = Province(code).label
            text = Text(f"Serves {name.en}", f"Territoire : {name.fr}")
        case Facet.CHANNEL:
            text = CHANNELS[Channel(code)]
        case Facet.LANGUAGE:
            return _capital(language_name(code, language))
        case Facet.TOWN:
            place = gazetteer.place(int(code))
            title = place.title if place else code
            text = Text(f"Located in {title}", f"Situé à {title}")
        case Facet.OPEN_AT:
            text = open_at_words(datetime.fromisoformat(code))
        case Facet.WITHIN:
            km = kilometres(float(code), language)
            text = Text(
                f"Within {km}, or by phone or web", f"À {km} au plus, ou par téléphone ou web"
            )
        case Facet.UNSTATED:
            text = _UNSTATED[Unstated(code)]
        case flag:
            text = _FLAGS[flag]
    return text.best(language)


def towns_label(count: int, language: Language) -> str:
    """What many towns together keep, in a few words."""
    return Text(f"Located in {count} towns", f"Situé dans {count} villes").best(language)


def open_at_words(moment: datetime) -> Text:
    """That a service answers at a moment."""
    when = moment_words(moment)
    return Text(f"Open {when.en}", f"Ouvert {when.fr}")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
