"""What updates do, how they ended and when the next one begins, in both languages."""

from __future__ import annotations

from datetime import datetime

from tp_directory.core.bilingual import Language, Text
from tp_directory.core.closure import Fate
from tp_directory.core.place import Province
from tp_directory.core.preferences import QuietHours
from tp_directory.core.release import SHARDS, Changes
from tp_directory.core.update_standing import Standing
from tp_directory.core.updating import Attempt, Outcome, Stage, UpdateStep
from tp_directory.wording.dates import french_time, full_date, time_words

_STAGES = {
    Stage.CHECKING: Text("Looking for a new edition", "Recherche d'une nouvelle édition"),
    Stage.DOWNLOADING: Text("Downloading", "Téléchargement"),
    Stage.ASSEMBLING: Text("Putting the edition together", "Assemblage de l'édition"),
    Stage.BUILDING: Text("Building the edition", "Construction de l'édition"),
    Stage.TESTING: Text("Testing the edition", "Essai de l'édition"),
    Stage.SAVING: Text("Saving the edition", "Enregistrement de l'édition"),
    Stage.SWITCHING: Text("Switching to the edition", "Passage à l'édition"),
    Stage.SWITCHED: Text("The edition is ready", "L'édition est prête"),
}
_BRIEFLY = {
    Outcome.INSTALLED: Text("up to date", "à jour"),
    Outcome.UP_TO_DATE: Text("up to date", "à jour"),
    Outcome.NOT_TRUSTED: Text("updates not trusted", "mises à jour non fiables"),
    Outcome.EXPIRED: Text("published data expired", "données publiées expirées"),
    Outcome.CLOCK_WRONG: Text("clock of this computer wrong", "horloge de l'ordinateur inexacte"),
    Outcome.CANNOT_WRITE: Text("update could not be saved", "mise à jour non enregistrée"),
    Outcome.DAMAGED: Text("update could not be used", "mise à jour inutilisable"),
}
_OUTCOMES = {
    Outcome.INSTALLED: Text("Installed", "Installée"),
    Outcome.UP_TO_DATE: Text("Nothing new", "Rien de nouveau"),
    Outcome.NOT_SET_UP: Text("Not set up", "Non configuré"),
    Outcome.BUSY: Text("Another update was running", "Une autre mise à jour était en cours"),
    Outcome.UNREACHABLE: Text("Not reached", "Source injoignable"),
    Outcome.NOT_TRUSTED: Text("Not trusted", "Source non fiable"),
    Outcome.EXPIRED: Text("Expired", "Données expirées"),
    Outcome.CLOCK_WRONG: Text("Clock wrong", "Horloge inexacte"),
    Outcome.CANNOT_WRITE: Text("Not saved", "Non enregistrée"),
    Outcome.DAMAGED: Text("Not usable", "Inutilisable"),
    Outcome.CANCELLED: Text("Stopped", "Arrêtée"),
}


def step_line(step: UpdateStep, language: Language) -> str:
    """What an update is doing, and how far it is where that is known."""
    stage = _STAGES[step.stage].best(language)
    if not step.total:
        return f"{stage}…"
    far = Text(f"{step.done} of {step.total}", f"{step.done} sur {step.total}").best(language)
    return Text(f"{stage}: {far}", f"{stage} : {far}").best(language)


def standing_line(standing: Standing, now: datetime, language: Language, *, is_set_up: bool) -> str:
    """How things stand with updates, in one plain sentence."""
    if not is_set_up:
        text = Text(
            "Updates are not set up on this computer.",
            "Les mises à jour ne sont pas configurées sur cet ordinateur.",
        )
        return text.best(language)
    if standing.outcome is None or standing.since is None:
        text = Text(
            "No update was looked for yet.", "Aucune mise à jour n'a encore été recherchée."
        )
        return text.best(language)
    when = moment_words(standing.since, now)
    return _sentence(standing.outcome, when).best(language)


