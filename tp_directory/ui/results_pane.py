"""The results: how many, for where, and the list itself or the ways out of an empty one."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tp_directory.core.place import Spot
from tp_directory.core.query import Facets, Query, Results
from tp_directory.ui.flow_layout import FlowLayout
from tp_directory.ui.focus_order import chain
from tp_directory.ui.hit_delegate import HitDelegate
from tp_directory.ui.hits_model import HitsModel
from tp_directory.ui.nothing_found import NothingFound
from tp_directory.ui.tokens import SPACE_4, SPACE_8, SPACE_16, Tokens

_MOST_NAMESAKES = 3


class HitsView(QListView):
    """The list of hits; Enter on it asks for the main number."""

    number_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("hits_view")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.number_wanted.emit()
        else:
            super().keyPressEvent(event)


class ResultsPane(QWidget):
    """Shows one answer and tells which hit of it is looked at."""

    hit_chosen = Signal(object)  # Hit, or None where there is none
    number_wanted = Signal()
    words_chosen = Signal(str)
    query_chosen = Signal(object)  # Query
    place_chosen = Signal(str)

    def __init__(self, model: HitsModel, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("results_pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model = model
        self._query = Query()
        self._shown = ""
        self._count = QLabel()
        self._count.setProperty("role", "section")
        self._count.setWordWrap(True)
        self._notes = QLabel()
        self._notes.setWordWrap(True)
        self._notes.setProperty("role", "caption")
        self._notes.setProperty("tone", "muted")
        self._namesakes = QWidget()
        self._namesakes_flow = FlowLayout(self._namesakes, gap=SPACE_8)
        self._stack = QStackedWidget()
        self._view = HitsView(self)
        self._delegate = HitDelegate(tokens, self)
        self._nothing = NothingFound()
        self._view.setModel(model)
        self._view.setItemDelegate(self._delegate)
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._nothing)

        head = QVBoxLayout()
        head.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_8)
        head.setSpacing(SPACE_4)
        for widget in (self._count, self._notes, self._namesakes):
            head.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)

        self.retranslate()
        model.modelReset.connect(self.measure)
        model.rowsInserted.connect(self.measure)
        self._view.selectionModel().currentChanged.connect(self.choose_row)
        self._view.number_wanted.connect(self.number_wanted)
        self._nothing.words_chosen.connect(self.words_chosen)
        self._nothing.query_chosen.connect(self.query_chosen)
        self._nothing.hit_chosen.connect(self.hit_chosen)

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._delegate.set_tokens(tokens)
        self._view.viewport().update()

    def show_results(self, results: Results) -> None:
        """Show an answer, with its first hit chosen; in the other language, with the same hit."""
        is_same = replace(self._query, language=results.query.language) == results.query
        shown = self._shown if is_same else ""
        self._query = results.query
        self._model.show(results)
        self._count.setText(self._count_words(results))
        notes = self._note_words(results)
        self._notes.setText("\n".join(notes))
        self._notes.setVisible(bool(notes))
        self._offer_namesakes(results.spot)
        self._stack.setCurrentWidget(self._view if results.hits else self._nothing)
        if results.hits:
            self._view.setCurrentIndex(self._model.index(self._model.row_of(shown)))
        else:
            self._nothing.show_results(results)
            self._shown = ""
            self.hit_chosen.emit(None)

    def clear(self) -> None:
        """Show nothing, and have nothing chosen."""
        self._query = Query()
        self._shown = ""
        self._model.show(Results(Query(), (), 0, Facets()))
        self.hit_chosen.emit(None)

    def step(self, rows: int) -> None:
        """Choose a hit further down, or further up for a negative number."""
        current = self._view.currentIndex().row()
        row = min(max(current + rows, 0), self._model.rowCount() - 1)
        if row >= 0:
            self._view.setCurrentIndex(self._model.index(row))

    def tell_time(self, now: datetime) -> None:
        """Say anew who answers at this moment."""
        self._model.tell_time(now)
        index = self._view.currentIndex()
        if index.isValid():
            self.hit_chosen.emit(self._model.hit(index.row()))

    def measure(self) -> None:
        """Leave room for the rows and headings that are loaded now, in the font as it is now."""
        self._delegate.measure(self._view.font(), self._model.heads)

    def choose_row(self, index: QModelIndex) -> None:
        """Tell which hit is looked at."""
        if index.isValid():
            hit = self._model.hit(index.row())
            self._shown = hit.service.id
            self.hit_chosen.emit(hit)

    def retranslate(self) -> None:
        """Say everything again in the language of the program; results come anew by themselves."""
        self._view.setAccessibleName(self.tr("Results"))

    def choose_place(self) -> None:
        """Search from the namesake whose button was pressed."""
        button = self.sender()
        if isinstance(button, QPushButton):
            self.place_chosen.emit(button.text())

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
        return notes

    def _offer_namesakes(self, spot: Spot | None) -> None:
        while item := self._namesakes_flow.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        others = spot.namesakes[:_MOST_NAMESAKES] if spot else ()
        self._namesakes.setVisible(bool(others))
        if others:
            label = QLabel(self.tr("Another one?"))
            label.setProperty("role", "caption")
            label.setProperty("tone", "muted")
            self._namesakes_flow.addWidget(label)
        for place in others:
            button = QPushButton(place.title)
            button.setProperty("role", "chip")
            button.clicked.connect(self.choose_place)
            self._namesakes_flow.addWidget(button)
        chain(self._view.previousInFocusChain(), self._namesakes.findChildren(QPushButton))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() is QEvent.Type.FontChange:
            self.measure()
        super().changeEvent(event)
