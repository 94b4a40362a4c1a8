"""What a formula may refer to: the nodes of a form, and its lists of choices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

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
    _places: Mapping[tuple[int, str], int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        places = {(each.parent, each.name): each.index for each in self.nodes}
        object.__setattr__(self, "_places", places)

    def named(self, name: str, index: int) -> tuple[int, ...]:
        """The node of that name directly in a node, if any: no two there have one name."""
        found = self._places.get((index, name))
        return () if found is None else (found,)

    def below(self, index: int) -> range:
        """All nodes under a node, which follow it in the order of the form."""
        last = index
        while self.nodes[last].children:
            last = self.nodes[last].children[-1]
        return range(index + 1, last + 1)

    def leaves(self, index: int) -> tuple[int, ...]:
        """The questions at or under a node: itself where it has no children."""
        if not self.nodes[index].children:
            return (index,)
        return tuple(each for each in self.below(index) if not self.nodes[each].children)
