"""How the whole program looks: its colours and its size of type, and how both follow the system."""

from __future__ import annotations

from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QPixmapCache
from PySide6.QtWidgets import QApplication

from tp_directory.core.preferences import Theme
from tp_directory.ui import tokens
from tp_directory.ui.tokens import Tokens, palette_of, resized, scaled, tokens_for

_SCHEMES = {
    Theme.LIGHT: Qt.ColorScheme.Light,
    Theme.DARK: Qt.ColorScheme.Dark,
    Theme.CONTRAST: Qt.ColorScheme.Dark,
}
_SIZES = {
    "caption": tokens.CAPTION,
    "section": tokens.SECTION,
    "title": tokens.TITLE,
    "number": tokens.NUMBER,
    "urgent": tokens.URGENT,
    "clock": tokens.CLOCK,
}


class Appearance(QObject):
    """Knows the colours in force, and puts them and the sizes of type into the style sheet."""

    changed = Signal(object)  # Tokens

    def __init__(self, application: QApplication, sheet: str) -> None:
        """`sheet` is a Qt style sheet with $names for colours and sizes."""
        super().__init__(application)
        self._application = application
        self._sheet = Template(sheet)
        self._theme = Theme.SYSTEM
        self._percent = 100
        self._base = self._font = application.font()
        self._look: tuple[Tokens, QFont] | None = None  # what was applied last
        hints = application.styleHints()
        self._scheme = hints.colorScheme()
        self._contrast = hints.accessibility().contrastPreference()
        # Native styles ignore parts of a palette, and each other part: Fusion takes all of it.
        application.setStyle("fusion")
        hints.colorSchemeChanged.connect(self.show_scheme)
        hints.accessibility().contrastPreferenceChanged.connect(self.show_contrast)
        self.refresh()

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return tokens_for(self._theme, self._scheme, self._contrast)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme; SYSTEM follows the system from now on."""
        self._theme = theme
        # Title bars and dialogs of the system go along.
        hints = self._application.styleHints()
        hints.setColorScheme(_SCHEMES.get(theme, Qt.ColorScheme.Unknown))
        self.refresh()

    def set_text_size(self, percent: int) -> None:
        """Make the type this much of the system's own size."""
        self._percent = percent
        self.refresh()

    def show_scheme(self, scheme: Qt.ColorScheme) -> None:
        """Turn light or dark with the system, unless a theme was chosen."""
        self._scheme = scheme
        self.refresh()

    def show_contrast(self, contrast: Qt.ContrastPreference) -> None:
        """Turn to high contrast or back with the system, unless a theme was chosen."""
        self._contrast = contrast
        self.refresh()

    def refresh(self) -> None:
        """Look at the fonts and colours of system and settings, and apply what is another.

        A font of the program that was not set here is a new one of the system.
        """
        font = self._application.font()
        if font != self._font:
            self._base = font
        self._font = resized(self._base, self._percent / 100)
        if self._font != font:
            # Not at 100 %: Qt follows the system's font only until one was set. The window is
            # told of the change, and has this method called before setFont returns.
            self._application.setFont(self._font)
        look = (self.tokens, self._font)
        if look == self._look:
            return
        self._look = look
        QPixmapCache.clear()  # Qt would keep 10 MB of pictures in sizes and colours of before
        self._application.setPalette(palette_of(self.tokens))
        self._application.setStyleSheet(self._filled())
        self.changed.emit(self.tokens)

    def _filled(self) -> str:
        font = self._font
        sizes = {name: f"{scaled(font, size).pointSizeF():.2f}pt" for name, size in _SIZES.items()}
        colours = {name: getattr(self.tokens, name) for name in Tokens.__dataclass_fields__}
        height = f"{round(tokens.em(font) * 1.5)}px"
        return self._sheet.substitute(
            sizes, **colours, control_height=height, radius=f"{tokens.RADIUS}px"
        )
