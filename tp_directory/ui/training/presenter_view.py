"""A fictional case on the whole screen, in both languages, to be read from the back row.

Its keys are those of slide programs, which remote controls send.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from tp_directory.core.bilingual import Language, Text
from tp_directory.screening.cases.slides import Slide
from tp_directory.screening.vocabulary import Vocabulary
from tp_directory.ui.announcer import announce
from tp_directory.ui.icons import Icons
from tp_directory.ui.screening.training_band import TrainingBand
from tp_directory.ui.tokens import CONTRAST, SPACE_8, SPACE_16, SPACE_24, Tokens
from tp_directory.ui.training.slide_column import SlideColumn

_KEYS = Qt.Key
_NOTHING = Slide(Text(), Text())
_NEXT = {
    _KEYS.Key_PageDown,
    _KEYS.Key_Right,
    _KEYS.Key_Down,
    _KEYS.Key_Space,
    _KEYS.Key_Return,
    _KEYS.Key_Enter,
}
_PREVIOUS = {_KEYS.Key_PageUp, _KEYS.Key_Left, _KEYS.Key_Up, _KEYS.Key_Backspace}
_BLANK = {_KEYS.Key_B, _KEYS.Key_Period}


class PresenterView(QWidget):
    """Knows the slides and which is shown; a question comes first, and its answer on the next key.

    A window of its own, owned by that of the program.
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        language: Language,
        tokens: Tokens,
        icons: Icons,
        page: QWidget,
    ) -> None:
        """`page` is in the window that owns this one."""
        super().__init__(page, Qt.WindowType.Window)
        self.setObjectName("presenter_view")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._page, self._language = page, language
        self._slides: tuple[Slide, ...] = ()
        self._place = 0
        self._is_answered = False
        self._column = SlideColumn(vocabulary, tokens, icons)
        self._progress = QLabel()
        self._leave = QPushButton()
        self._leave.setProperty("role", "small")
        # Space and Enter go on; a mouse needs a way out.
        self._leave.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE_24, SPACE_8, SPACE_24, SPACE_16)
        foot.setSpacing(SPACE_16)
        foot.addWidget(self._leave)
        foot.addStretch(1)
        foot.addWidget(self._progress)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(TrainingBand())
        column.addWidget(self._column, 1)
        column.addLayout(foot)
        blank = QWidget()
        blank.setPalette(QPalette(QColor(CONTRAST.background)))
        blank.setAutoFillBackground(True)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(shown)
        self._stack.addWidget(blank)
        self._leave.clicked.connect(self.forget)
        self.retranslate()

    def present(self, slides: tuple[Slide, ...]) -> None:
        """Fill the screen with the first slide."""
        self._slides, self._place = slides, 0
        window = self._page.window()
        self.setWindowTitle(window.windowTitle())  # which may be neutral
        self.setGeometry(window.screen().geometry())
        self.showFullScreen()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._open(0, is_answered=False)

    def set_language(self, language: Language) -> None:
        """State the facts in a language first, and in the other below it."""
        self._language = language
        self.retranslate()
        self._show()

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._column.set_tokens(tokens)

    def go_on(self) -> None:
        """Show the answer if it waits, or else the next slide."""
        if self._slides[self._place].answer and not self._is_answered:
            self._open(self._place, is_answered=True)
        elif self._place + 1 < len(self._slides):
            self._open(self._place + 1, is_answered=False)

    def go_back(self) -> None:
        """Show the slide before, with its answer."""
        if self._place:
            self._open(self._place - 1, is_answered=True)

    def forget(self) -> None:
        """Leave the screen to the program again, with nothing kept."""
        self.hide()
        self._slides = ()
        self._column.show_slide(_NOTHING, self._language, is_answered=False)
        self.setAccessibleName("")

    def _open(self, place: int, *, is_answered: bool) -> None:
        self._place, self._is_answered = place, is_answered
        self._stack.setCurrentIndex(0)
        self._show()
        slide = self._slides[place]
        words = slide.answer if is_answered and slide.answer else slide.words
        announce(self, words.best(self._language))

    def _show(self) -> None:
        if not self._slides:
            return
        slide = self._slides[self._place]
        self._column.show_slide(slide, self._language, is_answered=self._is_answered)
        self._progress.setText(f"{self._place + 1} / {len(self._slides)}")
        self.setAccessibleName(slide.words.best(self._language))

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        self._leave.setText(self.tr("Leave (Esc)"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        is_blank = self._stack.currentIndex() == 1
        if key == Qt.Key.Key_Escape:
            self.forget()
        elif key in _BLANK or is_blank:
            self._stack.setCurrentIndex(0 if is_blank else 1)
        elif key in _NEXT:
            self.go_on()
        elif key in _PREVIOUS:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._stack.setCurrentIndex(0)
        self.go_on()
        event.accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.forget()
        event.accept()
