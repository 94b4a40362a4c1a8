"""Drives ODK's own engine and ours with the same answers, and tells where they differ.

No difference is allowed for: where a formula differs on purpose, `vectors.ON_PURPOSE` says why, and
the forms compared here do without it. Tests run a share of the sequences; all of them:
`python -m tests.screening.differential 5000 [FORM.xlsx ...]`.
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

from tests.screening.conftest import NOW, PROTOCOLS, written
from tests.screening.forms import CHOICES, FORMS
from tp_directory.screening.faults import AnswerRefused
from tp_directory.screening.form import Form, Kind, Question
from tp_directory.screening.session import Session
from tp_directory.screening.xlsform.compile import compile_workbook, xform_of
from tp_directory.screening.xlsform.workbook import workbook_of

ORACLE = Path(__file__).parent / "oracle"
MISSING = (
    "ODK's engine is not here: `python3 packaging/dev.py test` installs it, given Node 18 or newer"
)

Standing = list[bool | str | None]
"""Relevant, value, required, constraint holds, not lacking, choices; None where it has none."""
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


def is_expected() -> bool:
    """Whether to compare: only a developer without Node may do without ODK's engine."""
    return "CI" in os.environ or shutil.which("npm") is not None


def workbooks() -> dict[str, bytes]:
    """The four protocols and our own forms, by name."""
    protocols = {file.stem: file.read_bytes() for file in sorted(PROTOCOLS.glob("*.xlsx"))}
    return protocols | {
        name: written(survey=survey, choices=CHOICES) for name, survey in FORMS.items()
    }


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
            large = chance.choice([1.0, 1.0, 1e9, 1e25])
            return str(round(chance.uniform(-50, 50) * large, chance.randint(0, 6)))
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
        return [state.is_relevant, None, None, None, None, None]
    value = None if question.kind is Kind.NOTE else state.value
    lacks = state.is_required and state.is_relevant and not state.value
    holds = state.is_valid or lacks
    choices = " ".join(choice.name for choice in state.choices)
    return [state.is_relevant, value, state.is_required, holds, not lacks, choices]


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
    if not (ORACLE / "node_modules").is_dir():
        raise RuntimeError(MISSING)
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
            raise RuntimeError(f"ODK's engine, which needs Node 18, stopped: {done.stderr[-2000:]}")
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
                Difference(number, step, each.path, ours[each.path], theirs[each.path])
                for each in form.questions[1:]
                if not agree(each.kind, ours[each.path], theirs[each.path])
            )
    return found


def agree(kind: Kind, ours: Standing, theirs: Standing) -> bool:
    """Whether two standings are one: of a question, all of it; of the rest, what ODK's tells."""
    if kind.is_answered and None in theirs[:-1]:
        return False
    return all(their is None or our == their for our, their in zip(ours, theirs, strict=True))


def main(words: list[str]) -> int:
    count, files = int(words[0]), [Path(word) for word in words[1:]]
    given = {file.stem: file.read_bytes() for file in files} or workbooks()
    total = 0
    for place, (name, content) in enumerate(given.items()):
        share = (count + place) // len(given)
        found = differences(content, seed=count, count=share, length=25)
        total += len(found)
        print(f"{name}: {share} sequences of 25 answers, {len(found)} differences", flush=True)
        for each in found[:10]:
            print(f"  {each.sequence}.{each.step} {each.path}: ours {each.ours}, ODK {each.theirs}")
    print(f"{count} sequences, {total} differences")
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
