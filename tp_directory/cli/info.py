"""The verb `info`: what the edition is and holds, or which settings are in force."""
# No `from __future__ import annotations`: see search.py.

from collections.abc import Callable, Iterator
from typing import Annotated

import typer
from typer import Option

from tp_directory import wording
from tp_directory.cli import as_json
from tp_directory.cli.opening import OpenDirectory
from tp_directory.cli.settings import show_settings
from tp_directory.cli.verb import FORMAT_HELP, Format, verb_class
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.edition import EditionInfo
from tp_directory.core.languages import language_name
from tp_directory.core.place import Province
from tp_directory.core.service import Verification
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.paths import user_folders

_HELP = Text(
    "Tell which edition this is, what it holds, and how old its facts are.",
    "Dire de quelle édition il s'agit, ce qu'elle contient et l'âge de ses données.",
)
_SETTINGS = Text(
    "Tell instead which settings are in force and who decided each of them: nobody, you, or a "
    "policy.toml for everybody on this computer. Exit code: 1 where one of these files is at "
    "fault.",
    "Dire plutôt quels réglages sont en vigueur et qui a décidé de chacun : personne, vous, ou un "
    "policy.toml pour tous les utilisateurs de cet ordinateur. Code de retour : 1 si l'un de ces "
    "fichiers est fautif.",
)
_NATIONAL = Text("All of Canada", "Tout le Canada")
_UNDATED = Text("undated", "non datée")
_HEADINGS = (
    Text("By province served", "Par province desservie"),
    Text("By need", "Par besoin"),
    Text("By language stated", "Par langue indiquée"),
    Text("By verification of the record", "Par vérification de la fiche"),
    Text("By year that the page states", "Par année que la page indique"),
)


def add_info(app: typer.Typer, language: Language, open_directory: OpenDirectory) -> None:
    """Declare the verb, with its help in a language."""

    @app.command(
        "info",
        cls=verb_class(language),
        help=_HELP.best(language),
        short_help=_HELP.best(language),
    )
    def info(
        format_: Annotated[
            Format, Option("--format", help=FORMAT_HELP.best(language))
        ] = Format.TABLE,
        settings: Annotated[bool, Option("--settings", help=_SETTINGS.best(language))] = False,
    ) -> int:
        if settings:
            return show_settings(user_folders(), format_, language)
        with open_directory(language) as directory:
            edition, taxonomy, today = directory.edition, directory.taxonomy, directory.now().date()
        if format_ is Format.JSON:
            print(as_json.printed(as_json.edition(edition, language)))
            return 0
        print(wording.edition_line(edition, today, language))
        print(f"{edition.services} services")
        for line in _counts(edition, taxonomy, language):
            print(line)
        print(f"\n{wording.NOT_CONFIRMED.best(language)}")
        return 0


def _counts(edition: EditionInfo, taxonomy: Taxonomy, language: Language) -> Iterator[str]:
    named: tuple[tuple[dict[str, int], Callable[[str], str]], ...] = (
        (edition.provinces, lambda code: _province(code).best(language)),
        (edition.needs, lambda code: taxonomy.needs.label(code).best(language)),
        (edition.languages, lambda code: language_name(code, language)),
        (
            edition.verifications,
            lambda code: wording.verification_kind(Verification(code), language),
        ),
    )
    for heading, (counts, name) in zip(_HEADINGS, named, strict=False):
        yield f"\n{heading.best(language)}"
        for code, count in sorted(counts.items(), key=lambda each: -each[1]):
            yield f"{count:>6}  {name(code)}"
    yield f"\n{_HEADINGS[-1].best(language)}"
    for year, count in sorted(edition.stated.items(), reverse=True):
        yield f"{count:>6}  {year if year.isdigit() else _UNDATED.best(language)}"


def _province(code: str) -> Text:
    return Province(code).label if code in set(Province) else _NATIONAL
