import json
import re
from collections.abc import Callable
from typing import Any

import pytest

Ask = Callable[..., Any]  # Any: Answered, in conftest, which no test can import

EVERYTHING = {
    "query",
    "total",
    "services",
    "facets",
    "suggestion",
    "hints",
    "spot",
    "reliefs",
    "lines",
    "notice",
}
OF_A_SERVICE = {
    "id",
    "name",
    "organization",
    "needs",
    "phones",
    "city",
    "province",
    "serves",
    "distance_km",
    "open",
    "verified",
    "source",
}
OF_FACETS = {
    "need",
    "population",
    "province",
    "language",
    "channel",
    "open_now",
    "always_open",
    "trafficking",
}
STATES = {"open", "closed", "unknown"}


def _json(ask: Ask, *arguments: str, code: int = 0) -> Any:
    answered = ask("search", *arguments, "--format", "json")
    assert answered.code == code
    return json.loads(answered.out)


def test_json_has_the_documented_shape(ask: Ask) -> None:
    answer = _json(ask, "shelter", "--near", "Kenora")

    assert set(answer) == EVERYTHING
    assert set(answer["facets"]) == OF_FACETS
    assert all(set(each) == OF_A_SERVICE for each in answer["services"])
    assert {each["open"] for each in answer["services"]} <= STATES
    assert {phone["open"] for each in answer["services"] for phone in each["phones"]} <= STATES
    assert answer["spot"]["title"] == "Kenora, ON"
    assert answer["notice"] == "Compiled from public pages, not confirmed by the provider"


def test_json_speaks_the_language_chosen(ask: Ask) -> None:
    answer = _json(ask, "--trafficking", "--lang", "fr")

    assert answer["query"]["lang"] == "fr"
    assert "non confirmés par l'organisme" in answer["notice"]
    assert any("traite" in each["name"] for each in answer["services"])


def test_a_number_in_json_keeps_its_extension(ask: Ask) -> None:
    answer = _json(ask, "--limit", "1000")
    phones = [phone for each in answer["services"] for phone in each["phones"]]

    assert {frozenset(phone) - {"extension"} for phone in phones} == {
        frozenset({"number", "type", "label", "open"})
    }
    assert any(phone.get("extension") == "71469" for phone in phones)


def test_ndjson_is_one_service_a_line(ask: Ask) -> None:
    answered = ask("search", "shelter", "--limit", "3", "--format", "ndjson")
    services = [json.loads(line) for line in answered.out.splitlines()]

    assert len(services) == 3
    assert all(set(each) == OF_A_SERVICE for each in services)


def test_limit_and_offset_page_through_the_hits(ask: Ask) -> None:
    whole = [each["id"] for each in _json(ask, "legal", "--limit", "4")["services"]]
    second = [
        each["id"] for each in _json(ask, "legal", "--limit", "2", "--offset", "2")["services"]
    ]

    assert second == whole[2:]


@pytest.mark.parametrize(
    ("arguments", "field", "expected"),
    [
        (["--need", "legal"], "need", ["legal"]),
        (["--need", "Aide juridique"], "need", ["legal"]),
        (["--need", "LEGAL HELP", "--need", "crisis_line"], "need", ["legal", "crisis_line"]),
        (["--population", "femmes"], "population", ["women"]),
        (["--province", "Québec", "--province", "on"], "province", ["QC", "ON"]),
        (["--language", "cri"], "language", ["cr"]),
        (["--language", "Ojibwe"], "language", ["oj"]),
        (["--language", "French", "--language", "fr"], "language", ["fr"]),
        (["--channel", "texto"], "channel", ["text"]),
        (["--channel", "in-person"], "channel", ["in_person"]),
    ],
)
def test_filters_take_codes_and_names_in_either_language(
    ask: Ask, arguments: list[str], field: str, expected: list[str]
) -> None:
    assert _json(ask, *arguments)["query"][field] == expected


