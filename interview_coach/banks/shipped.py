"""Where the banks that come with the app lie."""

from pathlib import Path

import interview_coach


def shipped_banks_dir() -> Path:
    """Return the folder of the shipped banks.

    In a wheel they lie inside the package; in a checkout, and so in an editable install, beside it.
    """
    package = Path(interview_coach.__file__).resolve().parent
    inside = package / "question_banks"
    return inside if inside.is_dir() else package.parent / "question_banks"
