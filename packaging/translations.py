"""Keep the program's words complete in both languages, and compile them for Qt.

    python packaging/translations.py update | compile | check

pyside6-lupdate 6.11 reads Python carelessly: `translate("Context", "%n places", "", count)` loses
its plural, or the whole text when the count is an expression or a keyword, f-strings pass, and
none of it is said. So this module reads the sources with `ast`, refuses what could never be
translated, and hands lupdate a list it cannot misread. lupdate merges that list into the .ts
files, lrelease compiles them. A text is plural when it contains %n. The English file holds
plurals only.
"""

import ast
import importlib.util
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "tp_directory"
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = {"tp_directory_en.ts": "en_CA", "tp_directory_fr.ts": "fr_CA"}
"""The .ts files and the language that each one is written in."""

_VARIABLE = (ast.Name, ast.Attribute, ast.Subscript, ast.Starred)
_BLANK = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True, slots=True, order=True)
class Phrase:
    """A text of the program that people see, as Qt looks it up."""

    context: str
    text: str
    comment: str = ""

    def call(self) -> str:
        """Return the one spelling of a call from which lupdate learns everything."""
        words = [self.context, self.text, self.comment]
        arguments = [json.dumps(word, ensure_ascii=False) for word in words]
        # Only a number written out as the fourth argument makes lupdate see a plural.
        return f"translate({', '.join([*arguments, '1'] if '%n' in self.text else arguments)})\n"


class _Reader(ast.NodeVisitor):
    """Collects the phrases of one module, and the calls that could never be translated."""

    def __init__(self, name: str, tree: ast.Module) -> None:
        self.phrases: set[Phrase] = set()
        self.faults: list[str] = []
        self._name = name
        self._classes: list[str] = []
        self._constants = {
            target.id: statement.value.value
            for statement in tree.body
            if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Constant)
            for target in statement.targets
            if isinstance(target, ast.Name)
        }
        self.visit(tree)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        called = node.func
        name = getattr(called, "attr", getattr(called, "id", ""))
        if name in ("tr", "QT_TR_NOOP"):
            owner = getattr(getattr(called, "value", None), "id", "")
            if not self._classes or (name == "tr" and owner != "self"):
                self._refuse(node, "tr() works on self, in a class; use translate(context, text)")
            else:
                self._take(node, self._classes[-1], node.args)
        elif name in ("translate", "QT_TRANSLATE_NOOP") and not _is_of_a_painter(called):
            if len(node.args) >= 2:
                self._take(node, self._context(node.args[0]), node.args[1:])
            elif node.keywords:
                self._refuse(node, "the context and the text are the first two arguments, unnamed")

    def _context(self, node: ast.expr) -> object:
        if isinstance(node, ast.Name):
            return self._constants.get(node.id)
        return getattr(node, "value", None) if isinstance(node, ast.Constant) else None

    def _take(self, node: ast.Call, context: object, words: list[ast.expr]) -> None:
        if not words or isinstance(words[0], _VARIABLE):
            return  # A variable holds a text that QT_TRANSLATE_NOOP marks where it is written.
        text = getattr(words[0], "value", None)
        if not isinstance(words[0], ast.Constant) or not isinstance(text, str):
            self._refuse(node, "the text must be one literal: no f-string, no +, no if")
        elif not isinstance(context, str):
            self._refuse(node, "the context must be a literal or a constant of this module")
        else:
            named = [word.value for word in node.keywords if word.arg == "disambiguation"]
            comment = next((getattr(word, "value", "") for word in [*words[1:2], *named]), "")
            self.phrases.add(Phrase(context, text, comment if isinstance(comment, str) else ""))

    def _refuse(self, node: ast.Call, reason: str) -> None:
        self.faults.append(f"{self._name}:{node.lineno}: {reason}")


def _is_of_a_painter(called: ast.expr) -> bool:
    """Whether a `translate` moves a drawing: it belongs to a painter, and not to an application."""
    owner = getattr(getattr(called, "value", None), "id", "")
    return isinstance(called, ast.Attribute) and not owner.endswith("Application")


