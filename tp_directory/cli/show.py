"""The verbs `show` and `places`: one service in full, and the places that can be searched from."""
# No `from __future__ import annotations`: see search.py.

import sys
from typing import Annotated

import typer
from typer import Argument, Option

from tp_directory.cli import as_json
from tp_directory.cli.opening import OpenDirectory
from tp_directory.cli.verb import FORMAT_HELP, Format, verb_class
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.closure import Closure
from tp_directory.core.opening import open_phones, service_availability

_SHOW = Text(
    """Show everything about one service.

    Its id is printed by a search. Exit code: 0, 1 when the service has closed, or 3 when no service
    has that id.

    \b
    Example:
      tp-directory show 00000000-0000-5000-8000-000000000000 --format json
    """,
    """Montrer tout ce qu'on sait d'un service.

    Son identifiant est imprimé par une recherche. Code de retour : 0, 1 si le service est fermé,
    ou 3 si aucun service ne le porte.

    \b
    Exemple :
      tp-directory show 00000000-0000-5000-8000-000000000000 --format json
    """,
)
_SHOW_SHORT = Text("Show one service in full.", "Montrer un service au complet.")
_ID = Text("The id of a service.", "Identifiant d'un service.")
_PLACES = Text(
    """List the places whose name begins so, most people first.

    Exit code: 0 when there are some, 1 when there are none.

    \b
    Examples:
      tp-directory places ken
      tp-directory places "saint, QC"
    """,
    """Lister les lieux dont le nom commence ainsi, les plus peuplés d'abord.

    Code de retour : 0 s'il y en a, 1 sinon.

    \b
    Exemples :
      tp-directory places ken
      tp-directory places "saint, QC"
    """,
)
_PLACES_SHORT = Text("List places by the start of their name.", "Lister des lieux par leur début.")
_PREFIX = Text("The start of a name.", "Début d'un nom.")
_PREFIX_METAVAR = Text("PREFIX", "DÉBUT")
_MOST_PLACES = 25


def add_show(app: typer.Typer, language: Language, open_directory: OpenDirectory) -> None:
    """Declare `show`, with its help in a language."""

    @app.command(
        "show",
        cls=verb_class(language),
        help=_SHOW.best(language),
        short_help=_SHOW_SHORT.best(language),
    )
    def show(
        service_id: Annotated[str, Argument(metavar="ID", help=_ID.best(language))],
        format_: Annotated[
            Format, Option("--format", help=FORMAT_HELP.best(language))
        ] = Format.TABLE,
    ) -> int:
        with open_directory(language) as directory:
            if closure := directory.closure(service_id):
                _show_closure(closure, format_, language)
                return 1
            service = directory.service(service_id)
            now = directory.now()
            needs, populations = directory.taxonomy.needs, directory.taxonomy.populations
        availability = service_availability(service, now)
        phones = open_phones(service, now)
        if format_ is Format.JSON:
            print(as_json.printed(as_json.service(service, availability, phones, language)))
            return 0
        from tp_directory.cli import as_text  # noqa: PLC0415 (start-up: Rich, 30 ms)
        from tp_directory.cli.service_facts import facts  # noqa: PLC0415 (with as_text)

        as_text.show_facts(
            as_text.console(sys.stdout),
            service.name.best(language),
            facts(service, availability, phones, now, (needs, populations), language),
            language,
        )
        return 0


def _show_closure(closure: Closure, format_: Format, language: Language) -> None:
    if format_ is Format.JSON:
        print(as_json.printed(as_json.closure(closure, language)))
        return
    from tp_directory.cli import as_text  # noqa: PLC0415 (start-up: Rich, 30 ms)
    from tp_directory.cli.service_facts import closure_facts  # noqa: PLC0415 (with as_text)

    as_text.show_facts(
        as_text.console(sys.stdout),
        closure.name.best(language),
        closure_facts(closure, language),
        language,
    )


def add_places(app: typer.Typer, language: Language, open_directory: OpenDirectory) -> None:
    """Declare `places`, with its help in a language."""

    @app.command(
        "places",
        cls=verb_class(language),
        help=_PLACES.best(language),
        short_help=_PLACES_SHORT.best(language),
    )
    def places(
        prefix: Annotated[
            str, Argument(metavar=_PREFIX_METAVAR.best(language), help=_PREFIX.best(language))
        ],
    ) -> int:
        with open_directory(language) as directory:
            found = directory.places(prefix, _MOST_PLACES)
        for place in found:
            print(place.title)
        return 0 if found else 1
