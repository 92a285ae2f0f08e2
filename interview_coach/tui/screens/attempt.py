"""One attempt of the history: as its feedback was, and open to change in the same way."""

from typing import ClassVar

from interview_coach.coaching.coach import Coach
from interview_coach.errors import CoachError
from interview_coach.journal.records import Attempt
from interview_coach.tui.moments import say_moment
from interview_coach.tui.screens.feedback import AssessedScreen
from interview_coach.visible import one_line


class AttemptScreen(AssessedScreen):
    """An attempt with its date and bank; it can be compared with the one before it."""

    NAME: ClassVar[str] = "attempt"

    def __init__(self, coach: Coach, attempt: Attempt) -> None:
        title = (
            f"Attempt, {say_moment(attempt.answered_at)} · {one_line(attempt.bank_title or attempt.bank_id)}"
        )
        super().__init__(title, coach, attempt, _before(coach, attempt))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "compare":
            return self._before is not None
        return super().check_action(action, parameters)

    def action_compare(self) -> None:
        if self._before is not None:
            from interview_coach.tui.screens.compare import CompareScreen

            self.app.push_screen(CompareScreen(self._before, self._attempt))


def _before(coach: Coach, attempt: Attempt) -> Attempt | None:
    try:
        return coach.attempt_before(attempt)
    except CoachError:
        # A damaged entry must not keep its neighbour from being read; opening it in the history tells of it.
        return None
