import pytest

from tp_directory.core.bilingual import Language
from tp_directory.core.coverage import Closeness
from tp_directory.core.hours import OpenState
from tp_directory.core.place import Place, Province, Spot
from tp_directory.core.query import Group
from tp_directory.wording.groups import group_heading

EN, FR = Language.EN, Language.FR
KENORA = Place(1, "Kenora", Province.ON, None, 15000, "America/Winnipeg")
SPOT = Spot("Kenora, ON", KENORA, None)


def _plain(words: str) -> str:
    """The words with common spaces, to be read in a test."""
    return words.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("group", "english", "french"),
    [
        (
            Group(3, closeness=Closeness.REGION),
            "Serves the region around Kenora",
            "Territoire : région de Kenora",
        ),
        (
            Group(3, closeness=Closeness.PROVINCE),
            "Also serves here: Ontario",
            "Également offert ici : Ontario",
        ),
        (
            Group(3, closeness=Closeness.NATION),
            "Also serves here: Canada",
            "Également offert ici : Canada",
        ),
        (
            Group(3),
            "Has the name, but is not stated to serve Kenora",
            "Porte ce nom, mais n'indique pas desservir Kenora",
        ),
        (Group(3, state=OpenState.OPEN), "Open", "Ouvert"),
        (Group(3, state=OpenState.UNKNOWN), "Hours unknown", "Heures inconnues"),
        (Group(3, state=OpenState.CLOSED), "Closed", "Fermé"),
        (
            Group(3, has_distance=False),
            "Reached by phone or web: no distance",
            "À joindre par téléphone ou web : sans distance",
        ),
    ],
)
def test_a_heading_says_why_those_below_stand_together(
    group: Group, english: str, french: str
) -> None:
    assert group_heading(group, SPOT, EN) == english
    assert _plain(group_heading(group, SPOT, FR)) == french


@pytest.mark.parametrize(
    ("group", "spot"),
    [
        (Group(3, closeness=Closeness.TOWN), SPOT),
        (Group(3, closeness=Closeness.NATION, is_named=True), SPOT),
        (Group(3, has_distance=True), SPOT),
        (Group(3), None),
    ],
    ids=["town", "named", "near", "anywhere"],
)
def test_the_best_need_no_heading(group: Group, spot: Spot | None) -> None:
    assert [group_heading(group, spot, language) for language in Language] == ["", ""]


def test_who_is_open_is_said_without_a_place() -> None:
    assert group_heading(Group(3, state=OpenState.OPEN), None, EN) == "Open"
