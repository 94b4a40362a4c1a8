"""What a form means as a checklist: its parts, by the names that data/protocols/README.md fixes.

A workbook that follows none of the names still runs: all its questions are steps then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tp_directory.core.bilingual import Text
from tp_directory.screening.form import Form, Kind, Question

if TYPE_CHECKING:  # it loads openpyxl and lxml, which the window does not wait for
    from tp_directory.screening.xlsform.workbook import Workbook

ABOUT, PRECONDITIONS, DANGER, AGE, RESULT = "about", "g_pre", "danger", "age_band", "result"
BAND, NEEDS, POPULATIONS, SWITCH = "band", "result_needs", "result_populations", "result_switch"
NEEDS_OF_BAND = "needs_of_band"
_BAND_NOTE, _SWITCH_NOTE = "band_", "switch_"
_ACTION = re.compile(r"do_(?P<band>.+)_\d+")


@dataclass(frozen=True, slots=True)
class About:
    """What a protocol says of itself; "" where its workbook does not say.

    `setting`: where it is used, and for how long. `audience`: `police`, `border`, `ngo`, separated
    by spaces. `age_scope`: `any`, `adult` or `minor`. `status`: `draft` until it is validated.
    """

    title: Text
    setting: Text
    audience: str
    age_scope: str
    author: str
    date: str
    status: str


@dataclass(frozen=True, slots=True)
class Step:
    """Questions that are put together: a section, or a run of questions outside of any."""

    label: Text
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """A result that a protocol can give: its words, and what to do, in order.

    Actions can have a relevance of their own, so that the session says which hold.
    """

    name: str
    title: Text
    text: Text
    actions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Protocol:
    """A checklist: what comes before it, the question of danger, the steps, and the results.

    `switches` are the words that send the worker on to another protocol, by its id.
    """

    form: Form
    about: About
    before: Step
    danger: Question | None
    steps: tuple[Step, ...]
    bands: tuple[Band, ...]
    switches: dict[str, Question]

    @property
    def id(self) -> str:
        """The name that other protocols and scenarios call it by (XLSForm's `form_id`)."""
        return self.form.form_id

    def band(self, name: str) -> Band | None:
        """The result of that name, if the workbook has words for it."""
        return next((band for band in self.bands if band.name == name), None)


def protocol_from(form: Form, workbook: Workbook) -> Protocol:
    """Tell the parts of a compiled form apart; `workbook` is what it was compiled from."""
    settings = next(iter(workbook.sheets.get("settings", ())), None)
    said = settings.cells if settings else {}
    about = _named(form, ABOUT)
    title = about.label if about else Text()
    danger = _named(form, DANGER)
    return Protocol(
        form=form,
        about=About(
            title=title or Text(form.title, form.title),
            setting=about.hint if about else Text(),
            audience=said.get("audience", ""),
            age_scope=said.get("age_scope", ""),
            author=said.get("author", ""),
            date=said.get("date", ""),
            status=said.get("status", ""),
        ),
        before=_section(form, PRECONDITIONS) or Step(Text(), ()),
        danger=danger if danger and danger.kind is Kind.SELECT_ONE else None,
        steps=tuple(_steps(form)),
        bands=tuple(_bands(form)),
        switches={
            each.name.removeprefix(_SWITCH_NOTE): each
            for each in _result(form)
            if each.name.startswith(_SWITCH_NOTE)
        },
    )


def _named(form: Form, name: str) -> Question | None:
    return form.question(name) if name in form.places else None


def _leaves(form: Form, name: str) -> Iterator[Question]:
    """What is shown in a group, the groups inside it included."""
    for each in form.inside(name):
        if each.kind is Kind.GROUP:
            yield from _leaves(form, each.name)
        elif each.kind is not Kind.CALCULATE:
            yield each


def _section(form: Form, name: str) -> Step | None:
    group = _named(form, name)
    if group is None or group.kind is not Kind.GROUP:
        return None
    return Step(group.label, tuple(_leaves(form, name)))


def _steps(form: Form) -> Iterator[Step]:
    loose: list[Question] = []
    for each in form.inside(""):
        if each.name in {ABOUT, PRECONDITIONS, DANGER, RESULT} or each.kind is Kind.CALCULATE:
            continue
        if each.kind is not Kind.GROUP:
            loose.append(each)
            continue
        if loose:
            yield Step(Text(), tuple(loose))
            loose = []
        yield Step(each.label, tuple(_leaves(form, each.name)))
    if loose:
        yield Step(Text(), tuple(loose))


def _result(form: Form) -> tuple[Question, ...]:
    return tuple(_leaves(form, RESULT)) if _named(form, RESULT) else ()


def _bands(form: Form) -> Iterator[Band]:
    rows = _result(form)
    for each in rows:
        if not each.name.startswith(_BAND_NOTE):
            continue
        name = each.name.removeprefix(_BAND_NOTE)
        actions = tuple(
            row for row in rows if (match := _ACTION.fullmatch(row.name)) and match["band"] == name
        )
        yield Band(name, each.label, each.hint, actions)
