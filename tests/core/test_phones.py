import pytest

from tp_directory.core.phones import digits, digits_of_letters, is_dialable, written
from tp_directory.core.service import Service


@pytest.mark.parametrize(
    "number",
    [
        "+1-807-555-0123",
        "+1-833-900-1010",
        "807 555 0123",
        "211",
        "310-1818",
        "3106789",
        "311",
        "711",
        "811",
        "911",
        "988",
        "686868",
    ],
)
def test_a_number_that_canada_can_dial_is_accepted(number: str) -> None:
    assert is_dialable(number)


@pytest.mark.parametrize(
    "number",
    ["", "3", "words", "+1-807-155-0123", "+1-807-555-012", "310-12345", "+33-1-99-00-00-000"],
)
def test_another_number_is_refused(number: str) -> None:
    assert not is_dialable(number)


def test_every_bundled_number_can_be_dialled(services: tuple[Service, ...]) -> None:
    numbers = {phone.number for service in services for phone in service.phones}

    assert [number for number in numbers if not is_dialable(number)] == []


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("+1-807-555-0123", "8075550123"),
        ("1 (807) 555-0123", "8075550123"),
        ("807.555.0123", "8075550123"),
        ("310-1818", "3101818"),
        ("211", "211"),
        ("18", "18"),
    ],
)
def test_any_writing_of_a_number_has_the_same_digits(number: str, expected: str) -> None:
    assert digits(number) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [("+1-833-900-1010", "1-833-900-1010"), ("211", "211"), ("310-1818", "310-1818")],
)
def test_a_number_is_written_as_it_is_dialled(number: str, expected: str) -> None:
    assert written(number) == expected


@pytest.mark.parametrize(
    ("number", "expected"), [("310-COPE", "310-2673"), ("1-800-555-0123", "1-800-555-0123")]
)
def test_letters_are_the_digits_of_their_keys(number: str, expected: str) -> None:
    assert digits_of_letters(number) == expected
