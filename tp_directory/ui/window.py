"""The window: the strip, the page, and the line that says how old the directory is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QSize, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from tp_directory import __version__
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.service import Service
from tp_directory.ui.about_dialog import AboutDialog
from tp_directory.ui.actions import Actions
from tp_directory.ui.appearance import Appearance
from tp_directory.ui.directory_page import DirectoryPage
from tp_directory.ui.focus_order import chain
from tp_directory.ui.focus_ring import FocusRing
from tp_directory.ui.inquiry import Inquiry
from tp_directory.ui.notice_bar import NoticeBar
from tp_directory.ui.preparing_page import PreparingPage
from tp_directory.ui.status_line import StatusLine
from tp_directory.ui.strip import Strip
from tp_directory.ui.tokens import Tokens, em

if TYPE_CHECKING:  # they load the store and the index, which the window does not wait for
    from tp_directory.directory import Directory

_USUAL_EMS = (98, 63)


class Window(QMainWindow):
    """Is there before the directory is; knows the language and passes it on."""

    language_chosen = Signal(object)  # Language
    retry_wanted = Signal()
    closed = Signal()

    def __init__(self, language: Language, appearance: Appearance) -> None:
        super().__init__()
        self.setWindowTitle("TP Directory")
        self._language = language
        self._appearance = appearance
        self._page: DirectoryPage | None = None
        self._panes: tuple[int, ...] = ()
        self._actions = Actions(self)
        self.addActions(list(self._actions.every))
        self._strip = Strip()
        self._strip.show_language(language)
        self._notice = NoticeBar(language)
        self._preparing = PreparingPage()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._preparing)
        self._status = StatusLine(self._actions.about, language)
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._strip)
        layout.addWidget(self._notice)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._status)
        self.setCentralWidget(centre)
        self._ring = FocusRing(self)
        self.setFocus()  # not on a number of the strip, which a press of Space would copy
        ems = em(self.font())
        usual = QSize(ems * _USUAL_EMS[0], ems * _USUAL_EMS[1])
        self.resize(usual.boundedTo(self.screen().availableSize()))

        self._actions.search.triggered.connect(self.focus_search)
        self._actions.copy_number.triggered.connect(self.copy_main_number)
        self._actions.clear.triggered.connect(self.clear)
        self._actions.about.triggered.connect(self.show_about)
        self._actions.quit.triggered.connect(self.close)
        self._strip.copy_wanted.connect(self.copy)
        self._preparing.retry_wanted.connect(self.retry_wanted)
        self._status.language_chosen.connect(self.language_chosen)
        appearance.changed.connect(self.set_tokens)
        self.closed.connect(self._ring.stop)

    @property
    def focus_ring(self) -> FocusRing:
        """The ring, to be told where the focus is."""
        return self._ring

    @property
    def language(self) -> Language:
        """The language in force."""
        return self._language

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

    def show_directory(self, directory: Directory, lines: tuple[Service, ...]) -> None:
        """Let the directory be searched; `lines` are what the strip shows beside 911."""
        inquiry = Inquiry(directory, self._language, self)
        page = DirectoryPage(inquiry, directory.taxonomy, self._appearance.tokens)
        page.set_panes(self._panes)
        self._page = page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._strip.show_services(lines)
        self._status.show_edition(directory.edition, directory.now().date())
        page.copy_wanted.connect(self.copy)
        page.service_changed.connect(self._status.clear_confirmation)
        page.number_missed.connect(self.say_no_number)
        page.place_changed.connect(self._notice.clear)
        inquiry.refused.connect(self.show_notice)
        chain(page.last_focus, self._status.findChildren(QPushButton))
        page.focus_search()

    def set_language(self, language: Language) -> None:
        """State the facts in a language; what Qt translates follows by itself."""
        self._language = language
        for part in (self._strip, self._notice, self._status):
            part.show_language(language)
        if self._page is not None:
            self._page.set_language(language)

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        if self._page is not None:
            self._page.set_tokens(tokens)

    def focus_search(self) -> None:
        """Put the caret into the search box."""
        if self._page is not None:
            self._page.focus_search()

    def clear(self) -> None:
        """Start again with empty boxes."""
        if self._page is not None:
            self._page.clear()

    def copy_main_number(self) -> None:
        """Copy the main number of the chosen service."""
        if self._page is not None:
            self._page.copy_main_number()

    def copy(self, words: str) -> None:
        """Put words on the clipboard, as the worker asked, and say so."""
        QGuiApplication.clipboard().setText(words)
        self._status.confirm(self.tr("Copied: {words}").format(words=words))

    def say_no_number(self) -> None:
        """Say that there is no number to be copied."""
        self._status.confirm(self.tr("No number is stated."))

    def show_about(self) -> None:
        """Show the keys, the sources and the licences."""
        AboutDialog(self._actions, self._language, __version__, self).open()

    def place(self) -> str:
        """Where the window stands and how large it is, to be kept for the next start."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def panes(self) -> tuple[int, ...]:
        """The widths of the panes, to be kept for the next start."""
        return self._page.panes() if self._page is not None else self._panes

    def restore(self, place: str, panes: tuple[int, ...]) -> None:
        """Take over place and widths kept from the last start; a place off-screen is mended."""
        self._panes = panes
        if place:
            self.restoreGeometry(QByteArray.fromBase64(place.encode("ascii")))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._actions.retranslate()
        elif event.type() is QEvent.Type.ApplicationFontChange:
            self._appearance.refresh()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)
