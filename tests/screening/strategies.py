"""What hypothesis draws: formulas, patterns, surveys that may be broken, forms that are sound."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tp_directory.screening.xlsform.subset import REFUSED_TYPES, TYPES
from tp_directory.screening.xpath.functions import FUNCTIONS, NODE_SETS_ONLY


def called(arguments: SearchStrategy[str], paths: list[str]) -> SearchStrategy[str]:
    """Calls with as many arguments as the function takes, mostly."""

    def of(name: str, least: int, most: int | None) -> SearchStrategy[str]:
        given = st.sampled_from(paths) if name in NODE_SETS_ONLY else arguments
        counted = st.lists(given, min_size=least, max_size=least + 2 if most is None else most)
        return counted.map(lambda texts: f"{name}({', '.join(texts)})")

    known = [of(each.name, each.least, each.most) for each in FUNCTIONS.values()]
    special = [of("if", 3, 3), of("coalesce", 2, 2), of("position", 0, 1)]
    return st.one_of(*known, *special)


def joined(operands: SearchStrategy[str]) -> SearchStrategy[str]:
    signs = st.sampled_from("+ - * div mod = != < <= > >= and or".split())
    return st.builds(
        lambda left, sign, right: f"({left} {sign} {right})", operands, signs, operands
    )


def formulas(paths: list[str]) -> SearchStrategy[str]:
    numbers = st.one_of(st.integers(0, 40).map(str), st.floats(0, 1e25).map(lambda n: f"{n:.3f}"))
    texts = st.text("ab12-:T. \u00e9\\([*", max_size=12).map(lambda text: f"'{text}'")
    return st.recursive(
        st.one_of(numbers, texts, st.sampled_from(paths), st.sampled_from(paths)),
        lambda inner: st.one_of(
            called(inner, paths), joined(inner), inner.map(lambda each: f"-{each}")
        ),
        max_leaves=12,
    )


def patterns() -> SearchStrategy[str]:
    atoms = st.sampled_from(["a", "b", ".", "[ab]", "[^a]", "\\d", "\\W", "^", "$", "\\b"])
    return st.recursive(
        atoms,
        lambda inner: st.one_of(
            st.builds("{}{}".format, inner, inner),
            st.builds("({}|{})".format, inner, inner),
            st.builds(
                "({}){}".format, inner, st.sampled_from(["*", "+", "?", "{2}", "{0,2}", "*?"])
            ),
        ),
        max_leaves=8,
    )


def surveys() -> SearchStrategy[list[list[str]]]:
    """Rows of a survey that have a chance: one cell in some is anything."""
    characters = st.characters(exclude_categories=["C"])  # which no workbook may hold
    anything = st.one_of(
        st.text(characters, max_size=8), st.sampled_from([*TYPES, *REFUSED_TYPES, "end_group"])
    )
    kinds = st.sampled_from(["integer", "text", "select_one l", "select_multiple l", "date"])

    def row(number: int) -> SearchStrategy[list[str]]:
        sound = formulas([f"${{q{each}}}" for each in range(number)] or ["1"])
        cells = [kinds, st.just(f"q{number}"), st.just("Label"), sound, sound]
        cells += [st.sampled_from(["", "yes"]), st.just(""), sound]
        cells += [st.sampled_from(["", "of = ${q0}", "name != 'x'"]), st.just("Hint")]
        spoilt = st.tuples(st.integers(0, 60), anything)
        return st.tuples(st.tuples(*cells), spoilt).map(
            lambda given: [
                given[1][1] if given[1][0] == place else cell for place, cell in enumerate(given[0])
            ]
        )

    return st.tuples(*map(row, range(4))).map(list)


def _conditions(before: list[str]) -> SearchStrategy[str]:
    simple = st.builds(
        "{} {} {}".format,
        st.sampled_from(before),
        st.sampled_from(["=", "!=", "<", ">="]),
        st.sampled_from(["''", "'x'", "'y'", "1", "2", *before]),
    )
    taken = st.builds("selected({}, 'x')".format, st.sampled_from(before))
    return st.recursive(
        st.one_of(simple, taken),
        lambda inner: st.one_of(
            st.builds("({}) and ({})".format, inner, inner),
            st.builds("({}) or ({})".format, inner, inner),
            st.builds("not({})".format, inner),
        ),
        max_leaves=3,
    )


def _results(before: list[str]) -> SearchStrategy[str]:
    read = st.sampled_from(before)
    return st.one_of(
        st.builds(
            "if({}, {}, {})".format, _conditions(before), read, st.sampled_from(["1", "'y'"])
        ),
        st.builds("count-selected({}) + coalesce({}, 0)".format, read, read),
        st.builds("concat({}, {})".format, read, read),
    )


def forms() -> SearchStrategy[list[list[str]]]:
    """Forms whose questions depend on those before them, two of them in a group."""

    def row(number: int) -> SearchStrategy[list[str]]:
        before = [f"${{q{each}}}" for each in range(number)] or ["1"]
        kinds = st.sampled_from(["integer", "select_one l", "select_multiple l"])
        condition = _conditions(before)
        asked = st.tuples(
            kinds,
            st.just(f"q{number}"),
            st.just("Label"),
            condition,
            condition,
            condition,
            st.just(""),
            st.just(""),
            st.sampled_from(["", f"of = {before[0]}", f"selected({before[-1]}, name)"]),
        ).map(lambda cells: [*cells[:8], cells[8] if " l" in cells[0] else ""])
        computed = st.builds(
            lambda relevant, result: ["calculate", f"q{number}", "", relevant, "", "", result],
            st.one_of(st.just(""), condition),
            _results(before),
        )
        return st.one_of(asked, asked, computed)

    def grouped(rows: list[list[str]], condition: str) -> list[list[str]]:
        return [
            *rows[:3],
            ["begin_group", "g", "Group", condition],
            *rows[3:5],
            ["end_group"],
            rows[5],
        ]

    return st.builds(
        grouped, st.tuples(*map(row, range(6))).map(list), _conditions(["${q0}", "${q1}", "${q2}"])
    )
