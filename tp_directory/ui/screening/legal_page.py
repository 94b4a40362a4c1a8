"""What the law says, by topic and province: to be read, never to be decided by."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tp_directory import wording
from tp_directory.core.bilingual import Language
from tp_directory.core.place import Province
from tp_directory.screening.legal_notes import CHILDREN, LegalNotes, LegalTopic
from tp_directory.ui.card import Card
from tp_directory.ui.choice_box import ChoiceBox, labelled
from tp_directory.ui.fact_column import FactColumn
from tp_directory.ui.fact_labels import AddressLabel
from tp_directory.ui.flow_layout import FlowLayout
from tp_directory.ui.page_change import change_page
from tp_directory.ui.screening.legal_note_view import TRANSLATED, LegalNoteView
from tp_directory.ui.screening.province_box import ProvinceBox
from tp_directory.ui.service.copy_line import CopyLine
from tp_directory.ui.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24, Tokens, em
from tp_directory.ui.wrapping_button import WrappingButton

_WIDEST_EMS = 42  # some 65 characters, the margins and the bar


class LegalPage(QWidget):
    """Shows one topic at a time; what it is not worth stays in sight above."""

    copy_wanted = Signal(str, str)  # the words, and what they are called
    child_services_wanted = Signal(object)  # Province, or None

    def __init__(
        self, notes: LegalNotes, language: Language, tokens: Tokens, province: Province | None
    ) -> None:
        """`province` is chosen at first, and again when the page forgets; None asks for one."""
        super().__init__()
        self.setObjectName("legal_page")
        self._notes, self._language, self._tokens = notes, language, tokens
        self._home = province
        self._worth, self._advice = QLabel(), QLabel()
        self._worth.setProperty("role", "key")
        self._advice.setProperty("role", "caption")
        self._advice.setProperty("tone", "muted")
        self._topics, self._provinces = ChoiceBox(), ProvinceBox(province, language)
        self._topics.setObjectName("legal_topics")
        self._topics.addItems([""] * len(notes.topics))
        self._topic_label, self._province_label = QLabel(), QLabel()
        choices = FlowLayout(gap=SPACE_12)
        self._province_choice = labelled(self._province_label, self._provinces)
        choices.addWidget(labelled(self._topic_label, self._topics))
        choices.addWidget(self._province_choice)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_24, SPACE_8, SPACE_24, 0)
        layout.setSpacing(SPACE_4)
        for label in (self._worth, self._advice):
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addSpacing(SPACE_8)
        layout.addLayout(choices)
        layout.addSpacing(SPACE_8)
        sheet = QHBoxLayout()
        sheet.addWidget(self._area, 1)
        sheet.addStretch()
        layout.addLayout(sheet, 1)

        self._topics.currentIndexChanged.connect(self.show_chosen)
        self._provinces.province_chosen.connect(self.show_chosen)
        self.setFocusProxy(self._topics)
        self.retranslate()

    def set_language(self, language: Language) -> None:
        """Show the notes in a language."""
        self._language = language
        self._provinces.set_language(language)
        self.retranslate()

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._tokens = tokens
        self._show(is_same=True)

    def set_home(self, province: Province | None) -> None:
        """Choose another province when nothing else is said."""
        was_home = self._provinces.province is self._home
        self._home = province
        if was_home:
            self._provinces.choose(province)

    def show_province(self, province: Province | None) -> None:
        """Show what is said of a child in a province."""
        self._provinces.choose(province)
        self._topics.setCurrentIndex(self._notes.topics.index(self._notes.topic(CHILDREN)))

    def forget(self) -> None:
        """Go back to the first topic, and to the province that was chosen at first."""
        self._topics.setCurrentIndex(0)
        self._provinces.choose(self._home)

    def show_chosen(self) -> None:
        """Show the topic that was chosen, from its beginning."""
        self._show(is_same=False)

    def call_for_child(self) -> None:
        """Ask for child protection of the province that was chosen."""
        self.child_services_wanted.emit(self._provinces.province)

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        language, notes = self._language, self._notes
        self.setWindowTitle(self.tr("Legal notes"))
        self._worth.setText(self.tr("General information, not legal advice"))
        as_of = wording.stated_date(notes.as_of, language)
        advice = self.tr("As of {month}. Not reviewed by a lawyer.").format(month=as_of)
        self._advice.setText(f"{advice} {TRANSLATED.stated_in(language)}".strip())
        self._topic_label.setText(self.tr("Topi&c"))
        self._topics.setAccessibleName(self.tr("Topic"))
        self._province_label.setText(self.tr("P&rovince or territory"))
        for place, topic in enumerate(notes.topics):
            self._topics.setItemText(place, topic.title.best(language))
        self._show(is_same=True)

    def _show(self, *, is_same: bool) -> None:
        topic = self._notes.topics[self._topics.currentIndex()]
        self._province_choice.setVisible(topic.has_provinces)
        self._area.setAccessibleName(topic.title.best(self._language))
        self._area.setMaximumWidth(em(self.font()) * _WIDEST_EMS)
        page = QWidget()
        page.setObjectName("legal_notes")
        page.setLayout(self._column(topic))
        change_page(self._area, page, is_same=is_same)

    def _column(self, topic: LegalTopic) -> FactColumn:
        language, province = self._language, self._provinces.province
        column = FactColumn()
        column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_24)
        if topic.rule:
            column.addWidget(self._rule_card(topic))
        below = None
        for note in topic.in_province(province):
            if note.province and note.province is not below:
                column.add_section(note.province.label.best(language))
            below = note.province
            column.addSpacing(SPACE_12)
            view = LegalNoteView(note, language, self._tokens)
            view.copy_wanted.connect(self.copy_wanted)
            column.addWidget(view)
        if province is None and topic.has_provinces:
            column.add_section(self.tr("Provinces and territories"))
            column.say(self.tr("Choose one above to read what its law says."))
        if topic.check_against:
            column.add_section(self.tr("To check the ages against"))
            address = AddressLabel(topic.check_against, self.tr("Page to check against"))
            line = CopyLine(address, topic.check_against)
            line.copy_wanted.connect(self.copy_wanted)
            column.addWidget(line)
        column.addStretch()
        return column

    def _rule_card(self, topic: LegalTopic) -> Card:
        """What to do instead of deciding by what is written below, and the way there."""
        province = self._provinces.province
        words = self.tr("Child protection services")
        if province:
            name = province.label.best(self._language)
            words = self.tr("Child protection: {province}").format(province=name)
        card = Card()
        card.column.say(topic.rule.best(self._language), role="key")
        card.column.addSpacing(SPACE_8)
        button = WrappingButton(words)
        button.clicked.connect(self.call_for_child)
        card.column.addWidget(button)
        return card

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.FontChange:
            self._show(is_same=True)
        super().changeEvent(event)
