"""The map of the results: asked for its towns only while it is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tp_directory.core.choices import Choice, Facet
from tp_directory.core.place import Province
from tp_directory.core.query import Results
from tp_directory.core.service import Service
from tp_directory.ui.map.marks import TownMark, shade_of
from tp_directory.ui.map.view import MapView

if TYPE_CHECKING:  # they load the store and the index, which the window does not wait for
    from tp_directory.directory import Directory


class ResultsMap(QObject):
    """Shows answers and services on a map, and turns its marks into filters."""

    choices_made = Signal(object)  # tuple[Choice, ...]

    def __init__(self, view: MapView, directory: Directory, parent: QObject) -> None:
        super().__init__(parent)
        self._view, self._directory = view, directory
        self._service: Service | None = None
        self._is_shown = False
        view.town_chosen.connect(self.choose_town)
        view.towns_chosen.connect(self.choose_towns)
        view.province_chosen.connect(self.choose_province)

    def set_directory(self, directory: Directory) -> None:
        """Take towns and regions from another edition, with the next answer."""
        self._directory = directory

    @property
    def is_shown(self) -> bool:
        """Whether the map is looked at."""
        return self._is_shown

    def show(self, *, is_wanted: bool) -> None:
        """Show the answers that come on the map, or leave it alone while the list is looked at."""
        self._is_shown = is_wanted
        self.show_service(self._service)

    def show_results(self, results: Results) -> None:
        """Show where the services of an answer are."""
        if not self._is_shown:
            return
        place = self._directory.gazetteer.place
        counts = self._directory.town_counts(results.query)
        towns = ((place(count.place_id), count) for count in counts)
        self._view.show_spot(results.spot)
        marks = tuple(TownMark(town, count.total, count.withheld) for town, count in towns if town)
        self._view.show_towns(marks, results.total - sum(mark.total for mark in marks))

    def show_service(self, service: Service | None) -> None:
        """Show whom a service serves, and where it is if that may be known."""
        self._service = service
        if not self._is_shown:
            return
        self._view.show_service(
            service.location if service else None,
            withheld=bool(service and service.address_withheld),
        )
        coverage = service.coverage if service else None
        self._view.show_coverage(
            shade_of(coverage, self._directory.gazetteer) if coverage else None
        )

    def forget(self) -> None:
        """Show nothing of what was asked."""
        self._service = None
        self._is_shown = False
        self._view.show_towns(())
        self._view.show_spot(None)
        self._view.show_service(None, withheld=False)
        self._view.show_coverage(None)
        self._view.show_all()

    def choose_town(self, place_id: int) -> None:
        """Ask for what is located in a town."""
        self.choose_towns((place_id,))

    def choose_towns(self, place_ids: tuple[int, ...]) -> None:
        """Ask for what is located in towns that are too close to be told apart."""
        self.choices_made.emit(tuple(Choice(Facet.TOWN, str(each)) for each in place_ids))

    def choose_province(self, province: Province) -> None:
        """Ask for what serves a province."""
        self.choices_made.emit((Choice(Facet.PROVINCE, province),))
