"""Takes values out of a JSON record, and names the field, as a JSON path, that is not right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from tp_directory.core.bilingual import Text
from tp_directory.core.errors import DirectoryError

Part = dict[str, Any]  # Any: a JSON object as it was read; each value is checked when taken
Read = TypeVar("Read")


class FieldRefused(DirectoryError):
    """A field of a record is missing or is not what the profile says: mend that field."""

    def __init__(self, field: str, text: Text) -> None:
        super().__init__(text)
        self.field = field


MISSING = Text(
    "This field is missing. Add it, as the profile (PROFILE.md) describes it.",
    "Ce champ manque. Ajoutez-le comme le décrit le profil (PROFILE.md).",
)


def not_known(value: object) -> Text:
    """What to say of a value that a field cannot have."""
    return Text(
        f"“{value}” is not a value of this field. See the profile (PROFILE.md) for its values.",
        f"« {value} » n'est pas une valeur de ce champ. "
        "Voyez les valeurs permises dans le profil (PROFILE.md).",
    )


def typed(value: object, path: str, kind: type[Read]) -> Read:
    """The value, known to be of a kind.

    Raises:
        FieldRefused: it is of another; true and false are of none that a record uses.
    """
    if not isinstance(value, kind) or isinstance(value, bool):
        raise FieldRefused(path, not_known(value))
    return value


def optional(part: Part, key: str, path: str, kind: type[Read]) -> Read | None:
    """The value of a key; None where it is absent or null.

    Raises:
        FieldRefused: it is of another kind.
    """
    value = part.get(key)
    return None if value is None else typed(value, f"{path}.{key}", kind)


def required(part: Part, key: str, path: str, kind: type[Read]) -> Read:
    """The value of a key that must be there and not empty.

    Raises:
        FieldRefused: it is missing, empty or of another kind.
    """
    value = part.get(key)
    if value is None or value == "":
        raise FieldRefused(f"{path}.{key}", MISSING)
    return typed(value, f"{path}.{key}", kind)


def string(part: Part, key: str, path: str) -> str:
    """The words of a key, "" where it is absent.

    Raises:
        FieldRefused: it is no string.
    """
    return optional(part, key, path, str) or ""


def strings(part: Part, key: str, path: str) -> tuple[str, ...]:
    """The strings of a list, none where it is absent.

    Raises:
        FieldRefused: it is no list of strings.
    """
    return tuple(typed(each, inside, str) for inside, each in members(part, key, path))


def parts(part: Part, key: str, path: str) -> Iterator[tuple[str, Part]]:
    """The objects of a list, each with its JSON path; none where the list is absent.

    Raises:
        FieldRefused: it is no list of objects.
    """
    for inside, each in members(part, key, path):
        yield inside, typed(each, inside, dict)


def members(part: Part, key: str, path: str) -> Iterator[tuple[str, object]]:
    """The members of a list, each with its JSON path; none where the list is absent.

    Raises:
        FieldRefused: it is no list.
    """
    for number, each in enumerate(optional(part, key, path, list) or ()):
        yield f"{path}.{key}[{number}]", each


def french_words(part: Part, path: str) -> dict[str, str]:
    """The French words of an object, by the names of its fields.

    Raises:
        FieldRefused: a translation lacks its field or its text.
    """
    return {
        required(each, "field", inside, str): required(each, "text", inside, str)
        for inside, each in parts(part, "translations", path)
        if each.get("language") == "fr"
    }


def walk(value: object, path: str) -> Iterator[tuple[str, str, object]]:
    """Every value inside a JSON value, with its path and its key ("" in a list)."""
    if isinstance(value, dict):
        for key, inside in value.items():
            yield f"{path}.{key}", key, inside
            yield from walk(inside, f"{path}.{key}")
    elif isinstance(value, list):
        for number, inside in enumerate(value):
            yield f"{path}[{number}]", "", inside
            yield from walk(inside, f"{path}[{number}]")


def one_of(read: Callable[[str], Read], value: object, path: str) -> Read:
    """What a string stands for: a member of an enumeration, a date.

    Raises:
        FieldRefused: it is missing, no string, or stands for nothing.
    """
    if value is None:
        raise FieldRefused(path, MISSING)
    try:
        return read(typed(value, path, str))
    except ValueError as error:
        raise FieldRefused(path, not_known(value)) from error
