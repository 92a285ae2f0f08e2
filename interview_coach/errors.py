"""The one kind of error that is meant to be read by the user."""


class CoachError(Exception):
    """Something the user asked for cannot be done.

    `message` says what went wrong and where; `hint`, which may be empty, says what to do about it.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}\n{self.hint}" if self.hint else self.message
