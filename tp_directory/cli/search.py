"""The verb `search`: finds who can help."""
# No `from __future__ import annotations` where a verb is declared: Typer evaluates the annotations
# itself, and the language that their words of help are in is known only inside the function.

import sys
from enum import StrEnum
from typing import Annotated

import typer
from typer import Argument, Option

from tp_directory.cli import as_json, choices
from tp_directory.cli.bad_use import BadUse
from tp_directory.cli.opening import OpenDirectory
from tp_directory.cli.verb import FORMAT_HELP, verb_class
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.query import Query

FOUND, NOTHING_FOUND = 0, 1

_TWO_MOMENTS = Text(
    "--open-now and --open-at exclude each other. Keep one of the two.",
    "--open-now et --open-at s'excluent. Gardez l'une des deux.",
)
_SHORT = Text("Find who can help.", "Trouver qui peut aider.")
_HELP = Text(
    """Find who can help, for this need, this person, this place, now.

    Words are searched in both languages, with synonyms and small typing errors. "Quotes", word*,
    AND, OR, NOT, and need:, population:, city:, province:, language: may be among them. Values of
    one option are alternatives: repeat the option to add one. Options narrow each other.

    --format json prints one object: query, total, services, facets (how many services each choice
    would leave), suggestion, hints, spot, reliefs (wider questions), lines (national numbers) and
    notice. "open" is open, closed or unknown. --format ndjson prints one service a line.

    Exit code: 0 when something was found, 1 when not, 2 for a bad option or an unknown place.
    """,
    """Trouver qui peut aider, pour ce besoin, cette personne, ce lieu, maintenant.

    Les mots sont cherchés dans les deux langues, avec leurs synonymes et malgré de petites fautes
    de frappe. Les « "guillemets" », mot*, AND, OR, NOT ainsi que need:, population:, city:,
    province: et language: peuvent s'y trouver. Les valeurs d'une même option s'ajoutent : répétez
    l'option pour en donner une autre. Les options se restreignent entre elles.

    --format json imprime un objet : query, total, services, facets (combien de services chaque
    choix laisserait), suggestion, hints, spot, reliefs (questions plus larges), lines (numéros
    nationaux) et notice. « open » vaut open, closed ou unknown. --format ndjson imprime un service
    par ligne.

    Code de retour : 0 si quelque chose est trouvé, 1 sinon, 2 pour une option erronée ou un lieu
    inconnu.
    """,
)
_EXAMPLES = Text(
    """\b
    Examples:
      tp-directory search shelter --near Kenora --open-now
      tp-directory search --need legal --near "M5V 2T6" --within 50
      tp-directory search "labour trafficking" --province AB --language es
      tp-directory search --trafficking --always-open --format json
      tp-directory search shelter --near Rimouski --open-at 2026-11-28T02:00
    """,
    """\b
    Exemples :
      tp-directory search hébergement --near Rimouski --open-now
      tp-directory search --need "aide juridique" --near "M5V 2T6" --within 50
      tp-directory search "traite de personnes" --province QC --language es
      tp-directory search --trafficking --always-open --format json
      tp-directory search hébergement --near Kenora --open-at 2026-11-28T02:00
    """,
)
_WORDS = Text("What is needed, a name, a town or a number.", "Besoin, nom, localité ou numéro.")
_NEAR = Text(
    'Only what serves this place: a town, a postal code or "lat,lon".',
    "Seulement ce qui dessert ce lieu : localité, code postal ou « lat,lon ».",
)
_WITHIN = Text(
    "Leave out services further away; those reached by phone only are kept.",
    "Écarter les services plus éloignés; ceux joints par téléphone seulement restent.",
)
_PROVINCE = Text("A province served, by code or name.", "Province desservie : code ou nom.")
_NEED = Text(
    "A need, by code or name (legal, shelter, “aide juridique”).",
    "Besoin : code ou nom (legal, hébergement, « aide juridique »).",
)
_POPULATION = Text("Whom it is for, by code or name (women).", "Pour qui : code ou nom (femmes).")
_LANGUAGE = Text(
    "A language the service states, by code or name (oj, Cree).",
    "Langue que le service indique : code ou nom (oj, cri).",
)
_CHANNEL = Text(
    "How to reach it: phone, text, in_person or web.",
    "Comment le joindre : phone, text, in_person ou web.",
)
_OPEN_NOW = Text("Only what is known to be open now.", "Seulement ce qu'on sait ouvert maintenant.")
_OPEN_AT = Text(
    "Only what is known to be open then (2026-11-28T02:00; in this computer's time zone unless "
    "the moment names one, as in 2026-11-28T02:00-05:00).",
    "Seulement ce qu'on sait ouvert alors (2026-11-28T02:00; au fuseau de cet ordinateur, sauf si "
    "le moment en nomme un : 2026-11-28T02:00-05:00).",
)
_ALWAYS = Text("Only what is open day and night.", "Seulement ce qui est ouvert jour et nuit.")
_TRAFFICKING = Text(
    "Only services made for trafficked people.",
    "Seulement les services destinés aux victimes de traite.",
)
_LIMIT = Text("How many services to print.", "Combien de services imprimer.")
_OFFSET = Text("How many of the best to skip.", "Combien des meilleurs passer.")
_EXPLAIN = Text(
    "For developers: say why each service stands where it does.",
    "Pour l'équipe de développement : dire pourquoi chaque service est à son rang.",
)
_WORDS_METAVAR = Text("WORDS", "MOTS")


