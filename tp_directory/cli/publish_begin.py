"""The verbs `publish new-key` and `publish init`: keys, then a repository that trusts them."""
# No `from __future__ import annotations`: see search.py.

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer import Argument, Option

from tp_directory.cli.bad_use import BadUse, unknown
from tp_directory.cli.opening import now
from tp_directory.cli.publish_keys import Passphrases, passphrase_option
from tp_directory.cli.publish_words import print_gone
from tp_directory.cli.verb import verb_class
from tp_directory.core.bilingual import Language, Text

if TYPE_CHECKING:
    from tp_directory.updates.publishing.configuration import Days

_NEW_KEY = Text(
    """Make an Ed25519 key: FILE with the key, and FILE.pub.pem with its public half.

    The key is encrypted with a passphrase of 12 characters or more and stays with its holder; the
    public half goes to whoever runs `publish init` or `publish rotate`.

    \b
    Example:
      tp-directory publish new-key root-anna.pem
    """,
    """Créer une clé Ed25519 : FICHIER contient la clé, et FICHIER.pub.pem sa partie publique.

    La clé est chiffrée par une phrase secrète d'au moins 12 caractères et reste chez son détenteur;
    la partie publique va à la personne qui lance `publish init` ou `publish rotate`.

    \b
    Exemple :
      tp-directory publish new-key racine-anna.pem
    """,
)
_NEW_KEY_SHORT = Text("Make a key.", "Créer une clé.")
_INIT = Text(
    """Begin a repository of editions in a folder.

    Give the public half of the key of each holder, or have keys made with --new-keys. The first
    root must then be signed by as many holders as --threshold says: `publish sign`. What
    workstations are given to trust is public/metadata/1.root.json.

    \b
    Examples:
      tp-directory publish init repository --new-keys keys
      tp-directory publish init repository --root a.pub.pem --root b.pub.pem --root c.pub.pem \\
        --targets t.pub.pem --snapshot s.pub.pem --timestamp s.pub.pem --partner on=on.pub.pem
    """,
    """Commencer un dépôt d'éditions dans un dossier.

    Donnez la partie publique de la clé de chaque détenteur, ou faites créer des clés par
    --new-keys. La première racine doit ensuite être signée par autant de détenteurs que le dit
    --threshold : `publish sign`. Ce à quoi les postes doivent se fier est
    public/metadata/1.root.json.

    \b
    Exemples :
      tp-directory publish init depot --new-keys cles
      tp-directory publish init depot --root a.pub.pem --root b.pub.pem --root c.pub.pem \\
        --targets t.pub.pem --snapshot s.pub.pem --timestamp s.pub.pem --partner on=on.pub.pem
    """,
)
_INIT_SHORT = Text("Begin a repository.", "Commencer un dépôt.")
_KEY_FILE = Text("The file of the new key.", "Fichier de la nouvelle clé.")
_FILE = Text("FILE", "FICHIER")
_FOLDER = Text("FOLDER", "DOSSIER")
_FOLDER_HELP = Text("The folder of the repository.", "Dossier du dépôt.")
_NEW_KEYS = Text(
    "Make a key in this folder for each role that is given none: three of root, one of each other.",
    "Créer dans ce dossier une clé pour chaque rôle qui n'en reçoit pas : trois pour root, une "
    "pour chaque autre.",
)
_ROLE_KEY = Text(
    "The public half of a key of {role} (PEM); may be given again.",
    "Partie publique d'une clé de {role} (PEM); peut être répétée.",
)
_THRESHOLD = Text(
    "How many keys of root must sign together.", "Nombre de clés de root qui doivent signer."
)
_PARTNER = Text(
    "A province that a partner signs, and the public half of the partner's key: on=FILE.",
    "Province qu'un partenaire signe, et partie publique de sa clé : on=FICHIER.",
)
_DAYS = Text(
    "For how many days signatures of a role hold: timestamp=3. Without it: root 365, targets 90, "
    "snapshot and timestamp 7.",
    "Durée de validité, en jours, des signatures d'un rôle : timestamp=3. Sans elle : root 365, "
    "targets 90, snapshot et timestamp 7.",
)
_ROLES = ("root", "targets", "snapshot", "timestamp")


def add_new_key(verbs: typer.Typer, language: Language) -> None:
    """Declare `new-key`, with its help in a language."""

    @verbs.command(
        "new-key",
        cls=verb_class(language),
        help=_NEW_KEY.best(language),
        short_help=_NEW_KEY_SHORT.best(language),
    )
    def new_key(
        file: Annotated[
            Path, Argument(metavar=_FILE.best(language), help=_KEY_FILE.best(language))
        ],
        passphrase_file: Annotated[Path | None, passphrase_option(language)] = None,
    ) -> int:
        # Start-up: cryptography takes 0.1 s that other verbs save.
        from tp_directory.updates.publishing.keys import make_key, public_file  # noqa: PLC0415

        signer = make_key(file, Passphrases(passphrase_file, language).of_new(file))
        made, key = public_file(file), signer.public_key.keyid
        done = Text(
            f"Made key {key}: {file}; to give away: {made}.",
            f"Clé {key} créée : {file}; à transmettre : {made}.",
        )
        print(done.best(language))
        return 0


