"""What stands above the results: how many, for where, in which order, and as list or map."""

from __future__ import annotations

from itertools import zip_longest

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tp_directory.core.choices import facts_asked
from tp_directory.core.place import Spot
from tp_directory.core.query import Order, Results
from tp_directory.ui.finding.unstated_notes import UnstatedNotes
from tp_directory.ui.flow_layout import FlowLayout
from tp_directory.ui.tokens import SPACE_4, SPACE_8, SPACE_16

_MOST_NAMESAKES = 3


class OrderBox(QComboBox):
    """The orders, in words that may be shortened where there is little room."""

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 12, super().minimumSizeHint().height())


class ResultsHead(QWidget):
    """Says what an answer is and what it leaves out; offers orders, the map and namesakes."""

    place_chosen = Signal(str)
    order_chosen = Signal(object)  # Order
    query_chosen = Signal(object)  # Query

    def __init__(self, show_map: QAction, comparison: QAction) -> None:
        """The actions that switch between list and map, and that show the comparison."""
        super().__init__()
        self._map_action, self._comparison_action = show_map, comparison
        self._count = QLabel()
        self._count.setProperty("role", "section")
        self._count.setWordWrap(True)
        self._notes = QLabel()
        self._notes.setTextFormat(Qt.TextFormat.PlainText)  # it has words that were typed
        self._notes.setWordWrap(True)
        self._notes.setProperty("role", "caption")
        self._notes.setProperty("tone", "muted")
        self._unstated = UnstatedNotes()
        self._order_label = QLabel()
        self._order = OrderBox()
        self._order.setObjectName("order_box")
        self._order.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._order.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._order_label.setBuddy(self._order)
        self._list, self._map = QPushButton(), QPushButton()
        self._list.setObjectName("list_button")
        self._switch = QButtonGroup(self)
        for button in (self._list, self._map):
            button.setCheckable(True)
            button.setProperty("role", "switch")
            self._switch.addButton(button)
        self._list.setChecked(True)
        self._compare = QPushButton()
        self._compare.setObjectName("comparison_button")
        self._compared = 0
        self._is_map = False
        self._has_hits = True
        # Kept and named anew: Tab finds them here, and one that is pressed keeps no keyboard.
        self._others_label = QLabel()
        self._others_label.setProperty("role", "caption")
        self._others_label.setProperty("tone", "muted")
        self._others = tuple(QPushButton() for _ in range(_MOST_NAMESAKES))
        self._namesakes = QWidget()

        self._sort = QWidget()
        row = QHBoxLayout(self._sort)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        row.addWidget(self._order_label)
        row.addWidget(self._order)
        views = QWidget()
        pair = QHBoxLayout(views)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(SPACE_4)
        pair.addWidget(self._list)
        pair.addWidget(self._map)
        namesakes = FlowLayout(self._namesakes, gap=SPACE_8)
        namesakes.addWidget(self._others_label)
        for button in self._others:
            button.setProperty("role", "chip")
            namesakes.addWidget(button)
        top = QHBoxLayout()
        top.setSpacing(SPACE_8)
        top.addWidget(self._count, 1)
        top.addWidget(views, 0, Qt.AlignmentFlag.AlignTop)
        tools = FlowLayout(gap=SPACE_16)
        for widget in (self._sort, self._compare):
            tools.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_16, SPACE_8, SPACE_8, SPACE_8)
        layout.setSpacing(SPACE_4)
        layout.addLayout(top)
        layout.addLayout(tools)
        layout.addWidget(self._notes)
        layout.addWidget(self._unstated)
        layout.addWidget(self._namesakes)

        self._unstated.query_chosen.connect(self.query_chosen)
        self._order.activated.connect(self.choose_order)
        self._switch.buttonClicked.connect(self.choose_view)
        self._compare.clicked.connect(comparison.trigger)
        for button in self._others:
            button.clicked.connect(self.choose_place)
        self.retranslate()
        self.show_compared(0)

    @property
    def words(self) -> str:
        """How many services were found, as it is shown."""
        return self._count.text()

    def show_results(self, results: Results, unplaced: str = "") -> None:
        """Say what an answer is, and that it is from everywhere where words name no place."""
        self._count.setText(self._count_words(results))
        notes = self._note_words(results)
        if unplaced:
            anywhere = self.tr("“{place}” is not known: these are from all of Canada.")
            notes.insert(0, anywhere.format(place=unplaced))
        self._notes.setText("\n".join(notes))
        self._notes.setVisible(bool(notes))
        self._unstated.show_results(results)
        self._order.setCurrentIndex(self._order.findData(results.query.order))
        self._has_hits = bool(results.hits)
        self._offer_orders()
        self._offer_namesakes(results.spot)

    def show_view(self, *, is_map: bool) -> None:
        """Mark the list or the map as shown."""
        self._is_map = is_map
        (self._map if is_map else self._list).setChecked(True)
        self._offer_orders()

    def show_compared(self, count: int) -> None:
        """Say how many services are being compared."""
        self._compared = count
        self._compare.setText(self.tr("Compare %n", "", count))
        self._compare.setVisible(count > 0)

    def choose_order(self) -> None:
        """Tell which order was chosen."""
        self.order_chosen.emit(Order(self._order.currentData()))  # Qt gives back a bare str

    def choose_view(self) -> None:
        """Show the list or the map, whose button was pressed, unless it is shown already."""
        if self._map.isChecked() is not self._is_map:
            self._map_action.trigger()

    def choose_place(self) -> None:
        """Search from the namesake whose button was pressed."""
        button = self.sender()
        if isinstance(button, QPushButton):
            self.place_chosen.emit(button.text())

    def retranslate(self) -> None:
        """Say everything again in the language of the program; results come anew by themselves."""
        self._order_label.setText(self.tr("S&ort"))
        self._order.setAccessibleName(self.tr("Sort"))
        chosen = max(self._order.currentIndex(), 0)
        self._order.clear()
        for order, words in (
            (Order.RELEVANCE, self.tr("Best first")),
            (Order.DISTANCE, self.tr("Nearest first")),
            (Order.OPEN_FIRST, self.tr("Open first")),
            (Order.NAME, self.tr("By name")),
        ):
            self._order.addItem(words, order)
        self._order.setCurrentIndex(chosen)
        self._list.setText(self.tr("&List"))
        self._list.setToolTip(self.tr("Show the results as a list"))
        self._map.setText(self.tr("&Map"))
        self._map.setToolTip(self.tr("Show the results on the map"))
        self._others_label.setText(self.tr("Another one?"))
        self._compare.setToolTip(self._comparison_action.statusTip())
        self.show_compared(self._compared)

    def _offer_orders(self) -> None:
        """Offer them for a list alone: a map has none, and needs the height."""
        self._sort.setVisible(self._has_hits and not self._is_map)

    def _count_words(self, results: Results) -> str:
        if not results.total and results.spot:
            return self.tr("Nothing was found for {place}").format(place=results.spot.title)
        if not results.total:
            return self.tr("Nothing was found")
        if results.spot is None:
            return self.tr("%n services", "", results.total)
        count = self.tr("%n services serve {place}", "", results.total)
        return count.format(place=results.spot.title)

    def _note_words(self, results: Results) -> list[str]:
        notes = []
        spot = results.spot
        if results.hits and results.is_loose:
            notes.append(self.tr("No service has all of these words; these have some of them."))
            if results.suggestion:
                meant = self.tr("Perhaps you meant: {words}")
                notes.append(meant.format(words=results.suggestion))
        elif results.hits and results.suggestion:
            notes.append(self.tr("Read as: {words}").format(words=results.suggestion))
        if results.hints:
            notes.append(self.tr("Not understood: {words}").format(words=", ".join(results.hints)))
        if spot and not results.query.near:
            notes.append(self.tr("{place} was found in your words.").format(place=spot.title))
        if spot and spot.is_approximate:
            notes.append(self.tr("Distances are from the middle of the postal area."))
        if results.query.within_km is not None and spot is None:
            notes.append(self.tr("Say where, and only what is within the distance is shown."))
        if results.query.within_km is not None and spot and spot.point is None:
            unmeasured = self.tr(
                "Distances cannot be measured from {place}: services at any distance are shown."
            )
            notes.append(unmeasured.format(place=spot.title))
        if results.hits and set(facts_asked(results.query)) & set(results.query.unstated):
            notes.append(self.tr("These do not state all that was asked for: call to check."))
        if results.query.order is Order.DISTANCE and spot is None and results.hits:
            notes.append(self.tr("Say where, and the nearest come first."))
        return notes

    def _offer_namesakes(self, spot: Spot | None) -> None:
        others = spot.namesakes[:_MOST_NAMESAKES] if spot else ()
        for button, place in zip_longest(self._others, others):
            button.setText(place.title if place else "")
            button.setVisible(place is not None)
        self._namesakes.setVisible(bool(others))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
