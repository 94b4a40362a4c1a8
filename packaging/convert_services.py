"""Turns the collected services.jsonl into the records of data/directory: was run once, on it.

    python packaging/convert_services.py services.jsonl data

Kept so that anybody can repeat it: the same input gives the same bytes. It adds no fact; what it
does not understand stops it. The format of what it writes is data/directory/PROFILE.md.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from uuid import uuid5

from babel import Locale

from convert_areas import NATION_CODE, Part, coverage_of, place_of, timezone_of
from convert_hours import schedules
from convert_words import DATE_NOTES, FRENCH, FRENCH_ORGANIZATIONS, Doubtful
from tp_directory.core.coverage import Scope
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.place import Place
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.exchange.hsds import NAMESPACE, Status
from tp_directory.exchange.reference import read_gazetteer, read_taxonomy

_CODE_FORGE = "https://github.com/"
_POST_OFFICE_BOX = re.compile(r"P\.?\s?O\.? Box\b")
_NOTED_URL = re.compile(r"(\S+)(?: \((.+)\))?")


def convert(lines: Iterable[str], gazetteer: Gazetteer, taxonomy: Taxonomy) -> dict[str, str]:
    """The files of data/directory by their names, from the lines of services.jsonl.

    Raises:
        Doubtful: a record carries what it must not, or what this converter does not know.
    """
    files: defaultdict[str, list[Part]] = defaultdict(list)
    for line in lines:
        source = json.loads(line)
        files[_file_name(source)].append(record(source, gazetteer, taxonomy))
    return {
        name: "".join(f"{_json(each)}\n" for each in sorted(records, key=lambda each: each["id"]))
        for name, records in sorted(files.items())
    }


def record(source: Part, gazetteer: Gazetteer, taxonomy: Taxonomy) -> Part:
    """One HSDS record with our profile, from one collected service.

    Raises:
        Doubtful: see `convert`.
    """
    slug = source["id"]
    service_id = _uuid(slug)
    town = place_of(source, gazetteer)
    coverage, areas = coverage_of(source, gazetteer)
    organization = _organization(source)
    hours = source["hours"] or ""
    whole: Part = {
        "id": service_id,
        "slug": slug,
        "organization_id": organization["id"],
        "name": source["name_en"],
        "description": source["description_en"],
        "url": source["url"],
        "email": source["email"],
        "status": Status.ACTIVE.value,
        "interpretation_services": source["interpretation"],
        "application_process": source["access_en"],
        "fees_description": source["fees_en"],
        "eligibility_description": source["eligibility_en"],
        "translations": _translations(
            name=source["name_fr"],
            description=source["description_fr"],
            interpretation_services=_in_french(source["interpretation"]),
            application_process=source["access_fr"],
            fees_description=source["fees_fr"] or _in_french(source["fees_en"]),
            eligibility_description=source["eligibility_fr"],
        ),
        "organization": organization,
        "phones": [_phone(slug, service_id, phone) for phone in source["phones"]],
        "schedules": [
            {"id": _uuid(f"{slug}/schedules/{number}"), "service_id": service_id, **schedule}
            for number, schedule in enumerate(schedules(hours))
        ],
        "service_areas": [
            {
                "id": _uuid(f"{slug}/service_areas/{area.en}"),
                "service_id": service_id,
                "name": area.en,
                "translations": _translations(name=area.fr),
            }
            for area in areas
        ],
        "service_at_locations": _locations(slug, service_id, source, town),
        "languages": [
            {
                "id": _uuid(f"{slug}/languages/{code}"),
                "service_id": service_id,
                "name": Locale("en").languages[code],
                "code": code,
            }
            for code in source["languages"]
        ],
        "attributes": [
            {
                "id": _uuid(f"{slug}/attributes/{need}"),
                "link_id": service_id,
                "taxonomy_term_id": _uuid(f"needs/{need}"),
                "link_type": "need",
                "link_entity": "service",
                "value": need,
                "label": taxonomy.needs.by_code[need].label.en,
            }
            for need in source["needs"]
        ],
        "coverage": coverage,
        "populations": source["populations"],
        "opening_hours": hours,
        "timezone": timezone_of(source, town),
        "address_withheld": {"reason": "safety"} if source["confidential_address"] else None,
        "sources": list(_sources(source)),
        "verification": source["verification"],
    }
    return _stated(whole)


def main(arguments: list[str]) -> int:
    """Write the records of a collected file below a data folder, and say how many."""
    collected, data = map(Path, arguments)
    gazetteer, taxonomy = read_gazetteer(data / "geography"), read_taxonomy(data)
    folder = data / "directory"
    folder.mkdir(parents=True, exist_ok=True)
    with collected.open(encoding="utf-8") as lines:
        files = convert(lines, gazetteer, taxonomy)
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8", newline="\n")
        print(f"{name}: {content.count(chr(10))}")
    return 0


def _file_name(source: Part) -> str:
    if source["scope"] == Scope.NATIONAL:
        return "national.jsonl"
    return f"{(source['province'] or source['provinces'][0]).lower()}.jsonl"


def _organization(source: Part) -> Part:
    name = source["organization"]
    french = FRENCH_ORGANIZATIONS.get(name, source["organization_fr"])
    part = {"id": _uuid(f"organizations/{name}"), "name": name, "description": ""}
    return part | ({"translations": _translations(name=french)} if french else {})


def _phone(slug: str, service_id: str, phone: Part) -> Part:
    extension = phone["extension"] or ""
    if extension and str(int(extension)) != extension:
        raise Doubtful(f"{slug}: extension {extension}")
    path = "/".join(filter(None, (phone["number"], phone["type"], extension)))
    return _stated(
        {
            "id": _uuid(f"{slug}/phones/{path}"),
            "service_id": service_id,
            "number": phone["number"],
            "extension": int(extension) if extension else None,
            "type": phone["type"],
            "description": phone["label_en"],
            "translations": _translations(description=phone["label_fr"]),
            "opening_hours": phone["hours"],
        }
    )


def _locations(slug: str, service_id: str, source: Part, place: Place | None) -> list[Part]:
    province, city = source["province"], source["city"]
    if source["confidential_address"] and (source["address"] or source["postal_code"]):
        raise Doubtful(f"{slug}: an address that is withheld")
    if not province:
        return []
    location_id = _uuid(f"{slug}/location")
    address = _address(slug, location_id, source) if source["address"] else None
    return [
        {
            "id": _uuid(f"{slug}/service_at_location"),
            "service_id": service_id,
            "location_id": location_id,
            "location": _stated(
                {
                    "id": location_id,
                    "location_type": "physical",
                    "addresses": [address] if address else [],
                    "locality": _stated(
                        {
                            "city": city,
                            "state_province": province,
                            "place": place.id if place else None,
                        }
                    ),
                }
            ),
        }
    ]


def _address(slug: str, location_id: str, source: Part) -> Part:
    end = f", {source['city']} {source['province']}"
    street = source["address"].removesuffix(end)
    return {
        "id": _uuid(f"{slug}/address"),
        "location_id": location_id,
        "address_1": street,
        "city": source["city"],
        "state_province": source["province"],
        "postal_code": source["postal_code"] or "",
        "country": NATION_CODE,
        "address_type": "postal" if _POST_OFFICE_BOX.match(street) else "physical",
    }


def _sources(source: Part) -> Iterator[Part]:
    url, note = _split_note(source["source_url"])
    stated_on, _, date_note = (source["source_date"] or "").partition("; ")
    notes = [note, DATE_NOTES[date_note] if date_note else ""]
    first: Part = {
        "url": url,
        "kind": _kind(url, "page"),
        "read_on": source["read_on"],
        "stated_on": stated_on,
        "note": "; ".join(filter(None, notes)),
    }
    yield _stated(first)
    if not source["verification_url"]:
        return
    second, note = _split_note(source["verification_url"])
    if second != url:
        kind = _kind(second, "second_page")
        yield _stated({"url": second, "kind": kind, "read_on": source["read_on"], "note": note})


def _kind(url: str, otherwise: str) -> str:
    return "public_file" if url.startswith(_CODE_FORGE) else otherwise


def _split_note(words: str) -> tuple[str, str]:
    """A URL and the note in parentheses behind it, "" where there is none."""
    parts = _NOTED_URL.fullmatch(words)
    if not parts:
        raise Doubtful(words)
    return parts[1], parts[2] or ""


def _translations(**french: str | None) -> list[Part]:
    return [
        {"field": field, "language": "fr", "text": text} for field, text in french.items() if text
    ]


def _in_french(english: str | None) -> str:
    if english and english not in FRENCH:
        raise Doubtful(f"no French for: {english}")
    return FRENCH[english] if english else ""


def _stated(part: Part) -> Part:
    """Without what is not stated: absent means unknown."""
    return {key: value for key, value in part.items() if value not in (None, "", [])}


def _uuid(path: str) -> str:
    return str(uuid5(NAMESPACE, path))


def _json(part: Part) -> str:
    return json.dumps(part, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
