"""How the whole program looks, and how it follows the system between light and dark."""

from __future__ import annotations

from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from tp_directory.ui import tokens
from tp_directory.ui.tokens import Tokens, palette_of, scaled, tokens_for


class Appearance(QObject):
    """Knows the colours in force, and puts them and the sizes of type into the style sheet."""

    changed = Signal(object)  # Tokens

    def __init__(self, application: QApplication, sheet: str) -> None:
        """`sheet` is a Qt style sheet with $names for colours and sizes."""
        super().__init__(application)
        self._application = application
        self._sheet = Template(sheet)
        self._tokens = tokens_for(application.styleHints().colorScheme())
        # Native styles ignore parts of a palette, and each other part: Fusion takes all of it.
        application.setStyle("fusion")
        application.styleHints().colorSchemeChanged.connect(self.show_scheme)
        self.refresh()

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return self._tokens

    def show_scheme(self, scheme: Qt.ColorScheme) -> None:
        """Turn light or dark."""
        self._tokens = tokens_for(scheme)
        self.refresh()

    def refresh(self) -> None:
        """Apply the colours again, with sizes taken from the font of the program as it is now."""
        self._application.setPalette(palette_of(self._tokens))
        font = self._application.font()
        sizes = {
            "caption": tokens.CAPTION,
            "section": tokens.SECTION,
            "title": tokens.TITLE,
            "number": tokens.NUMBER,
        }
        values = {name: f"{scaled(font, size).pointSizeF():.2f}pt" for name, size in sizes.items()}
        colours = {name: getattr(self._tokens, name) for name in Tokens.__dataclass_fields__}
        height = f"{round(tokens.em(font) * 1.5)}px"
        self._application.setStyleSheet(
            self._sheet.substitute(
                values, **colours, control_height=height, radius=f"{tokens.RADIUS}px"
            )
        )
        self.changed.emit(self._tokens)
