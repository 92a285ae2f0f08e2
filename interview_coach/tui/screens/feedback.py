"""Which points an answer made, in its own words, and what to add. The user has the last word."""

from collections.abc import Iterable, Mapping
from typing import ClassVar

from textual.containers import Container
from textual.widget import Widget
from textual.widgets import Static

from interview_coach.coaching.coach import Coach
from interview_coach.coaching.wording import delivery_lines, score_text, scorer_text, status_text
from interview_coach.errors import CoachError
from interview_coach.journal.records import Attempt, TaughtSentence
from interview_coach.scoring.assessment import Status, Verdict
from interview_coach.tui.plain import joined, plain
from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.widgets.checklist_view import ChecklistView, marks_of
from interview_coach.tui.widgets.marked_answer import MarkedAnswer


class AssessedScreen(CoachScreen[str]):
    """An assessed attempt with everything that can be done to it; feedback and history show it alike."""

    DEFAULT_CSS = """
    AssessedScreen #ask { padding: 0 1; margin: 1 0 0 0; text-style: bold; height: auto; max-height: 4; }
    AssessedScreen #score { padding: 0 1; height: auto; max-height: 3; }
    AssessedScreen #panes { height: 1fr; layout: horizontal; }
    AssessedScreen MarkedAnswer { width: 1fr; }
    AssessedScreen ChecklistView { width: 1fr; }
    AssessedScreen #delivery { padding: 0 1; height: auto; max-height: 3; color: $muted; }
    AssessedScreen.-narrow #panes { layout: vertical; }
    AssessedScreen.-low #delivery { display: none; }
    AssessedScreen.-low #ask { margin: 0; }
    """

    def __init__(self, title: str, coach: Coach, attempt: Attempt, before: Attempt | None) -> None:
        super().__init__(title)
        self._coach = coach
        self._attempt = attempt
        self._before = before
        self._changes: list[tuple[str, Verdict | None]] = []
        self._sample_shown = False

    def body(self) -> Iterable[Widget]:
        yield Static(plain(self._attempt.question.ask), id="ask")
        yield Static(id="score")
        panes: list[Widget] = [MarkedAnswer(self._attempt.answer, marks_of(self._attempt))]
        if self._is_scored:
            panes.append(ChecklistView(self._attempt, self._taught()))
        yield Container(*panes, id="panes")
        yield Static(id="delivery")

    def on_mount(self) -> None:
        self._show_score()
        if self._is_scored:
            self.query_one(ChecklistView).focus()
        else:
            self.query_one(MarkedAnswer).focus()

    @property
    def _is_scored(self) -> bool:
        assessment = self._attempt.assessment
        return assessment is not None and assessment.status is Status.SCORED

    def _taught(self) -> Mapping[str, TaughtSentence]:
        try:
            return self._coach.taught_by(self._attempt)
        except CoachError as error:
            # The verdicts can be read all the same.
            self.say_error(error)
            return {}

    def _show_score(self) -> None:
        assessment = self._attempt.assessment
        score = self.query_one("#score", Static)
        if assessment is None or assessment.score is None:
            score.update(joined((status_text(assessment), "bold $text-warning")))
        else:
            before = self._before.assessment if self._before else None
            last = f"   last time {before.score:.0f}" if before and before.score is not None else ""
            # What keeps it from being an answer comes before any number.
            remark = (f"{assessment.remark}\n" if assessment.remark else "", "bold $text-warning")
            by = (f"   {scorer_text(assessment.scorer)}", "$muted")
            score.update(joined(remark, (score_text(assessment), "bold $text-accent"), last, by))
        if assessment is not None:
            self.query_one("#delivery", Static).update(plain(" · ".join(delivery_lines(assessment.delivery))))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "overrule":
            return self._is_scored
        if action == "undo":
            return bool(self._changes)
        if action == "sample":
            return bool(self._attempt.question.sample)
        return True

    def on_checklist_view_point_chosen(self, event: ChecklistView.PointChosen) -> None:
        if not self._sample_shown:
            self.query_one(MarkedAnswer).chosen = event.number

    def action_overrule(self) -> None:
        point_id = self.query_one(ChecklistView).point_id
        if point_id is None or self._attempt.assessment is None:
            return
        result = next(p for p in self._attempt.assessment.points if p.id == point_id)
        point = next(p for p in self._attempt.question.checklist if p.id == point_id)
        from interview_coach.tui.screens.overrule import OverruleScreen

        def chosen(choice: str | None) -> None:
            if choice is not None:
                verdict = None if choice == "scorer" else Verdict(choice)
                self._set_verdict(point_id, verdict, undoing=False)

        self.app.push_screen(OverruleScreen(point, result), chosen)

    def action_undo(self) -> None:
        if self._changes:
            self._set_verdict(*self._changes.pop(), undoing=True)

    def _set_verdict(self, point_id: str, verdict: Verdict | None, *, undoing: bool) -> None:
        before = self._attempt.overrules.get(point_id)
        try:
            self._attempt = self._coach.overrule(self._attempt.id, point_id, verdict)
        except CoachError as error:
            self.say_error(error)
            return
        if not undoing:
            self._changes.append((point_id, before))
        self.query_one(ChecklistView).show(self._attempt, self._taught())
        if not self._sample_shown:
            self.query_one(MarkedAnswer).show(self._attempt.answer, marks_of(self._attempt))
        self._show_score()
        self.refresh_bindings()

    def action_sample(self) -> None:
        self._sample_shown = not self._sample_shown
        pane = self.query_one(MarkedAnswer)
        if self._sample_shown:
            pane.border_title = "A sample answer (a to hide)"
            pane.show(self._attempt.question.sample or "", ())
        else:
            pane.border_title = "What you said"
            pane.show(self._attempt.answer, marks_of(self._attempt))


class FeedbackScreen(AssessedScreen):
    """Feedback within a rehearsal; it is left with "next", "again" or "leave"."""

    NAME: ClassVar[str] = "feedback"

    def __init__(self, coach: Coach, attempt: Attempt, before: Attempt | None, *, last: bool) -> None:
        super().__init__("Feedback", coach, attempt, before)
        self._last = last

    def on_mount(self) -> None:
        super().on_mount()
        self.set_title("Feedback", "enter: summary" if self._last else "enter: next question")

    def action_next(self) -> None:
        self.dismiss("next")

    def action_again(self) -> None:
        self.dismiss("again")

    def action_leave(self) -> None:
        self.dismiss("leave")
