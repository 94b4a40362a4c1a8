"""Says in words whom a service serves: "Kenora, Kenora District", "all of Ontario", "Canada"."""

from __future__ import annotations

from functools import lru_cache

from tp_directory.core.bilingual import Language, Text
from tp_directory.core.coverage import Coverage, Scope
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.place import Province

NATION = Text("Canada", "Canada")
_MOST_EXCEPTIONS = 3

# Each province as part of a French sentence: all of it, and with its article.
_FRENCH = {
    Province.BC: ("toute la Colombie-Britannique", "la Colombie-Britannique"),
    Province.AB: ("toute l'Alberta", "l'Alberta"),
    Province.SK: ("toute la Saskatchewan", "la Saskatchewan"),
    Province.MB: ("tout le Manitoba", "le Manitoba"),
    Province.ON: ("tout l'Ontario", "l'Ontario"),
    Province.QC: ("tout le Québec", "le Québec"),
    Province.NB: ("tout le Nouveau-Brunswick", "le Nouveau-Brunswick"),
    Province.NS: ("toute la Nouvelle-Écosse", "la Nouvelle-Écosse"),
    Province.PE: ("toute l'Île-du-Prince-Édouard", "l'Île-du-Prince-Édouard"),
    Province.NL: ("tout Terre-Neuve-et-Labrador", "Terre-Neuve-et-Labrador"),
    Province.YT: ("tout le Yukon", "le Yukon"),
    Province.NT: ("tous les Territoires du Nord-Ouest", "les Territoires du Nord-Ouest"),
    Province.NU: ("tout le Nunavut", "le Nunavut"),
}


def words_of(coverage: Coverage, areas: tuple[Text, ...], gazetteer: Gazetteer) -> Text:
    """Whom a coverage serves, in both languages, as part of a sentence.

    `areas` are the names that its source gives to places and regions; without them, the
    gazetteer's. Where they only say what is closest (scope PROVINCE), the provinces are named.
    """
    is_whole = not coverage.place_ids and not coverage.region_ids
    if is_whole or coverage.scope is Scope.PROVINCE:
        return _whole(coverage.provinces)
    named = areas or _names(coverage, gazetteer)
    return Text(
        ", ".join(area.best(Language.EN) for area in named),
        ", ".join(area.best(Language.FR) for area in named),
    )


@lru_cache(maxsize=1024)
def _whole(provinces: tuple[Province, ...]) -> Text:
    others = [province for province in Province if province not in provinces]
    if not provinces or not others:
        return NATION
    if len(others) <= _MOST_EXCEPTIONS:
        but_english = _joined([_english(province) for province in others], "and")
        but_french = _joined([_FRENCH[province][1] for province in others], "et")
        return Text(f"all of Canada except {but_english}", f"tout le Canada sauf {but_french}")
    return Text(
        f"all of {_joined([_english(province) for province in provinces], 'and')}",
        _joined([_FRENCH[province][0] for province in provinces], "et"),
    )


def _names(coverage: Coverage, gazetteer: Gazetteer) -> tuple[Text, ...]:
    places = [gazetteer.place(place_id) for place_id in coverage.place_ids]
    regions = [gazetteer.region(region_id) for region_id in coverage.region_ids]
    return (
        *(Text(place.name, place.name) for place in places if place),
        *(region.name for region in regions if region),
    )


def _english(province: Province) -> str:
    name = province.label.en
    return f"the {name}" if province is Province.NT else name


def _joined(names: list[str], last: str) -> str:
    *first, end = names
    return f"{', '.join(first)} {last} {end}" if first else end
