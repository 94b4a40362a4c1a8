import pytest

from tp_directory.core.bilingual import Text
from tp_directory.core.coverage import Coverage, Scope
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.place import Province
from tp_directory.exchange.serves import words_of

ALL = tuple(Province)


@pytest.mark.parametrize(
    ("provinces", "english", "french"),
    [
        ((), "Canada", "Canada"),
        ((Province.ON,), "all of Ontario", "tout l'Ontario"),
        ((Province.QC,), "all of Quebec", "tout le Québec"),
        ((Province.NS,), "all of Nova Scotia", "toute la Nouvelle-Écosse"),
        ((Province.AB,), "all of Alberta", "toute l'Alberta"),
        ((Province.PE,), "all of Prince Edward Island", "toute l'Île-du-Prince-Édouard"),
        ((Province.NL,), "all of Newfoundland and Labrador", "tout Terre-Neuve-et-Labrador"),
        ((Province.NT,), "all of the Northwest Territories", "tous les Territoires du Nord-Ouest"),
        (
            (Province.BC, Province.YT),
            "all of British Columbia and Yukon",
            "toute la Colombie-Britannique et tout le Yukon",
        ),
        (
            (Province.NB, Province.NS, Province.PE),
            "all of New Brunswick, Nova Scotia and Prince Edward Island",
            "tout le Nouveau-Brunswick, toute la Nouvelle-Écosse et toute l'Île-du-Prince-Édouard",
        ),
        (
            tuple(p for p in ALL if p is not Province.NU),
            "all of Canada except Nunavut",
            "tout le Canada sauf le Nunavut",
        ),
        (
            tuple(p for p in ALL if p not in (Province.ON, Province.QC)),
            "all of Canada except Ontario and Quebec",
            "tout le Canada sauf l'Ontario et le Québec",
        ),
        (ALL, "Canada", "Canada"),
    ],
)
def test_whole_provinces_are_named_with_their_articles(
    gazetteer: Gazetteer, provinces: tuple[Province, ...], english: str, french: str
) -> None:
    assert words_of(Coverage(Scope.PROVINCE, provinces), (), gazetteer) == Text(english, french)


def test_areas_are_named_as_their_source_names_them(gazetteer: Gazetteer) -> None:
    [town] = gazetteer.named("Cap-aux-Meules")
    coverage = Coverage(Scope.REGION, (Province.QC,), (town.id,))
    areas = (Text("Îles-de-la-Madeleine"), Text("Gaspé area", "Région de Gaspé"))

    assert words_of(coverage, areas, gazetteer) == Text(
        "Îles-de-la-Madeleine, Gaspé area", "Îles-de-la-Madeleine, Région de Gaspé"
    )


def test_areas_without_a_name_are_named_by_the_gazetteer(gazetteer: Gazetteer) -> None:
    [kenora] = gazetteer.named("Kenora")
    coverage = Coverage(Scope.REGION, (Province.ON,), (kenora.id,), ("ON:Peel Region",))

    assert words_of(coverage, (), gazetteer) == Text(
        "Kenora, Peel Region", "Kenora, Région de Peel"
    )


def test_areas_that_are_only_the_closest_leave_the_province_named(gazetteer: Gazetteer) -> None:
    [winnipeg] = gazetteer.named("Winnipeg")
    coverage = Coverage(Scope.PROVINCE, (Province.MB,), (winnipeg.id,))

    assert words_of(coverage, (Text("Winnipeg"),), gazetteer).en == "all of Manitoba"
