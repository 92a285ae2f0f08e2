"""Days as people say them: "Tue", "24 Nov", "in 3 days"."""

import re
from datetime import date, timedelta

from interview_coach.errors import CoachError

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_HINT = "Write for example: Tue · tomorrow · in 3 days · 24 Nov · 2026-11-24"


def parse_day(text: str, today: date) -> date | None:
    """Return the day that `text` names, None for an empty text; days without a year lie ahead.

    Raises `CoachError` where the text names no day, or one that the calendar does not have.
    """
    said = " ".join(text.casefold().replace(",", " ").split())
    if not said:
        return None
    day = _relative(said, today) or _weekday(said, today) or _calendar_day(said, today)
    if day is None:
        raise CoachError(f"“{text.strip()}” is not a day I know.", _HINT)
    return day


def say_day(day: date) -> str:
    """Return the day in short: Tue 24 Nov."""
    # Not strftime: its names follow the system's language, the rest of the screen does not.
    return f"{_WEEKDAYS[day.weekday()][:3].title()} {day.day} {_MONTHS[day.month - 1][:3].title()}"


def say_distance(day: date, today: date) -> str:
    """Return how far off the day is: today, tomorrow, in 3 days, 2 days ago."""
    match (day - today).days:
        case 0:
            return "today"
        case 1:
            return "tomorrow"
        case -1:
            return "yesterday"
        case days if days > 0:
            return f"in {days} days"
        case days:
            return f"{-days} days ago"


def _relative(said: str, today: date) -> date | None:
    if said in ("today", "tomorrow"):
        return today + timedelta(days=said == "tomorrow")
    if match := re.fullmatch(r"(?:in )?(\d{1,3}) ?(days?|d|weeks?|w)", said):
        return today + timedelta(days=int(match[1]) * (7 if match[2].startswith("w") else 1))
    if said in ("in a week", "next week"):
        return today + timedelta(days=7)
    return None


def _weekday(said: str, today: date) -> date | None:
    name = said.removeprefix("next ").removeprefix("on ")
    for number, weekday in enumerate(_WEEKDAYS):
        if len(name) >= 3 and weekday.startswith(name):
            # "Tuesday" on a Tuesday means the one to come.
            return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    return None


def _calendar_day(said: str, today: date) -> date | None:
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", said):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    words = re.sub(r"(?<=\d)(st|nd|rd|th)\b", "", said).split()
    words = [w for w in words if w not in _WEEKDAYS and w not in {d[:3] for d in _WEEKDAYS} and w != "of"]
    months = [_month(w) for w in words]
    numbers = [int(w) for w in words if w.isascii() and w.isdigit()]
    month = next((m for m in months if m), None)
    if month is None or len(numbers) + 1 != len(words) or not 1 <= len(numbers) <= 2:
        return None
    if len(numbers) == 2:
        return _day(numbers[1], month, numbers[0])
    day = _day(today.year, month, numbers[0])
    return day if day is None or day >= today else _day(today.year + 1, month, numbers[0])


def _month(word: str) -> int | None:
    name = word.rstrip(".")
    return next((i for i, m in enumerate(_MONTHS, 1) if len(name) >= 3 and m.startswith(name)), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
