"""What a number of a service is called, for the window and for what confirms a copy."""

from __future__ import annotations

from tp_directory import wording
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.service import Phone, PhoneKind, Service

NO_NUMBER = Text("No number is stated.", "Aucun numéro n'est indiqué.")


def line_name(phone: Phone, language: Language) -> str:
    """What a number is called, and what answers it where that is no voice and not said yet."""
    label, kind = phone.label.best(language), wording.phone_kind(phone.kind, language)
    is_plain = phone.kind is PhoneKind.VOICE or kind.casefold() in label.casefold()
    return " · ".join(filter(None, (label, "" if is_plain else kind)))


def told_apart(phone: Phone, service: Service, language: Language) -> str:
    """What a number is called among those of its service, "" where it is the only one."""
    return line_name(phone, language) if len(service.phones) > 1 else ""
