"""What the verbs of `publish` say."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from tp_directory.cli import as_json
from tp_directory.core.bilingual import Language, Text
from tp_directory.wording.dates import full_date

if TYPE_CHECKING:
    from tp_directory.core.release import Release
    from tp_directory.updates.publishing.going_out import Gone
    from tp_directory.updates.publishing.signatures import Missing
    from tp_directory.updates.publishing.standing import RoleStanding, Standing

SHORT_ID = 8
"""How much of a key's id is shown: enough to tell those of a publisher apart."""

_NOTHING_OUT = Text("Nothing was published.", "Rien n'a été publié.")
_WAITING = Text("Signatures that are missing:", "Signatures qui manquent :")
_NO_EDITION = Text(
    "No edition is published yet. To publish one: publish add.",
    "Aucune édition n'est encore publiée. Pour en publier une : publish add.",
)
_TO_SIGN = Text(
    "Whoever holds one of these keys runs: publish sign FOLDER --key FILE",
    "La personne qui détient une de ces clés lance : publish sign DOSSIER --key FICHIER",
)
_TO_RENEW = Text(
    "Workstations install nothing from what has expired. To sign snapshot and timestamp anew: "
    "publish refresh FOLDER. Another role: publish rotate FOLDER ROLE",
    "Les postes n'installent rien de ce qui est expiré. Pour signer de nouveau snapshot et "
    "timestamp : publish refresh DOSSIER. Un autre rôle : publish rotate DOSSIER RÔLE",
)


def print_gone(gone: Gone, language: Language) -> None:
    """Say what was published, and what still waits for whose signature."""
    roles = ", ".join(gone.published)
    out = Text(f"Published: {roles}.", f"Publié : {roles}.") if roles else _NOTHING_OUT
    print(out.best(language))
    print_missing(gone.waiting, language)


def print_missing(waiting: Iterable[Missing], language: Language) -> None:
    """Say who must sign what, and by when."""
    lines = [f"  {_missing(each).best(language)}" for each in waiting]
    if lines:
        print("\n".join((_WAITING.best(language), *lines, _TO_SIGN.best(language))))


def print_standing(standing: Standing, now: datetime, language: Language) -> None:
    """Say what is published until when, and who must sign what."""
    release, staged = standing.release, standing.staged
    print((_edition(release) if release else _NO_EDITION).best(language))
    if staged:
        waits = Text(
            f"Edition {staged.number} waits for signatures.",
            f"L'édition {staged.number} attend des signatures.",
        )
        print(waits.best(language))
    for role in standing.roles:
        print(f"  {role.role:<10} {_role(role, now).best(language)}")
    if any(_has_expired(role, now) for role in standing.roles):
        print(_TO_RENEW.best(language))
    print_missing(standing.waiting, language)


def standing_shape(standing: Standing) -> as_json.Shape:
    """How a repository stands, as JSON."""
    return {
        "published": standing.release.number if standing.release else None,
        "published_at": standing.release.published_at if standing.release else None,
        "staged": standing.staged.number if standing.staged else None,
        "roles": [
            {
                "role": each.role,
                "version": each.version or None,
                "expires": each.expires.isoformat() if each.expires else None,
                "threshold": each.threshold,
                "keys": list(each.keys),
            }
            for each in standing.roles
        ],
        "missing": [
            {
                "role": each.role,
                "version": each.version,
                "signatures": each.signatures,
                "keys": list(each.keys),
                "needed_by": each.needed_by.isoformat() if each.needed_by else None,
            }
            for each in standing.waiting
        ],
    }


def _edition(release: Release) -> Text:
    services = sum(each.services for each in release.shards.values())
    day = _day(datetime.fromisoformat(release.published_at))
    return Text(
        f"Edition {release.number}, prepared on {day.en}: {services} services.",
        f"Édition {release.number}, préparée le {day.fr} : {services} services.",
    )


def _role(role: RoleStanding, now: datetime) -> Text:
    keys = f"{role.threshold}/{len(role.keys)}: {_ids(role.keys)}"
    french_keys = keys.replace(":", " :")
    if role.expires is None:
        return Text(f"not published; keys {keys}", f"non publié; clés {french_keys}")
    day = _day(role.expires)
    held = Text(f"until {day.en}", f"jusqu'au {day.fr}")
    if _has_expired(role, now):
        held = Text(f"expired on {day.en}", f"expirée le {day.fr}")
    return Text(
        f"version {role.version}, {held.en}; keys {keys}",
        f"version {role.version}, {held.fr}; clés {french_keys}",
    )


def _has_expired(role: RoleStanding, now: datetime) -> bool:
    return role.expires is not None and role.expires <= now


def _missing(missing: Missing) -> Text:
    count, keys = missing.signatures, _ids(missing.keys)
    day = _day(missing.needed_by) if missing.needed_by else None
    by = Text(f", by {day.en}", f", avant le {day.fr}") if day else Text()
    return Text(
        f"{missing.role}, version {missing.version}: {count} of the keys {keys}{by.en}",
        f"{missing.role}, version {missing.version} : {count} parmi les clés {keys}{by.fr}",
    )


def _day(moment: datetime) -> Text:
    """The day by this computer's clock."""
    return full_date(moment.astimezone().date())


def _ids(keys: Iterable[str]) -> str:
    return " ".join(each[:SHORT_ID] for each in keys)
