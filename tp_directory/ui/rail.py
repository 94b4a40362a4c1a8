"""The pages of the program, at the left edge of the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from tp_directory.ui.actions import Actions
from tp_directory.ui.icons import Icons
from tp_directory.ui.pages import Page
from tp_directory.ui.tokens import SPACE_4, SPACE_8, Tokens

_ICON_EMS = 1.6
_ICONS = {
    Page.DIRECTORY: "book-open",
    Page.SCREENING: "clipboard-check",
    Page.KEPT: "star",
    Page.TRAINING: "graduation-cap",
    Page.UPDATES: "refresh-cw",
    Page.SETTINGS: "settings",
}


class Rail(QWidget):
    """One button for each page; narrow windows show its icon alone."""

    def __init__(self, actions: Actions, icons: Icons, tokens: Tokens) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icons = icons
        self._actions = actions.pages
        self._buttons = {page: QToolButton() for page in self._actions}
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_4, SPACE_8, SPACE_4, SPACE_8)
        layout.setSpacing(SPACE_4)
        for page, button in self._buttons.items():
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(self._actions[page].trigger)
            self._group.addButton(button, page)
            layout.addWidget(button)
        layout.insertStretch(Page.UPDATES)
        self.mark(Page.DIRECTORY)
        self.fold(is_narrow=False)
        self.set_tokens(tokens)
        self.retranslate()

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        for page, button in self._buttons.items():
            self._icons.put(button, _ICONS[page], tokens.text, ems=_ICON_EMS)

    def fold(self, *, is_narrow: bool) -> None:
        """Show icons alone, or icons with words."""
        style = Qt.ToolButtonStyle
        chosen = style.ToolButtonIconOnly if is_narrow else style.ToolButtonTextUnderIcon
        for button in self._buttons.values():
            button.setToolButtonStyle(chosen)

    def mark(self, page: Page) -> None:
        """Show which page is shown."""
        self._buttons[page].setChecked(True)

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        words = {
            Page.DIRECTORY: self.tr("&Directory"),
            Page.SCREENING: self.tr("Screening"),
            Page.KEPT: self.tr("Ke&pt"),
            Page.TRAINING: self.tr("Training"),
            Page.UPDATES: self.tr("Updates"),
            Page.SETTINGS: self.tr("Settin&gs"),
        }
        for page, text in words.items():
            button, action = self._buttons[page], self._actions[page]
            button.setText(text)
            button.setAccessibleName(action.text())
            keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
            button.setToolTip(f"{action.statusTip()} ({keys})")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
