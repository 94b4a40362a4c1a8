"""Tells of each setting what it is and who decided it, for whoever sets a computer up."""

from __future__ import annotations

from tp_directory.cli import as_json
from tp_directory.cli.verb import Format
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.errors import CannotRead
from tp_directory.core.preferences import SETTINGS, Chosen, Origin, Theme, plain_value
from tp_directory.core.release import SHARDS
from tp_directory.core.updating import UpdateSetup
from tp_directory.paths import UserFolders
from tp_directory.policy import ScreeningRules, read_policy, resolve, resolve_updates
from tp_directory.settings import Settings, read_settings
from tp_directory.wording.updates import quiet_words

_LABELS = {
    "language": Text("Language", "Langue"),
    "theme": Text("Colours", "Couleurs"),
    "text_size": Text("Size of the text", "Taille du texte"),
    "idle_minutes": Text("Hide the window when unused", "Masquer la fenêtre inutilisée"),
    "neutral_title": Text("Neutral window title", "Titre de fenêtre neutre"),
    "home": Text("Search from", "Chercher à partir de"),
    "erase_minutes": Text("Erase a hidden checklist", "Effacer une liste masquée"),
    "questions_at_once": Text("Questions at once", "Questions à la fois"),
    "updates_paused": Text("Pause updates", "Suspendre les mises à jour"),
    "quiet_hours": Text("Quiet hours without updates", "Heures calmes sans mise à jour"),
    "update_sources": Text("Own sources of updates", "Sources de mises à jour choisies"),
}
_LANGUAGES = {
    None: Text("as the system", "comme le système"),
    Language.EN: Text("English", "anglais"),
    Language.FR: Text("French", "français"),
}
_THEMES = {
    Theme.SYSTEM: Text("as the system", "comme le système"),
    Theme.LIGHT: Text("light", "claires"),
    Theme.DARK: Text("dark", "sombres"),
    Theme.CONTRAST: Text("high contrast", "contraste élevé"),
}
_LOOKED_FOR = Text(
    "A policy for everybody on this computer is looked for here: ",
    "Une politique pour tous les utilisateurs de cet ordinateur est cherchée ici : ",
)
_ANYWHERE = Text("anywhere", "partout")
_NEVER = Text("never", "jamais")
_AT_ONCE = Text("at once", "aussitôt")
_ALL = Text("the whole section", "toute la section")
_NONE_REVIEWED = Text("none reviewed", "aucune révisée")
_FREE_TEXT = Text("questions for free text are asked", "questions à texte libre admises")
_NO_FREE_TEXT = Text("no questions for free text", "aucune question à texte libre")
_NONE = Text("none", "aucune")
_NOT_SET_UP = Text(
    "Updates: not set up, as nothing says where they come from",
    "Mises à jour : non configurées, car rien ne dit d'où elles viennent",
)
_ALL_CANADA = Text("all of Canada", "tout le Canada")
_METERED = Text("over metered connections, too", "aussi par les connexions limitées")
_NOT_METERED = Text("not over metered connections", "pas par les connexions limitées")
_YES, _NO = Text("yes", "oui"), Text("no", "non")


def show_settings(folders: UserFolders, format_: Format, language: Language) -> int:
    """Print the settings in force and what is wrong with them; 1 where something is, 0 else."""
    try:
        settings, notice = read_settings(folders.settings)
    except CannotRead as error:
        settings, notice = Settings(), error.text
    policy = read_policy(folders.policies)
    chosen = resolve(settings.own, policy)
    updates = resolve_updates(chosen.preferences.update_sources, policy)
    faults = [each.best(language) for each in (notice, *policy.faults) if each]
    files = list(map(str, folders.policies))
    if format_ is Format.JSON:
        shape = {
            "settings": _shapes(chosen),
            "screening": {
                "reviewed": sorted(policy.screening.reviewed),
                "free_text": policy.screening.free_text,
            },
            "updates": {
                "sources": updates.sources,
                "root": str(updates.root) if updates.root else None,
                "shards": updates.shards,
                "metered": policy.metered,
            },
            "policies": files,
            "faults": faults,
        }
        print(as_json.printed(shape))
    else:
        lines = [_line(name, chosen, language) for name in SETTINGS]
        lines.append(_checklists(policy.screening).best(language))
        lines.append(_updates(updates, metered=policy.metered).best(language))
        print(*lines, _LOOKED_FOR.best(language) + ", ".join(files), *faults, sep="\n")
    return 1 if faults else 0


