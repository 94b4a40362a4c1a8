"""Sentences about facts, in English and French, for the window, the terminal and paper alike."""

from __future__ import annotations

from datetime import date

from babel.numbers import format_decimal

from tp_directory.core.bilingual import Language, Text
from tp_directory.core.coverage import Closeness, Scope
from tp_directory.core.folding import unaccented
from tp_directory.core.phones import written
from tp_directory.core.place import Spot
from tp_directory.core.query import Hit
from tp_directory.core.service import Phone, PhoneKind, Service, Verification
from tp_directory.core.stated_date import earliest_day
from tp_directory.wording.dates import LOCALES, dated, full_date
from tp_directory.wording.editions import edition_age_line, edition_line
from tp_directory.wording.opening import availability, hours, open_word
from tp_directory.wording.week import WeekLine, week_lines, zone_note

__all__ = [
    "DOUBTFUL_YEARS",
    "NOT_CONFIRMED",
    "WeekLine",
    "availability",
    "closeness_heading",
    "distance",
    "edition_age_line",
    "edition_line",
    "facts_age",
    "hours",
    "how_far",
    "how_far_from",
    "is_doubtful",
    "kilometres",
    "number",
    "open_word",
    "page_date",
    "page_year",
    "phone_kind",
    "serves",
    "stated_date",
    "verification",
    "verification_kind",
    "week_lines",
    "where",
    "where_briefly",
    "withheld",
    "zone_note",
]

NOT_CONFIRMED = Text(
    "Compiled from public pages, not confirmed by the provider",
    "Renseignements tirés de pages publiques, non confirmés par l'organisme",
)
DOUBTFUL_YEARS = 3

_PHONE_KINDS = {
    PhoneKind.VOICE: Text("Phone", "Téléphone"),
    PhoneKind.TEXT: Text("Text message", "Texto"),
    PhoneKind.TTY: Text("TTY", "ATS"),
    PhoneKind.FAX: Text("Fax", "Télécopieur"),
    PhoneKind.VRS: Text("Video relay (VRS)", "Relais vidéo (SRV)"),
}
_VERIFICATIONS = {
    Verification.READ_ONCE: Text("read once", "lue une fois"),
    Verification.READ_TWICE: Text("read twice", "lue deux fois"),
    Verification.CORROBORATED: Text(
        "also in a public file kept by others",
        "figure aussi dans un fichier public tenu par d'autres",
    ),
    Verification.TWO_SOURCES: Text(
        "a second page prints the same numbers", "une deuxième page donne les mêmes numéros"
    ),
}
_WITHHELD = Text("address withheld for safety", "adresse non divulguée par mesure de sécurité")
_WITHHELD_BRIEFLY = Text("address withheld", "adresse non divulguée")
_ALL_OF_CANADA = Text("all of Canada", "tout le Canada")


def how_far(hit: Hit, language: Language) -> str:
    """How far a hit is from where it was searched; "" where nothing tells that.

    Two points that are the same are the centre of one town: they do not tell the way within it.
    """
    if not hit.distance_km:
        return ""
    is_approximate = hit.spot is not None and hit.spot.is_approximate
    return distance(hit.distance_km, language, approximate=is_approximate)


def how_far_from(hit: Hit, language: Language) -> str:
    """The same with the place it is measured from, for a hit that stands away from its search."""
    far = how_far(hit, language)
    if not far or hit.spot is None:
        return far
    start = hit.spot.title
    return Text(f"{far} from {start}", f"à {far} {_of(start)}").best(language)


def distance(km: float, language: Language, *, approximate: bool) -> str:
    """A distance in whole kilometres: no point of the directory is more exact than that.

    `approximate` says that the distance is from the centre of a postal area.
    """
    if km < 1:
        return Text("less than 1 km", "moins de 1 km").best(language)
    amount = kilometres(round(km), language)
    return Text(f"about {amount}", f"environ {amount}").best(language) if approximate else amount


def kilometres(km: float, language: Language) -> str:
    """A number of kilometres as it was asked for."""
    return f"{format_decimal(km, locale=LOCALES[language])} km"


def closeness_heading(closeness: Closeness, spot: Spot, language: Language) -> str:
    """The heading above the hits that serve a spot this closely."""
    town, province = spot.place.name, spot.place.province.label
    headings = {
        Closeness.TOWN: Text(f"Serves {town}", f"Territoire : {town}"),
        Closeness.REGION: Text(
            f"Serves the region around {town}", f"Territoire : région {_of(town)}"
        ),
        Closeness.PROVINCE: Text(
            f"Also serves here: {province.en}", f"Également offert ici : {province.fr}"
        ),
        Closeness.NATION: Text("Also serves here: Canada", "Également offert ici : Canada"),
    }
    return headings[closeness].best(language)


def facts_age(service: Service, today: date, language: Language) -> str:
    """How old the page is that the facts were read on, and whether to confirm them first."""
    stated_on = service.sources[0].stated_on
    earliest = earliest_day(stated_on)
    if earliest is None:
        text = Text("The page is undated", "La page n'est pas datée")
    else:
        stated = _stated(stated_on, earliest)
        text = Text(f"The page is from {stated.en}", f"La page date {stated.fr}")
    if is_doubtful(service, today):
        text = Text(
            f"{text.en}: confirm before you rely on it",
            f"{text.fr} : à confirmer avant de s'y fier",
        )
    return text.best(language)


