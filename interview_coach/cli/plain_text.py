"""What the plain rehearsal says: lines without colours, signs or boxes for a screen reader to trip over."""

from typing import Final

from interview_coach.banks.question import Question
from interview_coach.coaching.plan import minutes_for
from interview_coach.coaching.rehearsal import Mode, Phase, Rehearsal
from interview_coach.coaching.summary import Summary, SummaryLine
from interview_coach.coaching.wording import clock, counted, score_text, status_text
from interview_coach.visible import one_line, visible

HELP: Final = [
    "A line with a single full stop ends the answer. Commands stand on a line of their own:",
    "  :skip                pass this question",
    "  :pause               stop the time; Enter goes on",
    "  :peek                show the checklist",
    "  :undo                take back the last line, or the last verdict you changed",
    "  :retry               after feedback: answer the same question again",
    "  :next, or Enter      after feedback: go on",
    "  :overrule 3 found    after feedback: you know better (found, unclear or missed)",
    "  :back 2              at the end: answer question 2, which you skipped",
    "  :quit                leave; everything is saved",
]

HOW_TO_END: Final = "A line with a single full stop ends the answer. :help lists the commands."

AFTER_FEEDBACK: Final = "Enter: next question. :retry answers again. :overrule 3 found changes a verdict."

AFTER_SUMMARY: Final = "Enter leaves. :overrule 2 3 found changes a verdict (question 2, point 3)."

CONTINUE: Final = "interview-coach rehearse --plain --continue"
"""The command that goes on with what was left."""


def unknown(command: str) -> str:
    """Return what is said to a command that there is none of."""
    return (
        f"“:{one_line(command)}” is no command; :help lists them. (To begin a line with a colon, write two.)"
    )


def introduction(rehearsal: Rehearsal) -> list[str]:
    """Return what is said once, at the start or where one goes on."""
    if rehearsal.position or rehearsal.attempts_at(0):
        where = min(rehearsal.position + 1, len(rehearsal.questions))
        return [f"Going on at question {where} of {len(rehearsal.questions)}.", HOW_TO_END]
    when = "after each answer" if rehearsal.mode is Mode.COACH else "at the end"
    minutes = counted(minutes_for(rehearsal.questions, think=rehearsal.think), "minute")
    return [
        f"{counted(len(rehearsal.questions), 'question')}, about {minutes}, feedback {when}.",
        "Write each answer in as many lines as you like; blank lines may stand in it.",
        HOW_TO_END,
    ]


def question(rehearsal: Rehearsal, written: list[str]) -> list[str]:
    """Return the question that is due, with what is `written` of its answer already."""
    asked_now = rehearsal.current.question
    lines = [
        "",
        f"Question {rehearsal.position + 1} of {len(rehearsal.questions)} ({one_line(asked_now.competency)})"
        + (", again" if rehearsal.attempts_at(rehearsal.position) else ""),
        visible(asked_now.ask).strip(),
    ]
    target = clock(asked_now.seconds)
    if rehearsal.phase is Phase.THINKING:
        lines.append(f"Think for up to {clock(asked_now.think)}; Enter starts your answer of about {target}.")
    else:
        lines.append(f"Your answer, about {target}:")
    if written:
        lines += ["So far you wrote:", *(f"  {visible(line)}" for line in written), "Go on from there:"]
    return lines


def asked(question_asked: Question) -> str:
    """Return the question on one line."""
    return one_line(question_asked.ask)


def checklist(rehearsal: Rehearsal) -> list[str]:
    """Return the points of the question that is due."""
    points = rehearsal.current.question.checklist
    return [f"{number}. {one_line(point.text)}" for number, point in enumerate(points, start=1)]


def left(rehearsal: Rehearsal) -> list[str]:
    """Return what is said to somebody who leaves before the end."""
    where = f"question {rehearsal.position + 1} of {len(rehearsal.questions)}"
    return [f"Saved. You left at {where}. To go on: {CONTINUE}"]


def skipped(rehearsal: Rehearsal) -> str:
    """Return which questions were skipped and how to come back to them."""
    numbers = [str(position + 1) for position in rehearsal.skipped]
    return f"Skipped: {', '.join(numbers)}. :back {numbers[0]} takes it up."


def summary_lines(summary: Summary) -> list[str]:
    """Return each question with its score, and the points missed most."""
    lines = ["Summary"]
    if summary.mean is not None:
        lines.append(f"Mean score: {summary.mean:.0f} of 100")
    lines += [_summary_line(line) for line in summary.lines]
    if summary.missed:
        lines.append("Not found most often:")
        lines += [f"  {one_line(name)}: {missed} of {times}" for name, missed, times in summary.missed]
    return lines


def _summary_line(line: SummaryLine) -> str:
    if line.last is None:
        result = "skipped"
    else:
        assessment = line.last.assessment
        result = status_text(None) if assessment is None else score_text(assessment)
    return f"{line.position + 1}. {one_line(line.planned.question.ask, 70)} ({result})"
