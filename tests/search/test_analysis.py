import pytest

from tp_directory.core.bilingual import Language
from tp_directory.search.analysis import is_asking, is_topic, stem, stems, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'aide aux réfugiées", ["aide", "aux", "refugiees"]),
        ("L’aide d’urgence", ["aide", "urgence"]),
        ("women's shelter", ["women", "shelter"]),
        ("O'Brien", ["o", "brien"]),
        ("sœur Œuvre", ["soeur", "oeuvre"]),
        ("9-8-8 / 2SLGBTQI+", ["9", "8", "8", "2slgbtqi"]),
        ("", []),
        ("!?  \x00", []),
    ],
)
def test_tokens_are_words_without_accents_elisions_and_possessives(
    text: str, expected: list[str]
) -> None:
    assert tokens(text) == expected


@pytest.mark.parametrize(
    "words",
    [
        ("réfugiée", "refugiees", "réfugié", "REFUGIÉS"),
        ("travailleuses", "travailleur"),
        ("animatrice", "animateurs"),
        ("nationaux", "nationale"),
        ("agressée", "agressés", "agresser"),
        ("abusive", "abusif"),
        ("conseillère", "conseiller"),
        ("avocates", "avocat"),
        ("eaux", "eau"),
    ],
)
def test_french_inflections_share_a_stem(words: tuple[str, ...]) -> None:
    assert len({tuple(stems(word, Language.FR)) for word in words}) == 1


@pytest.mark.parametrize(
    "words",
    [
        ("counselling", "counseling"),
        ("victims", "victim"),
        ("women", "woman"),
        ("children", "child"),
        ("labour", "labor"),
        ("centers", "centre"),
        ("trafficked", "trafficking"),
    ],
)
def test_english_inflections_and_spellings_share_a_stem(words: tuple[str, ...]) -> None:
    assert len({tuple(stems(word, Language.EN)) for word in words}) == 1


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("refuge", "réfugié", Language.FR),
        ("refuge", "refugee", Language.FR),
        ("refuge", "refugee", Language.EN),
        ("traite", "traitement", Language.FR),
        ("john", "johns", Language.EN),
    ],
)
def test_words_that_mean_different_things_keep_different_stems(
    one: str, other: str, language: Language
) -> None:
    assert stems(one, language) != stems(other, language)


def test_short_words_and_numbers_are_their_own_stems() -> None:
    assert stem("gaz", Language.FR) == "gaz"
    assert stem("211", Language.FR) == "211"


def test_function_words_are_no_topic_and_asking_words_are() -> None:
    assert not is_topic("aux")
    assert not is_topic("x")
    assert is_topic("9")
    assert is_topic("sans")
    assert is_asking("besoin")
    assert not is_asking("shelter")
