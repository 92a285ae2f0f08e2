"""The words of the command line: what can be asked, and the help for it. Imports nothing but argparse."""

import argparse
from collections.abc import Callable

from interview_coach import __version__


class _Commands:
    """Adds commands that share one look: a line in the list, a description, examples below."""

    def __init__(self, group: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
        self._group = group

    def add(self, name: str, summary: str, examples: str, more: str = "") -> argparse.ArgumentParser:
        sentence = f"{summary[0].upper()}{summary[1:]}."
        return self._group.add_parser(
            name,
            help=summary,
            description=f"{sentence}\n\n{more}" if more else sentence,
            epilog=_examples(examples),
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )


def _examples(lines: str) -> str:
    return "examples:\n" + "\n".join(f"  {line.strip()}" for line in lines.strip().splitlines())


def build_parser() -> argparse.ArgumentParser:
    """Return the parser. The result of parsing names the module of the command in `command`."""
    parser = argparse.ArgumentParser(
        prog="interview-coach",
        description="Rehearse interview questions in a terminal, offline: every answer is held against a\n"
        "checklist, with your own words as evidence. Without a command, the app opens.",
        epilog=_examples(
            """interview-coach                               open the app
            interview-coach rehearse warehouse --questions 6
            interview-coach score warehouse unsafe-request answer.txt
            interview-coach bank list
            interview-coach doctor                        when something does not work"""
        ),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"interview-coach {__version__}")
    parser.set_defaults(command="app")
    commands = _Commands(parser.add_subparsers(metavar="COMMAND", title="commands"))
    for add in (_rehearse, _score, _bank, _history, _data, _doctor):
        add(commands)
    return parser


def _rehearse(commands: _Commands) -> None:
    command = commands.add(
        "rehearse",
        "rehearse questions, those not seen lately first",
        """interview-coach rehearse
        interview-coach rehearse warehouse --questions 6 --mode interview
        interview-coach rehearse general my-bank.yaml --competency teamwork
        interview-coach rehearse warehouse --plain            for screen readers and pipes
        interview-coach rehearse --continue                   go on where you left off""",
        "BANK is a bank id or a path to a YAML file; without one, the bank of your settings or every bank.\n"
        "Where input or output is no terminal, --plain is what you get.",
    )
    command.set_defaults(command="rehearse")
    command.add_argument("banks", nargs="*", metavar="BANK", help="bank id or path; several may be named")
    command.add_argument("--questions", type=_positive, metavar="N", help="how many questions (default: all)")
    command.add_argument(
        "--mode",
        choices=("coach", "interview"),
        help="coach: feedback after each answer; interview: at the end",
    )
    command.add_argument("--competency", metavar="C", help="only questions of this competency")
    command.add_argument("--plain", action="store_true", help="plain lines on standard input and output")
    command.add_argument("--no-think", action="store_true", help="no thinking time before the answers")
    command.add_argument("--seed", type=int, metavar="N", help="the same choice of questions every time")
    command.add_argument(
        "--continue", dest="go_on", action="store_true", help="go on with the rehearsal that was left"
    )


def _score(commands: _Commands) -> None:
    command = commands.add(
        "score",
        "score an answer against the checklist of its question",
        """interview-coach score warehouse unsafe-request answer.txt
        interview-coach score my-bank.yaml first-question - < answer.txt
        interview-coach score warehouse unsafe-request answer.txt --json
        interview-coach score --batch answers.jsonl > scores.jsonl
        tail -f answers.jsonl | interview-coach score --batch""",
        "Nothing is kept: scored answers do not enter your history. With --batch, each line of input is a\n"
        'JSON object {"bank", "question", "answer", "id"} (id may be left out) and each line of output its\n'
        'score, in the same order; a line that cannot be read gives {"id", "line", "error"}.',
    )
    command.set_defaults(command="score")
    command.add_argument(
        "words", nargs="*", metavar="BANK QUESTION [FILE|-]", help="- or nothing: standard input"
    )
    command.add_argument("--batch", action="store_true", help="JSON lines in, JSON lines out")
    command.add_argument("--json", action="store_true", help="for programs")


def _bank(commands: _Commands) -> None:
    command = commands.add(
        "bank",
        "list, show and check question banks",
        """interview-coach bank list
        interview-coach bank show warehouse
        interview-coach bank check my-bank.yaml""",
    )
    command.set_defaults(command="bank")
    actions = _Commands(command.add_subparsers(dest="action", metavar="ACTION", required=True))
    listing = actions.add("list", "list the banks", "interview-coach bank list --json")
    showing = actions.add("show", "show the questions of a bank", "interview-coach bank show warehouse")
    showing.add_argument("bank", metavar="BANK", help="bank id or path")
    checking = actions.add(
        "check",
        "check banks for faults, with file, line and column",
        """interview-coach bank check                    all banks you have
        interview-coach bank check my-bank.yaml
        interview-coach bank check banks/ --strict""",
    )
    checking.add_argument("paths", nargs="*", metavar="PATH", help="files or folders (default: all banks)")
    checking.add_argument("--strict", action="store_true", help="warnings fail too")
    for action in (listing, showing, checking):
        _json(action)


def _history(commands: _Commands) -> None:
    command = commands.add(
        "history",
        "list, show and export the answers you gave",
        """interview-coach history list --limit 10
        interview-coach history show 3f2a
        interview-coach history export --out answers.jsonl""",
    )
    command.set_defaults(command="history")
    actions = _Commands(command.add_subparsers(dest="action", metavar="ACTION", required=True))
    listing = actions.add(
        "list",
        "list answers, the latest first",
        """interview-coach history list --bank warehouse --limit 10
        interview-coach history list --search forklift""",
    )
    listing.add_argument("--limit", type=_positive, default=20, metavar="N", help="at most N (default: 20)")
    listing.add_argument("--bank", metavar="B", help="only answers to this bank (its id)")
    listing.add_argument("--question", metavar="Q", help="only answers to this question (its id)")
    listing.add_argument("--competency", metavar="C", help="only answers of this competency")
    listing.add_argument("--search", metavar="TEXT", help="only where question or answer contains TEXT")
    _json(listing)
    showing = actions.add("show", "show one answer with its feedback", "interview-coach history show 3f2a")
    showing.add_argument("id", metavar="ID", help="the id from the list; its first letters are enough")
    _json(showing)
    exporting = actions.add(
        "export",
        "write every answer as JSON lines",
        """interview-coach history export > answers.jsonl
        interview-coach history export --out answers.jsonl""",
    )
    exporting.add_argument("--out", metavar="FILE", help="write to FILE, readable by you only")


def _data(commands: _Commands) -> None:
    command = commands.add(
        "data",
        "see what is kept on this machine, or delete it",
        """interview-coach data show
        interview-coach data delete --keep-banks""",
    )
    command.set_defaults(command="data")
    actions = _Commands(command.add_subparsers(dest="action", metavar="ACTION", required=True))
    _json(actions.add("show", "show what is kept where, and how much", "interview-coach data show --json"))
    deleting = actions.add(
        "delete",
        "delete everything this app keeps about you, for good",
        """interview-coach data delete
        interview-coach data delete --keep-banks""",
        "Asks twice. Exports and backups made elsewhere are not found and stay.",
    )
    deleting.add_argument("--keep-banks", action="store_true", help="keep the question banks you wrote")
    deleting.add_argument(
        "--yes-delete-everything", action="store_true", help="do not ask (for scripts; there is no way back)"
    )


def _doctor(commands: _Commands) -> None:
    command = commands.add(
        "doctor",
        "look for what is missing or broken, and say how to mend it",
        """interview-coach doctor
        interview-coach doctor --json""",
    )
    command.set_defaults(command="doctor")
    _json(command)


def _json(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="for programs")


def _at_least(least: int) -> Callable[[str], int]:
    def parse(text: str) -> int:
        number = int(text)
        if number < least:
            raise argparse.ArgumentTypeError(f"{number} is less than {least}")
        return number

    parse.__name__ = "number"  # argparse names the type in "invalid number value"
    return parse


_positive = _at_least(1)
