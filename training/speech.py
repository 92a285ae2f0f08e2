"""Typed text as a speech recogniser would write it."""

import re


def as_speech(text: str) -> str:
    """Return `text` without capitals and punctuation."""
    return re.sub(r"[^\w' ]+", " ", text.lower())
