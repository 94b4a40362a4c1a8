import pytest

from tp_directory.screening.xpath.pattern_reader import pattern_of
from tp_directory.screening.xpath.patterns import PatternRefused


@pytest.mark.parametrize(
    "expression", ["(a+)+$", "(a|aa)+$", "^(a|a?)+$", "(.*a){12}$", "^(([a-z])+.)+[A-Z]([a-z])+$"]
)
def test_a_pattern_that_others_never_finish_ends(expression: str) -> None:
    assert not pattern_of(expression).is_in("a" * 60 + "!")


@pytest.mark.parametrize(
    ("expression", "text", "is_in"),
    [
        ("a*?b", "aab", True),
        ("^(?:ab|cd)$", "cd", True),
        ("^(?:ab|cd)$", "abcd", False),
        (r"[^\]]x", "ax", True),
        (r"[\d.,-]{3}$", "1-2", True),
        (r"^\S+\s\S+$", "a b", True),
        (r"\u00e9", "été", True),
        ("x{0}y", "y", True),
        ("(|a)b", "b", True),
        ("^(((((((((((a*)*)*)*)*)*)*)*)*)*)*)$", "aaa", True),
        ("^(a{2,3}){2}$", "aaaaa", True),
        ("^(a{2,3}){2}$", "aaaaaaa", False),
        ("a.c", "a\nc", False),
    ],
)
def test_patterns_are_those_of_ecmascript(expression: str, text: str, is_in: bool) -> None:
    assert pattern_of(expression).is_in(text) is is_in


@pytest.mark.parametrize(
    "expression", ["(", ")", "a**", "[a", "a{2,1}", r"(a)\1", "(?=a)", "*a", "(a{99}){99}", "[z-a]"]
)
def test_what_is_broken_or_cannot_be_bounded_is_refused(expression: str) -> None:
    with pytest.raises(PatternRefused) as caught:
        pattern_of(expression)

    assert caught.value.text.en and caught.value.text.fr
