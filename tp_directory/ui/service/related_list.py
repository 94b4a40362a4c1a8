"""Services that go together with the one that is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from tp_directory import wording
from tp_directory.core.bilingual import Language
from tp_directory.core.query import Related
from tp_directory.ui.fact_labels import FactLabel
from tp_directory.ui.tokens import SPACE_4
from tp_directory.ui.wrapping_button import WrappingButton


class RelatedList(QWidget):
    """Buttons for the other services of the organization, and for those nearby.

    Names may be generic ("Crisis line"): with them stands what tells them apart.
    """

    chosen = Signal(str)  # the service's id

    def __init__(self, related: Related, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_4)
        if related.same_organization:
            layout.addWidget(FactLabel(self.tr("Of the same organization"), tone="muted"))
        names = [service.name.best(language) for service in related.same_organization]
        for service, name in zip(related.same_organization, names, strict=True):
            where = wording.where_briefly(service, language) if names.count(name) > 1 else ""
            self._add(service.id, name, where)
        if related.nearby:
            layout.addWidget(FactLabel(self.tr("Nearby, for similar needs"), tone="muted"))
        for hit in related.nearby:
            name, whose = hit.service.name.best(language), hit.service.organization.best(language)
            whose = "" if whose == name else whose
            self._add(hit.service.id, name, whose, wording.how_far(hit, language))

    def _add(self, service_id: str, *words: str) -> None:
        button = WrappingButton(" · ".join(filter(None, words)))
        button.setProperty("service_id", service_id)
        button.clicked.connect(self.choose)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(button)

    def choose(self) -> None:
        """Ask for the service whose button was pressed."""
        button = self.sender()
        if isinstance(button, QPushButton):
            self.chosen.emit(str(button.property("service_id")))
