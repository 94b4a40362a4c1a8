"""The parts of a checklist in one line: which are passed, where one is, and what is to come."""

from __future__ import annotations

from functools import partial
from textwrap import shorten

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from tp_directory.core.bilingual import Language
from tp_directory.screening.course import Course, Part, Standing
from tp_directory.ui.dropping import drop
from tp_directory.ui.flow_layout import FlowLayout
from tp_directory.ui.focus_order import chain
from tp_directory.ui.tokens import SPACE_4

_LONGEST = 30  # characters; the whole name is the heading of its page


class StepLine(QWidget):
    """Shows parts and no score; each leads to its part at any time."""

    chosen = Signal(object)  # Part

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._course: Course | None = None
        self._language = Language.EN
        self._buttons: list[QPushButton] = []
        self._flow = FlowLayout(self, gap=SPACE_4)

    @property
    def last(self) -> QWidget | None:
        """The last control, from which Tab leads on."""
        return self._buttons[-1] if self._buttons else None

    def show_course(self, course: Course | None, language: Language) -> None:
        """Show how far a worker is; None shows nothing."""
        self._course, self._language = course, language
        parts = course.parts if course else ()
        while len(self._buttons) > len(parts):
            button = self._buttons.pop()
            self._flow.removeWidget(button)
            drop(button)
        while len(self._buttons) < len(parts):
            button = QPushButton(self)
            button.setProperty("role", "step")
            button.setCheckable(True)
            button.clicked.connect(partial(self.choose, len(self._buttons)))
            chain(self.last, (button,))
            self._buttons.append(button)
            self._flow.addWidget(button)
        for button, part in zip(self._buttons, parts, strict=True):
            self._name(button, part)

    def choose(self, place: int) -> None:
        """Tell that the part at a place was chosen."""
        if self._course is not None:
            self.show_course(self._course, self._language)  # the press alone moves nothing
            self.chosen.emit(self._course.parts[place])

    def _name(self, button: QPushButton, part: Part) -> None:
        assert self._course is not None
        standing = self._course.standing(part)
        name = part.name.best(self._language)
        short = shorten(name, _LONGEST, placeholder="…").replace("&", "&&")
        marks = {Standing.PASSED: "✓ {name}", Standing.OPEN: self.tr("{name} · open")}
        words = {
            Standing.PASSED: self.tr("{name}, passed"),
            Standing.HERE: self.tr("{name}, you are here"),
            Standing.OPEN: self.tr("{name}, some questions open"),
            Standing.TO_COME: self.tr("{name}, to come"),
        }
        button.setChecked(standing is Standing.HERE)
        button.setText(marks.get(standing, "{name}").format(name=short))
        button.setAccessibleName(words[standing].format(name=name))
        button.setToolTip(words[standing].format(name=name))
