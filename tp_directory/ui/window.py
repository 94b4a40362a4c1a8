"""The window: the strip, the rail, the pages, and the line that says how old the directory is."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tp_directory import __version__
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.place import Outline
from tp_directory.core.preferences import Chosen
from tp_directory.core.release import Changes
from tp_directory.core.service import Service
from tp_directory.core.update_standing import Standing, standing
from tp_directory.ui.actions import Actions
from tp_directory.ui.appearance import Appearance
from tp_directory.ui.clipboard import Clipboard
from tp_directory.ui.focus_order import chain
from tp_directory.ui.focus_ring import FocusRing
from tp_directory.ui.hidden_page import HiddenPage
from tp_directory.ui.icons import Icons
from tp_directory.ui.idle_watch import IdleWatch
from tp_directory.ui.keys_dialog import KeysDialog
from tp_directory.ui.notice_bar import NoticeBar
from tp_directory.ui.pages import Page
from tp_directory.ui.preparing_page import PreparingPage
from tp_directory.ui.rail import Rail
from tp_directory.ui.settings_page import SettingsPage
from tp_directory.ui.status_line import StatusLine
from tp_directory.ui.strip import Strip
from tp_directory.ui.text_size import TextSize
from tp_directory.ui.tokens import Tokens, em
from tp_directory.ui.updates.update_state import UpdateState
from tp_directory.ui.updates.updates_page import UpdatesPage
from tp_directory.wording.updates import in_use_line

if TYPE_CHECKING:  # they load the store and the index, which the window does not wait for
    from tp_directory.directory import Directory
    from tp_directory.ui.kept.keeping import Keeping
    from tp_directory.ui.screening.checklists import OpenLibrary
    from tp_directory.ui.workspace import Workspace

NAME = "TP Directory"
_USUAL_EMS = (108, 66)
_NARROW_EMS = 70


class Window(QMainWindow):
    """Is there before the directory is; knows the language and the settings and passes them on."""

    language_chosen = Signal(object)  # Language
    preference_chosen = Signal(str, object)  # a field of Preferences, its new value
    reset_wanted = Signal()
    retry_wanted = Signal()
    closed = Signal()

    def __init__(
        self, language: Language, chosen: Chosen, appearance: Appearance, icons: Icons
    ) -> None:
        super().__init__()
        self._language, self._chosen = language, chosen
        self._appearance, self._icons = appearance, icons
        self._workspace: Workspace | None = None
        self._idle: IdleWatch | None = None
        self._widths: tuple[int, ...] = ()
        self._actions = Actions(self)
        self.addActions(list(self._actions.every))
        self._text_size = TextSize(self._actions, chosen, self)
        self._strip = Strip(self._actions)
        self._strip.show_language(language)
        self._notice = NoticeBar(language)
        self._rail = Rail(self._actions, icons, appearance.tokens)
        self._preparing = PreparingPage()
        self._settings = SettingsPage(chosen)
        self._updates = UpdatesPage(icons, language, appearance.tokens)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._preparing)
        self._pages.addWidget(self._updates)
        self._pages.addWidget(self._settings)
        self._status = StatusLine(self._actions, language)
        self._hidden = HiddenPage()
        self._clipboard = Clipboard(self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._inside())
        self._stack.addWidget(self._hidden)
        self.setCentralWidget(self._stack)
        self._ring = FocusRing(self)
        self.setFocus()  # not on a number of the strip, which a press of Space would copy
        ems = em(self.font())
        usual = QSize(ems * _USUAL_EMS[0], ems * _USUAL_EMS[1])
        self.resize(usual.boundedTo(self.screen().availableSize()))
        self._wire()
        self.apply(chosen)

    def _inside(self) -> QWidget:
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self._rail)
        body.addWidget(self._pages, 1)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._strip)
        layout.addWidget(self._notice)
        layout.addLayout(body, 1)
        layout.addWidget(self._status)
        return inside

    def _wire(self) -> None:
        actions = self._actions
        actions.clear.triggered.connect(self.clear)
        actions.directory.triggered.connect(self.show_directory_page)
        for page, action in (
            (Page.SCREENING, actions.screening),
            (Page.KEPT, actions.kept),
            (Page.TRAINING, actions.training),
            (Page.UPDATES, actions.updates),
            (Page.SETTINGS, actions.settings),
        ):
            action.triggered.connect(partial(self.show_page, page))
        actions.update_now.triggered.connect(self.update_now)
        actions.language.triggered.connect(self.switch_language)
        actions.full_screen.triggered.connect(self.toggle_full_screen)
        actions.hide.triggered.connect(self.hide_everything)
        actions.keys.triggered.connect(self.show_keys)
        actions.quit.triggered.connect(self.close)
        self._text_size.chosen.connect(self.preference_chosen)
        self._strip.copy_wanted.connect(self.copy)
        self._preparing.retry_wanted.connect(self.retry_wanted)
        self._updates.chosen.connect(self.preference_chosen)
        self._updates.open_wanted.connect(self.open_service)
        self._settings.chosen.connect(self.preference_chosen)
        self._settings.reset_wanted.connect(self.reset_wanted)
        self._settings.keys_wanted.connect(self.show_keys)
        self._status.language_chosen.connect(self.language_chosen)
        self._status.updates_wanted.connect(actions.updates.trigger)
        self._hidden.left.connect(self.show_again)
        self._clipboard.copied.connect(self.say_copied)
        self._appearance.changed.connect(self.set_tokens)
        self.closed.connect(self._ring.stop)

    @property
    def focus_ring(self) -> FocusRing:
        """The ring, to be told where the focus is."""
        return self._ring

    @property
    def language(self) -> Language:
        """The language in force."""
        return self._language

    @property
    def updates(self) -> UpdatesPage:
        """The page of updates."""
        return self._updates

    def start_preparing(self) -> None:
        """Say that the directory is being opened."""
        self._notice.clear()
        self._preparing.start()

    def show_progress(self, done: int, total: int) -> None:
        """Say how far the preparation is."""
        self._preparing.show_progress(done, total)

    def show_failure(self, text: Text) -> None:
        """Say that the directory could not be opened, and why."""
        self._preparing.show_failure()
        self.show_notice(text)

    def show_notice(self, text: Text) -> None:
        """Say something in the calm bar; an empty text says nothing."""
        self._notice.show_text(text)

    def show_directory(
        self,
        directory: Directory,
        keeping: Keeping,
        open_library: OpenLibrary,
        outlines: tuple[Outline, ...],
        lines: tuple[Service | None, ...],
    ) -> None:
        """Let the directory be searched; `lines` are what the strip shows beside 911.

        `open_library` finds the checklists, once they are first asked for.
        """
        # 0.1 s, which the window does not wait for: the opening has loaded them beside it.
        from tp_directory.ui.map.land import Land  # noqa: PLC0415
        from tp_directory.ui.workspace import Workspace  # noqa: PLC0415

        workspace = Workspace(
            directory,
            keeping,
            open_library,
            Land(outlines),
            self._actions,
            self._icons,
            self._language,
            self._chosen.preferences,
            self._appearance.tokens,
        )
        self._workspace = workspace
        workspace.page.set_widths(self._widths)
        self._pages.addWidget(workspace)
        self._strip.show_services(lines)
        self._show_edition(directory)
        workspace.copy_wanted.connect(self.copy)
        workspace.confirmed.connect(self._status.confirm)
        workspace.undo_offered.connect(self._status.offer_undo)
        workspace.noticed.connect(self.show_notice)
        workspace.service_changed.connect(self._status.clear_confirmation)
        workspace.place_changed.connect(self._notice.clear)
        workspace.directory_wanted.connect(self.show_directory_page)
        workspace.page_wanted.connect(self.show_page)
        workspace.language_wanted.connect(self.language_chosen)
        chain(workspace, self._status.findChildren(QPushButton))
        self.show_directory_page()
        workspace.page.focus_search()

    def move_over(
        self,
        directory: Directory,
        open_library: OpenLibrary,
        lines: tuple[Service | None, ...],
        changes: Changes,
    ) -> None:
        """Go on with another edition, without losing what is typed, chosen or answered."""
        if self._workspace is None:
            return
        self._workspace.set_directory(directory, open_library)
        self._strip.show_services(lines)
        self._show_edition(directory)
        if self._stack.currentWidget() is not self._hidden:
            number = directory.edition.number
            self._status.offer_news(in_use_line(number, changes, self._language))

    def show_updates(self, state: UpdateState, now: datetime) -> None:
        """Show how things stand with updates; `now` has the computer's offset."""
        self._updates.show_state(state, now)
        told = Standing() if state.held_back else standing(state.attempts)
        self._status.show_standing(told, now, is_set_up=state.is_set_up)

    def set_language(self, language: Language) -> None:
        """State the facts in a language; what Qt translates follows by itself."""
        self._language = language
        for part in (self._strip, self._notice, self._status):
            part.show_language(language)
        self._updates.set_language(language)
        if self._workspace is not None:
            self._workspace.set_language(language)

    def apply(self, chosen: Chosen) -> None:
        """Follow the settings, except for the language, which is set with its words."""
        self._chosen = chosen
        preferences = chosen.preferences
        self._settings.show_chosen(chosen)
        self._text_size.follow(chosen)
        self._status.show_text_size(preferences.text_size)
        self._appearance.set_theme(preferences.theme)
        self._appearance.set_text_size(preferences.text_size)
        if self._idle is not None:
            self._idle.set_minutes(preferences.idle_minutes)
        if self._workspace is not None:
            self._workspace.follow(preferences)
        self._name_window()

    def hide_when_idle(self, watch: IdleWatch) -> None:
        """Hide when nobody touches the program for as long as the settings say."""
        self._idle = watch
        watch.idled.connect(self.hide_and_erase)
        watch.set_minutes(self._chosen.preferences.idle_minutes)

    def refuse_home(self, text: Text) -> None:
        """Say why a place cannot be the one that searches start from."""
        self._settings.refuse_home(text.best(self._language))

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._rail.set_tokens(tokens)
        self._updates.set_tokens(tokens)
        if self._workspace is not None:
            self._workspace.set_tokens(tokens)

    def show_directory_page(self) -> None:
        """Show the directory."""
        self.show_page(Page.DIRECTORY)

    def clear(self) -> None:
        """Go back to the directory, or start again with empty boxes there."""
        if self._workspace is None or self._stack.currentWidget() is self._hidden:
            return
        is_directory = self._pages.currentWidget() is self._workspace
        if is_directory and self._workspace.currentIndex() == Page.DIRECTORY:
            self._workspace.page.clear()
        elif not (is_directory and self._workspace.go_back()):
            self.show_directory_page()
            self._workspace.page.focus_search()

    def hide_everything(self) -> None:
        """Hide behind a neutral screen at once, and forget what was asked, opened and copied."""
        self._stack.setCurrentWidget(self._hidden)
        self._hidden.setFocus()
        self._name_window()
        while popup := QApplication.activePopupWidget():
            popup.close()
        for dialog in self.findChildren(QDialog):
            dialog.reject()
        self._clipboard.forget()
        self._status.clear_confirmation()
        self._notice.clear()
        self._settings.forget()
        if self._workspace is not None:
            self._workspace.forget()
            self.show_directory_page()
            self._hidden.setFocus()

    def hide_and_erase(self) -> None:
        """Hide, and let a checklist that is open go at once: nobody is here."""
        self.hide_everything()
        if self._workspace is not None:
            self._workspace.erase_screening()

    def show_again(self) -> None:
        """Come back from hiding, to an empty directory."""
        self._stack.setCurrentIndex(0)
        self._name_window()
        if self._workspace is not None:
            self._workspace.page.focus_search()

    def update_now(self) -> None:
        """Have an update begun, and show how it goes on."""
        self.show_page(Page.UPDATES)
        if self._pages.currentWidget() is self._updates:
            self._updates.begin()

    def open_service(self, service_id: str) -> None:
        """Show a service in the directory."""
        if self._workspace is not None:
            self._workspace.open_service(service_id)

    def copy(self, words: str, name: str = "") -> None:
        """Put words on the clipboard, as the worker asked, and say so."""
        self._clipboard.copy(words, name)

    def say_copied(self, words: str, name: str) -> None:
        """Say quietly that something was copied, and what it is called."""
        copied = f"{words} ({name})" if name else words
        self._status.confirm(self.tr("Copied: {words}").format(words=copied))

    def switch_language(self) -> None:
        """Ask for the other language."""
        self.language_chosen.emit(self._language.other)

    def toggle_full_screen(self) -> None:
        """Fill the screen, or leave it."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def show_keys(self) -> None:
        """Show the keys, the sources and the licences."""
        if self._stack.currentWidget() is not self._hidden:
            KeysDialog(self._actions, self._language, __version__, self).open()

    def call_back(self) -> None:
        """Come to the front: the program was started once more."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def place(self) -> str:
        """Where the window stands and how large it is, to be kept for the next start."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def widths(self) -> tuple[int, ...]:
        """The widths of the panes, to be kept for the next start."""
        return self._workspace.page.widths() if self._workspace is not None else self._widths

    def restore(self, place: str, widths: tuple[int, ...]) -> None:
        """Take over place and widths kept from the last start; a place off-screen is mended."""
        self._widths = widths
        if place:
            self.restoreGeometry(QByteArray.fromBase64(place.encode("ascii")))

    def show_page(self, page: Page) -> None:
        """Show a page, unless the one before asks first whether its answers may be erased."""
        if self._workspace is not None and not self._workspace.may_leave(page):
            self._rail.mark(Page(self._workspace.currentIndex()))
            return
        self._rail.mark(page)
        own = {Page.UPDATES: self._updates, Page.SETTINGS: self._settings}.get(page)
        if own is not None:
            self._pages.setCurrentWidget(own)
            own.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self._workspace is not None:
            self._pages.setCurrentWidget(self._workspace)
            self._workspace.show_page(page)
        else:
            self._pages.setCurrentWidget(self._preparing)

    def _show_edition(self, directory: Directory) -> None:
        self._status.show_edition(directory.edition, directory.now())
        self._updates.show_directory(directory.edition, directory.fate, directory.now())

    def _name_window(self) -> None:
        """Name the window and its task bar entry, or keep to a neutral name."""
        is_hidden = self._stack.currentWidget() is self._hidden
        is_neutral = is_hidden or self._chosen.preferences.neutral_title
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
            self._actions.retranslate()
            self._name_window()
        elif event.type() is QEvent.Type.ApplicationFontChange:
            self._appearance.refresh()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._rail.fold(is_narrow=event.size().width() < em(self.font()) * _NARROW_EMS)
        super().resizeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._workspace is not None:
            self._workspace.tell_note()
            self._workspace.stop()
        self._clipboard.forget()
        self.closed.emit()
        super().closeEvent(event)
