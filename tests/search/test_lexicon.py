import pytest

from tp_directory.core.bilingual import Language
from tp_directory.search.lexicon import Lexicon, LexiconWriter


@pytest.fixture
def lexicon() -> Lexicon:
    writer = LexiconWriter()
    writer.add("Example Shelter of Ottawa", Language.EN)
    writer.add_prose("A shelter, sheltered housing and shelters.", Language.EN)
    writer.add_prose("Un refuge près d'Ottawa pour réfugiées", Language.FR)
    return Lexicon(writer.data(), more={"detox"})


def test_a_word_is_known_from_the_records_or_the_thesaurus(lexicon: Lexicon) -> None:
    assert lexicon.knows("shelter")
    assert lexicon.knows("detox")
    assert not lexicon.knows("sheltr")


def test_a_name_is_no_common_word_even_after_an_elided_article(lexicon: Lexicon) -> None:
    assert not lexicon.is_common("ottawa")
    assert lexicon.is_common("shelter")
    assert lexicon.is_common("detox")
    assert not lexicon.is_common("kenora")


def test_a_beginning_gives_the_stems_of_its_language(lexicon: Lexicon) -> None:
    assert lexicon.stems_starting("shel", Language.EN) == {"shelter"}
    assert lexicon.stems_starting("ref", Language.EN) == frozenset()
    assert lexicon.stems_starting("ref", Language.FR) == {"refug", "refugi"}


@pytest.mark.parametrize("mistyped", ["sheltr", "shellter", "shalter", "shetler"])
def test_one_error_of_any_kind_is_mended(lexicon: Lexicon, mistyped: str) -> None:
    assert lexicon.mistyped(mistyped)[0] == "shelter"


@pytest.mark.parametrize("short", ["detx", "12345"])
def test_short_words_and_numbers_are_not_mended(lexicon: Lexicon, short: str) -> None:
    assert lexicon.mistyped(short) == ()


def test_two_errors_are_suggested_only(lexicon: Lexicon) -> None:
    assert lexicon.mistyped("sheltter") == ("shelter",)
    assert lexicon.mistyped("shlltr") == ()
    assert "shelter" in lexicon.corrections("shlter")
    assert lexicon.corrections("housung") == ("housing",)
    assert lexicon.corrections("houzung") == ("housing",)
    assert lexicon.corrections("zz") == ()


def test_a_page_that_was_pasted_without_spaces_is_like_no_word(lexicon: Lexicon) -> None:
    page = "s" + 1_000_000 * "é"  # to try every letter at every place of it would take hours
    assert lexicon.mistyped(page) == ()
    assert lexicon.corrections(page) == ()