class SearchFormat(StrEnum):
    """How the services found are printed."""

    TABLE = "table"
    JSON = "json"
    NDJSON = "ndjson"


def add_search(app: typer.Typer, language: Language, open_directory: OpenDirectory) -> None:
    """Declare the verb, with its help in a language."""

    @app.command(
        "search",
        cls=verb_class(language),
        help=_HELP.best(language),
        short_help=_SHORT.best(language),
        epilog=_EXAMPLES.best(language),
    )
    def search(
        words: Annotated[
            list[str] | None,
            Argument(help=_WORDS.best(language), metavar=_WORDS_METAVAR.best(language)),
        ] = None,
        near: Annotated[str, Option(help=_NEAR.best(language), metavar="P")] = "",
        within: Annotated[
            float | None, Option(help=_WITHIN.best(language), metavar="KM", min=0)
        ] = None,
        province: Annotated[
            list[str] | None, Option(help=_PROVINCE.best(language), metavar="XX")
        ] = None,
        need: Annotated[list[str] | None, Option(help=_NEED.best(language), metavar="N")] = None,
        population: Annotated[
            list[str] | None, Option(help=_POPULATION.best(language), metavar="P")
        ] = None,
        spoken: Annotated[
            list[str] | None, Option("--language", help=_LANGUAGE.best(language), metavar="L")
        ] = None,
        channel: Annotated[
            list[str] | None, Option(help=_CHANNEL.best(language), metavar="C")
        ] = None,
        open_now: Annotated[bool, Option("--open-now", help=_OPEN_NOW.best(language))] = False,
        open_at: Annotated[str, Option(help=_OPEN_AT.best(language), metavar="ISO")] = "",
        always_open: Annotated[bool, Option("--always-open", help=_ALWAYS.best(language))] = False,
        trafficking: Annotated[
            bool, Option("--trafficking", help=_TRAFFICKING.best(language))
        ] = False,
        limit: Annotated[int, Option(help=_LIMIT.best(language), metavar="N", min=1)] = 25,
        offset: Annotated[int, Option(help=_OFFSET.best(language), metavar="N", min=0)] = 0,
        format_: Annotated[
            SearchFormat, Option("--format", help=FORMAT_HELP.best(language))
        ] = SearchFormat.TABLE,
        explain: Annotated[bool, Option("--explain", help=_EXPLAIN.best(language))] = False,
    ) -> int:
        if open_now and open_at:
            raise BadUse(_TWO_MOMENTS)
        moment = choices.moment(open_at)
        with open_directory(language) as directory:
            taxonomy = directory.taxonomy
            query = Query(
                words=" ".join(words or ()),
                language=language,
                near=near,
                within_km=within,
                needs=choices.codes(taxonomy.needs, need or (), "--need", language),
                populations=choices.codes(
                    taxonomy.populations, population or (), "--population", language
                ),
                provinces=choices.provinces(directory.gazetteer, province or (), language),
                languages=choices.languages(spoken or (), language),
                channels=choices.channels(channel or (), language),
                open_now=open_now,
                open_at=moment,
                always_open=always_open,
                for_trafficking=trafficking,
                limit=limit,
                offset=offset,
            )
            answer = directory.search(query)
            reasons = tuple(why for _, why in directory.explain(query)) if explain else ()
            now = moment or directory.now()
        match format_:
            case SearchFormat.JSON:
                print(as_json.printed(as_json.results(answer, language, reasons)))
            case SearchFormat.NDJSON:
                for shape in as_json.hits(answer.hits, language, reasons):
                    print(as_json.printed_on_a_line(shape))
            case SearchFormat.TABLE:
                from tp_directory.cli import as_text  # noqa: PLC0415 (start-up: Rich, 30 ms)

                as_text.show_results(as_text.console(sys.stdout), answer, now, language, reasons)
        return FOUND if answer.total else NOTHING_FOUND
