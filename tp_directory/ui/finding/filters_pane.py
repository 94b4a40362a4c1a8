"""The filters: what, for whom, when, how, in which language, and how far."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import (
    QDate,
    QDateTime,
    QLocale,
    QModelIndex,
    QSortFilterProxyModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtWidgets import (
    QComboBox,
    QDateTimeEdit,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from tp_directory.core.bilingual import Language
from tp_directory.core.choices import Choice, Facet, with_choice, without_choice
from tp_directory.core.edition import EditionInfo
from tp_directory.core.folding import fold
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.query import Facets, Query, Results
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.ui.finding.choices_model import FOLDED_ROLE, ChoicesModel
from tp_directory.ui.finding.choices_tree import choices_tree
from tp_directory.ui.finding.choices_view import ChoicesView
from tp_directory.ui.tokens import SPACE_8, SPACE_12, Tokens
from tp_directory.ui.words_box import WordsBox

_ROOT = QModelIndex()
_DATES = QDate(2000, 1, 1), QDate(2899, 12, 31)  # Python and Qt know all of them alike
DISTANCES_KM = (10, 25, 50, 100, 200)


class FiltersPane(QWidget):
    """Shows what may be chosen and what is, and asks for the query with a choice more or less."""

    query_chosen = Signal(object)  # Query

    def __init__(
        self,
        taxonomy: Taxonomy,
        gazetteer: Gazetteer,
        edition: EditionInfo,
        now: Callable[[], datetime],
        tokens: Tokens,
    ) -> None:
        """`now` gives the present as an aware moment."""
        super().__init__()
        self.setObjectName("filters_pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._taxonomy, self._gazetteer, self._edition = taxonomy, gazetteer, edition
        self._now = now
        self._query, self._facets = Query(), Facets()
        self._language: Language | None = None
        self._distance_label = QLabel()
        self._distance = QComboBox()
        self._distance.setObjectName("distance_box")
        self._distance_label.setBuddy(self._distance)
        self._time_label = QLabel()
        self._time = QDateTimeEdit()
        self._time.setObjectName("time_box")
        self._time.setCalendarPopup(True)
        self._time.setDateRange(*_DATES)
        self._time_label.setBuddy(self._time)
        self._find = WordsBox()
        self._find.setObjectName("filter_box")
        self._find.setClearButtonEnabled(True)
        self._model = ChoicesModel(self)
        self._sieve = QSortFilterProxyModel(self)
        self._sieve.setRecursiveFilteringEnabled(True)
        self._sieve.setFilterRole(FOLDED_ROLE)
        self._sieve.setSourceModel(self._model)
        self._view = ChoicesView(tokens)
        self._view.setModel(self._sieve)

        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.addRow(self._distance_label, self._distance)
        self._form.addRow(self._time_label, self._time)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_12, SPACE_8, 0, 0)
        layout.setSpacing(SPACE_8)
        head = QVBoxLayout()
        head.setContentsMargins(0, 0, SPACE_12, 0)
        head.setSpacing(SPACE_8)
        head.addWidget(self._find)
        head.addLayout(self._form)
        layout.addLayout(head)
        layout.addWidget(self._view, 1)

        # While words are typed, the results come first: all counts take as long to be painted.
        self._painted = QTimer(self, singleShot=True, interval=0)
        self._painted.timeout.connect(self.show_counts)
        self._find.textChanged.connect(self.find_choices)
        self._view.clicked.connect(self.press)
        self._model.toggled.connect(self.toggle)
        self._distance.activated.connect(self.choose_distance)
        self._time.dateTimeChanged.connect(self.choose_time)

    def set_edition(self, taxonomy: Taxonomy, gazetteer: Gazetteer, edition: EditionInfo) -> None:
        """Offer what another edition can be asked for; what is unfolded stays unfolded."""
        unfolded = {each.data() for each in self._headings() if self._view.isExpanded(each)}
        self._taxonomy, self._gazetteer, self._edition = taxonomy, gazetteer, edition
        self.retranslate()
        for heading in self._headings():
            self._view.setExpanded(heading, heading.data() in unfolded)

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._view.set_tokens(tokens)

    def focus_find(self) -> None:
        """Put the caret into the box that finds a filter."""
        self._find.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._find.selectAll()

    def clear(self) -> None:
        """Show all filters again."""
        self._find.setText("")  # clear() would leave it to be undone

    def show_results(self, results: Results) -> None:
        """Show what is chosen in a query, and what each choice would leave of its answer."""
        is_typed = results.query == replace(self._query, words=results.query.words)
        self._query, self._facets = results.query, results.facets
        if results.query.language is not self._language:
            is_first = self._language is None
            self._language = results.query.language
            self.retranslate()
            if is_first:
                self._unfold()
        if is_typed:
            self._painted.start()
        else:
            self.show_counts()
        self._distance.setEnabled(results.spot is not None)
        place = self._distance.findData(results.query.within_km)
        self._distance.setCurrentIndex(max(place, 0))
        moment = results.query.open_at
        self._form.setRowVisible(self._time, moment is not None)
        seconds = round(moment.timestamp()) if moment is not None else 0  # none is left behind
        self._time.blockSignals(True)
        self._time.setDateTime(QDateTime.fromSecsSinceEpoch(seconds))
        self._time.blockSignals(False)

    def show_counts(self) -> None:
        """Show what is chosen, and how many services each choice would leave."""
        self._model.show_state(self._query, self._facets)

    def find_choices(self, words: str) -> None:
        """Show only the filters whose name has the words, all of them unfolded."""
        self._sieve.setFilterFixedString(fold(words))
        if fold(words):
            self._view.expandAll()
        else:
            self._unfold()

    def press(self, index: QModelIndex) -> None:
        """Choose a row, or fold it where it is a heading."""
        row = self._sieve.mapToSource(index)
        if self._model.flags(row) & Qt.ItemFlag.ItemIsUserCheckable:
            self._model.toggle(row)
        else:
            self._view.setExpanded(index, not self._view.isExpanded(index))

    def toggle(self, choice: Choice, is_wanted: bool) -> None:
        """Ask with a choice more or less; a chosen time begins with the next full hour."""
        if choice == Choice(Facet.OPEN_AT):
            hour = self._now().astimezone().replace(minute=0, second=0, microsecond=0)
            choice = Choice(Facet.OPEN_AT, (hour + timedelta(hours=1)).isoformat())
        change = with_choice if is_wanted else without_choice
        self.query_chosen.emit(change(self._query, choice))
        if choice.facet is Facet.OPEN_AT and is_wanted:
            self._time.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_distance(self) -> None:
        """Ask for what is within the chosen distance."""
        km = self._distance.currentData()
        within = Choice(Facet.WITHIN, "" if km is None else f"{km:g}")
        change = without_choice if km is None else with_choice
        self.query_chosen.emit(change(self._query, within))

    def choose_time(self, moment: QDateTime) -> None:
        """Ask for what is open at the chosen time."""
        chosen = datetime.fromtimestamp(moment.toSecsSinceEpoch()).astimezone()
        choice = Choice(Facet.OPEN_AT, chosen.isoformat())
        self.query_chosen.emit(with_choice(self._query, choice))

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        if self._language is None:
            return
        self._model.show_tree(
            choices_tree(self._taxonomy, self._gazetteer, self._edition, self._language)
        )
        self._find.setPlaceholderText(self.tr("Find a filter"))
        self._find.setAccessibleName(self.tr("Find a filter"))
        self._view.setAccessibleName(self.tr("Filters"))
        self._distance_label.setText(self.tr("Dis&tance"))
        self._distance.setAccessibleName(self.tr("Distance"))
        self._distance.setToolTip(self.tr("Only what is near the place that is searched from"))
        self._time_label.setText(self.tr("Open at:"))
        self._time.setAccessibleName(self.tr("Open at"))
        self._time.setLocale(QLocale())  # it keeps the one that it was built in
        self._time.setDisplayFormat(self.tr("d MMM yyyy HH:mm"))
        chosen = self._distance.currentIndex()
        self._distance.clear()
        self._distance.addItem(self.tr("Any"), None)
        for km in DISTANCES_KM:
            self._distance.addItem(self.tr("{km} km").format(km=km), float(km))
        self._distance.setCurrentIndex(max(chosen, 0))

    def _unfold(self) -> None:
        """Unfold what is used most, and what has something chosen."""
        self._view.collapseAll()
        for row in range(self._sieve.rowCount()):
            section = self._sieve.index(row, 0)
            is_first = row < 2  # when, and the needs
            if is_first or self._has_chosen(section):
                self._view.expandRecursively(section)

    def _headings(self, above: QModelIndex = _ROOT) -> Iterator[QModelIndex]:
        """The rows with others below them, those of the whole tree or below one row."""
        for row in range(self._sieve.rowCount(above)):
            index = self._sieve.index(row, 0, above)
            if self._sieve.rowCount(index):
                yield index
                yield from self._headings(index)

    def _has_chosen(self, index: QModelIndex) -> bool:
        if self._model.is_chosen(self._sieve.mapToSource(index)):
            return True
        below = range(self._sieve.rowCount(index))
        return any(self._has_chosen(self._sieve.index(row, 0, index)) for row in below)
