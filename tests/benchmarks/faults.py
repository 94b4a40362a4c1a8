"""Whatever goes wrong without anybody seeing it: in a slot, in a thread, in Qt or in a log."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
import warnings
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

# The offscreen platform says this of raise(), opacity, size hints and grabs.
_OFFSCREEN = "This plugin does not support "


class Faults(logging.Handler):
    """Keeps every exception that nobody caught, every message of Qt and every log record.

    Warnings of Python are exceptions meanwhile, as in the tests.
    """

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def __enter__(self) -> Faults:
        sys.excepthook = self._take
        sys.unraisablehook = self._take_unseen
        threading.excepthook = self._take_unseen
        qInstallMessageHandler(self._take_message)
        warnings.simplefilter("error")
        logging.getLogger().addHandler(self)
        return self

    def __exit__(self, *_raised: object) -> None:
        sys.excepthook = sys.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)
        warnings.resetwarnings()
        logging.getLogger().removeHandler(self)

    def check(self) -> None:
        """End the program with what has gone wrong, if anything has."""
        if self.seen:
            raise SystemExit("\n".join(self.seen))

    def _take_unseen(self, unseen: sys.UnraisableHookArgs | threading.ExceptHookArgs) -> None:
        self._take(unseen.exc_type, unseen.exc_value, unseen.exc_traceback)

    def _take(
        self,
        kind: type[BaseException],
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.seen.append("".join(traceback.format_exception(kind, fault, trace)))

    def _take_message(self, _kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
        if not words.startswith(_OFFSCREEN):
            self.seen.append(f"Qt: {words}\n{''.join(traceback.format_stack()[:-1])}")

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a log record."""
        self.seen.append(f"{record.name}: {record.getMessage()}")
