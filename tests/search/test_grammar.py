import random

import pytest

from tp_directory.search.expression import (
    AllOf,
    AnyOf,
    Expression,
    Field,
    FieldValue,
    Not,
    Phrase,
    Prefix,
    Words,
)
from tp_directory.search.grammar import parse


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("legal aid ", Words(("legal", "aid"))),
        ("legal aid", Words(("legal", "aid"), is_open=True)),
        ('"legal aid"', Phrase("legal aid")),
        ("detox*", Prefix("detox")),
        ("shelter OR refuge ", AnyOf((Words(("shelter",)), Words(("refuge",))))),
        ("shelter OU refuge ", AnyOf((Words(("shelter",)), Words(("refuge",))))),
        ("shelter ET women ", Words(("shelter", "women"))),
        ("shelter NOT men", AllOf((Words(("shelter",)), Not(Words(("men",)))))),
        ("shelter SAUF men", AllOf((Words(("shelter",)), Not(Words(("men",)))))),
        ("shelter NOT for the men", AllOf((Words(("shelter",)), Not(Words(("men",)))))),
        ("NOT for OR men ", AnyOf((Not(Words(("for",))), Words(("men",))))),
        ("NOT for need:legal", Not(FieldValue(Field.NEED, "legal"))),
        ("need:legal", FieldValue(Field.NEED, "legal")),
        ("Besoin:juridique", FieldValue(Field.NEED, "juridique")),
        ("ville:Montréal", FieldValue(Field.CITY, "Montréal")),
        ('province:"New Brunswick"', FieldValue(Field.PROVINCE, "New Brunswick")),
        ("1-833-900-1010", FieldValue(Field.PHONE, "8339001010")),
        ("(833) 900.1010", FieldValue(Field.PHONE, "8339001010")),
        ("+1 833\u2011900\u20111010", FieldValue(Field.PHONE, "8339001010")),
        ("833 900", FieldValue(Field.PHONE, "833900")),
        ("1-833-900", FieldValue(Field.PHONE, "833900")),
        ("555-0123", FieldValue(Field.PHONE, "5550123")),
        ("45645 ", Words(("45645",))),
        ("youth 16-24 shelter ", Words(("youth", "16-24", "shelter"))),
        ("2024-2025 ", Words(("2024-2025",))),
        ("section 2.1.15 ", Words(("section", "2.1.15"))),
        ("1 866 APPELLE", FieldValue(Field.PHONE, "8662773553")),
        ("24/7 ", Words(("24/7",))),
        ("", AllOf()),
        ("(((", AllOf()),
    ],
)
def test_what_is_typed_has_one_meaning(typed: str, tree: Expression) -> None:
    assert parse(typed) == tree


def test_words_around_a_field_stay_apart_from_it() -> None:
    assert parse("(shelter OR refuge) ville:Halifax") == AllOf(
        (
            AnyOf((Words(("shelter",)), Words(("refuge",)))),
            FieldValue(Field.CITY, "Halifax"),
        )
    )


def test_a_colon_that_names_no_field_is_words() -> None:
    assert parse("http://example.org note:x ") == Words(("http://example.org", "note:x"))


@pytest.mark.parametrize("seed", range(300))
def test_nothing_typed_is_an_error(seed: int) -> None:
    chance = random.Random(seed)
    pieces = ["(", ")", '"', "*", "AND", "OR", "NOT", "need:", ":", "'", "[a TO b]", "~", "^", "\\"]
    pieces += [
        "é",
        "\x00",
        "\ud800",
        "refuge",
        "1-800",
        "  ",
        "\t",
        "org:(",
        "🙂",
        "SAUF",
        "a*b",
        "?",
    ]
    typed = chance.choice(["", " "]).join(chance.choices(pieces, k=chance.randrange(1, 12)))

    assert parse(typed) is not None
