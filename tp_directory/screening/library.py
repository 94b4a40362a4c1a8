"""All that screening reads from files, read together: it takes half a second."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from tp_directory.core.errors import CannotWrite, DirectoryError
from tp_directory.screening.cases.scenarios import read_scenarios
from tp_directory.screening.contents import CaseFile, Contents
from tp_directory.screening.legal_notes import read_legal_notes
from tp_directory.screening.shelf import Shelf
from tp_directory.screening.vocabulary import read_vocabulary


class Library:
    """Knows where checklists, shared words, legal notes and training cases are."""

    def __init__(
        self,
        data: Path,
        own_protocols: Path,
        own_cases: Path,
        reviewed: frozenset[str] = frozenset(),
        *,
        allow_text: bool = False,
    ) -> None:
        """`data` travels with the program; the own folders need not exist.

        `reviewed` and `allow_text` as `Shelf`.
        """
        self._protocols, self._legal = data / "protocols", data / "legal" / "canada.yaml"
        self._own_cases = own_cases
        self.shelf = Shelf(self._protocols, own_protocols, reviewed, allow_text=allow_text)

    def read(self) -> Contents:
        """Read everything.

        Raises:
            DirectoryError: a file that travels with the program cannot be read.
        """
        return Contents(
            listed=tuple(self.shelf.read()),
            vocabulary=read_vocabulary(self._protocols / "common.yaml"),
            legal_notes=read_legal_notes(self._legal),
            case_files=self._case_files(),
        )

    def add_cases(self, file: Path) -> None:
        """Take in a copy of a file of training cases, in place of one of the same name.

        Raises:
            CannotRead: the file is missing or may not be read.
            YamlRefused: it is no file of training cases.
            CannotWrite: the folder takes no file.
        """
        read_scenarios(file)
        try:
            self._own_cases.mkdir(parents=True, exist_ok=True)
            building = self._own_cases / f"{file.stem}.part"
            shutil.copyfile(file, building)
            building.replace(self._own_cases / f"{file.stem}.yaml")
        except OSError as error:
            raise CannotWrite(self._own_cases, _reason(error)) from error

    def remove_cases(self, added: CaseFile) -> None:
        """Take away a file of training cases that was added.

        Raises:
            CannotWrite: it cannot be removed.
        """
        try:
            added.file.unlink(missing_ok=True)
        except OSError as error:
            raise CannotWrite(self._own_cases, _reason(error)) from error

    def _case_files(self) -> tuple[CaseFile, ...]:
        shipped = self._protocols / "scenarios.yaml"
        own = sorted(self._own_cases.glob("*.yaml"))
        return (
            CaseFile(shipped, is_own=False, scenarios=read_scenarios(shipped)),
            *(_case_file(file) for file in own),
        )


def _case_file(file: Path) -> CaseFile:
    try:
        return CaseFile(file, is_own=True, scenarios=read_scenarios(file))
    except DirectoryError as refusal:
        return CaseFile(file, is_own=True, refusal=refusal)


def _reason(error: OSError) -> str:
    return error.strerror or os.strerror(error.errno or 0)
