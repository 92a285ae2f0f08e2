"""An answer with the evidence of each point marked in it: [1 the words]."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from interview_coach.scoring.assessment import Verdict
from interview_coach.tui.plain import plain
from interview_coach.visible import visible


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a point was made: its number on the screen, its span in the answer, its verdict."""

    number: int
    start: int
    end: int
    verdict: Verdict


STYLES = {Verdict.FOUND: "$text-success", Verdict.UNCLEAR: "$text-warning", Verdict.MISSED: "$text-error"}
"""The colour of each verdict, for marks and text alike."""


def marked(answer: str, marks: Iterable[Mark], chosen: int | None = None) -> Content:
    """Return the answer with each span in brackets behind the numbers of its points.

    Spans may overlap or be the same. The `chosen` point's words are underlined.
    """
    text = visible(answer)
    by_span: dict[tuple[int, int], list[Mark]] = {}
    for mark in marks:
        if 0 <= mark.start < mark.end <= len(text):
            by_span.setdefault((mark.start, mark.end), []).append(mark)
    spans = sorted(by_span.items(), key=lambda item: (item[0][0], -item[0][1]))
    edges = sorted({0, len(text), *(edge for span, _ in spans for edge in span)})
    parts: list[Content] = []
    for left, right in pairwise(edges):
        parts.extend(_opening(m) for span, m in spans if span[0] == left)
        parts.append(
            _run(text[left:right], [m for s, ms in spans if s[0] <= left < s[1] for m in ms], chosen)
        )
        parts.extend(plain("]", f"bold {STYLES[m[0].verdict]}") for s, m in spans if s[1] == right)
    return Content("").join(parts)


def _opening(marks: Sequence[Mark]) -> Content:
    numbers = ",".join(str(m.number) for m in marks)
    return plain(f"[{numbers} ", f"bold {STYLES[marks[0].verdict]}")


def _run(text: str, inside: Sequence[Mark], chosen: int | None) -> Content:
    if not inside:
        return plain(text)
    # The innermost mark began last.
    innermost = max(inside, key=lambda m: (m.start, -m.end))
    style = STYLES[innermost.verdict]
    if any(m.number == chosen for m in inside):
        style += " underline"
    return plain(text, style)


class MarkedAnswer(VerticalScroll):
    """The answer in a scrolling pane; `chosen` is the number of the point under the cursor."""

    DEFAULT_CSS = """
    MarkedAnswer { border: round $primary 60%; padding: 0 1; }
    MarkedAnswer:focus { border: round $accent; }
    MarkedAnswer > Static { height: auto; }
    """

    chosen: reactive[int | None] = reactive(None)

    def __init__(self, answer: str, marks: Sequence[Mark], *, title: str = "What you said") -> None:
        super().__init__()
        self.border_title = title
        self._answer, self._marks = answer, tuple(marks)

    def compose(self) -> ComposeResult:
        yield Static(marked(self._answer, self._marks))

    def show(self, answer: str, marks: Sequence[Mark]) -> None:
        """Show other marks."""
        self._answer, self._marks = answer, tuple(marks)
        self.watch_chosen()

    def watch_chosen(self) -> None:
        if not self.is_mounted:
            return
        content = marked(self._answer, self._marks, self.chosen)
        static = self.query_one(Static)
        static.update(content)
        mark = next((m for m in self._marks if m.number == self.chosen), None)
        if mark is not None and static.size.width:
            before = marked(self._answer[: mark.start], ())
            line = len(before.wrap(static.size.width)) - 1
            if not self.scroll_offset.y <= line < self.scroll_offset.y + self.size.height:
                self.scroll_to(y=max(line - 2, 0), animate=False)
