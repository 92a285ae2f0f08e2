"""What the YAML parser complains of, in plain words, at the place where the writer has to look."""

import re
from typing import Final

import yaml

from interview_coach.banks.decode import Lines

# Begins of what libyaml and PyYAML say, and what the writer can do about it.
_IN_PLAIN_WORDS: Final = (
    (
        ("found unexpected end of stream",),
        "the quotes opened here are never closed; put the same quote at the end of the text",
    ),
    (
        ("could not find expected ':'",),
        "expected `key: value` here; a colon and a space are missing, or the text above ended too early",
    ),
    (
        ("did not find expected ',' or ']'", "expected ',' or ']'"),
        "the list in [ ] has no end; expected `,` or `]`, or quotes round a text that begins with `[`",
    ),
    (
        ("did not find expected ',' or '}'", "expected ',' or '}'"),
        "the part in { } has no end; expected `,` or `}`, or quotes round a text that begins with `{`",
    ),
    (
        (
            "found unknown escape character",
            "found invalid Unicode character escape",
            "expected escape sequence",
            "did not find expected hexdecimal number",
        ),
        "this escape is not known; in double quotes write \\\\ for a backslash, or use 'single quotes'",
    ),
    (
        ("block sequence entries are not allowed", "sequence entries are not allowed"),
        "a list item (`- …`) cannot stand here; begin it on a line of its own, or put quotes round the text",
    ),
    (
        (
            "did not find expected comment or line break",
            "expected a comment or a line break",
            "expected chomping or indentation indicators",
        ),
        "after `|` or `>` the text begins on the next line; put quotes round a text that begins with it",
    ),
    (
        ("did not find expected alphabetic or numeric character", "expected alphabetic or numeric character"),
        "a text cannot begin with `*` or `&`; put quotes round it",
    ),
    (
        ("did not find expected '-' indicator",),
        "expected a list item (`- …`) here, below the others; check the indentation",
    ),
    (
        ("found incompatible YAML document",),
        "this `%YAML` version is not known; take the line out",
    ),
    (
        ("did not find expected <document start>", "expected '<document start>'"),
        "nothing may follow the end of the document (`...`); a bank is one document a file",
    ),
)
# Where the trouble began, not where the parser noticed it.
_AT_BEGIN: Final = ("found unexpected end of stream", "could not find expected ':'")
_MISPLACED: Final = (
    "did not find expected key",
    "expected <block end>",
    "did not find expected node content",
    "expected the node content",
)
_CLOSED_BEFORE = re.compile(r"[\"'\]}]\s*$")


def explain(error: yaml.YAMLError | ValueError, lines: Lines) -> tuple[int, str]:
    """Return the code point to look at and what is wrong there."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return 0, "this is not YAML that can be read; expected a question bank"
    problem = error.problem or ""
    mark = error.problem_mark or error.context_mark
    if problem.startswith(_AT_BEGIN) and error.context_mark is not None:
        mark = error.context_mark
    index = min(mark.index, len(lines.text)) if mark is not None else 0
    if (tab := _indenting_tab(lines, index)) is not None:
        return tab, "a tab is used for indentation; use spaces"
    return index, _message(problem, lines, index)


def _message(problem: str, lines: Lines, index: int) -> str:
    if problem.startswith("mapping values are not allowed"):
        return _misplaced_colon(lines, index)
    if problem.startswith("found character"):
        return f"a text cannot begin with `{lines.text[index : index + 1]}`; put quotes round it"
    if problem.startswith(_MISPLACED):
        return _misplaced(lines, index)
    for begins, message in _IN_PLAIN_WORDS:
        if problem.startswith(begins):
            return message
    return f"this is not valid YAML: {problem}"


def _before(lines: Lines, index: int) -> str:
    """Return the part of the line that stands before a code point."""
    line, column = lines.at(index)
    return lines.line(line)[: column - 1]


def _misplaced_colon(lines: Lines, index: int) -> str:
    if ":" in _before(lines, index):
        return "a colon and a space cannot stand in a text as it is; put quotes round the whole text"
    return (
        "this `key:` does not fit here; check its indentation, "
        "and that the line above is complete with a space after its colon"
    )


def _misplaced(lines: Lines, index: int) -> str:
    if index >= len(lines.text.rstrip()):
        return "the file ends too early; expected the rest of a list or of a `key: value` line"
    if _CLOSED_BEFORE.search(_before(lines, index)):
        return (
            "the text goes on after its closing quote or bracket; put quotes round the whole text "
            "(inside 'single quotes' an apostrophe is written twice)"
        )
    return "this line does not fit here; expected `key: value`, indented like the lines it belongs to"


def _indenting_tab(lines: Lines, index: int) -> int | None:
    line, column = lines.at(index)
    text = lines.line(line)
    indent = text[: len(text) - len(text.lstrip(" \t"))]
    return index - column + 1 + indent.index("\t") if "\t" in indent else None
