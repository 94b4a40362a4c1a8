"""How a kept service stands at a moment: what became of it, whom to call, and who answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from tp_directory import wording
from tp_directory.core.bilingual import Language
from tp_directory.core.closure import Fate
from tp_directory.core.hours import Availability, OpenState
from tp_directory.core.kept import KeptService
from tp_directory.core.opening import hit_of
from tp_directory.core.service import Phone, Service


@dataclass(frozen=True, slots=True)
class Standing:
    """A kept service in one language: two that are equal look the same.

    `service` is the one to call, itself or what replaced it. `answer` is that of the `phone` that
    is given, or of the service where it has none; None where nothing is known. `state` says the
    same in words, and `age` how old the facts are.
    """

    kept: KeptService
    fate: Fate
    language: Language
    service: Service | None = None
    phone: Phone | None = None
    answer: Availability | None = None
    state: str = ""
    age: str = ""
    is_doubtful: bool = False
    now: datetime = field(default=datetime.min, compare=False)


def standing(kept: KeptService, fate: Fate, now: datetime, language: Language) -> Standing:
    """How a kept service stands at an aware moment."""
    service = fate.service or fate.instead
    if service is None:
        return Standing(kept, fate, language)
    hit = hit_of(service, now)
    line = hit.main_line
    answer = hit.answer(line) if line else hit.availability
    is_silent = line is None and answer.state is OpenState.UNKNOWN
    return Standing(
        kept,
        fate,
        language,
        service,
        line.phone if line else None,
        None if is_silent else answer,
        wording.availability(answer, now, language),
        wording.facts_age(service, now.date(), language),
        wording.is_doubtful(service, now.date()),
        now,
    )
