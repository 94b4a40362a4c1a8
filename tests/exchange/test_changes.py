import json

import pytest

from tp_directory.core.release import Changes
from tp_directory.exchange.changes import Pair, compare


def _line(service_id: str, status: str = "active") -> bytes:
    return json.dumps({"id": service_id, "status": status}).encode()


_A, _B, _C = (f"00000000-0000-5000-8000-00000000000{letter}" for letter in "abc")


@pytest.mark.parametrize(
    ("pairs", "changes"),
    [
        ([(None, _line(_A))], Changes(added=(_A,))),
        ([(_line(_A), _line(_A) + b" ")], Changes(changed=(_A,))),
        ([(_line(_A), _line(_A, "defunct"))], Changes(closed=(_A,))),
        ([(None, _line(_A, "defunct"))], Changes(closed=(_A,))),
        ([(_line(_A), None)], Changes(removed=(_A,))),
        ([(_line(_A), _line(_A, "temporarily closed"))], Changes(removed=(_A,))),
        ([(_line(_A, "temporarily closed"), _line(_A))], Changes(added=(_A,))),
        ([(_line(_A, "defunct"), _line(_A))], Changes(added=(_A,))),
        ([(_line(_A, "defunct"), None)], Changes()),
        ([(_line(_A, "inactive"), None)], Changes()),
        # It moved to another shard.
        ([(None, _line(_A)), (_line(_A), None)], Changes(changed=(_A,))),
        ([(_line(_B), None), (None, _line(_A))], Changes(added=(_A,), removed=(_B,))),
    ],
)
def test_what_changed_is_told_as_a_worker_sees_it(pairs: list[Pair], changes: Changes) -> None:
    assert compare(pairs, 100).changes == changes


def test_lines_are_kept_while_they_are_few() -> None:
    changed = _line(_C) + b" "
    pairs: list[Pair] = [(_line(_A), None), (None, _line(_B)), (_line(_C), changed)]
    later: list[Pair] = [*pairs, (_line("d"), None)]

    few, many = compare(pairs, 2), compare(later, 1)

    assert (few.gone, few.new) == ((_line(_A), _line(_C)), (_line(_B), changed))
    assert (many.gone, many.new, many.is_small) == ((), (), False)
    assert many.changes.removed == (*few.changes.removed, "d")
