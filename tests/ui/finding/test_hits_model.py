"""The results as a model: what a row says, and how the pages of rows are loaded."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.modeltest import ModelTester

from tests.conftest import NOW
from tests.ui.finding.conftest import Ask
from tp_directory.core.bilingual import Language
from tp_directory.core.query import Facets, Hit, Query, Results
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.directory import Directory
from tp_directory.ui.finding.hits_model import HitsModel
from tp_directory.ui.finding.row import Row, RowWriter

TRAFFICKING = "human trafficking hotline"


def row(model: HitsModel, place: int) -> Row:
    found = model.index(place).data(Qt.ItemDataRole.UserRole)
    assert isinstance(found, Row)
    return found


def ids(model: HitsModel) -> list[str]:
    return [row(model, place).hit.service.id for place in range(model.rowCount())]


class Pages:
    """The pages of an answer of 100,000 hits, all of them the same, and which were asked for."""

    def __init__(self, hit: Hit, size: int = 25) -> None:
        self.asked: list[int] = []
        self._hits = (hit,) * size

    def __call__(self, offset: int) -> tuple[Hit, ...]:
        self.asked.append(offset)
        return self._hits

    def answer(self) -> Results:
        return Results(Query("example"), self._hits, 100_000, Facets())


@pytest.fixture
def writer(taxonomy: Taxonomy) -> RowWriter:
    return RowWriter(taxonomy, Language.EN, NOW.date(), lambda text, language: ())


@pytest.fixture
def pages(directory: Directory) -> Pages:
    return Pages(directory.search(Query(TRAFFICKING)).hits[0])


@pytest.fixture
def many(qapp: QObject, pages: Pages, writer: RowWriter) -> HitsModel:
    model = HitsModel(pages, QObject(qapp))
    model.show(pages.answer(), writer)
    return model


@pytest.mark.parametrize("query", [Query("shelter"), Query("shelter", near="Kenora"), Query("qqq")])
def test_it_is_a_sound_model(ask: Ask, qtmodeltester: ModelTester, query: Query) -> None:
    qtmodeltester.check(ask(query))  # type: ignore[no-untyped-call]  # pytest-qt has no types


def test_it_has_a_row_for_every_hit_once(ask: Ask, directory: Directory) -> None:
    found = ids(ask(Query("shelter")))

    assert len(found) == len(set(found)) == directory.search(Query("shelter")).total


def test_its_rows_stand_in_the_order_of_the_answer(ask: Ask, directory: Directory) -> None:
    everything = directory.search(Query("shelter", limit=1000)).hits

    assert ids(ask(Query("shelter"))) == [hit.service.id for hit in everything]


def test_the_first_page_comes_with_the_answer(many: HitsModel, pages: Pages) -> None:
    for place in range(25):
        row(many, place)

    assert many.rowCount() == 100_000
    assert pages.asked == []


def test_a_page_is_loaded_once_when_one_of_its_rows_is_looked_at(
    many: HitsModel, pages: Pages
) -> None:
    for place in (99_999, 99_980, 60, 99_999):
        row(many, place)

    assert pages.asked == [99_975, 50]


def test_a_page_that_cannot_be_had_leaves_its_rows_empty(
    qapp: QObject, pages: Pages, writer: RowWriter
) -> None:
    model = HitsModel(lambda offset: (), QObject(qapp))
    model.show(pages.answer(), writer)

    assert model.hit(30) is None
    assert model.index(30).data() is None
    assert model.rowCount() == 100_000


def test_there_is_no_row_below_another(many: HitsModel) -> None:
    assert many.rowCount(many.index(0)) == 0
    assert many.data(QModelIndex()) is None


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        (
            Language.EN,
            [
                "Serves the region around Kenora",
                "Also serves here: Ontario",
                "Also serves here: Canada",
            ],
        ),
        (
            Language.FR,
            [
                "Territoire\u00a0: région de Kenora",
                "Également offert ici\u00a0: Ontario",
                "Également offert ici\u00a0: Canada",
            ],
        ),
    ],
)
def test_a_heading_stands_once_above_each_group_but_the_best(
    ask: Ask, language: Language, headings: list[str]
) -> None:
    model = ask(Query("", language, near="Kenora"))

    assert [heading.words for heading in model.headings] == headings


def test_a_heading_stands_where_its_group_begins(ask: Ask) -> None:
    model = ask(Query("", near="Kenora"))
    rows = [heading.row for heading in model.headings]
    closeness = [row(model, place).hit.closeness for place in range(model.rowCount())]

    begins = [at for at, each in enumerate(closeness) if at == 0 or each != closeness[at - 1]]
    assert rows == begins


def test_there_is_no_heading_without_a_place(ask: Ask) -> None:
    assert ask(Query("shelter")).headings == ()


def test_a_row_is_read_out_as_one_sentence(ask: Ask) -> None:
    sentence = ask(Query(TRAFFICKING)).index(0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert sentence.startswith("Canadian Human Trafficking Hotline. OPEN 24/7. ")
    assert "1-833-900-1010" in sentence


def test_a_row_below_a_heading_is_read_out_with_it(ask: Ask) -> None:
    model = ask(Query("", near="Kenora"))
    heading = model.headings[0]
    below, next_one = (
        str(model.index(heading.row + step).data(Qt.ItemDataRole.AccessibleTextRole))
        for step in range(2)
    )

    assert below.startswith("Serves the region around Kenora. ")
    assert not next_one.startswith("Serves the region")


def test_a_row_speaks_the_language_that_was_asked_in(ask: Ask) -> None:
    assert row(ask(Query("1-833-900-1010", Language.FR)), 0).state_word == "OUVERT 24/7"


def test_the_state_of_a_row_follows_the_clock(ask: Ask) -> None:
    model = ask(Query("Legal Aid Ontario", near="Kenora"))
    place = next(
        place for place in range(model.rowCount()) if row(model, place).state_word == "OPEN"
    )
    changed = QSignalSpy(model.dataChanged)
    model.tell_time(NOW.replace(hour=8))  # 03:00 in Toronto

    assert row(model, place).state_word == "CLOSED"
    assert changed.count() == 1


def test_the_age_of_a_row_follows_the_calendar(ask: Ask) -> None:
    model = ask(Query("shelter"))
    place = next(place for place in range(model.rowCount()) if not row(model, place).is_doubtful)
    model.tell_time(NOW + timedelta(days=1000))

    assert row(model, place).is_doubtful


def test_a_minute_in_which_nothing_changes_draws_nothing(ask: Ask) -> None:
    model = ask(Query(TRAFFICKING))
    changed = QSignalSpy(model.dataChanged)
    model.tell_time(NOW + timedelta(minutes=1))

    assert changed.count() == 0


def test_what_is_kept_is_marked_at_once_and_in_pages_loaded_later(ask: Ask) -> None:
    model = ask(Query("shelter"))
    last = model.rowCount() - 1
    kept = frozenset({ids(ask(Query("shelter")))[last], row(model, 1).hit.service.id})
    changed = QSignalSpy(model.dataChanged)
    model.mark_kept(kept)

    assert changed.count() == 1
    assert [row(model, place).is_kept for place in (0, 1, last)] == [False, True, True]


def test_a_service_is_found_again_in_loaded_rows_or_around_another(ask: Ask) -> None:
    everything = ids(ask(Query("shelter")))
    model = ask(Query("shelter"))

    assert model.row_of(everything[3]) == 3
    assert model.row_of(everything[30]) == -1
    assert model.row_of(everything[30], around=35) == 30
    assert model.row_of("unknown", around=-1) == -1
