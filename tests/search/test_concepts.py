import pytest

from tp_directory.core.bilingual import Language
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.search.analysis import stems
from tp_directory.search.codes import codes_finder
from tp_directory.search.concepts import Concepts, code_of, concepts_of
from tp_directory.search.expression import Field


@pytest.fixture(scope="module")
def concepts(taxonomy: Taxonomy) -> Concepts:
    return Concepts(concepts_of(taxonomy))


@pytest.mark.parametrize(
    ("words", "need"),
    [
        (["detox"], "substance_use"),
        (["desintox"], "substance_use"),
        (["passport"], "immigration"),
        (["passeport"], "immigration"),
        (["maison", "hebergement"], "shelter_emergency"),
        (["safe", "house"], "shelter_emergency"),
        (["johns"], "sex_work_outreach"),
        (["legal", "aid"], "legal"),
    ],
)
def test_what_workers_type_points_to_a_need(
    concepts: Concepts, words: list[str], need: str
) -> None:
    length, found = concepts.starting_with(words)

    assert length == len(words)
    assert need in {code for concept in found for code in concept.needs}


def test_the_longest_term_wins(concepts: Concepts) -> None:
    one, _one = concepts.starting_with(["trafficking", "hotline"])
    two, _two = concepts.starting_with(["human", "trafficking", "hotline"])

    assert two == one + 1


def test_words_of_no_term_have_no_concept(concepts: Concepts) -> None:
    assert concepts.starting_with(["qwertz"]) == (0, ())


def test_a_word_being_typed_may_begin_a_term(concepts: Concepts) -> None:
    found = concepts.starting_as("desint")

    assert "substance_use" in {code for concept in found for code in concept.needs}
    assert concepts.starting_as("qwertz") == ()


def test_a_text_names_the_concepts_of_its_language(concepts: Concepts) -> None:
    english = concepts.in_text(stems("A safe house for women", Language.EN), Language.EN)
    _length, safe_house = concepts.starting_with(["safe", "house"])

    assert {concept.id for concept in safe_house} & english


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("legal", "legal"),
        ("Legal help", "legal"),
        ("aide juridique", "legal"),
        ("shelter_emergency", "shelter_emergency"),
        ("Hébergement d'urgence", "shelter_emergency"),
        ("nonsense", None),
    ],
)
def test_a_need_may_be_written_as_code_label_or_synonym(
    taxonomy: Taxonomy, typed: str, code: str | None
) -> None:
    assert code_of(taxonomy.needs.terms, typed) == code


@pytest.mark.parametrize(
    ("field", "value", "codes"),
    [
        (Field.PROVINCE, "Québec", ("QC",)),
        (Field.PROVINCE, "on", ("ON",)),
        (Field.PROVINCE, "Canada", ("CA",)),
        (Field.LANGUAGE, "français", ("fr",)),
        (Field.LANGUAGE, "Inuktitut", ("iu",)),
        (Field.POPULATION, "femmes", ("women",)),
        (Field.PROVINCE, "Narnia", ()),
        (Field.CITY, "Halifax", ()),
    ],
)
def test_values_of_fields_are_understood_in_both_languages(
    taxonomy: Taxonomy, gazetteer: Gazetteer, field: Field, value: str, codes: tuple[str, ...]
) -> None:
    assert codes_finder(taxonomy, gazetteer)(field, value) == codes
