"""What an update costs a workstation and its publisher, next to fetching the whole again.

For each number of made-up services: an edition is published and fetched by a new workstation; a
check finds nothing new; then 1 % and 10 % of the records, scattered over all shards, are described
anew and published, and one workstation updates while a new one fetches the same edition whole.
Both are the real command, over HTTP on loopback, so that "whole again" is measured in the same
run. Then 200 clients at once ask a static web server (nginx, where it is installed) for what is
new, and for a whole edition: without building, which is their own computers' work.

    python tests/benchmarks/updates.py [--services 1000 10000 100000] [--clients 200] [--json FILE]
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread

sys.path.insert(0, str(Path(__file__).parents[2]))

import psutil
from machine import describe
from synthetic_records import Record, changed, records

from tp_directory import paths
from tp_directory.core.release import SHARDS
from tp_directory.updates.fetching import WebSource
from tp_directory.updates.layout import TARGETS, shard_target
from tp_directory.updates.limits import USUAL
from tp_directory.updates.trust import Trust

_SHARES = (0.01, 0.10)
_PROGRAM = [sys.executable, "-m", "tp_directory"]
_PASSPHRASE = {"TP_DIRECTORY_PASSPHRASE": "example, for a measurement only"}
_AT_ONCE = 8  # clients that ask in the same instant: more would wait for each other's Python
_PORT = 8642


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of a command took."""

    seconds: float
    peak_mb: float
    requests: int = 0
    bytes: int = 0


