"""Everything that is kept on this computer, on one page, and the button that erases it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tp_directory.core.bilingual import Language
from tp_directory.core.closure import Fate
from tp_directory.core.kept import Kept
from tp_directory.ui.flow_layout import FlowLayout
from tp_directory.ui.kept.keeping import Keeping
from tp_directory.ui.kept.kept_card import KeptCard
from tp_directory.ui.kept.lists_view import Entry, ListsView, Shelf
from tp_directory.ui.kept.report_card import ReportCard
from tp_directory.ui.page_change import change_page
from tp_directory.ui.tokens import SPACE_8, SPACE_12, SPACE_16, SPACE_24, em

_LIST_EMS = 16
_WIDEST_EMS = 60


class KeptPage(QWidget):
    """Shows lists at the left and what is on the chosen one at the right."""

    copy_wanted = Signal(str)
    open_wanted = Signal(str)  # a service's id
    save_wanted = Signal(object)  # Kept: what is on the chosen list
    reports_wanted = Signal(object)  # Kept: its reports as a file
    import_wanted = Signal()

    def __init__(self, keeping: Keeping, fate: Callable[[str], Fate], language: Language) -> None:
        """`fate` tells what became of a service by its id."""
        super().__init__()
        self.setObjectName("kept_page")
        self._keeping, self._fate, self._language = keeping, fate, language
        self._shown = Entry()
        self._title, self._advice = QLabel(), QLabel()
        self._title.setProperty("role", "title")
        self._advice.setWordWrap(True)
        self._advice.setProperty("tone", "muted")
        self._lists = ListsView()
        self._cards = QScrollArea()
        self._cards.setWidgetResizable(True)
        self._cards.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
        keeping.changed.connect(self.show_kept)
        self.setFocusProxy(self._lists)
        self._limit_widths()
        self.retranslate()

    def show_language(self, language: Language) -> None:
        """State the facts in a language."""
        self._language = language
        self.show_kept()

    def show_kept(self) -> None:
        """Show the lists, and what is on the one that was chosen before.

        Out of sight it waits: every note that is written would build each card anew.
        """
        if not self.isVisible():
            return
        self._lists.show_lists(self._keeping.kept)
        self.show_cards()

    def show_cards(self) -> None:
        """Show what is on the chosen list."""
        chosen, shown = self._lists.chosen, self._on_chosen()
        page = QWidget()
        page.setObjectName("kept_cards")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, SPACE_8, 0)
        layout.setSpacing(SPACE_12)
        for service in shown.services:
            card = KeptCard(service, self._fate(service.id), self._language, page)
            card.copy_wanted.connect(self.copy_wanted)
            card.open_wanted.connect(self.open_wanted)
            card.drop_wanted.connect(self._keeping.drop)
            layout.addWidget(card)
        for report in shown.reports:
            waiting = ReportCard(report, self._language, page)
            waiting.remove_wanted.connect(self._keeping.remove_report)
            layout.addWidget(waiting)
        if not shown.services and not shown.reports:
            layout.addWidget(self._hint(chosen.shelf))
        layout.addStretch()
        page.setMaximumWidth(em(self.font()) * _WIDEST_EMS)
        change_page(self._cards, page, is_same=chosen == self._shown)
        self._shown = chosen
        for button in ("rename", "delete"):
            self._buttons[button].setVisible(chosen.shelf is Shelf.LIST)
        self._buttons["save"].setEnabled(bool(shown.services))
        self._buttons["reports"].setEnabled(bool(self._keeping.kept.reports))
        self._buttons["erase"].setEnabled(self._keeping.can_erase)
        self._cards.setAccessibleName(chosen.name or self.tr("Kept"))

    def save(self) -> None:
        """Ask for the chosen list to be saved as a file."""
        self.save_wanted.emit(self._on_chosen())

    def save_reports(self) -> None:
        """Ask for the error reports to be saved as a file."""
        self.reports_wanted.emit(self._keeping.kept)

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
        """Ask a question whose answer cannot be taken back; Enter and Esc leave all as it is."""
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(question)
        box.setInformativeText(advice)
        button = box.addButton(words, QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        button.clicked.connect(do)
        box.open()

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

    def _hint(self, shelf: Shelf) -> QLabel:
        hint = QLabel(
            self.tr("No error was reported. Ctrl+E reports one in the service that is shown.")
            if shelf is Shelf.REPORTS
            else self.tr("Nothing is kept here yet. Ctrl+D keeps the service that is shown.")
        )
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

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_kept()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() is QEvent.Type.FontChange:
            self._limit_widths()
            self.show_kept()
        super().changeEvent(event)
