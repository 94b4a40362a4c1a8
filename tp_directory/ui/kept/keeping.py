"""What the worker keeps, for every part of the window that shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tp_directory import wording
from tp_directory.core.bilingual import Language
from tp_directory.core.errors import DirectoryError
from tp_directory.core.kept import ErrorReport, Fault, Kept, KeptService
from tp_directory.core.service import Service

if TYPE_CHECKING:  # it loads SQLAlchemy, which the window does not wait for
    from tp_directory.store.kept import KeptFile


class Keeping(QObject):
    """Knows what is kept, changes it as asked, and tells each change.

    The file is on this computer and small: each change takes a few milliseconds.
    """

    changed = Signal(object)  # Kept
    dropped = Signal(object)  # KeptService: it can be kept again by `undo`
    refused = Signal(object)  # Text: what could not be kept, and what to do

    def __init__(self, file: KeptFile, parent: QObject) -> None:
        super().__init__(parent)
        self._file = file
        self._kept = file.everything()
        self._dropped: KeptService | None = None

    @property
    def kept(self) -> Kept:
        """Everything that is kept."""
        return self._kept

    @property
    def can_erase(self) -> bool:
        """Whether there is anything to be erased; a damaged file that was set aside counts."""
        return bool(self._kept) or bool(self._file.set_aside())

    def toggle(self, service: Service, today: date) -> None:
        """Keep a service, or keep it no longer."""
        kept = self._kept.service(service.id)
        if kept is None:
            self._change(lambda file: file.keep(_kept(service, today)))
        else:
            self.drop(kept)

    def drop(self, kept: KeptService) -> None:
        """Keep a service no longer; its note and its lists come back with `undo`."""
        if self._change(lambda file: file.drop(kept.id)):
            self._dropped = kept
            self.dropped.emit(kept)

    def undo(self) -> None:
        """Keep again what was taken away last, unless it was kept anew since then."""
        dropped = self._dropped
        if dropped is None:
            return
        if self._kept.service(dropped.id) or self._change(lambda file: file.keep(dropped)):
            self._dropped = None

    def write_note(self, service: Service, note: str, today: date) -> None:
        """Keep a note on a service, and the service with it."""
        kept = self._kept.service(service.id)
        if kept is None and note:
            self._change(lambda file: file.keep(replace(_kept(service, today), note=note)))
        elif kept is not None:
            self._change(lambda file: file.set_note(kept.id, note))

    def set_lists(self, service_id: str, names: tuple[str, ...]) -> None:
        """Put a kept service on these lists, and on no others."""
        self._change(lambda file: file.set_lists(service_id, names))

    def add_list(self, name: str) -> None:
        """Add an empty list; one with that name stays as it is."""
        self._change(lambda file: file.add_list(name))

    def rename_list(self, old: str, new: str) -> bool:
        """Give a list another name; returns whether that could be done."""
        return self._change(lambda file: file.rename_list(old, new))

    def remove_list(self, name: str) -> None:
        """Remove a list; its services stay kept."""
        self._change(lambda file: file.remove_list(name))

    def report(self, service: Service, fault: Fault, words: str, edition: int, today: date) -> None:
        """Put an error in a record into the outbox."""
        report = ErrorReport(service.id, service.name, fault, words, edition, today)
        self._change(lambda file: file.add_report(report))

    def remove_report(self, report: ErrorReport) -> None:
        """Take an error report out of the outbox."""
        self.remove_reports((report,))

    def remove_reports(self, reports: tuple[ErrorReport, ...]) -> None:
        """Take error reports out of the outbox, one at least."""
        self._change(lambda file: file.remove_reports([each.key for each in reports]))

    def take_in(self, kept: Kept) -> Kept | None:
        """Add what somebody shared; returns what was new, None where it could not be kept."""
        added: list[Kept] = []
        self._change(lambda file: added.append(file.take_in(kept)))
        return next(iter(added), None)

    def erase(self) -> None:
        """Erase everything that is kept, without any way back."""
        self.forget_dropped()
        self._change(lambda file: file.erase())

    def forget_dropped(self) -> None:
        """Leave nothing to be undone: what was taken away last is gone for good."""
        self._dropped = None

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _change(self, change: Callable[[KeptFile], object]) -> bool:
        """Change the file and tell what is kept now; tell why where that cannot be done.

        What is refused may be in the file all the same: a full disk takes the change, and has no
        room left to write every page anew.
        """
        before, is_done = self._kept, False
        try:
            try:
                change(self._file)
                is_done = True
            finally:
                self._kept = self._file.everything()
        except DirectoryError as error:
            self.refused.emit(error.text)
        if is_done or self._kept != before:
            self.changed.emit(self._kept)
        return is_done


def _kept(service: Service, today: date) -> KeptService:
    phone = service.main_phone
    number = wording.number(phone, Language.EN) if phone else ""
    return KeptService(service.id, service.name, service.organization, number, today)
