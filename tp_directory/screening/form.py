"""A protocol as it runs: its questions in order, in both languages, with their formulas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tp_directory.core.bilingual import Language, Text
from tp_directory.screening.xpath.formula import Formula
from tp_directory.screening.xpath.outline import Item, Outline


class Kind(StrEnum):
    """What a row of the survey is; the values are XLSForm's own words."""

    GROUP = "group"
    NOTE = "note"
    ACKNOWLEDGE = "acknowledge"
    SELECT_ONE = "select_one"
    SELECT_MULTIPLE = "select_multiple"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    TEXT = "text"
    CALCULATE = "calculate"

    @property
    def is_answered(self) -> bool:
        """Whether the worker gives its value."""
        return self not in {Kind.GROUP, Kind.NOTE, Kind.CALCULATE}


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice of a list: its code, its words, and all of its columns, which filters look at."""

    name: str
    label: Text
    columns: Item


@dataclass(frozen=True, slots=True)
class Question:
    """A row of the survey, groups and calculations included.

    `index` is its place in `Form.questions`, `parent` that of its group (0: the form itself, whose
    own parent is -1). A formula that is None was not written. `default` is a plain value, and
    `first_value` a formula that is computed once, when the session begins. `extra` holds the
    columns that XLSForm does not know (`dimension`, `strength`…), by header.
    """

    index: int
    name: str
    path: str
    kind: Kind
    parent: int
    row: int
    label: Text = Text()
    hint: Text = Text()
    guidance: Text = Text()
    appearance: str = ""
    choices: tuple[Choice, ...] = ()
    choice_filter: Formula | None = None
    relevant: Formula | None = None
    constraint: Formula | None = None
    constraint_message: Text = Text()
    required: Formula | None = None
    required_message: Text = Text()
    calculate: Formula | None = None
    default: str = ""
    first_value: Formula | None = None
    extra: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Form:
    """A compiled protocol: who it says it is, the hash of its workbook, and its questions.

    `questions[0]` is the form itself; the others stand in the order of the workbook. `title` is in
    one language, since XLSForm has no place for two.
    """

    form_id: str
    title: str
    version: str
    default_language: Language
    sha256: str
    questions: tuple[Question, ...]
    outline: Outline
    places: Mapping[str, int]

    def question(self, name: str) -> Question:
        """Return the question, group or calculation of that name.

        Raises:
            KeyError: the form has none of that name.
        """
        return self.questions[self.places[name]]

    def inside(self, name: str) -> tuple[Question, ...]:
        """What stands directly in a group, in order; `""` names the form itself."""
        index = self.places[name] if name else 0
        return tuple(self.questions[each] for each in self.outline.nodes[index].children)
