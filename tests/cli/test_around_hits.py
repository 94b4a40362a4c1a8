from dataclasses import replace

import pytest

from tp_directory.cli.around_hits import counted, introduction, ways_out
from tp_directory.core.bilingual import Language
from tp_directory.core.place import Place, Point, Province, Spot
from tp_directory.core.query import Facets, Query, Relief, Results
from tp_directory.directory import Directory

WINDSOR = Place(1, "Windsor", Province.ON, None, 200000, "America/Toronto")
ANOTHER = Place(2, "Windsor", Province.NS, None, 3000, "America/Halifax")
EMPTY = Results(Query("shelter"), (), 0, Facets())


def _plain(words: str) -> str:
    return words.replace("\N{NO-BREAK SPACE}", " ")


def test_namesakes_of_the_place_are_named() -> None:
    spot = Spot("Windsor, ON", WINDSOR, None, namesakes=(ANOTHER,))

    assert list(introduction(replace(EMPTY, spot=spot), Language.EN)) == [
        "Searched from Windsor, ON.",
        "Other places of that name: Windsor, NS.",
    ]


def test_mended_words_are_told() -> None:
    answer = replace(EMPTY, total=3, suggestion="shelter")

    assert list(introduction(answer, Language.EN)) == ["Searched for “shelter”."]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (Language.EN, "Within 2.5 km; lines that one calls are kept at any distance."),
        (Language.FR, "À moins de 2,5 km; les lignes à appeler restent, à toute distance."),
    ],
)
def test_a_distance_says_that_lines_are_kept(language: Language, sentence: str) -> None:
    spot = Spot("Windsor, ON", WINDSOR, Point(42.3, -83.0))
    answer = replace(EMPTY, query=Query(near="Windsor", within_km=2.5), spot=spot)

    [_, told] = introduction(answer, language)

    assert _plain(told) == sentence


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            Language.EN,
            "Distances cannot be measured from Windsor, ON: services at any distance are shown.",
        ),
        (
            Language.FR,
            "Impossible de mesurer les distances à partir de Windsor, ON : les services sont "
            "montrés sans égard à l'éloignement.",
        ),
    ],
)
def test_a_distance_from_a_place_without_a_point_is_not_claimed(
    language: Language, sentence: str
) -> None:
    spot = Spot("Windsor, ON", WINDSOR, None)
    answer = replace(EMPTY, query=Query(near="Windsor", within_km=20.0), spot=spot)

    assert [_plain(each) for each in introduction(answer, language)][1:] == [sentence]


def test_how_the_words_were_taken_is_told() -> None:
    answer = replace(EMPTY, total=3, suggestion="shelter", hints=("need:zz",), is_loose=True)

    assert [_plain(sentence) for sentence in introduction(answer, Language.FR)] == [
        "Non compris : need:zz.",
        "Aucun service n'a tous ces mots; ceux-ci en ont quelques-uns.",
        "Vouliez-vous dire « shelter »?",
    ]


@pytest.mark.parametrize(
    ("offset", "limit", "english", "french"),
    [
        (0, 2, "{total} services, 1 to 2 shown. More: --offset 2", "affichés de 1 à 2. Suite :"),
        (2, 2, "{total} services, 3 to 4 shown. More: --offset 4", "affichés de 3 à 4. Suite :"),
        (0, 1000, "{total} services.", "{total} services."),
        (9000, 2, "{total} services; none after 9000.", "aucun après 9000."),
    ],
)
def test_the_count_says_which_are_shown_and_how_to_see_more(
    directory: Directory, offset: int, limit: int, english: str, french: str
) -> None:
    answer = directory.search(Query("legal", offset=offset, limit=limit))

    assert counted(answer, Language.EN) == english.format(total=answer.total)
    assert french.format(total=answer.total) in _plain(counted(answer, Language.FR))


def test_one_service_is_not_plural() -> None:
    answer = replace(EMPTY, total=1, query=Query(offset=5))

    assert counted(answer, Language.EN) == "1 service; none after 5."


@pytest.mark.parametrize(
    "dropped",
    [
        "unstated",
        "other_words",
        "filters",
        "everything",
        "open",
        "always_open",
        "for_trafficking",
        "channels",
        "languages",
        "populations",
        "needs",
        "within_km",
        "provinces",
        "near",
        "words",
    ],
)
@pytest.mark.parametrize("language", Language)
def test_whatever_was_left_out_has_a_name(dropped: str, language: Language) -> None:
    answer = replace(EMPTY, reliefs=(Relief(dropped, Query(), 12),))

    assert len(list(ways_out(answer, language))) == 1


def test_a_spelling_is_offered_before_what_to_leave_out() -> None:
    relief = Relief("needs", Query(), 1)
    answer = replace(EMPTY, suggestion="shelter", reliefs=(relief,))

    assert list(ways_out(answer, Language.EN)) == [
        "Did you mean “shelter”?",
        "Without --need: 1 service.",
    ]
    assert [_plain(sentence) for sentence in ways_out(answer, Language.FR)] == [
        "Vouliez-vous dire « shelter »?",
        "Sans --need : 1 service.",
    ]
