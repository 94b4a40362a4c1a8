"""The provinces and territories to choose from, in the worker's language."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal

from tp_directory.core.bilingual import Language
from tp_directory.core.folding import fold
from tp_directory.core.place import Province
from tp_directory.ui.choice_box import ChoiceBox


class ProvinceBox(ChoiceBox):
    """Knows the province that was chosen, or that none was: it assumes nothing.

    The first entry asks for one; the names stand below it in the order of the alphabet.
    """

    province_chosen = Signal(object)  # Province, or None

    def __init__(self, province: Province | None, language: Language) -> None:
        super().__init__()
        self._province = province
        self.set_language(language)
        self.currentIndexChanged.connect(self.tell)

    @property
    def province(self) -> Province | None:
        """The province that was chosen."""
        return self._province

    def choose(self, province: Province | None) -> None:
        """Choose a province, or none."""
        self.setCurrentIndex(self.findData(province) if province else 0)

    def set_language(self, language: Language) -> None:
        """Name the provinces in a language; the same one stays chosen."""
        blocker = QSignalBlocker(self)
        self.clear()
        self.addItem(self.tr("Choose a province or territory"))
        names = {province: province.label.best(language) for province in Province}
        for province in sorted(names, key=lambda each: fold(names[each])):
            self.addItem(names[province], province)
        self.setAccessibleName(self.tr("Province or territory"))
        self.choose(self._province)
        blocker.unblock()

    def tell(self) -> None:
        """Tell the province that was chosen."""
        data = self.currentData()
        self._province = Province(data) if data else None
        self.province_chosen.emit(self._province)
