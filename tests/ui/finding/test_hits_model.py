"""The results as a model: what a row says, and how more of them are loaded."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, QObject, Qt
from pytestqt.modeltest import ModelTester

from tests.conftest import NOW
from tp_directory.core.bilingual import Language
from tp_directory.core.query import Facets, Query, Results
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.directory import Directory
from tp_directory.ui.hits_model import HitsModel
from tp_directory.ui.inquiry import Inquiry
from tp_directory.ui.row import Row

NOWHERE = QModelIndex()
Ask = Callable[[Query], HitsModel]


@pytest.fixture
def ask(qapp: QObject, directory: Directory, taxonomy: Taxonomy) -> Ask:
    """A model that shows the answer to a query."""

    def ask(query: Query) -> HitsModel:
        parent = QObject(qapp)
        inquiry = Inquiry(directory, query.language, parent)
        model = HitsModel(inquiry.more, taxonomy, parent)
        inquiry.answered.connect(model.show)
        inquiry.ask(query)
        return model

    return ask


def row(model: HitsModel, place: int) -> Row:
    found = model.index(place).data(Qt.ItemDataRole.UserRole)
    assert isinstance(found, Row)
    return found


def load_all(model: HitsModel) -> None:
    while model.canFetchMore(NOWHERE):
        model.fetchMore(NOWHERE)


@pytest.mark.parametrize("query", [Query("shelter"), Query("shelter", near="Kenora"), Query("qqq")])
def test_it_is_a_sound_model(ask: Ask, qtmodeltester: ModelTester, query: Query) -> None:
    qtmodeltester.check(ask(query))  # type: ignore[no-untyped-call]  # pytest-qt has no types


def test_everything_is_loaded_page_by_page_and_once(ask: Ask, directory: Directory) -> None:
    query = Query("shelter")
    model = ask(query)
    assert model.rowCount() == query.limit
    load_all(model)
    ids = [model.hit(place).service.id for place in range(model.rowCount())]

    assert len(ids) == len(set(ids)) == directory.search(query).total


def test_a_heading_stands_once_above_each_group(ask: Ask) -> None:
    model = ask(Query("", near="Kenora"))
    load_all(model)
    headings = [row(model, place).divider for place in sorted(model.heads)]

    assert headings == [
        "Serves the region around Kenora",
        "Also serves here: Ontario",
        "Also serves here: Canada",
    ]


def test_there_is_no_heading_without_a_place(ask: Ask) -> None:
    assert ask(Query("shelter")).heads == frozenset()


def test_a_row_is_read_out_as_one_sentence(ask: Ask) -> None:
    model = ask(Query("human trafficking hotline"))
    sentence = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert sentence.startswith("Canadian Human Trafficking Hotline. OPEN 24/7. ")
    assert "1-833-900-1010" in sentence


def test_a_row_speaks_the_language_that_was_asked_in(ask: Ask) -> None:
    model = ask(Query("1-833-900-1010", Language.FR))

    assert row(model, 0).state_word == "OUVERT 24/7"


def test_an_answer_that_ends_early_ends_the_list(ask: Ask, taxonomy: Taxonomy) -> None:
    found = ask(Query("shelter"))
    hits = tuple(found.hit(place) for place in range(3))
    model = HitsModel(lambda offset: (), taxonomy, found)
    model.show(Results(Query("shelter"), hits, 99, facets=Facets()))
    model.fetchMore(NOWHERE)

    assert (model.rowCount(), model.canFetchMore(NOWHERE)) == (3, False)


def test_the_state_of_a_row_follows_the_clock(ask: Ask) -> None:
    model = ask(Query("Legal Aid Ontario", near="Kenora"))
    place = next(
        place for place in range(model.rowCount()) if row(model, place).state_word == "OPEN"
    )
    model.tell_time(NOW.replace(hour=8))  # 03:00 in Toronto

    assert row(model, place).state_word == "CLOSED"
