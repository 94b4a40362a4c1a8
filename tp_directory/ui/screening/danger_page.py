"""The question of immediate danger, which fills the page before anything else is asked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tp_directory.screening.course import Course
from tp_directory.screening.interview import Interview
from tp_directory.ui.dropping import drop
from tp_directory.ui.fact_column import FactColumn
from tp_directory.ui.screening.danger_help import DangerHelp
from tp_directory.ui.screening.question_column import QuestionColumn
from tp_directory.ui.screening.showing import Showing
from tp_directory.ui.tokens import SPACE_16


class DangerPage(QWidget):
    """The question alone; with what to do as long as the answer is yes."""

    copy_wanted = Signal(str, str)  # the number, and what it is called
    result_wanted = Signal()
    over = Signal()  # the danger is over

    def __init__(
        self, course: Course, interview: Interview, showing: Showing, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("danger_page")
        self._course, self._interview, self._showing = course, interview, showing
        self.help: DangerHelp | None = None
        self._column = FactColumn()
        self.setLayout(self._column)
        self.questions = QuestionColumn(interview, showing, self)
        self._column.addWidget(self.questions)
        self._column.addSpacing(SPACE_16)
        self.refresh()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab may lead to, in reading order."""
        help_stops = self.help.stops if self.help is not None else ()
        return (*self.questions.stops, *help_stops)

    def refresh(self) -> None:
        """Show how everything stands now."""
        self.questions.show_questions(self._course.questions)
        if self._interview.in_danger == (self.help is not None):
            return
        if self.help is not None:
            drop(self.help)
            self.help = None
            return
        actions = self._interview.outcome().actions
        self.help = DangerHelp(actions, self._showing.language, self)
        self.help.copy_wanted.connect(self.copy_wanted)
        self.help.result_wanted.connect(self.result_wanted)
        self.help.over.connect(self.over)
        self._column.addWidget(self.help)
