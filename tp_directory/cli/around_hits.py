"""What is said around the hits: how the question was understood, how many, what else to ask."""

from __future__ import annotations

from collections.abc import Iterator

from tp_directory.core.bilingual import Language, Text
from tp_directory.core.place import Spot
from tp_directory.core.query import Results
from tp_directory.wording import kilometres

_DROPPED = {
    "open": Text("Without --open-now or --open-at", "Sans --open-now ni --open-at"),
    "always_open": Text("Without --always-open", "Sans --always-open"),
    "for_trafficking": Text("Without --trafficking", "Sans --trafficking"),
    "channels": Text("Without --channel", "Sans --channel"),
    "languages": Text("Without --language", "Sans --language"),
    "populations": Text("Without --population", "Sans --population"),
    "needs": Text("Without --need", "Sans --need"),
    "unstated": Text("What does not state it", "Sans précision à ce sujet"),
    "within_km": Text("Without --within", "Sans --within"),
    "provinces": Text("Without --province", "Sans --province"),
    "near": Text("Without --near", "Sans --near"),
    "filters": Text("Without any filter", "Sans aucun filtre"),
    "everything": Text("Without the words and filters", "Sans les mots ni les filtres"),
    "words": Text("Without the words", "Sans les mots"),
}


def introduction(answer: Results, language: Language) -> Iterator[str]:
    """How the question was understood."""
    spot = answer.spot
    if spot:
        yield Text(f"Searched from {spot.title}.", f"Lieu de recherche : {spot.title}.").best(
            language
        )
        if spot.namesakes:
            names = "; ".join(place.title for place in spot.namesakes[:5])
            yield Text(f"Other places of that name: {names}.", f"Homonymes : {names}.").best(
                language
            )
        if answer.query.within_km is not None:
            km = kilometres(answer.query.within_km, language)
            within = Text(
                f"Within {km}; lines that one calls are kept at any distance.",
                f"À moins de {km}; les lignes à appeler restent, à toute distance.",
            )
            yield (within if spot.point else _unmeasured(spot)).best(language)
    if answer.suggestion and answer.total and not answer.is_loose:
        yield Text(
            f"Searched for “{answer.suggestion}”.", f"Recherche de « {answer.suggestion} »."
        ).best(language)
    if answer.hints:
        hints = ", ".join(answer.hints)
        yield Text(f"Not understood: {hints}.", f"Non compris : {hints}.").best(language)
    if answer.is_loose:
        yield Text(
            "No service has all of these words; these have some of them.",
            "Aucun service n'a tous ces mots; ceux-ci en ont quelques-uns.",
        ).best(language)
        if answer.suggestion:
            yield _did_you_mean(answer.suggestion, language)


def counted(answer: Results, language: Language) -> str:
    """How many services were found, which of them are shown, and how to see more."""
    total, first = answer.total, answer.query.offset
    last = first + len(answer.hits)
    services = f"{total} service{'s' * (total > 1)}"
    if not total:
        text = Text("No service found.", "Aucun service trouvé.")
    elif not answer.hits:
        text = Text(f"{services}; none after {first}.", f"{services}; aucun après {first}.")
    elif len(answer.hits) == total:
        text = Text(f"{services}.", f"{services}.")
    else:
        text = Text(
            f"{services}, {first + 1} to {last} shown.",
            f"{services}, affichés de {first + 1} à {last}.",
        )
        if last < total:
            text = Text(f"{text.en} More: --offset {last}", f"{text.fr} Suite : --offset {last}")
    return text.best(language)


def ways_out(answer: Results, language: Language) -> Iterator[str]:
    """What to ask instead, where nothing was found."""
    if answer.suggestion:
        yield _did_you_mean(answer.suggestion, language)
    for relief in answer.reliefs:
        services = f"{relief.total} service{'s' * (relief.total > 1)}"
        words = relief.query.words
        dropped = _DROPPED.get(relief.dropped, Text(f"Only “{words}”", f"Seulement « {words} »"))
        yield Text(f"{dropped.en}: {services}.", f"{dropped.fr} : {services}.").best(language)


def _unmeasured(spot: Spot) -> Text:
    return Text(
        f"Distances cannot be measured from {spot.title}: services at any distance are shown.",
        f"Impossible de mesurer les distances à partir de {spot.title}\u00a0: les services sont "
        "montrés sans égard à l'éloignement.",
    )


def _did_you_mean(suggestion: str, language: Language) -> str:
    return Text(f"Did you mean “{suggestion}”?", f"Vouliez-vous dire « {suggestion} »?").best(
        language
    )
