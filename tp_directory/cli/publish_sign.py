"""The verbs `publish sign`, `refresh` and `rotate`: what is done with keys."""
# No `from __future__ import annotations`: see search.py.

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer import Argument, Option

from tp_directory.cli.opening import now
from tp_directory.cli.publish_keys import (
    Passphrases,
    key_option,
    key_ring,
    passphrase_option,
    public_option,
    signer_option,
)
from tp_directory.cli.publish_words import SHORT_ID, print_gone
from tp_directory.cli.verb import verb_class
from tp_directory.core.bilingual import Language, Text

if TYPE_CHECKING:
    from tp_directory.updates.publishing.configuration import Settings
    from tp_directory.updates.publishing.keys import KeyRing
    from tp_directory.updates.publishing.repository import Repository

_SIGN = Text(
    """Sign what waits with every key that may, and publish it once nothing is missing.

    Nothing is signed before the files that it vouches for were compared with it. Somebody
    elsewhere signs a copy of the folder and sends back staged/. Exit code: 0 signed or published,
    1 nothing waits for these keys, 3 something does not work.

    \b
    Examples:
      tp-directory publish sign repository --key root-anna.pem
      tp-directory publish sign copy --only on --key ontario.pem
    """,
    """Signer ce qui attend avec chaque clé qui le peut, et le publier dès que rien ne manque.

    Rien n'est signé sans que les fichiers dont la signature répond aient été comparés. Une personne
    ailleurs signe une copie du dossier et renvoie staged/. Code de retour : 0 signé ou publié,
    1 rien n'attend ces clés, 3 quelque chose ne fonctionne pas.

    \b
    Exemples :
      tp-directory publish sign depot --key racine-anna.pem
      tp-directory publish sign copie --only on --key ontario.pem
    """,
)
_SIGN_SHORT = Text("Sign what waits.", "Signer ce qui attend.")
_REFRESH = Text(
    """Sign snapshot and timestamp anew, so that workstations know that nothing newer exists.

    To be run every day or so, with the keys of publish.toml, long before those signatures expire.

    \b
    Example:
      tp-directory publish refresh repository --passphrase-file online.txt
    """,
    """Signer de nouveau snapshot et timestamp : les postes sauront que rien n'est plus récent.

    À lancer chaque jour ou presque, avec les clés de publish.toml, bien avant l'expiration de ces
    signatures.

    \b
    Exemple :
      tp-directory publish refresh depot --passphrase-file enligne.txt
    """,
)
_REFRESH_SHORT = Text("Sign snapshot and timestamp anew.", "Renouveler snapshot et timestamp.")
_ROTATE = Text(
    """Change whose keys count for a role, or without any option have its signature hold longer.

    Stages a new root, which as many of the old and of the new holders of root must sign. A
    province becomes a partner's with its first key, and yours again when its last is removed.

    \b
    Examples:
      tp-directory publish rotate repository root --add new.pub.pem --remove 1a2b3c4d
      tp-directory publish rotate repository on --add ontario.pub.pem
      tp-directory publish rotate repository targets
    """,
    """Changer de qui les clés comptent pour un rôle ou, sans option, prolonger sa signature.

    Prépare une nouvelle racine, qu'assez d'anciens et de nouveaux détenteurs de root doivent
    signer. Une province passe à un partenaire avec sa première clé, et vous revient quand la
    dernière est retirée.

    \b
    Exemples :
      tp-directory publish rotate depot root --add nouvelle.pub.pem --remove 1a2b3c4d
      tp-directory publish rotate depot on --add ontario.pub.pem
      tp-directory publish rotate depot targets
    """,
)
_ROTATE_SHORT = Text("Change keys.", "Changer des clés.")
_FOLDER = Text("FOLDER", "DOSSIER")
_FOLDER_HELP = Text("The folder of the repository.", "Dossier du dépôt.")
_ROLE = Text("ROLE", "RÔLE")
_ROLE_HELP = Text(
    "root, targets, snapshot, timestamp, or a partner's province (on).",
    "root, targets, snapshot, timestamp, ou la province d'un partenaire (on).",
)
_ONLY = Text("Sign this role alone, publish nothing.", "Ne signer que ce rôle, ne rien publier.")
_ADD = Text(
    "The public half of a key that is to count (PEM); may be given again.",
    "Partie publique d'une clé qui doit compter (PEM); peut être répétée.",
)
_REMOVE = Text(
    "The id, or the beginning of it, of a key that is to count no more; may be given again.",
    "Identifiant, ou son début, d'une clé qui ne doit plus compter; peut être répété.",
)
_THRESHOLD = Text(
    "How many keys must sign together from now on.", "Nombre de clés qui doivent désormais signer."
)
_FILE = Text("FILE", "FICHIER")
_ID = Text("ID", "IDENTIFIANT")
_NOTHING = Text(
    "Nothing waits for a signature by these keys. Who must sign what: publish status.",
    "Rien n'attend de signature de ces clés. Qui doit signer quoi : publish status.",
)


