"""How long a checklist takes to open and to answer, against a plain full pass by lxml.

The baseline evaluates every formula of the compiled form over its instance after each answer, once
and in the order of the form, as a runtime without a graph would; its XPaths are compiled
beforehand. Ours is measured both ways: what depends on the answer only, and everything. Forms of
growing length show that an answer costs what depends on it, and not what the form holds.

    python tests/benchmarks/screening.py [--answers 2000] [--json FILE]
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from lxml import etree
from machine import describe

from tests.screening.conftest import PROTOCOLS, filled
from tp_directory.screening.form import Form, Question
from tp_directory.screening.session import Session
from tp_directory.screening.xlsform.compile import compile_workbook, xform_of
from tp_directory.screening.xlsform.workbook import workbook_of

HEADERS = ["type", "name", "label", "relevant", "calculation"]
CHOICES = [["list_name", "name", "label"], ["yn", "yes", "Yes"], ["yn", "no", "No"]]
IMPORT = "import time; s = time.perf_counter(); import tp_directory.screening.xlsform.compile; " + (
    "print(time.perf_counter() - s)"
)


def generated(questions: int, dependents: int) -> bytes:
    """A form of so many questions in sections of ten, each section with a condition and a count.

    On the first question hangs a calculation for each of `dependents`.
    """
    rows: list[list[str]] = [HEADERS]
    for section in range(questions // 10):
        first = section * 10
        condition = f"${{q{first - 10}}} != 'no'" if section else ""
        rows.append(["begin_group", f"s{section}", "Section", condition])
        names = [f"q{number}" for number in range(first, first + 10)]
        rows += [["select_one yn", name, "Question"] for name in names]
        rows.append(["end_group"])
        count = " + ".join(f"if(${{{name}}} = 'yes', 1, 0)" for name in names)
        rows.append(["calculate", f"n{section}", "", "", count])
    rows += [
        ["calculate", f"d{number}", "", "", f"concat(${{q0}}, {number})"]
        for number in range(dependents)
    ]
    return filled(survey=rows, choices=CHOICES)


class NaiveForm:
    """Knows a compiled form's instance and all of its formulas, and nothing of what reads what.

    It is spared what makes a runtime right: it evaluates once, and leaves hidden answers as they
    are.
    """

    def __init__(self, xml: str) -> None:
        root = etree.fromstring(xml.encode())
        for element in root.iter(etree.Element):
            element.tag = etree.QName(element).localname
        data = root.findall(".//instance/*")[0]
        tree = etree.ElementTree(data)
        self.elements = {tree.getpath(element): element for element in data.iter()}
        self.formulas = [
            (self.elements[bind.get("nodeset", "")], aspect, etree.XPath(formula))
            for bind in root.iter("bind")
            for aspect in ("relevant", "calculate", "constraint", "required")
            if (formula := bind.get(aspect)) and "/meta" not in bind.get("nodeset", "")
        ]

    def answer(self, path: str, value: str) -> None:
        """Give an answer and evaluate everything once."""
        self.elements[path].text = value
        for element, aspect, formula in self.formulas:
            found = formula(element)
            if aspect == "calculate":
                element.text = f"{found:g}" if isinstance(found, float) else str(found)


def define_functions() -> None:
    """Give lxml what the protocols use beyond XPath 1.0."""
    functions = etree.FunctionNamespace(None)

    def text(value: list[etree._Element] | str) -> str:
        if isinstance(value, str):
            return value
        return (value[0].text or "") if value else ""

    functions["if"] = lambda _, test, yes, no: yes if test else no
    functions["selected"] = lambda _, given, name: text(name) in text(given).split()


def now() -> datetime:
    return datetime.now(UTC)


def seconds(act: Callable[[], object], times: int = 7) -> float:
    """The median of several runs."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        act()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def drawn(form: Form, count: int, seed: int) -> list[tuple[Question, str]]:
    """Random answers to the questions that offer choices."""
    chance = random.Random(seed)
    asked = [each for each in form.questions if each.choices]
    answers = []
    for _ in range(count):
        question = chance.choice(asked)
        answers.append((question, chance.choice(["", *(each.name for each in question.choices)])))
    return answers


def percentiles(taken: list[float]) -> tuple[float, float]:
    """The p50 and the p95, in milliseconds."""
    cuts = statistics.quantiles(taken, n=20)
    return cuts[9] * 1000, cuts[18] * 1000


