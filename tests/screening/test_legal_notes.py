"""The legal notes: bilingual, with their sources, and refused where they are doubtful."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from tp_directory.core.bilingual import Text
from tp_directory.core.errors import CannotRead
from tp_directory.core.place import Province
from tp_directory.paths import bundle
from tp_directory.screening.legal_notes import (
    CHILDREN,
    LegalNote,
    LegalSource,
    LegalTopic,
    Verified,
    read_legal_notes,
)
from tp_directory.screening.yaml_file import YamlRefused

FILE = bundle().data / "legal" / "canada.yaml"
OURS = read_legal_notes(FILE)
NOTES = [(topic, note) for topic in OURS.topics for note in topic.notes]
EVERY_NOTE = pytest.mark.parametrize(
    ("topic", "note"),
    NOTES,
    ids=[f"{topic.id}-{note.province or 'CA'}-{note.reference.en}" for topic, note in NOTES],
)
ONE = """as_of: 2026-11
topics:
  - id: children
    title: {en: Children, fr: Enfants}
    rule: {en: Ask, fr: Demandez}
    notes:
      - reference: {en: Example, fr: Exemple}
        text: {en: A statement, fr: Un énoncé}
        province: ON
        verified: yes
        read_on: 2026-11-23
        sources:
          - url: https://example.org/law
"""


def written(folder: Path, content: str) -> Path:
    file = folder / "notes.yaml"
    file.write_text(content, encoding="utf-8")
    return file


def test_a_file_gives_its_topics_with_their_notes(tmp_path: Path) -> None:
    notes = read_legal_notes(written(tmp_path, ONE))

    assert notes.as_of == "2026-11"
    assert notes.topics == (
        LegalTopic(
            "children",
            Text("Children", "Enfants"),
            (
                LegalNote(
                    Text("Example", "Exemple"),
                    Text("A statement", "Un énoncé"),
                    Verified.YES,
                    (LegalSource("https://example.org/law"),),
                    date(2026, 11, 23),
                    Province.ON,
                ),
            ),
            Text("Ask", "Demandez"),
        ),
    )


@pytest.mark.parametrize(
    ("right", "wrong", "line", "field", "words"),
    [
        ("as_of: 2026-11", "as_of: November", 1, "as_of", "month"),
        ("id: children", "id: adults", 2, "topics", "children"),
        ("    rule: {en: Ask, fr: Demandez}\n", "", 2, "topics", "rule"),
        ("Ask, fr: Demandez", "Ask", 5, "topics[0].rule", "“fr” is missing"),
        ("A statement", "''", 8, "topics[0].notes[0].text.en", "missing"),
        ("province: ON", "province: XX", 9, "topics[0].notes[0].province", "BC, AB"),
        ("province: ON", "age: 16", 9, "topics[0].notes[0].age", "“age” is not known"),
        ("verified: yes", "verified: true", 10, "topics[0].notes[0].verified", "yes, weak"),
        ("verified: yes", "verified: no", 11, "topics[0].notes[0].read_on", "verified: yes"),
        ("        read_on: 2026-11-23\n", "", 7, "topics[0].notes[0]", "read_on"),
        ("2026-11-23", "23/11/2026", 11, "topics[0].notes[0].read_on", "date"),
        ("\n          - url: https://example.org/law", " []", 7, "topics[0].notes[0]", "source"),
        ("https://example.org/law", "a book", 13, "topics[0].notes[0].sources[0].url", "address"),
    ],
)
def test_what_is_doubtful_is_refused_by_line_and_field(
    tmp_path: Path, right: str, wrong: str, line: int, field: str, words: str
) -> None:
    with pytest.raises(YamlRefused) as refused:
        read_legal_notes(written(tmp_path, ONE.replace(right, wrong)))

    problem = refused.value.problem
    assert (problem.file, problem.line, problem.field) == ("notes.yaml", line, field)
    assert words in problem.text.en
    assert problem.text.fr


def test_a_topic_stands_in_a_file_once(tmp_path: Path) -> None:
    topic = ONE.partition("topics:\n")[2]

    with pytest.raises(YamlRefused) as refused:
        read_legal_notes(written(tmp_path, ONE + topic))

    assert refused.value.problem.field == "topics[1].id"


def test_a_missing_file_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(CannotRead):
        read_legal_notes(tmp_path / "notes.yaml")


def test_a_topic_is_found_by_its_id() -> None:
    assert OURS.topic(CHILDREN).id == CHILDREN


def test_a_province_has_what_holds_everywhere_first_and_nothing_of_the_others() -> None:
    notes = OURS.topic(CHILDREN).in_province(Province.ON)

    assert [note.province for note in notes] == [None, Province.ON, Province.ON]


def test_without_a_province_only_what_holds_everywhere_is_read() -> None:
    children = OURS.topic(CHILDREN)

    assert [note.province for note in children.in_province(None)] == [None]
    assert [topic.id for topic in OURS.topics if topic.has_provinces] == [CHILDREN]


@pytest.mark.parametrize("province", list(Province))
def test_the_bundled_notes_say_something_of_every_province(province: Province) -> None:
    assert any(note.province is province for note in OURS.topic(CHILDREN).notes)


@EVERY_NOTE
def test_the_french_of_a_bundled_note_is_set_as_french(topic: LegalTopic, note: LegalNote) -> None:
    for words in (topic.title.fr, note.reference.fr, note.text.fr):
        assert not re.search(r"[^\u00a0][:»]|«[^\u00a0]|\s[;!?]", words)


def test_no_telephone_number_stands_in_the_bundled_notes() -> None:
    content = re.sub(r'url: ".*"', "", FILE.read_text(encoding="utf-8"))

    assert not re.search(r"\d{3}[-. ]\d{4}|\b[2-9]11\b|\b988\b", content)
