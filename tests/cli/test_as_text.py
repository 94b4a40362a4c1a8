import io
import re
from dataclasses import replace
from datetime import datetime

import pytest
from rich.console import Console

from tp_directory import wording
from tp_directory.cli.as_text import console, show_results
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.hours import UNKNOWN, Availability, OpenState
from tp_directory.core.query import OpenPhone, Query, Results
from tp_directory.core.service import Phone, PhoneKind
from tp_directory.directory import Directory

COLOUR = re.compile("\x1b\\[[0-9;]*m")


@pytest.fixture
def everything(directory: Directory) -> Results:
    return directory.search(Query(near="Whitehorse", limit=1000))


def _on_a_terminal(answer: Results, now: datetime, width: int) -> str:
    screen = Console(file=io.StringIO(), width=width, force_terminal=True, highlight=False)
    show_results(screen, answer, now, Language.EN)
    assert isinstance(screen.file, io.StringIO)
    return screen.file.getvalue()


def _numbers(answer: Results) -> list[str]:
    lines = [hit.main_line for hit in answer.hits]
    return [wording.number(line.phone, Language.EN) for line in lines if line]


@pytest.mark.parametrize("width", [10, 20, 40, 79, 110, 130, 200])
def test_no_number_is_cut_or_broken_at_any_width(
    directory: Directory, everything: Results, width: int
) -> None:
    page = COLOUR.sub("", _on_a_terminal(everything, directory.now(), width))

    assert [number for number in _numbers(everything) if number not in page] == []


def test_a_wide_terminal_gets_a_table_and_a_narrow_one_gets_blocks(
    directory: Directory, everything: Results
) -> None:
    wide = _on_a_terminal(everything, directory.now(), 160)
    narrow = _on_a_terminal(everything, directory.now(), 60)

    assert "Where, and age of the facts" in wide
    assert "Where, and age of the facts" not in narrow


@pytest.mark.parametrize("width", [60, 160])
def test_every_hit_stands_with_its_id(
    directory: Directory, everything: Results, width: int
) -> None:
    page = _on_a_terminal(everything, directory.now(), width)

    assert [hit.service.id for hit in everything.hits if hit.service.id not in page] == []


def test_a_terminal_gets_colours_and_a_pipe_gets_none(
    directory: Directory, everything: Results
) -> None:
    pipe = io.StringIO()
    show_results(console(pipe), everything, directory.now(), Language.EN)

    assert COLOUR.search(_on_a_terminal(everything, directory.now(), 80))
    assert "\x1b" not in pipe.getvalue()


@pytest.mark.parametrize("columns", ["10", "40", "200"])
def test_what_is_piped_does_not_depend_on_a_width(
    directory: Directory,
    everything: Results,
    columns: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    usual, other = io.StringIO(), io.StringIO()
    show_results(console(usual), everything, directory.now(), Language.EN)
    monkeypatch.setenv("COLUMNS", columns)
    show_results(console(other), everything, directory.now(), Language.EN)

    assert other.getvalue() == usual.getvalue()
    assert not set(usual.getvalue()) & set("─│┃━┌└")


def test_a_number_that_is_not_for_calling_says_so(
    directory: Directory, everything: Results
) -> None:
    hit = next(hit for hit in everything.hits if hit.service.phones)
    phone = Phone("+1-807-555-0100", PhoneKind.TEXT, Text("Example"))
    texted = replace(hit, phones=(OpenPhone(phone, UNKNOWN),))
    pipe = io.StringIO()
    show_results(console(pipe), replace(everything, hits=(texted,)), directory.now(), Language.EN)

    assert "  1-807-555-0100 (Text message)\n" in pipe.getvalue()


def test_it_is_said_whether_the_number_beside_it_is_answered(
    directory: Directory, everything: Results
) -> None:
    office = Phone("+1-807-555-0100", PhoneKind.VOICE, Text("Office"), hours="Mo-Fr 09:00-17:00")
    line = OpenPhone(office, Availability(OpenState.CLOSED))
    hit = replace(everything.hits[0], availability=Availability(OpenState.OPEN), phones=(line,))
    pipe = io.StringIO()
    show_results(console(pipe), replace(everything, hits=(hit,)), directory.now(), Language.EN)

    assert "Open day and night" not in pipe.getvalue()
    assert "Closed" in pipe.getvalue()


def test_nobody_is_told_to_call_where_there_is_no_number(
    directory: Directory, everything: Results
) -> None:
    hit = replace(everything.hits[0], availability=UNKNOWN)
    silent = replace(hit, phones=())
    pipe = io.StringIO()
    show_results(console(pipe), replace(everything, hits=(silent,)), directory.now(), Language.EN)

    assert "  no number stated\n  Hours not known\n" in pipe.getvalue()
