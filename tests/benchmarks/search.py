"""How fast a keystroke is answered, next to what it stands on and to the usual alternatives.

Makes a synthetic directory, types the same 200 queries key by key into each contender, and prints
p50, p95 and the longest, and ratios to bare Tantivy, all measured in the same run:

- directory: Directory.search, whole: parsing, ids, order, facet counts, 25 services loaded;
- tantivy: the same index and stems, every word in a name or a text, the last as a prefix:
  25 ids and the total, nothing else (no thesaurus, no place, no counts, no service loaded);
- fts5: SQLite's full-text index, BM25, prefix on the last word, 25 ids and the total;
- whoosh: Whoosh's own index, its own multi-field parser, 25 ids and the total;
- like: SQL LIKE on every word, 25 ids and the total.

    python tests/benchmarks/search.py --services 100000 [--queries 200] [--json FILE]
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import tantivy
from machine import describe
from synthetic import services
from whoosh import fields as whoosh_fields
from whoosh import index as whoosh_index
from whoosh.qparser import MultifieldParser

from tp_directory import editions, paths
from tp_directory.core.bilingual import Language
from tp_directory.core.folding import unaccented
from tp_directory.core.query import Query
from tp_directory.core.service import Service
from tp_directory.directory import Directory
from tp_directory.exchange.records import read_records
from tp_directory.exchange.reference import read_gazetteer, read_taxonomy
from tp_directory.search.analysis import is_topic, stem, tokens

_PAGE = 25
_NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Keystroke:
    """What stands in the box after a key, and in which language the worker works."""

    typed: str
    language: Language


Contender = Callable[[Keystroke], int]


def keystrokes(real: Sequence[Service], count: int, seed: int = 7) -> list[Keystroke]:
    """Every prefix of `count` queries: names, words of descriptions, needs with towns, numbers."""
    chance = random.Random(seed)
    towns = ["Toronto", "Montréal", "Kenora", "Halifax", "Iqaluit", "Rimouski", "Red Deer"]
    typed: list[Keystroke] = []
    for number in range(count):
        language = list(Language)[number % 2]
        service = chance.choice(real)
        words = service.description.stated_in(language).split()
        start = chance.randrange(max(1, len(words) - 2))
        query = [
            service.name.stated_in(language),
            " ".join(words[start : start + chance.choice((1, 2, 3))]),
            f"{chance.choice(service.needs).replace('_', ' ')} {chance.choice(towns)}",
            service.organization.best(language),
            (service.main_phone.number if service.main_phone else "211").removeprefix("+"),
        ][number % 5]
        typed += [Keystroke(query[:end], language) for end in range(1, len(query) + 1)]
    return typed


def _directory(directory: Directory) -> Contender:
    def search(key: Keystroke) -> int:
        return directory.search(Query(key.typed, key.language)).total

    return search


def _bare_tantivy(folder: Path) -> Contender:
    index = tantivy.Index.open(str(folder))
    searcher, schema = index.searcher(), index.schema

    def in_fields(word: str, *, is_last: bool) -> tantivy.Query:
        parts = []
        for language in Language:
            for field in (f"name_{language}", f"text_{language}"):
                if is_last:
                    query = tantivy.Query.regex_query(schema, field, f"{word}.*")
                else:
                    query = tantivy.Query.term_query(schema, field, stem(word, language))
                parts.append((tantivy.Occur.Should, query))
        return tantivy.Query.boolean_query(parts)

    def search(key: Keystroke) -> int:
        words = [word for word in tokens(key.typed) if is_topic(word)]
        parts = [
            (tantivy.Occur.Must, in_fields(word, is_last=at == len(words)))
            for at, word in enumerate(words, 1)
        ]
        result = searcher.search(tantivy.Query.boolean_query(parts), limit=_PAGE)
        searcher.fast_field_values("row", [address for _score, address in result.hits])
        return int(result.count)  # type: ignore[attr-defined]  # missing in tantivy-py's stubs

    return search


def _words(typed: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in unaccented(typed)).split()


def _sqlite(made: Sequence[tuple[int, str, str]]) -> sqlite3.Connection:
    rows = sqlite3.connect(":memory:")
    rows.execute("CREATE VIRTUAL TABLE fts USING fts5(name, text, prefix='1 2 3')")
    rows.execute("CREATE TABLE plain (row INTEGER PRIMARY KEY, words TEXT)")
    rows.executemany("INSERT INTO fts (rowid, name, text) VALUES (?, ?, ?)", made)
    rows.executemany("INSERT INTO plain VALUES (?, ?)", ((r, f"{n} {t}") for r, n, t in made))
    rows.execute("INSERT INTO fts (fts) VALUES ('optimize')")
    return rows


def _fts5(rows: sqlite3.Connection) -> Contender:
    def search(key: Keystroke) -> int:
        words = _words(key.typed)
        if not words:
            return 0
        asked = (" ".join(f'"{word}"' for word in words) + "*",)
        rows.execute(
            f"SELECT rowid FROM fts WHERE fts MATCH ? ORDER BY bm25(fts, 4, 1) LIMIT {_PAGE}", asked
        ).fetchall()
        total = rows.execute("SELECT count(*) FROM fts WHERE fts MATCH ?", asked).fetchone()[0]
        return int(total)

    return search


def _like(rows: sqlite3.Connection) -> Contender:
    def search(key: Keystroke) -> int:
        words = _words(key.typed)
        where = " AND ".join("words LIKE ?" for _word in words) or "1"
        asked = [f"%{word}%" for word in words]
        rows.execute(f"SELECT row FROM plain WHERE {where} LIMIT {_PAGE}", asked).fetchall()
        return int(rows.execute(f"SELECT count(*) FROM plain WHERE {where}", asked).fetchone()[0])

    return search


def _whoosh(folder: Path, made: Sequence[tuple[int, str, str]]) -> Contender:
    schema = whoosh_fields.Schema(
        row=whoosh_fields.STORED, name=whoosh_fields.TEXT, text=whoosh_fields.TEXT
    )
    index = whoosh_index.create_in(str(folder), schema)
    writer = index.writer(limitmb=512)
    for row, name, text in made:
        writer.add_document(row=row, name=name, text=text)
    writer.commit()
    searcher = index.searcher()
    parser = MultifieldParser(["name", "text"], schema)

    def search(key: Keystroke) -> int:
        words = _words(key.typed)
        if not words:
            return 0
        results = searcher.search(parser.parse(" ".join(words) + "*"), limit=_PAGE)
        return len(results)

    return search


def _measured(contender: Contender, keys: Sequence[Keystroke]) -> list[float]:
    """Milliseconds of each keystroke, after one warm-up of a few."""
    for key in keys[:20]:
        contender(key)
    times = []
    for key in keys:
        start = time.perf_counter()
        contender(key)
        times.append((time.perf_counter() - start) * 1000)
    return sorted(times)


def _share(times: Sequence[float], share: float) -> float:
    return times[min(len(times) - 1, int(len(times) * share))]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--services", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--slow-every", type=int, default=10, help="keys asked of whoosh and like")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()

    bundle = paths.bundle()
    gazetteer = read_gazetteer(bundle.data / "geography")
    real = tuple(read_records(bundle.data / "directory", gazetteer))
    keys = keystrokes(real, options.queries)
    sample = keys[:: options.slow_every]
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        made: list[tuple[int, str, str]] = []

        def watched() -> object:
            for row, service in enumerate(services(real, gazetteer, options.services), 1):
                names = (service.name.en, service.name.fr, service.organization.en)
                texts = (service.description.en, service.description.fr)
                made.append((row, unaccented(" ".join(names)), unaccented(" ".join(texts))))
                yield service

        info = editions.write(
            folder / "edition",
            watched(),  # type: ignore[arg-type]  # a generator of services
            gazetteer,
            read_taxonomy(bundle.data),
            built_at=_NOW.isoformat(),
        )
        directory = editions.open_edition(folder / "edition", bundle.data, clock=lambda: _NOW)
        rows = _sqlite(made)
        (folder / "whoosh").mkdir()
        contenders: dict[str, tuple[Contender, list[Keystroke]]] = {
            "directory": (_directory(directory), keys),
            "tantivy": (_bare_tantivy(folder / "edition" / "index"), keys),
            "fts5": (_fts5(rows), keys),
            "whoosh": (_whoosh(folder / "whoosh", made), sample),
            "like": (_like(rows), sample),
        }
        times = {name: _measured(*each) for name, each in contenders.items()}
        directory.close()
        rows.close()
    figures = {
        name: {
            "p50_ms": round(_share(each, 0.5), 3),
            "p95_ms": round(_share(each, 0.95), 3),
            "max_ms": round(each[-1], 3),
            "keys": len(each),
            "p95_to_tantivy": round(_share(each, 0.95) / _share(times["tantivy"], 0.95), 2),
            "p95_to_directory": round(_share(each, 0.95) / _share(times["directory"], 0.95), 2),
        }
        for name, each in times.items()
    }
    print(f"{info.services} services, {options.queries} queries, {describe()}")
    print(f"{'':10} {'p50':>9} {'p95':>9} {'max':>9}   p95 / tantivy   p95 / directory")
    for name, each in figures.items():
        print(
            f"{name:10} {each['p50_ms']:7.2f}ms {each['p95_ms']:7.2f}ms {each['max_ms']:7.2f}ms"
            f"   {each['p95_to_tantivy']:13.1f}   {each['p95_to_directory']:15.1f}"
        )
    if options.json:
        options.json.write_text(json.dumps({"machine": describe(), **figures}, indent=2), "utf-8")


if __name__ == "__main__":
    main()
