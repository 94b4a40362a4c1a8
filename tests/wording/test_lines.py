"""What a number is called, and when it needs to be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.wording.test_facts import SERVICE
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.service import Phone, PhoneKind
from tp_directory.wording.lines import line_name, told_apart

OFFICE = Phone("+1-807-555-0100", PhoneKind.VOICE, Text("Office", "Bureau"))


@pytest.mark.parametrize(
    ("phone", "name"),
    [
        (OFFICE, "Bureau"),
        (replace(OFFICE, label=Text()), ""),
        (replace(OFFICE, kind=PhoneKind.TEXT), "Bureau · Texto"),
        (replace(OFFICE, kind=PhoneKind.TEXT, label=Text("", "Ligne texto")), "Ligne texto"),
        (replace(OFFICE, kind=PhoneKind.TTY, label=Text()), "ATS"),
    ],
)
def test_a_number_is_called_by_its_label_and_by_what_answers(phone: Phone, name: str) -> None:
    assert line_name(phone, Language.FR) == name


@pytest.mark.parametrize(("phones", "name"), [((OFFICE,), ""), ((OFFICE, OFFICE), "Office")])
def test_a_number_is_named_among_several_only(phones: tuple[Phone, ...], name: str) -> None:
    assert told_apart(OFFICE, replace(SERVICE, phones=phones), Language.EN) == name
