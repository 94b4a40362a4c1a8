from dataclasses import FrozenInstanceError, replace
from datetime import date

import pytest

from tp_directory.core.bilingual import Language, Text
from tp_directory.core.coverage import Coverage, Scope
from tp_directory.core.place import Province
from tp_directory.core.service import (
    Channel,
    Location,
    Phone,
    PhoneKind,
    Service,
    Source,
    Verification,
)

SERVICE = Service(
    id="00000000-0000-5000-8000-000000000001",
    name=Text("Example", "Exemple"),
    description=Text("Fictional.", "Fictif."),
    organization=Text("Example Society"),
    needs=("shelter_emergency",),
    coverage=Coverage(Scope.NATIONAL),
    serves=Text("Canada", "Canada"),
    sources=(Source("https://example.org", date(2026, 11, 23)),),
    verification=Verification.READ_ONCE,
)


def _phone(kind: PhoneKind) -> Phone:
    return Phone("+1-807-555-0101", kind, Text(kind, kind))


VOICE, TEXT, TTY, FAX, VRS = (_phone(kind) for kind in PhoneKind)


@pytest.mark.parametrize(
    ("phones", "main"),
    [
        ((TEXT, VOICE), VOICE),
        ((FAX, TTY, TEXT), TTY),
        ((FAX,), None),
        ((), None),
    ],
)
def test_the_number_to_give_first_is_a_voice_line_and_never_a_fax(
    phones: tuple[Phone, ...], main: Phone | None
) -> None:
    assert replace(SERVICE, phones=phones).main_phone == main


@pytest.mark.parametrize(
    ("service", "channels"),
    [
        (SERVICE, ()),
        (replace(SERVICE, phones=(VOICE, TEXT)), (Channel.PHONE, Channel.TEXT)),
        (replace(SERVICE, phones=(FAX, TTY)), ()),
        (replace(SERVICE, url="https://example.org"), (Channel.WEB,)),
        (replace(SERVICE, location=Location(Province.ON, "Kenora")), ()),
        (
            replace(SERVICE, location=Location(Province.ON, "Kenora", street="1 Example Street")),
            (Channel.IN_PERSON,),
        ),
        (replace(SERVICE, address_withheld="safety"), (Channel.IN_PERSON,)),
    ],
)
def test_the_ways_in_are_those_that_the_record_states(
    service: Service, channels: tuple[Channel, ...]
) -> None:
    assert service.channels == channels


def test_a_service_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        SERVICE.email = "other@example.org"  # type: ignore[misc]  # what is being tested


def test_no_bundled_service_with_a_withheld_address_tells_it(
    services: tuple[Service, ...],
) -> None:
    withheld = [service for service in services if service.address_withheld]
    telling = [
        service.id
        for service in withheld
        if service.location
        and (service.location.street or service.location.postal_code or service.location.point)
    ]

    assert len(withheld) == 123
    assert telling == []


def test_every_bundled_service_names_its_page_and_has_words_in_both_languages(
    services: tuple[Service, ...],
) -> None:
    silent = [
        service.id
        for service in services
        if not service.sources
        or not all(
            text.stated_in(language)
            for text in (service.name, service.description, service.serves)
            for language in Language
        )
    ]

    assert silent == []


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        (Text("yes", "oui"), Language.FR, "oui"),
        (Text("yes", "oui"), Language.EN, "yes"),
        (Text("yes"), Language.FR, "yes"),
        (Text(fr="oui"), Language.EN, "oui"),
    ],
)
def test_words_missing_in_a_language_are_given_in_the_other(
    text: Text, language: Language, words: str
) -> None:
    assert text.best(language) == words


def test_words_in_neither_language_count_as_none() -> None:
    assert not Text()
    assert Text(fr="oui")
    assert Text("yes").stated_in(Language.FR) == ""
