"""From the bytes of a bank to its text, and from a place in the text to line and column."""

import bisect
import codecs
import re

_LINE_END = re.compile(r"\r\n|\r|\n")
# What YAML 1.1 allows to stand in a file as itself (section 5.1 of its specification), less the byte-order
# mark, which belongs at the start.
_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_OTHER_UNICODE = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_SAVE_AS = "save the file as UTF-8 (in most editors: Save as, encoding UTF-8)"
_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\r")


class Lines:
    """Where the lines of a text begin. Lines end as in an editor: LF, CR LF or CR."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def at(self, index: int) -> tuple[int, int]:
        """Return line and column, both from 1, of a code point of the text."""
        line = bisect.bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Return the line with that number, from 1, without its end."""
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return self.text[self._starts[number - 1] : end].rstrip("\r\n")


class NotTextError(ValueError):
    """The bytes are not the text of a YAML file. `line` and `column`, from 1, say where that shows."""

    def __init__(self, message: str, readable: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.line, self.column = Lines(readable).at(len(readable))


def decode(data: bytes) -> str:
    """Return the text of UTF-8 bytes, without a byte-order mark.

    Raises `NotTextError` for another encoding, binary data, and characters that YAML forbids as they are.
    """
    for mark, name in _OTHER_UNICODE:
        if data.startswith(mark):
            raise NotTextError(f"the file is in {name}, expected UTF-8; {_SAVE_AS}")
    if _without_mark(data):
        raise NotTextError(f"the file is in UTF-16 or UTF-32, expected UTF-8; {_SAVE_AS}")
    if _is_binary(data):
        raise NotTextError("this is not a text file; expected a question bank in YAML")
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        message = f"byte 0x{data[error.start]:02X} is not UTF-8; {_SAVE_AS}"
        raise NotTextError(message, data[: error.start].decode()) from None
    if found := _FORBIDDEN.search(text):
        raise NotTextError(_forbidden(ord(found[0])), text[: found.start()])
    return text


def _without_mark(data: bytes) -> bool:
    """Return whether this looks like UTF-16 or UTF-32 of a Latin text: every second byte, or more, is NUL."""
    begin = data[:64]
    return b"\0" in begin[:2] and begin.count(0) >= len(begin) // 3


def _is_binary(data: bytes) -> bool:
    """Return whether more than 2 % of the beginning are control characters; a text has one by accident."""
    begin = data[:8192]
    controls = len(begin) - len(begin.translate(None, _CONTROLS))
    return controls > max(2, len(begin) // 50)


def _forbidden(code: int) -> str:
    escape = f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}"
    return (
        f"the control character U+{code:04X} cannot stand in a YAML file as it is; "
        f'take it out, or write it as {escape} in a text in "double quotes"'
    )
