import pytest

from tests.screening.conftest import PROTOCOLS, written
from tests.screening.differential import MISSING, Difference, differences, is_here
from tests.screening.forms import CHOICES, FORMS

pytestmark = pytest.mark.skipif(not is_here(), reason=MISSING)


def told(found: list[Difference]) -> str:
    return "\n".join(
        f"{each.sequence}.{each.step} {each.path}: ours {each.ours}, ODK {each.theirs}"
        for each in found[:20]
    )


@pytest.mark.parametrize("name", sorted(each.stem for each in PROTOCOLS.glob("*.xlsx")))
def test_a_protocol_stands_after_every_answer_as_in_odks_own_engine(name: str) -> None:
    content = (PROTOCOLS / f"{name}.xlsx").read_bytes()

    found = differences(content, seed=4, count=25, length=25)

    assert not found, told(found)


@pytest.mark.parametrize("name", sorted(FORMS))
def test_all_that_a_protocol_may_use_does_as_in_odks_own_engine(name: str) -> None:
    content = written(survey=FORMS[name], choices=CHOICES)

    found = differences(content, seed=5, count=60, length=25)

    assert not found, told(found)
