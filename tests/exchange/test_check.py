from collections.abc import Callable
from pathlib import Path

import pytest

from tp_directory import paths
from tp_directory.core.errors import CannotRead, Problem
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.exchange.check import Checked, check
from tp_directory.exchange.fields import Part

Write = Callable[..., Path]
Check = Callable[..., Checked]
Change = Callable[[Part], object]


def _where(problems: tuple[Problem, ...]) -> list[tuple[str, int, str]]:
    return [(problem.file, problem.line, problem.field) for problem in problems]


def test_the_bundled_records_have_no_problem(bundle: paths.Bundle, checked: Check) -> None:
    assert checked(bundle.data / "directory") == Checked(14, 588, ())


def test_a_record_of_the_profile_has_no_problem(record: Part, write: Write, checked: Check) -> None:
    assert checked(write(record)) == Checked(1, 1, ())


@pytest.mark.parametrize("code", ["fcs", "alq", "nsk"])
def test_a_language_that_only_we_have_a_name_for_is_no_problem(
    record: Part, write: Write, checked: Check, code: str
) -> None:
    record["languages"][0].update(code=code)

    assert checked(write(record)).problems == ()


@pytest.mark.parametrize("words", ["For < 18 & > 65", "R&D", "Ojibwé: ᐊᓂᔑᓈᐯᒧᐎᓐ", "4 h\u00a030"])
def test_plain_words_of_any_language_have_no_problem(
    record: Part, write: Write, checked: Check, words: str
) -> None:
    record["description"] = words

    assert checked(write(record)).problems == ()


def test_a_time_zone_with_the_clocks_of_the_town_has_no_problem(
    record: Part, write: Write, checked: Check
) -> None:
    record["timezone"] = "America/Rankin_Inlet"

    assert checked(write(record)).problems == ()


def test_documents_and_accessibility_in_both_languages_have_no_problem(
    record: Part, write: Write, checked: Check
) -> None:
    def french(field: str) -> list[Part]:
        return [{"field": field, "language": "fr", "text": "Exemple"}]

    record["required_documents"] = [
        {"id": DOCUMENT, "document": "Example", "translations": french("document")}
    ]
    _location(record)["accessibility"] = [
        {"id": RAMP, "description": "Example", "translations": french("description")}
    ]

    assert checked(write(record)).problems == ()


def test_a_withheld_record_without_a_trace_has_no_problem(
    withheld: Part, write: Write, checked: Check
) -> None:
    assert checked(write(withheld)).problems == ()


DOCUMENT = "00000000-0000-5000-8000-00000000000d"
RAMP = "00000000-0000-5000-8000-00000000000e"
_FRENCH_WORDS = "$.translations[1].text"
_LOCATION = "$.service_at_locations[0].location"


def _location(record: Part) -> Part:
    location = record["service_at_locations"][0]["location"]
    assert isinstance(location, dict)
    return location


