"""Sums of decision trees: each asks a few yes-or-no questions of some features and adds a number."""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

Node: TypeAlias = tuple[int, float, int, int]
"""Feature, threshold, node where the feature is at most that, node where it is more; feature -1 for a leaf,
whose value is the threshold."""


class Trees(NamedTuple):
    """A sum of trees that starts at `base`; node 0 of each is the root."""

    base: float
    trees: Sequence[Sequence[Node]]

    def total(self, features: Sequence[float]) -> float:
        """Return the sum of what the trees say of the features."""
        said = self.base
        for nodes in self.trees:
            feature, threshold, low, high = nodes[0]
            while feature >= 0:
                feature, threshold, low, high = nodes[low if features[feature] <= threshold else high]
            said += threshold
        return said
