"""`rehearse`: choose questions and rehearse them, in the app or as plain lines."""

import argparse
import random
import sys
import time

from interview_coach.banks.question import Bank
from interview_coach.cli import streams
from interview_coach.cli.faults import UsageError
from interview_coach.coaching.rehearsal import Mode
from interview_coach.errors import CoachError
from interview_coach.journal.journal import Journal
from interview_coach.journal.records import PlannedQuestion, RehearsalRecord
from interview_coach.paths import Paths
from interview_coach.settings import Settings, load_settings
from interview_coach.visible import visible


def run(args: argparse.Namespace) -> int:
    """Rehearse; plain lines where asked for, or where input or output is no terminal."""
    if args.go_on and (args.banks or args.questions or args.competency or args.mode):
        raise UsageError(
            "--continue goes on with the questions that were planned; name nothing else with it."
        )
    paths = Paths.of_user()
    settings, trouble = load_settings(paths.settings)
    if trouble:
        streams.note(visible(trouble))
    at_terminal = streams.is_terminal(sys.stdin) and streams.is_terminal(sys.stdout)
    if args.plain or not at_terminal:
        return _rehearse_plainly(args, paths, settings)
    return _rehearse_in_app(args, paths, settings)


def _rehearse_in_app(args: argparse.Namespace, paths: Paths, settings: Settings) -> int:
    from interview_coach.tui.app import run as run_app

    if args.go_on:
        with Journal.open(paths.journal) as journal:
            _left_rehearsal(journal)
        return run_app(paths, resume=True)
    with Journal.open(paths.journal) as journal:
        questions = _choose(args, journal, settings)
    return run_app(paths, questions=questions, mode=_mode(args, settings), think=_think(args, settings))


def _rehearse_plainly(args: argparse.Namespace, paths: Paths, settings: Settings) -> int:
    from interview_coach.cli.plain import PlainRehearsal
    from interview_coach.cli.plain_input import standard_input
    from interview_coach.coaching.coach import Coach

    lines = standard_input()
    with Journal.open(paths.journal) as journal:
        if journal.set_aside is not None:
            streams.note(f"The journal was damaged and has been set aside: {visible(str(journal.set_aside))}")
        coach = Coach(journal, time.monotonic)
        coach.assess_left_over()
        draft = ""
        if args.go_on:
            rehearsal, draft = coach.go_on(_left_rehearsal(journal))
            rehearsal.resume()
        else:
            questions = _choose(args, journal, settings)
            _tell_of_unfinished(coach.unfinished())
            rehearsal = coach.start(questions, _mode(args, settings), think=_think(args, settings))
        plain = PlainRehearsal(coach, rehearsal, lines, _write_line, time.monotonic)
        try:
            plain.run(draft)
        except KeyboardInterrupt:
            saved = plain.keep_draft()
            _write_line("")
            _write_line(f"{'Saved. ' if saved else ''}To go on: interview-coach rehearse --plain --continue")
            raise
    return 0


def _left_rehearsal(journal: Journal) -> RehearsalRecord:
    record = journal.rehearsals.latest_open()
    if record is None:
        raise CoachError(
            "There is no unfinished rehearsal.", "Begin one with: interview-coach rehearse --plain"
        )
    return record


def _tell_of_unfinished(record: RehearsalRecord | None) -> None:
    if record is None:
        return
    where = f"question {min(record.position + 1, len(record.questions))} of {len(record.questions)}"
    _write_line(f"You left a rehearsal at {where}; to go on with it instead: :quit, then rehearse --continue")


def _choose(args: argparse.Namespace, journal: Journal, settings: Settings) -> tuple[PlannedQuestion, ...]:
    """Return the questions asked for. Raises `CoachError` where there are none."""
    from interview_coach.coaching.plan import choose_questions

    banks = _banks(args.banks, settings)
    # What is chosen is no secret: any generator will do.
    rng = random.Random(args.seed)  # noqa: S311
    questions = choose_questions(
        banks,
        lambda bank: journal.attempts.last_answered(bank.id, [q.id for q in bank.questions]),
        rng,
        count=args.questions or settings.questions_per_rehearsal,
        competency=args.competency,
    )
    if not questions:
        known = sorted({competency for bank in banks for competency in bank.competencies})
        raise CoachError(
            f"There is no question of the competency “{visible(args.competency or '')}”.",
            f"There are: {', '.join(visible(name) for name in known)}" if known else "",
        )
    return questions


def _banks(references: list[str], settings: Settings) -> list[Bank]:
    from interview_coach.cli.bank_reference import all_banks, find_bank

    if references:
        return [find_bank(reference) for reference in references]
    banks = list(all_banks().banks)
    return [bank for bank in banks if bank.id in settings.preferred_banks] or banks


def _mode(args: argparse.Namespace, settings: Settings) -> Mode:
    return Mode(args.mode or settings.mode)


def _think(args: argparse.Namespace, settings: Settings) -> bool:
    return settings.think and not args.no_think


def _write_line(line: str) -> None:
    """Write and flush: a screen reader or a program at the other end waits for it."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
