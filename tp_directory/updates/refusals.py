"""Why what a source gives is not used: the attack that each reason answers, and its sentence."""

from __future__ import annotations

from tp_directory.core.bilingual import Text
from tp_directory.core.updating import Outcome
from tp_directory.updates.errors import TELL, UpdateFailed


class NotTrusted(UpdateFailed):
    """What a source gives is not what the publisher signed: nothing of it is used."""

    outcome = Outcome.NOT_TRUSTED

    def __init__(self, what: Text) -> None:
        super().__init__(what, TELL)


class CertificateRefused(NotTrusted):
    """A server could not prove who it is."""

    def __init__(self, source: str) -> None:
        super().__init__(
            Text(
                f"The certificate of {source} is none that this computer trusts.",
                f"Le certificat de {source} n'est pas reconnu par cet ordinateur.",
            )
        )


class LeadsAway(NotTrusted):
    """A server leads to an address that is not protected, or on and on. Attack: redirects."""

    def __init__(self, source: str) -> None:
        super().__init__(
            Text(
                f"{source} leads to another address that is not protected, or on and on.",
                f"{source} mène à une autre adresse non protégée, ou de l'une à l'autre sans fin.",
            )
        )


class LeadsOut(NotTrusted):
    """A file of a folder is a link out of it, or no common file. Attacks: links, paths."""

    def __init__(self, file: str) -> None:
        super().__init__(
            Text(
                f"{file} leads out of the folder of updates, or is no common file.",
                f"{file} mène hors du dossier des mises à jour, ou n'est pas un fichier ordinaire.",
            )
        )


class StickRefused(NotTrusted):
    """The file of a stick is not as `publish export` writes it. Attack: zip bomb."""

    def __init__(self, file: str) -> None:
        super().__init__(
            Text(
                f"{file} is no file of updates as the publisher exports them.",
                f"{file} n'est pas un fichier de mises à jour tel que l'éditeur les exporte.",
            )
        )


class NotSigned(NotTrusted):
    """Too few of those who must sign have signed. Attacks: wrong key, threshold, arbitrary data."""

    def __init__(self, file: str) -> None:
        super().__init__(
            Text(
                f"{file} is not signed by those who must sign it.",
                f"{file} n'est pas signé par les personnes qui doivent le signer.",
            )
        )


class NotFromRole(NotTrusted):
    """Whoever must sign a file does not. Attack: one role signs for another."""

    def __init__(self, file: str, role: str) -> None:
        super().__init__(
            Text(
                f"{file} must be signed by “{role}”, and is not.",
                f"{file} doit être signé par « {role} » et ne l'est pas.",
            )
        )


class Older(NotTrusted):
    """Something is older than what this computer has already seen. Attack: rollback."""

    def __init__(self, file: str) -> None:
        super().__init__(
            Text(
                f"{file} is older than what this computer has already seen: it is an old copy, or "
                "somebody holds newer ones back.",
                f"{file} est plus ancien que ce que cet ordinateur a déjà vu : c'est une vieille "
                "copie, ou quelqu'un en retient de plus récentes.",
            )
        )


class OlderEdition(NotTrusted):
    """The published edition has a number that is not above the installed one's."""

    def __init__(self, published: int, installed: int) -> None:
        super().__init__(
            Text(
                f"Edition {published} is published, but edition {installed} is known already and "
                "is another one: numbers only go up.",
                f"L'édition {published} est publiée, mais l'édition {installed} est déjà connue "
                "et diffère : les numéros ne font que monter.",
            )
        )


class KeysOutOfOrder(NotTrusted):
    """The publisher's keys do not follow those that this computer knows. Attack: root rollback."""

    def __init__(self, file: str) -> None:
        super().__init__(
            Text(
                f"{file}: the keys do not follow the ones that this computer knows.",
                f"{file} : les clés ne suivent pas celles que cet ordinateur connaît.",
            )
        )


class Mixed(NotTrusted):
    """A file does not belong with the others. Attack: mix and match."""

    def __init__(self, file: str) -> None:
        super().__init__(
            Text(
                f"{file} does not belong with the other files that were signed.",
                f"{file} ne va pas avec les autres fichiers signés.",
            )
        )


class Altered(NotTrusted):
    """A file is not the one that was signed. Attacks: changed or shortened files."""

    def __init__(self, file: str) -> None:
        super().__init__(
            Text(
                f"{file} is not the file that was signed: it was changed or cut short.",
                f"{file} n'est pas le fichier signé : il a été modifié ou tronqué.",
            )
        )


class TooLong(NotTrusted):
    """A file does not end where it should. Attack: endless data."""

    def __init__(self, file: str) -> None:
        super().__init__(
            Text(
                f"{file} is longer than it may be; it was read no further.",
                f"{file} est plus long que permis; la lecture a été arrêtée.",
            )
        )


class NotUnderstood(NotTrusted):
    """A signed file is not written as agreed. Attacks: duplicate keys, malformed data."""

    def __init__(self, file: str) -> None:
        super().__init__(
            Text(
                f"{file} is not written as agreed.",
                f"{file} n'est pas écrit comme convenu.",
            )
        )


class ContentDiffers(NotTrusted):
    """What is inside a signed file is not what the manifest says. Attacks: bombs, a partner's."""

    def __init__(self, file: str) -> None:
        super().__init__(
            Text(
                f"{file} does not contain what the published edition says.",
                f"{file} ne contient pas ce que dit l'édition publiée.",
            )
        )


class OutOfProvince(NotTrusted):
    """A partner signed records that are not its province's. Attack: one partner for another."""

    def __init__(self, file: str) -> None:
        super().__init__(
            Text(
                f"{file} has records that are not of its province.",
                f"{file} contient des fiches qui ne sont pas de sa province.",
            )
        )
