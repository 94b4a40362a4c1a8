"""Opens a checklist from its workbook; it loads pyxform, which takes 0.3 s."""

from __future__ import annotations

from pathlib import Path

from tp_directory.screening.protocol import Protocol, protocol_from
from tp_directory.screening.xlsform.compile import compile_workbook
from tp_directory.screening.xlsform.workbook import open_workbook


def open_protocol(file: Path, *, allow_text: bool = False) -> Protocol:
    """Open a checklist; `allow_text` as `compile.read_protocol`.

    Raises:
        CannotRead: the file is missing or may not be read.
        ProtocolRefused: it is no workbook that this program can run.
    """
    workbook = open_workbook(file)
    return protocol_from(compile_workbook(workbook, allow_text=allow_text), workbook)
