"""The bundled records against the list they were made from (services.jsonl.xz, as collected)."""

import json
import lzma
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from uuid import NAMESPACE_DNS, UUID, uuid5

import pytest

from convert_hours import schedules
from convert_services import convert, main, record
from convert_words import DATE_NOTES, FRENCH, FRENCH_ORGANIZATIONS, Doubtful
from tp_directory import paths
from tp_directory.core.bilingual import Text
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.place import Province
from tp_directory.core.service import Phone, PhoneKind, Service
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.exchange.fields import Part
from tp_directory.exchange.hsds import NAMESPACE, decode

_COLLECTED = Path(__file__).with_name("services.jsonl.xz")


@pytest.fixture(scope="module")
def collected() -> tuple[str, ...]:
    with lzma.open(_COLLECTED, "rt", encoding="utf-8") as lines:
        return tuple(lines)


@pytest.fixture(scope="module")
def pairs(
    collected: tuple[str, ...], services: tuple[Service, ...]
) -> tuple[tuple[Part, Service], ...]:
    """Each collected service, with the bundled one."""
    by_id = {service.id: service for service in services}
    sources = [json.loads(line) for line in collected]
    return tuple((source, by_id[str(uuid5(NAMESPACE, source["id"]))]) for source in sources)


@pytest.fixture
def source() -> Part:
    """A fictional service as it would be collected."""
    return {
        "id": "on-kenora-example",
        "organization": "Example Society",
        "organization_fr": None,
        "name_en": "Example House",
        "name_fr": "Maison Exemple",
        "description_en": "A fictional shelter.",
        "description_fr": "Un refuge fictif.",
        "needs": ["shelter_emergency"],
        "populations": [],
        "scope": "region",
        "provinces": ["ON"],
        "service_area": ["Kenora"],
        "city": "Kenora",
        "province": "ON",
        "address": "PO Box 1, Kenora ON",
        "postal_code": "P9N 1A1",
        "confidential_address": False,
        "phones": [
            {
                "number": "+1-807-555-0123",
                "type": "voice",
                "label_en": "Main line",
                "label_fr": "Ligne principale",
                "hours": None,
                "extension": "12",
            }
        ],
        "email": None,
        "url": None,
        "languages": ["oj"],
        "interpretation": None,
        "hours": "Mo-Fr 09:00-17:00",
        "fees_en": "Free",
        "fees_fr": None,
        "eligibility_en": None,
        "eligibility_fr": None,
        "access_en": None,
        "access_fr": None,
        "source_url": "https://example.org/ (page 2)",
        "source_date": "2020-12; confirmed 2026-07",
        "read_on": "2026-11-23",
        "verification": "two_sources",
        "verification_url": "https://example.org/other",
    }


def test_converting_again_gives_the_same_bytes(
    collected: tuple[str, ...], bundle: paths.Bundle, gazetteer: Gazetteer, taxonomy: Taxonomy
) -> None:
    files = convert(collected, gazetteer, taxonomy)
    bundled = sorted((bundle.data / "directory").glob("*.jsonl"))

    assert sorted(files) == [file.name for file in bundled]
    assert [files[file.name].encode() for file in bundled] == [
        file.read_bytes() for file in bundled
    ]


def test_the_order_of_the_list_does_not_matter(
    collected: tuple[str, ...], gazetteer: Gazetteer, taxonomy: Taxonomy
) -> None:
    assert convert(reversed(collected), gazetteer, taxonomy) == convert(
        collected, gazetteer, taxonomy
    )


def test_the_files_are_written_below_the_data_folder(
    collected: tuple[str, ...],
    bundle: paths.Bundle,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "services.jsonl").write_text("".join(collected), encoding="utf-8")
    for folder in ("geography", "taxonomy", "thesaurus"):
        shutil.copytree(bundle.data / folder, tmp_path / folder)

    assert main([str(tmp_path / "services.jsonl"), str(tmp_path)]) == 0

    written = (tmp_path / "directory" / "pe.jsonl").read_bytes()
    assert written == (bundle.data / "directory" / "pe.jsonl").read_bytes()
    assert "pe.jsonl: 12" in capsys.readouterr().out


