"""What is looked up beside a checklist: what the law says, and whom to call for a child."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from tp_directory.core.bilingual import Language
from tp_directory.core.child_protection import home_province
from tp_directory.core.place import Province
from tp_directory.screening.legal_notes import LegalNotes
from tp_directory.ui.screening.backed_page import BackedPage
from tp_directory.ui.screening.child_page import ChildPage
from tp_directory.ui.screening.legal_page import LegalPage
from tp_directory.ui.tokens import Tokens

if TYPE_CHECKING:  # it loads the store and the index, which the window does not wait for
    from tp_directory.directory import Directory


class ReferencePages(QStackedWidget):
    """Shows one of the two, with a way back; each leads to the other, of the same province."""

    asked = Signal()  # one of them is to be seen
    back_wanted = Signal()
    copy_wanted = Signal(str, str)  # the words, and what they are called
    open_wanted = Signal(str)  # a service's id
    number_missed = Signal()  # one was asked for, and none is stated
    card_missed = Signal()  # a number was asked for, and no card has the keyboard

    def __init__(
        self, directory: Directory, notes: LegalNotes, language: Language, tokens: Tokens, home: str
    ) -> None:
        """`home` is the place of the settings, as typed there or "": its province comes first."""
        super().__init__()
        self._directory = directory
        province = home_province(directory.gazetteer, home)
        self._legal = LegalPage(notes, language, tokens, province)
        self._child = ChildPage(directory, notes, language, tokens, province, home)
        self._backed: dict[QWidget, BackedPage] = {}
        for page in (self._legal, self._child):
            backed = self._backed[page] = BackedPage(page)
            backed.back_wanted.connect(self.back_wanted)
            page.copy_wanted.connect(self.copy_wanted)
            self.addWidget(backed)
        self._legal.child_services_wanted.connect(self.show_child_of)
        self._child.legal_notes_wanted.connect(self.show_legal_notes_of)
        self._child.open_wanted.connect(self.open_wanted)
        self._child.number_missed.connect(self.number_missed)
        self._child.card_missed.connect(self.card_missed)

    def set_directory(self, directory: Directory) -> None:
        """Name the services of another edition."""
        self._directory = directory
        self._child.set_directory(directory)

    def set_language(self, language: Language) -> None:
        """State the facts in a language."""
        for page in (self._legal, self._child):
            page.set_language(language)

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        for page in (self._legal, self._child):
            page.set_tokens(tokens)

    def set_home(self, home: str) -> None:
        """Follow the place of the settings unless another is shown."""
        self._legal.set_home(home_province(self._directory.gazetteer, home))
        self._child.set_home(home)

    def show_legal_notes(self) -> None:
        """Show what the law says."""
        self._show(self._legal)

    def show_legal_notes_of(self, province: Province | None) -> None:
        """Show what the law says of a child in a province, or everywhere."""
        self._legal.show_province(province)
        self.show_legal_notes()

    def show_child(self) -> None:
        """Show whom to call for a child."""
        self._show(self._child)

    def show_child_of(self, province: Province | None) -> None:
        """Show whom to call for a child in a province, or ask for one."""
        self._child.show_province(province)
        self.show_child()

    def forget(self) -> None:
        """Go back to what is shown at first."""
        for page in (self._legal, self._child):
            page.forget()

    def _show(self, page: QWidget) -> None:
        self.setCurrentWidget(self._backed[page])
        self.setFocusProxy(self._backed[page])
        self.asked.emit()
