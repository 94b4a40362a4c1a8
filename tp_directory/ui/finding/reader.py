"""The service that is looked at: what the pane must know to show it, gathered in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from tp_directory import wording
from tp_directory.core.kept import Kept
from tp_directory.core.opening import hit_at
from tp_directory.core.query import Hit
from tp_directory.core.service import Service
from tp_directory.ui.actions import Actions
from tp_directory.ui.finding.comparison import Comparison
from tp_directory.ui.finding.inquiry import Inquiry
from tp_directory.ui.map.land import Land
from tp_directory.ui.map.marks import shade_of
from tp_directory.ui.map.small import SmallMap
from tp_directory.ui.service.service_pane import ServicePane
from tp_directory.ui.service.shown import Shown
from tp_directory.ui.tokens import Tokens

if TYPE_CHECKING:  # they load the store and the index, which the window does not wait for
    from tp_directory.directory import Directory

_RESTED_MS = 60  # shorter than what an eye notices, longer than an arrow key that is held down
_SETTLED_MS = 150


class Reader(QObject):
    """Knows the hit that is looked at and how, and keeps the pane at that."""

    service_changed = Signal()
    note_written = Signal(object, str)  # Service, the note
    lists_chosen = Signal(str, object)  # the service's id, tuple[str, ...]
    list_wanted = Signal(str)  # the service's id

    def __init__(
        self,
        inquiry: Inquiry,
        directory: Directory,
        comparison: Comparison,
        actions: Actions,
        land: Land,
        tokens: Tokens,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._inquiry, self._directory, self._comparison = inquiry, directory, comparison
        self._land, self._tokens = land, tokens
        self._kept = Kept()
        self._hit: Hit | None = None
        self._is_both = self._is_noting = self._is_alone = False
        self.pane = ServicePane(directory.taxonomy, actions, self.small_map, tokens)
        # What goes together with a service is asked once the worker stays with it.
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self.show_related)
        # To build a page takes longer than to paint all results: it must not delay the next key.
        self._rested = QTimer(self, singleShot=True)
        self._rested.timeout.connect(self.show)
        self.pane.note_written.connect(self.tell_note)
        self.pane.lists_chosen.connect(self.tell_lists)
        self.pane.list_wanted.connect(self.ask_list)
        inquiry.answered.connect(self.show_anew)
        comparison.changed.connect(self.show)

    @property
    def hit(self) -> Hit | None:
        """The hit that is looked at."""
        return self._hit

    def set_directory(self, directory: Directory) -> None:
        """Go on with the records of another edition; the hit is still to come from there."""
        self._directory = directory
        self.pane.set_taxonomy(directory.taxonomy)
        self._settled.start()

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._tokens = tokens
        self.pane.set_tokens(tokens)

    def set_kept(self, kept: Kept) -> None:
        """Say whether the service is kept, with which note and on which lists."""
        self._kept = kept
        self.show()

    def set_alone(self, is_alone: bool) -> None:
        """Offer the way back to the results, where they have no room beside the service."""
        self._is_alone = is_alone
        self.show()

    def show_hit(self, hit: Hit | None) -> None:
        """Look at a hit, or at none; a note that is being written on another is told first.

        The page says who answers now, also where it was asked what is open at another time.
        """
        is_other = (hit and hit.service.id) != (self._hit and self._hit.service.id)
        if is_other:
            self.pane.tell_note()
            self._is_noting = False
            self.service_changed.emit()
        self._hit = hit and hit_at(hit, self._inquiry.now())
        if hit is None:
            self.show()
        else:
            self._rested.start(_RESTED_MS if is_other else 0)
            if is_other:
                self._settled.start()

    def show_anew(self) -> None:
        """Show the service as the last answer has it, which may be in the other language."""
        if not self._rested.isActive():
            self._rested.start(0)

    def show(self) -> None:
        """Show the service as things stand now."""
        self._rested.stop()
        hit = self._hit
        if hit is None:
            self.pane.show_service(None)
            return
        shown = Shown(
            hit,
            self._inquiry.now(),
            self._inquiry.query.language,
            self._kept.service(hit.service.id),
            self._kept.lists,
            is_compared=hit.service.id in self._comparison,
            is_both=self._is_both,
            is_noting=self._is_noting,
            is_alone=self._is_alone,
        )
        self.pane.show_service(shown)

    def copy_main_number(self) -> None:
        """Ask for the main number to be copied; its page is shown by then, however fast the key."""
        self.show()
        self.pane.copy_main_number()

    def show_related(self) -> None:
        """Show what goes together with the service."""
        if self._hit is not None:
            language = self._inquiry.query.language
            self.pane.show_related(self._directory.related(self._hit.service, language))

    def tell_time(self) -> None:
        """Say anew who answers at this moment."""
        if self._hit is not None:
            self._hit = hit_at(self._hit, self._inquiry.now())
            self.show()

    def toggle_both_languages(self) -> None:
        """Show the service in English and French side by side, or in one again."""
        self._is_both = not self._is_both
        self.show()

    def start_note(self) -> None:
        """Let a note be written on the service."""
        if self._hit is not None:
            self._is_noting = True
            self.show()
            self.pane.focus_note()

    def toggle_compared(self) -> None:
        """Put the service beside others, or take it away."""
        if self._hit is not None:
            self._comparison.toggle(self._hit)

    def forget(self) -> None:
        """Look at nothing, and in no special way; a note that is being written is told first."""
        self._is_both = False
        self.show_hit(None)

    def tell_note(self, service_id: str, note: str) -> None:
        """Tell the note on a service; it may be told when another is shown already."""
        self.note_written.emit(self._directory.service(service_id), note)

    def tell_lists(self, names: tuple[str, ...]) -> None:
        """Tell the lists that the service was put on."""
        if self._hit is not None:
            self.lists_chosen.emit(self._hit.service.id, names)

    def ask_list(self) -> None:
        """Ask for a new list with the service on it."""
        if self._hit is not None:
            self.list_wanted.emit(self._hit.service.id)

    def small_map(self, service: Service, parent: QWidget) -> QWidget:
        """A picture of whom a service serves."""
        language = self._inquiry.query.language
        return SmallMap(
            self._land,
            self._tokens,
            shade_of(service.coverage, self._directory.gazetteer),
            service.location,
            wording.serves(service, language),
            language,
            parent,
            withheld=bool(service.address_withheld),
        )
