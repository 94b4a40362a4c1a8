"""What a value typed for a field means: `need:légal`, `province:Ontario`, `langue:cri`."""

from __future__ import annotations

from collections.abc import Callable

from tp_directory.core.folding import fold
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.languages import language_code
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.search.concepts import code_of
from tp_directory.search.expression import Field

CodesOf = Callable[[Field, str], tuple[str, ...]]


def codes_finder(taxonomy: Taxonomy, gazetteer: Gazetteer) -> CodesOf:
    """A function from a field and a value typed for it to codes; () where nothing is meant."""

    def codes_of(field: Field, value: str) -> tuple[str, ...]:
        match field:
            case Field.NEED:
                code = code_of(taxonomy.needs.terms, value)
            case Field.POPULATION:
                code = code_of(taxonomy.populations.terms, value)
            case Field.PROVINCE:
                code = "CA" if fold(value) in ("ca", "canada") else gazetteer.province(value)
            case Field.LANGUAGE:
                code = language_code(value)
            case _:
                code = None
        return (code,) if code else ()

    return codes_of
