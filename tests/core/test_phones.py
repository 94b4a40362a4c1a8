import pytest

from tp_directory.core.bilingual import Text
from tp_directory.core.phones import digits, digits_of_letters, is_dialable, tel_uri, written
from tp_directory.core.service import Phone, PhoneKind, Service


@pytest.mark.parametrize(
    "number",
    [
        "+1-807-555-0123",
        "+1-833-900-1010",
        "807 555 0123",
        "1 (807) 555-0123",
        "+1-212-555-0123",
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


@pytest.mark.parametrize(
    "number",
    [
        "+604-681-9121",  # without the 1 that a Vancouver number begins with: one of Malaysia
        "+44-20-7946-0958",
        "011-44-20-7946-0958",
        "+1-242-322-0123",  # the Bahamas share the country code
    ],
)
def test_a_number_of_another_country_is_refused(number: str) -> None:
    assert not is_dialable(number)


@pytest.mark.parametrize(
    "number",
    [
        "+1-807-555-0123 ext. 4",
        "+1-807-555-0123 4",
        "tel:+1-807-555-0123",
        "Call 211",
        "+1-911",
        "+1-310-1818",
        "+1-1-807-555-0123",
        "++1-807-555-0123",
        "211\n",
        "+1-807-555-0123\u202e",
        "٨٠٧٥٥٥٠١٢٣",
    ],
)
def test_a_number_with_anything_else_is_refused(number: str) -> None:
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


@pytest.mark.parametrize(
    ("number", "extension", "expected"),
    [
        ("+1-807-555-0123", "", "tel:+18075550123"),
        ("807 555 0123", "", "tel:+18075550123"),
        ("+1-807-555-0123", "148", "tel:+18075550123;ext=148"),
        ("1-807-555-HELP", "", "tel:+18075554357"),
        ("+44 20 7946 0123", "", "tel:+442079460123"),
        ("211", "", "tel:211"),
        ("310-COPE", "", "tel:3102673"),
    ],
)
def test_a_phone_is_told_what_to_dial(number: str, extension: str, expected: str) -> None:
    assert tel_uri(Phone(number, PhoneKind.VOICE, Text(), "", extension)) == expected


def test_a_phone_writes_to_a_number_that_answers_no_call() -> None:
    assert tel_uri(Phone("686868", PhoneKind.TEXT, Text())) == "sms:686868"


def test_what_a_phone_dials_is_the_bundled_number(services: tuple[Service, ...]) -> None:
    phones = [phone for service in services for phone in service.phones]
    wrong = [
        phone
        for phone in phones
        if digits(tel_uri(phone).partition(";")[0]) != digits(phone.number)
    ]

    assert phones
    assert wrong == []
