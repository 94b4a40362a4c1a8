"""What Qt needs from a Linux system, beyond its own wheel: libraries, and one font.

The table is what the libraries and plugins of PySide6-Essentials 6.11 name as needed (seen by
`readelf -d`), for a window on X11 or Wayland, for tests offscreen, for printing and Qt's tools.
"""

import ctypes
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""The library that the linker looks for, and the Debian and Ubuntu package that holds it."""

FONT_PACKAGE = "fonts-dejavu-core"
FONT_FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path.home() / ".local" / "share" / "fonts",
    Path.home() / ".fonts",
)


def loads(library: str) -> bool:
    """Whether the linker finds this library, with all that it needs in turn."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_font(folders: Iterable[Path] = FONT_FOLDERS) -> bool:
    """Whether any font is installed: without one, Qt draws empty boxes for letters."""
    suffixes = {".otf", ".pfb", ".ttc", ".ttf"}
    return any(file.suffix in suffixes for folder in folders for file in folder.rglob("*"))


def missing(
    loads: Callable[[str], bool] = loads, has_font: Callable[[], bool] = has_font
) -> dict[str, str]:
    """Return what is missing, each with its Debian package; nothing except on Linux."""
    if not sys.platform.startswith("linux"):
        return {}
    lacking = {library: package for library, package in PACKAGES.items() if not loads(library)}
    return lacking if has_font() else {**lacking, "a font": FONT_PACKAGE}
