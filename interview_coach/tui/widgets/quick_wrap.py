"""Soft wrap that costs what the edit costs, not what the paragraph costs."""

from bisect import bisect_right
from itertools import pairwise

from textual._wrap import compute_wrap_offsets
from textual.document._document import Location
from textual.document._wrapped_document import WrappedDocument

_AHEAD = 400
"""Code points behind an edit that are wrapped anew before it is looked whether the old breaks fit again."""

_NARROW = 4
"""Up to so many cells, where wide characters may not fit at all, everything is left to Textual."""


class QuickWrap(WrappedDocument):
    """Textual's wrapped document, for text without tabs.

    Textual wraps a paragraph anew at each key: 5 ms for 3,000 words. Where a screen line begins depends
    only on the text from an earlier screen line's beginning on, so the breaks before an edit stay, and once
    one of the old breaks behind it fits again, all that follow do.
    """

    _wrapped_lines: tuple[str, ...] = ()
    """The lines as they were when last wrapped."""

    def get_sections(self, line_index: int) -> list[str]:
        """Return the screen lines of a line of the document."""
        text = self.document.get_line(line_index)
        return [text[a:b] for a, b in pairwise([0, *self.get_offsets(line_index), len(text)])]

    def wrap(self, width: int, tab_width: int | None = None) -> None:
        """Wrap everything to `width` cells."""
        super().wrap(width, tab_width)
        self._wrapped_lines = tuple(self.document.lines)

    def wrap_range(self, start: Location, old_end: Location, new_end: Location) -> None:
        """Follow an edit that replaced `start` to `old_end` by text that ends at `new_end`."""
        row = start[0]
        lines = tuple(self.document.lines)
        quick = row == old_end[0] == new_end[0] and len(lines) == len(self._wrapped_lines)
        if quick and self._width > _NARROW:
            self._wrap_line(row, self._wrapped_lines[row], lines[row])
        else:
            super().wrap_range(start, old_end, new_end)
        self._wrapped_lines = lines

    def _wrap_line(self, row: int, before: str, after: str) -> None:
        old = self._wrap_offsets[row]
        self._wrap_offsets[row] = new = self._breaks(before, after, old)
        if len(new) != len(old):
            self._move_rows(row, len(old) + 1, len(new) + 1)

    def _breaks(self, before: str, after: str, old: list[int]) -> list[int]:
        """Return where `after` breaks, given that `before` broke at `old`."""
        same = _common_start(before, after)
        end = len(after) - min(_common_start(before[::-1], after[::-1]), len(after) - same)
        shift = len(after) - len(before)
        # A word that got shorter may move up to the end of the screen line before its own.
        kept = max(bisect_right(old, same) - 2, 0)
        begin = old[kept - 1] if kept else 0
        behind = {offset + shift: index for index, offset in enumerate(old) if offset + shift > end}
        until = end + _AHEAD
        while until < len(after):
            breaks = self._wrapped_from(begin, after[:until])
            # The last word in sight may go on, so where the last break is remains open.
            for index, offset in enumerate(breaks[:-1]):
                if offset in behind:
                    return [*old[:kept], *breaks[:index], *(o + shift for o in old[behind[offset] :])]
            until += 8 * _AHEAD
        return [*old[:kept], *self._wrapped_from(begin, after)]

    def _wrapped_from(self, begin: int, text: str) -> list[int]:
        return [begin + offset for offset in compute_wrap_offsets(text[begin:], self._width, self._tab_width)]

    def _move_rows(self, row: int, before: int, after: int) -> None:
        """Take note that a line of the document has `after` screen lines instead of `before`."""
        top = self._line_index_to_offsets[row][0]
        self._offset_to_line_info[top : top + before] = [(row, section) for section in range(after)]
        self._line_index_to_offsets[row] = list(range(top, top + after))
        for below in range(row + 1, len(self._line_index_to_offsets)):
            rows = self._line_index_to_offsets[below]
            self._line_index_to_offsets[below] = [offset + after - before for offset in rows]


def _common_start(one: str, other: str) -> int:
    """Return how many code points two texts share at their beginning."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
