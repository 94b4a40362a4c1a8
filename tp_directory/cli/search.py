"""The verb `search`: finds who can help."""
# Without `from __future__ import annotations`: Typer reads the annotations when it runs, and
# the words of help are in scope only here.

from typing import Annotated

import typer
from typer import Argument, Option

from tp_directory.cli import as_json, choices
from tp_directory.cli.bad_use import BadUse
from tp_directory.cli.opening import OpenDirectory
from tp_directory.cli.search_words import EXAMPLES, HELP
from tp_directory.cli.verb import verb_class
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.query import Query

_TWO_MOMENTS = Text(
    "--open-now and --open-at exclude each other. Keep one of the two.",
    "--open-now et --open-at s'excluent. Gardez l'une des deux.",
)
