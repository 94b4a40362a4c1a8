"""What a formula may refer to: the nodes of a form, and its lists of choices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Item = Mapping[str, str]
"""One choice of a list: the value of each of its columns."""


@dataclass(frozen=True, slots=True)
class Node:
    """A question or a group; `index` is its place in the form, `parent` -1 for the form itself."""

    index: int
    name: str
    parent: int
    children: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """The nodes in the order of the form, the form itself first, and the lists of choices."""

    nodes: tuple[Node, ...]
    lists: Mapping[str, tuple[Item, ...]]

    def below(self, index: int) -> tuple[int, ...]:
        """All nodes under a node, in the order of the form, without itself."""
        found: list[int] = []
        for child in self.nodes[index].children:
            found += (child, *self.below(child))
        return tuple(found)

    def leaves(self, index: int) -> tuple[int, ...]:
        """The questions at or under a node: itself where it has no children."""
        if not self.nodes[index].children:
            return (index,)
        return tuple(each for each in self.below(index) if not self.nodes[each].children)
