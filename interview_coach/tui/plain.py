"""Text from banks and answers as Textual content: never markup, control characters shown."""

from textual.content import Content

from interview_coach.visible import visible


def plain(text: str, style: str = "") -> Content:
    """Return `text` as it stands, in one style."""
    return Content.styled(visible(text), style) if style else Content(visible(text))


def joined(*parts: Content | tuple[str, str] | str) -> Content:
    """Return the parts one after the other; a string or a (string, style) is taken as it stands."""
    return Content("").join(
        part if isinstance(part, Content) else plain(*part) if isinstance(part, tuple) else plain(part)
        for part in parts
    )


def hanging(content: Content, width: int, *, indent: int, first: int = 0) -> list[Content]:
    """Return the lines of `content` in `width` cells, those after the first indented by `indent` cells.

    The first is indented by `first`.
    """
    room = max(width - indent, 1)
    return [joined(" " * (indent if i else first), line) for i, line in enumerate(content.wrap(room))]
