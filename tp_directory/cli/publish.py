"""The verbs of `publish`: for the organization that publishes editions of the directory."""
# No `from __future__ import annotations`: see search.py.

import typer

from tp_directory.cli.publish_add import add_add
from tp_directory.cli.publish_begin import add_init, add_new_key
from tp_directory.cli.publish_look import add_export, add_status, add_verify
from tp_directory.cli.publish_sign import add_refresh, add_rotate, add_sign
from tp_directory.cli.verb import verbs_of
from tp_directory.core.bilingual import Language, Text

_HELP = Text(
    """Publish editions of the directory: signed files for any web server, share or stick.

    \b
    Example, from nothing to a published edition:
      tp-directory publish init repository --new-keys keys
      tp-directory publish add repository --from data/directory --key keys/targets.pem
      tp-directory publish status repository
    """,
    """Publier des éditions du répertoire : fichiers signés, pour serveur web, partage ou clé USB.

    \b
    Exemple, de rien à une édition publiée :
      tp-directory publish init depot --new-keys cles
      tp-directory publish add depot --from data/directory --key cles/targets.pem
      tp-directory publish status depot
    """,
)
_SHORT = Text("Publish editions, signed.", "Publier des éditions, signées.")


def add_publish(app: typer.Typer, language: Language) -> None:
    """Declare `publish` and its verbs, with their help in a language."""
    verbs = verbs_of(language, _HELP, _SHORT)
    for add_verb in (
        add_new_key,
        add_init,
        add_add,
        add_sign,
        add_refresh,
        add_rotate,
        add_status,
        add_verify,
        add_export,
    ):
        add_verb(verbs, language)
    app.add_typer(verbs, name="publish")
