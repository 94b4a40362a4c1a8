"""One window for one user: a second start shows the first one's window and ends."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QDir, QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 1000


class SingleInstance(QObject):
    """Holds a name that is made from the user's settings folder, and hears who asks for it.

    To connect is all that can be said: nothing that is sent is read, and other users of the
    computer cannot connect.
    """

    called = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = f"tp-directory-{sha256(str(folder).encode()).hexdigest()[:16]}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self.answer)

    def claim(self) -> bool:
        """Take the name; False where another program has it and was told to show its window.

        Where the system allows no such name, every start is the first.
        """
        # Two that start at once would find nobody, and each take the name from the other.
        lock = QLockFile(QDir.temp().filePath(f"{self._name}.lock"))
        lock.tryLock(_PATIENCE_MS)
        if self._call():
            return False
        QLocalServer.removeServer(self._name)  # what a crash left
        self._server.listen(self._name)
        return True

    def release(self) -> None:
        """Let the next start be the first."""
        self._server.close()

    def answer(self) -> None:
        """Hang up, and tell that somebody called."""
        while socket := self._server.nextPendingConnection():
            socket.abort()
            socket.deleteLater()
            self.called.emit()

    def _call(self) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_PATIENCE_MS):
            return False
        socket.waitForDisconnected(_PATIENCE_MS)  # it has heard once it hangs up
        return True
