"""The checklists of this computer, to choose one and begin."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from tp_directory.core.bilingual import Language
from tp_directory.screening.contents import Listed
from tp_directory.screening.protocol import Protocol
from tp_directory.screening.vocabulary import Vocabulary
from tp_directory.ui.dropping import drop
from tp_directory.ui.fact_labels import FactLabel
from tp_directory.ui.flow_layout import FlowLayout
from tp_directory.ui.focus_order import chain
from tp_directory.ui.page_column import PageColumn
from tp_directory.ui.screening.protocol_card import ProtocolCard
from tp_directory.ui.screening.refused_card import RefusedCard
from tp_directory.ui.tokens import SPACE_8, SPACE_12


class ChoosePage(QScrollArea):
    """Remembers, in memory only, in which language each checklist was begun last."""

    chosen = Signal(object, object)  # Protocol, Language
    add_wanted = Signal()
    remove_wanted = Signal(object)  # Listed
    legal_notes_wanted = Signal()
    child_wanted = Signal()

    def __init__(self, vocabulary: Vocabulary, language: Language) -> None:
        super().__init__()
        self.setObjectName("choose_page")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._vocabulary, self._language = vocabulary, language
        self._listed: tuple[Listed, ...] = ()
        self._used: dict[str, Language] = {}
        self._cards: list[ProtocolCard | RefusedCard] = []
        self._title, self._advice = FactLabel("", role="title"), FactLabel("")
        self._disclaimer = FactLabel("", tone="muted")
        self._data_rule = FactLabel("", tone="muted")
        self._child, self._legal, self._add = QPushButton(), QPushButton(), QPushButton()
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACE_12)
        self._page = self._laid_out()
        self.setWidget(self._page)
        self.setFocusProxy(self._child)

        self._child.clicked.connect(self.child_wanted)
        self._legal.clicked.connect(self.legal_notes_wanted)
        self._add.clicked.connect(self.add_wanted)
        self.retranslate()

    def _laid_out(self) -> PageColumn:
        tools = FlowLayout(gap=SPACE_8)
        for button in (self._child, self._legal, self._add):
            tools.addWidget(button)
        column = QVBoxLayout()
        column.setSpacing(SPACE_8)
        column.addWidget(self._title)
        column.addWidget(self._advice)
        column.addLayout(tools)
        column.addSpacing(SPACE_8)
        column.addLayout(self._list)
        column.addSpacing(SPACE_8)
        column.addWidget(self._disclaimer)
        column.addWidget(self._data_rule)
        return PageColumn(column)

    def show_listed(self, listed: tuple[Listed, ...]) -> None:
        """Show these checklists, in this order."""
        self._listed = listed
        for card in self._cards:
            drop(card)
        self._cards = [self._card(each) for each in listed]
        last: QWidget = self._add
        for card in self._cards:
            self._list.addWidget(card)
            buttons = card.findChildren(QPushButton)
            chain(last, buttons)
            last = next(reversed(buttons), last)

    def set_language(self, language: Language) -> None:
        """State the facts in a language, and offer it first."""
        self._language = language
        self.retranslate()
        self.show_listed(self._listed)

    def forget(self) -> None:
        """Forget which checklists were begun."""
        self._used.clear()
        self.show_listed(self._listed)

    def begin(self, protocol: Protocol, language: Language) -> None:
        """Choose a checklist in a language, which comes first the next time."""
        self._used[protocol.id] = language
        self.show_listed(self._listed)
        self.chosen.emit(protocol, language)

    def _card(self, listed: Listed) -> ProtocolCard | RefusedCard:
        protocol, language = listed.protocol, self._language
        if protocol is None:
            refused = RefusedCard(listed, language, self._page.inside)
            refused.remove_wanted.connect(self.remove_wanted)
            return refused
        used = self._used.get(protocol.id)
        card = ProtocolCard(listed, protocol, language, used, self._page.inside)
        card.chosen.connect(self.begin)
        card.remove_wanted.connect(self.remove_wanted)
        return card

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        self._title.setText(self.tr("Checklists"))
        self.setAccessibleName(self.tr("Checklists"))
        self._advice.setText(
            self.tr(
                "A checklist leads you safely through what to look for and what to ask, and then "
                "to the services that fit. It never says whether somebody is a victim."
            )
        )
        self._child.setText(self.tr("A &child: who to call"))
        self._legal.setText(self.tr("&Legal notes"))
        self._add.setText(self.tr("&Add a checklist…"))
        self._disclaimer.setText(self._vocabulary.disclaimer.best(self._language))
        self._data_rule.setText(self._vocabulary.data_rule.best(self._language))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.FontChange:
            self.show_listed(self._listed)
        super().changeEvent(event)
