"""Feedback in one minute: an answer with its marks, and what each of them means."""

from collections.abc import Iterable
from typing import ClassVar

from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from interview_coach.coaching.example import example_attempt
from interview_coach.coaching.wording import MARKS, score_text
from interview_coach.scoring.assessment import Assessment, Verdict
from interview_coach.tui.plain import joined, plain
from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.widgets.checklist_view import ChecklistView, marks_of
from interview_coach.tui.widgets.marked_answer import STYLES, MarkedAnswer

_MEANING = {
    Verdict.FOUND: "found: the words that earned it carry the number of the point",
    Verdict.UNCLEAR: "unclear: touched, but an interviewer would ask back",
    Verdict.MISSED: "missed: not in the answer",
}


class ExampleScreen(CoachScreen[None]):
    """The panes of the feedback screen, with a key to read them by."""

    NAME: ClassVar[str] = "example"

    DEFAULT_CSS = """
    ExampleScreen #ask { padding: 0 1; margin: 1 0 0 0; text-style: bold; height: auto; max-height: 3; }
    ExampleScreen #score { padding: 0 1; height: auto; max-height: 2; }
    ExampleScreen #panes { height: 1fr; layout: horizontal; }
    ExampleScreen MarkedAnswer, ExampleScreen ChecklistView { width: 1fr; height: 100%; }
    ExampleScreen #key { height: auto; max-height: 50%; border: round $secondary; padding: 0 1; }
    ExampleScreen #key:focus { border: round $accent; }
    ExampleScreen #key > Static { height: auto; }
    ExampleScreen.-narrow #panes { layout: vertical; }
    ExampleScreen.-narrow MarkedAnswer, ExampleScreen.-narrow ChecklistView { width: 100%; height: 1fr; }
    ExampleScreen.-low #ask { margin: 0; max-height: 1; }
    """

    def __init__(self) -> None:
        super().__init__("Example")
        self._attempt = example_attempt()

    def body(self) -> Iterable[Widget]:
        attempt, assessment = self._attempt, self._attempt.assessment
        assert assessment is not None  # noqa: S101 (the example is assessed)
        yield Static(plain(attempt.question.ask), id="ask")
        yield Static(
            joined((score_text(assessment), "bold $text-accent"), ("   an example, not yours", "$muted")),
            id="score",
        )
        answer = MarkedAnswer(attempt.answer, marks_of(attempt), title="An answer")
        yield Container(answer, ChecklistView(attempt, title="Its checklist"), id="panes")
        key = VerticalScroll(Static(_key(assessment)), id="key")
        key.border_title = "How to read it"
        yield key

    def on_mount(self) -> None:
        self.set_title("Example", "one minute")
        self.query_one(ChecklistView).focus()

    def on_checklist_view_point_chosen(self, event: ChecklistView.PointChosen) -> None:
        self.query_one(MarkedAnswer).chosen = event.number


def _key(assessment: Assessment) -> Content:
    lines = [joined((MARKS[v], f"bold {STYLES[v]}"), f" {_MEANING[v]}.") for v in Verdict]
    if assessment.score is not None and assessment.interval is not None:
        low, high = assessment.interval
        lines.append(
            joined(
                (f"{assessment.score:.0f}", "bold"),
                " of 100, half for an unclear point. The scorer can misread: a careful reader's score lies ",
                ("likely", "bold"),
                f", 8 times out of 10, between {low:.0f} and {high:.0f}.",
            )
        )
    lines.append(
        joined("You have the last word: ", ("o", "bold"), " on a point puts your verdict above the scorer's.")
    )
    return Content("\n").join(lines)
