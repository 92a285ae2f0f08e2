"""Typed text as a speech recogniser would write it."""

import re


def as_speech(text: str) -> str:
    """Return `text` without capitals and punctuation but in figures: "20.5", "2,000" and "12%" stay."""
    return re.sub(r"(?:(?<!\d)[.,:]|[.,:](?!\d)|[^\w' .,:%])+", " ", text.lower())
