from datetime import date

import pytest

from tp_directory.core.bilingual import Text
from tp_directory.core.coverage import Coverage, Scope
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.place import Province
from tp_directory.core.service import (
    Channel,
    Location,
    Phone,
    PhoneKind,
    Precision,
    Service,
    Source,
    Verification,
)
from tp_directory.exchange.fields import FieldRefused, Part
from tp_directory.exchange.hsds import decode


def _location(record: Part, gazetteer: Gazetteer) -> Location:
    location = decode(record, gazetteer).location
    assert location is not None
    return location


def test_a_record_becomes_a_service_with_all_it_states(record: Part, gazetteer: Gazetteer) -> None:
    [kenora] = gazetteer.named("Kenora")
    area = gazetteer.postal_area("P9N")
    assert area is not None

    assert decode(record, gazetteer) == Service(
        id="00000000-0000-5000-8000-000000000001",
        name=Text("Example House", "Maison Exemple"),
        description=Text("A fictional shelter.", "Un refuge fictif."),
        organization=Text("Example Society"),
        needs=("shelter_emergency",),
        coverage=Coverage(Scope.REGION, (Province.ON,), (kenora.id,), ("ON:Northwestern Ontario",)),
        serves=Text("Kenora", "Kenora"),
        sources=(
            Source("https://example.org/about", date(2026, 11, 23), "2025-03", "second paragraph"),
        ),
        verification=Verification.READ_TWICE,
        populations=("women",),
        location=Location(
            Province.ON,
            "Kenora",
            kenora.id,
            "1 Example Street",
            "P9N 1A1",
            area.point,
            Precision.POSTAL_AREA,
        ),
        phones=(
            Phone(
                "+1-807-555-0123",
                PhoneKind.VOICE,
                Text("Main line", "Ligne principale"),
                "Mo-Fr 09:00-17:00",
                "12",
            ),
            Phone("211", PhoneKind.TEXT, Text("Text", "Texto")),
        ),
        email="help@example.org",
        url="https://example.org/house",
        languages=("oj",),
        hours="24/7",
        timezone="America/Winnipeg",
        fees=Text("Free", "Gratuit"),
    )


def test_without_a_postal_code_a_service_stands_at_its_town(
    record: Part, gazetteer: Gazetteer
) -> None:
    record["service_at_locations"][0]["location"]["addresses"][0]["postal_code"] = ""

    location = _location(record, gazetteer)

    assert location.precision is Precision.TOWN
    assert location.point == gazetteer.named("Kenora")[0].point


def test_a_postal_area_that_is_not_known_leaves_the_town(
    record: Part, gazetteer: Gazetteer
) -> None:
    record["service_at_locations"][0]["location"]["addresses"][0]["postal_code"] = "Z9Z 9Z9"

    assert _location(record, gazetteer).precision is Precision.TOWN


def test_a_rural_postal_area_does_not_move_a_service_out_of_its_town(
    record: Part, gazetteer: Gazetteer
) -> None:
    [iqaluit] = gazetteer.named("Iqaluit")
    location = record["service_at_locations"][0]["location"]
    location["addresses"][0]["postal_code"] = "X0A 0H0"
    location["locality"] = {"city": "Iqaluit", "state_province": "NU", "place": iqaluit.id}

    found = _location(record, gazetteer)

    assert (found.point, found.precision) == (iqaluit.point, Precision.TOWN)


def test_a_rural_postal_area_is_better_than_nothing(record: Part, gazetteer: Gazetteer) -> None:
    location = record["service_at_locations"][0]["location"]
    location["addresses"][0]["postal_code"] = "P0X 1C0"
    location["locality"] = {"state_province": "ON"}

    assert _location(record, gazetteer).precision is Precision.POSTAL_AREA


def test_coordinates_in_a_record_are_not_read(record: Part, gazetteer: Gazetteer) -> None:
    before = _location(record, gazetteer)
    record["service_at_locations"][0]["location"] |= {"latitude": 1.0, "longitude": 2.0}

    assert _location(record, gazetteer) == before


def test_a_withheld_address_leaves_the_town_and_no_point(
    withheld: Part, gazetteer: Gazetteer
) -> None:
    service = decode(withheld, gazetteer)

    assert service.address_withheld == "safety"
    assert service.location == Location(
        Province.ON, "Kenora", gazetteer.named("Kenora")[0].id, point=None
    )
    assert Channel.IN_PERSON in service.channels


def test_an_address_in_a_withheld_record_is_not_read(record: Part, gazetteer: Gazetteer) -> None:
    record["address_withheld"] = {"reason": "safety"}

    location = _location(record, gazetteer)

    assert (location.street, location.postal_code, location.point) == ("", "", None)


def test_a_place_id_tells_a_town_from_its_namesakes(record: Part, gazetteer: Gazetteer) -> None:
    borough, town = gazetteer.named("Ville-Marie", Province.QC)
    locality = {"city": "Ville-Marie", "state_province": "QC", "place": town.id}
    record["service_at_locations"][0]["location"] = {"locality": locality}

    assert _location(record, gazetteer).place_id == town.id
    assert borough.population > town.population


def test_a_town_without_a_place_id_is_found_by_its_name(record: Part, gazetteer: Gazetteer) -> None:
    del record["service_at_locations"][0]["location"]["locality"]["place"]

    assert _location(record, gazetteer).place_id == gazetteer.named("Kenora")[0].id