def add_init(verbs: typer.Typer, language: Language) -> None:
    """Declare `init`, with its help in a language."""

    def role_option(role: str) -> object:
        words = _ROLE_KEY.best(language).format(role=role)
        return Option(f"--{role}", help=words, metavar=_FILE.best(language))

    @verbs.command(
        "init",
        cls=verb_class(language),
        help=_INIT.best(language),
        short_help=_INIT_SHORT.best(language),
    )
    def init(
        folder: Annotated[
            Path, Argument(metavar=_FOLDER.best(language), help=_FOLDER_HELP.best(language))
        ],
        new_keys: Annotated[
            Path | None,
            Option("--new-keys", help=_NEW_KEYS.best(language), metavar=_FOLDER.best(language)),
        ] = None,
        root: Annotated[list[Path] | None, role_option("root")] = None,
        targets: Annotated[list[Path] | None, role_option("targets")] = None,
        snapshot: Annotated[list[Path] | None, role_option("snapshot")] = None,
        timestamp: Annotated[list[Path] | None, role_option("timestamp")] = None,
        threshold: Annotated[int, Option(min=1, help=_THRESHOLD.best(language))] = 2,
        partner: Annotated[
            list[str] | None, Option(help=_PARTNER.best(language), metavar="on=…")
        ] = None,
        days: Annotated[
            list[str] | None, Option(help=_DAYS.best(language), metavar="timestamp=…")
        ] = None,
        passphrase_file: Annotated[Path | None, passphrase_option(language)] = None,
    ) -> int:
        # Start-up: tuf and cryptography take 0.2 s that other verbs save.
        from tp_directory.updates.publishing import starting  # noqa: PLC0415
        from tp_directory.updates.publishing.configuration import Settings, checked  # noqa: PLC0415
        from tp_directory.updates.publishing.going_out import go_out  # noqa: PLC0415
        from tp_directory.updates.publishing.keys import make_keys, read_public  # noqa: PLC0415
        from tp_directory.updates.publishing.repository import Repository  # noqa: PLC0415
        from tp_directory.updates.publishing.signing import sign  # noqa: PLC0415

        given = dict(zip(_ROLES, (root, targets, snapshot, timestamp), strict=True))
        publics = {
            role: [read_public(file) for file in files or ()] for role, files in given.items()
        }
        partners = {
            shard: read_public(Path(file)) for shard, file in _pairs("--partner", partner).items()
        }
        settings = checked(Settings(_days(days)), folder)
        repository = Repository(folder)
        repository.check_absent()
        made = []
        if new_keys:
            lacking = [role for role in _ROLES if not publics[role]]
            passphrase = Passphrases(passphrase_file, language).of_new(new_keys)
            made = make_keys(new_keys, lacking, passphrase)
            for role, signer in made:
                publics[role].append(signer.public_key)
            online = [role for role in ("snapshot", "timestamp") if role in lacking]
            files = tuple(str((new_keys / f"{role}.pem").absolute()) for role in online)
            settings = replace(settings, keys=files)
        holders = starting.Holders(
            root=publics["root"],
            targets=publics["targets"],
            snapshot=publics["snapshot"],
            timestamp=publics["timestamp"],
            threshold=threshold,
            partners=partners,
        )
        starting.begin(repository, holders, settings, now())
        with repository.locked():
            sign(repository, [signer for _role, signer in made], only="root")
            gone = go_out(repository, lambda: (), settings.days, now())
        print_gone(gone, language)
        return 0


def _pairs(option: str, words: Sequence[str] | None) -> dict[str, str]:
    """What stands before and after the first "=" of each value."""
    pairs = {}
    for each in words or ():
        name, equals, value = each.partition("=")
        if not (name and equals and value):
            raise BadUse(
                Text(
                    f"{option} needs a name, “=” and a value, not “{each}”.",
                    f"{option} demande un nom, « = » et une valeur, et non « {each} ».",
                )
            )
        pairs[name] = value
    return pairs


def _days(words: Sequence[str] | None) -> "Days":
    from tp_directory.updates.publishing.configuration import Days  # noqa: PLC0415  # see init

    numbers: dict[str, int] = {}
    for role, number in _pairs("--days", words).items():
        if role not in _ROLES or not number.isdigit():
            raise unknown("--days", f"{role}={number}", (f"{each}=…" for each in _ROLES))
        numbers[role] = int(number)
    return Days(**numbers)
