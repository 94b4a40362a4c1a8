"""The pages that need the directory, and what joins them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QInputDialog, QStackedWidget

from tp_directory import wording
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.kept import Fault, Kept, KeptService
from tp_directory.core.phones import tel_uri
from tp_directory.core.preferences import Preferences
from tp_directory.core.query import Query
from tp_directory.core.service import Phone, Service
from tp_directory.ui.actions import Actions
from tp_directory.ui.finding.directory_page import DirectoryPage
from tp_directory.ui.finding.inquiry import Inquiry
from tp_directory.ui.icons import Icons
from tp_directory.ui.kept.keeping import Keeping
from tp_directory.ui.kept.kept_files import KeptFiles
from tp_directory.ui.kept.kept_page import KeptPage
from tp_directory.ui.map.land import Land
from tp_directory.ui.pages import Page
from tp_directory.ui.screening.checklists import Checklists, OpenLibrary
from tp_directory.ui.service.qr_dialog import QrDialog
from tp_directory.ui.service.report_dialog import ReportDialog
from tp_directory.ui.tokens import Tokens
from tp_directory.wording.lines import NO_NUMBER
from tp_directory.wording.updates import closed_while_shown

if TYPE_CHECKING:  # they load the store and the index, which the window does not wait for
    from tp_directory.directory import Directory


class Workspace(QStackedWidget):
    """The directory, the checklists, what is kept and the training cases.

    Checklists and training cases are read when they are first asked for, in a thread of their own.
    """

    copy_wanted = Signal(str, str)  # the words, and what they are called
    confirmed = Signal(str)
    undo_offered = Signal(str)
    noticed = Signal(object)  # Text
    place_changed = Signal()
    service_changed = Signal()
    directory_wanted = Signal()
    page_wanted = Signal(object)  # Page
    language_wanted = Signal(object)  # Language

    def __init__(
        self,
        directory: Directory,
        keeping: Keeping,
        open_library: OpenLibrary,
        land: Land,
        actions: Actions,
        icons: Icons,
        language: Language,
        preferences: Preferences,
        tokens: Tokens,
    ) -> None:
        super().__init__()
        self._directory, self._keeping, self._language = directory, keeping, language
        self._inquiry = Inquiry(directory, language, preferences.home, self)
        self._page = DirectoryPage(self._inquiry, directory, actions, land, tokens)
        self._kept = KeptPage(keeping, directory.fate, self._inquiry.now, language, tokens)
        self._files = KeptFiles(self)
        self._checklists = Checklists(
            directory, open_library, actions, icons, language, preferences, tokens, self
        )
        for page in (self._page, self._checklists.screening, self._kept, self._checklists.training):
            self.addWidget(page)
        self._wire_actions(actions)
        self._wire_pages()
        self._page.set_kept(keeping.kept)

    def _wire_actions(self, actions: Actions) -> None:
        page, reader = self._page, self._page.reader
        for action, act in (
            (actions.search, page.focus_search),
            (actions.place, page.focus_place),
            (actions.filters, page.toggle_filters),
            (actions.find_filter, page.focus_filters),
            (actions.map, page.answer.toggle_map),
            (actions.comparison, page.answer.show_comparison),
        ):
            action.triggered.connect(partial(self.act_in_directory, act))
        actions.copy_number.triggered.connect(reader.copy_main_number)
        actions.both_languages.triggered.connect(reader.toggle_both_languages)
        actions.keep.triggered.connect(self.toggle_kept)
        actions.note.triggered.connect(reader.start_note)
        actions.compare.triggered.connect(reader.toggle_compared)
        actions.report.triggered.connect(self.ask_report)
        actions.undo.triggered.connect(self._keeping.undo)
        actions.next_pane.triggered.connect(page.focus_next_pane)

    def _wire_pages(self) -> None:
        page, kept, keeping, files = self._page, self._kept, self._keeping, self._files
        reader = page.reader
        self._inquiry.refused.connect(self.noticed)
        page.copy_wanted.connect(self.copy_wanted)
        page.place_changed.connect(self.place_changed)
        page.comparison.filled.connect(self.say_comparison_full)
        reader.pane.call_wanted.connect(self.call)
        reader.pane.code_wanted.connect(self.show_code)
        reader.pane.number_missed.connect(self.say_no_number)
        reader.service_changed.connect(self.service_changed)
        reader.note_written.connect(self.write_note)
        reader.lists_chosen.connect(keeping.set_lists)
        reader.list_wanted.connect(self.ask_list)
        kept.copy_wanted.connect(self.copy_wanted)
        kept.number_missed.connect(self.say_no_number)
        kept.card_missed.connect(self.say_no_card)
        kept.open_wanted.connect(self.open_service)
        kept.save_wanted.connect(files.save_list)
        kept.reports_wanted.connect(files.save_reports)
        kept.import_wanted.connect(files.open_list)
        files.read.connect(self.take_in)
        files.saved.connect(self.say_saved)
        files.reports_saved.connect(kept.offer_removal)
        files.refused.connect(self.noticed)
        checklists = self._checklists
        checklists.copy_wanted.connect(self.copy_wanted)
        checklists.open_wanted.connect(self.open_service)
        checklists.query_wanted.connect(self.ask)
        checklists.language_wanted.connect(self.language_wanted)
        checklists.noticed.connect(self.noticed)
        checklists.confirmed.connect(self.confirmed)
        checklists.number_missed.connect(self.say_no_number)
        checklists.card_missed.connect(self.say_no_card)
        keeping.changed.connect(page.set_kept)
        keeping.dropped.connect(self.offer_undo)
        keeping.refused.connect(self.noticed)

    @property
    def page(self) -> DirectoryPage:
        """The directory."""
        return self._page

    def start(self) -> None:
        """Ask for nothing from home; where no such place is known any more, tell so."""
        self._inquiry.ask_nothing()

    def may_leave(self, page: Page) -> bool:
        """Whether another page may be shown; where answers would be lost, ask first."""
        if self.currentIndex() != Page.SCREENING or page is Page.SCREENING:
            return True
        return self._checklists.may_leave(partial(self.page_wanted.emit, page))

    def go_back(self) -> bool:
        """Go one step back on the page that is shown; return whether there was one."""
        return self._checklists.go_back()

    def show_page(self, page: Page) -> None:
        """Show a page, and give it the keyboard."""
        self.setCurrentIndex(page)
        if shown := self.currentWidget():
            shown.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_directory(self, directory: Directory, open_library: OpenLibrary) -> None:
        """Go on with another edition, and lose nothing of what is asked, chosen or answered."""
        self.tell_note()
        self._directory = directory
        fate = self._page.set_directory(directory)
        self._kept.set_fate(directory.fate)
        self._checklists.set_directory(directory, open_library)
        if fate is not None:
            self.noticed.emit(closed_while_shown(fate))

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        for page in (self._page, self._kept, self._checklists):
            page.set_tokens(tokens)

    def set_language(self, language: Language) -> None:
        """State the facts in a language."""
        self._language = language
        self._page.set_language(language)
        self._checklists.set_language(language)
        self._kept.set_language(language)

    def follow(self, preferences: Preferences) -> None:
        """Follow the settings."""
        self._inquiry.set_home(preferences.home)
        self._checklists.follow(preferences)

    def tell_note(self) -> None:
        """Have a note kept that is still being written."""
        self._page.reader.pane.tell_note()

    def forget(self) -> None:
        """Start again as if nothing had been asked or opened."""
        self._page.forget()
        self._keeping.forget_dropped()
        self._checklists.hide()
        self._directory.forget()

    def erase_screening(self) -> None:
        """Forget the answers to a checklist at once."""
        self._checklists.erase()

    def stop(self) -> None:
        """End what runs beside the window, and forget the answers to a checklist."""
        self._checklists.stop()

    def act_in_directory(self, act: Callable[[], None]) -> None:
        """Show the directory and `act` in it, unless the page before may not be left yet."""
        self.directory_wanted.emit()
        if self.currentWidget() is self._page:
            act()

    def ask(self, query: Query) -> None:
        """Put a whole question to the directory."""
        self.directory_wanted.emit()
        self._inquiry.ask(query)

    def open_service(self, service_id: str) -> None:
        """Show a service in the directory."""
        self.directory_wanted.emit()
        self._page.open_id(service_id)

    def toggle_kept(self) -> None:
        """Keep the service that is shown, or keep it no longer."""
        service = self._service()
        if service is None:
            return
        self.tell_note()  # told afterwards, it would keep the service again
        self._keeping.toggle(service, self._directory.now().date())
        if self._keeping.kept.service(service.id):
            self.confirmed.emit(self.tr("Kept on this computer."))

    def offer_undo(self, dropped: KeptService) -> None:
        """Say that a service is kept no longer, and how to bring it back."""
        name = dropped.name.best(self._language)
        self.undo_offered.emit(self.tr("Kept no longer: {name}").format(name=name))

    def write_note(self, service: Service, note: str) -> None:
        """Keep a note on a service."""
        self._keeping.write_note(service, note, self._directory.now().date())

    def ask_list(self, service_id: str) -> None:
        """Ask for the name of a new list, and put the service on it."""
        title, label = self.tr("New list"), self.tr("Name of the list")
        name, is_given = QInputDialog.getText(self, title, label)
        kept = self._keeping.kept.service(service_id)
        if is_given and name.strip() and kept is not None:
            self._keeping.set_lists(service_id, (*kept.lists, name.strip()))

    def take_in(self, shared: Kept) -> None:
        """Add what somebody shared to what is kept."""
        added = self._keeping.take_in(shared)
        if added is not None:
            self.confirmed.emit(self.tr("%n services were added.", "", len(added.services)))

    def ask_report(self) -> None:
        """Ask what is wrong in the record that is shown."""
        service = self._service()
        if service is not None:
            dialog = ReportDialog(service.name.best(self._language), self._language, self)
            edition = self._directory.edition.number
            dialog.reported.connect(partial(self.keep_report, service, edition))
            dialog.open()

    def keep_report(self, service: Service, edition: int, fault: Fault, words: str) -> None:
        """Keep a report on a record of an edition; another may be in use by now."""
        self._keeping.report(service, fault, words, edition, self._directory.now().date())
        self.confirmed.emit(self.tr("The report waits on the page “Kept”."))

    def call(self, phone: Phone) -> None:
        """Have the computer's own phone program call a number."""
        if not QDesktopServices.openUrl(QUrl(tel_uri(phone))):
            self.noticed.emit(
                Text(
                    "No program on this computer places calls. Copy the number, or scan its code.",
                    "Aucun programme de cet ordinateur ne fait d'appels. Copiez le numéro, ou "
                    "balayez son code.",
                )
            )

    def show_code(self, phone: Phone) -> None:
        """Show the code of a number, to be scanned with a phone."""
        number = wording.number(phone, self._language)
        QrDialog(number, tel_uri(phone), phone.label.best(self._language), self).open()

    def say_no_number(self) -> None:
        """Say that there is no number to be copied."""
        self.confirmed.emit(NO_NUMBER.best(self._language))

    def say_no_card(self) -> None:
        """Say why no number was copied from the page of what is kept."""
        self.confirmed.emit(self.tr("No number was copied: go to one of the services first."))

    def say_comparison_full(self) -> None:
        """Say that no more services can be compared."""
        self.confirmed.emit(self.tr("Three services at most can be compared."))

    def say_saved(self, name: str) -> None:
        """Say that a file was written."""
        self.confirmed.emit(self.tr("Saved: {name}").format(name=name))

    def _service(self) -> Service | None:
        hit = self._page.reader.hit
        return hit.service if hit else None