class Server:
    """Serves a folder on loopback, and counts what is asked and sent."""

    def __init__(self, folder: Path) -> None:
        self.requests = self.bytes = 0
        counting = Lock()
        counter = self

        class Handler(SimpleHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_request(self, code: object = "-", size: object = "-") -> None:
                with counting:
                    counter.requests += 1

            def log_message(self, *_: object) -> None:
                """Stay silent."""

            def copyfile(self, source: object, outputfile: object) -> None:
                content = source.read()  # type: ignore[attr-defined]  # an open file
                with counting:
                    counter.bytes += len(content)
                outputfile.write(content)  # type: ignore[attr-defined]  # the connection

        handler = partial(Handler, directory=str(folder))
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Serve no longer."""
        self._server.shutdown()
        self._server.server_close()


class Publisher:
    """A repository of editions, worked on by the real command."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._keys = folder / "repository", folder / "keys"
        self._records = folder / "records"
        self.public = self._folder / "public"
        _measured(["publish", "init", str(self._folder), "--new-keys", str(self._keys)])

    @property
    def root(self) -> Path:
        """What workstations trust from the start."""
        return self.public / "metadata" / "1.root.json"

    def publish(self, made: Iterable[Record]) -> Cost:
        """Publish an edition of some records, and tell what that took."""
        self._records.mkdir(exist_ok=True)
        lines = self._records / "records.jsonl"
        with lines.open("w", encoding="utf-8") as file:
            for record in made:
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
        shutil.copy(lines, self._folder.parent / "last.jsonl")
        keys = [each for each in self._keys.glob("*.pem") if not each.name.endswith(".pub.pem")]
        options = [option for each in sorted(keys) for option in ("--key", str(each))]
        where = ["publish", "add", str(self._folder), "--from", str(self._records)]
        return _measured([*where, *options])

    def published(self) -> Iterator[Record]:
        """The records that were published last."""
        with (self._folder.parent / "last.jsonl").open(encoding="utf-8") as file:
            yield from map(json.loads, file)


class Workstation:
    """A computer that follows a publisher, with folders of its own."""

    def __init__(self, folder: Path, server: Server, root: Path) -> None:
        self._folder, self._server, self._root = folder, server, root

    def update(self) -> Cost:
        """Update once, and tell what that took."""
        asked, sent = self._server.requests, self._server.bytes
        source = ["--source", self._server.address, "--root", str(self._root)]
        cost = _measured(["update", "--json", *source], {"XDG_DATA_HOME": str(self._folder)})
        return Cost(
            cost.seconds, cost.peak_mb, self._server.requests - asked, self._server.bytes - sent
        )

    def forget(self) -> None:
        """Remove what it has."""
        shutil.rmtree(self._folder)


def _measured(arguments: list[str], environment: dict[str, str] | None = None) -> Cost:
    """Run the program, and tell how long it took and how much memory at most."""
    whole = {**os.environ, **_PASSPHRASE, **(environment or {})}
    start = time.perf_counter()
    process = psutil.Popen(
        [*_PROGRAM, *arguments], env=whole, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    printed: list[bytes] = []
    reader = Thread(target=lambda: printed.extend(process.communicate()))
    reader.start()
    peak = 0
    while reader.is_alive():
        try:
            peak = max(peak, process.memory_info().rss)
        except psutil.Error:
            break
        reader.join(0.02)
    reader.join()
    seconds = time.perf_counter() - start
    if process.returncode:
        raise SystemExit(f"{arguments}: {process.returncode} {b''.join(printed).decode()}")
    return Cost(round(seconds, 2), round(peak / 2**20, 1))


def measure(count: int, clients: int) -> dict[str, object]:
    """Everything for one number of services."""
    folder = paths.bundle().data / "directory"
    figures: dict[str, object] = {"services": count}
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary)
        publisher = Publisher(place)
        figures["publish"] = asdict(publisher.publish(records(folder, count)))
        server = Server(publisher.public)
        first = Workstation(place / "first", server, publisher.root)
        figures["first"] = asdict(first.update())
        figures["nothing_new"] = asdict(first.update())
        made = records(folder, count)
        for at, share in enumerate(_SHARES):
            made = changed(made, share, folder, seed=at)
            publisher.publish(made)
            made = publisher.published()
            whole = Workstation(place / "whole", server, publisher.root)
            figures[f"changed_{share}"] = asdict(first.update())
            figures[f"whole_{share}"] = asdict(whole.update())
            whole.forget()
        server.stop()
        if shutil.which("nginx"):
            figures["load"] = _load(publisher, place, clients)
    return figures


def _load(publisher: Publisher, place: Path, clients: int) -> dict[str, float]:
    """How many clients a second nginx serves, for a check and for a whole edition."""
    with _nginx(publisher.public, place) as address:
        root = publisher.root.read_bytes()
        memories = [place / "clients" / str(number) for number in range(clients)]
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            start = time.perf_counter()
            sizes = list(pool.map(partial(_fetch_whole, address, root), memories))
            whole = time.perf_counter() - start
            start = time.perf_counter()
            list(pool.map(partial(_check, address, root), memories))
            check = time.perf_counter() - start
    return {
        "clients": clients,
        "whole_a_second": round(clients / whole, 1),
        "megabytes_a_second": round(sum(sizes) / whole / 2**20, 1),
        "checks_a_second": round(clients / check, 1),
    }


def _check(address: str, root: bytes, memory: Path) -> Trust:
    """Ask what is new, as a workstation does."""
    return Trust(WebSource(address, USUAL), root, memory, datetime.now(UTC))


def _fetch_whole(address: str, root: bytes, memory: Path) -> int:
    """Fetch all shards of an edition; gives their bytes."""
    trust, source = _check(address, root, memory), WebSource(address, USUAL)
    size = 0
    for shard in SHARDS:
        path = shard_target(shard)
        folder, _slash, name = path.rpartition("/")
        target = trust.target(path, trust.role_of(shard))
        stored = f"{TARGETS}/{folder}/{target.hashes['sha256']}.{name}"
        size += sum(len(piece) for piece in source.open(stored).pieces)
    return size


@contextmanager
def _nginx(folder: Path, place: Path) -> Iterator[str]:
    """Serve a folder by nginx on loopback."""
    settings = place / "nginx.conf"
    settings.write_text(
        f"daemon off; pid {place}/nginx.pid; error_log {place}/nginx.log;\n"
        "user root; worker_processes 1;\n"
        "events { worker_connections 1024; }\n"
        f"http {{ access_log off; sendfile on; server {{ listen 127.0.0.1:{_PORT}; "
        f"location / {{ root {folder}; }} }} }}\n",
        encoding="utf-8",
    )
    nginx = subprocess.Popen(["nginx", "-c", str(settings)], stderr=subprocess.DEVNULL)
    time.sleep(1)
    try:
        yield f"http://127.0.0.1:{_PORT}"
    finally:
        nginx.terminate()
        nginx.wait()


def _told(figures: dict[str, object]) -> Iterator[str]:
    """The figures of one size in words."""
    publish, first, nothing = (_cost(figures, name) for name in ("publish", "first", "nothing_new"))
    yield f"{figures['services']} services"
    yield f"  publishing       {publish.seconds:8.2f} s, peak {publish.peak_mb:.0f} MB"
    yield f"  first fetch      {_words(first)}"
    yield f"  nothing new      {_words(nothing)}"
    for share in _SHARES:
        update, whole = _cost(figures, f"changed_{share}"), _cost(figures, f"whole_{share}")
        yield (
            f"  {share:4.0%} changed     {_words(update)}: "
            f"{update.bytes / whole.bytes:.1%} of the bytes and "
            f"{update.seconds / whole.seconds:.0%} of the seconds of the whole again "
            f"({whole.bytes / 1024:.0f} KB, {whole.seconds:.2f} s)"
        )
    if load := figures.get("load"):
        yield f"  nginx            {json.dumps(load)}"


def _cost(figures: dict[str, object], name: str) -> Cost:
    cost = figures[name]
    assert isinstance(cost, dict)
    return Cost(**cost)


def _words(cost: Cost) -> str:
    return (
        f"{cost.seconds:8.2f} s, {cost.requests:3} requests, {cost.bytes / 1024:9.1f} KB, "
        f"peak {cost.peak_mb:.0f} MB"
    )


def main() -> None:
    """Measure each size and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--services", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    print(describe())
    every = []
    for count in options.services:
        figures = measure(count, options.clients)
        every.append(figures)
        print(*_told(figures), sep="\n", flush=True)
    if options.json:
        options.json.write_text(json.dumps({"machine": describe(), "updates": every}), "utf-8")


if __name__ == "__main__":
    main()