def _sentence(outcome: Outcome, when: Text) -> Text:
    match outcome:
        case Outcome.INSTALLED:
            return Text(
                f"Up to date: this edition was installed {when.en}.",
                f"À jour : cette édition a été installée {when.fr}.",
            )
        case Outcome.UP_TO_DATE:
            return Text(f"Up to date: checked {when.en}.", f"À jour : vérifié {when.fr}.")
        case Outcome.UNREACHABLE:
            return Text(
                f"Updates cannot be reached since {_since(when)}.",
                f"Les mises à jour sont injoignables depuis {when.fr}.",
            )
        case Outcome.NOT_TRUSTED:
            return Text(
                f"What is published is not trusted, since {_since(when)}: it was not installed.",
                f"Ce qui est publié n'est pas fiable depuis {when.fr} : rien n'a été installé.",
            )
        case Outcome.EXPIRED:
            return Text(
                f"What is published has expired, as seen {when.en}: it was not installed.",
                f"Ce qui est publié a expiré, constaté {when.fr} : rien n'a été installé.",
            )
        case Outcome.CLOCK_WRONG:
            return Text(
                "The clock of this computer seems wrong: updates wait until it is set.",
                "L'horloge de cet ordinateur semble inexacte : les mises à jour attendent qu'elle "
                "soit réglée.",
            )
        case Outcome.CANNOT_WRITE:
            return Text(
                f"The update could not be saved on this computer {when.en}.",
                f"La mise à jour n'a pas pu être enregistrée sur cet ordinateur {when.fr}.",
            )
        case Outcome.DAMAGED:
            return Text(
                f"The update could not be used {when.en}: it was not installed.",
                f"La mise à jour était inutilisable {when.fr} : elle n'a pas été installée.",
            )
        case Outcome.BUSY:
            return Text(
                f"Another update was running {when.en}.",
                f"Une autre mise à jour était en cours {when.fr}.",
            )
        case Outcome.CANCELLED:
            return Text(
                f"The update was stopped {when.en}.", f"La mise à jour a été arrêtée {when.fr}."
            )
        case Outcome.NOT_SET_UP:
            return Text("Updates were not set up.", "Les mises à jour n'étaient pas configurées.")


def held_back_line(number: int, language: Language) -> str:
    """That an edition is not installed again by itself, "" for number 0."""
    text = Text(
        f"Edition {number} is held back, as you went back from it. “Update now” brings it back.",
        f"L'édition {number} est retenue, car vous en êtes revenu. « Mettre à jour maintenant » la "
        "rétablit.",
    )
    return text.best(language) if number else ""


def standing_briefly(
    standing: Standing, now: datetime, language: Language, *, is_set_up: bool
) -> str:
    """The same in a few words to follow the number of an edition, "" where there is no news."""
    if not is_set_up or standing.outcome is None or standing.since is None:
        return ""
    if standing.outcome is Outcome.UNREACHABLE:
        when = day_words(standing.since, now)
        text = Text(
            f"updates unreachable since {_since(when)}",
            f"mises à jour injoignables depuis {when.fr}",
        )
    else:
        text = _BRIEFLY.get(standing.outcome, Text())
    return text.best(language)


def attempt_line(attempt: Attempt, now: datetime, language: Language) -> str:
    """When an attempt was made, how it ended in a word or two, and from where it came."""
    when = moment_words(datetime.fromisoformat(attempt.at), now).best(language)
    when = when[:1].upper() + when[1:]
    outcome = _OUTCOMES[attempt.outcome].best(language)
    if attempt.outcome is Outcome.INSTALLED:
        number = Text(f"edition {attempt.number}", f"édition {attempt.number}").best(language)
        outcome = f"{outcome}, {number}"
    return " · ".join(filter(None, (when, outcome, attempt.source)))