@pytest.mark.parametrize(
    ("change", "field"),
    [
        # the schema of HSDS
        (lambda r: r.pop("name"), "$.name"),
        (lambda r: r.update(id="on-kenora-example"), "$.id"),
        (lambda r: r.update(status="open"), "$.status"),
        (lambda r: r.update(url="example"), "$.url"),
        (lambda r: r.update(email="example"), "$.email"),
        (lambda r: r["phones"][0].update(extension="12"), "$.phones[0].extension"),
        (
            lambda r: _location(r)["addresses"][0].pop("country"),
            f"{_LOCATION}.addresses[0].country",
        ),
        # phones
        (lambda r: r["phones"][0].update(number="+1-807-155-0123"), "$.phones[0].number"),
        (lambda r: r["phones"][1].update(number="3"), "$.phones[1].number"),
        (lambda r: r["phones"][1].update(type="pigeon"), "$.phones[1].type"),
        (lambda r: r["phones"][0].update(extension=12.5), "$.phones[0].extension"),
        (lambda r: r["phones"][0].update(extension=-12), "$.phones[0].extension"),
        # words
        (lambda r: r.update(name="Example\nHouse"), "$.name"),
        (lambda r: r.update(name="Example House\u202e"), "$.name"),
        (lambda r: r.update(name="Example\x1b[31mHouse"), "$.name"),
        (lambda r: r.update(name="Example\u200bHouse"), "$.name"),
        (lambda r: r.update(name=" "), "$.name"),
        (lambda r: r.update(description="e" * 2001), "$.description"),
        (lambda r: r.update(description="<p>A fictional shelter.</p>"), "$.description"),
        (lambda r: r.update(description="A shelter &amp; more."), "$.description"),
        (lambda r: r["translations"][0].update(text="Maison\tExemple"), "$.translations[0].text"),
        (lambda r: r["sources"][0].update(note="one\u2028two"), "$.sources[0].note"),
        # website
        (lambda r: r.update(url="javascript:alert(1)"), "$.url"),
        (lambda r: r.update(url="file:///example"), "$.url"),
        # hours
        (lambda r: r.update(opening_hours="always"), "$.opening_hours"),
        (lambda r: r["phones"][0].update(opening_hours="9 to 5"), "$.phones[0].opening_hours"),
        (lambda r: r.update(opening_hours="SH off"), "$.opening_hours"),
        (lambda r: r.update(opening_hours="PH off; Mo-Fr 09:00-17:00"), "$.opening_hours"),
        (lambda r: r.update(timezone="America/Kenora"), "$.timezone"),
        (lambda r: r.update(timezone="CST"), "$.timezone"),
        (lambda r: r.update(timezone="localtime"), "$.timezone"),
        (lambda r: r.update(timezone="America/New_York"), "$.timezone"),
        (lambda r: r.update(timezone="America/Toronto"), "$.timezone"),
        # whom it serves and where it is
        (lambda r: r["coverage"]["provinces"].append("XX"), "$.coverage.provinces[1]"),
        (lambda r: r["coverage"]["places"].append(7), "$.coverage.places[1]"),
        (lambda r: r["coverage"]["places"].append(6173331), "$.coverage.places[1]"),
        (lambda r: r["coverage"]["regions"].append("ON:Example"), "$.coverage.regions[1]"),
        (lambda r: r["coverage"]["regions"].append("MB:Eastman"), "$.coverage.regions[1]"),
        (lambda r: r["coverage"].update(scope="galaxy"), "$.coverage.scope"),
        (lambda r: _location(r)["locality"].update(city="Example"), f"{_LOCATION}.locality.city"),
        (
            lambda r: _location(r)["locality"].update(city="Dryden"),
            f"{_LOCATION}.locality.place",
        ),
        (lambda r: _location(r).pop("locality"), f"{_LOCATION}.locality"),
        (lambda r: r.update(address_withheld={"reason": "1 Example"}), "$.address_withheld"),
        (
            lambda r: r.update(address_withheld={"reason": "safety", "note": "1 Example"}),
            "$.address_withheld",
        ),
        (
            lambda r: _location(r)["addresses"][0].update(city="Dryden"),
            f"{_LOCATION}.addresses[0].city",
        ),
        (
            lambda r: _location(r)["addresses"][0].update(state_province="MB"),
            f"{_LOCATION}.addresses[0].state_province",
        ),
        (
            lambda r: _location(r)["addresses"][0].update(postal_code="R3C 0A1"),
            f"{_LOCATION}.addresses[0].postal_code",
        ),
        # both languages
        (lambda r: r["translations"].pop(0), "$.name"),
        (lambda r: r["translations"].pop(1), "$.description"),
        (lambda r: r.pop("description"), "$.description"),
        (lambda r: r["translations"].pop(2), "$.fees_description"),
        (lambda r: r.pop("fees_description"), "$.fees_description"),
        (lambda r: r.update(eligibility_description="Anyone"), "$.eligibility_description"),
        (lambda r: r["phones"][1].pop("translations"), "$.phones[1].description"),
        (lambda r: r["service_areas"][0].pop("translations"), "$.service_areas[0].name"),
        (lambda r: r["translations"][2].update(field="fees"), "$.fees_description"),
        (
            lambda r: r.update(required_documents=[{"id": DOCUMENT, "document": "Proof of age"}]),
            "$.required_documents[0].document",
        ),
        (
            lambda r: _location(r).update(accessibility=[{"id": RAMP, "description": "Ramp"}]),
            f"{_LOCATION}.accessibility[0].description",
        ),
        (
            lambda r: _location(r).update(accessibility=[{"id": RAMP, "details": "Ramp"}]),
            f"{_LOCATION}.accessibility[0].description",
        ),
        # sources
        (lambda r: r.pop("sources"), "$.sources"),
        (lambda r: r["sources"][0].pop("url"), "$.sources[0].url"),
        (lambda r: r["sources"][0].update(url="https://example.org (p. 2)"), "$.sources[0].url"),
        (lambda r: r["sources"][0].pop("read_on"), "$.sources[0].read_on"),
        (lambda r: r["sources"][0].update(read_on="2026-13-01"), "$.sources[0].read_on"),
        (lambda r: r["sources"][0].update(stated_on="last May"), "$.sources[0].stated_on"),
        (lambda r: r["sources"][0].update(stated_on="2026-02-31"), "$.sources[0].stated_on"),
        (lambda r: r["sources"][0].update(stated_on="0000"), "$.sources[0].stated_on"),
        (lambda r: r["sources"][0].update(stated_on="2062-03"), "$.sources[0].stated_on"),
        # codes
        (lambda r: r["attributes"][0].update(value="magic"), "$.attributes[0].value"),
        (lambda r: r["populations"].append("cats"), "$.populations[1]"),
        (lambda r: r["languages"][0].update(code="xx"), "$.languages[0].code"),
        (lambda r: r.update(verification="phoned"), "$.verification"),
        # ids
        (
            lambda r: r["phones"][1].update(id=r["phones"][0]["id"]),
            "$.phones[1].id",
        ),
    ],
)
def test_a_fault_is_told_with_its_file_line_and_field(
    record: Part, write: Write, checked: Check, change: Change, field: str
) -> None:
    sound = record | {"id": "00000000-0000-5000-8000-0000000000ff"}
    change(record)
    file = write(sound, record)

    problems = checked(file).problems

    assert (str(file), 2, field) in _where(problems)
    assert all(problem.text.en and problem.text.fr for problem in problems)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (
            lambda r: _location(r).update(addresses=[{"city": "Kenora"}]),
            f"{_LOCATION}.addresses",
        ),
        (lambda r: _location(r).update(latitude=49.7), f"{_LOCATION}.latitude"),
        (lambda r: _location(r).update(longitude=0), f"{_LOCATION}.longitude"),
        (
            lambda r: _location(r).update(accessibility=[{"id": RAMP, "description": "Ramp"}]),
            f"{_LOCATION}.accessibility",
        ),
        (lambda r: _location(r).update(transportation="Bus 1"), f"{_LOCATION}.transportation"),
        (
            lambda r: _location(r).update(external_identifier="way/1"),
            f"{_LOCATION}.external_identifier",
        ),
        (
            lambda r: r["organization"].update(locations=[{"latitude": 49.7}]),
            "$.organization.locations[0].latitude",
        ),
        (
            lambda r: r["service_at_locations"].append(
                {"id": "x", "location": {"addresses": [{"address_1": "1 Example Street"}]}}
            ),
            "$.service_at_locations[1].location.addresses[0].address_1",
        ),
        (
            lambda r: r["service_at_locations"][0].update(description="123 Example"),
            "$.service_at_locations[0].description",
        ),
        (lambda r: _location(r).update(name="Example House"), f"{_LOCATION}.name"),
        (lambda r: _location(r).update(url="https://example.org/map"), f"{_LOCATION}.url"),
        (
            lambda r: _location(r)["locality"].update(street="Example"),
            f"{_LOCATION}.locality.street",
        ),
        (
            lambda r: r.update(metadata=[{"previous_value": "Example"}]),
            "$.metadata",
        ),
        (lambda r: r.update(description="Near P9N 1A1."), "$.description"),
        (lambda r: r.update(description="Near p9n1a1."), "$.description"),
        (lambda r: r.update(description="Near P9N\u00a01A1."), "$.description"),
        (lambda r: r.update(description="Near P9N\u202f1A1."), "$.description"),
        (lambda r: r.update(description="Near p9n\u20111a1."), "$.description"),
        (lambda r: r.update(url="https://example.org/map?q=P9N%201A1"), "$.url"),
        (lambda r: r.update(description="A house at 101 Example St."), "$.description"),
        (lambda r: r.update(description="At 12A, North Example Road."), "$.description"),
        (lambda r: r["translations"][1].update(text="Au 101, rue Exemple."), _FRENCH_WORDS),
        (lambda r: r["translations"][1].update(text="Au 101, Rue Exemple."), _FRENCH_WORDS),
        (lambda r: r["service_areas"][0].update(extent="{}"), "$.service_areas[0].extent"),
    ],
)
def test_a_trace_of_a_withheld_address_is_refused(
    withheld: Part, write: Write, checked: Check, change: Change, field: str
) -> None:
    change(withheld)
    file = write(withheld)

    [text] = [
        problem.text
        for problem in checked(file).problems
        if (problem.file, problem.line, problem.field) == (str(file), 1, field)
    ]

    assert "withheld" in text.en
    assert "secrète" in text.fr


