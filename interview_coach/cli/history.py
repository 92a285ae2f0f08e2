"""`history`: the answers given so far, as a list, one by one, or as JSON lines for other programs."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from interview_coach.cli.streams import json_text, note, say, say_json
from interview_coach.coaching.wording import counted
from interview_coach.errors import CoachError
from interview_coach.paths import Paths
from interview_coach.visible import one_line, visible
from interview_coach.whole_file import written_whole

if TYPE_CHECKING:
    from interview_coach.journal.journal import Journal
    from interview_coach.journal.records import Attempt, AttemptLine


def run(args: argparse.Namespace) -> int:
    """List, show or export attempts."""
    actions = {"list": _list, "show": _show, "export": _export}
    return actions[args.action](args)


@contextmanager
def _opened() -> "Iterator[Journal | None]":
    """Give the journal, or None where there is none yet: looking at the history does not begin one."""
    path = Paths.of_user().journal
    if not path.exists():
        yield None
        return
    from interview_coach.journal.journal import Journal

    with Journal.open(path) as journal:
        if journal.set_aside is not None:
            note(f"The journal was damaged and has been set aside: {visible(str(journal.set_aside))}")
        yield journal


# --- A list -----------------------------------------------------------------------------------


def _list(args: argparse.Namespace) -> int:
    lines: list[AttemptLine] = []
    with _opened() as journal:
        if journal is not None:
            lines = journal.attempts.page(
                limit=args.limit,
                bank_id=args.bank,
                question_id=args.question,
                competency=args.competency,
                containing=args.search,
            )
    if args.json:
        say_json([_line_as_json(line) for line in lines])
        return 0
    if not lines:
        note("No answers found.")
    for line in lines:
        say(_line_text(line))
    return 0


def _line_as_json(line: "AttemptLine") -> dict[str, Any]:
    return {
        "id": line.id,
        "bank": line.bank_id,
        "question": line.question_id,
        "ask": line.ask,
        "competency": line.competency,
        "answered_at": line.answered_at.isoformat(),
        "status": {None: "waiting", True: "scored", False: "not_scored"}[line.scored],
        "score": line.score,
    }


def _line_text(line: "AttemptLine") -> str:
    when = f"{line.answered_at.astimezone():%Y-%m-%d %H:%M}"
    score = f"{line.score:.0f}" if line.score is not None else "-"
    return (
        f"{line.id[:8]}  {when}  {score:>3}  {one_line(line.bank_id)}/{one_line(line.question_id)}  "
        + one_line(line.ask, 60)
    )


# --- One --------------------------------------------------------------------------------------


def _show(args: argparse.Namespace) -> int:
    from interview_coach.journal.export import attempt_as_json

    attempt = _attempt(args.id)
    if args.json:
        say_json(attempt_as_json(attempt))
        return 0
    for line in _attempt_lines(attempt):
        say(line)
    return 0


def _attempt(prefix: str) -> "Attempt":
    """Return the attempt whose id begins with `prefix`. Raises `CoachError` for none and for several."""
    with _opened() as journal:
        ids = journal.attempts.find(prefix) if journal is not None and prefix else []
        attempt = journal.attempts.get(ids[0]) if journal is not None and len(ids) == 1 else None
    if attempt is not None:
        return attempt
    if len(ids) > 1:
        raise CoachError(
            f"{len(ids)} answers or more have an id that begins with “{visible(prefix)}”.",
            "Write more of it: " + ", ".join(found[:13] for found in ids),
        )
    raise CoachError(
        f"There is no answer with the id “{visible(prefix)}”.",
        "“interview-coach history list” shows the ids.",
    )


def _attempt_lines(attempt: "Attempt") -> list[str]:
    from interview_coach.cli.feedback_text import feedback_lines
    from interview_coach.coaching.wording import clock, status_text

    spent = f", {clock(attempt.seconds)} spent" if attempt.seconds is not None else ""
    how = "spoken" if attempt.spoken else "typed"
    lines = [
        one_line(attempt.question.ask),
        f"{one_line(attempt.bank_title)} ({one_line(attempt.bank_id)}/{one_line(attempt.question.id)})",
        f"{attempt.answered_at.astimezone():%Y-%m-%d %H:%M}, {how}{spent}",
        "",
        *visible(attempt.answer).split("\n"),
        "",
    ]
    if attempt.assessment is None:
        return [*lines, status_text(None)]
    return lines + feedback_lines(attempt.question, attempt.assessment)


# --- All --------------------------------------------------------------------------------------


def _export(args: argparse.Namespace) -> int:
    written, damaged = 0, 0

    def tell(error: CoachError) -> None:
        nonlocal damaged
        damaged += 1
        note(visible(error.message))

    with _opened() as journal, _target(args.out) as out:
        if journal is not None:
            from interview_coach.journal.export import attempt_as_json

            for attempt in journal.attempts.every(on_unreadable=tell):
                out.write((json_text(attempt_as_json(attempt)) + "\n").encode("utf-8"))
                written += 1
    note(f"{counted(written, 'answer')} exported" + (f" to {visible(args.out)}" if args.out else "") + ".")
    return 1 if damaged else 0


@contextmanager
def _target(file: str | None) -> "Iterator[BinaryIO]":
    """Give what to write to: stdout, or a file that is there whole or not at all."""
    if file is None:
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        # For this user alone from the first moment on: these are somebody's own answers.
        with written_whole(Path(file)) as out:
            yield out
    except OSError as error:
        raise CoachError(
            f"{visible(file)} cannot be written: {error.strerror or error}.",
            "Nothing was changed there. Choose another place with --out.",
        ) from error
