"""Take the pictures of the README from the running program, on the directory as it is.

    python packaging/screenshots.py [FOLDER [NAME...]]

They are made without a screen, at one fixed moment, so that the same directory gives the same
pictures. Each is what a worker sees after typing words and a place and pressing some keys. Without
FOLDER they go where the README looks for them; with names, only those are taken.
"""

import os
import sys
import tempfile
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QWidget

from followed_edition import Followed, follow
from pictures import PICTURES, Picture
from tp_directory.app import strip_services
from tp_directory.core.errors import CannotWrite
from tp_directory.core.preferences import Chosen, Preferences
from tp_directory.directory import Directory
from tp_directory.editions import current
from tp_directory.exchange.outlines import read_outlines
from tp_directory.paths import bundle
from tp_directory.screening.cases.case import Case, groups_of
from tp_directory.screening.contents import Contents
from tp_directory.screening.library import Library
from tp_directory.settings import BROKEN
from tp_directory.store.kept import KeptFile
from tp_directory.ui.appearance import Appearance
from tp_directory.ui.finding.inquiry import Inquiry
from tp_directory.ui.hidden_page import HiddenPage
from tp_directory.ui.icons import Icons
from tp_directory.ui.kept.keeping import Keeping
from tp_directory.ui.screening.choose_page import ChoosePage
from tp_directory.ui.screening.reference_pages import ReferencePages
from tp_directory.ui.screening.run_page import RunPage
from tp_directory.ui.screening.screening_page import ScreeningPage
from tp_directory.ui.service.number_card import NumberCard
from tp_directory.ui.service.report_dialog import ReportDialog
from tp_directory.ui.training.presenter_view import PresenterView
from tp_directory.ui.training.training_page import TrainingPage
from tp_directory.ui.translation import Translation
from tp_directory.ui.updates.update_state import UpdateState
from tp_directory.ui.window import Window

Part = TypeVar("Part", bound=QWidget)

FOLDER = bundle().resources / "screenshots"
MOMENT = datetime(2026, 11, 24, 15, 0, tzinfo=ZoneInfo("America/Toronto"))
_SETTLED_MS = 400  # related services are asked a moment after the service
_NOT_FOLLOWING = UpdateState(policy="/etc/xdg/tp-directory/policy.toml")
_FULL = Path("/home/example/.local/share/tp-directory")
_NOTE = "Ask for the night desk (example)."


def _library() -> Library:
    return Library(bundle().data, Path(), Path())


class Studio:
    """The program, ready to be photographed again and again."""

    def __init__(self, directory: Directory, followed: Followed) -> None:
        self._directory, self._followed = directory, followed
        self._resources = bundle().resources
        self._application = QApplication.instance() or QApplication([])
        assert isinstance(self._application, QApplication)
        self._translation = Translation(self._application, self._resources / "translations")
        sheet = (self._resources / "style" / "window.qss").read_text(encoding="utf-8")
        self._appearance = Appearance(self._application, sheet)
        self._outlines = read_outlines(bundle().data / "geography" / "provinces.geojson")

    def take(self, picture: Picture, folder: Path) -> Path:
        """Show a window as the picture says, and save what is seen."""
        self._translation.show(picture.language)
        chosen = Chosen(
            Preferences(theme=picture.theme, text_size=picture.text_size, home=picture.home)
        )
        icons = Icons(self._resources / "icons")
        window = Window(picture.language, chosen, self._appearance, icons)
        window.resize(picture.size)
        assert isinstance(self._application, QApplication)
        window.focus_ring.follow(self._application)
        keeping = Keeping(KeptFile.in_memory(), window)
        directory = self._followed.directory if picture.follows else self._directory
        lines = strip_services(directory)
        if picture.is_opened:
            window.frame.show_directory(directory, keeping, _library, self._outlines, lines)
        else:
            window.frame.start_preparing()
            window.frame.show_progress(2, 3)
        window.frame.show_updates(
            self._followed.state if picture.follows else _NOT_FOLLOWING, MOMENT
        )
        window.show()
        window.activateWindow()
        for name, text in (("place_box", picture.near), ("search_box", picture.words)):
            box = window.findChild(QLineEdit, name)
            if box is not None:
                box.setText(text)
                box.editingFinished.emit()
        QTest.qWait(_SETTLED_MS)
        for step in picture.keys:
            _do(window, step)
        QTest.qWait(_SETTLED_MS)
        file = folder / f"{picture.name}.png"
        dialogs = [each for each in window.findChildren(QDialog) if each.isVisible()]
        projected = [each for each in window.findChildren(PresenterView) if each.isVisible()]
        shown: QWidget = (*dialogs, *projected, window)[0]
        shown.grab().save(str(file), "PNG", 0)  # 0 is Qt's word for the smallest file
        for dialog in dialogs:
            dialog.reject()
        window.close()
        keeping.close()
        window.deleteLater()
        return file