@pytest.mark.parametrize(
    "words",
    [
        "For 12 women from St. Catharines, 24 hours a day.",
        "Meets B2B and A1C 24/7.",
        "16 and over; help on the way to court.",
        "24 heures sur 24, 7 jours sur 7; en route vers un refuge.",
    ],
)
def test_ordinary_words_give_no_address_away(
    withheld: Part, write: Write, checked: Check, words: str
) -> None:
    withheld["description"] = words

    assert checked(write(withheld)).problems == ()


def test_one_id_in_two_files_is_told_with_both_places(
    record: Part, write: Write, checked: Check
) -> None:
    first, second = write(record, name="a.jsonl"), write(record, name="b.jsonl")

    [problem] = checked(first, second).problems

    assert (problem.file, problem.line, problem.field) == (str(second), 1, "$.id")
    assert f"{first}:1" in problem.text.en
    assert f"{first}:1" in problem.text.fr


def test_every_fault_of_every_record_is_told(record: Part, write: Write, checked: Check) -> None:
    other = record | {"id": "00000000-0000-5000-8000-0000000000ff"}
    file = write(record | {"url": "x", "timezone": "x"}, other | {"email": "x"})

    assert sorted(_where(checked(file).problems)) == [
        (str(file), 1, "$.timezone"),
        (str(file), 1, "$.url"),
        (str(file), 2, "$.email"),
    ]


