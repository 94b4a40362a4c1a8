"""What the collected services lack or write in two ways: the tables of convert_services.py."""

FRENCH = {
    "Free": "Gratuit",
    "Free if eligible": "Gratuit pour les personnes admissibles",
    "No fee for the permit, related work or study permit, or biometrics": (
        "Aucuns frais pour le permis, le permis de travail ou d'études connexe "
        "ni les données biométriques"
    ),
    "Interpretation available": "Interprétation offerte",
    "Interpreter on request": "Interprète sur demande",
    "23 languages": "23 langues",
    "170 other languages": "170 autres langues",
    "50+ languages on request": "Plus de 50 langues sur demande",
    "100+ languages": "Plus de 100 langues",
    "130+ languages": "Plus de 130 langues",
    "150+ languages": "Plus de 150 langues",
    "160+ languages": "Plus de 160 langues",
    "170+ languages": "Plus de 170 langues",
    "175+ languages": "Plus de 175 langues",
    "200+ languages": "Plus de 200 langues",
    "240+ languages": "Plus de 240 langues",
    "200 languages with live agents on weekdays": (
        "200 langues avec des agents en direct les jours de semaine"
    ),
    "200+ languages by tele-interpretation": "Plus de 200 langues par télé-interprétation",
}
"""The French of the fees and of interpretation, which were collected in English only."""

DATE_NOTES = {
    "provider site seen 2026-07": "provider site seen 2026-07 / site du fournisseur vu 2026-07",
    "confirmed 2026-07": "confirmed 2026-07 / confirmé 2026-07",
    "service still described 2024-12": (
        "service still described 2024-12 / service encore décrit 2024-12"
    ),
}
"""Notes that stand behind the date of a page, made readable in both languages."""

FRENCH_ORGANIZATIONS = {"The Salvation Army": "Armée du Salut"}
"""One French name where records write two: an organization is one and the same everywhere."""

NAMESAKES = {("qc-ville-marie-equinoxe", "Ville-Marie"): 6174335}
"""The town meant, where a larger one of the province has its name: Ville-Marie in Témiscamingue,
which the record names as its region, and not the borough of Montréal."""


class Doubtful(ValueError):
    """A collected record holds something that this converter does not understand."""
