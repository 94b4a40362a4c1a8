"""Reads the reference data that travels with the program: places, regions, words for needs.

Runs at every start, so it only splits lines and builds values.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tp_directory.core.bilingual import Text
from tp_directory.core.errors import CannotRead
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.place import Place, Point, PostalArea, Province, Region
from tp_directory.core.taxonomy import Group, Taxonomy, Term, ThesaurusEntry, Vocabulary

_PLACE_COLUMNS = (
    "geoname_id",
    "name",
    "province",
    "latitude",
    "longitude",
    "population",
    "timezone",
    "alternate_names",
)
_EXTRA_COLUMNS = ("id", "name", "province", "same_as", "timezone")
_REGION_COLUMNS = (
    "name_en",
    "name_fr",
    "province",
    "anchor_places",
    "radius_km",
    "member_geoname_ids",
)
_POSTAL_COLUMNS = ("fsa", "name", "province", "latitude", "longitude")
_THESAURUS_COLUMNS = ("en", "fr", "needs", "populations")
_PROVINCES = {province.value: province for province in Province}


def read_gazetteer(folder: Path) -> Gazetteer:
    """The places, regions and postal areas of a geography folder.

    Raises:
        CannotRead: a file is missing, or a line of it is not what its header says.
    """
    other_names, extra_places = _read_extra_places(folder / "extra_places.csv")
    places = _read_places(folder / "places.csv", other_names)
    return Gazetteer(
        (*places, *extra_places),
        _read_regions(folder / "regions.csv"),
        _read_postal_areas(folder / "fsa.csv"),
    )


def read_taxonomy(data: Path) -> Taxonomy:
    """The needs, the populations and the thesaurus of a data folder.

    Raises:
        CannotRead: a file is missing, or an entry of it lacks something.
    """
    return Taxonomy(
        _read_vocabulary(data / "taxonomy" / "needs.json"),
        _read_vocabulary(data / "taxonomy" / "populations.json"),
        _read_thesaurus(data / "thesaurus" / "thesaurus.csv"),
    )


def _read_extra_places(file: Path) -> tuple[dict[int, tuple[str, ...]], tuple[Place, ...]]:
    """More names of known places, by their ids; and places that no source gives a point for."""
    names: defaultdict[int, tuple[str, ...]] = defaultdict(tuple)
    rows: list[tuple[int, str, Province, str]] = []
    for number, (place_id, name, province, same_as, timezone) in _rows(file, _EXTRA_COLUMNS):
        try:
            if same_as:
                names[int(same_as)] += (name,)
            else:
                rows.append((int(place_id), name, _PROVINCES[province], timezone))
        except (KeyError, ValueError) as error:
            raise _unreadable(file, number, error) from error
    places = tuple(
        Place(place_id, name, province, None, 0, timezone, names[place_id])
        for place_id, name, province, timezone in rows
    )
    return names, places


def _read_places(file: Path, more_names: dict[int, tuple[str, ...]]) -> list[Place]:
    places: list[Place] = []
    for number, row in _rows(file, _PLACE_COLUMNS):
        place_id, name, province, latitude, longitude, people, timezone, alternate_names = row
        try:
            key = int(place_id)
            point = Point(float(latitude), float(longitude))
            names = tuple(alternate_names.split("|")) if alternate_names else ()
            if key in more_names:
                names += more_names[key]
            places.append(
                Place(key, name, _PROVINCES[province], point, int(people), timezone, names)
            )
        except (KeyError, ValueError) as error:
            raise _unreadable(file, number, error) from error
    return places


def _read_regions(file: Path) -> tuple[Region, ...]:
    regions: list[Region] = []
    for number, (name_en, name_fr, province, _anchors, _km, members) in _rows(
        file, _REGION_COLUMNS
    ):
        try:
            place_ids = frozenset(map(int, members.split("|")))
            region_id = f"{province}:{name_en}"
            text = Text(name_en, name_fr)
            regions.append(Region(region_id, text, _PROVINCES[province], place_ids))
        except (KeyError, ValueError) as error:
            raise _unreadable(file, number, error) from error
    return tuple(regions)


def _read_postal_areas(file: Path) -> tuple[PostalArea, ...]:
    areas: list[PostalArea] = []
    for number, (code, name, province, latitude, longitude) in _rows(file, _POSTAL_COLUMNS):
        try:
            point = Point(float(latitude), float(longitude))
            areas.append(PostalArea(code, name, _PROVINCES[province], point))
        except (KeyError, ValueError) as error:
            raise _unreadable(file, number, error) from error
    return tuple(areas)


def _read_vocabulary(file: Path) -> Vocabulary:
    try:
        content = json.loads(file.read_bytes())
    except OSError as error:
        raise CannotRead(file, str(error)) from error
    except ValueError as error:
        raise _unreadable(file, getattr(error, "lineno", 1), error) from error
    try:
        groups = tuple(Group(each["code"], _text(each["label"])) for each in content["groups"])
        terms = tuple(
            Term(
                each["code"],
                each["group"],
                _text(each["label"]),
                _text(each["description"]),
                tuple(each["synonyms"]["en"]),
                tuple(each["synonyms"]["fr"]),
            )
            for each in content["terms"]
        )
    except (KeyError, TypeError) as error:
        raise CannotRead(file, repr(error)) from error
    return Vocabulary(groups, terms)


def _read_thesaurus(file: Path) -> tuple[ThesaurusEntry, ...]:
    return tuple(
        ThesaurusEntry(_split(english), _split(french), _split(needs), _split(populations))
        for _number, (english, french, needs, populations) in _rows(file, _THESAURUS_COLUMNS)
    )


def _text(label: dict[str, Any]) -> Text:  # Any: straight from JSON, indexed by its two keys
    return Text(label["en"], label["fr"])


def _split(words: str) -> tuple[str, ...]:
    return tuple(words.split("|")) if words else ()


def _rows(file: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    """Each line's number and values, after checking the header and the number of values."""
    try:
        with file.open(encoding="utf-8", newline="") as lines:
            reader = csv.reader(lines)
            header = next(reader, [])
            if header != list(columns):
                raise CannotRead(Path(f"{file}:1"), f"{','.join(header)!r} ≠ {','.join(columns)!r}")
            for row in reader:
                if len(row) != len(columns):
                    raise CannotRead(Path(f"{file}:{reader.line_num}"), f"{row!r}")
                yield reader.line_num, row
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise CannotRead(file, str(error)) from error


def _unreadable(file: Path, line: int, error: Exception) -> CannotRead:
    """The line as "file:line", so that the sentence is right in both languages."""
    return CannotRead(Path(f"{file}:{line}"), repr(error))
