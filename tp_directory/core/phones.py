"""Phone numbers as Canadians write and dial them."""

from __future__ import annotations

import re

from tp_directory.core.service import Phone, PhoneKind

# Alberta, British Columbia and Saskatchewan share seven-digit 310 numbers, dialled without area
# code and free of charge: libphonenumber takes them with "+1" too, which reaches nobody.
_THREE_TEN = re.compile(r"310-?\d{4}", re.ASCII)
_TEN_DIGITS = re.compile(r"(?:\+?1[-. ]?)?(?:\(\d{3}\) ?|\d{3}[-. ]?)\d{3}[-. ]?\d{4}", re.ASCII)
_SHORT = re.compile(r"\d{3,6}", re.ASCII)
_NOT_DIGITS = re.compile(r"\D+")


def is_dialable(number: str) -> bool:
    """Whether the number is a valid Canadian or US number, a Canadian short code or a 310 number.

    It must be written with nothing else: what is shown and dialled is made of it as it stands, and
    libphonenumber reads words, extensions and other countries' numbers too. Source of the two-step
    rule: its `is_valid_number` refuses 211, 811, 911, 988 and SMS short codes, which its
    short-number metadata for CA accepts.
    """
    if _THREE_TEN.fullmatch(number):
        return True
    is_short = bool(_SHORT.fullmatch(number))
    if not is_short and not _TEN_DIGITS.fullmatch(number):
        return False
    import phonenumbers  # noqa: PLC0415  # 15 ms, for checking only: kept out of the start
    from phonenumbers import shortnumberinfo  # noqa: PLC0415

    parsed = phonenumbers.parse(number, "CA")
    if is_short:
        return shortnumberinfo.is_valid_short_number_for_region(parsed, "CA")
    return phonenumbers.region_code_for_number(parsed) in {"CA", "US"}


def digits(number: str) -> str:
    """Only the digits, without the country code 1, so that any writing finds the number."""
    bare = _NOT_DIGITS.sub("", number)
    return bare[1:] if len(bare) == 11 and bare.startswith("1") else bare


def digits_of_letters(number: str) -> str:
    """The number with letters as the digits of their keys: "310-COPE" is "310-2673"."""
    import phonenumbers  # noqa: PLC0415  # as above

    return str(phonenumbers.convert_alpha_characters_in_number(number))


def written(number: str) -> str:
    """The number as it is read out and dialled in Canada: "1-833-900-1010", "211", "310-1818"."""
    return number.removeprefix("+")


def tel_uri(phone: Phone) -> str:
    """What a phone dials: "tel:+18339001010", "tel:+18075550123;ext=148", "tel:211".

    A number for text messages opens a message instead, as a call would not be answered:
    "sms:686868". Sources: RFC 3966 and RFC 5724. The phone-context that RFC 3966 wants on short
    numbers is left out: cameras of phones do not know it, and each of these is dialled as it is.
    """
    number = digits_of_letters(phone.number)
    dialled = digits(number)
    if number.startswith("+"):
        dialled = f"+{_NOT_DIGITS.sub('', number)}"
    elif len(dialled) == 10:
        dialled = f"+1{dialled}"
    if phone.kind is PhoneKind.TEXT:
        return f"sms:{dialled}"
    return f"tel:{dialled};ext={phone.extension}" if phone.extension else f"tel:{dialled}"
