"""A button whose words break over lines, where a plain one would be cut at a large font."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from tp_directory.ui.tokens import SPACE_4, SPACE_8, SPACE_12


class WrappingButton(QPushButton):
    """Shows a sentence and is pressed like any button."""

    def __init__(
        self, words: str, parent: QWidget | None = None, *, mark: QWidget | None = None
    ) -> None:
        """`mark` stands before the words."""
        super().__init__(parent)
        self._label = QLabel(words)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE_12, SPACE_4, SPACE_12, SPACE_4)
        layout.setSpacing(SPACE_8)
        if mark is not None:
            mark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(mark)
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout.addWidget(self._label, 1)
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._inside().heightForWidth(width)

    def sizeHint(self) -> QSize:
        return self._inside().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._inside().minimumSize()

    def _inside(self) -> QHBoxLayout:
        layout = self.layout()
        assert isinstance(layout, QHBoxLayout)
        return layout
