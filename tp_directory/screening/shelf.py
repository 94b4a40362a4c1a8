"""The checklists of a computer: those that travel with the program, and those that were added."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from tp_directory.core.bilingual import Text
from tp_directory.core.errors import CannotRead, CannotWrite
from tp_directory.screening.contents import Listed
from tp_directory.screening.faults import Fault, ProtocolRefused
from tp_directory.screening.opening import open_protocol

_SUFFIX = ".xlsx"


class Shelf:
    """Opens the checklists of a computer, and takes in those from outside."""

    def __init__(
        self, shipped: Path, own: Path, reviewed: frozenset[str], *, allow_text: bool = False
    ) -> None:
        """Look into two folders, neither of which need exist.

        `reviewed` are the SHA-256 hashes of workbooks, in hexadecimal, that an administrator
        trusts; `allow_text` lets questions for free text in.
        """
        self._shipped, self._own = shipped, own
        self._reviewed, self._allow_text = reviewed, allow_text

    def read(self) -> Iterator[Listed]:
        """Open each checklist, those of the program first; about 0.1 s each."""
        for folder, is_own in ((self._shipped, False), (self._own, True)):
            for file in sorted(folder.glob(f"*{_SUFFIX}")):
                yield self._open(file, is_own=is_own)

    def add(self, file: Path) -> Listed:
        """Take in a copy of a workbook from outside, in place of one of the same name.

        Raises:
            CannotRead: the file is missing or may not be read.
            ProtocolRefused: it is no checklist that this program can run, or calls itself by the
                id of one that travels with the program.
            CannotWrite: the folder takes no file.
        """
        protocol = open_protocol(file, allow_text=self._allow_text)
        if any(protocol.id == each.stem for each in self._shipped.glob(f"*{_SUFFIX}")):
            raise ProtocolRefused((Fault("settings", 2, "form_id", _taken(protocol.id)),))
        copy = self._own / f"{protocol.id}{_SUFFIX}"
        building = copy.with_suffix(".part")
        try:
            self._own.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, building)
            building.replace(copy)
        except OSError as error:
            raise CannotWrite(self._own, _reason(error)) from error
        return self._open(copy, is_own=True)

    def remove(self, listed: Listed) -> None:
        """Take away a checklist that was added.

        Raises:
            CannotWrite: its file cannot be removed.
        """
        try:
            listed.file.unlink(missing_ok=True)
        except OSError as error:
            raise CannotWrite(self._own, _reason(error)) from error

    def _open(self, file: Path, *, is_own: bool) -> Listed:
        try:
            protocol = open_protocol(file, allow_text=self._allow_text)
        except (CannotRead, ProtocolRefused) as refusal:
            return Listed(file, is_own, is_reviewed=False, refusal=refusal)
        is_reviewed = not is_own or protocol.form.sha256 in self._reviewed
        return Listed(file, is_own, is_reviewed, protocol)


def _taken(name: str) -> Text:
    return Text(
        f"“{name}” is the id of a checklist of the program; give yours another one.",
        f"« {name} » est l'identifiant d'une liste du programme; donnez-en un autre à la vôtre.",
    )


def _reason(error: OSError) -> str:
    return error.strerror or os.strerror(error.errno or 0)
