"""Take the pictures of the README from the running program, on the directory as it is.

    python packaging/screenshots.py [FOLDER]

They are made without a screen, at one fixed moment, so that the same directory gives the same
pictures. Without FOLDER they go where the README looks for them.
"""

import os
import sys
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLineEdit

from tp_directory.app import Translation, strip_services
from tp_directory.core.bilingual import Language
from tp_directory.directory import Directory
from tp_directory.editions import current
from tp_directory.paths import bundle
from tp_directory.ui.appearance import Appearance
from tp_directory.ui.window import Window

FOLDER = bundle().resources / "screenshots"
MOMENT = datetime(2026, 11, 24, 15, 0, tzinfo=ZoneInfo("America/Toronto"))


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: what is asked, and how the window looks."""

    name: str
    language: Language = Language.EN
    words: str = ""
    near: str = ""
    scheme: Qt.ColorScheme = Qt.ColorScheme.Light
    size: QSize = QSize(1180, 760)
    scale: float = 1.0


PICTURES = (
    Picture("search", words="shelter", near="Thunder Bay"),
    Picture(
        "recherche-sombre",
        Language.FR,
        "violence conjugale",
        "Québec",
        Qt.ColorScheme.Dark,
    ),
    Picture("start"),
    Picture("nothing-found", words="need:interpretation", near="Iqaluit"),
    Picture("large-text", Language.FR, "aide juridique", "Montréal", scale=2.0),
    Picture("narrow", words="Windsor legal", size=QSize(1024, 640)),
)


def take(
    picture: Picture, application: QApplication, directory: Directory, folder: Path, font: QFont
) -> Path:
    """Show a window as the picture says, and save what is seen; its words are loaded already."""
    scaled = QFont(font)
    scaled.setPointSizeF(font.pointSizeF() * picture.scale)
    application.setFont(scaled)
    sheet = (bundle().resources / "style" / "window.qss").read_text(encoding="utf-8")
    appearance = Appearance(application, sheet)
    appearance.show_scheme(picture.scheme)
    window = Window(picture.language, appearance)
    window.resize(picture.size)
    window.focus_ring.follow(application)
    window.show_directory(directory, strip_services(directory))
    window.show()
    for name, text in (("place_box", picture.near), ("search_box", picture.words)):
        box = window.findChild(QLineEdit, name)
        assert isinstance(box, QLineEdit)
        box.setText(text)
        box.editingFinished.emit()
    application.processEvents()  # no user is here to wait until everything is laid out
    file = folder / f"{picture.name}.png"
    window.grab().save(str(file), "PNG", 0)  # 0 is Qt's word for the smallest file
    window.close()
    window.deleteLater()
    return file


def main(arguments: list[str]) -> int:
    """Take every picture; return the exit code."""
    folder = Path(arguments[0]) if arguments else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    font = application.font()
    with tempfile.TemporaryDirectory() as editions:
        opened = current(
            bundle(), Path(editions), clock=lambda: MOMENT, progress=lambda _step: None
        )
        translation = Translation(application, bundle())
        for picture in PICTURES:
            translation.show(picture.language)
            print(take(picture, application, opened.directory, folder, font))
        opened.directory.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
