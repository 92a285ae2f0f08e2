"""The checklist with its verdicts: what was found, in whose words, and what to add."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from interview_coach.banks.question import Point
from interview_coach.coaching.wording import MARKS, taught_text
from interview_coach.journal.records import Attempt, TaughtSentence
from interview_coach.scoring.assessment import PointResult, Verdict
from interview_coach.tui.plain import hanging, joined, plain
from interview_coach.tui.widgets.cursor_list import GUTTER, BrowseList
from interview_coach.tui.widgets.marked_answer import STYLES, Mark
from interview_coach.visible import one_line

_INDENT = 4
_UNWRAPPED = 10_000
_NOTHING_TAUGHT: Mapping[str, TaughtSentence] = MappingProxyType({})


class ChecklistView(BrowseList):
    """One entry a point, numbered as in the marked answer."""

    DEFAULT_CSS = """
    ChecklistView { border: round $primary 60%; padding: 0; background: $background; height: 1fr; }
    ChecklistView:focus { border: round $accent; }
    ChecklistView > .option-list--option { padding: 0; }
    ChecklistView { scrollbar-gutter: stable; }
    """

    @dataclass
    class PointChosen(Message):
        """The cursor moved to a point; `number` counts from 1."""

        number: int

    def __init__(
        self,
        attempt: Attempt,
        taught: Mapping[str, TaughtSentence] = _NOTHING_TAUGHT,
        *,
        title: str = "Checklist",
    ) -> None:
        """Show the attempt, and by point id what the user's verdicts on it taught."""
        super().__init__()
        self.border_title = title
        self._attempt, self._taught = attempt, taught
        self._open: int | None = None

    @property
    def point_id(self) -> str | None:
        """The id of the point under the cursor."""
        return None if self.highlighted is None else self.get_option_at_index(self.highlighted).id

    def on_mount(self) -> None:
        self._fill()
        self.highlighted = self._first_gap() if self.option_count else None

    def show(self, attempt: Attempt, taught: Mapping[str, TaughtSentence]) -> None:
        """Show the attempt and what it taught as they are now; the cursor stays."""
        self._attempt, self._taught = attempt, taught
        self._redraw(range(self.option_count))

    def on_resize(self) -> None:
        # What is said of a point hangs below it, so where it wraps depends on the width.
        self._redraw(range(self.option_count))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Unfold the point under the cursor, fold the one before."""
        event.stop()
        folded, self._open = self._open, event.option_index
        self._redraw([i for i in (folded, self._open) if i is not None])
        self.post_message(self.PointChosen(event.option_index + 1))

    def _first_gap(self) -> int:
        points = self._attempt.assessment.points if self._attempt.assessment else ()
        return next((i for i, p in enumerate(points) if p.standing is not Verdict.FOUND), 0)

    def _fill(self) -> None:
        if self._attempt.assessment is not None:
            self.add_options(
                Option(self._entry(i), id=point.id) for i, point in enumerate(self._attempt.assessment.points)
            )

    def _redraw(self, indices: Iterable[int]) -> None:
        for index in indices:
            self.replace_option_prompt_at_index(index, self._entry(index))

    def _entry(self, index: int) -> Content:
        assert self._attempt.assessment is not None  # noqa: S101 (only an assessed attempt has entries)
        result = self._attempt.assessment.points[index]
        point = next((p for p in self._attempt.question.checklist if p.id == result.id), None)
        width = self.scrollable_content_region.width - GUTTER if self.is_mounted else _UNWRAPPED
        head = joined(
            f"{index + 1} ",
            (f"{MARKS[result.standing]} ", f"bold {STYLES[result.standing]}"),
            one_line(point.text) if point else result.id,
            ("  (yours)", "$accent") if result.overruled is not None else "",
        )
        lines = hanging(head, width, indent=_INDENT)
        if index == self._open:
            for detail in _details(result, point, self._taught.get(result.id)):
                lines.extend(hanging(detail, width, indent=_INDENT, first=_INDENT))
        return Content("\n").join(lines)


def marks_of(attempt: Attempt) -> list[Mark]:
    """Return where each point was made, numbered as in the checklist; none for one without evidence."""
    if attempt.assessment is None:
        return []
    return [
        Mark(number, p.evidence.start, p.evidence.end, p.standing)
        for number, p in enumerate(attempt.assessment.points, 1)
        if p.evidence is not None
    ]


def _unsure(result: PointResult) -> str:
    # Readers seldom say unclear: the scorer does where it cannot tell which of the two they would say.
    if result.verdict is Verdict.UNCLEAR:
        return "unsure: an interviewer might tick it, or might not"
    return f"unsure: right about {result.confidence:.0%} of the time"


def _details(result: PointResult, point: Point | None, taught: TaughtSentence | None) -> Iterator[Content]:
    standing = result.standing
    if not result.counted:
        yield plain("not counted: no other point was made", "$muted")
    if result.overruled is not None:
        yield plain(f"your verdict; the scorer said {result.verdict}", "$accent")
        if taught is not None:
            yield plain(taught_text(taught), "$accent")
    elif result.confidence < 0.5:
        yield plain(_unsure(result), "$muted")
    if standing is Verdict.FOUND:
        if result.evidence is None and not result.overruled:
            yield plain("no single sentence to show for it", "$muted")
        return
    if result.evidence is not None and standing is Verdict.UNCLEAR:
        yield plain(f"“{one_line(result.evidence.text, 60)}”", STYLES[standing])
    if result.advice:
        yield plain(one_line(result.advice))
    if point is not None and point.probe:
        yield joined(("An interviewer would ask: ", "$muted"), (f"“{one_line(point.probe)}”", "italic"))
