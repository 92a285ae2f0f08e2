"""Feedback on one answer as plain lines: for `score`, `history show` and the plain rehearsal."""

from interview_coach.banks.question import Question
from interview_coach.cli.streams import can_show
from interview_coach.coaching.wording import MARKS, delivery_lines, score_text, verdict_text
from interview_coach.scoring.assessment import Assessment, PointResult, Status, Verdict
from interview_coach.visible import one_line


def feedback_lines(question: Question, assessment: Assessment) -> list[str]:
    """Return the score, each point with its evidence and what to add, and the delivery."""
    if assessment.status is Status.NOT_SCORED:
        head = f"Not scored: {one_line(assessment.reason or 'no reason given')}"
    else:
        head = f"Score: {score_text(assessment)} (of 100, {assessment.scorer})"
    lines = [*([one_line(assessment.remark)] if assessment.remark else []), head, ""]
    texts = {point.id: (point.text, point.probe) for point in question.checklist}
    for number, result in enumerate(assessment.points, start=1):
        text, probe = texts.get(result.id, (result.id, None))
        lines += point_lines(number, result, text, probe)
    if assessment.points:
        lines.append("")
    lines.append("Delivery:")
    lines += [f"  {one_line(line)}" for line in delivery_lines(assessment.delivery)]
    return lines


def point_lines(number: int, result: PointResult, text: str, probe: str | None) -> list[str]:
    """Return one point: verdict, the words that earned it, what to add, what an interviewer would ask."""
    verdict = verdict_text(result)
    if not result.counted:
        verdict += ", not counted: the answer makes no other point"
    lines = [f"{number}. {mark(result.standing)}{verdict}: {one_line(text)}"]
    if result.evidence is not None:
        lines.append(f"   You said: {quoted(result.evidence.text)}")
    if result.standing is not Verdict.FOUND:
        if result.advice:
            lines.append(f"   To add: {one_line(result.advice)}")
        if probe:
            lines.append(f"   An interviewer would ask: {quoted(probe)}")
    return lines


def mark(verdict: Verdict) -> str:
    """Return the mark and a space, or "" where stdout cannot show it: the word says the same."""
    character = MARKS[verdict]
    return f"{character} " if can_show(character) else ""


def quoted(text: str) -> str:
    """Return `text` on one line in quotation marks."""
    return f"“{one_line(text)}”"
