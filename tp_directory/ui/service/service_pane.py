"""One service in full, as things stand now; it remembers nothing of the one before."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from tp_directory import wording
from tp_directory.core.query import Hit, Related
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.ui.actions import Actions
from tp_directory.ui.page_change import change_page
from tp_directory.ui.service.note_box import NoteBox
from tp_directory.ui.service.service_page import MakeMap, ServicePage
from tp_directory.ui.service.shown import Shown
from tp_directory.ui.tokens import SPACE_16, SPACE_24, Tokens
from tp_directory.wording.lines import told_apart


class ServicePane(QScrollArea):
    """Shows one service, or how to choose one."""

    copy_wanted = Signal(str, str)  # the words, and what they are called
    call_wanted = Signal(object)  # Phone
    code_wanted = Signal(object)  # Phone
    number_missed = Signal()  # one was asked for, and none is stated
    back_wanted = Signal()
    related_chosen = Signal(str)  # the service's id
    note_written = Signal(str, str)  # the service's id, the note
    lists_chosen = Signal(object)  # tuple[str, ...]
    list_wanted = Signal()

    def __init__(
        self, taxonomy: Taxonomy, actions: Actions, make_map: MakeMap, tokens: Tokens
    ) -> None:
        super().__init__()
        self.setObjectName("service_pane")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._taxonomy, self._actions, self._make_map = taxonomy, actions, make_map
        self._tokens = tokens
        self._shown: Shown | None = None
        self._related = Related()
        self._page: ServicePage | None = None
        self._rebuild()

    @property
    def hit(self) -> Hit | None:
        """The hit that is shown."""
        return self._shown.hit if self._shown else None

    def set_taxonomy(self, taxonomy: Taxonomy) -> None:
        """Name needs and populations by this from now on; the page is built anew.

        What goes together with the service is still to come from the same edition.
        """
        self._taxonomy, self._related = taxonomy, Related()
        self._rebuild()

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._tokens = tokens
        self._rebuild()

    def show_service(self, shown: Shown | None) -> None:
        """Show a service, or none; what would look the same is left as it is."""
        before, page, note = self._shown, self._page, self._note
        if shown is None or page is None or page.service_id != shown.hit.service.id:
            self.tell_note()
            self._shown, self._related = shown, Related()
            if shown is not before:
                self._rebuild()
            return
        if note and note.edit.hasFocus():  # it stays where it is written, also when it is empty
            shown = replace(shown, is_noting=True)
        self._shown = shown
        if before and _said(shown) == _said(before) and self._has_note_of(shown):
            page.show_time(shown.now)
        else:
            self._rebuild()

    def show_related(self, related: Related) -> None:
        """Show what goes together with the service."""
        if related == self._related:
            return
        self._related = related
        if self._page is not None:
            self._page.show_related(related)

    def copy_main_number(self) -> None:
        """Ask for the main number to be copied, or tell that there is none."""
        if self._shown is None:
            return
        hit, language = self._shown.hit, self._shown.language
        if line := hit.main_line:
            name = told_apart(line.phone, hit.service, language)
            self.copy_wanted.emit(wording.number(line.phone, language), name)
        else:
            self.number_missed.emit()

    def focus_note(self) -> None:
        """Put the caret into the note."""
        if note := self._note:
            note.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.ensureWidgetVisible(note)

    def tell_note(self) -> None:
        """Tell a note that is still being written."""
        if note := self._note:
            note.tell()

    @property
    def _note(self) -> NoteBox | None:
        return self._page.note if self._page else None

    def _has_note_of(self, shown: Shown) -> bool:
        """Whether the note on the page is the one that is kept: it may be kept from the page."""
        written = self._note.words if self._note else ""
        return written == (shown.kept.note if shown.kept else "")

    def _rebuild(self) -> None:
        """Build the page anew; on that of the same service, the worker goes on where they were."""
        self.setAccessibleName(self.tr("Service"))
        before = self._page
        self._page = page = self._new_page(self._shown) if self._shown else None
        is_same = page is not None and before is not None and page.service_id == before.service_id
        if page and before and is_same and page.note and before.note:
            page.note.take_over(before.note)
        change_page(self, page or self._hint(), is_same=is_same)

    def _new_page(self, shown: Shown) -> ServicePage:
        page = ServicePage(shown, self._taxonomy, self._actions, self._make_map, self._tokens)
        page.show_related(self._related)
        page.copy_wanted.connect(self.copy_wanted)
        page.call_wanted.connect(self.call_wanted)
        page.code_wanted.connect(self.code_wanted)
        page.back_wanted.connect(self.back_wanted)
        page.related_chosen.connect(self.related_chosen)
        page.note_written.connect(self.note_written)
        page.lists_chosen.connect(self.lists_chosen)
        page.list_wanted.connect(self.list_wanted)
        return page

    def _hint(self) -> QWidget:
        page = QWidget()
        page.setObjectName("service_page")
        hint = QLabel(self.tr("Choose a service to see its numbers."))
        hint.setWordWrap(True)
        hint.setProperty("tone", "muted")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(SPACE_24, SPACE_16, SPACE_24, SPACE_24)
        layout.addWidget(hint)
        layout.addStretch()
        return page

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._rebuild()
        super().changeEvent(event)


def _said(shown: Shown) -> tuple[object, ...]:
    """What a page says, apart from its note: who answers stands in the words of this minute."""
    has_note = shown.is_noting or bool(shown.kept and shown.kept.note)
    kept = replace(shown.kept, note="") if shown.kept else None
    answers = (shown.hit.availability, *(line.availability for line in shown.hit.phones))
    states = (wording.availability(each, shown.now, shown.language) for each in answers)
    still = replace(shown, now=datetime.min, kept=kept, is_noting=has_note)
    return (still, shown.today, *states)