def _shapes(chosen: Chosen) -> list[as_json.Shape]:
    return [
        {
            "name": name,
            "value": plain_value(chosen.preferences, name),
            "origin": chosen.origins[name],
            "file": str(chosen.files[name]) if name in chosen.files else None,
        }
        for name in SETTINGS
    ]


def _checklists(rules: ScreeningRules) -> Text:
    """What an administrator says of checklists."""
    count = len(rules.reviewed)
    reviewed = Text(f"{count} reviewed", f"{count} révisées" if count > 1 else "1 révisée")
    reviewed = reviewed if count else _NONE_REVIEWED
    asked = _FREE_TEXT if rules.free_text else _NO_FREE_TEXT
    return Text(
        f"Checklists from outside: {reviewed.en}, {asked.en}",
        f"Listes venues d'ailleurs : {reviewed.fr}, {asked.fr}",
    )


def _updates(setup: UpdateSetup, *, metered: bool) -> Text:
    """Where updates come from, and how much of them is fetched."""
    if not setup.sources:
        return _NOT_SET_UP
    sources, shards = ", ".join(setup.sources), ", ".join(setup.shards)
    subscribed = _ALL_CANADA if setup.shards == SHARDS else Text(shards)
    connection = _METERED if metered else _NOT_METERED
    return Text(
        f"Updates: from {sources}; {subscribed.en}; {connection.en}",
        f"Mises à jour : de {sources}; {subscribed.best(Language.FR)}; {connection.fr}",
    )


def _line(name: str, chosen: Chosen, language: Language) -> str:
    """A setting in words, with the name that files give it."""
    label = _LABELS[name].best(language)
    value = _value(name, chosen).best(language)
    origin = _origin(name, chosen).best(language)
    return Text(
        f"{label} ({name}): {value} — {origin}", f"{label} ({name}) : {value} — {origin}"
    ).best(language)


def _value(name: str, chosen: Chosen) -> Text:
    preferences = chosen.preferences
    match name:
        case "language":
            return _LANGUAGES[preferences.language]
        case "theme":
            return _THEMES[preferences.theme]
        case "text_size":
            return Text(f"{preferences.text_size}%", f"{preferences.text_size} %")
        case "idle_minutes":
            minutes = preferences.idle_minutes
            after = Text(f"after {minutes} min", f"après {minutes} min")
            return after if minutes else _NEVER
        case "erase_minutes":
            minutes = preferences.erase_minutes
            return Text(f"after {minutes} min", f"après {minutes} min") if minutes else _AT_ONCE
        case "questions_at_once":
            return (
                Text(str(preferences.questions_at_once)) if preferences.questions_at_once else _ALL
            )
        case "neutral_title" | "updates_paused":
            return _YES if getattr(preferences, name) else _NO
        case "quiet_hours":
            return Text(*(quiet_words(preferences.quiet_hours, each) for each in Language))
        case "update_sources":
            return Text(", ".join(preferences.update_sources)) or _NONE
        case _:
            return Text(preferences.home) if preferences.home else _ANYWHERE


def _origin(name: str, chosen: Chosen) -> Text:
    file = chosen.files.get(name)
    return {
        Origin.DEFAULT: Text("default", "par défaut"),
        Origin.USER: Text("set by you", "choisi par vous"),
        Origin.PRESET: Text(f"preset by {file}", f"proposé par {file}"),
        Origin.LOCKED: Text(f"locked by {file}", f"verrouillé par {file}"),
    }[chosen.origins[name]]
