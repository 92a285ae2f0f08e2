"""The coach: runs a rehearsal against journal and scorer, and sees that no answer is lost on the way."""

import uuid
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from interview_coach.coaching.rehearsal import Clock, Mode, Phase, Rehearsal
from interview_coach.coaching.teaching import lesson, with_taught
from interview_coach.journal.faults import JournalError
from interview_coach.journal.journal import Journal
from interview_coach.journal.records import (
    Attempt,
    Draft,
    PlannedQuestion,
    RehearsalRecord,
    RehearsalStatus,
    TaughtSentence,
)
from interview_coach.scoring.assessment import Verdict

_LOOK_BACK = 100
"""How many attempts at one question are looked through for the one before."""


def _now() -> datetime:
    return datetime.now(UTC)


def _new_id() -> str:
    return str(uuid.uuid4())


class Coach:
    """Joins the state machine with what must be on disk. Raises `JournalError` where it cannot be."""

    def __init__(
        self,
        journal: Journal,
        clock: Clock,
        *,
        now: Callable[[], datetime] = _now,
        new_id: Callable[[], str] = _new_id,
    ) -> None:
        self.journal = journal
        self.now = now
        self._clock = clock
        self._new_id = new_id

    # --- A rehearsal --------------------------------------------------------------------------

    def start(self, questions: Iterable[PlannedQuestion], mode: Mode, *, think: bool) -> Rehearsal:
        """Return a new rehearsal, kept in the journal so that it can be taken up after a kill."""
        rehearsal = Rehearsal(self._new_id(), questions, self._clock, mode=mode, think=think)
        self.journal.rehearsals.save(
            RehearsalRecord(
                id=rehearsal.id,
                started_at=self.now(),
                mode=mode.value,
                think=think,
                questions=rehearsal.questions,
                position=0,
            )
        )
        return rehearsal

    def unfinished(self) -> RehearsalRecord | None:
        """Return the rehearsal that was left last, or None."""
        return self.journal.rehearsals.latest_open()

    def go_on(self, record: RehearsalRecord) -> tuple[Rehearsal, str]:
        """Return the rehearsal where it was left (time standing still) and the draft, "" for none."""
        rehearsal = Rehearsal(
            record.id, record.questions, self._clock, mode=Mode(record.mode), think=record.think
        )
        positions = {(p.bank_id, p.question.id): i for i, p in enumerate(record.questions)}
        attempts: dict[int, list[str]] = {}
        for attempt in self.journal.attempts.of_rehearsal(record.id):
            position = positions.get((attempt.bank_id, attempt.question.id))
            if position is not None:
                attempts.setdefault(position, []).append(attempt.id)
        draft = self.journal.drafts.get(record.id, record.position)
        rehearsal.restore(record.position, attempts, draft.seconds if draft else None)
        return rehearsal, draft.text if draft else ""

    def keep_draft(self, rehearsal: Rehearsal, text: str) -> None:
        """Keep an answer that is still being written. Nothing is kept of an empty one."""
        if text.strip():
            self.journal.drafts.save(
                Draft(rehearsal.id, rehearsal.position, text, rehearsal.seconds, self.now())
            )
        else:
            self.journal.drafts.drop(rehearsal.id, rehearsal.position)

    def draft(self, rehearsal: Rehearsal) -> str:
        """Return what was written at the question that is due, "" for nothing."""
        draft = self.journal.drafts.get(rehearsal.id, rehearsal.position)
        return draft.text if draft else ""

    def submit(self, rehearsal: Rehearsal, answer: str) -> Attempt:
        """Commit the answer to disk, then let the rehearsal go on. Not scored yet: see `assess`."""
        planned = rehearsal.current
        attempt = Attempt(
            id=self._new_id(),
            rehearsal_id=rehearsal.id,
            bank_id=planned.bank_id,
            bank_title=planned.bank_title,
            language=planned.language,
            question=planned.question,
            answered_at=self.now(),
            answer=answer,
            seconds=round(rehearsal.seconds, 1),
        )
        self.journal.attempts.add(attempt, at=rehearsal.position)
        rehearsal.answered(attempt.id)
        self._keep_place(rehearsal)
        return attempt

    def skip(self, rehearsal: Rehearsal) -> None:
        """Pass the question; a draft of it stays, for coming back."""
        rehearsal.skip()
        self._keep_place(rehearsal)

    def next(self, rehearsal: Rehearsal) -> None:
        """Go on after feedback."""
        rehearsal.next()
        self._keep_place(rehearsal)

    def revisit(self, rehearsal: Rehearsal, position: int) -> None:
        """Go back to a skipped question; the rehearsal is open again."""
        rehearsal.revisit(position)
        self.journal.rehearsals.set_status(rehearsal.id, RehearsalStatus.OPEN)
        self._keep_place(rehearsal)

    def give_up(self, rehearsal_id: str) -> None:
        """Do not offer this rehearsal again. Its answers stay in the history."""
        self.journal.rehearsals.set_status(rehearsal_id, RehearsalStatus.LEFT)

    def finish(self, rehearsal: Rehearsal) -> None:
        """Keep that all questions are done."""
        self._keep_place(rehearsal)

    # --- An attempt ---------------------------------------------------------------------------

    def assess(self, attempt: Attempt) -> Attempt:
        """Score a saved attempt, with what the user taught about its question, and keep what the scorer said.

        The attempt's own copy of the question stays as it is.
        """
        from interview_coach.scoring.checklist import assess

        taught = self.journal.taught.of_question(attempt.bank_id, attempt.question.id)
        assessment = assess(
            with_taught(attempt.question, taught),
            attempt.answer,
            language=attempt.language,
            seconds=attempt.seconds,
            spoken=attempt.spoken,
        )
        self.journal.attempts.record_assessment(attempt.id, assessment)
        return self._kept(attempt.id)

    def prepare(self, rehearsal: Rehearsal) -> None:
        """Load what scoring the current question takes, so that feedback follows the answer at once."""
        from interview_coach.scoring.checklist import prepare

        asked = rehearsal.current
        prepare(
            with_taught(asked.question, self.journal.taught.of_question(asked.bank_id, asked.question.id))
        )

    def assess_left_over(self) -> int:
        """Score what was saved and never scored (a kill in between); return how many.

        One that cannot be read or written now is left for the next start; the others are scored.
        """
        scored = 0
        for attempt_id in self.journal.attempts.unscored():
            try:
                self.assess(self._kept(attempt_id))
            except JournalError:
                continue
            scored += 1
        return scored

    def overrule(self, attempt_id: str, point_id: str, verdict: Verdict | None) -> Attempt:
        """Let the user's verdict stand (None: the scorer's again) and return the attempt as it is now.

        In the same go the verdict teaches: see `lesson`. What an earlier one taught here is forgotten.
        """
        attempt = self.journal.attempts.get(attempt_id)
        taught = lesson(attempt, point_id, verdict, self.now()) if attempt is not None else None
        return self.journal.attempts.overrule(attempt_id, point_id, verdict, taught)

    def taught_by(self, attempt: Attempt) -> dict[str, TaughtSentence]:
        """Return what the user's verdicts on the attempt taught, by point id."""
        return self.journal.taught.of_attempt(attempt.id) if attempt.overrules else {}

    def attempts_of(self, rehearsal: Rehearsal) -> dict[int, list[Attempt]]:
        """Return the attempts of a rehearsal by position, oldest first."""
        by_id = {a.id: a for a in self.journal.attempts.of_rehearsal(rehearsal.id)}
        return {
            position: [by_id[i] for i in rehearsal.attempts_at(position) if i in by_id]
            for position in range(len(rehearsal.questions))
        }

    def attempt_before(self, attempt: Attempt) -> Attempt | None:
        """Return the attempt at the same question that came before this one, or None."""
        lines = self.journal.attempts.of_question(attempt.bank_id, attempt.question.id, limit=_LOOK_BACK)
        before = [line for line in lines if line.id != attempt.id and line.answered_at <= attempt.answered_at]
        return self.journal.attempts.get(before[0].id) if before else None

    def _kept(self, attempt_id: str) -> Attempt:
        attempt = self.journal.attempts.get(attempt_id)
        if attempt is None:
            raise KeyError(attempt_id)
        return attempt

    def _keep_place(self, rehearsal: Rehearsal) -> None:
        self.journal.rehearsals.set_position(rehearsal.id, rehearsal.position)
        if rehearsal.phase is Phase.FINISHED:
            self.journal.rehearsals.set_status(rehearsal.id, RehearsalStatus.FINISHED)
