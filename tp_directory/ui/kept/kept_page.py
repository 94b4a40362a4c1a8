"""Everything that is kept on this computer, on one page, and the button that erases it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tp_directory.core.bilingual import Language
from tp_directory.core.closure import Fate
from tp_directory.core.kept import ErrorReport, Kept
from tp_directory.ui.card_column import CardColumn
from tp_directory.ui.card_key import CardKey
from tp_directory.ui.confirm import confirm
from tp_directory.ui.flow_layout import FlowLayout
from tp_directory.ui.kept.keeping import Keeping
from tp_directory.ui.kept.kept_card import KeptCard
from tp_directory.ui.kept.lists_view import Entry, ListsView, Shelf
from tp_directory.ui.kept.report_card import ReportCard
from tp_directory.ui.kept.standing import Standing, standing
from tp_directory.ui.tokens import SPACE_8, SPACE_16, SPACE_24, Tokens, em

_MINUTE_MS = 60_000
_LIST_EMS = 16
_WIDEST_EMS = 60


class KeptPage(QWidget):
    """Shows lists at the left and what is on the chosen one at the right."""

    copy_wanted = Signal(str, str)  # the words, and what they are called
    open_wanted = Signal(str)  # a service's id
    save_wanted = Signal(object)  # Kept: what is on the chosen list
    reports_wanted = Signal(object)  # Kept: its reports as a file
    import_wanted = Signal()
    number_missed = Signal()  # one was asked for, and none is stated
    card_missed = Signal()  # a number was asked for, and no card has the keyboard

    def __init__(
        self,
        keeping: Keeping,
        fate: Callable[[str], Fate],
        now: Callable[[], datetime],
        language: Language,
        tokens: Tokens,
    ) -> None:
        """`fate` tells what became of a service by its id, `now` what time it is."""
        super().__init__()
        self.setObjectName("kept_page")
        self._keeping, self._fate, self._now = keeping, fate, now
        self._language, self._tokens = language, tokens
        self._shown = Entry()
        self._title, self._advice = QLabel(), QLabel()
        self._title.setProperty("role", "title")
        self._advice.setWordWrap(True)
        self._advice.setProperty("role", "caption")
        self._advice.setProperty("tone", "muted")
        self._lists = ListsView()
        self._cards = CardColumn(self._card)
        self._copy = CardKey(self, KeptCard)
        # The page may be looked at for hours, and "Open" must not outlive its truth.
        self._clock = QTimer(self, interval=_MINUTE_MS)
        self._buttons = {
            name: QPushButton()
            for name in ("new", "rename", "delete", "save", "reports", "import", "erase")
        }
        tools = FlowLayout(gap=SPACE_8)
        for button in self._buttons.values():
            button.setProperty("role", "small")
            tools.addWidget(button)
        columns = QHBoxLayout()
        columns.setSpacing(SPACE_16)
        columns.addWidget(self._lists, 1)
        columns.addWidget(self._cards, 3)
        columns.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_24, SPACE_16, SPACE_24, SPACE_16)
        layout.setSpacing(SPACE_8)
        layout.addWidget(self._title)
        layout.addWidget(self._advice)
        layout.addLayout(tools)
        layout.addSpacing(SPACE_8)
        layout.addLayout(columns, 1)

        self._buttons["new"].clicked.connect(self.add_list)
        self._buttons["rename"].clicked.connect(self.rename_list)
        self._buttons["delete"].clicked.connect(self.remove_list)
        self._buttons["save"].clicked.connect(self.save)
        self._buttons["reports"].clicked.connect(self.save_reports)
        self._buttons["import"].clicked.connect(self.import_wanted)
        self._buttons["erase"].clicked.connect(self.erase)
        self._lists.currentItemChanged.connect(self.show_cards)
        self._copy.missed.connect(self.card_missed)
        self._clock.timeout.connect(self.show_kept)
        keeping.changed.connect(self.show_kept)
        self.setFocusProxy(self._lists)
        self._limit_widths()
        self.retranslate()
        self._clock.start()

    def set_fate(self, fate: Callable[[str], Fate]) -> None:
        """Show what became of the services by another edition."""
        self._fate = fate
        self.show_kept()

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._tokens = tokens
        self._cards.forget_cards()
        self.show_kept()

    def set_language(self, language: Language) -> None:
        """State the facts in a language."""
        self._language = language
        self.retranslate()

    def show_kept(self) -> None:
        """Show the lists, and what is on the one that was chosen before, as things stand now.

        Out of sight it waits, though every note that is written changes what is kept.
        """
        if not self.isVisible():
            return
        self._lists.show_lists(self._keeping.kept)
        self.show_cards()

    def show_cards(self) -> None:
        """Show what is on the chosen list."""
        chosen, shown = self._lists.chosen, self._on_chosen()
        now, language = self._now(), self._language
        values: tuple[Hashable, ...] = (
            *(standing(each, self._fate(each.id), now, language) for each in shown.services),
            *((report, language) for report in shown.reports),
        )
        hint = self._hint(chosen.shelf)
        self._cards.show_values(values or (hint,), is_same=chosen == self._shown)
        self._shown = chosen
        for button in ("rename", "delete"):
            self._buttons[button].setVisible(chosen.shelf is Shelf.LIST)
        is_reports = chosen.shelf is Shelf.REPORTS
        self._buttons["save"].setVisible(not is_reports)
        self._buttons["save"].setEnabled(bool(shown.services))
        self._buttons["reports"].setVisible(is_reports)
        self._buttons["reports"].setEnabled(bool(self._keeping.kept.reports))
        self._buttons["erase"].setEnabled(self._keeping.can_erase)
        self._cards.setAccessibleName(chosen.name or self.tr("Kept"))

    def save(self) -> None:
        """Ask for the chosen list to be saved as a file."""
        self.save_wanted.emit(self._on_chosen())

    def save_reports(self) -> None:
        """Ask for the error reports to be saved as a file."""
        self.reports_wanted.emit(self._keeping.kept)

    def offer_removal(self, reports: tuple[ErrorReport, ...]) -> None:
        """Ask whether reports that were saved as a file need wait here any longer."""
        self._confirm(
            self.tr("Reports saved"),
            self.tr("Remove the saved reports from this page?"),
            self.tr("They are in the file. Those that stay are in the next one again."),
            self.tr("&Remove"),
            partial(self._keeping.remove_reports, reports),
        )

    def add_list(self) -> None:
        """Ask for the name of a new list, and show it."""
        if name := self._ask_name(self.tr("New list"), ""):
            self._keeping.add_list(name)
            self._lists.choose(Entry(Shelf.LIST, name))

    def rename_list(self) -> None:
        """Ask for another name of the chosen list."""
        name = self._lists.chosen.name
        new = self._ask_name(self.tr("Rename the list"), name)
        if new and new != name and self._keeping.rename_list(name, new):
            self._lists.choose(Entry(Shelf.LIST, new))

    def remove_list(self) -> None:
        """Ask once more, and remove the chosen list; its services stay kept."""
        name = self._lists.chosen.name
        self._confirm(
            self.tr("Delete the list"),
            self.tr("Delete the list “{name}”?").format(name=name),
            self.tr("Its services and their notes stay kept."),
            self.tr("&Delete"),
            partial(self._keeping.remove_list, name),
        )

    def erase(self) -> None:
        """Ask once more, and erase everything."""
        self._confirm(
            self.tr("Erase everything"),
            self.tr("Erase every service, note, list and report that is kept?"),
            self.tr("They cannot be brought back. The directory stays."),
            self.tr("&Erase"),
            self._keeping.erase,
        )

    def _confirm(
        self, title: str, question: str, advice: str, words: str, do: Callable[[], None]
    ) -> None:
        confirm(self, title, question, advice, yes=words, no=self.tr("Cancel"), do=do)

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        self._title.setText(self.tr("Kept"))
        self._advice.setText(
            self.tr(
                "All that this program keeps because you asked it to: services, notes, lists and "
                "error reports. It stays on this computer. A list saved as a file has its notes."
            )
        )
        self._lists.setAccessibleName(self.tr("Lists"))
        for name, words in (
            ("new", self.tr("&New list…")),
            ("rename", self.tr("&Rename…")),
            ("delete", self.tr("De&lete the list")),
            ("save", self.tr("&Save as a file…")),
            ("import", self.tr("&Import…")),
            ("reports", self.tr("Save rep&orts…")),
            ("erase", self.tr("&Erase everything…")),
        ):
            self._buttons[name].setText(words)
        self.show_kept()

    def _hint(self, shelf: Shelf) -> str:
        """What to do where there is nothing to show."""
        if shelf is Shelf.REPORTS:
            return self.tr(
                "No error was reported. Ctrl+E reports one in the service that is shown."
            )
        return self.tr("Nothing is kept here yet. Ctrl+D keeps the service that is shown.")

    def _card(self, value: Hashable, parent: QWidget) -> QWidget:
        """The card of a kept service or of a report; or the hint where there is neither."""
        match value:
            case Standing():
                card = KeptCard(value, self._tokens, parent)
                card.copy_wanted.connect(self.copy_wanted)
                card.number_missed.connect(self.number_missed)
                card.open_wanted.connect(self.open_wanted)
                card.drop_wanted.connect(self._keeping.drop)
                return card
            case (ErrorReport() as report, Language() as language):
                waiting = ReportCard(report, language, parent)
                waiting.remove_wanted.connect(self._keeping.remove_report)
                return waiting
            case _:
                hint = QLabel(str(value), parent)
                hint.setWordWrap(True)
                hint.setProperty("tone", "muted")
                return hint

    def _ask_name(self, title: str, name: str) -> str:
        words, is_given = QInputDialog.getText(self, title, self.tr("Name of the list"), text=name)
        return words.strip() if is_given else ""

    def _on_chosen(self) -> Kept:
        """What is on the chosen list."""
        kept = self._keeping.kept
        match self._lists.chosen:
            case Entry(Shelf.LIST, name):
                return Kept(tuple(each for each in kept.services if name in each.lists), (name,))
            case Entry(Shelf.REPORTS):
                return Kept(reports=kept.reports)
            case _:
                return Kept(kept.services, kept.lists)

    def _limit_widths(self) -> None:
        self._lists.setMaximumWidth(em(self.font()) * _LIST_EMS)
        self._cards.setMaximumWidth(em(self.font()) * _WIDEST_EMS)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_kept()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.FontChange:
            self._limit_widths()
            self.show_kept()
        super().changeEvent(event)
