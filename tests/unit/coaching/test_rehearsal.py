"""The state machine: what follows what, and what the watch says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.coaching.rehearsal import Mode, OutOfTurnError, Phase, Rehearsal
from tests.unit.coaching.conftest import Time, planned


def rehearsal(time: Time, *names: str, mode: Mode = Mode.COACH, think: bool = True) -> Rehearsal:
    return Rehearsal("r", planned(*(names or ("a", "b"))), time, mode=mode, think=think)


def test_begins_with_thinking_time_that_counts_down(time: Time) -> None:
    it = rehearsal(time)
    time.passes(10)
    assert (it.phase, it.thinking_left, it.seconds) == (Phase.THINKING, 20, 0)


def test_thinking_time_that_runs_out_begins_the_answer(time: Time) -> None:
    it = rehearsal(time)
    time.passes(29.9)
    assert not it.tick()
    time.passes(0.2)
    assert it.tick()
    assert (it.phase, it.seconds) == (Phase.ANSWERING, 0)


@pytest.mark.parametrize(("think", "seconds"), [(False, 30), (True, 0)])
def test_no_thinking_time_where_none_is_wanted(time: Time, think: bool, seconds: int) -> None:
    it = Rehearsal("r", planned("a", think=seconds), time, think=think)
    assert it.phase is Phase.ANSWERING


def test_a_pause_stops_the_watch(time: Time) -> None:
    it = rehearsal(time)
    it.begin_answer()
    time.passes(5)
    it.pause()
    time.passes(100)
    it.resume()
    time.passes(2)
    assert it.seconds == 7


def test_a_pause_while_thinking_keeps_the_thinking_time(time: Time) -> None:
    it = rehearsal(time)
    it.pause()
    time.passes(100)
    assert not it.tick()
    it.resume()
    assert (it.phase, it.thinking_left) == (Phase.THINKING, 30)


def test_a_clock_that_jumps_back_takes_no_time_away(time: Time) -> None:
    it = rehearsal(time)
    it.begin_answer()
    time.passes(8)
    it.pause()
    it.resume()
    time.passes(-500)
    assert it.seconds == 8


def test_coach_mode_stops_for_feedback_after_each_answer(time: Time) -> None:
    it = rehearsal(time)
    it.begin_answer()
    time.passes(12)
    it.answered("one")
    time.passes(60)
    assert (it.phase, it.position, it.attempt_id, it.seconds) == (Phase.ASSESSED, 0, "one", 12)
    it.next()
    assert (it.phase, it.position, it.attempt_id) == (Phase.THINKING, 1, None)


def test_interview_mode_goes_straight_to_the_next_question(time: Time) -> None:
    it = rehearsal(time, mode=Mode.INTERVIEW, think=False)
    it.answered("one")
    assert (it.phase, it.position) == (Phase.ANSWERING, 1)
    it.answered("two")
    assert it.phase is Phase.FINISHED


def test_a_retry_asks_the_same_question_without_thinking_time(time: Time) -> None:
    it = rehearsal(time, think=False)
    time.passes(9)
    it.answered("one")
    it.retry()
    assert (it.phase, it.position, it.seconds) == (Phase.ANSWERING, 0, 0)
    it.answered("two")
    assert it.attempts_at(0) == ("one", "two")


def test_skipped_questions_can_be_answered_at_the_end_and_only_those(time: Time) -> None:
    it = rehearsal(time, "a", "b", "c", think=False)
    it.skip()
    it.answered("b")
    it.next()
    it.skip()
    assert (it.phase, it.skipped) == (Phase.FINISHED, (0, 2))
    with pytest.raises(OutOfTurnError):
        it.revisit(1)
    it.revisit(0)
    it.answered("a")
    it.next()
    assert (it.phase, it.position) == (Phase.ANSWERING, 2)
    it.answered("c")
    it.next()
    assert (it.phase, it.skipped) == (Phase.FINISHED, ())


def test_a_question_answered_before_is_not_asked_again_after_a_skipped_one(time: Time) -> None:
    it = rehearsal(time, "a", "b", think=False)
    it.skip()
    it.answered("b")
    it.next()
    it.revisit(0)
    it.answered("a")
    it.next()
    assert it.phase is Phase.FINISHED


@pytest.mark.parametrize("event", ["retry", "next", "begin_answer"])
def test_an_event_out_of_turn_is_refused(time: Time, event: str) -> None:
    it = rehearsal(time, think=False)
    with pytest.raises(OutOfTurnError):
        getattr(it, event)()
    assert it.phase is Phase.ANSWERING


def test_a_rehearsal_without_questions_is_refused(time: Time) -> None:
    with pytest.raises(ValueError, match="at least one question"):
        Rehearsal("r", (), time)


class TestRestored:
    """A rehearsal that was left or killed."""

    def test_while_an_answer_was_written(self, time: Time) -> None:
        it = rehearsal(time)
        it.restore(1, {0: ["one"]}, draft_seconds=41.0)
        time.passes(500)
        assert (it.phase, it.position, it.paused, it.seconds) == (Phase.ANSWERING, 1, True, 41)

    def test_while_feedback_was_read(self, time: Time) -> None:
        it = rehearsal(time)
        it.restore(0, {0: ["one"]}, draft_seconds=None)
        assert (it.phase, it.attempt_id) == (Phase.ASSESSED, "one")

    def test_while_thinking(self, time: Time) -> None:
        it = rehearsal(time)
        it.restore(1, {0: ["one"]}, draft_seconds=None)
        assert (it.phase, it.position, it.paused) == (Phase.THINKING, 1, True)

    def test_during_a_retry_the_draft_wins(self, time: Time) -> None:
        it = rehearsal(time)
        it.restore(0, {0: ["one"]}, draft_seconds=3.0)
        assert (it.phase, it.seconds) == (Phase.ANSWERING, 3)

    def test_an_interview_killed_before_its_place_was_kept_goes_on_behind_the_answer(
        self, time: Time
    ) -> None:
        it = rehearsal(time, "a", "b", mode=Mode.INTERVIEW)
        it.restore(0, {0: ["one"]}, draft_seconds=None)
        assert it.position == 1

    def test_after_the_last_answer(self, time: Time) -> None:
        it = rehearsal(time, "a", mode=Mode.INTERVIEW)
        it.restore(0, {0: ["one"]}, draft_seconds=None)
        assert it.phase is Phase.FINISHED


EVENTS = st.lists(
    st.sampled_from(["tick", "begin_answer", "pause", "resume", "answered", "retry", "skip", "next", "wait"]),
    max_size=60,
)


@given(EVENTS, st.sampled_from(Mode), st.booleans())
def test_whatever_happens_no_answer_is_forgotten_and_time_never_shrinks(
    events: list[str], mode: Mode, think: bool
) -> None:
    time = Time()
    it = rehearsal(time, "a", "b", "c", mode=mode, think=think)
    given_answers: list[str] = []
    for number, event in enumerate(events):
        before = (it.phase, it.position, it.paused, it.seconds)
        try:
            if event == "wait":
                time.passes(7)
            elif event == "answered":
                it.answered(f"answer {number}")
                given_answers.append(f"answer {number}")
            else:
                getattr(it, event)()
        except OutOfTurnError:
            assert (it.phase, it.position, it.paused, it.seconds) == before
        assert it.seconds >= 0
        assert it.thinking_left >= 0
        assert 0 <= it.position <= 3
    kept = [a for position in range(3) for a in it.attempts_at(position)]
    assert sorted(kept) == sorted(given_answers)
    assert (it.phase is Phase.FINISHED) == (it.position == 3)
