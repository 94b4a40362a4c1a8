"""What is found of the program's words and what is refused, with the real lupdate and lrelease."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

import translations
from translations import Phrase


@pytest.mark.parametrize(
    ("code", "phrase"),
    [
        ('translate("Hours", "Open now")', Phrase("Hours", "Open now")),
        ('translate("Hours", "Open", "a shop")', Phrase("Hours", "Open", "a shop")),
        ('translate("Hours", "Open", disambiguation="a shop")', Phrase("Hours", "Open", "a shop")),
        ('translate("Hours", "%n days", "", len(days))', Phrase("Hours", "%n days")),
        ('translate("Hours", "%n days", n=days)', Phrase("Hours", "%n days")),
        ('QCoreApplication.translate("Hours", "Open")', Phrase("Hours", "Open")),
        ('QT_TRANSLATE_NOOP("Hours", "Closed")', Phrase("Hours", "Closed")),
        ('HOURS = "Hours"\ntranslate(HOURS, "Open")', Phrase("Hours", "Open")),
        ("""f"{translate('Hours', 'Open')}\"""", Phrase("Hours", "Open")),
        ('class Pane(QWidget):\n    def f(self): self.tr("Copy")', Phrase("Pane", "Copy")),
        ('class Pane(QWidget):\n    def f(self): self.tr("%n", "", self.n)', Phrase("Pane", "%n")),
    ],
)
def test_a_marked_text_is_found(tmp_path: Path, code: str, phrase: Phrase) -> None:
    assert translations.read([_module(tmp_path, code)]) == ([phrase], [])


@pytest.mark.parametrize(
    "code",
    [
        'translate("Hours", f"Open {day}")',
        'translate("Hours", "Open " + day)',
        'translate("Hours", "Open" if now else "Closed")',
        'translate(context(), "Open")',
        'translate(context="Hours", text="Open")',
        'tr("Open")',
        'class Pane:\n    def f(self, other): other.tr("Open")',
        'class Pane:\n    def f(self): self.tr("Open {}".format(1))',
    ],
)
def test_a_call_that_could_never_be_translated_is_refused(tmp_path: Path, code: str) -> None:
    phrases, faults = translations.read([_module(tmp_path, code)])

    assert phrases == []
    assert len(faults) == 1
    assert faults[0].startswith("module.py:")


@pytest.mark.parametrize("code", ["words.translate(table)", 'translate("Hours", label)'])
def test_a_call_that_marks_no_text_is_left_alone(tmp_path: Path, code: str) -> None:
    assert translations.read([_module(tmp_path, code)]) == ([], [])


def test_a_new_text_is_reported_until_it_is_translated(tmp_path: Path) -> None:
    translations.merge([Phrase("Pane", "Copy")], tmp_path)
    french = tmp_path / "tp_directory_fr.ts"

    assert translations.faults_of(french) == ["tp_directory_fr.ts: Pane: 'Copy' is not translated"]

    _translate(french, "Copier")

    assert translations.faults_of(french) == []


def test_a_translation_that_loses_a_blank_is_reported(tmp_path: Path) -> None:
    translations.merge([Phrase("Pane", "{count} of {total}")], tmp_path)
    french = tmp_path / "tp_directory_fr.ts"

    _translate(french, "{count} sur {totale}")

    assert len(translations.faults_of(french)) == 1


def test_a_translation_survives_the_next_update(tmp_path: Path) -> None:
    french = tmp_path / "tp_directory_fr.ts"
    translations.merge([Phrase("Pane", "Copy")], tmp_path)
    _translate(french, "Copier")

    translations.merge([Phrase("Pane", "Copy"), Phrase("Pane", "Print")], tmp_path)

    assert "Copier" in french.read_text(encoding="utf-8")
    assert [fault.split(": ")[2] for fault in translations.faults_of(french)] == [
        "'Print' is not translated"
    ]


def test_the_english_file_holds_plurals_only(tmp_path: Path) -> None:
    translations.merge([Phrase("Pane", "Copy"), Phrase("Pane", "%n places")], tmp_path)

    english = (tmp_path / "tp_directory_en.ts").read_text(encoding="utf-8")

    assert "%n places" in english
    assert "Copy" not in english


def test_quotes_line_ends_and_accents_reach_qt_as_they_are(tmp_path: Path) -> None:
    text = 'Say "l\'été" \\ twice\nand stop\u00a0: 2 < 3'
    translations.merge([Phrase("Pane", text)], tmp_path)
    _translate(tmp_path / "tp_directory_fr.ts", "Oui")
    assert translations.is_stale(tmp_path)

    translations.compile_all(tmp_path)

    translator = QTranslator()
    assert translator.load(str(tmp_path / "tp_directory_fr.qm"))
    assert translator.translate("Pane", text) == "Oui"
    assert not translations.is_stale(tmp_path)


def _module(folder: Path, code: str) -> Path:
    module = folder / "module.py"
    module.write_text(code, encoding="utf-8")
    return module


def _translate(file: Path, words: str) -> None:
    unfinished = '<translation type="unfinished"></translation>'
    content = file.read_text(encoding="utf-8")
    assert unfinished in content
    file.write_text(
        content.replace(unfinished, f"<translation>{words}</translation>"), encoding="utf-8"
    )
