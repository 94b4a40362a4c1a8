"""Going through a checklist: what comes first, the question of danger, and the steps."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from tp_directory.core.bilingual import Language
from tp_directory.screening.course import Course, Part, PartKind
from tp_directory.screening.faults import AnswerRefused, FormulaRefused
from tp_directory.screening.form import Question
from tp_directory.screening.interview import Interview
from tp_directory.screening.outcome import NO
from tp_directory.screening.vocabulary import Vocabulary
from tp_directory.ui.announcer import Announcer
from tp_directory.ui.dropping import drop
from tp_directory.ui.focus_order import chain
from tp_directory.ui.icons import Icons
from tp_directory.ui.page_column import WIDEST_EMS
from tp_directory.ui.screening.answer_button import AnswerButton
from tp_directory.ui.screening.before_page import BeforePage
from tp_directory.ui.screening.danger_page import DangerPage
from tp_directory.ui.screening.run_footer import RunFooter
from tp_directory.ui.screening.showing import Showing
from tp_directory.ui.screening.step_line import StepLine
from tp_directory.ui.screening.step_page import StepPage
from tp_directory.ui.screening.training_band import TrainingBand
from tp_directory.ui.tokens import SPACE_16, SPACE_24, Tokens, em

_Page = BeforePage | DangerPage | StepPage
_PAGES: dict[PartKind, type[_Page]] = {
    PartKind.BEFORE: BeforePage,
    PartKind.DANGER: DangerPage,
    PartKind.STEP: StepPage,
}


class RunPage(QWidget):
    """Shows one run of a checklist and hands each answer to it; it keeps none itself."""

    finished = Signal()  # the result is wanted
    leave_wanted = Signal()
    copy_wanted = Signal(str, str)  # the number, and what it is called
    danger_changed = Signal(bool)  # whether the worker has marked immediate danger

    def __init__(
        self, vocabulary: Vocabulary, language: Language, tokens: Tokens, icons: Icons
    ) -> None:
        super().__init__()
        self.setObjectName("run_page")
        self._showing = Showing(vocabulary, language, tokens, icons)
        self._interview: Interview | None = None
        self._course: Course | None = None
        self._page: _Page | None = None
        self._in_danger = False
        self._announcer = Announcer(self)
        self._band = TrainingBand()
        self._band.hide()
        self._inside = QWidget()
        self._inside.setObjectName("run_inside")
        self._line = StepLine(self._inside)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(SPACE_24, SPACE_16, SPACE_24, SPACE_24)
        self._column.setSpacing(SPACE_16)
        self._column.addWidget(self._line)
        self._place = QHBoxLayout()
        self._place.addStretch()
        self._column.addLayout(self._place)
        self._column.addStretch()
        self._area.setWidget(self._inside)
        self._footer = RunFooter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._band)
        layout.addWidget(self._area, 1)
        layout.addWidget(self._footer)

        self._line.chosen.connect(self.go_to)
        self._footer.back_wanted.connect(self.go_back)
        self._footer.next_wanted.connect(self.go_on)
        self._footer.both_toggled.connect(self.toggle_both_languages)
        self._footer.result_wanted.connect(self.finish)
        self._footer.leave_wanted.connect(self.leave_wanted)

    def start(
        self, interview: Interview, *, questions_at_once: int, is_training: bool = False
    ) -> None:
        """Begin a run, or go on with one; `questions_at_once` is 0 for a whole section."""
        self.forget()
        self._interview = interview
        self._course = Course(interview, questions_at_once)
        self._band.setVisible(is_training)
        self._tell_danger()
        self._open_page()

    def forget(self) -> None:
        """Show nothing of the run any more."""
        self._interview = self._course = None
        self._showing = replace(self._showing, is_both=False)
        self._band.hide()
        self._announcer.say("")
        self._footer.effect.clear()
        self._drop_page()
        self._line.show_course(None, self._showing.language)
        self._tell_danger()

    def set_questions_at_once(self, count: int) -> None:
        """Put so many questions on a page, 0 for a whole section; the worker stays in place."""
        if self._course is not None:
            self._commit()
            self._course.set_at_once(count)
            self._open_page()

    def set_language(self, language: Language) -> None:
        """Put the questions in a language."""
        self._show_otherwise(replace(self._showing, language=language))
        self._footer.effect.set_language(language)

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._show_otherwise(replace(self._showing, tokens=tokens))

    def toggle_both_languages(self) -> None:
        """Show the questions in both languages, to be shown to the person, or in one again."""
        self._show_otherwise(replace(self._showing, is_both=not self._showing.is_both))

    def go_on(self) -> None:
        """Go to the next page, or to the result after the last; say what keeps the worker here."""
        if self._course is None or self._page is None:
            return
        self._commit()
        if (card := self._page.questions.point_out()) is not None:
            self._footer.effect.show_stop()
            self._page.questions.focus(card)
            self._announcer.say(card.problem.best(self._showing.language))
        elif self._course.is_last:
            self.finish()
        else:
            self._course.go_on()
            self._open_page()

    def go_back(self) -> None:
        """Go to the page before."""
        if self._course is not None:
            self._commit()
            self._course.go_back()
            self._open_page()

    def go_to(self, part: Part) -> None:
        """Go to a part of the checklist."""
        if self._course is not None:
            self._commit()
            self._course.go_to(part)
            self._open_page()

    def finish(self) -> None:
        """Ask for the result as it stands."""
        self._commit()
        self.finished.emit()

    def end_danger(self) -> None:
        """Take the danger back, and go on with the checklist."""
        if self._interview is not None and (danger := self._interview.protocol.danger):
            self.answer(danger, NO)
            self.go_on()

    def answer(self, question: Question, value: str) -> None:
        """Hand an answer to the checklist, and show what follows from it."""
        if self._interview is None or self._page is None:
            return
        was_answered = self._interview.is_answered(question)
        try:
            effect = self._interview.answer(question, value)
        except (AnswerRefused, FormulaRefused) as refusal:
            self._page.questions.refuse(question, refusal.text)
            self._announcer.say(refusal.text.best(self._showing.language))
            return
        self._refresh()
        self._tell_danger()
        if isinstance(self._page, DangerPage):
            # What the danger hides comes back with it: only what to do now is said.
            if self._page.help is not None:
                self._bring_into_sight(self._page.help)
                self._announcer.say(self._page.help.words)
            return
        lost = tuple(each for each in effect.hidden if self._interview.is_answered(each))
        brought, gone = (effect.shown, effect.hidden) if was_answered else ((), lost)
        self._footer.effect.show_effect(brought, gone, self._showing.language)
        state = self._interview.state(question)
        wrong = state.message.best(self._showing.language) if value else ""
        self._announcer.say("\n".join(filter(None, (wrong, self._footer.effect.text()))))

    def _commit(self) -> None:
        """Hand over what is typed: to leave a page by a key leaves its line unfinished."""
        if self._page is not None:
            self._page.questions.commit()

    def _refresh(self) -> None:
        """Show how everything stands now, on the page that is open."""
        course, page = self._course, self._page
        if course is None or page is None:
            return
        page.refresh()
        self._line.show_course(course, self._showing.language)
        self._footer.both.setChecked(self._showing.is_both)
        in_danger = isinstance(page, DangerPage) and page.help is not None
        self._footer.show_ways(
            is_first=course.is_first, is_last=course.is_last, is_stopped=in_danger
        )
        chain(self._line.last, (*page.stops, *self._footer.stops))
        self.setFocusProxy(next(iter(page.questions.cards), self._footer.next))

    def _open_page(self) -> None:
        """Open the page where the worker is, with the keyboard on its first question."""
        page = self._build_page()
        if page is None or self._course is None:
            return
        self._footer.effect.clear()
        self._area.verticalScrollBar().setValue(0)
        self.setFocus(Qt.FocusReason.TabFocusReason)
        if page.questions.cards:
            self._bring_into_sight(page.questions.cards[0])
        self._announcer.say(self._course.part.name.best(self._showing.language))

    def _build_page(self) -> _Page | None:
        course, interview = self._course, self._interview
        if course is None or interview is None:
            return None
        self._drop_page()
        page = _PAGES[course.part.kind](course, interview, self._showing, self._inside)
        page.setMaximumWidth(em(self.font()) * WIDEST_EMS)
        self._page = page
        self._place.insertWidget(0, page, 1)
        page.show()  # at once, or it could not take the keyboard yet
        self._line.setVisible(course.part.kind is not PartKind.DANGER)
        page.questions.answered.connect(self.answer)
        page.questions.reached.connect(self._bring_into_sight)
        page.questions.finished.connect(self._offer_ways)
        if isinstance(page, DangerPage):
            page.copy_wanted.connect(self.copy_wanted)
            page.result_wanted.connect(self.finish)
            page.over.connect(self.end_danger)
        self._refresh()
        return page

    def _drop_page(self) -> None:
        if self._page is not None:
            drop(self._page)
            self._page = None

    def _show_otherwise(self, showing: Showing) -> None:
        """Build the page anew, with the keyboard where it was."""
        self._commit()
        self._showing = showing
        before = self._page
        kept = before.questions.card_of(self.focusWidget()) if before is not None else None
        page = self._build_page()
        if page is not None and kept is not None:
            page.questions.focus_question(kept.question)

    def _bring_into_sight(self, widget: QWidget) -> None:
        # What is new has to be laid out before it can be scrolled to.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self._area.ensureWidgetVisible(widget, 0, SPACE_24)

    def _offer_ways(self) -> None:
        """Give the keyboard to what comes after the last question."""
        if isinstance(self._page, DangerPage) and self._page.help is not None:
            self._page.help.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._footer.next.setFocus(Qt.FocusReason.TabFocusReason)

    def _tell_danger(self) -> None:
        in_danger = self._interview is not None and self._interview.in_danger
        if in_danger is not self._in_danger:
            self._in_danger = in_danger
            self.danger_changed.emit(in_danger)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and isinstance(focused, AnswerButton):
            # Not an answer: a second Enter on "Next" would give one to the question that follows.
            event.accept()
        elif is_enter and isinstance(focused, QPushButton) and not event.isAutoRepeat():
            focused.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.FontChange:
            self._show_otherwise(self._showing)
        super().changeEvent(event)
