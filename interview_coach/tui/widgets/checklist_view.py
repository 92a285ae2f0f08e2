"""The checklist with its verdicts: what was found, in whose words, and what to add."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from interview_coach.banks.question import Point
from interview_coach.coaching.wording import MARKS
from interview_coach.journal.records import Attempt
from interview_coach.scoring.assessment import PointResult, Verdict
from interview_coach.tui.plain import joined, plain
from interview_coach.tui.widgets.marked_answer import STYLES, Mark
from interview_coach.visible import one_line

_INDENT = 4
_UNWRAPPED = 10_000


class ChecklistView(OptionList, inherit_bindings=False):
    """One entry a point, numbered as in the marked answer. Enter is left to the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "cursor_up", show=False),
        Binding("down", "cursor_down", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("pagedown", "page_down", show=False),
    ]

    DEFAULT_CSS = """
    ChecklistView { border: round $primary 60%; padding: 0 1; background: $background; height: 1fr; }
    ChecklistView:focus { border: round $accent; }
    ChecklistView > .option-list--option { padding: 0; }
    ChecklistView { scrollbar-gutter: stable; }
    """

    @dataclass
    class PointChosen(Message):
        """The cursor moved to a point; `number` counts from 1."""

        number: int

    def __init__(self, attempt: Attempt, *, title: str = "Checklist") -> None:
        super().__init__(*entries(attempt))
        self.border_title = title
        self._attempt = attempt
        self._wrapped_at = 0

    @property
    def point_id(self) -> str | None:
        """The id of the point under the cursor."""
        return None if self.highlighted is None else self.get_option_at_index(self.highlighted).id

    def show(self, attempt: Attempt) -> None:
        """Show the attempt as it is now; the cursor stays."""
        self._attempt = attempt
        self._fill()

    def on_resize(self) -> None:
        # Advice hangs below its point, so where it wraps depends on the width.
        if self._wrapped_at != self._room:
            self._fill()

    @property
    def _room(self) -> int:
        return self.scrollable_content_region.width

    def _fill(self) -> None:
        kept = self.highlighted
        self._wrapped_at = self._room
        self.clear_options()
        self.add_options(entries(self._attempt, self._room or _UNWRAPPED))
        self.highlighted = kept

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self.post_message(self.PointChosen(event.option_index + 1))


def entries(attempt: Attempt, width: int = _UNWRAPPED) -> list[Option]:
    """Return the options of an assessed attempt, in the order of its checklist, wrapped to `width` cells."""
    assessment = attempt.assessment
    if assessment is None:
        return []
    points = {p.id: p for p in attempt.question.checklist}
    return [
        Option(_entry(number, result, points.get(result.id), width), id=result.id)
        for number, result in enumerate(assessment.points, 1)
    ]


def marks_of(attempt: Attempt) -> list[Mark]:
    """Return where each point was made, numbered as in the checklist; none for one without evidence."""
    if attempt.assessment is None:
        return []
    return [
        Mark(number, p.evidence.start, p.evidence.end, p.standing)
        for number, p in enumerate(attempt.assessment.points, 1)
        if p.evidence is not None
    ]


def _entry(number: int, result: PointResult, point: Point | None, width: int) -> Content:
    standing = result.standing
    head = joined(
        f"{number} ",
        (f"{MARKS[standing]} ", f"bold {STYLES[standing]}"),
        one_line(point.text) if point else result.id,
    )
    lines = _hang(head, width, first="")
    for detail in _details(result, point):
        lines.extend(_hang(detail, width, first=" " * _INDENT))
    return Content("\n").join(lines)


def _details(result: PointResult, point: Point | None) -> Iterator[Content]:
    standing = result.standing
    if not result.counted:
        yield plain("not counted: no other point was made", "$muted")
    if result.overruled is not None:
        yield plain(f"your verdict; the scorer said {result.verdict}", "$text-accent")
    elif result.confidence < 0.5:
        yield plain(f"unsure: right about {result.confidence:.0%} of the time", "$muted")
    if standing is Verdict.FOUND:
        return
    if standing is Verdict.UNCLEAR and result.evidence is not None:
        yield plain(f"“{one_line(result.evidence.text, 60)}”", STYLES[standing])
    if result.advice:
        yield plain(one_line(result.advice))
    if point is not None and point.probe:
        yield joined(("An interviewer would ask: ", "$muted"), (f"“{one_line(point.probe)}”", "italic"))


def _hang(content: Content, width: int, *, first: str) -> list[Content]:
    indent = " " * _INDENT
    room = max(width - _INDENT, 1)
    return [joined(indent if i else first, line) for i, line in enumerate(content.wrap(room))]
