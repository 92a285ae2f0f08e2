"""`doctor`: looks at everything the app stands on, and says what is missing and how to get it."""

import argparse

from interview_coach.cli.doctor_checks import Finding, State, examine
from interview_coach.cli.faults import FAILED
from interview_coach.cli.streams import say, say_json
from interview_coach.visible import one_line

_WORDS = {State.GOOD: "ok", State.NOTE: "note", State.BAD: "BAD"}


def run(args: argparse.Namespace) -> int:
    """Tell every finding; 1 where something needs doing."""
    findings = list(examine())
    bad = [finding for finding in findings if finding.state is State.BAD]
    if args.json:
        say_json({"ok": not bad, "findings": [_as_json(finding) for finding in findings]})
    else:
        for line in _lines(findings):
            say(line)
        say()
        say("Nothing needs doing." if not bad else f"{len(bad)} to mend; see BAD above.")
    return FAILED if bad else 0


def _as_json(finding: Finding) -> dict[str, object]:
    return {
        "section": finding.section,
        "name": finding.name,
        "state": finding.state.value,
        "value": finding.value,
        "hint": finding.hint or None,
    }


def _lines(findings: list[Finding]) -> list[str]:
    lines: list[str] = []
    section = ""
    for finding in findings:
        if finding.section != section:
            section = finding.section
            lines += ([""] if lines else []) + [section]
        lines.append(f"  {_WORDS[finding.state]:<4} {finding.name}: {one_line(finding.value)}")
        if finding.hint:
            lines.append(f"       {one_line(finding.hint)}")
    return lines
