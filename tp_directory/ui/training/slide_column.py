"""One slide: every word in both languages, one above the other, as large as the screen takes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tp_directory.core.bilingual import Language, Text
from tp_directory.screening.cases.slides import Slide
from tp_directory.screening.vocabulary import Manner, Vocabulary
from tp_directory.ui.icons import EMS, Icons
from tp_directory.ui.screening.manner_head import DRAWINGS
from tp_directory.ui.tokens import SPACE_12, SPACE_16, Tokens, em, resized

_LARGEST, _SHARE_OF_HEIGHT = 2.2, 1 / 20
"""The words are so many times the body's size, or that share of the height where it is more."""
_SMALLER = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3)
"""How much of that is tried, until the whole slide fits."""
_ANSWER, _DETAIL, _HEADING = 0.8, 0.55, 0.5
"""Sizes of the other parts, in multiples of that of the words."""
_LEAST = 0.9
_MARGIN = 0.07
"""Share of the width that stays free on either side."""

_EXPECTED = Text("Expected", "Attendu")


class SlideColumn(QWidget):
    """Shows a slide; its answer keeps its place while it waits, so that nothing jumps."""

    def __init__(self, vocabulary: Vocabulary, tokens: Tokens, icons: Icons) -> None:
        super().__init__()
        self._vocabulary, self._tokens, self._icons = vocabulary, tokens, icons
        self._manner: Manner | None = None
        self._picture = QLabel()
        self._heading, self._how, self._expected = QLabel(), QLabel(), QLabel()
        self._words = (QLabel(), QLabel())
        self._answers = (QLabel(), QLabel())
        self._details = (QLabel(), QLabel())
        for label in self._labels():
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        for label in (self._heading, self._how, self._expected):
            label.setProperty("tone", "muted")
        for label in self._answers:
            label.setProperty("tone", "accent")
        how = QHBoxLayout()
        how.setSpacing(SPACE_12)
        how.addWidget(self._picture)
        how.addWidget(self._how, 1)
        self._layout = column = QVBoxLayout(self)
        column.setSpacing(SPACE_16)
        column.addStretch(1)
        column.addWidget(self._heading)
        column.addLayout(how)
        for pair in (self._words, (self._expected, *self._answers), self._details):
            column.addSpacing(SPACE_12)
            for label in pair:
                column.addWidget(label)
        column.addStretch(2)

    def show_slide(self, slide: Slide, language: Language, *, is_answered: bool) -> None:
        """Show a slide with the words of `language` above those of the other, and its answer."""
        self._manner = Manner(slide.manner) if slide.manner in set(Manner) else None
        self._heading.setText(_both(slide.heading, language))
        manner = self._vocabulary.manners[self._manner] if self._manner else Text()
        self._how.setText(_both(manner, language))
        for labels, text in (
            (self._words, slide.words),
            (self._answers, slide.answer),
            (self._details, slide.detail),
        ):
            for label, words in zip(labels, _pair(text, language), strict=True):
                label.setText(words)
                _show(label, is_due=labels is self._words or is_answered)
        self._expected.setText(_both(_EXPECTED, language) if slide.answer else "")
        _show(self._expected, is_due=is_answered)
        for label in (self._heading, self._how):
            _show(label, is_due=True)
        self.fit()

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._tokens = tokens
        self._draw_manner()

    def fit(self) -> None:
        """Take the largest type with which the whole slide, its answer too, can be seen."""
        margin = round(self.width() * _MARGIN)
        self._layout.setContentsMargins(margin, SPACE_16, margin, SPACE_16)
        most = max(_LARGEST, self.height() * _SHARE_OF_HEIGHT / em(self.font()))
        for share in _SMALLER:
            self._resize_type(most * share)
            if self.heightForWidth(self.width()) <= self.height():
                return

    def _resize_type(self, factor: float) -> None:
        for labels, share in (
            (self._words, 1.0),
            (self._answers, _ANSWER),
            (self._details, _DETAIL),
            ((self._heading, self._how, self._expected), _HEADING),
        ):
            font = resized(self.font(), max(factor * share, _LEAST))
            font.setBold(labels is self._answers)
            for label in labels:
                label.setFont(font)
        self._draw_manner()

    def _draw_manner(self) -> None:
        self._picture.setVisible(self._manner is not None)
        if self._manner is not None:
            side = round(em(self._how.font()) * EMS)
            ratio = self.devicePixelRatioF()
            name = DRAWINGS[self._manner]
            self._picture.setPixmap(self._icons.pixmap(name, self._tokens.muted, side, ratio))

    def _labels(self) -> tuple[QLabel, ...]:
        return (
            self._heading,
            self._how,
            *self._words,
            self._expected,
            *self._answers,
            *self._details,
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.FontChange:
            self.fit()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


def _show(label: QLabel, *, is_due: bool) -> None:
    """Show a label that has words once they are due; until then their place is kept."""
    policy = label.sizePolicy()
    policy.setRetainSizeWhenHidden(bool(label.text()))
    label.setSizePolicy(policy)
    label.setVisible(bool(label.text()) and is_due)


def _pair(text: Text, language: Language) -> tuple[str, str]:
    """The words in `language`, and in the other where they differ."""
    words, other = text.best(language), text.stated_in(language.other)
    return words, other if other != words else ""


def _both(text: Text, language: Language) -> str:
    """A few words in both languages on one line."""
    return " · ".join(filter(None, _pair(text, language)))
