"""What a search must do, on the bundled directory at a fixed moment (tests/conftest.py)."""

import gc
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.conftest import NOW
from tp_directory.core.bilingual import Language
from tp_directory.core.coverage import Closeness, Scope
from tp_directory.core.errors import UnknownPlace, UnknownService
from tp_directory.core.folding import fold, unaccented
from tp_directory.core.hours import OpenState
from tp_directory.core.opening import hours_profile
from tp_directory.core.place import Province
from tp_directory.core.query import Facets, Hit, Order, Query, Results, Unstated
from tp_directory.core.service import Channel, Service
from tp_directory.directory import Directory
from tp_directory.search.analysis import stem
from tp_directory.search.interpreter import Understood

_ALL = 1000


def _names(results: Results) -> list[str]:
    return [hit.service.name.en for hit in results.hits]


def _ids(results: Results) -> set[str]:
    return {hit.service.id for hit in results.hits}


# Words


def test_no_words_and_no_filter_show_everything(directory: Directory) -> None:
    results = directory.search(Query(limit=_ALL))

    assert results.total == directory.edition.services == len(results.hits)


@pytest.mark.parametrize(
    "spellings",
    [
        ("réfugiée", "refugiees", "réfugié"),
        ("counselling", "counseling"),
        ("victims", "victim"),
        ("l'aide juridique", "aide juridique", "AIDE JURIDIQUE"),
        ("hébergement", "hebergement"),
        ("833 900 1010", "1-833-900-1010", "+1 (833) 900-1010", "8339001010"),
    ],
)
def test_spellings_find_the_same(directory: Directory, spellings: tuple[str, ...]) -> None:
    found = [_ids(directory.search(Query(f"{words} ", limit=_ALL))) for words in spellings]

    assert found[0]
    assert all(each == found[0] for each in found)


@pytest.mark.parametrize("words", ["youth 16-24 shelter", "women 18-25", "shelter 2024-2025"])
def test_ages_and_years_are_no_telephone_numbers(directory: Directory, words: str) -> None:
    assert directory.search(Query(words)).total > 0


def test_the_last_word_is_a_prefix_while_it_is_typed(directory: Directory) -> None:
    assert (
        directory.search(Query("traffick")).total >= directory.search(Query("trafficking ")).total
    )
    assert directory.search(Query("Cyberti")).hits[0].service.name.en == "Cybertip.ca"


@pytest.mark.parametrize("start", ["c", "cy", "cyb", "cybertip"])
def test_every_prefix_of_a_name_finds_it(directory: Directory, start: str) -> None:
    assert "Cybertip.ca" in _names(directory.search(Query(start, limit=_ALL)))


def test_a_typing_error_still_finds_and_says_what_was_meant(directory: Directory) -> None:
    mistyped, right = directory.search(Query("sheltr ")), directory.search(Query("shelter "))

    assert mistyped.total == right.total
    assert mistyped.suggestion == "shelter"
    assert right.suggestion == ""


def test_two_typing_errors_are_suggested(directory: Directory) -> None:
    results = directory.search(Query("imigrattion lawyer"))

    assert results.suggestion.startswith("immigration")


def test_words_that_no_service_has_together_are_loosened(directory: Directory) -> None:
    results = directory.search(Query("cybertip warming", limit=_ALL))

    assert results.is_loose
    assert results.total > 0


def test_words_without_any_meaning_find_nothing_and_offer_national_lines(
    directory: Directory,
) -> None:
    results = directory.search(Query("qwertzuiop"))

    assert results.total == 0
    assert not results.is_loose
    assert results.lines
    assert all(hit.availability.state is OpenState.OPEN for hit in results.lines)
    assert all(hit.service.coverage.scope is Scope.NATIONAL for hit in results.lines)
    assert "Canadian Human Trafficking Hotline" in [hit.service.name.en for hit in results.lines]


def test_the_thesaurus_finds_less_than_the_word_itself(directory: Directory) -> None:
    hits = directory.search(Query("refuge ", limit=_ALL)).hits
    own = [("refuge" in hit.service.name.fr.lower()) for hit in hits]

    assert own[0]
    assert not all(own)