def test_the_namespace_is_the_one_that_the_profile_states(bundle: paths.Bundle) -> None:
    profile = (bundle.data / "directory" / "PROFILE.md").read_text(encoding="utf-8")

    assert uuid5(NAMESPACE_DNS, "tp-directory") == NAMESPACE
    assert f"`{NAMESPACE}`" in profile


def _words(source: Part, name: str) -> Text:
    return Text(source[f"{name}_en"] or "", source[f"{name}_fr"] or "")


def _phones(source: Part) -> tuple[Phone, ...]:
    return tuple(
        Phone(
            phone["number"],
            PhoneKind(phone["type"]),
            Text(phone["label_en"], phone["label_fr"]),
            phone["hours"] or "",
            phone["extension"] or "",
        )
        for phone in source["phones"]
    )


def _organization(source: Part) -> Text:
    name = source["organization"]
    return Text(name, FRENCH_ORGANIZATIONS.get(name, source["organization_fr"] or ""))


def _in_two_languages(english: str | None) -> Text:
    return Text(english, FRENCH[english]) if english else Text()


def _provinces(source: Part) -> tuple[Province, ...]:
    return tuple(Province(code) for code in source["provinces"] if code != "CA")


def _street(source: Part) -> str:
    return (source["address"] or "").removesuffix(f", {source['city']} {source['province']}")


def _place_facts(service: Service) -> tuple[str, str, str, str]:
    if service.location is None:
        return "", "", "", ""
    where = service.location
    return where.city, where.province, where.street, where.postal_code


_KEPT: dict[str, tuple[Callable[[Part], object], Callable[[Service], object]]] = {
    "id": (lambda s: str(uuid5(NAMESPACE, s["id"])), lambda v: v.id),
    "organization": (_organization, lambda v: v.organization),
    "name": (lambda s: _words(s, "name"), lambda v: v.name),
    "description": (lambda s: _words(s, "description"), lambda v: v.description),
    "needs": (lambda s: tuple(s["needs"]), lambda v: v.needs),
    "populations": (lambda s: tuple(s["populations"]), lambda v: v.populations),
    "scope": (lambda s: s["scope"], lambda v: v.coverage.scope.value),
    "provinces": (_provinces, lambda v: v.coverage.provinces),
    "areas": (
        lambda s: len(s["service_area"]),
        lambda v: len(v.coverage.place_ids) + len(v.coverage.region_ids),
    ),
    "place": (
        lambda s: (s["city"] or "", s["province"] or "", _street(s), s["postal_code"] or ""),
        _place_facts,
    ),
    "withheld": (
        lambda s: "safety" if s["confidential_address"] else "",
        lambda v: v.address_withheld,
    ),
    "phones": (_phones, lambda v: v.phones),
    "email": (lambda s: s["email"] or "", lambda v: v.email),
    "url": (lambda s: s["url"] or "", lambda v: v.url),
    "languages": (lambda s: tuple(s["languages"]), lambda v: v.languages),
    "interpretation": (
        lambda s: _in_two_languages(s["interpretation"]),
        lambda v: v.interpretation,
    ),
    "hours": (lambda s: s["hours"] or "", lambda v: v.hours),
    "fees": (lambda s: _in_two_languages(s["fees_en"]), lambda v: v.fees),
    "eligibility": (lambda s: _words(s, "eligibility"), lambda v: v.eligibility),
    "access": (lambda s: _words(s, "access"), lambda v: v.access),
    "read_on": (lambda s: s["read_on"], lambda v: v.sources[0].read_on.isoformat()),
    "verification": (lambda s: s["verification"], lambda v: v.verification.value),
}
"""What each fact of the list is, and what it is in the bundled service."""