@pytest.mark.parametrize(
    ("arguments", "near"),
    [
        (["--need", "leagl help"], "Legal help"),
        (["--population", "wimen"], "Women"),
        (["--province", "Ontaro"], "Ontario"),
        (["--language", "Inuktitutt"], "Inuktitut"),
        (["--channel", "pigeon"], "phone"),
    ],
)
def test_an_unknown_value_is_refused_with_the_nearest(
    ask: Ask, arguments: list[str], near: str
) -> None:
    refused = ask("search", *arguments)

    assert refused.code == 2
    assert arguments[1] in refused.err
    assert near in refused.err


def test_every_hit_serves_the_need_asked_for(ask: Ask) -> None:
    answer = _json(ask, "--need", "legal", "--limit", "1000")

    assert answer["total"] == len(answer["services"])
    assert all("legal" in each["needs"] for each in answer["services"])


def test_open_now_gives_only_what_is_known_to_be_open(ask: Ask) -> None:
    answer = _json(ask, "--open-now", "--limit", "1000")

    assert {each["open"] for each in answer["services"]} == {"open"}


def test_a_naive_moment_is_in_the_time_zone_of_the_system(run_program: Ask) -> None:
    answered = run_program(
        "search", "--open-at", "2026-11-28T02:00", "--format", "json", TZ="America/Vancouver"
    )

    assert json.loads(answered.out)["query"]["open_at"] == "2026-11-28T02:00:00-08:00"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--open-at", "tonight"],
        ["--open-at", "2026-11-28T02:00", "--open-now"],
        ["--near", "Xyzzyville"],
        ["--within", "-1"],
    ],
)
def test_bad_use_leaves_with_2_and_a_sentence(ask: Ask, arguments: list[str]) -> None:
    refused = ask("search", *arguments)

    assert refused.code == 2
    assert refused.err
    assert not refused.out


def test_an_unknown_place_is_told_in_french(ask: Ask) -> None:
    refused = ask("search", "--near", "Xyzzyville", "--lang", "fr")

    assert "Essayez le nom d'une localité" in refused.err


def test_nothing_found_leaves_with_1_and_ways_out(ask: Ask) -> None:
    answered = ask("search", "qqzzxx", "--need", "legal")

    assert answered.code == 1
    assert "No service found." in answered.out
    assert re.search(r"Without the words: \d+ services", answered.out)
    assert "Trafficking lines, day and night" in answered.out


def test_nothing_found_is_told_in_json_too(ask: Ask) -> None:
    answer = _json(ask, "qqzzxx", "--need", "legal", code=1)

    assert answer["services"] == []
    assert {"dropped": "words", "total": answer["reliefs"][-1]["total"]} in answer["reliefs"]
    assert answer["lines"]


def test_words_that_are_not_understood_are_named(ask: Ask) -> None:
    assert "Not understood: need:qqzzxx." in ask("search", "shelter need:qqzzxx").out


def test_the_list_shows_number_state_area_distance_and_age(ask: Ask) -> None:
    page = ask("search", "--near", "Ottawa", "--limit", "1000").out

    assert "Searched from Ottawa, ON." in page
    assert "-- Serves Ottawa --" in page
    assert re.search(r"^  1-\d{3}-\d{3}-\d{4}$", page, re.MULTILINE)
    assert "Open day and night" in page
    assert re.search(r"Serves: .*Ottawa, Ontario · (less than 1|\d+)\s+km", page)
    assert "confirm before you rely on it" in page
    assert re.search(r"^\d+ services", page, re.MULTILINE)
    assert page.endswith("Compiled from public pages, not confirmed by the provider\n")


def test_the_list_is_in_french_on_request(ask: Ask) -> None:
    page = ask(
        "search", "--near", "Ottawa", "--need", "hébergement d'urgence", "--lang", "fr"
    ).plain

    assert "Lieu de recherche : Ottawa, ON." in page
    assert "-- Territoire : Ottawa --" in page
    assert "Ouvert jour et nuit" in page
    assert "à confirmer avant de s'y fier" in page
    assert page.endswith("non confirmés par l'organisme\n")


def test_explain_says_why_each_hit_is_there(ask: Ask) -> None:
    answer = _json(ask, "shelter", "--limit", "2", "--explain")

    assert all(each["explanation"] for each in answer["services"])