def next_line(
    moment: datetime | None, now: datetime, language: Language, *, is_paused: bool
) -> str:
    """When the next update may begin by itself; the moment may be over, or None for never."""
    if is_paused or moment is None:
        text = Text(
            "Updates are paused: none begins by itself.",
            "Les mises à jour sont suspendues : aucune ne commence d'elle-même.",
        )
    elif moment <= now:
        text = Text(
            "The next update begins as soon as the network allows it.",
            "La prochaine mise à jour commence dès que le réseau le permet.",
        )
    else:
        when = moment_words(moment, now)
        text = Text(
            f"The next update begins {when.en}.", f"La prochaine mise à jour commence {when.fr}."
        )
    return text.best(language)


def quiet_words(quiet: QuietHours, language: Language) -> str:
    """The hours in which no update begins by itself."""
    first, last = quiet.hours
    if first == last:
        return Text("none", "aucune").best(language)
    return Text(
        f"from {first}:00 to {last}:00", f"de {french_time(first, 0)} à {french_time(last, 0)}"
    ).best(language)


def subscription_line(shards: tuple[str, ...], language: Language) -> str:
    """Whose services are followed."""
    if set(shards) == set(SHARDS):
        text = Text("All of Canada is followed.", "Tout le Canada est suivi.")
    else:
        labels = [province.label for province in Province if province.lower() in shards]
        english, french = ", ".join(e.en for e in labels), ", ".join(e.fr for e in labels)
        text = Text(
            f"Followed: national services, {english}."
            if labels
            else "Followed: national services.",
            f"Suivis : services nationaux, {french}." if labels else "Suivis : services nationaux.",
        )
    return text.best(language)


def change_counts(changes: Changes, language: Language) -> str:
    """How many services were added, changed, closed and removed, "" for nothing."""
    counts = (
        _counted(len(changes.added), "added", "ajouté", "ajoutés"),
        _counted(len(changes.changed), "changed", "modifié", "modifiés"),
        _counted(len(changes.closed), "closed", "fermé", "fermés"),
        _counted(len(changes.removed), "removed", "retiré", "retirés"),
    )
    return ", ".join(text.best(language) for text in counts if text)


def closed_while_shown(fate: Fate) -> Text:
    """Why the service that was looked at is not in front any more."""
    if fate.instead is None:
        return Text(
            "The service that was shown is not in the new edition. Do not rely on its number.",
            "Le service affiché n'est pas dans la nouvelle édition. Ne vous fiez pas à son numéro.",
        )
    english, french = (fate.instead.name.best(language) for language in Language)
    return Text(
        f"The service that was shown has closed. What replaces it is shown: {english}.",
        f"Le service affiché a fermé. Celui qui le remplace est affiché : {french}.",
    )


def in_use_line(number: int, changes: Changes, language: Language) -> str:
    """That another edition is in use from now on, and what it brought."""
    counts = change_counts(changes, language)
    text = Text(f"Edition {number} is in use", f"L'édition {number} est en usage").best(language)
    colon = Text(": ", " : ").best(language)
    return f"{text}{colon}{counts}" if counts else text


def moment_words(moment: datetime, now: datetime) -> Text:
    """A day and a time of the computer's clock, as they follow a verb."""
    day, time = day_words(moment, now), time_words(moment.astimezone(now.tzinfo))
    return Text(f"{day.en} at {time.en}", f"{day.fr} à {time.fr}")


def day_words(moment: datetime, now: datetime) -> Text:
    """A day of the computer's calendar, as it follows a verb."""
    local = moment.astimezone(now.tzinfo).date()
    match (local - now.date()).days:
        case 0:
            return Text("today", "aujourd'hui")
        case -1:
            return Text("yesterday", "hier")
        case 1:
            return Text("tomorrow", "demain")
    day = full_date(local)
    return Text(f"on {day.en}", f"le {day.fr}")


def _since(when: Text) -> str:
    return when.en.removeprefix("on ")


def _counted(count: int, english: str, french: str, french_plural: str) -> Text:
    if not count:
        return Text()
    return Text(f"{count} {english}", f"{count} {french_plural if count > 1 else french}")
