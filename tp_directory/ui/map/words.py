"""What the map shows, in words: for its caption, and for whoever does not see it."""

from __future__ import annotations

from tp_directory.core.bilingual import Language, Text
from tp_directory.core.place import Province, Spot
from tp_directory.core.service import Location
from tp_directory.ui.map.marks import Badge, Cluster, Mark, Shade, TownMark, off_the_map

NOT_SHOWN = Text(
    "Address withheld for safety: only the area it serves is shown.",
    "Adresse non divulguée par mesure de sécurité : seule la zone desservie est montrée.",
)


def mark_words(mark: Mark, language: Language, *, can_split: bool) -> str:
    """What a mark stands for, and what Enter does there."""
    if isinstance(mark, Badge):
        return _badge_words(mark).best(language)
    return _cluster_words(mark, can_split=can_split).best(language)


def summary(towns: tuple[TownMark, ...], language: Language, *, elsewhere: int = 0) -> str:
    """How many services are shown where, how many by province only, and what the map lacks.

    `elsewhere` are found, too, but are in no town.
    """
    seen = [town for town in towns if town.visible and town.place.point]
    count, withheld = sum(town.visible for town in seen), sum(town.withheld for town in towns)
    lost = off_the_map(towns)
    sentences = []
    if seen:
        services, places = _services(count), _towns(len(seen))
        sentences.append(Text(f"{services.en} in {places.en}.", f"{services.fr} dans {places.fr}."))
    if withheld:
        services = _services(withheld)
        sentences.append(
            Text(
                f"Address withheld, shown by province only: {services.en}.",
                f"Adresse non divulguée, province seulement : {services.fr}.",
            )
        )
    if lost:
        services = _services(sum(town.visible for town in lost))
        titles = ", ".join(town.place.title for town in lost)
        sentences.append(
            Text(
                f"In places that the map does not have: {services.en} ({titles}).",
                f"Dans des lieux absents de la carte : {services.fr} ({titles}).",
            )
        )
    if elsewhere:
        services = _services(elsewhere)
        sentences.append(
            Text(
                f"In no town, on the list only: {services.en}.",
                f"Dans aucune localité, en liste seulement : {services.fr}.",
            )
        )
    if not sentences:
        sentences.append(
            Text("No service was found in a town.", "Aucun service trouvé dans une localité.")
        )
    return " ".join(sentence.best(language) for sentence in sentences)


def spot_words(spot: Spot, language: Language) -> str:
    """Where the search is from."""
    if spot.point is None:
        text = Text(
            f"Searched from {spot.title}, which the map does not have.",
            f"Recherche à partir de {spot.title}, lieu absent de la carte.",
        )
    else:
        text = Text(f"Searched from {spot.title}.", f"Recherche à partir de {spot.title}.")
    return text.best(language)


def service_words(location: Location | None, language: Language, *, withheld: bool) -> str:
    """Whether the chosen service is marked, and where; "" where there is nothing to be said."""
    if withheld:
        return NOT_SHOWN.best(language)
    if location is None or location.point is None:
        return ""
    where = ", ".join(filter(None, (location.city, location.province)))
    return Text(f"The chosen service: {where}.", f"Le service choisi : {where}.").best(language)


def shade_words(shade: Shade, language: Language) -> str:
    """Whom the chosen service serves, as roughly as it is shaded."""
    names = ", ".join(province.label.best(language) for province in shade.provinces)
    if len(shade.provinces) == len(Province):
        text = Text("Area served: all of Canada.", "Zone desservie : tout le Canada.")
    elif shade.is_whole:
        text = Text(f"Area served: {names}.", f"Zone desservie : {names}.")
    else:
        text = Text(f"Area served: a part of {names}.", f"Zone desservie : en partie, {names}.")
    return text.best(language)


def _badge_words(badge: Badge) -> Text:
    name, services = badge.province.label, _services(badge.count)
    return Text(
        f"{name.en}: {services.en}, address withheld, shown by province only. "
        "Enter or a click lists all that serve the province.",
        f"{name.fr} : {services.fr}, adresse non divulguée, province seulement. "
        "Entrée ou un clic donne la liste de tout ce qui dessert la province.",
    )


def _cluster_words(cluster: Cluster, *, can_split: bool) -> Text:
    title, others = cluster.towns[0].place.title, len(cluster.towns) - 1
    services = _services(cluster.count)
    place = Text(title, title)
    if others:
        more = _other_towns(others)
        place = Text(f"{title} and {more.en}", f"{title} et {more.fr}")
    does = Text("Enter or a click zooms in.", "Entrée ou un clic rapproche la carte.")
    if not can_split:
        does = _enter_shows(cluster.count)
    return Text(f"{place.en}: {services.en}. {does.en}", f"{place.fr} : {services.fr}. {does.fr}")


def _enter_shows(count: int) -> Text:
    if count == 1:
        return Text("Enter or a click shows it.", "Entrée ou un clic l'affiche.")
    return Text("Enter or a click shows them.", "Entrée ou un clic les affiche.")


def _services(count: int) -> Text:
    words = "1 service" if count == 1 else f"{count} services"
    return Text(words, words)


def _towns(count: int) -> Text:
    if count == 1:
        return Text("1 town", "1 localité")
    return Text(f"{count} towns", f"{count} localités")


def _other_towns(count: int) -> Text:
    if count == 1:
        return Text("1 other town", "1 autre localité")
    return Text(f"{count} other towns", f"{count} autres localités")
