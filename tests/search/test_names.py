import pytest

from tp_directory.core.bilingual import Language, Text
from tp_directory.search.names import ranked


def _sorted(names: list[Text], language: Language) -> list[str]:
    ranks = ranked(enumerate(names)).ranks[language]
    return [names[row].best(language) for row in sorted(range(len(names)), key=ranks.__getitem__)]


@pytest.mark.parametrize(
    "expected",
    [
        ["Eagle", "Éclair", "Edge"],
        ["apple", "Banana", "cherry"],
        ["cœur", "coffre"],
        ["L'Escale", "L’Étape", "La Passerelle", "Le Refuge"],
        ["« Zone » jeunesse", "211 Example", "24-hour line", "Ambre"],
        ["Safe", "Safe house", "Safer"],
    ],
)
def test_names_stand_as_a_person_looks_for_them(expected: list[str]) -> None:
    names = [Text(name, name) for name in reversed(expected)]

    assert _sorted(names, Language.FR) == expected


def test_a_name_missing_in_a_language_is_sorted_by_the_other() -> None:
    names = [Text("Zebra", "Abri"), Text("Middle", "")]

    assert _sorted(names, Language.EN) == ["Middle", "Zebra"]
    assert _sorted(names, Language.FR) == ["Abri", "Middle"]


def test_equal_names_share_a_rank() -> None:
    names = (Text("Crisis line"), Text("Aid"), Text("crisis line"))
    ranks = ranked(enumerate(names)).ranks[Language.EN]

    assert ranks[0] == ranks[2] > ranks[1]
