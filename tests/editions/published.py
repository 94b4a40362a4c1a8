"""What a workstation has fetched of a published edition, made from records at hand."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.conftest import NOW
from tp_directory.core.release import SHARDS, Content, Release, ShardContent
from tp_directory.core.updating import UpdateStep
from tp_directory.editions.installing import install, workplace
from tp_directory.exchange.fields import Part
from tp_directory.exchange.records import parse_record, read_lines, record_files
from tp_directory.exchange.shards import SUFFIX, ShardWriter, canonical, shard_of

_REFERENCE = (
    "taxonomy/*.json",
    "thesaurus/*.csv",
    "geography/*.csv",
    "geography/*.geojson",
    "protocols/*.xlsx",
    "protocols/*.yaml",
    "legal/*.yaml",
)


def bundled_records(data: Path) -> list[Part]:
    """The records of a data folder, sorted by id."""
    lines = [line for file in record_files(data / "directory") for _at, line in read_lines(file)]
    return sorted(map(parse_record, lines), key=lambda record: str(record["id"]))


def fetch(
    place: Path,
    records: Iterable[Part],
    reference: Path,
    number: int,
    shards: tuple[str, ...] = SHARDS,
) -> Release:
    """Put records, sorted by id, and the files of a data folder into `place/data`; the release."""
    data = place / "data"
    (data / "directory").mkdir(parents=True)
    contents: dict[str, ShardContent] = {}
    lines: dict[str, list[bytes]] = {shard: [] for shard in SHARDS}
    for record in records:
        lines[shard_of(record, "national")].append(canonical(record))
    for shard in SHARDS:
        file = data / "directory" / f"{shard}{SUFFIX}"
        with ShardWriter(file) as writer:
            for line in lines[shard]:
                writer.add(line)
        contents[shard] = writer.content
        if shard not in shards:
            file.unlink()
    files: dict[str, Content] = {}
    for pattern in _REFERENCE:
        for file in sorted(reference.glob(pattern)):
            path = file.relative_to(reference)
            (data / path).parent.mkdir(exist_ok=True)
            shutil.copy(file, data / path)
            content = file.read_bytes()
            files[path.as_posix()] = Content(hashlib.sha256(content).hexdigest(), len(content))
    return Release(number, f"2026-11-{number:02}T12:00:00+00:00", contents, files)


def install_edition(
    editions: Path,
    records: Iterable[Part],
    reference: Path,
    number: int,
    *,
    shards: tuple[str, ...] = SHARDS,
    base: Path | None = None,
    before: Path | None = None,
    progress: Callable[[UpdateStep], None] = lambda step: None,
) -> Path:
    """Fetch an edition of some records and install it; its folder."""
    place = workplace(editions)
    release = fetch(place, records, reference, number, shards)
    return install(
        place,
        release,
        shards,
        editions,
        base=base,
        before=before,
        clock=lambda: NOW,
        progress=progress,
    )
