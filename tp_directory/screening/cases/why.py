"""Why a band came out: the facts that the workbook's own formula reads, put into words.

No rule is known here: a formula that reads other facts shows those, under their own names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tp_directory.core.bilingual import Text
from tp_directory.screening.form import Form, Question
from tp_directory.screening.interview import Interview
from tp_directory.screening.protocol import BAND
from tp_directory.screening.vocabulary import Vocabulary

STRENGTHS = {
    "strong": Text("strong", "fort"),
    "medium": Text("medium", "moyen"),
    "weak": Text("weak", "faible"),
}
"""The values of the column `strength` of a workbook."""

_YES_NO = {"1": Text("yes", "oui"), "0": Text("no", "non")}
_COUNTS = {
    "t_strong": Text("Strong indicators noted", "Indicateurs forts notés"),
    "t_medium": Text("Medium indicators noted", "Indicateurs moyens notés"),
    "t_weak": Text("Weak indicators noted", "Indicateurs faibles notés"),
    "npos": Text("Areas that count as present", "Domaines comptés comme présents"),
    "answered": Text("Indicators answered yes or no", "Indicateurs avec un oui ou un non"),
    "of": Text("Indicators that could be answered", "Indicateurs auxquels on pouvait répondre"),
}
_FLAGS = {
    "means": Text(
        "Deception, pressure or dependence, as a “means”",
        "Tromperie, contrainte ou dépendance, comme «\u00a0moyen\u00a0»",
    ),
    "g_control": Text("Something noted about control", "Quelque chose de noté sur le contrôle"),
    "g_situation": Text(
        "Something noted about the situation", "Quelque chose de noté sur la situation"
    ),
    "g_exploitation": Text(
        "Something noted about exploitation", "Quelque chose de noté sur l'exploitation"
    ),
    "g_condition": Text(
        "Something noted about the person's condition",
        "Quelque chose de noté sur l'état de la personne",
    ),
}
"""Working rows of the shipped workbooks (data/protocols/README.md)."""

_OF_AREA = re.compile(r"p_.+|n_.+_(strong|medium|weak)")


@dataclass(frozen=True, slots=True)
class Area:
    """What was noted of one dimension, and what the workbook counts of it.

    `is_present` is None where the workbook does not compute it; `counts` has the strengths that it
    counts, each with its number.
    """

    label: Text
    is_present: bool | None
    counts: tuple[tuple[Text, str], ...]
    noted: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that the formula of the band reads, and what it is now."""

    label: Text
    value: Text


@dataclass(frozen=True, slots=True)
class Why:
    """The areas of a protocol, what else its formula of the band reads, and the formula."""

    areas: tuple[Area, ...]
    facts: tuple[Fact, ...]
    formula: str


def why(interview: Interview, vocabulary: Vocabulary) -> Why:
    """Tell why the band of an interview is what it is."""
    form = interview.protocol.form
    row = form.question(BAND) if BAND in form.places else None
    formula = row.calculate if row else None
    read = [form.questions[index] for index in sorted(formula.reads)] if formula else []
    return Why(
        areas=tuple(_areas(interview, vocabulary)),
        facts=tuple(_fact(interview, each) for each in read if not _OF_AREA.fullmatch(each.name)),
        formula=_as_written(form, formula.text) if formula else "",
    )


def answer_words(question: Question, value: str) -> Text:
    """An answer in the words of its choices, "" where there is none."""
    labels = {each.name: each.label for each in question.choices}
    chosen = [labels.get(code, Text(code, code)) for code in value.split()]
    if not question.choices:
        return Text(value, value)
    return Text("; ".join(each.en for each in chosen), "; ".join(each.fr for each in chosen))


def _areas(interview: Interview, vocabulary: Vocabulary) -> Iterator[Area]:
    form = interview.protocol.form
    asked = [each for step in interview.protocol.steps for each in step.questions]
    codes = dict.fromkeys(each.extra.get("dimension", "") for each in asked)
    for code in (each for each in codes if each):
        present = value_of(interview, f"p_{code}")
        counts = {each: value_of(interview, f"n_{code}_{each}") for each in STRENGTHS}
        yield Area(
            label=vocabulary.dimensions.get(code, Text(code, code)),
            is_present=present == "1" if f"p_{code}" in form.places else None,
            counts=tuple((STRENGTHS[each], count) for each, count in counts.items() if count),
            noted=tuple(
                each
                for each in asked
                if each.extra.get("dimension") == code and interview.state(each).value == "yes"
            ),
        )


def value_of(interview: Interview, name: str) -> str:
    """The value of a question or calculation, "" where the protocol has none of that name."""
    form = interview.protocol.form
    return interview.state(form.question(name)).value if name in form.places else ""


def _fact(interview: Interview, question: Question) -> Fact:
    name, value = question.name, interview.state(question).value
    if name in _FLAGS:
        return Fact(_FLAGS[name], _YES_NO.get(value, Text(value, value)))
    if question.calculate:
        return Fact(_COUNTS.get(name, Text(name, name)), Text(value, value))
    return Fact(question.label, answer_words(question, value) or Text("—", "—"))


def _as_written(form: Form, formula: str) -> str:
    """A formula with `${name}` for the paths that pyxform made of it."""
    root = re.escape(form.questions[0].path)
    named = re.sub(rf"\s*{root}(?:/[\w.-]+)*/([\w.-]+)\s*", r" ${\1} ", formula)
    return re.sub(r"(?<=\()\s+|\s+(?=[,)])", "", named).strip()
