import pytest

from tp_directory.core.bilingual import Language
from tp_directory.core.query import Query
from tp_directory.directory import Directory

_EN, _FR = Language.EN, Language.FR


def _marked(directory: Directory, typed: str, text: str, language: Language = _EN) -> list[str]:
    spans = directory.marks(Query(typed, language))(text, language)
    assert list(spans) == sorted(spans)
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("typed", "text", "language", "marked"),
    [
        ("shelter ", "Two shelters, one Shelter", _EN, ["shelters", "Shelter"]),
        ("women ", "A woman's home", _EN, ["woman"]),
        ("hebergement ", "L'hébergement d’urgence", _FR, ["hébergement"]),
        ("l'hébergement ", "Hébergements", _FR, ["Hébergements"]),
        ("urgence ", "L'hébergement d’urgence", _FR, ["urgence"]),
        ("réfugiées ", "aide aux réfugié·es et REFUGIES", _FR, ["réfugié", "REFUGIES"]),
        ("coeur ", "Le cœur au ventre", _FR, ["cœur"]),
        ("ventre ", "Le cœur au ventre", _FR, ["ventre"]),
        ("café ", "Un cafe\u0301 et un thé", _FR, ["cafe\u0301"]),
        ("211 ", "Call 211 or 2-1-1", _EN, ["211"]),
    ],
)
def test_words_of_the_same_stem_are_marked(
    directory: Directory, typed: str, text: str, language: Language, marked: list[str]
) -> None:
    assert _marked(directory, typed, text, language) == marked


def test_stems_are_those_of_the_texts_language(directory: Directory) -> None:
    assert _marked(directory, "women ", "woman", _EN) == ["woman"]
    assert _marked(directory, "women ", "woman", _FR) == []
    assert _marked(directory, "travailleuse ", "travailleur", _FR) == ["travailleur"]


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ("traffick", ["trafficked", "trafficking"]),
        ("traff ", []),
        ("traffick*", ["trafficked", "trafficking"]),
        ("t", ["trafficked", "trafficking", "team"]),
        ("help traffi", ["trafficked", "trafficking"]),
    ],
)
def test_a_word_being_typed_marks_what_begins_so(
    directory: Directory, typed: str, marked: list[str]
) -> None:
    assert _marked(directory, typed, "The trafficked, the trafficking team") == marked


@pytest.mark.parametrize(
    ("typed", "text", "marked"),
    [
        ("the and of ", "the aid of the bar", []),
        ("find help ", "Find help", ["Find", "help"]),
        ("find legal help ", "Find legal help", ["legal"]),
        ("shelter NOT women", "A shelter for women", ["shelter"]),
        ("shelter SAUF women", "A shelter for women", ["shelter"]),
        ("(shelter OR legal) AND aid ", "legal aid, no shelter", ["legal", "aid", "shelter"]),
        ("need:legal shelter ", "legal shelter", ["shelter"]),
        ("org:ywca city:Halifax ", "YWCA Halifax", []),
        ('"legal aid"', "Legal aid; aid that is legal", ["Legal", "aid"]),
        ('"centre for women"', "Women: a centre for women", ["centre", "women"]),
        ('"aid"', "Aid", ["Aid"]),
        ("shelter Kenora ", "Kenora shelter", ["Kenora", "shelter"]),
        ("safe house ", "A refuge", []),
        ("sheltr ", "A shelter", ["shelter"]),
        ("", "A shelter", []),
        ("*", "A shelter", []),
        ("shelter", "", []),
    ],
)
def test_only_what_was_asked_of_the_words_is_marked(
    directory: Directory, typed: str, text: str, marked: list[str]
) -> None:
    assert _marked(directory, typed, text) == marked


def test_the_beginning_of_a_word_is_no_typing_error(directory: Directory) -> None:
    assert _marked(directory, "counse", "a course of counselling") == ["counselling"]


@pytest.mark.parametrize(("words", "language"), [("crisis line ", _EN), ("ligne d'aide ", _FR)])
def test_the_best_hit_shows_why(directory: Directory, words: str, language: Language) -> None:
    query = Query(words, language)
    best = directory.search(query).hits[0].service

    assert directory.marks(query)(best.name.best(language), language)
