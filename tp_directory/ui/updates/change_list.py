"""Services under a heading, the first few at once and the rest as they are asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from tp_directory.core.closure import Fate
from tp_directory.ui.dropping import drop
from tp_directory.ui.fact_labels import FactLabel
from tp_directory.ui.tokens import SPACE_4, SPACE_8
from tp_directory.ui.wrapping_button import WrappingButton

_FIRST = 5
_MORE = 50  # a thousand buttons at once would take seconds

FateOf = Callable[[str], Fate]


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A line of the list; `opens` is the id of the service that it leads to, "" for none."""

    words: str
    opens: str = ""


class ChangeList(QWidget):
    """Names services; nothing is shown of an empty list."""

    open_wanted = Signal(str)  # a service's id

    def __init__(self) -> None:
        super().__init__()
        self._ids: tuple[str, ...] = ()
        self._line: Callable[[str], ChangeLine] = ChangeLine
        self._shown: list[QWidget] = []
        self._heading = FactLabel("", role="key")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._more = QPushButton()
        self._more.setProperty("role", "small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE_8, 0, 0)
        layout.setSpacing(SPACE_4)
        layout.addWidget(self._heading)
        layout.addLayout(self._lines)
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._more.clicked.connect(self.show_more)

    def name_it(self, heading: str) -> None:
        """Say what the services have in common."""
        self._heading.setText(heading)

    def show_ids(self, ids: tuple[str, ...], line: Callable[[str], ChangeLine]) -> None:
        """Show services, by what `line` makes of an id; as many of them as were shown before."""
        count = max(len(self._shown), _FIRST) if ids == self._ids else _FIRST
        self._ids, self._line = ids, line
        for widget in self._shown:
            drop(widget)
        self._shown = []
        self._add(count)
        self.setVisible(bool(ids))

    def show_more(self) -> None:
        """Show more of them, and go on with the first of those."""
        before = len(self._shown)
        self._add(_MORE)
        self._shown[before].show()  # its layout would show it too late for the keyboard
        self._shown[before].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, count: int) -> None:
        start = len(self._shown)
        for service_id in self._ids[start : start + count]:
            widget = self._widget(self._line(service_id))
            self._lines.addWidget(widget)
            self._shown.append(widget)
        last = self._shown[start - 1] if start else self._heading
        for widget in (*self._shown[start:], self._more):
            QWidget.setTabOrder(last, widget)
            last = widget
        self._label_more()

    def _widget(self, line: ChangeLine) -> QWidget:
        if not line.opens:
            return FactLabel(line.words)
        button = WrappingButton(line.words)
        button.setProperty("role", "link")
        button.clicked.connect(partial(self.open_wanted.emit, line.opens))
        return button

    def _label_more(self) -> None:
        left = len(self._ids) - len(self._shown)
        words = self.tr("Show %n more", "", min(left, _MORE))
        self._more.setText(words)
        self._more.setAccessibleName(f"{words}, {self._heading.text()}")
        self._more.setVisible(left > 0)
