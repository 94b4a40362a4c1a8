"""A web server on this computer that serves a folder, and misbehaves where a test says so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any
from urllib.parse import urlsplit

_RANGE = re.compile(r"bytes=(\d+)-")


class Handler(BaseHTTPRequestHandler):
    """Serves the files of the server's folder, from an offset where it is asked for one."""

    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer, or let the test answer."""
        self.server.asked.append((self.path, dict(self.headers.items())))
        path = urlsplit(self.path).path  # a proxy is asked for whole addresses
        if found := next((a for end, a in self.server.answers if path.endswith(end)), None):
            self.close_connection = True
            found(self)
            return
        file = self.server.folder / path.lstrip("/")
        if not file.is_file():
            self.send_error(404)
            return
        content = file.read_bytes()
        part = _RANGE.match(self.headers.get("Range", "")) if self.server.has_ranges else None
        if part:
            start = int(part[1])
            self.send_response(206)
            self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
            content = content[start:]
        else:
            self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:  # Any: as the base class has it
        """Print nothing."""


Answer = Callable[[Handler], None]


class Server(ThreadingHTTPServer):
    """Knows what was asked, and how to answer for paths that end in some way."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.folder = folder
        self.has_ranges = True
        self.answers: list[tuple[str, Answer]] = []
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.is_closing = Event()

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.server_port}"

    @property
    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [path for path, _headers in self.asked]

    def answer(self, end: str, answer: Answer) -> None:
        """Answer so for paths that end so."""
        self.answers.append((end, answer))

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of clients that leave: that is what they are to do here."""


@contextmanager
def served(folder: Path) -> Iterator[Server]:
    """A running server."""
    with Server(folder) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            server.is_closing.set()
            server.shutdown()
            thread.join()


def endless(handler: Handler) -> None:
    """Send zeros until nobody listens."""
    handler.send_response(200)
    handler.end_headers()
    while not handler.server.is_closing.is_set():
        handler.wfile.write(bytes(65_536))


def trickled_body(handler: Handler) -> None:
    """Send a byte now and then."""
    handler.send_response(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    _trickle(handler, b" ")


def trickled_headers(handler: Handler) -> None:
    """Begin an answer that never comes to its content."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Example: ")
    _trickle(handler, b"x")


def trickled_chunks(handler: Handler) -> None:
    """Promise a chunk of which not even the length arrives."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    _trickle(handler, b"0")


def silence(handler: Handler) -> None:
    """Say nothing, and keep the line open."""
    handler.server.is_closing.wait()


def _trickle(handler: Handler, byte: bytes) -> None:
    while not handler.server.is_closing.wait(0.05):
        handler.wfile.write(byte)


def redirect(to: str) -> Answer:
    """Lead to another address."""

    def answer(handler: Handler) -> None:
        handler.send_response(302)
        handler.send_header("Location", to)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


def status(code: int, **headers: str) -> Answer:
    """Answer with a status alone."""

    def answer(handler: Handler) -> None:
        handler.send_response(code)
        for name, value in {"Content-Length": "0", **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()

    return answer


def broken_off(content: bytes, after: int) -> Answer:
    """Promise a content, and leave in the middle of it."""

    def answer(handler: Handler) -> None:
        part = _RANGE.match(handler.headers.get("Range", ""))
        start = int(part[1]) if part else 0
        handler.send_response(206 if part else 200)
        if part:
            handler.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        handler.send_header("Content-Length", str(len(content) - start))
        handler.end_headers()
        handler.wfile.write(content[start : start + after])

    return answer