def test_operators_phrases_and_fields_narrow(directory: Directory) -> None:
    shelters = directory.search(Query("shelter ")).total
    women = directory.search(Query("shelter AND youth ")).total
    others = directory.search(Query("shelter NOT women", limit=_ALL))
    phrase = directory.search(Query('"warming centre"', limit=_ALL))
    field = directory.search(Query("need:legal city:Halifax", limit=_ALL))

    assert women < shelters
    assert not any("women" in hit.service.description.en.lower() for hit in others.hits)
    assert 0 < phrase.total < directory.search(Query("warming OR centre")).total
    assert all("legal" in hit.service.needs for hit in field.hits)
    assert {hit.service.location.city for hit in field.hits if hit.service.location} == {"Halifax"}


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("shelter NOT for men", "shelter NOT men"),
        ("hébergement SAUF pour les hommes", "hébergement SAUF hommes"),
        ("shelter NOT for", "shelter "),
        ("shelter NOT (for OR men)", "shelter "),
        ('shelter NOT "the"', "shelter "),
        ("shelter NOT need:zz", "shelter "),
        ("shelter AND NOT for (men OR women)", "shelter NOT (men OR women)"),
    ],
)
def test_not_takes_nothing_away_for_what_has_no_meaning(
    directory: Directory, words: str, same: str
) -> None:
    found, wanted = (directory.search(Query(each, limit=_ALL)) for each in (words, same))

    assert wanted.total > 0
    assert _ids(found) == _ids(wanted)


def test_what_not_would_take_away_and_is_unknown_is_a_hint(directory: Directory) -> None:
    assert directory.search(Query("shelter NOT need:zz")).hints == ("need:zz",)


def test_fields_have_french_names(directory: Directory) -> None:
    english = directory.search(Query("need:legal city:Halifax", limit=_ALL))
    french = directory.search(Query("besoin:juridique ville:Halifax", limit=_ALL))

    assert _ids(english) == _ids(french) != set()


def test_an_unknown_value_of_a_field_is_a_hint_and_no_error(directory: Directory) -> None:
    results = directory.search(Query("need:nonsense shelter "))

    assert results.hints == ("need:nonsense",)
    assert results.total == directory.search(Query("shelter ")).total


@pytest.mark.parametrize("words", ["language:LSQ", "langue:algonquin", "language:Ojibwe"])
def test_a_language_is_understood_by_any_name(directory: Directory, words: str) -> None:
    assert directory.search(Query(words)).hints == ()


def test_an_organization_field_finds_by_provider_only(directory: Directory) -> None:
    results = directory.search(Query("org:ywca", limit=_ALL))

    assert results.total > 0
    assert all("ywca" in hit.service.organization.en.lower() for hit in results.hits)


# Places


def test_what_serves_a_place_comes_by_closeness(directory: Directory) -> None:
    hits = directory.search(Query(near="Thunder Bay", limit=_ALL)).hits
    order = [hit.closeness for hit in hits]

    assert None not in order
    assert order == sorted(order, key=lambda each: each or 0)
    assert set(order) == set(Closeness)


def test_no_service_of_another_province_appears_unless_it_serves_here(
    directory: Directory,
) -> None:
    place = directory.gazetteer.spot("Halifax").place
    hits = directory.search(Query(near="Halifax", limit=_ALL)).hits

    assert all(hit.service.coverage.serves_province(place.province) for hit in hits)


@pytest.mark.parametrize(
    ("typed", "town"),
    [
        ("montreal", "Montréal"),
        ("Québec", "Québec"),
        ("Quebec City", "Québec"),
        ("K1N", "Ottawa"),
        ("k1n 6n5", "Ottawa"),
        ("X0A", "Iqaluit"),
        ("S6V", "Prince Albert"),
        ("49.77,-94.49", "Kenora"),
        ("Kenora, ON", "Kenora"),
        ("Windsor Ontario", "Windsor"),
    ],
)
def test_a_place_is_found_in_any_writing(directory: Directory, typed: str, town: str) -> None:
    spot = directory.search(Query(near=typed)).spot

    assert spot is not None
    assert spot.place.name == town


