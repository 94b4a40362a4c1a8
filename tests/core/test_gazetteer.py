import pytest

from tp_directory.core.errors import UnknownPlace
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.place import Place, Point, Province


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Kenora", "Kenora, ON"),
        ("kenora", "Kenora, ON"),
        ("  KENORA ", "Kenora, ON"),
        ("Kenora, ON", "Kenora, ON"),
        ("Kenora ON", "Kenora, ON"),
        ("Kenora, Ontario", "Kenora, ON"),
        ("Rat Portage", "Kenora, ON"),
        ("quebec city", "Québec, QC"),
        ("Ville de Québec", "Québec, QC"),
        ("quebec", "Québec, QC"),
        ("montreal", "Montréal, QC"),
        ("Montréal", "Montréal, QC"),
        ("St-Jerome", "Saint-Jérôme, QC"),
        ("st johns", "St. John's, NL"),
        ("Scarborough", "Toronto, ON"),
        ("Windsor", "Windsor, ON"),
        ("Windsor, NS", "Windsor, NS"),
        ("windsor nouvelle-écosse", "Windsor, NS"),
        ("Windsor Québec", "Windsor, QC"),
        ("Pinawa", "Pinawa, MB"),
    ],
)
def test_a_town_is_found_by_its_names_in_any_writing(
    gazetteer: Gazetteer, words: str, title: str
) -> None:
    spot = gazetteer.spot(words)

    assert spot.place.title == title
    assert not spot.is_approximate


def test_the_largest_namesake_comes_first_and_names_the_others(gazetteer: Gazetteer) -> None:
    spot = gazetteer.spot("Windsor")

    assert spot.title == "Windsor, ON"
    assert [place.title for place in spot.namesakes] == ["Windsor, QC", "Windsor, NS"]


def test_namesakes_are_told_apart_by_province(gazetteer: Gazetteer) -> None:
    spots = gazetteer.spots("Windsor")

    assert [spot.title for spot in spots] == ["Windsor, ON", "Windsor, QC", "Windsor, NS"]
    assert gazetteer.spots("Windsor, NS") == (gazetteer.spot("Windsor, NS"),)
    assert gazetteer.spots(" ") == ()


def test_a_town_with_its_province_has_no_namesakes(gazetteer: Gazetteer) -> None:
    assert gazetteer.spot("Windsor, NS").namesakes == ()


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("K1N", "K1N (Ottawa, ON)"),
        ("k1n 6n5", "K1N (Ottawa, ON)"),
        ("P9N 1A1", "P9N (Kenora, ON)"),
        ("p9n1a1", "P9N (Kenora, ON)"),
        ("P9N-1A1", "P9N (Kenora, ON)"),
        ("X0A", "X0A (Iqaluit, NU)"),
    ],
)
def test_a_postal_code_leads_to_its_area_and_its_town(
    gazetteer: Gazetteer, words: str, title: str
) -> None:
    spot = gazetteer.spot(words)

    assert spot.title == title
    assert spot.is_approximate


@pytest.mark.parametrize("words", ["49.77,-94.49", "49.77; -94.49", "49.77 , -94.49"])
def test_coordinates_lead_to_the_town_around_them(gazetteer: Gazetteer, words: str) -> None:
    spot = gazetteer.spot(words)

    assert spot.place.title == "Kenora, ON"
    assert spot.point == Point(49.77, -94.49)


@pytest.mark.parametrize("words", ["", "Nowhere Example", "Z9Z", "100,200", "Kenora, QC", ", ON"])
def test_what_is_nowhere_is_refused(gazetteer: Gazetteer, words: str) -> None:
    with pytest.raises(UnknownPlace) as caught:
        gazetteer.spot(words)

    assert caught.value.words == words.strip()


def test_coordinates_lead_nowhere_in_an_empty_gazetteer() -> None:
    with pytest.raises(UnknownPlace):
        Gazetteer(()).spot("49.77,-94.49")