@pytest.mark.parametrize("fact", _KEPT)
def test_no_fact_of_the_list_is_lost_or_changed(
    pairs: tuple[tuple[Part, Service], ...], fact: str
) -> None:
    stated, kept = _KEPT[fact]

    changed = [
        (source["id"], stated(source), kept(service))
        for source, service in pairs
        if stated(source) != kept(service)
    ]

    assert changed == []
    assert len(pairs) == 588


def test_every_page_of_the_list_is_a_source_with_its_date_and_note(
    pairs: tuple[tuple[Part, Service], ...],
) -> None:
    lost = [
        (source["id"], words)
        for source, service in pairs
        for words in _source_words(source)
        if words not in " ".join(f"{s.url} {s.stated_on} {s.note}" for s in service.sources)
    ]

    assert lost == []


def _source_words(source: Part) -> list[str]:
    urls = re.findall(
        r"https?://\S+|(?<=\().+(?=\))",
        f"{source['source_url']}\n{source['verification_url'] or ''}",
    )
    date, _, note = (source["source_date"] or "").partition("; ")
    return [*urls, *filter(None, (date, DATE_NOTES.get(note, note)))]


def test_service_areas_are_named_as_in_the_list(
    pairs: tuple[tuple[Part, Service], ...],
) -> None:
    renamed = [
        (source["service_area"], service.serves.en)
        for source, service in pairs
        if source["scope"] in {"region", "city"} and source["service_area"]
        if ", ".join(source["service_area"]) != service.serves.en
    ]

    assert renamed == []


def test_an_organization_has_one_id_and_one_name_everywhere(bundle: paths.Bundle) -> None:
    records = [
        json.loads(line)
        for file in (bundle.data / "directory").glob("*.jsonl")
        for line in file.read_text(encoding="utf-8").splitlines()
    ]
    organizations = {json.dumps(each["organization"], sort_keys=True) for each in records}

    assert len(organizations) == len({each["organization"]["name"] for each in records})
    assert len(organizations) == len({each["organization"]["id"] for each in records})


def test_a_post_office_box_is_a_postal_address_without_its_town_repeated(
    source: Part, gazetteer: Gazetteer, taxonomy: Taxonomy
) -> None:
    made = record(source, gazetteer, taxonomy)

    [address] = made["service_at_locations"][0]["location"]["addresses"]
    assert (address["address_1"], address["address_type"]) == ("PO Box 1", "postal")


def test_what_is_not_stated_is_absent(
    source: Part, gazetteer: Gazetteer, taxonomy: Taxonomy
) -> None:
    made = record(source, gazetteer, taxonomy)

    assert made.keys().isdisjoint({"url", "email", "assured_date", "last_modified"})
    assert None not in made.values()


def test_an_id_comes_from_the_slug_alone(
    source: Part, gazetteer: Gazetteer, taxonomy: Taxonomy
) -> None:
    renamed = source | {"name_en": "Another Example", "phones": []}

    first = record(source, gazetteer, taxonomy)["id"]

    assert first == record(renamed, gazetteer, taxonomy)["id"]
    assert UUID(first).version == 5


def test_notes_behind_a_page_and_its_date_are_kept_apart(
    source: Part, gazetteer: Gazetteer, taxonomy: Taxonomy
) -> None:
    assert record(source, gazetteer, taxonomy)["sources"] == [
        {
            "url": "https://example.org/",
            "kind": "page",
            "read_on": "2026-11-23",
            "stated_on": "2020-12",
            "note": "page 2; confirmed 2026-07 / confirmé 2026-07",
        },
        {"url": "https://example.org/other", "kind": "second_page", "read_on": "2026-11-23"},
    ]


@pytest.mark.parametrize(
    ("change", "timezone"),
    [
        ({}, "America/Winnipeg"),
        ({"city": None, "address": None}, "America/Toronto"),
        ({"city": None, "address": None, "provinces": ["ON", "MB"]}, ""),
        ({"city": None, "province": None, "address": None, "provinces": ["CA"]}, ""),
    ],
)
def test_a_time_zone_is_the_towns_or_the_one_provinces_and_never_a_guess(
    source: Part, gazetteer: Gazetteer, taxonomy: Taxonomy, change: Part, timezone: str
) -> None:
    made = record(source | {"service_area": []} | change, gazetteer, taxonomy)

    assert decode(made, gazetteer).timezone == timezone


