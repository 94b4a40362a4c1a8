from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import NOW
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.query import Query
from tp_directory.core.service import Service
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.search.finder import Finder
from tp_directory.search.indexing import IndexWriter


@pytest.fixture
def finder(
    tmp_path: Path, services: tuple[Service, ...], gazetteer: Gazetteer, taxonomy: Taxonomy
) -> Iterator[Finder]:
    """A finder of one service, whose number is spelled with letters."""
    phone = replace(services[0].phones[0], number="+1-800-555-01AB")
    service = replace(services[0], phones=(phone,))
    writer = IndexWriter(tmp_path, taxonomy, gazetteer)
    writer.add(0, service)
    writer.finish([(0, service.name)])
    finder = Finder.open(tmp_path, gazetteer, taxonomy)
    yield finder
    finder.close()


@pytest.mark.parametrize("typed", ["1 800 555 01AB", "+1-800-555-01AB", "800 555-0122", "5550122"])
def test_a_number_with_letters_is_found_by_its_letters_and_digits(
    finder: Finder, typed: str
) -> None:
    assert finder.find(Query(typed), None, NOW).total == 1
