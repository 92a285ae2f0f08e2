"""The banks a command may name: shipped ones, the user's own, and files from the working directory."""

from functools import cache
from pathlib import Path

from interview_coach.banks import library
from interview_coach.banks.question import Bank
from interview_coach.errors import CoachError
from interview_coach.paths import Paths


def find_bank(reference: str) -> Bank:
    """Return the bank with that id or at that path. Raises `CoachError` where it cannot be used."""
    return library.find_bank(reference, all_banks)


@cache
def all_banks() -> library.Library:
    """Return the shipped banks and the user's own, read once for each process."""
    return library.Library.load(own_folder())


def own_folder() -> Path | None:
    """Return the folder of the user's banks, None where there is no home folder: shipped banks need none."""
    try:
        return Paths.of_user().banks
    except CoachError:
        return None