def test_a_region_comes_before_a_place_of_its_name_unless_a_city_is_served(
    source: Part, gazetteer: Gazetteer, taxonomy: Taxonomy
) -> None:
    niagara = source | {"service_area": ["Niagara"]}

    region = record(niagara, gazetteer, taxonomy)["coverage"]
    city = record(niagara | {"scope": "city"}, gazetteer, taxonomy)["coverage"]

    assert (region["places"], region["regions"]) == ([], ["ON:Niagara"])
    assert (len(city["places"]), city["regions"]) == (1, [])


def test_the_town_of_temiscamingue_is_not_the_borough_of_montreal(
    pairs: tuple[tuple[Part, Service], ...], gazetteer: Gazetteer
) -> None:
    [service] = [each for source, each in pairs if source["id"] == "qc-ville-marie-equinoxe"]
    [place_id] = service.coverage.place_ids
    town = gazetteer.place(place_id)

    assert town is not None
    assert town.point is not None
    assert town.point.longitude < -79
    assert service.location is not None
    assert service.location.place_id == place_id


@pytest.mark.parametrize(
    "change",
    [
        {"confidential_address": True},
        {"confidential_address": True, "address": None},
        {"city": "Nowhere Example"},
        {"service_area": ["Nowhere Example"]},
        {"fees_en": "Ten dollars"},
        {"interpretation": "Some languages"},
        {"source_url": "two words of no page"},
        {"phones": [{"number": "211", "type": "voice", "extension": "012"}]},
    ],
)
def test_what_is_not_understood_stops_the_conversion(
    source: Part, gazetteer: Gazetteer, taxonomy: Taxonomy, change: Part
) -> None:
    with pytest.raises(Doubtful):
        record(source | change, gazetteer, taxonomy)


@pytest.mark.parametrize(
    ("hours", "spans"),
    [
        ("", []),
        ("24/7", [("MO,TU,WE,TH,FR,SA,SU", "00:00", "23:59")]),
        ("Mo-Fr 08:30-16:30", [("MO,TU,WE,TH,FR", "08:30", "16:30")]),
        ("Su-Fr 16:00-21:30", [("SU,MO,TU,WE,TH,FR", "16:00", "21:30")]),
        ("Mo-Su 10:00-03:00", [("MO,TU,WE,TH,FR,SA,SU", "10:00", "03:00")]),
        ("Mo-Su 08:30-24:00", [("MO,TU,WE,TH,FR,SA,SU", "08:30", "23:59")]),
        ("Mo-Su 08:00-20:00; PH off", [("MO,TU,WE,TH,FR,SA,SU", "08:00", "20:00")]),
        (
            "Mo-Fr 16:00-23:00; Sa-Su,PH 08:00-23:00",
            [("MO,TU,WE,TH,FR", "16:00", "23:00"), ("SA,SU", "08:00", "23:00")],
        ),
        (
            "Mo,We-Fr 08:30-16:30; Tu 08:30-20:00",
            [("MO,WE,TH,FR", "08:30", "16:30"), ("TU", "08:30", "20:00")],
        ),
        ("Mo 09:00-12:00,13:00-17:00", [("MO", "09:00", "12:00"), ("MO", "13:00", "17:00")]),
    ],
)
def test_weekly_schedules_follow_the_hours(hours: str, spans: list[tuple[str, str, str]]) -> None:
    made = [(s["byday"], s["opens_at"], s["closes_at"]) for s in schedules(hours)]

    assert made == spans


def test_hours_of_an_unknown_form_stop_the_conversion() -> None:
    with pytest.raises(ValueError, match="sunrise"):
        list(schedules("sunrise-sunset"))
