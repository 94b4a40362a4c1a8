"""What must be in order before anything is asked: rows to tick off, and notes for the worker."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tp_directory.screening.course import Course
from tp_directory.screening.interview import Interview
from tp_directory.ui.fact_column import FactColumn
from tp_directory.ui.screening.question_column import QuestionColumn
from tp_directory.ui.screening.showing import Showing
from tp_directory.ui.tokens import SPACE_8, SPACE_12


class BeforePage(QWidget):
    """Scores nothing, and stops nobody: it says which points are open."""

    def __init__(
        self, course: Course, interview: Interview, showing: Showing, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._course, self._interview = course, interview
        self._column = FactColumn()
        self.setLayout(self._column)
        self._column.say(course.part.name.best(showing.language), role="title")
        self._advice = self._column.say("", tone="muted")
        self._column.addSpacing(SPACE_8)
        self.questions = QuestionColumn(interview, showing, self, is_list=True)
        self._column.addWidget(self.questions)
        self._column.addSpacing(SPACE_12)
        self._open = self._column.say("")
        self.refresh()
        self._say()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab may lead to, in reading order."""
        return self.questions.stops

    def refresh(self) -> None:
        """Show how everything stands now."""
        self.questions.show_questions(self._course.questions)
        self._tell_open()

    def _tell_open(self) -> None:
        count = sum(not self._interview.is_answered(card.question) for card in self.questions.cards)
        self._open.setText(
            self.tr(
                "%n points still open. You can go on all the same: come back here when they "
                "become possible.",
                "",
                count,
            )
            if count
            else self.tr("All points are in order.")
        )

    def _say(self) -> None:
        self._advice.setText(self.tr("Tick what is in order. Nothing here is scored."))
        self._tell_open()
