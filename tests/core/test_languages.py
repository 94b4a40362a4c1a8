import pytest

from tp_directory.core.bilingual import Language
from tp_directory.core.languages import language_code, language_codes, language_name
from tp_directory.core.service import Service


@pytest.mark.parametrize(
    ("code", "english", "french"),
    [
        ("oj", "Ojibwa", "ojibwa"),
        ("cr", "Cree", "cri"),
        ("iu", "Inuktitut", "inuktitut"),
        ("den", "Slavey", "esclave"),
        ("srs", "Tsuut'ina", "tsuut'ina"),
        ("fcs", "Quebec Sign Language (LSQ)", "langue des signes québécoise (LSQ)"),
        ("xx", "xx", "xx"),
    ],
)
def test_a_language_has_a_name_in_both_languages(code: str, english: str, french: str) -> None:
    assert language_name(code, Language.EN) == english
    assert language_name(code, Language.FR) == french


def test_every_bundled_language_has_a_name(services: tuple[Service, ...]) -> None:
    codes = {code for each in services for code in each.languages}

    assert [code for code in codes if language_name(code, Language.FR) == code] == []


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("fcs", "fcs"),
        ("LSQ", "fcs"),
        ("langue des signes québécoise", "fcs"),
        ("ASL", "ase"),
        ("Algonquin", "alq"),
        ("Dakelh (Carrier)", "crx"),
        ("Carrier", "crx"),
        ("Slavey", "den"),
        ("Slave", "den"),
        ("Ojibwe", "oj"),
        ("ojibwa", "oj"),
        ("Mi’kmaq", "mic"),
        ("Innu", "moe"),
        ("farsi", "fa"),
        ("Persian", "fa"),
        ("Mandarin", "zh"),
        ("CRI", "cr"),
        ("fr-CA", "fr_CA"),
    ],
)
def test_a_language_is_known_by_its_code_and_its_names(typed: str, code: str) -> None:
    assert language_code(typed) == code


@pytest.mark.parametrize("typed", ["", "()", "日本", "Klingonn"])
def test_what_names_no_language_is_none(typed: str) -> None:
    assert language_code(typed) is None


@pytest.mark.parametrize("spoken", Language)
def test_every_language_is_known_by_its_code_and_has_a_name(spoken: Language) -> None:
    codes = language_codes()

    assert [code for code in codes if language_code(code) != code] == []
    assert [code for code in ("alq", "fcs", "nsk") if language_name(code, spoken) == code] == []
