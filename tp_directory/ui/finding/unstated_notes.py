"""What fits but does not state a fact that a filter asks for: it is not left out silently."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tp_directory.core.choices import Choice, Facet, with_choice
from tp_directory.core.query import Query, Results, Unstated
from tp_directory.ui.tokens import SPACE_4, SPACE_8


class UnstatedNotes(QWidget):
    """Says for each fact how many services do not state it, and asks for them by one press.

    The lines are kept and named anew, so that Tab finds them where they stand.
    """

    query_chosen = Signal(object)  # Query

    def __init__(self) -> None:
        super().__init__()
        self._query = Query()
        self._lines = {fact: _Line() for fact in Unstated}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_4)
        for line in self._lines.values():
            layout.addWidget(line)
            line.button.clicked.connect(self.choose)
        self.hide()

    def show_results(self, results: Results) -> None:
        """Say what an answer leaves out, unless it has only some of the words anyway."""
        self._query = results.query
        counts = {} if results.is_loose or not results.hits else results.facets.unstated
        for fact, line in self._lines.items():
            count = 0 if fact in results.query.unstated else counts.get(fact, 0)
            line.setVisible(count > 0)
            if count:
                line.show_words(self._words(fact, count), self.tr("Show them"))
        self.setVisible(any(not line.isHidden() for line in self._lines.values()))

    def choose(self) -> None:
        """Ask for what does not state the fact whose button was pressed."""
        for fact, line in self._lines.items():
            if line.button is self.sender():
                self.query_chosen.emit(with_choice(self._query, Choice(Facet.UNSTATED, fact)))

    def _words(self, fact: Unstated, count: int) -> str:
        match fact:
            case Unstated.LANGUAGES:
                return self.tr("%n more do not state their language.", "", count)
            case Unstated.POPULATIONS:
                return self.tr("%n more do not state whom they are for.", "", count)
            case Unstated.OPEN:
                return self.tr("%n more may be open: their hours are not known.", "", count)
            case Unstated.ALWAYS_OPEN:
                return self.tr("%n more do not state all their hours.", "", count)


class _Line(QWidget):
    """A sentence that breaks over lines, and a button beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setProperty("role", "caption")
        self.button = QPushButton()
        self.button.setProperty("role", "chip")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_8)
        layout.addWidget(self._label, 1)
        layout.addWidget(self.button)

    def show_words(self, sentence: str, name: str) -> None:
        """Say a sentence, and name the button."""
        self._label.setText(sentence)
        self.button.setText(name)
        self.button.setAccessibleName(f"{sentence} {name}")
