"""The search index of an edition: Tantivy's files, the columns' values and the lexicon, read."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar, cast

import msgspec
import tantivy

from tp_directory.core.bilingual import Language
from tp_directory.core.errors import EditionDamaged
from tp_directory.search.columns import Columns
from tp_directory.search.concepts import ConceptsData
from tp_directory.search.lexicon import LexiconData
from tp_directory.search.names import NamesData

COLUMNS_FILE = "columns.json"
LEXICON_FILE = "lexicon.json"
CONCEPTS_FILE = "concepts.json"
NAMES_FILE = "names.json"
_MOST_VALUES = 1_000_000
Stored = TypeVar("Stored")
TRAFFICKING = "trafficking"
STARTS = (1, 2)  # lengths of beginnings that are terms of their own: any word begins so


def read_part(file: Path, kind: type[Stored]) -> Stored:
    """What a file of an index holds.

    Raises:
        EditionDamaged: it cannot be read.
    """
    try:
        return msgspec.json.decode(file.read_bytes(), type=kind)
    except (OSError, msgspec.DecodeError) as error:
        raise EditionDamaged(file.name) from error


class Index:
    """An index opened for reading; thread-safe, as Tantivy's searchers are."""

    def __init__(self, folder: Path) -> None:
        """Open the index of a folder that IndexWriter made.

        Raises:
            EditionDamaged: the files are missing or damaged.
        """
        try:
            self._index = tantivy.Index.open(str(folder))
            self._index.config_reader("manual")
        except (OSError, ValueError) as error:
            raise EditionDamaged(folder.name) from error
        self.columns = read_part(folder / COLUMNS_FILE, Columns)
        read_part(folder / NAMES_FILE, NamesData)  # damage must show while it can be repaired
        self.searcher = self._index.searcher()
        self.schema = self._index.schema
        self._folder = folder

    def term(self, field: str, value: str | int) -> tantivy.Query:
        """Documents whose field has a term."""
        return tantivy.Query.term_query(self.schema, field, value)

    def numbered(self, column: str, numbers: Sequence[int]) -> tantivy.Query:
        """Documents whose column holds one of the numbers."""
        if not numbers:
            return tantivy.Query.empty_query()
        return tantivy.Query.term_set_query(self.schema, column, list(numbers))

    def having(self, column: str, codes: Sequence[str]) -> tantivy.Query:
        """Documents whose set of codes in a column has one of some codes."""
        values: tuple[tuple[str, ...], ...] = getattr(self.columns, column)
        wanted = set(codes)
        return self.numbered(
            column, [at for at, value in enumerate(values) if not wanted.isdisjoint(value)]
        )

    def located_in(self, place_ids: Sequence[int]) -> tantivy.Query:
        """Documents of services that one goes to in one of some towns."""
        sites = enumerate(self.columns.site)
        return self.numbered(
            "site", [at for at, site in sites if site and site.place_id in place_ids]
        )

    def count(self, query: tantivy.Query) -> int:
        """How many documents match."""
        found = self.searcher.search(query, limit=1)
        return int(found.count)  # type: ignore[attr-defined]  # missing in tantivy-py's stubs

    def counts(self, query: tantivy.Query, columns: Sequence[str]) -> dict[str, dict[int, int]]:
        """How many matching documents have each number of some columns, in one pass."""
        terms = {name: {"terms": {"field": name, "size": _MOST_VALUES}} for name in columns}
        answer = self.searcher.aggregate(query, terms) if terms else {}
        return {
            name: {int(each["key"]): int(each["doc_count"]) for each in answer[name]["buckets"]}
            for name in columns
        }

    def numbers(self, column: str, addresses: list[tantivy.DocAddress]) -> list[int]:
        """The numbers that some documents have in a column, or their rows."""
        values = self.searcher.fast_field_values(column, addresses)
        return cast(list[int], values)  # unsigned fields, of which every document has one

    def rows(self) -> list[int]:
        """The rows of all documents, in no order."""
        found = self.searcher.search(
            tantivy.Query.all_query(), limit=max(1, self.searcher.num_docs)
        )
        return self.numbers("row", [address for _score, address in found.hits])

    def rarity(self, field: str, value: str | int) -> float:
        """How much having a term tells: BM25's inverse document frequency."""
        having = self.searcher.doc_freq(field, value)
        others = max(0, self.searcher.num_docs - having)  # `having` counts removed ones, too
        return math.log(1 + (others + 0.5) / (having + 0.5))

    def lexicon_data(self) -> LexiconData:
        """The words of the records; raises as `read_part` does."""
        return read_part(self._folder / LEXICON_FILE, LexiconData)

    def concepts_data(self) -> ConceptsData:
        """The concepts that the records are marked with; raises as `read_part` does."""
        return read_part(self._folder / CONCEPTS_FILE, ConceptsData)

    def name_ranks(self, language: Language) -> dict[int, int]:
        """The rank of each row by the services' names in a language, or else in the other."""
        data = read_part(self._folder / NAMES_FILE, NamesData)
        return dict(zip(data.rows, data.ranks[language], strict=True))
