"""Answers as lines and tables for people, on a terminal or in a pipe.

A number is never cut or broken: on a wide terminal its column has its full width, and
everywhere else it has a line of its own. Piped lines do not depend on any width.
"""

from __future__ import annotations

from datetime import datetime
from textwrap import indent
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text as Styled

from tp_directory import wording
from tp_directory.cli.around_hits import counted, introduction, ways_out
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.coverage import Closeness
from tp_directory.core.hours import Availability, OpenState
from tp_directory.core.query import Hit, Results
from tp_directory.core.service import PhoneKind

_ID_WIDTH = 36
_READABLE_WIDTH = 24
_GAPS_WIDTH = 12
_INDENT = "  "
_PLAIN = Style()
_NAME = Style(bold=True)
_FAINT = Style(dim=True)
_STATES = {
    OpenState.OPEN: Style(color="green"),
    OpenState.CLOSED: Style(dim=True),
    OpenState.UNKNOWN: Style(dim=True),
}
_LINES = Text("Trafficking lines, day and night", "Lignes contre la traite, jour et nuit")
_NO_NUMBER = Text("no number stated", "aucun numéro indiqué")
_HOURS_UNKNOWN = Text("Hours not known", "Heures inconnues")
_HEADINGS = (
    Text("Service", "Service"),
    Text("Number", "Numéro"),
    Text("Open", "Ouverture"),
    Text("Where, and age of the facts", "Lieu et âge des données"),
)


def console(stream: TextIO) -> Console:
    """A console that prints words as they are, in colours only on a terminal."""
    return Console(file=stream, highlight=False, markup=False, emoji=False)


def show_results(
    screen: Console,
    answer: Results,
    now: datetime,
    language: Language,
    reasons: tuple[str, ...] = (),
) -> None:
    """Print an answer: where it searched from, the hits, what else to try, and the caution."""
    for sentence in introduction(answer, language):
        _line(screen, sentence)
    _show_hits(screen, answer, now, language, reasons)
    for sentence in (counted(answer, language), *ways_out(answer, language)):
        _line(screen, sentence)
    if answer.lines:
        _show_lines(screen, answer, now, language)
    _line(screen, wording.NOT_CONFIRMED.best(language), _FAINT)


def show_facts(
    screen: Console, title: str, facts: tuple[tuple[str, str], ...], language: Language
) -> None:
    """Print labelled facts under a title, and the caution; nothing is cut."""
    _line(screen, title, _NAME)
    colon = Text(":", " :").best(language)
    for label, words in facts:
        line = Styled(f"{label}{colon} ", _FAINT)
        screen.print(line.append(words, Style(dim=False)), soft_wrap=True)
    _line(screen, wording.NOT_CONFIRMED.best(language), _FAINT)


def _show_lines(screen: Console, answer: Results, now: datetime, language: Language) -> None:
    screen.print()
    _line(screen, _LINES.best(language), _NAME)
    for hit in answer.lines:
        _show_block(screen, hit, now, language)


def _show_hits(
    screen: Console,
    answer: Results,
    now: datetime,
    language: Language,
    reasons: tuple[str, ...],
) -> None:
    number_width = max((len(_number(hit, language)) for hit in answer.hits), default=0)
    needed = _ID_WIDTH + number_width + 2 * _READABLE_WIDTH + _GAPS_WIDTH
    is_wide = screen.is_terminal and screen.width >= needed and not reasons
    table = _table(number_width, language)
    closeness: Closeness | None = None
    for place, hit in enumerate(answer.hits):
        if answer.spot and hit.closeness is not None and hit.closeness is not closeness:
            closeness = hit.closeness
            heading = wording.closeness_heading(closeness, answer.spot, language)
            if is_wide:
                table.add_row(Styled(heading, _FAINT))
            else:
                _line(screen, f"-- {heading} --", _FAINT)
                screen.print()
        if is_wide:
            table.add_row(*_cells(hit, now, language), end_section=True)
        else:
            reason = reasons[place] if place < len(reasons) else ""
            _show_block(screen, hit, now, language, reason)
    if is_wide and answer.hits:
        screen.print(table)


def _table(number_width: int, language: Language) -> Table:
    """The empty table, wide enough for the longest number and for the ids."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=True)
    service, number, opening, where = (heading.best(language) for heading in _HEADINGS)
    table.add_column(service, width=_ID_WIDTH)
    table.add_column(number, no_wrap=True, width=number_width)
    table.add_column(opening, ratio=2)
    table.add_column(where, ratio=3)
    return table


def _cells(hit: Hit, now: datetime, language: Language) -> tuple[Styled, ...]:
    service = Styled()
    for words, style in (
        (hit.service.name.best(language), _NAME),
        (_organization(hit, language), _PLAIN),
        (hit.service.id, _FAINT),
    ):
        if words:
            service.append(words if not service else f"\n{words}", style)
    facts = (_whereabouts(hit, language), _age(hit, now, language))
    return (
        service,
        Styled(_number(hit, language)),
        Styled(_opening(hit, now, language), _STATES[_answer(hit).state]),
        Styled("\n".join(filter(None, facts))),
    )


def _show_block(
    screen: Console, hit: Hit, now: datetime, language: Language, reason: str = ""
) -> None:
    _line(screen, hit.service.name.best(language), _NAME)
    screen.print(f"{_INDENT}{_number(hit, language)}", soft_wrap=True)  # whole at any width
    for words, style in (
        (_opening(hit, now, language), _STATES[_answer(hit).state]),
        (_organization(hit, language), _PLAIN),
        (_whereabouts(hit, language), _PLAIN),
        (_age(hit, now, language), _PLAIN),
        (hit.service.id, _FAINT),
        (reason, _FAINT),
    ):
        if words:
            _line(screen, words, style, _INDENT)
    screen.print()


def _number(hit: Hit, language: Language) -> str:
    phone = hit.main_line.phone if hit.main_line else None
    if phone is None:
        return _NO_NUMBER.best(language)
    number = wording.number(phone, language)
    if phone.kind is PhoneKind.VOICE:
        return number
    return f"{number} ({wording.phone_kind(phone.kind, language)})"


def _opening(hit: Hit, now: datetime, language: Language) -> str:
    if not hit.service.phones and hit.availability.state is OpenState.UNKNOWN:
        return _HOURS_UNKNOWN.best(language)  # "call to check" would be in vain
    return wording.availability(_answer(hit), now, language)


def _answer(hit: Hit) -> Availability:
    """Whether the number that stands beside it is answered."""
    return hit.answer(hit.main_line) if hit.main_line else hit.availability


def _organization(hit: Hit, language: Language) -> str:
    organization = hit.service.organization.best(language)
    return "" if organization == hit.service.name.best(language) else organization


def _whereabouts(hit: Hit, language: Language) -> str:
    serves = wording.serves(hit.service, language)
    where = wording.where(hit.service, language)
    served = Text(f"Serves: {serves}", f"Territoire : {serves}").best(language) if serves else ""
    return " · ".join(filter(None, (served, where, wording.how_far(hit, language))))


def _age(hit: Hit, now: datetime, language: Language) -> str:
    return wording.facts_age(hit.service, now.date(), language)


def _line(screen: Console, words: str, style: Style = _PLAIN, before: str = "") -> None:
    """One line; only a terminal folds it, so that a pipe gets it whole."""
    if screen.is_terminal:
        screen.print(Padding(Styled(words, style), (0, 0, 0, len(before)), expand=False))
    else:
        screen.print(Styled(indent(words, before), style), soft_wrap=True)
