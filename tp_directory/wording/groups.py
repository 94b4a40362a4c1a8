"""The headings between the results: why those below stand together."""

from __future__ import annotations

from tp_directory import wording
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.coverage import Closeness
from tp_directory.core.hours import OpenState
from tp_directory.core.place import Spot
from tp_directory.core.query import Group

_STATES = {
    OpenState.OPEN: Text("Open", "Ouvert"),
    OpenState.UNKNOWN: Text("Hours unknown", "Heures inconnues"),
    OpenState.CLOSED: Text("Closed", "Fermé"),
}
_WITHOUT_DISTANCE = Text(
    "Reached by phone or web: no distance", "À joindre par téléphone ou web : sans distance"
)


def group_heading(group: Group, spot: Spot | None, language: Language) -> str:
    """The heading above a group of hits; "" above the first and best, which need none."""
    if group.state is not None:
        return _STATES[group.state].best(language)
    if group.has_distance is not None:
        return "" if group.has_distance else _WITHOUT_DISTANCE.best(language)
    if spot is None or group.is_named or group.closeness is Closeness.TOWN:
        return ""
    if group.closeness is None:
        town = spot.place.name
        return Text(
            f"Has the name, but is not stated to serve {town}",
            f"Porte ce nom, mais n'indique pas desservir {town}",
        ).best(language)
    return wording.closeness_heading(group.closeness, spot, language)