@pytest.mark.parametrize(
    ("words", "title", "span"),
    [
        (("shelter", "kenora"), "Kenora, ON", (1, 2)),
        (("shelter", "windsor", "ns", "tonight"), "Windsor, NS", (1, 3)),
        (("sault", "ste", "marie", "shelter"), "Sault Ste. Marie, ON", (0, 3)),
        (("legal", "k1n"), "K1N (Ottawa, ON)", (1, 2)),
    ],
)
def test_a_place_is_found_among_words(
    gazetteer: Gazetteer, words: tuple[str, ...], title: str, span: tuple[int, int]
) -> None:
    found = gazetteer.spot_in(words)

    assert found is not None
    assert (found[0].title, found[1:]) == (title, span)


@pytest.mark.parametrize("words", [(), ("zzz",), ("z9z",)])
def test_words_without_a_place_name_none(gazetteer: Gazetteer, words: tuple[str, ...]) -> None:
    assert gazetteer.spot_in(words) is None


def test_places_are_offered_while_a_name_is_typed(gazetteer: Gazetteer) -> None:
    assert gazetteer.starting("kit")[0].title == "Kitchener, ON"
    assert [place.title for place in gazetteer.starting("wind, ns")] == [
        "Windsor, NS",
        "Windsor Junction, NS",
    ]
    assert len(gazetteer.starting("s", limit=4)) == 4


@pytest.mark.parametrize("prefix", ["", "!", "zzzz"])
def test_nothing_is_offered_for_nothing(gazetteer: Gazetteer, prefix: str) -> None:
    assert gazetteer.starting(prefix) == ()


def test_a_neighbourhood_lies_in_its_city(gazetteer: Gazetteer) -> None:
    [portugal] = gazetteer.named("Little Portugal")
    [toronto] = gazetteer.named("Toronto", Province.ON)

    assert toronto.id in gazetteer.towns_around(portugal)
    assert gazetteer.towns_around(toronto) == frozenset()


def test_a_place_without_a_point_lies_in_no_town(gazetteer: Gazetteer) -> None:
    [pinawa] = gazetteer.named("Pinawa")

    assert gazetteer.towns_around(pinawa) == frozenset()


def test_a_town_knows_the_regions_it_lies_in(gazetteer: Gazetteer) -> None:
    [brampton] = gazetteer.named("Brampton")

    assert "ON:Peel Region" in gazetteer.regions_of(brampton.id)
    assert gazetteer.regions_of(0) == frozenset()


@pytest.mark.parametrize(
    ("words", "province"),
    [
        ("ON", Province.ON),
        ("ontario", Province.ON),
        ("colombie britannique", Province.BC),
        ("Île-du-Prince-Édouard", Province.PE),
        ("Ohio", None),
    ],
)
def test_a_province_is_known_by_its_code_and_names(
    gazetteer: Gazetteer, words: str, province: Province | None
) -> None:
    assert gazetteer.province(words) is province


def test_a_larger_town_pulls_from_further(gazetteer: Gazetteer) -> None:
    suburb = Point(43.66, -79.40)

    assert gazetteer.nearest(suburb).province is Province.ON
    assert gazetteer.nearest(suburb, Province.QC).province is Province.QC


def test_a_name_of_its_own_comes_before_a_namesakes_other_name() -> None:
    small = Place(1, "Example", Province.ON, None, 10, "America/Toronto")
    large = Place(2, "Other", Province.ON, None, 99, "America/Toronto", ("Example",))

    assert Gazetteer((large, small)).named("example") == (small, large)


def test_a_place_or_region_that_is_not_there_is_none(gazetteer: Gazetteer) -> None:
    assert gazetteer.place(0) is None
    assert gazetteer.region("ON:Example") is None
    assert gazetteer.postal_area("Z9Z") is None


def test_towns_and_postal_areas_are_offered_while_one_is_typed(gazetteer: Gazetteer) -> None:
    assert [offer.title for offer in gazetteer.offers("Keno")] == ["Kenora, ON"]
    postal = gazetteer.offers("k1n 6")[0]
    assert postal.words == "K1N"
    assert postal.title.startswith("K1N – Ottawa")
    assert gazetteer.spot(postal.words).place.name == "Ottawa"
    assert gazetteer.offers("") == ()
    assert len(gazetteer.offers("s", 4)) == 4
