"""The relevance test set: what a worker must find among the first five, on the real data."""

import csv
from pathlib import Path

import pytest

from tp_directory.core.bilingual import Language
from tp_directory.core.query import Query
from tp_directory.directory import Directory

_FILE = Path(__file__).with_name("judgments.csv")
_TOP = 5
_FEWEST = 80
_SHARE = 0.95


def _rows() -> list[dict[str, str]]:
    with _FILE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _faults(directory: Directory, row: dict[str, str], slugs: dict[str, str]) -> list[str]:
    query = Query(
        words=row["query"],
        language=Language(row["language"]),
        near=row["near"],
        needs=(row["need"],) if row["need"] else (),
        limit=1000,
    )
    found = [slugs[hit.service.id] for hit in directory.search(query).hits]
    wanted = [slug for slug in row["expect_top5"].split("|") if slug]
    never = [slug for slug in row["never"].split("|") if slug]
    missing = [f"missing {slug}" for slug in wanted if slug not in found[:_TOP]]
    return missing + [f"shown {slug}" for slug in never if slug in found]


@pytest.mark.parametrize("language", list(Language))
def test_most_judgments_hold(
    directory: Directory, slugs: dict[str, str], language: Language
) -> None:
    rows = [row for row in _rows() if row["language"] == language]
    faults = {row["query"]: _faults(directory, row, slugs) for row in rows}
    broken = {query: why for query, why in faults.items() if why}
    share = 1 - len(broken) / len(rows)
    print(f"\n{language}: {share:.1%} of {len(rows)} judgments hold; broken: {broken}")

    assert len(rows) >= _FEWEST // 2
    assert share >= _SHARE, broken
