"""Fuzzes opening and answering, led by coverage: by hand, since atheris is not among our packages.

    python3 -m venv /tmp/atheris && /tmp/atheris/bin/pip install atheris
    PYTHONPATH=.:.venv/lib/python3.11/site-packages \
        /tmp/atheris/bin/python -m tests.screening.fuzz -max_total_time=600 -timeout=20 -max_len=800

A crash leaves its input in a file `crash-…`, which the same command repeats when given its name.
"""

import sys

import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]  # by hand only
from openpyxl.utils.exceptions import IllegalCharacterError

with atheris.instrument_imports(include=["tp_directory.screening"]):
    from tests.screening.conftest import filled
    from tests.screening.survival import compute, look_for, open_and_answer, parts, with_part
    from tp_directory.screening.xpath.functions import FUNCTIONS

PARTS = sorted(parts().items())
HEADERS = "type name label relevant constraint required calculation default".split()
TYPES = "integer;text;date;decimal;select_one l;select_multiple l;note;calculate".split(";")
CHOICES = [["list_name", "name", "label"], ["l", "x", "X"], ["l", "y", "Y"]]
ANSWERS = [(1, "done"), (9, "yes"), (40, "yes")]
TOKENS = [f"{name}(" for name in (*FUNCTIONS, "if", "coalesce", "once", "position", "current")]
TOKENS += "( ) , + - * / // . .. [ ] = != < <= and or div mod | '' 'a' 'x y' 0 1 2.5 1e9".split(" ")
TOKENS += ["/d/a", "../b", "/d/g/*", "${q0}", "${q1}", "instance('l')/root/item", " ", "\u00e9"]
SIGNS = [*"ab1 .^$|()[]{}*+?-,\\dwsDWSbBu0", "{2}", "{0,3}", "(?:", "[^", "\\u00e9", "(?="]


def run(data: bytes) -> None:
    """Try a formula, a pattern, a workbook with a spoilt part, or a workbook of any cells."""
    given = atheris.FuzzedDataProvider(data)

    def text(most: int) -> str:
        return str(given.ConsumeUnicodeNoSurrogates(most))

    def composed(pieces: list[str], most: int) -> str:
        if given.ConsumeBool():
            return text(most)
        return "".join(
            given.PickValueInList(pieces) for _ in range(given.ConsumeIntInRange(0, most))
        )

    choice = given.ConsumeIntInRange(0, 99)
    if choice < 60:
        compute(composed(TOKENS, 40), (text(20), text(20), text(20)))
    elif choice < 80:
        look_for(composed(SIGNS, 30), composed(["a", "b", "1", " ", "\u00e9"], 60))
    elif choice < 90:
        rows = [
            [given.PickValueInList(TYPES), f"q{number}", text(9)]
            + [composed(TOKENS, 12) for _ in HEADERS[3:]]
            for number in range(given.ConsumeIntInRange(1, 4))
        ]
        try:
            content = filled(survey=[HEADERS, *rows], choices=CHOICES)
        except (IllegalCharacterError, ValueError):
            return  # what no workbook may hold
        open_and_answer(content, [(given.ConsumeIntInRange(0, 9), text(20)) for _ in range(5)])
    else:
        name, part = PARTS[given.ConsumeIntInRange(0, len(PARTS) - 1)]
        begin = given.ConsumeIntInRange(0, len(part))
        cut = given.ConsumeIntInRange(0, 400)
        put = given.ConsumeBytes(60)
        open_and_answer(with_part(name, part[:begin] + put + part[begin + cut :]), ANSWERS)


if __name__ == "__main__":
    atheris.Setup(sys.argv, run)
    atheris.Fuzz()
