"""Two attempts side by side, the older on the left: what was gained, what was lost."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from interview_coach.coaching.comparison import (
    Change,
    PointChange,
    compare_points,
    same_question,
    score_change,
    tally,
)
from interview_coach.coaching.wording import MARKS, status_text
from interview_coach.journal.records import Attempt
from interview_coach.scoring.assessment import PointResult
from interview_coach.tui.moments import say_moment
from interview_coach.tui.plain import joined, plain
from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.widgets.checklist_view import marks_of
from interview_coach.tui.widgets.cursor_list import CursorList
from interview_coach.tui.widgets.marked_answer import STYLES, Mark, MarkedAnswer
from interview_coach.visible import one_line

_SIGNS = {Change.GAINED: "+", Change.LOST: "−"}
_CHANGE_STYLES = {Change.GAINED: "bold $text-success", Change.LOST: "bold $text-error"}
_VERDICT_WIDTH = 9
_CHANGE_WIDTH = 12


class CompareScreen(CoachScreen[None]):
    """Answers above, points below. Points carry the same number in both answers and in the table."""

    NAME: ClassVar[str] = "compare"

    CSS = """
    CompareScreen .ask { padding: 0 1; height: auto; max-height: 4; text-style: bold; }
    CompareScreen .side .ask { height: 3; }
    CompareScreen #head { height: auto; margin: 1 0 0 0; }
    CompareScreen #scores { padding: 0 1; height: auto; max-height: 3; }
    CompareScreen #answers { height: 1fr; layout: horizontal; }
    CompareScreen .side { width: 1fr; height: 100%; }
    CompareScreen .side MarkedAnswer { height: 1fr; }
    CompareScreen #points { height: auto; max-height: 45%; border: round $primary 60%; padding: 0 1; }
    CompareScreen #points { background: $background; text-wrap: nowrap; text-overflow: ellipsis; }
    CompareScreen #points:focus { border: round $accent; }
    CompareScreen.-narrow #answers { layout: vertical; overflow-y: auto; }
    CompareScreen.-narrow .side { width: 100%; height: 1fr; min-height: 5; }
    CompareScreen.-low .ask { display: none; }
    CompareScreen.-low #head { margin: 0; }
    """

    def __init__(self, older: Attempt, newer: Attempt) -> None:
        super().__init__("Compare two answers")
        self._older, self._newer = older, newer
        self._changes = compare_points(older, newer)

    def body(self) -> Iterable[Widget]:
        same_words = self._older.question.ask == self._newer.question.ask
        question = [Static(plain(self._newer.question.ask), classes="ask")] if same_words else []
        yield Vertical(*question, Static(self._scores(), id="scores"), id="head")
        yield Container(
            self._side("Before: ", self._older, with_question=not same_words),
            self._side("After: ", self._newer, with_question=not same_words),
            id="answers",
        )
        if self._changes:
            points = CursorList(*(Option(_row(n, c)) for n, c in enumerate(self._changes, 1)), id="points")
            points.border_title = "Point by point: before → after"
            yield points

    def on_mount(self) -> None:
        if self._changes:
            points = self.query_one(OptionList)
            points.focus()
            points.highlighted = 0
        else:
            self.query(MarkedAnswer).first().focus()

    def _side(self, name: str, attempt: Attempt, *, with_question: bool) -> Widget:
        if not same_question(self._older, self._newer):
            name = ""
        answer = MarkedAnswer(
            attempt.answer,
            self._marks(attempt),
            title=f"{name}{say_moment(attempt.answered_at)} · {_score(attempt)}",
        )
        question = [Static(plain(attempt.question.ask), classes="ask")] if with_question else []
        return Vertical(*question, answer, classes="side")

    def _marks(self, attempt: Attempt) -> Sequence[Mark]:
        if not self._changes:
            return marks_of(attempt)
        # Two checklists may number a point differently; here it has one number.
        results = {p.id: p for p in attempt.assessment.points} if attempt.assessment else {}
        return [
            Mark(number, result.evidence.start, result.evidence.end, result.standing)
            for number, change in enumerate(self._changes, 1)
            if (result := results.get(change.id)) is not None and result.evidence is not None
        ]

    def _scores(self) -> Content:
        if not same_question(self._older, self._newer):
            return plain(
                "Two different questions: their points cannot be held against each other.", "$text-muted"
            )
        difference = score_change(self._older, self._newer)
        if difference is None:
            return joined(
                ("Before ", "$text-muted"),
                (status_text(self._older.assessment), "bold"),
                ("   After ", "$text-muted"),
                (status_text(self._newer.assessment), "bold"),
            )
        sign = "+" if difference > 0 else "−" if difference < 0 else "±"
        return joined(
            "Score ",
            (f"{_score(self._older)} → {_score(self._newer)}", "bold $text-accent"),
            (f"   {sign}{abs(difference)}", "bold"),
            f"   {tally(self._changes)}",
        )

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._show_point(event.option_index)

    def on_resize(self, event: events.Resize) -> None:
        if self._changes:
            points = self.query_one(OptionList)
            self.call_after_refresh(self._show_point, points.highlighted or 0)

    def _show_point(self, index: int) -> None:
        """Underline where the point was made; where its line is cut, let the border say it in full."""
        for answer in self.query(MarkedAnswer):
            answer.chosen = index + 1
        points, change = self.query_one(OptionList), self._changes[index]
        cut = _row(index + 1, change).cell_length > points.scrollable_content_region.width
        points.border_subtitle = plain(one_line(change.text)) if cut else ""


def _score(attempt: Attempt) -> str:
    assessment = attempt.assessment
    return "not scored" if assessment is None or assessment.score is None else f"{assessment.score:.0f}"


def _row(number: int, change: PointChange) -> Content:
    sign = _SIGNS.get(change.change, " ")
    return joined(
        f"{number:>2} ",
        _verdict(change.older),
        "→ ",
        _verdict(change.newer),
        (f"{sign} {change.change.value:<{_CHANGE_WIDTH}}", _CHANGE_STYLES.get(change.change, "$text-muted")),
        one_line(change.text),
        (_yours(change), "$text-accent"),
    )


def _verdict(result: PointResult | None) -> Content:
    if result is None:
        return plain(f"{'–':<{_VERDICT_WIDTH + 1}}", "$text-muted")
    return plain(
        f"{MARKS[result.standing]} {result.standing.value:<{_VERDICT_WIDTH - 1}}", STYLES[result.standing]
    )


def _yours(change: PointChange) -> str:
    before = change.older is not None and change.older.overruled is not None
    after = change.newer is not None and change.newer.overruled is not None
    if before and after:
        return "  (both verdicts yours)"
    if before or after:
        return f"  ({'first' if before else 'second'} verdict yours)"
    return ""
