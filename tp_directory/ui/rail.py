"""The pages of the program, at the left edge of the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from tp_directory.ui.actions import Actions
from tp_directory.ui.icons import Icons
from tp_directory.ui.tokens import SPACE_4, SPACE_8, Tokens

_ICON_EMS = 1.6


class Rail(QWidget):
    """One button for each page; narrow windows show its icon alone."""

    page_chosen = Signal(int)

    def __init__(self, actions: Actions, icons: Icons, tokens: Tokens) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icons = icons
        self._actions = (actions.directory, actions.kept, actions.settings)
        self._names = ("book-open", "star", "settings")
        self._buttons = tuple(QToolButton() for _ in self._actions)
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_4, SPACE_8, SPACE_4, SPACE_8)
        layout.setSpacing(SPACE_4)
        for place, (button, action) in enumerate(zip(self._buttons, self._actions, strict=True)):
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(action.trigger)
            self._group.addButton(button, place)
            layout.addWidget(button)
        layout.insertStretch(len(self._buttons) - 1)
        self._buttons[0].setChecked(True)
        self.fold(is_narrow=False)
        self.set_tokens(tokens)
        self.retranslate()

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        for button, name in zip(self._buttons, self._names, strict=True):
            self._icons.put(button, name, tokens.text, ems=_ICON_EMS)

    def fold(self, *, is_narrow: bool) -> None:
        """Show icons alone, or icons with words."""
        style = Qt.ToolButtonStyle
        chosen = style.ToolButtonIconOnly if is_narrow else style.ToolButtonTextUnderIcon
        for button in self._buttons:
            button.setToolButtonStyle(chosen)

    def mark(self, place: int) -> None:
        """Show which page is shown."""
        self._buttons[place].setChecked(True)

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        words = (self.tr("&Directory"), self.tr("Ke&pt"), self.tr("Settin&gs"))
        for button, action, text in zip(self._buttons, self._actions, words, strict=True):
            button.setText(text)
            button.setAccessibleName(action.text())
            keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
            button.setToolTip(f"{action.statusTip()} ({keys})")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