def timed(
    answers: list[tuple[Question, str]], give: Callable[[Question, str], object]
) -> list[float]:
    taken = []
    for question, value in answers:
        start = time.perf_counter()
        give(question, value)
        taken.append(time.perf_counter() - start)
    return taken


def everything_again(session: Session) -> None:
    """Evaluate the whole form, as if nothing were known of what depends on what."""
    for cell in session._graph.cells:
        session._compute(cell)


def measure(content: bytes, count: int) -> dict[str, float]:
    """Open a form, and answer it in three ways."""
    workbook = workbook_of(content, "form.xlsx")
    xml = xform_of(workbook)
    form = compile_workbook(workbook)
    session, full, naive = Session(form, now), Session(form, now), NaiveForm(xml)
    answers = drawn(form, count, seed=1)
    few = answers[: max(100, count // 10)]

    def answer_fully(question: Question, value: str) -> None:
        full.answer(question.name, value)
        everything_again(full)

    p50, p95 = percentiles(
        timed(answers, lambda question, value: session.answer(question.name, value))
    )
    full_p50, full_p95 = percentiles(timed(few, answer_fully))
    lxml_p50, lxml_p95 = percentiles(
        timed(few, lambda question, value: naive.answer(question.path, value))
    )
    return {
        "questions": len(form.questions) - 1,
        "read_ms": seconds(lambda: workbook_of(content, "form.xlsx")) * 1000,
        "compile_ms": seconds(lambda: compile_workbook(workbook)) * 1000,
        "begin_ms": seconds(lambda: Session(form, now)) * 1000,
        "p50_ms": p50,
        "p95_ms": p95,
        "full_p50_ms": full_p50,
        "full_p95_ms": full_p95,
        "lxml_p50_ms": lxml_p50,
        "lxml_p95_ms": lxml_p95,
    }


def growth(questions: int, dependents: int) -> float:
    """Milliseconds (median) of an answer to the first question of such a form."""
    session = Session(
        compile_workbook(workbook_of(generated(questions, dependents), "form.xlsx")), now
    )
    values = iter(["yes", ""] * 500)
    return seconds(lambda: session.answer("q0", next(values)), 999) * 1000


def main() -> None:
    """Measure and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--answers", type=int, default=2_000)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    define_functions()
    print(describe())
    load = [sys.executable, "-c", IMPORT]
    imported = statistics.median(
        float(subprocess.run(load, cwd=ROOT, check=True, capture_output=True, text=True).stdout)
        for _ in range(5)
    )
    print(f"loading the modules, once: {imported * 1000:.0f} ms")
    forms = {file.stem: file.read_bytes() for file in sorted(PROTOCOLS.glob("*.xlsx"))}
    forms["500 questions"] = generated(500, 0)
    figures = {name: measure(content, options.answers) for name, content in forms.items()}
    print(f"{'':17} rows  read  compile  begin   an answer p50, p95      everything          lxml")
    for name, each in figures.items():
        print(
            f"{name:17} {each['questions']:4.0f} {each['read_ms']:4.0f} {each['compile_ms']:6.0f}"
            f" {each['begin_ms']:8.1f} ms"
            f" {each['p50_ms']:7.3f} {each['p95_ms']:6.3f} ms"
            f" {each['full_p50_ms']:7.2f} {each['full_p95_ms']:6.2f} ms"
            f" {each['lxml_p50_ms']:7.2f} {each['lxml_p95_ms']:6.2f} ms"
            f" ({each['lxml_p50_ms'] / each['p50_ms']:.0f} x,"
            f" {each['lxml_p95_ms'] / each['p95_ms']:.1f} x)"
        )
    lengths = {length: growth(length, 0) for length in (50, 100, 200, 400, 800, 1_600)}
    shortest = lengths[50]
    print("the same answer in a form of so many questions, nothing more depending on it:")
    for length, taken in lengths.items():
        print(f"{length:6} {taken:7.3f} ms ({taken / shortest:.2f} x)")
    hanging = {number: growth(400, number) for number in (0, 25, 50, 100, 200, 400)}
    print("an answer in a form of 400 questions, so many calculations more depending on it:")
    for number, taken in hanging.items():
        print(f"{number:6} {taken:7.3f} ms ({taken / hanging[0]:.2f} x)")
    if options.json:
        found = {"machine": describe(), "import_s": imported, "forms": figures}
        found |= {"by_length_ms": lengths, "by_dependents_ms": hanging}
        options.json.write_text(json.dumps(found), "utf-8")


if __name__ == "__main__":
    main()
