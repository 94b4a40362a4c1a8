"""The summary that a worker may save: what it says, what it never says, and its two forms."""

from __future__ import annotations

import getpass
import platform
import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QSizeF
from PySide6.QtGui import QGuiApplication, QPdfWriter

from tests.conftest import NOW
from tests.ui.screening.results import NAMES, all_yes, begun, case, vocabulary
from tp_directory.core.bilingual import Language
from tp_directory.directory import Directory
from tp_directory.screening.interview import Interview
from tp_directory.screening.outcome import YES
from tp_directory.ui.screening.matches import Wanted, find_matches
from tp_directory.ui.screening.summary import Summary, as_text, summarize
from tp_directory.ui.screening.summary_pdf import as_pdf, document_of
from tp_directory.ui.tokens import CONTRAST, palette_of

LANGUAGES = pytest.mark.parametrize("language", list(Language))


def summary(
    directory: Directory,
    interview: Interview,
    language: Language = Language.EN,
    *,
    is_training: bool = False,
    age_days: int = 0,
) -> Summary:
    outcome = interview.outcome()
    wanted = Wanted(outcome.needs, outcome.populations, "Kenora", language)
    return summarize(
        interview.protocol,
        outcome,
        find_matches(directory, wanted),
        vocabulary(),
        directory.taxonomy,
        replace(directory.edition, published_at=(NOW - timedelta(days=age_days)).isoformat()),
        NOW,
        language,
        is_training=is_training,
    )


def plain(words: str) -> str:
    """Words as QTextDocument gives them out: without no-break spaces."""
    return words.replace("\u00a0", " ")


@pytest.fixture
def writer(qapp: QGuiApplication) -> Iterator[QPdfWriter]:
    """A writer with 300 dots to an inch; documents that are laid out for it must not outlive it."""
    buffer = QBuffer()
    writer = QPdfWriter(buffer)
    writer.setResolution(300)
    yield writer
    buffer.close()


