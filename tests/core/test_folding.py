import pytest

from tp_directory.core.folding import fold, unaccented


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Québec", "quebec"),
        ("ÎLES-de-la-Madeleine", "iles-de-la-madeleine"),
        ("cœur", "coeur"),
        ("Œuvre", "oeuvre"),
        ("Kenora", "kenora"),
        ("Que\u0301bec", "quebec"),
    ],
)
def test_case_accents_and_ligatures_do_not_matter(words: str, expected: str) -> None:
    assert unaccented(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("St. John's", "saint johns"),
        ("St. John’s", "saint johns"),
        ("St-Jérôme", "saint jerome"),
        ("Saint-Jérôme", "saint jerome"),
        ("Ste-Agathe", "sainte agathe"),
        ("Sault Ste. Marie", "sault ste marie"),
        ("  Trois–Rivières  ", "trois rivieres"),
        ("Stratford", "stratford"),
        ("Val-d'Or", "val d or"),
        ("Val-d’Or", "val d or"),
        ("", ""),
        ("…", ""),
    ],
)
def test_two_writings_of_a_name_have_one_key(words: str, expected: str) -> None:
    assert fold(words) == expected
