"""What the window can be told by keyboard, in one place: words, shortcut and status tip."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from tp_directory.ui.pages import Page

STRIP_KEYS = ("F7", "F8", "F9")
HIDE_KEY = "Ctrl+H"


class Actions(QObject):
    """The actions of the window; buttons and the sheet of keys take them from here."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.search = self._action("Ctrl+K", "/")
        self.place = self._action("Ctrl+L")
        self.filters = self._action("F4")
        self.find_filter = self._action("Ctrl+F")
        self.clear = self._action("Esc")
        self.map = self._action("F3")
        self.copy_number = self._action(QKeySequence(QKeySequence.StandardKey.Copy))
        self.both_languages = self._action("F2")
        self.keep = self._action("Ctrl+D")
        self.note = self._action("Ctrl+N")
        self.compare = self._action("Ctrl+B")
        self.comparison = self._action("Ctrl+Shift+B")
        self.report = self._action("Ctrl+E")
        self.undo = self._action(QKeySequence(QKeySequence.StandardKey.Undo))
        self.strip = tuple(self._action(key) for key in STRIP_KEYS)
        self.directory = self._action("Ctrl+1")
        self.screening = self._action("Ctrl+2")
        self.kept = self._action("Ctrl+3")
        self.training = self._action("Ctrl+4")
        self.updates = self._action("Ctrl+5")
        self.settings = self._action("Ctrl+6", "Ctrl+,")
        self.update_now = self._action("F5")
        self.next_pane = self._action("F6")
        self.language = self._action("Ctrl+Shift+L")
        self.larger = self._action("Ctrl++", "Ctrl+=")
        self.smaller = self._action("Ctrl+-")
        self.usual_size = self._action("Ctrl+0")
        self.full_screen = self._action("F11")
        self.hide = self._action(HIDE_KEY)
        self.keys = self._action("F1")
        self.quit = self._action("Ctrl+Q")
        self.pages = {
            Page.DIRECTORY: self.directory,
            Page.SCREENING: self.screening,
            Page.KEPT: self.kept,
            Page.TRAINING: self.training,
            Page.UPDATES: self.updates,
            Page.SETTINGS: self.settings,
        }
        self.retranslate()

    def _action(self, *keys: str | QKeySequence) -> QAction:
        action = QAction(self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        return action

    @property
    def groups(self) -> tuple[tuple[str, tuple[QAction, ...]], ...]:
        """All actions under headings, in the order in which they are explained."""
        return (
            (
                self.tr("Finding"),
                (self.search, self.place, self.filters, self.find_filter, self.map, self.clear),
            ),
            (
                self.tr("A service"),
                (
                    self.copy_number,
                    self.both_languages,
                    self.keep,
                    self.note,
                    self.compare,
                    self.comparison,
                    self.report,
                    self.undo,
                ),
            ),
            (self.tr("At once"), (*self.strip, self.hide)),
            (
                self.tr("The window"),
                (
                    *self.pages.values(),
                    self.update_now,
                    self.next_pane,
                    self.language,
                    self.larger,
                    self.smaller,
                    self.usual_size,
                    self.full_screen,
                    self.keys,
                    self.quit,
                ),
            ),
        )

    @property
    def every(self) -> tuple[QAction, ...]:
        """All actions, in the order in which they are explained."""
        return tuple(action for _, actions in self.groups for action in actions)

    def offer_service(self, is_seen: bool) -> None:
        """Let the keys for a service act only while it can be seen which one they act on."""
        for action in (
            self.copy_number,
            self.both_languages,
            self.keep,
            self.note,
            self.compare,
            self.report,
        ):
            action.setEnabled(is_seen)

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        first, second, third = self.strip
        for action, text, tip in (
            (self.search, self.tr("Search box"), self.tr("Go to the search box")),
            (self.place, self.tr("Place"), self.tr("Go to the place that is searched from")),
            (self.filters, self.tr("Filters"), self.tr("Show or hide the filters")),
            (self.find_filter, self.tr("Find a filter"), self.tr("Find a filter by its name")),
            (
                self.clear,
                self.tr("Clear all"),
                self.tr("Clear words, place and filters, or go back"),
            ),
            (self.map, self.tr("Map"), self.tr("Show the results on the map, or as a list again")),
            (
                self.copy_number,
                self.tr("Copy the number"),
                self.tr("Copy the main number of the chosen service"),
            ),
            (
                self.both_languages,
                self.tr("Both languages"),
                self.tr("Show the service, or the questions, in English and French"),
            ),
            (self.keep, self.tr("Keep"), self.tr("Keep the service, or keep it no longer")),
            (self.note, self.tr("Note"), self.tr("Write a private note on the service")),
            (
                self.compare,
                self.tr("Compare"),
                self.tr("Put the service beside others, up to three, or take it away"),
            ),
            (self.comparison, self.tr("Comparison"), self.tr("Show the services side by side")),
            (self.report, self.tr("Report an error"), self.tr("Report an error in this record")),
            (self.undo, self.tr("Undo"), self.tr("Keep again what was taken away last")),
            (first, self.tr("911"), self.tr("Copy 911")),
            (
                second,
                self.tr("Trafficking hotline"),
                self.tr("Copy the number of the Canadian Human Trafficking Hotline"),
            ),
            (third, self.tr("211"), self.tr("Copy 211")),
            (self.directory, self.tr("Directory"), self.tr("Go to the directory")),
            (self.screening, self.tr("Screening"), self.tr("Go to the checklists")),
            (self.training, self.tr("Training"), self.tr("Go to the training cases")),
            (self.kept, self.tr("Kept"), self.tr("Go to everything that is kept")),
            (self.updates, self.tr("Updates"), self.tr("Go to the updates")),
            (self.settings, self.tr("Settings"), self.tr("Go to the settings")),
            (
                self.update_now,
                self.tr("Update now"),
                self.tr("Look for a newer edition of the directory"),
            ),
            (self.next_pane, self.tr("Next part"), self.tr("Go to the next part of the window")),
            (self.language, self.tr("Language"), self.tr("Switch between English and French")),
            (self.larger, self.tr("Larger text"), self.tr("Make the text larger")),
            (self.smaller, self.tr("Smaller text"), self.tr("Make the text smaller")),
            (self.usual_size, self.tr("Usual text"), self.tr("Make the text as large as usual")),
            (self.full_screen, self.tr("Full screen"), self.tr("Fill the screen, or leave it")),
            (
                self.hide,
                self.tr("Hide"),
                self.tr("Hide everything at once and clear it (also Esc Esc)"),
            ),
            (self.keys, self.tr("Keys"), self.tr("Show all keys, sources and licences")),
            (
                self.quit,
                self.tr("Quit"),
                self.tr("Close the window; nothing that was typed is kept"),
            ),
        ):
            action.setText(text)
            action.setStatusTip(tip)
