import io
import sys
from collections.abc import Callable
from typing import Any

import pytest

from tp_directory.cli import main, opening, self_test
from tp_directory.cli.opening import Preparation
from tp_directory.core.bilingual import Language
from tp_directory.core.errors import EditionDamaged
from tp_directory.editions import Step

Ask = Callable[..., Any]  # Any: Answered, in conftest, which no test can import


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_quick_preparation_says_nothing() -> None:
    stream = Terminal()
    preparation = Preparation(stream, Language.EN)
    preparation.show(Step(100, 588))
    preparation.finish()

    assert stream.getvalue() == ""


def test_a_long_preparation_counts_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_PATIENCE_SECONDS", -1)
    stream = Terminal()
    preparation = Preparation(stream, Language.FR)
    preparation.show(Step(294, 588))
    preparation.show(Step(588, 588))
    preparation.finish()

    assert stream.getvalue().replace("\N{NO-BREAK SPACE}", " ") == (
        "\rPréparation du répertoire… 50 %\rPréparation du répertoire… 100 %\n"
    )


def test_a_long_preparation_is_told_once_in_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_PATIENCE_SECONDS", -1)
    stream = io.StringIO()
    preparation = Preparation(stream, Language.EN)
    preparation.show(Step(294, 588))
    preparation.show(Step(588, 588))
    preparation.finish()

    assert stream.getvalue() == "Preparing the directory…\n"


@pytest.mark.parametrize(
    ("arguments", "language"),
    [((), None), (("--lang", "fr"), Language.FR), (("--lang", "en"), Language.EN)],
)
def test_without_a_verb_the_window_opens_in_the_language_chosen(
    ask: Ask,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    language: Language | None,
) -> None:
    opened: list[Language | None] = []

    def open_window(spoken: Language | None) -> int:
        opened.append(spoken)
        return 0

    # A real window would stay until somebody closes it; the self-test opens one.
    monkeypatch.setattr(main, "open_window", open_window)

    assert ask(*arguments).code == 0
    assert opened == [language]


def test_without_qt_the_terminal_is_offered(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tp_directory.app", None)
    refused = ask("--lang", "fr")

    assert refused.code == 3
    assert "La recherche au terminal fonctionne" in refused.err


def test_without_qt_the_self_test_fails(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tp_directory.app", None)
    failed = ask("self-test")

    assert failed.code == 1
    assert failed.out.count("[ok]") == 3
    assert "The window cannot be opened" in failed.err


def test_a_search_that_finds_nothing_fails_the_self_test(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(self_test, "_WORDS", {Language.EN: "qqzzxx"})
    failed = ask("self-test")

    assert failed.code == 1
    assert "Nothing is found for “qqzzxx”" in failed.err


@pytest.mark.parametrize("verb", [["search"], ["info"], ["places", "k"], ["show", "x"]])
def test_a_directory_that_cannot_be_opened_is_told_with_3(
    capsys: pytest.CaptureFixture[str], verb: list[str]
) -> None:
    def damaged(language: Language) -> Any:  # Any: it never returns
        raise EditionDamaged("edition.json")

    code = main.answer([*verb, "--lang", "fr"], damaged)

    assert code == 3
    assert "Le répertoire de cet ordinateur est inutilisable" in capsys.readouterr().err