def read(sources: Iterable[Path]) -> tuple[list[Phrase], list[str]]:
    """Return the phrases of these Python files, sorted, and a sentence for each faulty call."""
    phrases: set[Phrase] = set()
    faults: list[str] = []
    for source in sorted(sources):
        name = source.relative_to(ROOT).as_posix() if source.is_relative_to(ROOT) else source.name
        reader = _Reader(name, ast.parse(source.read_text(encoding="utf-8"), filename=name))
        phrases |= reader.phrases
        faults += reader.faults
    return sorted(phrases), faults


def merge(phrases: Iterable[Phrase], folder: Path) -> None:
    """Make the .ts files of a folder hold exactly these phrases; what is translated stays."""
    with tempfile.TemporaryDirectory() as scratch:
        listing = Path(scratch, "words.py")
        listing.write_text("".join(phrase.call() for phrase in phrases), encoding="utf-8")
        for file, language in LANGUAGES.items():
            options = ["-silent", "-no-obsolete", "-sort-messages", "-locations", "none"]
            options += ["-source-language", "en_CA", "-target-language", language]
            options += ["-pluralonly"] if language == "en_CA" else []
            _qt("lupdate", *options, str(listing), "-ts", str(folder / file))


def faults_of(file: Path) -> list[str]:
    """Return a sentence for each entry of a .ts file that is unfinished or lost a {blank}."""
    faults = []
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            source = message.findtext("source") or ""
            translation = message.find("translation")
            forms = [] if translation is None else list(translation) or [translation]
            words = [form.text or "" for form in forms]
            blanks = sorted(_BLANK.findall(source))
            entry = f"{file.name}: {context.findtext('name')}: {source!r}"
            if translation is None or translation.get("type") or not all(words):
                faults.append(f"{entry} is not translated")
            elif any(sorted(_BLANK.findall(word)) != blanks for word in words):
                faults.append(f"{entry} has other blanks in its translation")
    return faults


def update() -> list[str]:
    """Write every phrase of the program into the .ts files; return the faulty calls."""
    phrases, faults = read(SOURCES.rglob("*.py"))
    FOLDER.mkdir(parents=True, exist_ok=True)
    merge(phrases, FOLDER)
    return faults


def check() -> list[str]:
    """Return a sentence for each fault: a call, or a text missing or unfinished in a .ts file."""
    phrases, faults = read(SOURCES.rglob("*.py"))
    absent = [file for file in LANGUAGES if not (FOLDER / file).exists()]
    if absent:
        return [*faults, f"{', '.join(absent)}: missing; run packaging/translations.py update"]
    with tempfile.TemporaryDirectory() as scratch:
        for file in LANGUAGES:
            shutil.copy(FOLDER / file, scratch)
        merge(phrases, Path(scratch))
        return faults + [fault for file in LANGUAGES for fault in faults_of(Path(scratch, file))]


def is_stale(folder: Path = FOLDER) -> bool:
    """Whether a .ts file of the folder is newer than its .qm, or has none."""
    return any(
        not (compiled := source.with_suffix(".qm")).exists()
        or compiled.stat().st_mtime < source.stat().st_mtime
        for source in folder.glob("*.ts")
    )


def compile_all(folder: Path = FOLDER) -> None:
    """Make a .qm beside every .ts file of the folder."""
    for source in sorted(folder.glob("*.ts")):
        _qt("lrelease", "-silent", str(source), "-qm", str(source.with_suffix(".qm")))


def _qt(tool: str, *arguments: str) -> None:
    """Run a tool out of PySide6 itself, so that no PATH is needed; leave when it fails."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        sys.exit("PySide6-Essentials is not installed in this Python.")
    program = Path(spec.submodule_search_locations[0], tool)
    if sys.platform == "win32":
        program = program.with_suffix(".exe")
    if subprocess.call([program, *arguments]):
        sys.exit(f"{tool} could not do its work; what it said is above.")


def main(words: list[str]) -> int:
    """Do what the one word says; return 1 when a fault was found."""
    if words == ["compile"]:
        compile_all()
        return 0
    if words not in (["update"], ["check"]):
        print(__doc__, file=sys.stderr)
        return 2
    faults = update() if words == ["update"] else check()
    print("\n".join(faults) or f"translations: {words[0]} found no fault")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
