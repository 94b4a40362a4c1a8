"""What the window can be told by keyboard, in one place: words, shortcut and status tip."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence


class Actions(QObject):
    """The actions of the window; menus, buttons and the list of shortcuts take them from here."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.search = QAction(self)
        self.search.setShortcuts([QKeySequence("Ctrl+K"), QKeySequence("/")])
        self.copy_number = QAction(self)
        self.copy_number.setShortcut(QKeySequence.StandardKey.Copy)
        self.clear = QAction(self)
        self.clear.setShortcut(QKeySequence(Qt.Key.Key_Escape))
        self.about = QAction(self)
        self.about.setShortcut(QKeySequence.StandardKey.HelpContents)
        self.quit = QAction(self)
        self.quit.setShortcut(QKeySequence("Ctrl+Q"))
        self.retranslate()

    @property
    def every(self) -> tuple[QAction, ...]:
        """All actions, in the order in which they are explained."""
        return (self.search, self.copy_number, self.clear, self.about, self.quit)

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        self.search.setText(self.tr("Search box"))
        self.search.setStatusTip(self.tr("Go to the search box"))
        self.copy_number.setText(self.tr("Copy the number"))
        self.copy_number.setStatusTip(self.tr("Copy the main number of the chosen service"))
        self.clear.setText(self.tr("Clear all"))
        self.clear.setStatusTip(self.tr("Clear both boxes and start again"))
        self.about.setText(self.tr("&About"))
        self.about.setStatusTip(self.tr("Keys, sources and licences"))
        self.quit.setText(self.tr("Quit"))
        self.quit.setStatusTip(self.tr("Close the window; nothing that was typed is kept"))