def test_an_ambiguous_place_names_its_namesakes(directory: Directory) -> None:
    spot = directory.search(Query(near="Windsor")).spot

    assert spot is not None
    assert spot.title == "Windsor, ON"
    assert {place.province for place in spot.namesakes} >= {Province.NS, Province.QC}


def test_a_postal_area_is_approximate(directory: Directory) -> None:
    spot = directory.search(Query(near="K1N")).spot

    assert spot is not None
    assert spot.is_approximate


def test_an_unknown_place_is_refused(directory: Directory) -> None:
    with pytest.raises(UnknownPlace, match="Narnia"):
        directory.search(Query(near="Narnia"))


def test_a_place_among_the_words_counts_as_one(directory: Directory) -> None:
    results = directory.search(Query("shelter Ottawa"))

    assert results.spot is not None
    assert results.spot.title == "Ottawa, ON"
    assert results.hits[0].closeness is Closeness.TOWN


def test_a_place_said_twice_is_asked_once(directory: Directory) -> None:
    twice = directory.search(Query("legal Windsor ", near="Windsor, NS", limit=_ALL))
    once = directory.search(Query("legal ", near="Windsor, NS", limit=_ALL))

    assert not twice.is_loose
    assert _ids(twice) == _ids(once)


@pytest.mark.parametrize("words", ["legal", "hope for wellness", "crisis line"])
def test_ordinary_words_and_names_are_no_places(directory: Directory, words: str) -> None:
    first = directory.search(Query(words)).hits[0]

    assert (
        words.split(maxsplit=1)[0]
        in f"{first.service.name.en} {first.service.description.en}".lower()
    )


def test_within_keeps_lines_and_drops_what_is_further(directory: Directory) -> None:
    near = directory.search(Query(near="Toronto", within_km=30, limit=_ALL))
    wide = directory.search(Query(near="Toronto", limit=_ALL))

    assert 0 < near.total < wide.total
    assert all(hit.distance_km is None or hit.distance_km <= 30 for hit in near.hits)
    assert any(Channel.PHONE in hit.service.channels for hit in near.hits if not hit.distance_km)


def test_a_withheld_address_has_no_distance_and_is_filtered_by_its_town(
    directory: Directory,
) -> None:
    query = Query(near="St. John's", within_km=20, needs=("shelter_emergency",), limit=_ALL)
    withheld = [hit for hit in directory.search(query).hits if hit.service.address_withheld]

    assert withheld
    assert all(hit.distance_km is None for hit in withheld)
    assert all(hit.service.location is None or not hit.service.location.point for hit in withheld)


# Filters and their counts


@pytest.mark.parametrize(
    "filters",
    [
        {"needs": ("legal",)},
        {"needs": ("legal", "immigration")},
        {"populations": ("youth",)},
        {"provinces": (Province.QC,)},
        {"languages": ("fr",)},
        {"channels": (Channel.TEXT,)},
        {"always_open": True},
        {"open_now": True},
        {"for_trafficking": True},
        {"near": "Toronto", "within_km": 10.0},
        {"towns": (6167865,)},  # Toronto
    ],
)
@pytest.mark.parametrize("words", ["", "crisis"])
def test_a_facet_counts_what_choosing_it_would_leave(
    directory: Directory, filters: dict[str, object], words: str
) -> None:
    query = Query(words, **filters)  # type: ignore[arg-type]  # each is a field's own type
    facets = directory.search(query).facets

    def total(**choice: object) -> int:
        chosen = {each.name: getattr(query, each.name) for each in fields(query)} | choice
        return directory.search(Query(**chosen)).total

    for code in ("legal", "shelter_emergency"):
        assert facets.need.get(code, 0) == total(needs=(code,))
    assert facets.population.get("women", 0) == total(populations=("women",))
    assert facets.province.get("ON", 0) == total(provinces=(Province.ON,))
    assert facets.language.get("fr", 0) == total(languages=("fr",))
    assert facets.channel.get("text", 0) == total(channels=(Channel.TEXT,))
    assert facets.open_now == total(open_now=True)
    assert facets.always_open == total(always_open=True)
    assert facets.for_trafficking == total(for_trafficking=True)