def words_of(pdf: bytes) -> list[bytes]:
    """What is painted on each page, as a program of PDF."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    opened = [zlib.decompress(each) for each in streams if each[:1] == b"\x78"]
    return [each for each in opened if b" Tf" in each]


@pytest.mark.parametrize(
    ("language", "age_days", "line"),
    [
        (Language.EN, 120, "This directory is 120 days old"),
        (Language.FR, 400, "Ce répertoire a plus d'un an"),
    ],
)
def test_a_summary_from_an_old_edition_says_so_on_paper_too(
    directory: Directory, writer: QPdfWriter, language: Language, age_days: int, line: str
) -> None:
    interview = case("s1_traffic_stop")
    young, old = (summary(directory, interview, language, age_days=days) for days in (89, age_days))

    assert line in as_text(old)
    assert line not in as_text(young)
    assert line in plain(document_of(old, writer, QSizeF(2000, 3000)).toPlainText())


@LANGUAGES
def test_a_summary_says_of_what_and_when_it_is_and_what_it_is_not(
    directory: Directory, language: Language
) -> None:
    interview = case("s1_traffic_stop")
    text = plain(as_text(summary(directory, interview, language)))
    band = interview.outcome().band
    assert band is not None

    assert plain(interview.protocol.about.title.best(language)) in text
    assert "version 0.1" in text
    assert {"en": "draft, not validated", "fr": "ébauche, non validée"}[language] in text
    assert {"en": "24 November 2026, 15:00", "fr": "24 novembre 2026, 15 h"}[language] in text
    assert plain(vocabulary().disclaimer.best(language)) in text
    assert {"en": "No name is asked for", "fr": "Aucun nom n'est demandé"}[language] in text
    assert plain(band.title.best(language)) in text
    assert plain(band.text.best(language)) in text


@LANGUAGES
def test_a_summary_has_what_was_noted_and_no_other_answer(
    directory: Directory, language: Language
) -> None:
    interview = case("s1_traffic_stop")
    text = as_text(summary(directory, interview, language))
    asked = [
        each for step in interview.steps for each in interview.asked(step) if each.kind.is_answered
    ]
    labels = {
        is_noted: [
            each.label.best(language)
            for each in asked
            if (interview.state(each).value == YES) is is_noted
        ]
        for is_noted in (True, False)
    }

    assert len(labels[True]) > 3
    assert all(label in text for label in labels[True])
    assert not any(label in text for label in labels[False])


def test_a_summary_counts_what_is_no_answer(directory: Directory) -> None:
    text = as_text(summary(directory, case("s1_traffic_stop")))

    assert (
        "7\u00a0questions were not asked or could not be told. "
        "2\u00a0questions the person preferred not to answer. None of these is a no."
    ) in text


def test_a_summary_names_services_with_their_numbers_and_the_age_of_the_facts(
    directory: Directory,
) -> None:
    text = as_text(summary(directory, case("s1_traffic_stop")))

    assert (
        "Canadian Human Trafficking Hotline · 1-833-900-1010 · Hotline · "
        "24 hours a day, 7 days a week · The Canadian Centre to End Human Trafficking · The page"
    ) in text


@LANGUAGES
def test_only_training_marks_a_summary_as_fictional(
    directory: Directory, language: Language
) -> None:
    words = {"en": "TRAINING: fictional", "fr": "FORMATION\u00a0: cas fictif"}[language]
    interview = case("s2_traffic_benign")
    real = summary(directory, interview, language)
    training = summary(directory, interview, language, is_training=True)

    assert words not in as_text(real)
    assert as_text(training).startswith(words)
    assert len(words_of(as_pdf(training))[0]) > len(words_of(as_pdf(real))[0])


@LANGUAGES
@pytest.mark.parametrize("name", NAMES)
def test_all_of_a_summary_is_on_paper(
    writer: QPdfWriter, directory: Directory, name: str, language: Language
) -> None:
    told = summary(directory, all_yes(name), language)
    paper = plain(document_of(told, writer, QSizeF(2000, 3000)).toPlainText())

    for words in (told.title, *told.lead, told.note):
        assert plain(words) in paper
    for part in told.parts:
        assert all(plain(each) in paper for each in (part.heading, *part.lines, *part.paragraphs))


def test_a_long_summary_takes_several_numbered_pages(
    qapp: QGuiApplication, directory: Directory
) -> None:
    pdf = as_pdf(summary(directory, all_yes("shelter_adult")))

    assert pdf.startswith(b"%PDF-")
    assert re.search(rb"/MediaBox \[0(\.0+)? 0(\.0+)? 612(\.0+)? 792(\.0+)?\]", pdf)
    assert len(words_of(pdf)) == len(re.findall(rb"/Type /Page\b", pdf)) > 2


def test_a_pdf_names_neither_user_nor_computer_nor_folder(
    qapp: QGuiApplication, directory: Directory, tmp_path: Path
) -> None:
    pdf = as_pdf(summary(directory, begun("police_rapid", danger="no")))
    head = pdf[: pdf.index(b"/Catalog")]  # what it says of itself
    here = {getpass.getuser(), platform.node(), str(Path.home()), str(tmp_path), str(Path.cwd())}

    assert b"/Author ()" in head
    assert b"/Creator ()" in head
    assert not any(name.encode() in head for name in here)
    assert not any(str(each).encode() in pdf for each in (tmp_path, Path.cwd()))


def test_paper_is_the_same_whatever_the_colours_of_the_screen(
    qapp: QGuiApplication, directory: Directory
) -> None:
    told = summary(directory, case("s1_traffic_stop"))
    before, palette = words_of(as_pdf(told)), qapp.palette()
    qapp.setPalette(palette_of(CONTRAST))
    after = words_of(as_pdf(told))
    qapp.setPalette(palette)

    assert before
    assert after == before


@pytest.mark.parametrize("height", range(1600, 3200, 200))
def test_no_heading_is_the_last_line_of_a_page(
    writer: QPdfWriter, directory: Directory, height: int
) -> None:
    told = summary(directory, all_yes("shelter_adult"))
    document = document_of(told, writer, QSizeF(2000, height))
    layout, block, headings = document.documentLayout(), document.begin(), 0
    while (below := block.next()).isValid():
        areas = [layout.blockBoundingRect(each) for each in (block, below)]
        assert areas[0].bottom() <= areas[1].top()  # all of it is laid out
        if block.blockFormat().headingLevel():
            headings += 1
            assert areas[0].top() // height == areas[1].top() // height
        block = below

    assert headings > 20
    assert layout.blockBoundingRect(document.lastBlock()).height() > 0
    assert document.pageCount() > 2
