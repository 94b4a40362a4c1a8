"""Ends requests that go on for too long.

Time-outs of connections are not enough: they begin anew with every byte that trickles in.
"""

from __future__ import annotations

import time
from contextlib import suppress
from threading import Event, Thread
from typing import Any, Self

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.response import HTTPResponse

from tp_directory.updates.errors import TooSlow
from tp_directory.updates.limits import Limits

_BOTH_WAYS = 2  # socket.SHUT_RDWR


class Watch:
    """Watches one request after the other, and shuts the connection of one that is too slow.

    A context manager around each request. Its own thread sleeps until the request should be over.
    """

    def __init__(self, source: str, limits: Limits) -> None:
        self._source = source
        self._limits = limits
        self.is_late = False

    def __enter__(self) -> Self:
        self.is_late = False
        self._connection: HTTPConnection | None = None
        self._line: Any = None  # a socket, which only urllib3 may know
        self._end = time.monotonic() + self._limits.patience
        self._over = Event()
        self._thread = Thread(target=self._wait, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def connecting(self, connection: HTTPConnection) -> None:
        """Know the connection that is about to be made.

        Raises:
            TooSlow: it is too late for another one.
        """
        if self.is_late:
            raise TooSlow(self._source)
        self._connection = connection

    def waiting(self, connection: HTTPConnection) -> None:
        """Know the connection that an answer is waited for on.

        Raises:
            TooSlow: it is too late for an answer.
        """
        self.connecting(connection)
        self._line = connection.sock

    def received(self, count: int) -> None:
        """Allow for bytes that have come: seconds in proportion."""
        self._end += count / self._limits.bytes_a_second

    def _wait(self) -> None:
        while not self._over.wait(max(0, self._end - time.monotonic())):
            if time.monotonic() < self._end:
                continue
            self.is_late = True
            connecting = self._connection.sock if self._connection else None
            for line in (self._line, connecting):
                if line is not None:
                    with suppress(OSError):  # it is closed already
                        line.shutdown(_BOTH_WAYS)
            return


def watched_pools(watch: Watch) -> dict[str, type[HTTPConnectionPool]]:
    """Pools by scheme, as urllib3 wants them, whose connections a watch knows."""

    class Connection(HTTPConnection):
        def connect(self) -> None:
            watch.connecting(self)
            super().connect()

        def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # as urllib3's own
            watch.waiting(self)
            return super().getresponse()

    class SecureConnection(HTTPSConnection):
        def connect(self) -> None:
            watch.connecting(self)
            super().connect()

        def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # as urllib3's own
            watch.waiting(self)
            return super().getresponse()

    class Pool(HTTPConnectionPool):
        ConnectionCls = Connection

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = SecureConnection

    return {"http": Pool, "https": SecurePool}