def test_values_of_a_filter_are_alternatives_and_filters_narrow(directory: Directory) -> None:
    legal = directory.search(Query(needs=("legal",))).total
    either = directory.search(Query(needs=("legal", "immigration"))).total
    both = directory.search(Query(needs=("legal",), provinces=(Province.NS,))).total

    assert both < legal < either


def test_open_at_a_moment_means_open_then(directory: Directory) -> None:
    night = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
    results = directory.search(Query(open_at=night, limit=_ALL))

    assert 0 < results.total < directory.search(Query(open_now=True)).total
    assert all(hit.availability.state is OpenState.OPEN for hit in results.hits)


def test_each_number_has_its_own_state(directory: Directory) -> None:
    hit = directory.search(Query("1-833-900-1010")).hits[0]

    assert [each.availability.state for each in hit.phones if each.phone.hours == "24/7"]
    assert len(hit.phones) == len(hit.service.phones)


# Ways out of nothing


def test_an_empty_list_says_what_to_leave_out(directory: Directory) -> None:
    query = Query("cybertip ", provinces=(Province.NU,), needs=("shelter_emergency",))
    results = directory.search(query)

    assert results.total == 0
    assert [relief.dropped for relief in results.reliefs] == ["needs", "words"]
    for relief in results.reliefs:
        assert directory.search(relief.query).total == relief.total > 0


def test_a_place_is_widened_before_the_words_go(directory: Directory) -> None:
    results = directory.search(
        Query("warming centre ", near="Iqaluit", within_km=1, channels=(Channel.TEXT,))
    )

    assert results.total == 0
    assert [relief.dropped for relief in results.reliefs][-2:] == ["near", "words"]


def test_each_word_alone_is_offered_where_half_of_them_find_nothing(directory: Directory) -> None:
    results = directory.search(Query("qqqqq shelter wwwww the zzzzz", near="Kenora"))
    alone = [relief for relief in results.reliefs if relief.dropped == "other_words"]

    assert results.total == 0
    assert [relief.query for relief in alone] == [Query("shelter", near="Kenora")]
    assert directory.search(alone[0].query).total == alone[0].total > 0


@pytest.mark.parametrize(
    ("query", "dropped"),
    [
        (Query("qqqqq", near="Kenora", languages=("nsk",)), ["everything"]),
        (Query("qqqqq", languages=("nsk",)), []),
        (
            Query("crisis ", languages=("nsk",), towns=(1,), near="Kenora"),
            ["filters", "everything"],
        ),
    ],
)
def test_where_one_thing_less_is_not_enough_all_of_it_is_left_out(
    directory: Directory, query: Query, dropped: list[str]
) -> None:
    reliefs = directory.search(query).reliefs

    assert [relief.dropped for relief in reliefs] == dropped
    for relief in reliefs:
        assert directory.search(relief.query).total == relief.total > 0


# What is not stated


@pytest.mark.parametrize(
    ("chosen", "fact"),
    [
        ({"languages": ("es",)}, Unstated.LANGUAGES),
        ({"populations": ("women",)}, Unstated.POPULATIONS),
        ({"open_now": True}, Unstated.OPEN),
        ({"open_at": NOW + timedelta(hours=12)}, Unstated.OPEN),
        ({"always_open": True}, Unstated.ALWAYS_OPEN),
    ],
)
def test_what_does_not_state_a_fact_is_counted_and_found(
    directory: Directory, chosen: dict[str, Any], fact: Unstated
) -> None:
    query = Query("crisis", limit=1000)
    every = directory.search(query)
    stated = directory.search(replace(query, **chosen))
    unstated = directory.search(replace(query, **chosen, unstated=(fact,)))

    assert stated.facets.unstated == {fact: unstated.total}
    assert 0 < unstated.total < every.total
    assert all(_is_silent(hit, fact) for hit in unstated.hits)
    assert not any(_is_silent(hit, fact) for hit in stated.hits)
    silent = [hit for hit in every.hits if _is_silent(hit, fact)]
    if "open_at" not in chosen:  # else another moment decides
        assert len(silent) == unstated.total


