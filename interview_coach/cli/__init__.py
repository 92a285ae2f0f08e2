"""The command line: every screen's work as a command. Only light code here; each command is imported late."""

import sys
from collections.abc import Sequence

from interview_coach.errors import CoachError


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 fine, 1 failed, 2 wrong usage, 130 interrupted.

    Never raises: what the user can do something about goes to stderr in words, anything else to the log.
    """
    from interview_coach.cli import faults

    try:
        code = _run(argv)
        if sys.stdout is not None:
            # Written out here, where a full disk or a closed pipe can still be told.
            sys.stdout.flush()
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else faults.FAILED
    except KeyboardInterrupt:
        return faults.INTERRUPTED
    except CoachError as error:
        return faults.tell(error)
    except BrokenPipeError:
        return faults.reader_left()
    except Exception as error:  # noqa: BLE001 - the outermost edge: logged with its traceback, told in one line
        return faults.log_unexpected(error)
    return code


def _run(argv: Sequence[str] | None) -> int:
    import importlib

    from interview_coach.cli import streams
    from interview_coach.cli.parser import build_parser

    streams.prepare()
    args = build_parser().parse_args(argv)
    command = importlib.import_module(f"interview_coach.cli.{args.command}")
    return int(command.run(args))