def test_a_line_that_is_no_json_does_not_end_the_check(
    record: Part, write: Write, checked: Check
) -> None:
    file = write(record)
    file.write_text(f"{{\n{file.read_text(encoding='utf-8')}", encoding="utf-8")

    result = checked(file)

    assert result.records == 2
    assert _where(result.problems) == [(str(file), 1, "$")]


def test_nothing_in_a_field_breaks_the_check(record: Part, write: Write, checked: Check) -> None:
    values: list[object] = [None, True, 1, "words", [], [1], [[]], [{}], {}, {"a": 1}]
    odd = [record | {field: value} for field in record for value in values]

    assert checked(write(*odd)).records == len(odd)


def test_a_fault_of_an_unusual_keyword_is_told_in_the_schemas_own_words(
    record: Part, write: Write, gazetteer: Gazetteer, taxonomy: Taxonomy
) -> None:
    schema = b'{"properties": {"name": {"maxLength": 3}}}'

    [problem] = check([write(record)], gazetteer, taxonomy, schema).problems

    assert problem.field == "$.name"
    assert problem.text.en.startswith("HSDS schema:")


def test_a_missing_path_cannot_be_read(checked: Check, tmp_path: Path) -> None:
    with pytest.raises(CannotRead):
        checked(tmp_path / "nowhere.jsonl")
