"""Text from banks and answers, made safe for a terminal: control characters are shown, never acted on."""

from typing import Final

_CONTROL_PICTURES: Final = 0x2400
_DELETE_PICTURE: Final = 0x2421
_REPLACEMENT: Final = 0xFFFD
# Embeddings, overrides and isolates reorder everything after them on the line (Unicode TR9), so a
# hostile question could make the screen lie. Letters of right-to-left scripts are left alone.
_BIDI_CONTROLS: Final = (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)

_VISIBLE: Final[dict[int, int]] = {
    **{code: _CONTROL_PICTURES + code for code in range(0x20) if code != 0x0A},
    0x7F: _DELETE_PICTURE,
    **dict.fromkeys(range(0x80, 0xA0), _REPLACEMENT),
    **dict.fromkeys(_BIDI_CONTROLS, _REPLACEMENT),
    # A lone surrogate cannot be encoded, so it would stop the terminal's writer.
    **dict.fromkeys(range(0xD800, 0xE000), _REPLACEMENT),
    0x2028: _CONTROL_PICTURES + 0x0A,
    0x2029: _CONTROL_PICTURES + 0x0A,
    0x09: 0x20,
}


def visible(text: str) -> str:
    """Return `text` with every control character replaced by one printable character.

    Line feeds stay. The result has as many code points as `text`, so evidence spans fit both.
    """
    return text.translate(_VISIBLE)


def one_line(text: str, width: int | None = None) -> str:
    """Return `text` on one line, white space folded, cut to `width` code points with an ellipsis."""
    line = " ".join(visible(text).split())
    if width is not None and len(line) > width:
        return line[: max(width - 1, 0)] + "…"
    return line
