"""How things stand with updates, as the last attempts tell it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile

from tp_directory.core.bilingual import Text
from tp_directory.core.updating import Attempt, Outcome

_PASSING = {Outcome.BUSY, Outcome.CANCELLED}


@dataclass(frozen=True, slots=True)
class Standing:
    """How the last attempt ended, since when all have ended so, and in what words.

    `outcome` is None where none was made. Attempts that were stopped, or found another one at
    work, tell nothing of the source and are passed over where there are others.
    """

    outcome: Outcome | None = None
    since: datetime | None = None
    text: Text = Text()


def standing(attempts: Sequence[Attempt]) -> Standing:
    """How things stand after attempts, the last one first."""
    telling = [each for each in attempts if each.outcome not in _PASSING] or list(attempts)
    if not telling:
        return Standing()
    last = telling[0]
    alike = list(takewhile(lambda each: each.outcome is last.outcome, telling))
    is_well = last.outcome in {Outcome.INSTALLED, Outcome.UP_TO_DATE}
    since = last if is_well else alike[-1]
    return Standing(last.outcome, datetime.fromisoformat(since.at), last.text)
