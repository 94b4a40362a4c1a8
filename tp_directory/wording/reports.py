"""What may be wrong in a record, in both languages."""

from __future__ import annotations

from tp_directory.core.bilingual import Language, Text
from tp_directory.core.kept import Fault

_FAULTS = {
    Fault.NUMBER: Text(
        "A number is wrong or does not answer", "Un numéro est faux ou ne répond pas"
    ),
    Fault.HOURS: Text("The hours are wrong", "Les heures sont inexactes"),
    Fault.PLACE: Text(
        "The place or the area served is wrong", "Le lieu ou le territoire est inexact"
    ),
    Fault.CLOSED: Text("The service has closed", "Le service a fermé"),
    Fault.ELIGIBILITY: Text("Who may come is wrong", "L'admissibilité est inexacte"),
    Fault.LANGUAGE: Text(
        "The wording or translation is wrong", "Le texte ou la traduction est inexact"
    ),
    Fault.OTHER: Text("Something else", "Autre chose"),
}


def fault(kind: Fault, language: Language) -> str:
    """What a worker found wrong, in a few words."""
    return _FAULTS[kind].best(language)
