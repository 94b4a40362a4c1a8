"""The search index of an edition: Tantivy's files, the columns' values and the lexicon."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import msgspec
import tantivy

from tp_directory.core.bilingual import Language
from tp_directory.core.coverage import Coverage
from tp_directory.core.folding import fold
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.phones import digits
from tp_directory.core.service import Service
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.search.analysis import stem, tokens
from tp_directory.search.columns import COLUMN_NAMES, Columns, ColumnsWriter
from tp_directory.search.concepts import Concepts
from tp_directory.search.lexicon import LexiconData, LexiconWriter

_COLUMNS_FILE = "columns.json"
_LEXICON_FILE = "lexicon.json"
_WRITER_BYTES = 64_000_000
_LOCAL_NUMBER = 7


def schema() -> tantivy.Schema:
    """The fields of the index.

    `name_*` and `text_*` hold stems in the order of the words, `place` folded names, `org` folded
    words, `phone` digits, `city` one folded name, `concept` numbers; `row` is the service's row
    in the store and the other columns are numbers of values (columns.Columns).
    """
    builder = tantivy.SchemaBuilder()
    for name in ("name_en", "name_fr", "text_en", "text_fr", "place", "org"):
        builder.add_text_field(name, tokenizer_name="whitespace")
    for name in ("phone", "city"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("concept", indexed=True)
    builder.add_unsigned_field("row", fast=True)
    for name in COLUMN_NAMES:
        builder.add_unsigned_field(name, indexed=True, fast=True)
    return builder.build()


class IndexWriter:
    """Makes the index of an edition, one service at a time, in one segment."""

    def __init__(self, folder: Path, taxonomy: Taxonomy, gazetteer: Gazetteer) -> None:
        """`folder` must exist and be empty."""
        self._folder = folder
        self._taxonomy = taxonomy
        self._gazetteer = gazetteer
        self._concepts = Concepts(taxonomy)
        self._lexicon = LexiconWriter()
        self._columns = ColumnsWriter()
        self._index = tantivy.Index(schema(), path=str(folder))
        self._writer = self._index.writer(_WRITER_BYTES, num_threads=1)
        self._place_words: dict[Coverage, str] = {}

    def add(self, row: int, service: Service) -> None:
        """Index a service under its row in the store."""
        document = tantivy.Document()
        concepts: set[int] = set()
        for language in Language:
            names = f"{service.name.stated_in(language)} . {service.organization.best(language)}"
            name = self._stems(self._lexicon.add(names, language), language)
            text = self._stems(self._prose(service, language), language)
            document.add_text(f"name_{language}", " ".join(name))
            document.add_text(f"text_{language}", " ".join(text))
            concepts |= self._concepts.in_text(name, language)
            concepts |= self._concepts.in_text(text, language)
        document.add_text("place", self._places(service))
        document.add_text(
            "org", " ".join(tokens(f"{service.organization.en} {service.organization.fr}"))
        )
        if service.location and service.location.city:
            document.add_text("city", fold(service.location.city))
        for phone in service.phones:
            number = digits(phone.number)
            document.add_text("phone", number)
            if len(number) > _LOCAL_NUMBER:
                document.add_text("phone", number[-_LOCAL_NUMBER:])
        for concept in concepts:
            document.add_unsigned("concept", concept)
        document.add_unsigned("row", row)
        for column, value in self._columns.numbers(service).items():
            document.add_unsigned(column, value)
        self._writer.add_document(document)

    def finish(self) -> None:
        """Write everything to disk."""
        self._writer.commit()
        self._writer.wait_merging_threads()
        for file, data in (
            (_COLUMNS_FILE, msgspec.json.encode(self._columns.columns())),
            (_LEXICON_FILE, msgspec.json.encode(self._lexicon.data())),
        ):
            (self._folder / file).write_bytes(data)

    def _stems(self, words: Sequence[str], language: Language) -> list[str]:
        return [stem(word, language) for word in words]

    def _prose(self, service: Service, language: Language) -> list[str]:
        """The words of everything a service says of itself besides its name, and of its labels."""
        needs, populations = self._taxonomy.needs, self._taxonomy.populations
        written = (
            service.description,
            service.eligibility,
            service.access,
            *(phone.label for phone in service.phones),
            *(needs.label(code) for code in service.needs),
            *(populations.label(code) for code in service.populations),
        )
        words: list[str] = []
        for text in written:
            words += self._lexicon.add_prose(text.stated_in(language), language)
        return words

    def _places(self, service: Service) -> str:
        """The folded names of the towns, regions and provinces it serves, and of its own town."""
        coverage = service.coverage
        if coverage not in self._place_words:
            places = filter(None, map(self._gazetteer.place, coverage.place_ids))
            regions = filter(None, map(self._gazetteer.region, coverage.region_ids))
            labels = [place.name for place in places]
            labels += [name for region in regions for name in (region.name.en, region.name.fr)]
            labels += [
                name
                for province in coverage.provinces
                for name in (province.label.en, province.label.fr)
            ]
            self._place_words[coverage] = " ".join(dict.fromkeys(fold(label) for label in labels))
        city = fold(service.location.city) if service.location else ""
        words = f"{self._place_words[coverage]} {city}"
        self._lexicon.add(words, Language.EN)
        self._lexicon.add(words, Language.FR)
        return words


class Index:
    """An index opened for reading; thread-safe, as Tantivy's searchers are."""

    def __init__(self, folder: Path) -> None:
        """Open the index of a folder that IndexWriter made.

        Raises:
            OSError, ValueError, msgspec.DecodeError: the files are missing or damaged.
        """
        self._index = tantivy.Index.open(str(folder))
        self._index.config_reader("manual")
        self.searcher = self._index.searcher()
        self.schema = self._index.schema
        self.columns = msgspec.json.decode((folder / _COLUMNS_FILE).read_bytes(), type=Columns)
        self._lexicon_file = folder / _LEXICON_FILE

    def term(self, field: str, value: str | int) -> tantivy.Query:
        """Documents whose field has a term."""
        return tantivy.Query.term_query(self.schema, field, value)

    def numbered(self, column: str, numbers: Sequence[int]) -> tantivy.Query:
        """Documents whose column holds one of the numbers."""
        if not numbers:
            return tantivy.Query.empty_query()
        return tantivy.Query.term_set_query(self.schema, column, list(numbers))

    def numbers(self, column: str, codes: Sequence[str]) -> list[int]:
        """The numbers of a column's values that have one of the codes."""
        values: tuple[tuple[str, ...], ...] = getattr(self.columns, column)
        return [at for at, value in enumerate(values) if not set(codes).isdisjoint(value)]

    def rarity(self, field: str, *values: str | int) -> float:
        """How much having one of some terms tells: BM25's inverse document frequency."""
        having = sum(self.searcher.doc_freq(field, value) for value in values)
        return math.log(1 + (self.searcher.num_docs - having + 0.5) / (having + 0.5))

    def lexicon_data(self) -> LexiconData:
        """The words of the records."""
        return msgspec.json.decode(self._lexicon_file.read_bytes(), type=LexiconData)
