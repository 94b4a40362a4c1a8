"""Makes the search index of an edition, or changes a copy of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec
import tantivy

from tp_directory.core.bilingual import Language, Text
from tp_directory.core.coverage import Coverage, Scope
from tp_directory.core.errors import CannotWrite
from tp_directory.core.folding import fold
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.opening import hours_profile
from tp_directory.core.phones import digits, digits_of_letters
from tp_directory.core.service import Service
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.search.analysis import stem, tokens
from tp_directory.search.columns import COLUMN_NAMES, Columns, ColumnsWriter
from tp_directory.search.concepts import Concepts, concepts_of
from tp_directory.search.index import (
    COLUMNS_FILE,
    CONCEPTS_FILE,
    LEXICON_FILE,
    NAMES_FILE,
    STARTS,
    TRAFFICKING,
    read_part,
)
from tp_directory.search.lexicon import LexiconData, LexiconWriter
from tp_directory.search.names import ranked

_WRITER_BYTES = 64_000_000
_LOCAL_NUMBER = 7


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
    builder.add_unsigned_field("row", indexed=True, fast=True)
    builder.add_float_field("merit", fast=True)
    for name in COLUMN_NAMES:
        builder.add_unsigned_field(name, indexed=True, fast=True)
    return builder.build()


class IndexWriter:
    """Makes the index of an edition, or changes a copy of one, one service at a time.

    The index of removed services counts on in what a word is worth, until one is made anew.
    """

    def __init__(self, folder: Path, taxonomy: Taxonomy, gazetteer: Gazetteer) -> None:
        """`folder` must exist, and be empty or hold a copy of an index of the same taxonomy.

        Raises:
            CannotWrite: the disk is full, or fails.
            EditionDamaged: what it holds is no such index.
        """
        self._folder = folder
        self._taxonomy = taxonomy
        self._gazetteer = gazetteer
        self._concepts_data = concepts_of(taxonomy)
        self._concepts = Concepts(self._concepts_data)
        is_copy = (folder / LEXICON_FILE).exists()
        self._lexicon = LexiconWriter(
            read_part(folder / LEXICON_FILE, LexiconData) if is_copy else None
        )
        self._gone = LexiconWriter()
        self._columns = ColumnsWriter(
            read_part(folder / COLUMNS_FILE, Columns) if is_copy else None
        )
        self._schema = schema()
        with _writing(folder):
            self._index = tantivy.Index(self._schema, path=str(folder))
            self._writer = self._index.writer(_WRITER_BYTES, num_threads=1)
        self._words_of_coverage: dict[Coverage, list[str]] = {}

    def add(self, row: int, service: Service) -> None:
        """Index a service under its row in the store.

        Raises:
            CannotWrite: the disk is full, or fails.
        """
        document = self._document(service, self._lexicon)
        document.add_unsigned("row", row)
        for column, value in self._columns.numbers(service).items():
            document.add_unsigned(column, value)
        with _writing(self._folder):
            self._writer.add_document(document)

    def remove(self, row: int, service: Service) -> None:
        """Take a service out, which was indexed just so under a row.

        Raises:
            CannotWrite: the disk is full, or fails.
        """
        self._document(service, self._gone)
        # By a query: delete_documents_by_term takes a number for a signed one, and finds none.
        query = tantivy.Query.term_query(self._schema, "row", row)
        with _writing(self._folder):
            self._writer.delete_documents_by_query(query)

    def finish(self, names: Iterable[tuple[int, Text]]) -> None:
        """Write everything to disk; `names` are the names of all services, by their rows.

        Raises:
            CannotWrite: the disk is full, or fails.
        """
        with _writing(self._folder):
            self._writer.commit()
            self._writer.wait_merging_threads()
        self._lexicon.subtract(self._gone)
        for file, data in (
            (COLUMNS_FILE, msgspec.json.encode(self._columns.columns())),
            (LEXICON_FILE, msgspec.json.encode(self._lexicon.data())),
            (CONCEPTS_FILE, msgspec.json.encode(self._concepts_data)),
            (NAMES_FILE, msgspec.json.encode(ranked(names))),
        ):
            (self._folder / file).write_bytes(data)

    def _document(self, service: Service, lexicon: LexiconWriter) -> tantivy.Document:
        """What is searched of a service, whose words a lexicon counts."""
        document = tantivy.Document()
        place_words = self._place_words(service, lexicon)
        document.add_text("place", " ".join(place_words))
        concepts: set[int] = set()
        for language in Language:
            names = f"{service.name.stated_in(language)} . {service.organization.best(language)}"
            name_words = lexicon.add(names, language)
            prose_words = self._prose(service, language, lexicon)
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
            number = digits(digits_of_letters(phone.number))
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
        return document

    def _add_starts(self, document: tantivy.Document, field: str, words: Iterable[str]) -> None:
        for start in {word[:length] for word in words for length in STARTS}:
            document.add_text(field, start)

    def _stems(self, words: Sequence[str], language: Language) -> list[str]:
        return [stem(word, language) for word in words]

    def _prose(self, service: Service, language: Language, lexicon: LexiconWriter) -> list[str]:
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
            words += lexicon.add_prose(text.stated_in(language), language)
        return words

    def _place_words(self, service: Service, lexicon: LexiconWriter) -> list[str]:
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
            lexicon.add(" ".join(words), language)
        return words


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    """Tell Tantivy's faults while it writes: it has ValueError for a full disk, too."""
    try:
        yield
    except ValueError as error:
        raise CannotWrite(folder, str(error)) from error


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
