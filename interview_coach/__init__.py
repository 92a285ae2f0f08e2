"""Interview Coach: rehearse interview questions in a terminal, offline, against a checklist."""

__version__ = "0.1.0"
