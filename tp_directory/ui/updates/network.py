"""What the system says of the network; where it says nothing, there may well be one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QNetworkInformation

from tp_directory.core.update_times import Connection


class Network(QObject):
    """Knows whether there is a network and whether it costs by the byte, and tells of changes."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._told = QNetworkInformation.instance() if _is_loaded() else None
        if self._told is not None:
            self._told.reachabilityChanged.connect(self.changed)
            self._told.isMeteredChanged.connect(self.changed)

    @property
    def connection(self) -> Connection:
        """The network as it is now."""
        if self._told is None:
            return Connection()
        nothing = QNetworkInformation.Reachability.Disconnected
        return Connection(self._told.reachability() is not nothing, self._told.isMetered())


def _is_loaded() -> bool:
    """Whether some part of the system tells of the network: each has its own way to ask."""
    return QNetworkInformation.loadDefaultBackend()
