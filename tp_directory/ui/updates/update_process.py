"""An update in a process of its own: whatever happens to it, the window stays smooth and alive."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec
from PySide6.QtCore import QByteArray, QObject, QProcess, QProcessEnvironment, Signal

import tp_directory
from tp_directory.core.updating import Attempt, Stage, UpdateStep

_WAIT_MS = 2000


@dataclass(frozen=True, slots=True)
class _Event:
    """A line that the command prints: a step, or in the end the attempt."""

    stage: Stage | None = None
    done: int = 0
    total: int = 0
    attempt: Attempt | None = None


class UpdateProcess(QObject):
    """Runs the command that updates, one at a time, and turns its lines into signals.

    It may be killed at any moment: an edition that is not finished is never used.
    """

    stepped = Signal(object)  # UpdateStep
    ended = Signal(object)  # Attempt, or None where it ended without a word

    def __init__(self, command: tuple[str, ...], parent: QObject) -> None:
        """`command` is the program and its arguments, to which those of `start` are added."""
        super().__init__(parent)
        self._command = command
        self._attempt: Attempt | None = None
        self._process = QProcess(self)
        # Python looks for the program in the folder that it is started in before all others: that
        # must be the folder of this one, and not whatever the window was started in.
        self._process.setWorkingDirectory(str(Path(tp_directory.__file__).parent.parent))
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONUNBUFFERED", "1")
        self._process.setProcessEnvironment(environment)
        self._process.setStandardInputFile(QProcess.nullDevice())
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self.read)
        self._process.finished.connect(self.end)
        self._process.errorOccurred.connect(self.end_unbegun)

    @property
    def is_running(self) -> bool:
        """Whether an update is being done."""
        return self._process.state() is not QProcess.ProcessState.NotRunning

    def start(self, *arguments: str) -> None:
        """Begin an update, unless one is being done."""
        if self.is_running:
            return
        self._attempt = None
        program, *first = self._command
        self._process.start(program, [*first, *arguments])

    def stop(self) -> None:
        """End it at once."""
        self._process.kill()
        self._process.waitForFinished(_WAIT_MS)

    def read(self) -> None:
        """Tell what the command has printed since."""
        while self._process.canReadLine():
            self._read_line(self._process.readLine())

    def end(self) -> None:
        """Tell how it ended; what it printed last need not end with a line's end."""
        self.read()
        self._read_line(self._process.readAllStandardOutput())
        self.ended.emit(self._attempt)

    def end_unbegun(self, error: QProcess.ProcessError) -> None:
        """Tell that it did not begin; a process that ends early has its own signal."""
        if error is QProcess.ProcessError.FailedToStart:
            self.ended.emit(None)

    def _read_line(self, line: QByteArray) -> None:
        try:
            event = msgspec.json.decode(line.data(), type=_Event)
        except msgspec.DecodeError:  # a warning of a library, say
            return
        if event.attempt is not None:
            self._attempt = event.attempt
        elif event.stage is not None:
            self.stepped.emit(UpdateStep(event.stage, event.done, event.total))
