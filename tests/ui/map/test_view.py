"""The map of the results, as one sees, hears, walks and clicks it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tp_directory.core.bilingual import Language
from tp_directory.core.coverage import Coverage, Scope
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.place import Place, Point, Province, Spot
from tp_directory.core.projection import CANADA
from tp_directory.core.service import Location, Service
from tp_directory.exchange.outlines import read_outlines
from tp_directory.paths import Bundle
from tp_directory.ui.appearance import Appearance
from tp_directory.ui.map.canvas import MapCanvas
from tp_directory.ui.map.frame import NEAREST_KM
from tp_directory.ui.map.land import Land
from tp_directory.ui.map.marks import BADGE_POINTS, Badge, Cluster, Shade, TownMark, shade_of
from tp_directory.ui.map.paint import scale_bar
from tp_directory.ui.map.view import MapView
from tp_directory.ui.tokens import CAPTION, CONTRAST, DARK, LIGHT, Tokens, scaled

MakeMap = Callable[..., MapView]
LANGUAGES = pytest.mark.parametrize("language", list(Language))


@pytest.fixture(scope="session")
def land(bundle: Bundle) -> Land:
    return Land(read_outlines(bundle.data / "geography" / "provinces.geojson"))


@pytest.fixture(scope="session")
def towns(services: tuple[Service, ...], gazetteer: Gazetteer) -> tuple[TownMark, ...]:
    """Every town of the bundled directory that a service is in."""
    located = [each for each in services if each.location and each.location.place_id is not None]
    total = Counter(each.location.place_id for each in located if each.location)
    withheld = Counter(
        each.location.place_id for each in located if each.location and each.address_withheld
    )
    return tuple(
        TownMark(place, total[place.id], withheld[place.id])
        for place in gazetteer.all_places
        if total[place.id]
    )


@pytest.fixture
def make_map(qtbot: QtBot, qapp: QApplication, land: Land, appearance: Appearance) -> MakeMap:
    """A map in a size of window and of type, with the keyboard on it."""

    def make(
        towns: tuple[TownMark, ...] = (),
        language: Language = Language.EN,
        size: tuple[int, int] = (800, 700),
        scale: float = 1.0,
    ) -> MapView:
        font = QFont(qapp.font())
        font.setPointSizeF(font.pointSizeF() * scale)
        qapp.setFont(font)
        appearance.show_scheme(Qt.ColorScheme.Light)
        view = MapView(land, appearance.tokens)
        qtbot.addWidget(view)
        view.set_language(language)
        view.show_towns(towns)
        view.resize(*size)
        with qtbot.waitActive(view):
            view.show()
            view.activateWindow()
        view.setFocus()
        return view

    return make


def canvas(view: MapView) -> MapCanvas:
    found = view.focusProxy()
    assert isinstance(found, MapCanvas)
    return found


def press(view: MapView, key: Qt.Key, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(canvas(view), key)


def caption(view: MapView) -> QLabel:
    label = view.findChild(QLabel, "map_caption")
    assert isinstance(label, QLabel)
    return label


def go_to(view: MapView, place: Place) -> None:
    view.show_spot(Spot(place.title, place, place.point))


def spot_of(view: MapView, point: Point) -> QPoint:
    return canvas(view).scene.frame.at(CANADA.position(point)).toPoint()


def picture(view: MapView, area: QRect | None = None) -> QImage:
    pixmap = canvas(view).grab(area) if area else canvas(view).grab()
    return pixmap.toImage()


def example(number: int, point: Point, total: int = 1, withheld: int = 0) -> TownMark:
    """A fictional town in the north of Ontario."""
    place = Place(number, f"Example {number}", Province.ON, point, 500, "America/Toronto")
    return TownMark(place, total, withheld)


HERE, NEAR, FAR = Point(50.0, -85.0), Point(50.0, -85.1), Point(50.0, -78.0)


def test_nothing_is_drawn_near_a_town_whose_services_withhold_their_address(
    make_map: MakeMap, towns: tuple[TownMark, ...]
) -> None:
    """The picture around the town is the same as if the services did not exist."""
    secret = [town for town in towns if town.withheld and not town.visible and town.place.point]
    view = make_map(towns)

    def leaves_a_trace(town: TownMark) -> bool:
        assert town.place.point
        pictures = []
        for shown in (towns, tuple(each for each in towns if each is not town)):
            view.show_towns(shown)
            go_to(view, town.place)
            middle = spot_of(view, town.place.point)
            pictures.append(picture(view, QRect(middle - QPoint(50, 50), middle + QPoint(50, 50))))
        return pictures[0] != pictures[1]

    assert len(secret) > 40
    assert [town.place.title for town in secret if leaves_a_trace(town)] == []


def test_a_town_that_may_be_shown_leaves_a_mark(
    make_map: MakeMap, gazetteer: Gazetteer, towns: tuple[TownMark, ...]
) -> None:
    """Otherwise the test above would prove nothing."""
    [kenora] = gazetteer.named("Kenora")
    view = make_map(towns)
    go_to(view, kenora)
    before = picture(view)
    view.show_towns((*towns, TownMark(kenora, 1, 0)))

    assert picture(view) != before


def test_the_badge_of_a_province_stands_far_from_every_town(gazetteer: Gazetteer) -> None:
    points = [place.point for place in gazetteer.all_places if place.point]
    nearest = {
        province: min(point.distance_km(home) for point in points)
        for province, home in BADGE_POINTS.items()
    }

    assert set(nearest) == set(Province)
    assert min(nearest.values()) > 50


def test_a_withheld_service_has_no_mark_of_its_own(make_map: MakeMap) -> None:
    view = make_map()
    before = picture(view)
    view.show_service(Location(Province.ON, "Example", point=HERE), withheld=True)

    assert picture(view) == before
    assert view.marks() == ("Address withheld for safety: only the area it serves is shown.",)


def test_a_service_with_an_address_has_a_mark_of_its_own(make_map: MakeMap) -> None:
    view = make_map()
    before = picture(view)
    view.show_service(Location(Province.ON, "Example", point=HERE), withheld=False)

    assert picture(view) != before
    assert view.marks() == ("The chosen service: Example, ON.",)


@pytest.mark.parametrize("tokens", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
@pytest.mark.parametrize("withheld", [0, 3], ids=["circle", "badge"])
def test_a_mark_on_the_hatch_of_canada_has_a_plain_halo(
    make_map: MakeMap, tokens: Tokens, withheld: int
) -> None:
    view = make_map((example(1, HERE, 3, withheld=withheld),))
    view.set_tokens(tokens)
    view.show_coverage(Shade(tuple(Province), is_whole=True))
    [placed] = canvas(view).scene.in_sight
    left = QPointF(placed.box.left() - 2, placed.box.center().y())
    beside = picture(view).pixelColor(int(left.x()), int(left.y()))

    assert beside == QColor(tokens.surface)


def test_a_badge_is_in_sight_wherever_its_province_is(
    make_map: MakeMap, gazetteer: Gazetteer, towns: tuple[TownMark, ...]
) -> None:
    view = make_map(towns)
    go_to(view, gazetteer.named("Kenora")[0])
    badges = [each.mark for each in canvas(view).scene.in_sight if isinstance(each.mark, Badge)]

    assert {badge.province for badge in badges} == {Province.ON, Province.MB}


def test_all_services_of_the_whole_map_are_told(
    make_map: MakeMap, towns: tuple[TownMark, ...]
) -> None:
    marks = [placed.mark for placed in canvas(make_map(towns)).scene.in_sight]
    circles = sum(mark.count for mark in marks if isinstance(mark, Cluster))
    badges = sum(mark.count for mark in marks if isinstance(mark, Badge))

    assert circles == sum(town.visible for town in towns if town.place.point)
    assert badges == sum(town.withheld for town in towns)


@pytest.mark.parametrize(("size", "scale"), [((800, 700), 1.0), ((420, 500), 1.0), ((800, 700), 2)])
def test_no_badge_covers_another_mark(
    make_map: MakeMap, towns: tuple[TownMark, ...], size: tuple[int, int], scale: float
) -> None:
    view = make_map(towns, size=size, scale=scale)
    placed = canvas(view).scene.in_sight
    badges = [each for each in placed if isinstance(each.mark, Badge)]

    assert len(badges) == 12
    assert [
        (one.lines, other.lines)
        for one in badges
        for other in placed
        if one is not other and one.box.intersects(other.box)
    ] == []


@LANGUAGES
@pytest.mark.parametrize("size", [(960, 300), (700, 400), (420, 500)])
def test_all_badges_stand_within_a_low_map_at_a_large_font(
    make_map: MakeMap, towns: tuple[TownMark, ...], language: Language, size: tuple[int, int]
) -> None:
    view = make_map(towns, language, size, 2.0)
    placed = canvas(view).scene.in_sight
    badges = [each.box for each in placed if isinstance(each.mark, Badge)]

    assert len(badges) == 12
    assert [box for box in badges if not QRectF(canvas(view).rect()).contains(box)] == []
    assert not any(one.intersects(other) for one, other in combinations(badges, 2))


def test_no_badge_is_under_a_button_in_a_narrow_map(
    make_map: MakeMap, towns: tuple[TownMark, ...]
) -> None:
    view = make_map(towns, Language.FR, (420, 900), 2.0)
    buttons = [QRectF(button.geometry()) for button in view.findChildren(QPushButton)]
    badges = [each for each in canvas(view).scene.in_sight if isinstance(each.mark, Badge)]

    assert [
        badge.lines for badge in badges if any(badge.box.intersects(box) for box in buttons)
    ] == []


def test_zooming_in_stops_while_a_site_is_still_hidden(make_map: MakeMap) -> None:
    view = make_map()
    press(view, Qt.Key.Key_Plus, 30)
    frame = canvas(view).scene.frame

    assert frame.km_per_pixel * frame.size.width() == pytest.approx(NEAREST_KM)


def test_keys_with_ctrl_are_left_to_the_window(make_map: MakeMap) -> None:
    view = make_map()
    everything = canvas(view).scene.frame
    QTest.keyClick(canvas(view), Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)

    assert canvas(view).scene.frame == everything


@pytest.mark.parametrize("key", [Qt.Key.Key_0, Qt.Key.Key_Home, Qt.Key.Key_Minus])
def test_all_of_canada_is_shown_again(make_map: MakeMap, key: Qt.Key) -> None:
    view = make_map()
    everything = canvas(view).scene.frame
    press(view, Qt.Key.Key_Plus, 3)
    press(view, Qt.Key.Key_Right, 2)
    press(view, key, 9)

    assert canvas(view).scene.frame.km_per_pixel == everything.km_per_pixel


@pytest.mark.parametrize(
    ("key", "right", "down"),
    [
        (Qt.Key.Key_Left, -1, 0),
        (Qt.Key.Key_Right, 1, 0),
        (Qt.Key.Key_Up, 0, -1),
        (Qt.Key.Key_Down, 0, 1),
    ],
)
def test_arrows_move_the_map(make_map: MakeMap, key: Qt.Key, right: int, down: int) -> None:
    view = make_map()
    press(view, Qt.Key.Key_Plus, 3)
    before = canvas(view).scene.frame.centre
    press(view, key)
    moved = canvas(view).scene.frame.centre - before

    assert (moved.x() * right > 0, moved.y() * down > 0) == (right != 0, down != 0)


def test_the_mouse_drags_the_map(make_map: MakeMap) -> None:
    view = make_map()
    press(view, Qt.Key.Key_Plus, 3)
    before = spot_of(view, HERE)
    QTest.mousePress(canvas(view), Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    QTest.mouseMove(canvas(view), QPoint(340, 320))
    QTest.mouseRelease(canvas(view), Qt.MouseButton.LeftButton, pos=QPoint(340, 320))

    assert spot_of(view, HERE) - before == QPoint(40, 20)


@pytest.mark.parametrize("key", [Qt.Key.Key_Plus, Qt.Key.Key_Minus])
@pytest.mark.parametrize("marked", ["badge", "service", "spot", "nothing"])
def test_keys_zoom_around_what_is_marked(make_map: MakeMap, marked: str, key: Qt.Key) -> None:
    view = make_map((example(1, HERE, 2, withheld=2),))
    point = BADGE_POINTS[Province.ON] if marked == "badge" else FAR
    if marked == "badge":
        press(view, Qt.Key.Key_PageDown)
    elif marked == "spot":
        go_to(view, example(2, FAR).place)
    elif marked == "service":
        view.show_service(Location(Province.ON, "Example", point=FAR), withheld=False)
    press(view, Qt.Key.Key_Plus, 2)
    press(view, Qt.Key.Key_Left)
    before = spot_of(view, point)
    middle = canvas(view).scene.frame.centre
    press(view, key)

    assert ((spot_of(view, point) - before).manhattanLength() <= 1) is (marked != "nothing")
    assert (canvas(view).scene.frame.centre == middle) is (marked == "nothing")


def test_keys_zoom_around_the_middle_if_what_is_marked_is_out_of_sight(make_map: MakeMap) -> None:
    view = make_map()
    view.show_service(Location(Province.ON, "Example", point=FAR), withheld=False)
    press(view, Qt.Key.Key_Plus, 5)
    press(view, Qt.Key.Key_Left, 8)
    middle = canvas(view).scene.frame.centre
    press(view, Qt.Key.Key_Plus)

    assert canvas(view).scene.frame.centre == middle


def test_a_withheld_service_is_not_zoomed_in_on(make_map: MakeMap) -> None:
    view = make_map()
    middle = canvas(view).scene.frame.centre
    view.show_service(Location(Province.ON, "Example", point=HERE), withheld=True)
    press(view, Qt.Key.Key_Plus)

    assert canvas(view).scene.frame.centre == middle


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("zoom", range(0, 13, 2))
def test_the_bar_of_the_scale_is_as_long_as_it_says_and_holds_its_words(
    make_map: MakeMap, zoom: int, scale: float
) -> None:
    view = make_map(scale=scale)
    press(view, Qt.Key.Key_Plus, zoom)
    frame = canvas(view).scene.frame
    font = scaled(canvas(view).font(), CAPTION)
    words, length = scale_bar(frame.km_per_pixel, QFontMetricsF(font))
    kilometres = float(words.removesuffix(" km"))

    assert length * frame.km_per_pixel == pytest.approx(kilometres)
    assert QFontMetricsF(font).horizontalAdvance(words) < length < frame.size.width() / 2


def test_the_wheel_zooms_where_the_mouse_is(make_map: MakeMap) -> None:
    view = make_map()
    before, at = canvas(view).scene.frame, spot_of(view, HERE)
    turn = QWheelEvent(
        QPointF(at),
        QPointF(canvas(view).mapToGlobal(at)),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas(view), turn)

    assert canvas(view).scene.frame.km_per_pixel < before.km_per_pixel
    assert (spot_of(view, HERE) - at).manhattanLength() <= 1


def test_buttons_do_what_keys_do(make_map: MakeMap) -> None:
    view = make_map()
    everything = canvas(view).scene.frame
    nearer, further, whole = view.findChildren(QPushButton)
    for button, factor in ((nearer, 1.6), (nearer, 1.6**2), (further, 1.6), (whole, 1)):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        now = canvas(view).scene.frame.km_per_pixel
        assert everything.km_per_pixel / now == pytest.approx(factor)

    assert all(button.accessibleName() and button.toolTip() for button in (nearer, further, whole))


def test_keys_walk_the_marks_from_west_to_east_and_around(make_map: MakeMap) -> None:
    west, east = example(1, Point(50, -90), 4), example(2, FAR, 1)
    view = make_map((east, west))
    told = []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        press(view, key)
        told.append(caption(view).text())

    assert told == [
        "Example 1, ON: 4 services. Enter or a click shows them.",
        "Example 2, ON: 1 service. Enter or a click shows it.",
        "Example 1, ON: 4 services. Enter or a click shows them.",
        "Example 2, ON: 1 service. Enter or a click shows it.",
    ]


def test_enter_on_a_town_chooses_it(qtbot: QtBot, make_map: MakeMap) -> None:
    view = make_map((example(7, HERE, 3),))
    press(view, Qt.Key.Key_PageDown)
    with qtbot.waitSignal(view.town_chosen) as chosen:
        press(view, Qt.Key.Key_Return)

    assert chosen.args == [7]


def test_enter_on_a_badge_chooses_its_province(qtbot: QtBot, make_map: MakeMap) -> None:
    view = make_map((example(7, HERE, 3, withheld=3),))
    press(view, Qt.Key.Key_PageUp)
    assert caption(view).text() == (
        "Ontario: 3 services, address withheld, shown by province only. "
        "Enter or a click lists all that serve the province."
    )
    with qtbot.waitSignal(view.province_chosen) as chosen:
        press(view, Qt.Key.Key_Return)

    assert chosen.args == [Province.ON]


def test_enter_on_a_cluster_comes_closer_until_it_falls_apart(
    qtbot: QtBot, make_map: MakeMap
) -> None:
    view = make_map((example(1, HERE, 3), example(2, NEAR, 2)))
    press(view, Qt.Key.Key_PageDown)
    assert caption(view).text() == (
        "Example 1, ON and 1 other town: 5 services. Enter or a click zooms in."
    )
    press(view, Qt.Key.Key_Return)

    assert caption(view).text() == "Example 1, ON: 3 services. Enter or a click shows them."
    assert len(canvas(view).scene.in_sight) == 2


def test_towns_that_never_fall_apart_are_chosen_together(qtbot: QtBot, make_map: MakeMap) -> None:
    view = make_map((example(1, HERE, 3), example(2, HERE, 2)))
    press(view, Qt.Key.Key_PageDown)
    with qtbot.waitSignal(view.towns_chosen) as chosen:
        press(view, Qt.Key.Key_Return)

    assert chosen.args == [(1, 2)]


def test_the_keyboard_stays_on_a_town_while_one_zooms(make_map: MakeMap) -> None:
    view = make_map((example(1, HERE, 3), example(2, Point(51, -85), 2), example(3, FAR)))
    press(view, Qt.Key.Key_PageDown)
    told = []
    for _ in range(6):
        told.append(caption(view).text().split(",")[0])
        press(view, Qt.Key.Key_Plus)

    assert set(told) == {"Example 1"}


def test_a_click_chooses_and_the_mouse_is_told_what_is_under_it(
    qtbot: QtBot, make_map: MakeMap
) -> None:
    view = make_map((example(7, HERE, 3),))
    at = spot_of(view, HERE)
    QTest.mouseMove(canvas(view), at)
    assert caption(view).text() == "Example 7, ON: 3 services. Enter or a click shows them."
    with qtbot.waitSignal(view.town_chosen) as chosen:
        QTest.mouseClick(canvas(view), Qt.MouseButton.LeftButton, pos=at)

    assert chosen.args == [7]


def test_a_new_spot_is_gone_to_and_the_same_one_is_not_again(make_map: MakeMap) -> None:
    view = make_map()
    town = example(1, FAR).place
    go_to(view, town)
    press(view, Qt.Key.Key_Left, 2)
    there = canvas(view).scene.frame
    go_to(view, town)

    assert canvas(view).scene.frame == there
    assert view.marks() == ("Searched from Example 1, ON.",)


def test_without_a_spot_all_of_canada_is_shown_again(make_map: MakeMap) -> None:
    view = make_map()
    everything = canvas(view).scene.frame
    go_to(view, example(1, FAR).place)
    view.show_spot(None)
    QApplication.processEvents()  # the legend gives its room back

    assert canvas(view).scene.frame == everything


def test_all_of_canada_stays_in_sight_in_a_window_of_another_size(
    make_map: MakeMap, towns: tuple[TownMark, ...]
) -> None:
    view = make_map(towns)
    view.resize(560, 800)
    QApplication.processEvents()
    seen = [placed.mark for placed in canvas(view).scene.in_sight]

    assert sum(mark.count for mark in seen) == sum(
        town.total for town in towns if town.withheld or town.place.point
    )


def test_the_same_part_is_in_sight_in_a_window_of_another_size(make_map: MakeMap) -> None:
    view = make_map()
    go_to(view, example(1, FAR).place)
    view.resize(500, 600)
    QApplication.processEvents()
    frame = canvas(view).scene.frame

    assert frame.km_per_pixel * frame.size.width() == pytest.approx(500 / 0.9, rel=0.02)


def test_the_description_tells_what_is_drawn(make_map: MakeMap, gazetteer: Gazetteer) -> None:
    [pinawa] = gazetteer.named("Pinawa")
    view = make_map((example(1, HERE, 42, 12), example(2, FAR, 1), TownMark(pinawa, 1, 0)))
    view.show_coverage(shade_of(Coverage(Scope.PROVINCE, (Province.ON,)), gazetteer))
    told = canvas(view).accessibleDescription()

    assert told.startswith(
        "31 services in 2 towns. Address withheld, shown by province only: 12 services. "
        "In places that the map does not have: 1 service (Pinawa, MB). Area served: Ontario. "
    )
    assert caption(view).text() in told


def test_everything_is_said_in_french(make_map: MakeMap, gazetteer: Gazetteer) -> None:
    towns = (example(1, HERE, 3), example(2, NEAR, 2, withheld=1), example(3, FAR, 1, withheld=1))
    view = make_map(towns, Language.FR)
    view.show_spot(Spot("Example 1, ON", towns[0].place, None))
    view.show_service(Location(Province.ON, "Example 1", point=HERE), withheld=False)
    view.show_coverage(
        shade_of(Coverage(Scope.REGION, (Province.ON,), region_ids=("ON:Niagara",)), gazetteer)
    )

    assert caption(view).text() == (
        "4 services dans 2 localités. Adresse non divulguée, province seulement\u00a0: 2 services."
    )
    assert set(view.marks()) == {
        "Example 1, ON et 1 autre localité\u00a0: 4 services. "
        "Entrée ou un clic rapproche la carte.",
        "Ontario\u00a0: 2 services, adresse non divulguée, province seulement. "
        "Entrée ou un clic donne la liste de tout ce qui dessert la province.",
        "Recherche à partir de Example 1, ON, lieu absent de la carte.",
        "Le service choisi\u00a0: Example 1, ON.",
        "Zone desservie\u00a0: en partie, Ontario.",
    }


def test_an_empty_map_says_that_it_is_empty(make_map: MakeMap) -> None:
    assert caption(make_map()).text() == "No service was found in a town."


@LANGUAGES
def test_no_word_is_cut_in_a_narrow_window_at_a_large_font(
    make_map: MakeMap, towns: tuple[TownMark, ...], language: Language
) -> None:
    view = make_map(towns, language, size=(420, 900), scale=2.0)
    cut = []
    for _ in range(25):
        QApplication.processEvents()  # the caption is laid out
        labels = [each for each in view.findChildren(QLabel) if each.isVisible()]
        cut += [each.text() for each in labels if each.heightForWidth(each.width()) > each.height()]
        press(view, Qt.Key.Key_PageDown)
    buttons = view.findChildren(QPushButton)

    assert len(labels) == 3
    assert cut == []
    assert [each.text() for each in buttons if each.sizeHint().width() > each.width()] == []


def test_marks_grow_with_the_font(make_map: MakeMap) -> None:
    towns = (example(1, HERE, 3),)
    [small] = canvas(make_map(towns)).scene.in_sight
    [large] = canvas(make_map(towns, scale=2.0)).scene.in_sight

    assert large.box.width() == pytest.approx(2 * small.box.width(), rel=0.1)


def test_the_map_turns_dark_at_once(make_map: MakeMap) -> None:
    view = make_map()
    view.set_tokens(DARK)

    assert picture(view).pixelColor(5, 5) == QColor(DARK.around)


def test_the_legend_explains_what_is_drawn_and_nothing_else(make_map: MakeMap) -> None:
    view = make_map((example(1, HERE, 3),))
    said = [
        each.text()
        for each in view.findChildren(QLabel)
        if each.isVisible() and each is not caption(view)
    ]

    assert said == ["Services in a town"]
