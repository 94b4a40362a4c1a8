"""The provinces and territories to choose from, in the worker's language."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal

from tp_directory.core.bilingual import Language
from tp_directory.core.folding import fold
from tp_directory.core.place import Province
from tp_directory.ui.choice_box import ChoiceBox


class ProvinceBox(ChoiceBox):
    """Knows the province that was chosen; the names stand in the order of the alphabet."""

    province_chosen = Signal(object)  # Province

    def __init__(self, province: Province, language: Language) -> None:
        super().__init__()
        self._province = province
        self.show_language(language)
        self.currentIndexChanged.connect(self.tell)

    @property
    def province(self) -> Province:
        """The province that was chosen."""
        return self._province

    def choose(self, province: Province) -> None:
        """Choose a province."""
        self.setCurrentIndex(self.findData(province))

    def show_language(self, language: Language) -> None:
        """Name the provinces in a language; the same one stays chosen."""
        blocker = QSignalBlocker(self)
        self.clear()
        names = {province: province.label.best(language) for province in Province}
        for province in sorted(names, key=lambda each: fold(names[each])):
            self.addItem(names[province], province)
        self.choose(self._province)
        blocker.unblock()

    def tell(self) -> None:
        """Tell the province that was chosen."""
        self._province = Province(self.currentData())
        self.province_chosen.emit(self._province)
