"""A number as a QR code, so that the phone of whoever needs it can take it over without typing."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from tp_directory.ui.fact_labels import FactLabel
from tp_directory.ui.tokens import SPACE_12, SPACE_16, SPACE_24, em

_USUAL_EMS = QSize(32, 36)
_QUIET = 4  # modules of white around a code: ISO/IEC 18004


class QrCode(QWidget):
    """The code of one text, as large as fits; dark on white in every theme, as cameras need it."""

    def __init__(self, payload: str) -> None:
        super().__init__()
        from segno import make_qr  # noqa: PLC0415  # 28 ms, for codes only: kept out of the start

        self._rows = make_qr(payload, error="m").matrix

    def sizeHint(self) -> QSize:
        side = em(self.font()) * 22
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        side = em(self.font()) * 12
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        # In the pixels of the screen, and each module a whole number of them: edges stay sharp.
        ratio = self.devicePixelRatioF()
        width, height = round(self.width() * ratio), round(self.height() * ratio)
        count = len(self._rows) + 2 * _QUIET
        module = min(width, height) // count
        side = count * module
        painter = QPainter(self)
        painter.scale(1 / ratio, 1 / ratio)
        painter.translate((width - side) // 2, (height - side) // 2)
        painter.fillRect(0, 0, side, side, Qt.GlobalColor.white)
        for y, row in enumerate(self._rows, _QUIET):
            for x, is_dark in enumerate(row, _QUIET):
                if is_dark:
                    painter.fillRect(x * module, y * module, module, module, Qt.GlobalColor.black)


class QrDialog(QDialog):
    """Shows one number large and as a code; made anew each time, in the language of that moment."""

    def __init__(self, number_words: str, payload: str, caption: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("QR code"))
        number = FactLabel(number_words, role="number")
        number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        code = QrCode(payload)
        code.setAccessibleName(self.tr("QR code of {number}").format(number=number_words))
        code.setAccessibleDescription(
            self.tr("The camera of a phone takes the number over from it.")
        )
        below = FactLabel(caption)
        below.setAlignment(Qt.AlignmentFlag.AlignCenter)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_24, SPACE_16, SPACE_24, SPACE_12)
        layout.setSpacing(SPACE_12)
        layout.addWidget(number)
        layout.addWidget(code, 1)
        layout.addWidget(below)
        layout.addWidget(buttons, 0, Qt.AlignmentFlag.AlignHCenter)
        usual = _USUAL_EMS * em(self.font())
        self.resize(usual.boundedTo(self.screen().availableSize() * 0.9))
