import pytest

from tests.screening.differential import (
    MISSING,
    Difference,
    differences,
    is_expected,
    workbooks,
)

WORKBOOKS = workbooks()

pytestmark = pytest.mark.skipif(not is_expected(), reason=MISSING)


def told(found: list[Difference]) -> str:
    return "\n".join(
        f"{each.sequence}.{each.step} {each.path}: ours {each.ours}, ODK {each.theirs}"
        for each in found[:20]
    )


@pytest.mark.parametrize("name", WORKBOOKS)
def test_a_form_stands_after_every_answer_as_in_odks_own_engine(name: str) -> None:
    found = differences(WORKBOOKS[name], seed=4, count=40, length=25)

    assert not found, told(found)
