"""The search index of an edition: Tantivy's files, the columns' values and the lexicon."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import cast

import msgspec
import tantivy

from tp_directory.core.bilingual import Language
from tp_directory.core.coverage import Coverage, Scope
from tp_directory.core.errors import EditionDamaged
from tp_directory.core.folding import fold
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.opening import hours_profile
from tp_directory.core.phones import digits
from tp_directory.core.service import Service
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.search.analysis import stem, tokens
from tp_directory.search.columns import COLUMN_NAMES, Columns, ColumnsWriter
from tp_directory.search.concepts import Concepts, ConceptsData, concepts_of
from tp_directory.search.lexicon import LexiconData, LexiconWriter
from tp_directory.search.names import NamesData, NamesWriter

_COLUMNS_FILE = "columns.json"
_LEXICON_FILE = "lexicon.json"
_CONCEPTS_FILE = "concepts.json"
_NAMES_FILE = "names.json"
_WRITER_BYTES = 64_000_000
_LOCAL_NUMBER = 7
_MOST_VALUES = 1_000_000
TRAFFICKING = "trafficking"
STARTS = (1, 2)  # lengths of beginnings that are terms of their own: any word begins so


def schema() -> tantivy.Schema:
    """The fields of the index.

    `text_*` hold the stems of everything a service says of itself, in the order of the words:
    a service matches by them. `name_*`, `place` and `start_of_name` hold a part of those again,
    to be scored higher. `start` holds the first letter and the first two of every word. `need`
    and `population` hold codes, `org` folded words, `phone` digits, `city` one folded name,
    `concept` numbers. `row` is the service's row in the store, `merit` a factor of its score,
    and the other columns are numbers of values (columns.Columns).
    """
    builder = tantivy.SchemaBuilder()
    for name in ("name_en", "name_fr", "text_en", "text_fr", "place", "org"):
        builder.add_text_field(name, tokenizer_name="whitespace")
    for name in ("phone", "city", "need", "population", "start", "start_of_name"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("concept", indexed=True)
    builder.add_unsigned_field("row", fast=True)
    builder.add_float_field("merit", fast=True)
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
        self._concepts_data = concepts_of(taxonomy)
        self._concepts = Concepts(self._concepts_data)
        self._lexicon = LexiconWriter()
        self._columns = ColumnsWriter()
        self._names = NamesWriter()
        self._index = tantivy.Index(schema(), path=str(folder))
        self._writer = self._index.writer(_WRITER_BYTES, num_threads=1)
        self._words_of_coverage: dict[Coverage, list[str]] = {}

    def add(self, row: int, service: Service) -> None:
        """Index a service under its row in the store."""
        document = tantivy.Document()
        place_words = self._place_words(service)
        document.add_text("place", " ".join(place_words))
        concepts: set[int] = set()
        for language in Language:
            names = f"{service.name.stated_in(language)} . {service.organization.best(language)}"
            name_words = self._lexicon.add(names, language)
            prose_words = self._prose(service, language)
            name = self._stems(name_words, language)
            prose = self._stems(prose_words, language)
            places = self._stems(place_words, language)
            document.add_text(f"name_{language}", " ".join(name))
            document.add_text(f"text_{language}", " ".join((*name, *prose, *places)))
            concepts |= self._concepts.in_text(name, language)
            concepts |= self._concepts.in_text(prose, language)
            self._add_starts(document, "start_of_name", name_words)
            self._add_starts(document, "start", (*name_words, *prose_words, *place_words))
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
        for code in service.needs:
            document.add_text("need", code)
        for code in service.populations:
            document.add_text("population", code)
        document.add_float("merit", merit(service))
        for concept in concepts:
            document.add_unsigned("concept", concept)
        document.add_unsigned("row", row)
        for column, value in self._columns.numbers(service).items():
            document.add_unsigned(column, value)
        self._writer.add_document(document)
        self._names.add(row, service.name)

    def finish(self) -> None:
        """Write everything to disk."""
        self._writer.commit()
        self._writer.wait_merging_threads()
        for file, data in (
            (_COLUMNS_FILE, msgspec.json.encode(self._columns.columns())),
            (_LEXICON_FILE, msgspec.json.encode(self._lexicon.data())),
            (_CONCEPTS_FILE, msgspec.json.encode(self._concepts_data)),
            (_NAMES_FILE, msgspec.json.encode(self._names.data())),
        ):
            (self._folder / file).write_bytes(data)

    def _add_starts(self, document: tantivy.Document, field: str, words: Iterable[str]) -> None:
        for start in {word[:length] for word in words for length in STARTS}:
            document.add_text(field, start)

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

    def _place_words(self, service: Service) -> list[str]:
        """The words of the towns, regions and provinces it serves, and of its own town."""
        coverage = service.coverage
        if coverage not in self._words_of_coverage:
            places = filter(None, map(self._gazetteer.place, coverage.place_ids))
            regions = filter(None, map(self._gazetteer.region, coverage.region_ids))
            labels = [place.name for place in places]
            labels += [name for region in regions for name in (region.name.en, region.name.fr)]
            for province in coverage.provinces:
                labels += (province.label.en, province.label.fr)
            self._words_of_coverage[coverage] = [
                word for label in dict.fromkeys(labels) for word in tokens(label)
            ]
        words = list(self._words_of_coverage[coverage])
        if service.location:
            words += tokens(service.location.city)
        for language in Language:
            self._lexicon.add(" ".join(words), language)
        return words


def merit(service: Service) -> float:
    """What a service's score is multiplied by where no place is asked for.

    It reaches more people, answers at any hour or is made for trafficked people: a few hundredths
    that decide between services which the words fit alike.
    """
    scopes = {Scope.NATIONAL: 0.03, Scope.PROVINCE: 0.015}
    return (
        1.0
        + scopes.get(service.coverage.scope, 0.0)
        + (0.03 if TRAFFICKING in service.needs else 0.0)
        + (0.01 if hours_profile(service).is_always_open else 0.0)
    )


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
            self.columns = msgspec.json.decode((folder / _COLUMNS_FILE).read_bytes(), type=Columns)
        except (OSError, ValueError, msgspec.DecodeError) as error:
            raise EditionDamaged(folder.name) from error
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
        return math.log(1 + (self.searcher.num_docs - having + 0.5) / (having + 0.5))

    def lexicon_data(self) -> LexiconData:
        """The words of the records."""
        return msgspec.json.decode((self._folder / _LEXICON_FILE).read_bytes(), type=LexiconData)

    def concepts_data(self) -> ConceptsData:
        """The concepts that the records are marked with."""
        return msgspec.json.decode((self._folder / _CONCEPTS_FILE).read_bytes(), type=ConceptsData)

    def name_ranks(self, language: Language) -> dict[int, int]:
        """The rank of each row by the services' names in a language, or else in the other."""
        data = msgspec.json.decode((self._folder / _NAMES_FILE).read_bytes(), type=NamesData)
        return dict(zip(data.rows, data.ranks[language], strict=True))
