"""`bank`: list, show and check question banks."""

import argparse
from collections.abc import Iterable
from typing import Any

from interview_coach.banks.question import Bank, Question
from interview_coach.cli.bank_reference import all_banks, find_bank, own_folder
from interview_coach.cli.streams import note, say, say_json
from interview_coach.coaching.wording import clock, counted
from interview_coach.visible import one_line, visible


def run(args: argparse.Namespace) -> int:
    """List, show or check banks."""
    match args.action:
        case "list":
            return _list(args)
        case "show":
            return _show(args)
        case _:
            from interview_coach.cli.bank_check import check

            return check(args.paths, strict=args.strict, as_json=args.json)


# --- List -------------------------------------------------------------------------------------


def _list(args: argparse.Namespace) -> int:
    library = all_banks()
    if args.json:
        say_json([_summary(bank) for bank in library.banks])
    else:
        for line in _table(library.banks):
            say(line)
    for fault in library.faults:
        note(visible(str(fault)))
    return 0


def _summary(bank: Bank) -> dict[str, Any]:
    return {
        "id": bank.id,
        "title": bank.title,
        "language": bank.language,
        "description": bank.description,
        "questions": len(bank.questions),
        "competencies": list(bank.competencies),
        "own": _is_own(bank),
        "source": str(bank.source) if bank.source else None,
    }


def _is_own(bank: Bank) -> bool:
    folder = own_folder()
    return folder is not None and bank.source is not None and bank.source.is_relative_to(folder)


def _table(banks: Iterable[Bank]) -> list[str]:
    rows = [
        (
            bank.id,
            counted(len(bank.questions), "question"),
            bank.language,
            "own" if _is_own(bank) else "shipped",
            bank.title,
        )
        for bank in banks
    ]
    wide = max((len(row[0]) for row in rows), default=0)
    return [
        f"{bank_id:<{wide}}  {questions:>12}  {language:<5}  {whose:<7}  {one_line(title)}"
        for bank_id, questions, language, whose, title in rows
    ]


# --- Show -------------------------------------------------------------------------------------


def _show(args: argparse.Namespace) -> int:
    bank = find_bank(args.bank)
    if args.json:
        from interview_coach.journal.codec import question_as_json

        questions = [question_as_json(question) for question in bank.questions]
        say_json({**_summary(bank), "questions": questions})
        return 0
    for line in _bank_lines(bank):
        say(line)
    return 0


def _bank_lines(bank: Bank) -> list[str]:
    lines = [
        f"{one_line(bank.title)} ({bank.id}, {bank.language}, {counted(len(bank.questions), 'question')})",
        *([one_line(bank.description)] if bank.description else []),
        *([visible(str(bank.source))] if bank.source else []),
    ]
    for question in bank.questions:
        lines += ["", *_question_lines(question)]
    return lines


def _question_lines(question: Question) -> list[str]:
    about = (
        f"{question.id}  ({question.type.value}, {one_line(question.competency)}, {clock(question.seconds)},"
        f" thinking {clock(question.think)})"
    )
    points = [
        f"    {number}. {one_line(point.text)} [{point.kind.value}]"
        for number, point in enumerate(question.checklist, start=1)
    ]
    return [about, f"  {one_line(question.ask)}", *points]
