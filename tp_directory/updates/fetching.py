"""Reads published editions from a web server: the only code that opens a connection.

A request says what is wanted and nothing of who wants it: no cookie, no identifier, no version.
"""

from __future__ import annotations

import logging
import re
from base64 import b64encode
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from urllib.parse import unquote, urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

import truststore
from urllib3 import PoolManager, ProxyManager, Retry, Timeout
from urllib3.exceptions import (
    HTTPError,
    LocationValueError,
    MaxRetryError,
    NameResolutionError,
    NewConnectionError,
    ProxyError,
    SSLError,
    TimeoutError,
)
from urllib3.response import BaseHTTPResponse
from urllib3.util import parse_url
from urllib3.util.ssl_ import PROTOCOL_TLS_CLIENT

from tp_directory.core.bilingual import Text
from tp_directory.updates.errors import Incomplete, TooSlow, Unreachable, UpdateFailed
from tp_directory.updates.limits import Limits
from tp_directory.updates.refusals import CertificateRefused, LeadsAway
from tp_directory.updates.sources import PIECE_BYTES, Pieces, Stream, may_follow
from tp_directory.updates.watch import Watch, watched_pools

# It warns of every retry, which would reach the terminal with the address in it.
logging.getLogger("urllib3").setLevel(logging.ERROR)

_HEADERS = {"User-Agent": "tp-directory", "Accept-Encoding": "identity"}
_REDIRECTS = {301, 302, 303, 307, 308}
_TRY_AGAIN = (429, 500, 502, 503, 504)
_ABSENT = {403, 404, 410}  # shops of files say 403 where nobody may know what is there
_WHOLE, _PART, _NO_SUCH_PART = 200, 206, 416
_PART_FROM = re.compile(r"bytes (\d+)-")
_REASONS = (
    (NameResolutionError, Text("its name is unknown", "son nom est inconnu")),
    (ProxyError, Text("the proxy does not let it through", "le serveur mandataire refuse")),
    (NewConnectionError, Text("no connection", "aucune connexion")),
    (LocationValueError, Text("not an address", "adresse incorrecte")),
)
_BROKE_OFF = Text("the connection broke off", "la connexion a été coupée")


class WebSource:
    """A web server, or one of the mirrors that serve the same."""

    def __init__(self, name: str, limits: Limits) -> None:
        self.name = name
        self._url = name if name.endswith("/") else f"{name}/"
        self._limits = limits
        self._watch = Watch(name, limits)
        self._pools: dict[str | None, PoolManager] = {}
        longest_pause = min(20, limits.patience / (limits.retries + 1))  # whatever is asked for
        self._retries = Retry(
            total=limits.retries,
            redirect=False,
            status_forcelist=_TRY_AGAIN,
            raise_on_status=False,
            backoff_factor=longest_pause / 20,
            backoff_max=longest_pause,
            backoff_jitter=longest_pause / 20,
            retry_after_max=int(longest_pause),
        )

    def open(self, path: str, offset: int = 0) -> Stream:
        """Begin to read a file; from an offset, where the server can do that."""
        with ExitStack() as opened:
            opened.enter_context(self._watched())
            response = self._answer(f"{self._url}{path}", offset)
            opened.callback(response.close)
            starts_at = self._start(response, path, offset)
            return Stream(starts_at, self._pieces(response, opened.pop_all()))

    def _pieces(self, response: BaseHTTPResponse, opened: ExitStack) -> Pieces:
        with opened:
            while piece := response.read1(PIECE_BYTES, decode_content=False):
                self._watch.received(len(piece))
                yield piece

    @contextmanager
    def _watched(self) -> Iterator[None]:
        """Around a request: its watch, and our words for what goes wrong."""
        with self._watch as watch:
            try:
                yield
            except (HTTPError, OSError) as error:
                raise TooSlow(self.name) if watch.is_late else self._failed(error) from error
            if watch.is_late:  # what was shut may look like an end
                raise TooSlow(self.name)

    def _answer(self, url: str, offset: int) -> BaseHTTPResponse:
        """What the server, or the one that it leads to, answers.

        Redirects are followed by hand: none may leave the protection of https.
        """
        headers = {**_HEADERS, **({"Range": f"bytes={offset}-"} if offset else {})}
        for _ in range(self._limits.redirects + 1):
            response = self._pool(url).request(
                "GET",
                url,
                headers=headers,
                redirect=False,
                retries=self._retries,
                preload_content=False,
                timeout=Timeout(connect=min(10, self._limits.patience), read=self._limits.patience),
            )
            if offset and response.status == _NO_SUCH_PART:
                response.close()
                return self._answer(url, 0)
            if response.status not in _REDIRECTS:
                return response
            response.close()
            url = self._next(url, response.headers.get("Location", ""))
        raise LeadsAway(self.name)

    def _next(self, url: str, location: str) -> str:
        try:
            there = urljoin(url, location)
            leads_down = urlsplit(url).scheme == "https" and urlsplit(there).scheme != "https"
            if leads_down or not may_follow(urlsplit(there)):
                raise LeadsAway(self.name)
        except ValueError as error:  # no address at all
            raise LeadsAway(self.name) from error
        return there

    def _start(self, response: BaseHTTPResponse, path: str, offset: int) -> int:
        """Where in the file an answer begins: where it was asked to, or at the beginning."""
        if response.status in _ABSENT:
            raise Incomplete(self.name, path)
        if response.status == _WHOLE:
            return 0
        part = _PART_FROM.match(response.headers.get("Content-Range", ""))
        if response.status == _PART and part and int(part[1]) == offset:
            return offset
        raise Unreachable(self.name, Text(f"HTTP {response.status}"))

    def _pool(self, url: str) -> PoolManager:
        """The connections to a server, by the proxy of the system or of the environment."""
        address = urlsplit(url)
        host = address.hostname or ""
        proxies = getproxies()
        proxy = proxies.get(address.scheme) or proxies.get("all")
        if proxy and proxy_bypass(host):
            proxy = None
        if proxy not in self._pools:
            self._pools[proxy] = self._new_pool(proxy)
        return self._pools[proxy]

    def _new_pool(self, proxy: str | None) -> PoolManager:
        context = truststore.SSLContext(PROTOCOL_TLS_CLIENT)
        if proxy is None:
            pool = PoolManager(ssl_context=context)
        else:
            where = parse_url(proxy if "://" in proxy else f"http://{proxy}")
            word = b64encode(unquote(where.auth).encode()).decode() if where.auth else ""
            who = {"Proxy-Authorization": f"Basic {word}"} if word else None
            pool = ProxyManager(where.url, ssl_context=context, proxy_headers=who)
        pool.pool_classes_by_scheme = watched_pools(self._watch)
        return pool

    def _failed(self, error: HTTPError | OSError) -> UpdateFailed:
        """What to say of a connection that failed."""
        reason = error.reason if isinstance(error, MaxRetryError) and error.reason else error
        if isinstance(reason, SSLError) and "CERTIFICATE" in str(reason).upper():
            return CertificateRefused(self.name)
        for kind, words in _REASONS:  # urllib3 calls no connection a time-out, too
            if isinstance(reason, kind):
                return Unreachable(self.name, words)
        if isinstance(reason, TimeoutError):
            return TooSlow(self.name)
        return Unreachable(self.name, _BROKE_OFF)