def test_a_location_may_state_only_its_province(record: Part, gazetteer: Gazetteer) -> None:
    record["service_at_locations"][0]["location"] = {"locality": {"state_province": "ON"}}

    assert _location(record, gazetteer) == Location(Province.ON)


def test_a_service_may_be_nowhere(record: Part, gazetteer: Gazetteer) -> None:
    del record["service_at_locations"]

    assert decode(record, gazetteer).location is None


def _in_both(field: str, english: str, french: str) -> Part:
    translation = {"field": field, "language": "fr", "text": french}
    return {field: english, "translations": [translation]}


def test_documents_are_read_one_after_the_other(record: Part, gazetteer: Gazetteer) -> None:
    record["required_documents"] = [
        _in_both("document", "Proof of age", "Preuve d'âge"),
        {"uri": "https://example.org/form"},
        _in_both("document", "Health card", "Carte d'assurance maladie"),
    ]

    assert decode(record, gazetteer).documents == Text(
        "Proof of age; Health card", "Preuve d'âge; Carte d'assurance maladie"
    )


def test_accessibility_is_that_of_the_first_location(record: Part, gazetteer: Gazetteer) -> None:
    first = record["service_at_locations"][0]["location"]
    first["accessibility"] = [_in_both("description", "Ramp at the door", "Rampe à l'entrée")]
    other = first | {"accessibility": [_in_both("description", "Stairs", "Escalier")]}
    record["service_at_locations"].append({"location": other})

    assert decode(record, gazetteer).accessibility == Text("Ramp at the door", "Rampe à l'entrée")


def test_accessibility_of_a_withheld_address_is_not_read(
    withheld: Part, gazetteer: Gazetteer
) -> None:
    withheld["service_at_locations"][0]["location"]["accessibility"] = [
        _in_both("description", "Ramp at the door", "Rampe à l'entrée")
    ]

    assert decode(withheld, gazetteer).accessibility == Text()


def test_only_attributes_that_are_needs_count_as_needs(record: Part, gazetteer: Gazetteer) -> None:
    record["attributes"].append({"id": "x", "link_type": "other", "value": "compensation"})

    assert decode(record, gazetteer).needs == ("shelter_emergency",)


def test_null_is_read_as_absent(record: Part, gazetteer: Gazetteer) -> None:
    record |= {"url": None, "phones": None, "timezone": None}

    service = decode(record, gazetteer)

    assert (service.url, service.phones, service.timezone) == ("", (), "")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"id": None}, "$.id"),
        ({"name": ""}, "$.name"),
        ({"name": 7}, "$.name"),
        ({"coverage": None}, "$.coverage"),
        ({"coverage": {"scope": "galaxy"}}, "$.coverage.scope"),
        ({"coverage": {"scope": "city", "provinces": ["XX"]}}, "$.coverage.provinces[0]"),
        ({"coverage": {"scope": "city", "places": ["1"]}}, "$.coverage.places[0]"),
        ({"coverage": {"scope": "city", "places": [True]}}, "$.coverage.places[0]"),
        ({"coverage": {"scope": "city", "regions": [1]}}, "$.coverage.regions[0]"),
        ({"organization": {}}, "$.organization.name"),
        ({"organization": []}, "$.organization"),
        ({"verification": None}, "$.verification"),
        ({"verification": "phoned"}, "$.verification"),
        ({"phones": {}}, "$.phones"),
        ({"phones": ["211"]}, "$.phones[0]"),
        ({"phones": [{"number": "211", "type": "pigeon"}]}, "$.phones[0].type"),
        ({"phones": [{"type": "voice"}]}, "$.phones[0].number"),
        ({"languages": [{"name": "French"}]}, "$.languages[0].code"),
        ({"attributes": [{"link_type": "need"}]}, "$.attributes[0].value"),
        ({"populations": [1]}, "$.populations[0]"),
        ({"sources": [{"read_on": "2026-11-23"}]}, "$.sources[0].url"),
        ({"sources": [{"url": "https://example.org"}]}, "$.sources[0].read_on"),
        (
            {"sources": [{"url": "https://example.org", "read_on": "Tuesday"}]},
            "$.sources[0].read_on",
        ),
        ({"address_withheld": {}}, "$.address_withheld.reason"),
        ({"required_documents": ["card"]}, "$.required_documents[0]"),
        ({"required_documents": [{"document": 1}]}, "$.required_documents[0].document"),
        ({"service_at_locations": [{}]}, "$.service_at_locations[0].location"),
        (
            {"service_at_locations": [{"location": {}}]},
            "$.service_at_locations[0].location.locality",
        ),
        (
            {"service_at_locations": [{"location": {"locality": {"state_province": "XX"}}}]},
            "$.service_at_locations[0].location.locality.state_province",
        ),
        ({"translations": [{"language": "fr", "field": "name"}]}, "$.translations[0].text"),
    ],
)
def test_a_field_that_a_service_cannot_do_without_is_named(
    record: Part, gazetteer: Gazetteer, change: Part, field: str
) -> None:
    with pytest.raises(FieldRefused) as caught:
        decode(record | change, gazetteer)

    assert caught.value.field == field
    assert caught.value.text.en
    assert caught.value.text.fr
