"""Where a service is, for a list of those found."""

from __future__ import annotations

from tp_directory import wording
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.query import Hit


def place_line(hit: Hit, language: Language) -> str:
    """Where it is, how far, and whom it serves unless that is its own town."""
    service = hit.service
    town = service.location.city if service.location else ""
    if not town and not service.address_withheld:
        return wording.serves(service, language)
    serves = wording.area_served(service, language)
    if serves == town:
        serves = ""
    elif serves:
        serves = Text(f"serves {serves}", f"territoire : {serves}").best(language)
    where = wording.where_briefly(service, language)
    return " · ".join(filter(None, (where, wording.how_far(hit, language), serves)))
