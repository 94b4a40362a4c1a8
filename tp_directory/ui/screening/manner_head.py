"""The heading over questions that are answered in the same way: a drawing and its words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from tp_directory.screening.vocabulary import Manner
from tp_directory.ui.fact_labels import FactLabel
from tp_directory.ui.icons import EMS
from tp_directory.ui.screening.showing import Showing
from tp_directory.ui.tokens import SPACE_8, em

DRAWINGS = {Manner.OBSERVE: "eye", Manner.ASK: "message-circle", Manner.RECORD: "pencil"}


class MannerHead(QWidget):
    """Says whether to look, to ask in private, or to decide for oneself."""

    def __init__(self, manner: Manner, showing: Showing, parent: QWidget) -> None:
        super().__init__(parent)
        words = FactLabel(showing.vocabulary.manners[manner].best(showing.language), role="manner")
        drawing = QLabel()
        side = round(em(self.font()) * EMS)
        drawing.setPixmap(
            showing.icons.pixmap(
                DRAWINGS[manner], showing.tokens.text, side, self.devicePixelRatioF()
            )
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, SPACE_8, 0, 0)
        layout.setSpacing(SPACE_8)
        layout.addWidget(drawing, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(words, 1)
