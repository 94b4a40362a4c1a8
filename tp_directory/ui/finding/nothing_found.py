"""What is seen when nothing was found: never a dead end."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from tp_directory import wording
from tp_directory.core.bilingual import Language
from tp_directory.core.choices import Facet, choices
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.hours import ALWAYS
from tp_directory.core.query import Hit, Query, Relief, Results
from tp_directory.core.service import PhoneKind
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.ui.page_change import change_page
from tp_directory.ui.tokens import SPACE_8, SPACE_16
from tp_directory.ui.wrapping_button import WrappingButton
from tp_directory.wording.filters import choice_label, towns_label


class NothingFound(QScrollArea):
    """Offers a spelling, wider questions, needs and the national lines, each by one press."""

    words_chosen = Signal(str)
    query_chosen = Signal(object)  # Query
    needs_wanted = Signal()
    hit_chosen = Signal(object)  # Hit

    def __init__(self, taxonomy: Taxonomy, gazetteer: Gazetteer) -> None:
        super().__init__()
        self.set_terms(taxonomy, gazetteer)
        self._suggestion = ""
        self._buttons: tuple[QPushButton, ...] = ()
        self._queries: dict[QWidget, Query] = {}
        self._lines: dict[QWidget, Hit] = {}
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The ways out, from the first to the last."""
        return self._buttons

    def set_terms(self, taxonomy: Taxonomy, gazetteer: Gazetteer) -> None:
        """Name needs, populations and places by these from now on."""
        self._taxonomy, self._gazetteer = taxonomy, gazetteer

    def show_results(self, results: Results) -> None:
        """Offer the ways out of an empty answer."""
        language = results.query.language
        self._suggestion = results.suggestion
        self._queries, self._lines = {}, {}
        page = QWidget()
        page.setObjectName("nothing_found")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_16)
        layout.setSpacing(SPACE_8)
        if results.suggestion:
            _add_words(layout, self.tr("Did you mean"))
            button = WrappingButton(results.suggestion)
            button.setAccessibleName(
                self.tr("Search instead: {words}").format(words=results.suggestion)
            )
            button.clicked.connect(self.choose_suggestion)
            layout.addWidget(button)
        elif not any(relief.query.words == results.query.words for relief in results.reliefs):
            _add_words(layout, self.tr("Check the spelling, or say it in fewer or other words."))
        if results.reliefs:
            _add_words(layout, self.tr("Ask for more"))
            for relief in results.reliefs:
                button = WrappingButton(self._relief_words(relief, results.query))
                self._queries[button] = relief.query
                button.clicked.connect(self.choose_query)
                layout.addWidget(button)
        if results.query.words.strip():
            _add_words(layout, self.tr("Or without words"))
            button = WrappingButton(self.tr("Choose a need instead"))
            button.clicked.connect(self.needs_wanted)
            layout.addWidget(button)
        if results.lines:
            _add_words(layout, self.tr("These lines answer at any hour"))
            for hit in results.lines:
                button = WrappingButton(_line_words(hit, language))
                self._lines[button] = hit
                button.clicked.connect(self.choose_line)
                layout.addWidget(button)
        layout.addStretch()
        change_page(self, page, is_same=False)
        self._buttons = tuple(page.findChildren(QPushButton))

    def choose_suggestion(self) -> None:
        """Ask with the spelling offered."""
        self.words_chosen.emit(self._suggestion)

    def choose_query(self) -> None:
        """Ask the wider question whose button was pressed."""
        button = self.sender()
        if isinstance(button, QPushButton):
            self.query_chosen.emit(self._queries[button])

    def choose_line(self) -> None:
        """Show the national line whose button was pressed."""
        button = self.sender()
        if isinstance(button, QPushButton):
            self.hit_chosen.emit(self._lines[button])

    def _relief_words(self, relief: Relief, query: Query) -> str:
        count = self.tr("%n services", "", relief.total)
        return f"{self._relief_name(relief, query)} ({count})"

    def _relief_name(self, relief: Relief, query: Query) -> str:
        match relief.dropped:
            case "unstated":
                return self._labels(relief.query, query)
            case "near":
                return self.tr("Anywhere, not only there")
            case "words":
                return self.tr("Without the words")
            case "filters":
                return self.tr("Without any filter")
            case "everything":
                return self.tr("Without the words and filters")
            case "other_words":
                return self.tr("Only “{words}”").format(words=relief.query.words)
        names = self._labels(query, relief.query)
        return self.tr("Without the filter: {names}").format(names=names)

    def _labels(self, query: Query, other: Query) -> str:
        """The names of the filters that one query has and the other has not."""
        chosen = [choice for choice in choices(query) if choice not in choices(other)]
        if len(chosen) > 1 and {choice.facet for choice in chosen} == {Facet.TOWN}:
            return towns_label(len(chosen), query.language)
        return ", ".join(
            choice_label(choice, self._taxonomy, self._gazetteer, query.language)
            for choice in chosen
        )


def _add_words(layout: QVBoxLayout, words: str) -> None:
    """What the buttons below are about, apart from those above."""
    if layout.count():
        layout.addSpacing(SPACE_16)
    label = QLabel(words)
    label.setWordWrap(True)
    label.setProperty("tone", "muted")
    layout.addWidget(label)


def _line_words(hit: Hit, language: Language) -> str:
    """A line with a number that answers at any hour, whatever answers at the moment asked for."""
    service, name = hit.service, hit.service.name.best(language)
    voices = (phone for phone in service.phones if phone.kind is PhoneKind.VOICE)
    phone = next((phone for phone in voices if (phone.hours or service.hours) == ALWAYS), None)
    return f"{name}  {wording.number(phone, language)}" if phone else name
