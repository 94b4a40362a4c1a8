"""What the program puts on the clipboard, and how it is taken away again."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QClipboard, QGuiApplication

_PRIVATE = {
    # Windows: kept out of the history (Win+V) and of the cloud, whatever the content is. Source:
    # Microsoft, "Cloud Clipboard and Clipboard History Formats". Qt registers a MIME type that
    # it does not know under its own name.
    "ExcludeClipboardContentFromMonitorProcessing": b"1",
    # Klipper and other clipboard managers of Linux desktops leave it out of their histories.
    "x-kde-passwordManagerHint": b"secret",
}


class Clipboard(QObject):
    """Copies words, and remembers them until they are to be forgotten.

    A history of copied words would tell who was searched for, so it is asked to leave them out.
    Qt has no way to ask macOS.
    """

    copied = Signal(str, str)  # the words, and what they are called

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        QGuiApplication.clipboard().dataChanged.connect(self.mark_own)

    def copy(self, words: str, name: str = "") -> None:
        """Put words on the clipboard; `name` says what they are where that is in doubt."""
        clipboard = QGuiApplication.clipboard()
        # The content is of Qt's own making: one of Python's may outlive Python, and crash its end.
        clipboard.setText(words)
        self._mark()
        self.copied.emit(words, name)

    def mark_own(self) -> None:
        """Mark also what a text widget has copied: words that were typed, or a fact."""
        clipboard = QGuiApplication.clipboard()
        if clipboard.ownsClipboard() and clipboard.text():  # cleared, it has nothing to mark
            self._mark()

    def _mark(self) -> None:
        clipboard = QGuiApplication.clipboard()
        content = clipboard.mimeData()
        for kind, mark in _PRIVATE.items():
            content.setData(kind, mark)
        self._words = clipboard.text()

    def forget(self) -> None:
        """Empty the clipboard where it holds what comes from this program, and nothing else.

        Words that were selected in the window count, too: a text widget copied them, or X11 did.
        """
        clipboard = QGuiApplication.clipboard()
        # A clipboard manager or a remote desktop may own a copy of ours.
        is_copy = bool(self._words) and clipboard.text() == self._words
        if clipboard.ownsClipboard() or is_copy:
            clipboard.clear()
        if clipboard.ownsSelection():
            clipboard.clear(QClipboard.Mode.Selection)
        self._words = ""
