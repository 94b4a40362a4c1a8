"""What the page of a service is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from tp_directory.core.bilingual import Language
from tp_directory.core.kept import KeptService
from tp_directory.core.query import Hit


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything that the page of a service says, at an aware moment.

    `is_both` shows both languages side by side, `is_noting` an empty note to be written,
    `is_alone` the way back to the results, which have no room beside it.
    """

    hit: Hit
    now: datetime
    language: Language
    kept: KeptService | None = None
    lists: tuple[str, ...] = ()
    is_compared: bool = False
    is_both: bool = False
    is_noting: bool = False
    is_alone: bool = False

    @property
    def today(self) -> date:
        """The date at the service, or that of `now` where its time zone is not known."""
        zone = self.hit.service.timezone
        return (self.now.astimezone(ZoneInfo(zone)) if zone else self.now).date()
