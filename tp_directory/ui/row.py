"""What one row of the results says, as words ready to be drawn or read out."""

from __future__ import annotations

from dataclasses import dataclass

from tp_directory.core.hours import OpenState
from tp_directory.core.query import Hit


@dataclass(frozen=True, slots=True)
class Row:
    """One hit in words.

    `place` is where it is and how far; `divider` is the heading above it, "" where its group
    goes on; `sentence` is all of it, for a screen reader.
    """

    hit: Hit
    name: str
    state: OpenState
    state_word: str
    organization: str
    place: str
    needs: str
    number: str
    divider: str
    sentence: str
