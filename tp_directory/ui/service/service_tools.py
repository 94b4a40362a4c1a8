"""What can be done with a service: keep it, put it on lists, compare it, report an error in it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from tp_directory.core.kept import KeptService
from tp_directory.ui.actions import Actions
from tp_directory.ui.flow_layout import FlowLayout
from tp_directory.ui.tokens import SPACE_8


class ActionButton(QPushButton):
    """A button that does what an action of the window does.

    Its own method is connected: one of C++, such as action.trigger, would never be let go again
    by PySide 6.11, and these buttons are made for each service that is looked at.
    """

    def __init__(self, words: str, action: QAction) -> None:
        super().__init__(words)
        self._action = action
        self.setProperty("role", "small")
        keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
        self.setToolTip(f"{action.statusTip()} ({keys})")
        self.clicked.connect(self.trigger)

    def trigger(self) -> None:
        """Do what the action does."""
        self._action.trigger()


class ServiceTools(QWidget):
    """A row of buttons; what they do is in the actions of the window."""

    lists_chosen = Signal(object)  # tuple[str, ...]
    list_wanted = Signal()  # a new one

    def __init__(
        self,
        actions: Actions,
        kept: KeptService | None,
        lists: tuple[str, ...],
        parent: QWidget,
        *,
        is_compared: bool,
        is_both: bool,
    ) -> None:
        super().__init__(parent)
        self._lists = kept.lists if kept else ()
        flow = FlowLayout(self, gap=SPACE_8)
        keep = ActionButton(self.tr("★ &Kept") if kept else self.tr("☆ &Keep"), actions.keep)
        keep.setObjectName("keep_button")
        keep.setAccessibleName(self.tr("Keep no longer") if kept else self.tr("Keep"))
        flow.addWidget(keep)
        if kept:
            flow.addWidget(self._lists_button(lists))
        if not (kept and kept.note):
            flow.addWidget(ActionButton(self.tr("&Note"), actions.note))
        compare = ActionButton(self.tr("Comp&are"), actions.compare)
        compare.setCheckable(True)
        compare.setChecked(is_compared)
        flow.addWidget(compare)
        both = ActionButton(self.tr("English + Français"), actions.both_languages)
        both.setCheckable(True)
        both.setChecked(is_both)
        flow.addWidget(both)
        flow.addWidget(ActionButton(self.tr("Report an e&rror"), actions.report))

    def _lists_button(self, lists: tuple[str, ...]) -> QPushButton:
        button = QPushButton(self.tr("L&ists"))
        button.setProperty("role", "small")
        button.setToolTip(self.tr("Put the service on lists"))
        menu = QMenu(button)
        for name in lists:
            entry = menu.addAction(name.replace("&", "&&"))
            entry.setData(name)
            entry.setCheckable(True)
            entry.setChecked(name in self._lists)
            entry.toggled.connect(self.choose_list)
        if lists:
            menu.addSeparator()
        menu.addAction(self.tr("New list…")).triggered.connect(self.list_wanted)
        button.setMenu(menu)
        return button

    def choose_list(self, is_wanted: bool) -> None:
        """Put the service on the list that was pressed, or take it off."""
        entry = self.sender()
        if isinstance(entry, QAction):
            others = tuple(name for name in self._lists if name != entry.data())
            self.lists_chosen.emit((*others, str(entry.data())) if is_wanted else others)
