"""How long and how much an update puts up with."""

from __future__ import annotations

from dataclasses import dataclass

TIMESTAMP_BYTES = 16_384
ROOT_BYTES = 512_000
SNAPSHOT_BYTES = 2_000_000
TARGETS_BYTES = 5_000_000
"""The most that each kind of metadata may be long (TUF, 5.3 to 5.6): ours are a few kB."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a request may take.

    A server has `patience` seconds to begin its answer, and one second more for every
    `bytes_a_second` that it has sent; `retries` times it is asked again, after a pause.
    `redirects` are followed at most.
    """

    patience: float = 30
    bytes_a_second: int = 1_000
    retries: int = 3
    redirects: int = 3


USUAL = Limits()
