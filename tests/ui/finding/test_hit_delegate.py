"""How a row is drawn: what differs is compared as pictures."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from tests.conftest import NOW
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.place import Province
from tp_directory.core.query import Facets, Hit, Marker, Query, Results
from tp_directory.core.service import Location
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.directory import Directory
from tp_directory.ui.finding.hit_delegate import HitDelegate
from tp_directory.ui.finding.hits_model import HitsModel
from tp_directory.ui.finding.row import RowWriter
from tp_directory.ui.tokens import LIGHT, SPACE_4, SPACE_8, SPACE_16, Tokens, scaled

WIDE, NARROW = 700, 260
ACCENT = QColor(LIGHT.accent)


@pytest.fixture
def hit(directory: Directory) -> Hit:
    """A hit of which all is stated: it is open day and night."""
    return directory.search(Query("human trafficking hotline")).hits[0]


def no_marks(text: str, language: Language) -> tuple[tuple[int, int], ...]:
    return ()


def drawn(
    app: QApplication,
    taxonomy: Taxonomy,
    hit: Hit,
    *,
    marker: Marker = no_marks,
    width: int = WIDE,
    is_kept: bool = False,
    tokens: Tokens = LIGHT,
) -> QImage:
    """The picture of a row."""
    parent = QObject(app)
    model = HitsModel(lambda offset: (), parent)
    model.mark_kept(frozenset({hit.service.id} if is_kept else ()))
    writer = RowWriter(taxonomy, Language.EN, NOW.date(), marker)
    model.show(Results(Query(), (hit,), 1, Facets()), writer)
    delegate = HitDelegate(tokens, parent)
    option = QStyleOptionViewItem()
    option.font = app.font()
    option.rect = QRect(0, 0, width, delegate.row_height(app.font()))
    picture = QImage(option.rect.size(), QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    delegate.paint(painter, option, model.index(0))
    painter.end()
    return picture


def difference(one: QImage, other: QImage) -> list[QPoint]:
    """The points in which two pictures of the same size differ."""
    assert one.size() == other.size()
    points = (QPoint(x, y) for y in range(one.height()) for x in range(one.width()))
    return [point for point in points if one.pixel(point) != other.pixel(point)]


def test_words_that_match_are_underlined_and_nothing_else_changes(
    qapp: QApplication, taxonomy: Taxonomy, hit: Hit
) -> None:
    name = hit.service.name.en
    start = name.index("Trafficking")

    def marker(text: str, language: Language) -> tuple[tuple[int, int], ...]:
        return ((start, start + len("Trafficking")),) if text == name else ()

    marked = drawn(qapp, taxonomy, hit, marker=marker)
    changed = difference(marked, drawn(qapp, taxonomy, hit))

    metrics = QFontMetrics(scaled(qapp.font(), 1, bold=True))
    left = SPACE_16 + metrics.horizontalAdvance(name[:start])
    right = SPACE_16 + metrics.horizontalAdvance(name[: start + len("Trafficking")])
    assert {marked.pixelColor(point).name() for point in changed} == {ACCENT.name()}
    assert (min(p.x() for p in changed), max(p.x() for p in changed)) == (left, right - 1)
    below, next_line = SPACE_8 + metrics.ascent(), SPACE_8 + metrics.height() + SPACE_4
    assert all(below < p.y() < next_line for p in changed)


def test_words_that_are_cut_off_are_not_underlined(
    qapp: QApplication, taxonomy: Taxonomy, hit: Hit
) -> None:
    name = hit.service.name.en

    def marker(text: str, language: Language) -> tuple[tuple[int, int], ...]:
        return ((len(name) - len("Hotline"), len(name)),) if text == name else ()

    marked = drawn(qapp, taxonomy, hit, marker=marker, width=150)

    assert difference(marked, drawn(qapp, taxonomy, hit, width=150)) == []


def test_what_is_kept_has_a_star_before_its_name(
    qapp: QApplication, taxonomy: Taxonomy, hit: Hit
) -> None:
    changed = difference(drawn(qapp, taxonomy, hit, is_kept=True), drawn(qapp, taxonomy, hit))
    line = QFontMetrics(qapp.font()).height()

    assert min(point.x() for point in changed) >= SPACE_16
    assert {point.y() // (SPACE_8 + line + SPACE_4) for point in changed} == {0}


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize(("stated_on", "is_aged"), [("2026-11", False), ("", True), ("2020", True)])
def test_a_page_that_is_old_or_undated_is_in_the_colour_of_a_warning(
    qapp: QApplication, taxonomy: Taxonomy, hit: Hit, stated_on: str, is_aged: bool, width: int
) -> None:
    source = replace(hit.service.sources[0], stated_on=stated_on)
    aged = replace(hit, service=replace(hit.service, sources=(source,)))
    picture = drawn(qapp, taxonomy, aged, width=width)
    points = [QPoint(x, y) for y in range(picture.height()) for x in range(width)]

    has_warning = any(picture.pixelColor(point) == QColor(LIGHT.warn) for point in points)
    assert has_warning is is_aged


def test_needs_are_cut_before_what_it_does(
    qapp: QApplication, taxonomy: Taxonomy, hit: Hit
) -> None:
    long = Text("What it does in more words than the whole line of any row can hold. " * 3)
    services = [
        replace(hit.service, description=long, needs=needs) for needs in (("legal",), ("housing",))
    ]
    pictures = [drawn(qapp, taxonomy, replace(hit, service=service)) for service in services]

    assert difference(*pictures) == []


def test_a_town_is_seen_beside_a_long_organization(
    qapp: QApplication, taxonomy: Taxonomy, hit: Hit
) -> None:
    society = Text("A society whose name is longer than the whole line of any row " * 3)
    pictures = [
        drawn(
            qapp,
            taxonomy,
            replace(
                hit,
                service=replace(
                    hit.service,
                    organization=society,
                    location=Location(Province.ON, town),
                    address_withheld="safety",
                ),
            ),
        )
        for town in ("Kenora", "Dryden")
    ]

    assert difference(*pictures) != []


def test_a_distance_is_seen_to_its_end_beside_a_long_organization(
    qapp: QApplication, taxonomy: Taxonomy, hit: Hit
) -> None:
    society = Text("A society whose name is longer than the whole line of any row " * 3)
    service = replace(
        hit.service, organization=society, location=Location(Province.ON, "Ottawa"), serves=Text()
    )
    pictures = [
        drawn(qapp, taxonomy, replace(hit, service=service, distance_km=km)) for km in (160.0, 165)
    ]

    assert difference(*pictures) != []


def test_a_narrow_row_has_room_for_state_and_number(
    qapp: QApplication, taxonomy: Taxonomy, hit: Hit
) -> None:
    picture = drawn(qapp, taxonomy, hit, width=NARROW)
    line = QFontMetrics(qapp.font()).height() + SPACE_4
    third = [QPoint(x, y) for y in range(SPACE_8 + 2 * line, picture.height()) for x in range(90)]

    assert any(picture.pixelColor(point) == QColor(LIGHT.ok) for point in third)
