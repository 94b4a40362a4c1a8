"""Legal notes: what the law says, by topic and province, and how well each statement is known.

General information, not legal advice. They are read and shown; no part of the program decides by
them, and by an age least of all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from tp_directory.core.bilingual import Text
from tp_directory.core.place import Province
from tp_directory.screening.yaml_file import Part, read_yaml

CHILDREN = "children"
"""The topic that has a rule, and notes of provinces."""

_Choice = TypeVar("_Choice", bound=StrEnum)
_URL = re.compile(r"https?://\S+")
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
_NOTE = {"reference", "text", "verified"}
_NOTE_OPTIONAL = {"province", "read_on", "sources"}
_TOPIC = {"id", "title", "notes"}
_TOPIC_OPTIONAL = {"rule", "check_against"}


class Verified(StrEnum):
    """How well a statement is known; data/legal/README.md says what each means."""

    YES = "yes"
    WEAK = "weak"
    NO = "no"
    UNMARKED = "unmarked"


@dataclass(frozen=True, slots=True)
class LegalSource:
    """A page that a statement is from; `note` says what else there is to know about the page."""

    url: str
    note: Text = Text()


@dataclass(frozen=True, slots=True)
class LegalNote:
    """One statement; `reference` is its heading, and no province means all of Canada.

    `read_on` is there where `verified` is YES, and only there.
    """

    reference: Text
    text: Text
    verified: Verified
    sources: tuple[LegalSource, ...] = ()
    read_on: date | None = None
    province: Province | None = None


@dataclass(frozen=True, slots=True)
class LegalTopic:
    """Notes that belong together.

    `rule` is what to do instead of deciding by the notes, and `check_against` the address of a page
    to check them against; both may be empty.
    """

    id: str
    title: Text
    notes: tuple[LegalNote, ...]
    rule: Text = Text()
    check_against: str = ""

    @property
    def has_provinces(self) -> bool:
        """Whether some of the notes hold in one province only."""
        return any(note.province for note in self.notes)

    def in_province(self, province: Province | None) -> tuple[LegalNote, ...]:
        """The notes that hold in a province: those of all of Canada, then its own.

        Without a province, those of all of Canada alone.
        """
        everywhere = tuple(note for note in self.notes if note.province is None)
        own = (note for note in self.notes if note.province and note.province is province)
        return (*everywhere, *own)


@dataclass(frozen=True, slots=True)
class LegalNotes:
    """All topics, in the order in which they are shown, as of a month ("2026-11")."""

    as_of: str
    topics: tuple[LegalTopic, ...]

    def topic(self, topic_id: str) -> LegalTopic:
        """The topic with an id, which must be one of them."""
        return next(topic for topic in self.topics if topic.id == topic_id)


def read_legal_notes(file: Path) -> LegalNotes:
    """Read the legal notes of a file of the form that data/legal/README.md describes.

    Raises:
        CannotRead: it is missing or may not be read.
        YamlRefused: it is not of that form; the first line and field that is wrong are named.
    """
    fields = read_yaml(file).known_fields({"as_of", "topics"})
    as_of = fields["as_of"].text()
    if not _MONTH.fullmatch(as_of):
        raise fields["as_of"].refused(
            Text("Write a month as 2026-11.", "Écrivez un mois comme 2026-11.")
        )
    topics: dict[str, LegalTopic] = {}
    for part in fields["topics"].parts():
        topic = _topic(part)
        if topic.id in topics:
            raise part.fields()["id"].refused(
                Text(
                    f"There is already a topic “{topic.id}”.",
                    f"Il y a déjà un thème « {topic.id} ».",
                )
            )
        topics[topic.id] = topic
    if CHILDREN not in topics or not topics[CHILDREN].rule:
        raise fields["topics"].refused(
            Text(
                f"The topic “{CHILDREN}” with its “rule” is missing.",
                f"Il manque le thème « {CHILDREN} » avec sa règle (rule).",
            )
        )
    return LegalNotes(as_of, tuple(topics.values()))


def _topic(part: Part) -> LegalTopic:
    fields = part.known_fields(_TOPIC, _TOPIC_OPTIONAL)
    rule, check_against = fields.get("rule"), fields.get("check_against")
    return LegalTopic(
        id=fields["id"].text(),
        title=fields["title"].words(),
        notes=tuple(_note(each) for each in fields["notes"].parts()),
        rule=rule.words() if rule else Text(),
        check_against=_url(check_against) if check_against else "",
    )


def _note(part: Part) -> LegalNote:
    fields = part.known_fields(_NOTE, _NOTE_OPTIONAL)
    verified = _one_of(fields["verified"], Verified)
    province, read_on = fields.get("province"), fields.get("read_on")
    sources = fields["sources"].parts() if "sources" in fields else ()
    if verified in (Verified.YES, Verified.WEAK) and not sources:
        raise part.refused(
            Text(
                "What is verified needs its source in “sources”.",
                "Ce qui est vérifié doit indiquer sa source dans « sources ».",
            )
        )
    if (verified is Verified.YES) is not (read_on is not None):
        raise (read_on or part).refused(
            Text(
                "“read_on” goes with “verified: yes”, and with nothing else.",
                "« read_on » va avec « verified: yes », et avec rien d'autre.",
            )
        )
    return LegalNote(
        reference=fields["reference"].words(),
        text=fields["text"].words(),
        verified=verified,
        sources=tuple(_source(each) for each in sources),
        read_on=_day(read_on) if read_on else None,
        province=_one_of(province, Province) if province else None,
    )


def _source(part: Part) -> LegalSource:
    fields = part.known_fields({"url"}, {"note"})
    note = fields.get("note")
    return LegalSource(_url(fields["url"]), note.words() if note else Text())


def _url(part: Part) -> str:
    if not _URL.fullmatch(part.text()):
        raise part.refused(Text("Write a whole web address.", "Écrivez une adresse web complète."))
    return part.text()


def _day(part: Part) -> date:
    try:
        return date.fromisoformat(part.text())
    except ValueError as error:
        raise part.refused(
            Text("Write a date as 2026-11-23.", "Écrivez une date comme 2026-11-23.")
        ) from error


def _one_of(part: Part, choices: type[_Choice]) -> _Choice:
    try:
        return choices(part.text())
    except ValueError as error:
        known = ", ".join(choices)
        raise part.refused(Text(f"Write one of {known}.", f"Écrivez {known}.")) from error
