"""The private note on a kept service."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from tp_directory.ui.tokens import SPACE_4, em
from tp_directory.ui.window_keys import is_for_window

_PAUSE_MS = 500


class NoteEdit(QPlainTextEdit):
    """Lines of words; Tab leaves them, and the window keeps its keys."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        # The style sheet paints the ground. Where Qt 6.11 fills it before that, as it usually does,
        # each editor that was seen leaves 800 bytes behind.
        self.viewport().setAutoFillBackground(False)

    def event(self, event: QEvent) -> bool:
        selected, undoable = self.textCursor().hasSelection(), self.document().isUndoAvailable()
        if is_for_window(event, has_selection=selected, can_undo=undoable):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.left.emit()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.left.emit()
        super().hideEvent(event)


class NoteBox(QWidget):
    """Lets a note be written, and tells it once the writing pauses: nothing has to be saved."""

    written = Signal(str, str)  # the service's id, the note

    def __init__(self, service_id: str, note: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._service_id = service_id
        self._told = note
        self._label = QLabel(
            self.tr("Private note, kept on this computer. Nothing about a person.")
        )
        self._label.setWordWrap(True)
        self._label.setProperty("role", "caption")
        self._label.setProperty("tone", "muted")
        self._edit = NoteEdit()
        self._edit.setObjectName("note_box")
        self._edit.setPlainText(note)
        self._edit.setAccessibleName(self.tr("Private note"))
        self._edit.setFixedHeight(em(self.font()) * 6)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_4)
        layout.addWidget(self._label)
        layout.addWidget(self._edit)
        self._edit.textChanged.connect(self.wait)
        self._edit.left.connect(self.tell)
        self._pause.timeout.connect(self.tell)

    @property
    def edit(self) -> QPlainTextEdit:
        """Where the note is written."""
        return self._edit

    @property
    def words(self) -> str:
        """The note as it is written now."""
        return self._edit.toPlainText().strip()

    def take_over(self, other: NoteBox) -> None:
        """Go on where another box on the same service is left; that one has nothing more to tell.

        Its words stay unless another note was kept meanwhile, of which it knows nothing.
        """
        is_written = other.words != other._told
        other._told = other.words
        if is_written or other.words == self._told:
            self._edit.setPlainText(other._edit.toPlainText())
        caret, end = self._edit.textCursor(), self._edit.document().characterCount() - 1
        caret.setPosition(min(other._edit.textCursor().position(), end))
        self._edit.setTextCursor(caret)

    def wait(self) -> None:
        """Tell the note in a moment, unless more is written until then."""
        self._pause.start()

    def tell(self) -> None:
        """Tell the note, if it is another than before."""
        note = self.words
        if note != self._told:
            self._told = note
            self.written.emit(self._service_id, note)
