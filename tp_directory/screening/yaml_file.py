"""Reads YAML from anywhere without harm; every value knows its line and its field.

A file is composed, never constructed: no value becomes anything but text, a list or a mapping, and
`no` stays "no". Aliases and tags are refused, since a few lines of aliases can stand for billions
of values; size, depth and number of values are bounded.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from pathlib import Path

import yaml

from tp_directory.core.bilingual import Text
from tp_directory.core.errors import CannotRead, DirectoryError, Problem

MAX_FILE = 500_000
"""Bytes of a file; the longest of ours has some 60,000."""
MAX_DEPTH = 12
"""Lists and mappings within each other."""
MAX_VALUES = 20_000

_STR = "tag:yaml.org,2002:str"
_NOT_YAML = Text("This is not YAML as it can be read.", "Ce n'est pas du YAML lisible.")
_TOO_LARGE = Text(
    "The file is larger or deeper than it can be.",
    "Le fichier est plus grand ou plus imbriqué qu'il ne peut l'être.",
)
_ALIAS = Text(
    "References (& and *) and tags (!) are not supported; write the value out.",
    "Les renvois (& et *) et les étiquettes (!) ne sont pas admis; écrivez la valeur au long.",
)
_EMPTY = Text("A value is missing.", "Il manque une valeur.")
_NO_TEXT = Text("This must be a text.", "Ce doit être un texte.")
_NO_LIST = Text("This must be a list.", "Ce doit être une liste.")
_NO_MAPPING = Text("This must be fields with values.", "Ce doit être des champs et leurs valeurs.")


class YamlRefused(DirectoryError):
    """A YAML file is not what it should be: mend the line and the field that `problem` names."""

    def __init__(self, problem: Problem) -> None:
        where = f"{problem.file}:{problem.line} {problem.field}".strip()
        super().__init__(Text(f"{where}: {problem.text.en}", f"{where} : {problem.text.fr}"))
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Part:
    """A value of a file: where it stands (`line` from 1, `field` as `scenarios[0].id`)."""

    file: str
    line: int
    field: str
    value: str | tuple[Part, ...] | dict[str, Part]

    def text(self) -> str:
        """The value as a text that is not empty.

        Raises:
            YamlRefused: it is none.
        """
        if not isinstance(self.value, str):
            raise self.refused(_NO_TEXT)
        if not self.value.strip():
            raise self.refused(_EMPTY)
        return self.value.strip()

    def parts(self) -> tuple[Part, ...]:
        """The values of a list.

        Raises:
            YamlRefused: it is no list.
        """
        if not isinstance(self.value, tuple):
            raise self.refused(_NO_LIST)
        return self.value

    def texts(self) -> tuple[str, ...]:
        """The texts of a list.

        Raises:
            YamlRefused: it is no list of texts.
        """
        return tuple(each.text() for each in self.parts())

    def fields(self) -> dict[str, Part]:
        """The values of a mapping by their names.

        Raises:
            YamlRefused: it is no mapping.
        """
        if not isinstance(self.value, dict):
            raise self.refused(_NO_MAPPING)
        return self.value

    def known_fields(self, required: Set[str], optional: Set[str] = frozenset()) -> dict[str, Part]:
        """The values of a mapping that has all that is required, and nothing unknown.

        Raises:
            YamlRefused: it is not so; a field that is unknown is named.
        """
        fields = self.fields()
        for name, part in fields.items():
            if name not in required | optional:
                known = ", ".join(sorted(required | optional))
                raise part.refused(
                    Text(
                        f"The field “{name}” is not known here. Known: {known}.",
                        f"Le champ « {name} » n'est pas connu ici. Connus : {known}.",
                    )
                )
        for name in sorted(required - fields.keys()):
            raise self.refused(
                Text(f"The field “{name}” is missing.", f"Il manque le champ « {name} ».")
            )
        return fields

    def words(self) -> Text:
        """The words in both languages, of a mapping with `en` and `fr`.

        Raises:
            YamlRefused: a language is missing, or there is more.
        """
        fields = self.known_fields({"en", "fr"})
        return Text(fields["en"].text(), fields["fr"].text())

    def refused(self, text: Text) -> YamlRefused:
        """What to raise when this value is not right."""
        return YamlRefused(Problem(self.file, self.line, self.field, text))


def read_yaml(file: Path) -> Part:
    """Read a file.

    Raises:
        CannotRead: it is missing or may not be read.
        YamlRefused: it is no YAML, exceeds a limit, names a field twice, or uses aliases or tags.
    """
    try:
        with file.open("rb") as stream:
            content = stream.read(MAX_FILE + 1)
    except OSError as error:
        raise CannotRead(file, error.strerror or type(error).__name__) from error
    return yaml_of(content, file.name)


def yaml_of(content: bytes, name: str) -> Part:
    """Read the bytes of a file; `name` is what problems call it.

    Raises:
        YamlRefused: as `read_yaml`.
    """
    if len(content) > MAX_FILE:
        raise _refused(name, 0, _TOO_LARGE)
    try:
        _check_events(content, name)
        root = yaml.compose(content, yaml.SafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        raise _refused(name, mark.line if mark else 0, _NOT_YAML) from error
    if root is None:
        raise _refused(name, 0, _EMPTY)
    return _part(root, name, "", 0)


def _check_events(content: bytes, name: str) -> None:
    """Refuse what could grow, before anything is built of it; the events come one by one."""
    depth = values = 0
    for event in yaml.parse(content, yaml.SafeLoader):
        is_start = isinstance(event, yaml.CollectionStartEvent)
        line = event.start_mark.line if event.start_mark else 0
        depth += is_start - isinstance(event, yaml.CollectionEndEvent)
        values += is_start or isinstance(event, yaml.ScalarEvent)
        if depth > MAX_DEPTH or values > MAX_VALUES:
            raise _refused(name, line, _TOO_LARGE)
        if getattr(event, "anchor", None) or getattr(event, "tag", None):
            raise _refused(name, line, _ALIAS)


def _part(node: yaml.Node, file: str, field: str, line: int) -> Part:
    """The value of a node; `line` (from 0) is where it begins, or its key does."""
    if isinstance(node, yaml.ScalarNode):
        return Part(file, line + 1, field, node.value)
    if isinstance(node, yaml.SequenceNode):
        values = (
            _part(each, file, f"{field}[{at}]", each.start_mark.line)
            for at, each in enumerate(node.value)
        )
        return Part(file, line + 1, field, tuple(values))
    fields: dict[str, Part] = {}
    for key, value in node.value:
        begin = key.start_mark.line
        if not isinstance(key, yaml.ScalarNode):
            raise _refused(file, begin, _NO_TEXT)
        inside = f"{field}.{key.value}" if field else key.value
        if key.value in fields:
            twice = Text("This field stands here twice.", "Ce champ figure ici deux fois.")
            raise YamlRefused(Problem(file, begin + 1, inside, twice))
        fields[key.value] = _part(value, file, inside, begin)
    return Part(file, line + 1, field, fields)


def _refused(file: str, line: int, text: Text) -> YamlRefused:
    return YamlRefused(Problem(file, line + 1, "", text))
