"""Writes data/protocols/XLSFORM.md and XLSFORM.fr.md from the tables of the program.

PYTHONPATH=. .venv/bin/python packaging/xlsform_guide.py
"""

from __future__ import annotations

from pathlib import Path

from tp_directory.core.bilingual import Language
from tp_directory.screening.authoring.guide import guide

FILES = {Language.EN: "XLSFORM.md", Language.FR: "XLSFORM.fr.md"}
FOLDER = Path(__file__).parents[1] / "data" / "protocols"


def main() -> None:
    """Write both files."""
    for language, name in FILES.items():
        (FOLDER / name).write_text(guide(language), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