def _is_silent(hit: Hit, fact: Unstated) -> bool:
    """Whether the record of a hit does not state a fact."""
    match fact:
        case Unstated.LANGUAGES:
            return not hit.service.languages
        case Unstated.POPULATIONS:
            return not hit.service.populations
        case Unstated.OPEN:
            return hit.availability.state is OpenState.UNKNOWN
        case Unstated.ALWAYS_OPEN:
            profile = hours_profile(hit.service)
            return not profile.is_always_open and (profile.is_partial or not profile.rules)


def test_what_is_not_stated_still_meets_the_other_filters(directory: Directory) -> None:
    query = Query(populations=("women",), open_now=True, limit=1000)
    both = directory.search(query).facets.unstated
    silent = directory.search(replace(query, unstated=(Unstated.POPULATIONS,)))

    assert silent.total == both[Unstated.POPULATIONS] > 0
    assert {hit.availability.state for hit in silent.hits} == {OpenState.OPEN}
    assert {hit.service.populations for hit in silent.hits} == {()}
    assert silent.facets.unstated.keys() == {Unstated.POPULATIONS, Unstated.OPEN}


def test_without_a_filter_nothing_is_said_to_be_unstated(directory: Directory) -> None:
    assert directory.search(Query("crisis")).facets.unstated == {}


def test_where_no_service_states_a_fact_those_that_do_not_are_offered(
    directory: Directory,
) -> None:
    results = directory.search(Query("cybertip ", languages=("nsk",)))

    assert results.total == 0
    for relief in results.reliefs:
        assert directory.search(relief.query).total == relief.total > 0
    assert results.reliefs[-1].query.unstated == ()


# Pages, services, places


def test_pages_follow_each_other(directory: Directory) -> None:
    whole = directory.search(Query("crisis", limit=40)).hits
    pages = [directory.search(Query("crisis", limit=20, offset=at)).hits for at in (0, 20)]

    assert pages[0] + pages[1] == whole


def test_a_service_is_known_by_its_id(directory: Directory, services: tuple[Service, ...]) -> None:
    assert directory.service(services[0].id) == services[0]
    with pytest.raises(UnknownService):
        directory.service("00000000-0000-0000-0000-000000000000")


def test_places_are_offered_by_their_beginning(directory: Directory) -> None:
    assert directory.places("kenor")[0].title == "Kenora, ON"
    assert directory.places("montre")[0].name == "Montréal"
    assert {place.province for place in directory.places("windsor")} >= {Province.ON, Province.NS}
    assert directory.places("") == ()


def test_the_ranking_is_explained(directory: Directory) -> None:
    explained = directory.explain(Query("shelter Ottawa", limit=3))

    assert [hit for hit, _why in explained] == list(
        directory.search(Query("shelter Ottawa", limit=3)).hits
    )
    assert all("TermQuery" in why or "Const" in why for _hit, why in explained)


def test_a_limit_of_nothing_still_counts(directory: Directory) -> None:
    results = directory.search(Query("crisis", limit=0))

    assert results.hits == ()
    assert results.total > 0
    assert results.facets != Facets()


def test_the_workers_language_weighs_more(directory: Directory) -> None:
    english = directory.search(Query("ligne", language=Language.EN)).hits
    french = directory.search(Query("ligne", language=Language.FR)).hits

    assert "ligne" in french[0].service.name.fr.lower()
    assert [hit.score for hit in english] != [hit.score for hit in french]


def test_what_was_asked_is_let_go_of_when_told(directory: Directory) -> None:
    query = Query("zzyzx shelter", near="Wawa", order=Order.NAME)
    asked = directory.search(query)
    assert _remembered(query)
    assert _caches_of("zzyzx")
    directory.forget()

    assert not _remembered(query)
    assert not _caches_of("zzyzx")
    assert [each.cache_info().currsize for each in (unaccented, fold, stem)] == [0, 0, 0]
    assert directory.search(query).hits == asked.hits


def _caches_of(word: str) -> list[object]:
    """The caches of functions that were asked of a word."""
    caches = (each for each in gc.get_objects() if isinstance(each, type(fold)))
    return [each for each in caches if word in gc.get_referents(each)]


def _remembered(query: Query) -> list[Understood]:
    """The readings of a query that are still in memory."""
    gc.collect()
    readings = [each for each in gc.get_objects() if isinstance(each, Understood)]
    return [reading for reading in readings if reading.query.words == query.words]