def add_sign(verbs: typer.Typer, language: Language) -> None:
    """Declare `sign`, with its help in a language."""

    @verbs.command(
        "sign",
        cls=verb_class(language),
        help=_SIGN.best(language),
        short_help=_SIGN_SHORT.best(language),
    )
    def sign_(
        folder: Annotated[
            Path, Argument(metavar=_FOLDER.best(language), help=_FOLDER_HELP.best(language))
        ],
        key: Annotated[list[Path] | None, key_option(language)] = None,
        signer: Annotated[list[str] | None, signer_option(language)] = None,
        public: Annotated[list[Path] | None, public_option(language)] = None,
        only: Annotated[str, Option(help=_ONLY.best(language), metavar=_ROLE.best(language))] = "",
        passphrase_file: Annotated[Path | None, passphrase_option(language)] = None,
    ) -> int:
        keys = key_ring(key, signer, public, Passphrases(passphrase_file, language))
        return _sign(folder, keys, language, only=only)


def add_refresh(verbs: typer.Typer, language: Language) -> None:
    """Declare `refresh`, with its help in a language."""

    @verbs.command(
        "refresh",
        cls=verb_class(language),
        help=_REFRESH.best(language),
        short_help=_REFRESH_SHORT.best(language),
    )
    def refresh(
        folder: Annotated[
            Path, Argument(metavar=_FOLDER.best(language), help=_FOLDER_HELP.best(language))
        ],
        key: Annotated[list[Path] | None, key_option(language)] = None,
        signer: Annotated[list[str] | None, signer_option(language)] = None,
        public: Annotated[list[Path] | None, public_option(language)] = None,
        passphrase_file: Annotated[Path | None, passphrase_option(language)] = None,
    ) -> int:
        keys = key_ring(key, signer, public, Passphrases(passphrase_file, language))
        return _sign(folder, keys, language, is_refresh=True)


def add_rotate(verbs: typer.Typer, language: Language) -> None:
    """Declare `rotate`, with its help in a language."""

    @verbs.command(
        "rotate",
        cls=verb_class(language),
        help=_ROTATE.best(language),
        short_help=_ROTATE_SHORT.best(language),
    )
    def rotate_(
        folder: Annotated[
            Path, Argument(metavar=_FOLDER.best(language), help=_FOLDER_HELP.best(language))
        ],
        role: Annotated[
            str, Argument(metavar=_ROLE.best(language), help=_ROLE_HELP.best(language))
        ],
        add: Annotated[
            list[Path] | None, Option(help=_ADD.best(language), metavar=_FILE.best(language))
        ] = None,
        remove: Annotated[
            list[str] | None, Option(help=_REMOVE.best(language), metavar=_ID.best(language))
        ] = None,
        threshold: Annotated[int | None, Option(min=1, help=_THRESHOLD.best(language))] = None,
        key: Annotated[list[Path] | None, key_option(language)] = None,
        signer: Annotated[list[str] | None, signer_option(language)] = None,
        public: Annotated[list[Path] | None, public_option(language)] = None,
        passphrase_file: Annotated[Path | None, passphrase_option(language)] = None,
    ) -> int:
        from tp_directory.updates.publishing.keys import read_public  # noqa: PLC0415
        from tp_directory.updates.publishing.rotating import Rotation, rotate  # noqa: PLC0415

        rotation = Rotation(
            role, tuple(map(read_public, add or ())), tuple(remove or ()), threshold or 0
        )
        keys = key_ring(key, signer, public, Passphrases(passphrase_file, language))
        return _sign(
            folder,
            keys,
            language,
            before=lambda repository, settings: rotate(repository, rotation, settings.days, now()),
        )


def _sign(
    folder: Path,
    keys: "KeyRing",
    language: Language,
    *,
    only: str = "",
    is_refresh: bool = False,
    before: Callable[["Repository", "Settings"], None] | None = None,
) -> int:
    """Sign what waits, after something else was staged; then publish what can be."""
    # Start-up: tuf and cryptography take 0.2 s that other verbs save.
    from tp_directory.updates.publishing.configuration import read_settings  # noqa: PLC0415
    from tp_directory.updates.publishing.going_out import go_out  # noqa: PLC0415
    from tp_directory.updates.publishing.repository import Repository  # noqa: PLC0415
    from tp_directory.updates.publishing.signing import sign  # noqa: PLC0415

    repository = Repository(folder)
    with repository.locked():
        settings = read_settings(repository.settings_file)
        if before:
            before(repository, settings)
        made = sign(repository, keys.signers(), only)
        for each in made:
            key = each.key[:SHORT_ID]
            signed = Text(
                f"Signed with {key}: {each.role}, version {each.version}.",
                f"Signé avec {key} : {each.role}, version {each.version}.",
            )
            print(signed.best(language))
        if only:
            gone = None
        else:
            gone = go_out(
                repository,
                keys.with_those_of(settings).signers,
                settings.days,
                now(),
                is_refresh=is_refresh,
            )
    if not (made or before or (gone and gone.published)):
        print(_NOTHING.best(language))
        return 1
    if gone:
        print_gone(gone, language)
    return 0
