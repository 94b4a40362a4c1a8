"""The colours, spaces and type sizes of the window, so that no widget has its own."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette

from tp_directory.core.preferences import Theme

SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24 = 4, 8, 12, 16, 24
RADIUS = 6
RING = 2
RING_GAP = 2

CAPTION = 0.9
SECTION = 1.15
TITLE = 1.35
NUMBER = 1.6
URGENT = 2.5
CLOCK = 5.0


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme, as "#RRGGBB".

    Words of text, muted, accent, ok, warn and danger can be read on background, surface, raised
    and accent_weak, and the other way round. An outline can be seen on each of them; a border
    only divides, and stands where nothing is lost without it. On the map a coast can be seen on
    land and on what is around it, water or another country; words of text can be read there.
    `blank` is a screen on which nothing is projected.
    """

    background: str
    surface: str
    raised: str
    text: str
    muted: str
    border: str
    outline: str
    accent: str
    accent_weak: str
    ok: str
    warn: str
    danger: str
    land: str
    around: str
    coast: str
    strip: str = "#12263F"
    strip_text: str = "#FFFFFF"
    strip_outline: str = "#7A8899"
    blank: str = "#000000"


LIGHT = Tokens(
    background="#F6F8FA",
    surface="#FFFFFF",
    raised="#FFFFFF",
    text="#1B1F24",
    muted="#57606A",
    border="#D0D7DE",
    outline="#7D8590",
    accent="#0B5CAD",
    accent_weak="#E6F0FA",
    ok="#187A34",
    warn="#8A5A00",
    danger="#B3261E",
    land="#FFFFFF",
    around="#E3E0DA",
    coast="#68717B",
)

DARK = Tokens(
    background="#14171A",
    surface="#1D2125",
    raised="#252A30",
    text="#E6E8EA",
    muted="#A5ADB5",
    border="#3A4148",
    outline="#808A94",
    accent="#6CB2FF",
    accent_weak="#16324D",
    ok="#6FDD8B",
    warn="#F2C063",
    danger="#FF8A80",
    land="#3A424B",
    around="#262A2E",
    coast="#8A949E",
)

CONTRAST = Tokens(
    background="#000000",
    surface="#000000",
    raised="#000000",
    text="#FFFFFF",
    muted="#E0E0E0",
    border="#C0C0C0",
    outline="#FFFFFF",
    accent="#FFE600",
    accent_weak="#00344F",
    ok="#6FFFE9",
    warn="#FFC266",
    danger="#FFB3AB",
    land="#000000",
    around="#303030",
    coast="#FFFFFF",
    strip_outline="#FFFFFF",
)

_CHOSEN = {Theme.LIGHT: LIGHT, Theme.DARK: DARK, Theme.CONTRAST: CONTRAST}


def tokens_for(theme: Theme, scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference) -> Tokens:
    """The colours of a theme; SYSTEM is what the system says, light where it does not say."""
    if theme is not Theme.SYSTEM:
        return _CHOSEN[theme]
    if contrast is Qt.ContrastPreference.HighContrast:
        return CONTRAST
    return DARK if scheme is Qt.ColorScheme.Dark else LIGHT


def palette_of(tokens: Tokens) -> QPalette:
    """The palette that every widget takes its colours from."""
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, colour in (
        (roles.Window, tokens.background),
        (roles.WindowText, tokens.text),
        (roles.Base, tokens.surface),
        (roles.AlternateBase, tokens.background),
        (roles.Text, tokens.text),
        (roles.PlaceholderText, tokens.muted),
        (roles.Button, tokens.raised),
        (roles.ButtonText, tokens.text),
        (roles.BrightText, tokens.strip_text),
        (roles.ToolTipBase, tokens.raised),
        (roles.ToolTipText, tokens.text),
        (roles.Highlight, tokens.accent),
        (roles.HighlightedText, tokens.surface),
        (roles.Accent, tokens.accent),
        (roles.Link, tokens.accent),
        (roles.LinkVisited, tokens.accent),
        (roles.Mid, tokens.border),
    ):
        palette.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.muted))
    return palette


def em(font: QFont) -> int:
    """The size of a font in pixels, which other sizes are multiples of."""
    return QFontInfo(font).pixelSize()


def resized(font: QFont, factor: float) -> QFont:
    """The font in another size."""
    other = QFont(font)
    if font.pointSizeF() > 0:
        other.setPointSizeF(font.pointSizeF() * factor)
    else:
        other.setPixelSize(round(font.pixelSize() * factor))
    return other


def scaled(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    """The font in another size; its figures are equally wide, so that numbers stand in columns."""
    other = resized(font, factor)
    other.setBold(bold)
    other.setFeature(QFont.Tag("tnum"), 1)
    return other
