"""Makes signed repositories of editions for tests, with keys that a test may misuse."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Root, Snapshot, Targets, Timestamp

from tp_directory.paths import bundle
from tp_directory.updates.publishing.adding import Prepared, Sources, prepare
from tp_directory.updates.publishing.configuration import Days, Settings
from tp_directory.updates.publishing.going_out import Gone, go_out
from tp_directory.updates.publishing.repository import Repository as Publisher
from tp_directory.updates.publishing.signing import sign
from tp_directory.updates.publishing.starting import Holders, begin

Record = dict[str, Any]  # JSON
ROOT_KEYS, ROOT_THRESHOLD = 3, 2


def real_records() -> list[Record]:
    """The bundled records, each as JSON."""
    files = sorted((bundle().data / "directory").glob("*.jsonl"))
    return [json.loads(line) for each in files for line in each.read_bytes().splitlines()]


@dataclass
class Repository:
    """A repository that a test has made: `public` is to be served, `root` trusted from the start.

    `keys` are the signers by role: `root` has three of them, of whom two must sign; a partner's
    are under the name of its shard.
    """

    publisher: Publisher
    data: Path
    keys: dict[str, list[CryptoSigner]]
    days: Days
    now: datetime

    @property
    def public(self) -> Path:
        return self.publisher.public

    @property
    def root(self) -> bytes:
        """The first root."""
        return self.publisher.published_file(Root.type, 1).read_bytes()

    def publish(self, records: Iterable[Record], now: datetime | None = None) -> Prepared | None:
        """Publish an edition of these records, signed by all; None where nothing is new."""
        self.now = now or self.now
        folder = self.publisher.folder / "records"
        folder.mkdir(exist_ok=True)
        lines = (json.dumps(each, ensure_ascii=False) for each in records)
        (folder / "records.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        schema = (bundle().resources / "hsds" / "service.json").read_bytes()
        with self.publisher.locked():
            prepared = prepare(
                self.publisher,
                Sources(folder, self.data, schema),
                self.days,
                self.now,
                lambda words: None,
            )
            self._go_out()
        return prepared

    def refresh(self, now: datetime | None = None) -> Gone:
        """Sign snapshot and timestamp anew."""
        self.now = now or self.now
        with self.publisher.locked():
            return self._go_out(is_refresh=True)

    def _go_out(self, *, is_refresh: bool = False) -> Gone:
        signers = [each for its in self.keys.values() for each in its]
        sign(self.publisher, signers)
        return go_out(self.publisher, lambda: signers, self.days, self.now, is_refresh=is_refresh)


def make_repository(
    folder: Path,
    records: Sequence[Record],
    *,
    partners: Iterable[str] = (),
    now: datetime | None = None,
    data: Path | None = None,
    days: Days | None = None,
) -> Repository:
    """A repository with one published edition of `records` (none published if there are none).

    `partners` are shards that have keys of their own. `data` has the files of reference, the
    bundled ones if it is not given.
    """
    now = now or datetime.now(UTC)
    names = (Root.type, Targets.type, Snapshot.type, Timestamp.type, *partners)
    keys = {
        name: [
            CryptoSigner.generate_ed25519() for _ in range(ROOT_KEYS if name == Root.type else 1)
        ]
        for name in names
    }
    public = {name: [each.public_key for each in its] for name, its in keys.items()}
    publisher, settings = Publisher(folder), Settings(days or Days())
    holders = Holders(
        root=public[Root.type],
        targets=public[Targets.type],
        snapshot=public[Snapshot.type],
        timestamp=public[Timestamp.type],
        threshold=ROOT_THRESHOLD,
        partners={name: public[name][0] for name in partners},
    )
    begin(publisher, holders, settings, now)
    repository = Repository(publisher, data or bundle().data, keys, settings.days, now)
    if records:
        repository.publish(records)
    return repository
