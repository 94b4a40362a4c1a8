"""The window: all of the program, or a neutral screen in front of it."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QToolButton,
)

from tp_directory.core.bilingual import Language
from tp_directory.core.preferences import Chosen
from tp_directory.ui.actions import Actions
from tp_directory.ui.appearance import Appearance
from tp_directory.ui.focus_ring import FocusRing
from tp_directory.ui.frame import Frame
from tp_directory.ui.hidden_page import HiddenPage
from tp_directory.ui.icons import Icons
from tp_directory.ui.idle_watch import IdleWatch
from tp_directory.ui.tokens import em

NAME = "TP Directory"
_USUAL_EMS = (108, 66)


class Window(QMainWindow):
    """Has a name, a size and a place on the screen; hides what is in it, and forgets it at once."""

    closed = Signal()

    def __init__(
        self, language: Language, chosen: Chosen, appearance: Appearance, icons: Icons
    ) -> None:
        super().__init__()
        self._preferences, self._appearance = chosen.preferences, appearance
        self._idle: IdleWatch | None = None
        self._actions = Actions(self)
        self.addActions(list(self._actions.every))
        self._frame = Frame(language, chosen, self._actions, appearance, icons)
        self._hidden = HiddenPage()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._frame)
        self._stack.addWidget(self._hidden)
        self.setCentralWidget(self._stack)
        self._ring = FocusRing(self)
        self.setFocus()  # not on a number of the strip, which a press of Space would copy
        ems = em(self.font())
        usual = QSize(ems * _USUAL_EMS[0], ems * _USUAL_EMS[1])
        self.resize(usual.boundedTo(self.screen().availableSize()))
        self._actions.full_screen.triggered.connect(self.toggle_full_screen)
        self._actions.hide.triggered.connect(self.hide_everything)
        self._actions.quit.triggered.connect(self.close)
        self._hidden.left.connect(self.show_again)
        self.closed.connect(self._ring.stop)
        self.apply(chosen)

    @property
    def frame(self) -> Frame:
        """What is seen while the window is not hidden."""
        return self._frame

    @property
    def focus_ring(self) -> FocusRing:
        """The ring, to be told where the focus is."""
        return self._ring

    def apply(self, chosen: Chosen) -> None:
        """Follow the settings, except for the language, which is set with its words."""
        self._preferences = chosen.preferences
        self._frame.follow(chosen)
        self._appearance.set_theme(self._preferences.theme)
        self._appearance.set_text_size(self._preferences.text_size)
        if self._idle is not None:
            self._idle.set_minutes(self._preferences.idle_minutes)
        self._name_window()

    def hide_when_idle(self, watch: IdleWatch) -> None:
        """Hide when nobody touches the program for as long as the settings say."""
        self._idle = watch
        watch.idled.connect(self.hide_and_erase)
        watch.set_minutes(self._preferences.idle_minutes)

    def hide_everything(self) -> None:
        """Hide behind a neutral screen at once, and forget what was asked, opened and copied."""
        self._frame.take_back_typed()  # a box that loses the keyboard would have its words kept
        self._stack.setCurrentWidget(self._hidden)
        self._name_window()
        while popup := QApplication.activePopupWidget():
            popup.close()
        for dialog in self.findChildren(QDialog):
            dialog.reject()
        self._frame.forget()
        self._hidden.setFocus()

    def hide_and_erase(self) -> None:
        """Hide, and let a checklist that is open go at once: nobody is here."""
        self.hide_everything()
        self._frame.erase_screening()

    def show_again(self) -> None:
        """Come back from hiding, to an empty directory."""
        self._stack.setCurrentWidget(self._frame)
        self._name_window()
        self._frame.pages.focus_search()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or leave it."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def call_back(self) -> None:
        """Come to the front: the program was started once more."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def place(self) -> str:
        """Where the window stands and how large it is, to be kept for the next start."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def restore(self, place: str) -> None:
        """Take over the place kept from the last start, if any; one off-screen is mended."""
        if place:
            self.restoreGeometry(QByteArray.fromBase64(place.encode("ascii")))

    def _name_window(self) -> None:
        """Name the window and its task bar entry, or keep to a neutral name."""
        is_hidden = self._stack.currentWidget() is self._hidden
        is_neutral = is_hidden or self._preferences.neutral_title
        name = self.tr("Workspace") if is_neutral else NAME
        QGuiApplication.setApplicationDisplayName(name)
        self.setWindowTitle(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the keyboard, as it does in dialogs."""
        focused = self.focusWidget()
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and isinstance(focused, QPushButton | QToolButton):
            if not event.isAutoRepeat():
                focused.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._name_window()
        elif event.type() is QEvent.Type.ApplicationFontChange:
            self._appearance.refresh()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._frame.stop()
        self.closed.emit()
        super().closeEvent(event)
