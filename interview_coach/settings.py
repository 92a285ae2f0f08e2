"""The user's settings: one small JSON file, read forgivingly and written whole or not at all."""

import json
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

from interview_coach.damaged import set_aside
from interview_coach.errors import CoachError
from interview_coach.whole_file import written_whole

_LARGEST: Final = 1_000_000
"""Bytes; a settings file has a few hundred."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose; the defaults are those of a first start."""

    theme: str = "dark"
    """"dark" or "light"."""
    answer_by: str = "type"
    """"type" or "speak": how an answer is begun; it can be changed at each question."""
    preferred_banks: tuple[str, ...] = ()
    """Ids of the banks the user rehearses for, the most wanted first."""
    interview_title: str = ""
    """What the interview is for, in the user's words; may be empty."""
    interview_date: date | None = None
    """The day of the interview; None where it is not known."""
    mode: str = "coach"
    """"coach": feedback after each answer; "interview": at the end only."""
    questions_per_rehearsal: int = 6
    """How many questions a rehearsal has, 1 to 100."""
    think: bool = True
    """Whether there is thinking time before each answer."""
    first_start_done: bool = False
    """Whether the questions of the first start were answered or skipped."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


def load_settings(path: Path, *, now: Callable[[], datetime] = _utc_now) -> tuple[Settings, str | None]:
    """Return the settings kept at `path`, and a note for the user where not all could be used, else None.

    A value of the wrong kind falls back to its default, alone. A file that is not readable as settings is
    set aside under the date of `now()`; one that may not be read is left. Never raises for its content.
    """
    try:
        kept = _read(path)
    except FileNotFoundError:
        return Settings(), None
    except OSError as error:
        return Settings(), f"The settings could not be read ({error.strerror or error}): {path}"
    except (ValueError, RecursionError):
        try:
            aside = set_aside(path, now().astimezone().date())
        except OSError:
            return Settings(), f"The settings file is damaged and could not be set aside: {path}"
        return Settings(), f"The settings file was damaged. It was set aside as {aside.name}."
    good, bad = {}, []
    for name, value in kept.items():
        if name not in _READERS:
            continue
        try:
            good[name] = _READERS[name](value)
        except ValueError:
            bad.append(name)
    note = f"In {path}, not usable and left at the default: {', '.join(bad)}." if bad else None
    return Settings(**good), note


def save_settings(settings: Settings, path: Path) -> None:
    """Write the settings, for this user alone to read; a kill leaves the old file or the new one.

    Keys of a newer version that are in the file stay there. Raises `CoachError` where writing fails.
    """
    text = json.dumps(_unknown_keys(path) | _as_json(settings), indent=2, ensure_ascii=False)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with written_whole(path) as file:
            file.write(text.encode("utf-8", "replace") + b"\n")
    except OSError as error:
        raise CoachError(
            f"The settings could not be saved ({error.strerror or error}): {path}",
            "Check the free space, and your rights to that folder. The settings before are still there.",
        ) from error


def _read(path: Path) -> dict[str, Any]:
    """Return the JSON object in the file. Raises OSError, ValueError and RecursionError."""
    with path.open("rb") as file:
        raw = file.read(_LARGEST + 1)
    if len(raw) > _LARGEST:
        raise ValueError("too large")
    kept = json.loads(raw.decode("utf-8-sig"))
    if not isinstance(kept, dict):
        raise ValueError("not an object")  # noqa: TRY004 - spoilt content, not a wrong call
    return kept


def _unknown_keys(path: Path) -> dict[str, Any]:
    try:
        kept = _read(path)
    except (OSError, ValueError, RecursionError):
        return {}
    return {name: value for name, value in kept.items() if name not in _READERS}


def _as_json(settings: Settings) -> dict[str, Any]:
    values = {field.name: getattr(settings, field.name) for field in fields(settings)}
    day = settings.interview_date
    return values | {"interview_date": day.isoformat() if day else None}


def _one_of(*choices: str) -> Callable[[object], str]:
    def read(value: object) -> str:
        if not isinstance(value, str) or value not in choices:
            raise ValueError(value)
        return value

    return read


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(value)  # noqa: TRY004 - as above
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError(value)  # noqa: TRY004 - as above
    return tuple(_text(item) for item in value)


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(value)  # noqa: TRY004 - as above
    return value


def _number_of_questions(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 100:
        raise ValueError(value)
    return value


def _day(value: object) -> date | None:
    return None if value is None else date.fromisoformat(_text(value))


_READERS: Final[dict[str, Callable[[object], Any]]] = {
    "theme": _one_of("dark", "light"),
    "answer_by": _one_of("type", "speak"),
    "preferred_banks": _texts,
    "interview_title": _text,
    "interview_date": _day,
    "mode": _one_of("coach", "interview"),
    "questions_per_rehearsal": _number_of_questions,
    "think": _yes_or_no,
    "first_start_done": _yes_or_no,
}
"""How each value is read; raises ValueError for one of the wrong kind."""
