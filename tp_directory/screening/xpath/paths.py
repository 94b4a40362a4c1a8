"""Follows the paths of a formula through a form, once: a form does not grow (no repeats)."""

from __future__ import annotations

from tp_directory.core.bilingual import Text
from tp_directory.screening.faults import FormulaRefused
from tp_directory.screening.xpath.outline import Outline
from tp_directory.screening.xpath.tree import Path, Start, Step

MAX_VISITS = 10_000
"""Nodes that all paths of a formula may pass: what `//*//*//*` may cost."""


class Paths:
    """Knows a form's nodes, the formula that looks at them, and how many its paths passed."""

    def __init__(self, formula: str, outline: Outline, here: int) -> None:
        """Begin at the node `here`, whose formula it is."""
        self._formula = formula
        self._outline = outline
        self._here = here
        self._left = MAX_VISITS

    def indexes(self, path: Path) -> tuple[int, ...]:
        """Return the nodes that a path leads to, in the order of the form, one at least.

        Raises:
            FormulaRefused: it leads nowhere, filters what is no list of choices, or the formula
                passes more than MAX_VISITS nodes.
        """
        steps = path.steps
        if any(step.predicates for step in steps):
            raise FormulaRefused(
                self._formula,
                path.position,
                Text(
                    "only lists of choices can be filtered with […].",
                    "seules les listes de choix peuvent être filtrées par […].",
                ),
            )
        found = {self._here}
        if path.start is Start.ROOT:
            found = self._from_root(steps[0], path.position)
            steps = steps[1:]
        for step in steps:
            found = {way for each in found for way in self._ways(each, step, path.position)}
        if not found:
            raise self._unknown(path)
        return tuple(sorted(found))

    def leaves(self, index: int, position: int) -> tuple[int, ...]:
        """Return the questions at or under a node; `position` is where the formula names it.

        Raises:
            FormulaRefused: the formula passes more than MAX_VISITS nodes.
        """
        leaves = self._outline.leaves(index)
        self._count(len(leaves), position)
        return leaves

    def _from_root(self, step: Step, position: int) -> set[int]:
        """The first step comes from above the form itself."""
        found = {0} if step.name in {self._outline.nodes[0].name, "*"} else set()
        return found.union(self._ways(0, step, position)) if step.is_deep else found

    def _ways(self, index: int, step: Step, position: int) -> list[int]:
        """The nodes that one step leads to; `//` steps from the node and from all below it."""
        nodes = self._outline.nodes
        found: list[int] = []
        for each in (index, *self._outline.below(index)) if step.is_deep else (index,):
            self._count(1, position)
            if step.name == ".":
                found.append(each)
            elif step.name == "*":
                self._count(len(nodes[each].children), position)
                found += nodes[each].children
            elif step.name != "..":
                found += self._outline.named(step.name, each)
            elif nodes[each].parent >= 0:
                found.append(nodes[each].parent)
        return found

    def _count(self, visits: int, position: int) -> None:
        self._left -= visits
        if self._left < 0:
            raise FormulaRefused(
                self._formula,
                position,
                Text(
                    "it looks at too many questions; split it or name fewer.",
                    "elle consulte trop de questions; divisez-la ou nommez-en moins.",
                ),
            )

    def _unknown(self, path: Path) -> FormulaRefused:
        shown = "".join(
            ("//" if step.is_deep else "/" if place or path.start is not Start.HERE else "")
            + step.name
            for place, step in enumerate(path.steps)
        )
        return FormulaRefused(
            self._formula,
            path.position,
            Text(
                f"the form has no question “{shown}”.",
                f"le formulaire n'a aucune question « {shown} ».",
            ),
        )
