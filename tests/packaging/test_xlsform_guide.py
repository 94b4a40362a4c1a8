import pytest

from tp_directory.core.bilingual import Language
from tp_directory.screening.authoring.guide import guide
from tp_directory.screening.form import Kind
from tp_directory.screening.xlsform.subset import REFUSED_TYPES, TYPES
from tp_directory.screening.xpath.functions import FUNCTIONS
from xlsform_guide import FILES, FOLDER


@pytest.mark.parametrize("language", Language)
def test_the_guide_in_the_tree_is_that_of_the_program(language: Language) -> None:
    assert (FOLDER / FILES[language]).read_text(encoding="utf-8") == guide(language)


@pytest.mark.parametrize("language", Language)
def test_the_guide_names_all_that_is_supported_and_all_that_is_refused(language: Language) -> None:
    text = guide(language)

    assert set(TYPES.values()) == set(Kind)
    for name in (*TYPES, *REFUSED_TYPES):
        assert f"`{name}`" in text
    for name in FUNCTIONS:
        assert f"`{name}(" in text
