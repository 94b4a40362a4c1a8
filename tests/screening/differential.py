"""Drives ODK's own engine and ours with the same answers, and tells where they differ.

Run by hand for more: `python -m tests.screening.differential 500 [FORM.xlsx ...]`.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.screening.conftest import NOW, PROTOCOLS
from tp_directory.screening.compile import compile_workbook, xform_of
from tp_directory.screening.faults import AnswerRefused
from tp_directory.screening.form import Form, Kind, Question
from tp_directory.screening.session import Session
from tp_directory.screening.workbook import workbook_of

ORACLE = Path(__file__).parent / "oracle"
MISSING = (
    "ODK's engine is not here: it needs Node, and `npm install --no-package-lock` "
    "in tests/screening/oracle"
)

Standing = list[bool | str | None]
"""Relevant, value, required, constraint holds, not lacking; None where there is no such thing."""
Sequence = list[tuple[str, str]]
"""Paths of questions, and what is answered."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What the two engines say of a question after a step (0: before any answer)."""

    sequence: int
    step: int
    path: str
    ours: Standing
    theirs: Standing


def is_here() -> bool:
    return shutil.which("node") is not None and (ORACLE / "node_modules" / "jsdom").is_dir()


def some_answer(chance: random.Random, question: Question) -> str:
    """Draw an answer of the question's kind; about one in eight takes it back."""
    if chance.random() < 0.125:
        return ""
    match question.kind:
        case Kind.SELECT_ONE:
            return chance.choice(question.choices).name
        case Kind.SELECT_MULTIPLE:
            most = min(len(question.choices), 4)
            taken = chance.sample(question.choices, chance.randint(1, most))
            return " ".join(choice.name for choice in taken)
        case Kind.INTEGER:
            return str(chance.choice([0, 1, 2, 3, 17, 18, -4, chance.randint(-200, 200)]))
        case Kind.DECIMAL:
            return str(round(chance.uniform(-50, 50), chance.randint(0, 6)))
        case Kind.DATE:
            month, day = chance.randint(1, 12), chance.randint(1, 28)
            return f"{chance.randint(1950, 2030)}-{month:02}-{day:02}"
        case Kind.ACKNOWLEDGE:
            return "OK"
        case _:
            return chance.choice(
                ["a", "abc", "été", "12", "A1A 1A1", "x y  z", "2020-02-29", "-0.5"]
            )


def standing(session: Session, question: Question) -> Standing:
    state = session.state(question.name)
    if question.kind is Kind.GROUP:
        return [state.is_relevant, None, None, None, None]
    value = None if question.kind is Kind.NOTE else state.value
    lacks = state.is_required and state.is_relevant and not state.value
    return [state.is_relevant, value, state.is_required, state.is_valid or lacks, not lacks]


def played(
    form: Form, chance: random.Random, count: int, length: int
) -> tuple[list[Sequence], list[list[dict[str, Standing]]]]:
    """Answer at random; return the answers, and how all stood after each of them."""
    asked = [each for each in form.questions if each.kind.is_answered]
    sequences: list[Sequence] = []
    stood: list[list[dict[str, Standing]]] = []
    for _ in range(count):
        session = Session(form, lambda: NOW)
        sequence: Sequence = []
        steps = [{each.path: standing(session, each) for each in form.questions[1:]}]
        while len(sequence) < length:
            question = chance.choice(asked)
            answer = some_answer(chance, question)
            try:
                session.answer(question.name, answer)
            except AnswerRefused:
                continue  # a choice that is filtered out now: no worker is offered it
            sequence.append((question.path, answer))
            steps.append({each.path: standing(session, each) for each in form.questions[1:]})
        sequences.append(sequence)
        stood.append(steps)
    return sequences, stood


def asked_of_odk(xml: str, sequences: list[Sequence]) -> list[list[dict[str, Standing]]]:
    """Give the same answers to ODK's engine; return what changed at each step."""
    with tempfile.TemporaryDirectory() as folder:
        job, states = Path(folder, "job.json"), Path(folder, "states.json")
        now = int(NOW.timestamp() * 1000)
        job.write_text(json.dumps({"xml": xml, "now": now, "sequences": sequences}), "utf-8")
        environment = os.environ | {"TZ": str(NOW.tzinfo)}
        command = ["node", str(ORACLE / "run.mjs"), str(job), str(states)]
        done = subprocess.run(
            command, cwd=ORACLE, env=environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(f"ODK's engine stopped: {done.stderr[-2000:]}")
        found: list[list[dict[str, Standing]]] = json.loads(states.read_text("utf-8"))
        return found


def differences(content: bytes, seed: int, count: int, length: int) -> list[Difference]:
    """Compare the engines on a workbook with `count` random sequences of `length` answers."""
    workbook = workbook_of(content, "form.xlsx")
    form = compile_workbook(workbook, allow_text=True)
    sequences, stood = played(form, random.Random(seed), count, length)
    found: list[Difference] = []
    for number, changes in enumerate(asked_of_odk(xform_of(workbook), sequences)):
        theirs: dict[str, Standing] = {}
        for step, changed in enumerate(changes):
            theirs |= changed
            ours = stood[number][step]
            found += (
                Difference(number, step, path, ours[path], theirs[path])
                for path in ours
                if not agree(ours[path], theirs[path])
            )
    return found


def agree(ours: Standing, theirs: Standing) -> bool:
    """Whether two standings are one; what ODK's engine does not tell is not compared."""
    return all(their is None or our == their for our, their in zip(ours, theirs, strict=True))


def main(words: list[str]) -> int:
    count, files = int(words[0]), [Path(word) for word in words[1:]]
    total = 0
    for file in files or sorted(PROTOCOLS.glob("*.xlsx")):
        found = differences(file.read_bytes(), seed=count, count=count, length=25)
        total += len(found)
        print(f"{file.name}: {count} sequences of 25 answers, {len(found)} differences")
        for each in found[:10]:
            print(f"  {each.sequence}.{each.step} {each.path}: ours {each.ours}, ODK {each.theirs}")
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
