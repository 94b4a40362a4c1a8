"""The language that the whole program speaks."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from tp_directory.core.bilingual import Language
from tp_directory.core.errors import CannotRead

_LOCALES = {Language.EN: "en_CA", Language.FR: "fr_CA"}


class Translation(QObject):
    """Loads the program's words, and Qt's own, in one language at a time."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        """`folder` has the words of the program as built by lrelease."""
        super().__init__(application)
        self._application = application
        self._folder = folder
        self._loaded: list[QTranslator] = []

    def show(self, language: Language) -> None:
        """Say everything that Qt translates in a language.

        Raises:
            CannotRead: the program's own words are missing or damaged.
        """
        own = QTranslator(self)
        file = self._folder / f"tp_directory_{language}.qm"
        if not own.load(str(file)):
            raise CannotRead(file, "the words of the window are missing")
        qt_words = QTranslator(self)
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        qt_words.load(f"qtbase_{language}", qt_folder)  # absent for English, which is built in
        self.forget()
        QLocale.setDefault(QLocale(_LOCALES[language]))
        self._loaded = [qt_words, own]
        for translator in self._loaded:
            self._application.installTranslator(translator)

    def forget(self) -> None:
        """Take the words out of the application again."""
        for translator in self._loaded:
            self._application.removeTranslator(translator)
            translator.deleteLater()
        self._loaded = []