def page_date(service: Service, language: Language) -> str:
    """The date that the page states, in a few words; says where it states none."""
    stated_on = service.sources[0].stated_on
    earliest = earliest_day(stated_on)
    if earliest is None:
        return Text("undated page", "page sans date").best(language)
    stated = _stated(stated_on, earliest)
    return Text(f"page of {stated.en}", f"page {stated.fr}").best(language)


def page_year(service: Service, language: Language) -> str:
    """The year alone of the date that the page states, for a line with little room."""
    earliest = earliest_day(service.sources[0].stated_on)
    if earliest is None:
        return page_date(service, language)
    return Text(f"page of {earliest.year}", f"page de {earliest.year}").best(language)


def stated_date(stated_on: str, language: Language) -> str:
    """A date as exactly as a source states it: a year, a month or a day; "" where undated."""
    earliest = earliest_day(stated_on)
    return _plainly_stated(stated_on, earliest).best(language) if earliest else ""


def is_doubtful(service: Service, today: date) -> bool:
    """Whether the page is undated or at least three years old.

    The age counts from the earliest day that the date it states can mean.
    """
    earliest = earliest_day(service.sources[0].stated_on)
    if earliest is None:
        return True
    is_before_day = (today.month, today.day) < (earliest.month, earliest.day)
    return today.year - earliest.year - is_before_day >= DOUBTFUL_YEARS


def verification(service: Service, language: Language) -> str:
    """How often the record was read, and on which day where it was once."""
    words = verification_kind(service.verification, language)
    if service.verification is not Verification.READ_ONCE:
        return words
    read_on = full_date(service.sources[0].read_on)
    return Text(f"{words} on {read_on.en}", f"{words}, le {read_on.fr}").best(language)


def verification_kind(verification: Verification, language: Language) -> str:
    """How often a record was read, without its day."""
    return _VERIFICATIONS[verification].best(language)


def withheld(language: Language) -> str:
    """Why no address is shown."""
    return _WITHHELD.best(language)


def phone_kind(kind: PhoneKind, language: Language) -> str:
    """What answers at a number."""
    return _PHONE_KINDS[kind].best(language)


def number(phone: Phone, language: Language) -> str:
    """A number as it is dialled, with its extension."""
    extension = f"{Text('ext.', 'poste').best(language)} {phone.extension}"
    return f"{written(phone.number)} {extension}" if phone.extension else written(phone.number)


def serves(service: Service, language: Language) -> str:
    """The area served, with a capital; "" where no words say it and it is only a part."""
    area = area_served(service, language)
    return area[:1].upper() + area[1:]


def area_served(service: Service, language: Language) -> str:
    """The same as part of a sentence: "all of Ontario"."""
    coverage = service.coverage
    if service.serves:
        return service.serves.best(language)
    if coverage.is_national:
        return _ALL_OF_CANADA.best(language)
    is_part = bool(coverage.place_ids or coverage.region_ids)
    if is_part and coverage.scope is not Scope.PROVINCE:
        return ""
    return ", ".join(province.label.best(language) for province in coverage.provinces)


def where(service: Service, language: Language) -> str:
    """The town and province it is in, or that its address is withheld; "" where it is nowhere."""
    location = service.location
    if service.address_withheld:
        town = f" ({location.city})" if location and location.city else ""
        return f"{withheld(language)}{town}"
    if location is None:
        return ""
    province = location.province.label.best(language)
    return f"{location.city}, {province}" if location.city else province


def where_briefly(service: Service, language: Language) -> str:
    """The same for a line with little room: the town comes first, for the end may be cut."""
    location = service.location
    if location and location.city and not service.address_withheld:
        return f"{location.city}, {location.province}"
    if not service.address_withheld:
        return where(service, language)
    words = _WITHHELD_BRIEFLY.best(language)
    return f"{location.city} ({words})" if location and location.city else words


def _stated(stated_on: str, earliest: date) -> Text:
    """The date a page states, with "de" in French."""
    plain = _plainly_stated(stated_on, earliest)
    is_day = len(stated_on) > len("2020-03")
    return Text(plain.en, f"du {plain.fr}" if is_day else _of(plain.fr))


def _plainly_stated(stated_on: str, earliest: date) -> Text:
    match len(stated_on):
        case 4:
            return Text(stated_on, stated_on)
        case 7:
            return dated(earliest, "MMMM y", "MMMM y")
        case _:
            return full_date(earliest)


def _of(name: str) -> str:
    """A name after "de" in French, which fuses with a vowel and with an article."""
    article, _, rest = name.partition(" ")
    if rest and article in {"Le", "Les"}:
        return f"{'du' if article == 'Le' else 'des'} {rest}"
    return f"d'{name}" if unaccented(name[:1]) in {*"aeiou"} else f"de {name}"
