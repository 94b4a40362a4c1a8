"""The questions of a step, or some of them at a time."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tp_directory.screening.course import Course
from tp_directory.screening.interview import Interview
from tp_directory.ui.fact_column import FactColumn
from tp_directory.ui.screening.question_column import QuestionColumn
from tp_directory.ui.screening.showing import Showing
from tp_directory.ui.tokens import SPACE_8


class StepPage(QWidget):
    """The name of the step over its questions."""

    def __init__(
        self, course: Course, interview: Interview, showing: Showing, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._course = course
        column = FactColumn()
        self.setLayout(column)
        column.say(course.part.name.best(showing.language), role="title")
        column.addSpacing(SPACE_8)
        self.questions = QuestionColumn(interview, showing, self)
        column.addWidget(self.questions)
        self.refresh()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab may lead to, in reading order."""
        return self.questions.stops

    def refresh(self) -> None:
        """Show how everything stands now."""
        self.questions.show_questions(self._course.questions)
