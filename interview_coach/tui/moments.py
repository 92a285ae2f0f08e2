"""When an answer was given, as people write it: in their own time zone, in English on every system."""

from datetime import datetime

from interview_coach.coaching.days import say_day

_UNKNOWN = "date unknown"


def say_moment(moment: datetime) -> str:
    """Return an aware `moment` in local time with its year: 23 Nov 2026 18:42."""
    local = _local(moment)
    return f"{_day_and_month(local)} {local.year} {_clock(local)}" if local else _UNKNOWN


def say_moment_briefly(moment: datetime, now: datetime) -> str:
    """Return `moment` in at most 12 characters: 23 Nov 18:42 in the year of `now`, 23 Nov 2025 otherwise."""
    local, this_year = _local(moment), _local(now)
    if local is None:
        return _UNKNOWN
    if this_year is not None and local.year == this_year.year:
        return f"{_day_and_month(local)} {_clock(local)}"
    return f"{_day_and_month(local)} {local.year}"


def _local(moment: datetime) -> datetime | None:
    # The journal reads a spoilt time as the year 1, which some time zones cannot express.
    if moment.year == 1:
        return None
    return moment.astimezone()


def _day_and_month(local: datetime) -> str:
    return say_day(local.date()).partition(" ")[2]


def _clock(local: datetime) -> str:
    return f"{local.hour:02d}:{local.minute:02d}"