def _do(window: Window, step: str) -> None:
    """Press keys, or do what a word says: begin a checklist, answer as in a case, write a note."""
    contents = _contents()
    word, _, name = step.partition(" ")
    match word:
        case "note":
            note = window.findChild(QPlainTextEdit, "note_box")
            assert isinstance(note, QPlainTextEdit)
            note.setPlainText(_NOTE)
            QTest.qWait(2 * _SETTLED_MS)
            _press(window, "Ctrl+K")
        case "hide":
            hidden = _part(window, HiddenPage)
            hidden._clock = lambda: MOMENT  # in a window it goes by the computer's
            _press(window, "Ctrl+H")
        case "report":
            _press(window, "Ctrl+E")
            _part(window, ReportDialog).accept()
            window.activateWindow()
        case "code":
            _part(window, NumberCard).show_code()
        case "filtered":
            inquiry = window.findChild(Inquiry)
            assert inquiry is not None
            inquiry.ask(replace(inquiry.query, open_now=True, languages=("fr",)))
        case "notice":
            window.frame.show_notice(BROKEN)
        case "fail":
            window.frame.show_failure(CannotWrite(_FULL, "No space left on device").text)
        case "begin":
            [protocol] = [each.protocol for each in contents.listed if each.file.stem == name]
            assert protocol is not None
            _part(window, ChoosePage).begin(protocol, window.frame.language)
        case "as":
            run, [case] = _part(_part(window, ScreeningPage), RunPage), _cases(name)
            assert case.protocol is not None
            for question, answer in case.scenario.first.answers:
                run.answer(case.protocol.form.question(question), answer)
        case "next":
            _part(_part(window, ScreeningPage), RunPage).go_on()
        case "result":
            _part(_part(window, ScreeningPage), RunPage).finish()
        case "child":
            _part(window, ReferencePages).show_child()
        case "legal":
            _part(window, ReferencePages).show_legal_notes()
        case "case":
            _part(window, TrainingPage).open_case(*_cases(name))
        case "debrief":
            _part(window, TrainingPage).start_answered()
            _part(window, TrainingPage).end_run()
        case "present":
            _part(window, TrainingPage).present()
        case _:
            _press(window, step)
    QTest.qWait(_SETTLED_MS // 8)


def _press(window: Window, keys: str) -> None:
    chord = QKeySequence(keys)[0]  # type: ignore[index]  # missing in PySide's stubs
    projected = window.findChild(PresenterView)
    is_projected = projected is not None and projected.isVisible()
    focused = projected if is_projected else window.focusWidget()
    QTest.keyClick(focused or window, chord.key(), chord.keyboardModifiers())
    QTest.qWait(1)


def _part(window: QWidget, kind: type[Part]) -> Part:
    """A part of the window; those of checklists are there once their files are read."""
    while (found := window.findChild(kind)) is None:
        QTest.qWait(_SETTLED_MS // 8)
    return found


@cache
def _contents() -> Contents:
    return _library().read()


def _cases(name: str) -> list[Case]:
    protocols = {each.file.stem: each.protocol for each in _contents().listed if each.protocol}
    groups = groups_of(_contents().case_files, protocols, lambda: MOMENT)
    return [case for group in groups for case in group.cases if case.scenario.id == name]


def main(arguments: list[str]) -> int:
    """Take every picture, or those named; return the exit code."""
    folder = Path(arguments[0]) if arguments else FOLDER
    wanted = set(arguments[1:])
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    assert application
    with tempfile.TemporaryDirectory() as editions:
        opened = current(
            bundle(), Path(editions), clock=lambda: MOMENT, progress=lambda _step: None
        )
        followed = follow(Path(editions) / "followed", bundle(), MOMENT)
        studio = Studio(opened.directory, followed)
        for picture in PICTURES:
            if not wanted or picture.name in wanted:
                print(studio.take(picture, folder))
        opened.directory.close()
        followed.directory.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
