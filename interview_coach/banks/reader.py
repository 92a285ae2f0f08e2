"""Reading a bank of format 1: every fault of a file at once, each with its line and column."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

from interview_coach.banks.bankfile import read_bytes
from interview_coach.banks.document import read_document
from interview_coach.banks.faults import BankError, Fault, Severity, in_order
from interview_coach.banks.fields import Faults, Fields, describe, quoted, report_duplicate_keys
from interview_coach.banks.identity import Names, slug, title_of
from interview_coach.banks.lint import lint
from interview_coach.banks.places import Part, Places
from interview_coach.banks.question import (
    DEFAULT_COMPETENCY,
    DEFAULT_SECONDS,
    DEFAULT_THINK,
    Bank,
    Point,
    PointKind,
    Question,
    QuestionType,
)
from interview_coach.banks.recognise import recognise_type

FORMAT: Final = 1
"""The bank format this reader knows."""

MAX_WEIGHT: Final = 1000.0
SECONDS: Final = (10, 3600)
"""Shortest and longest target length of an answer, in seconds."""
MAX_THINK: Final = 3600
"""Longest thinking time, in seconds."""

# BCP 47 in the shape that matters here: a language, then script, region or variant.
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}")

_BANK = (("format", "id", "questions"), ("title", "language", "description"))
_QUESTION = (("id", "ask", "checklist"), ("type", "competency", "seconds", "think", "sample"))
_POINT = (("point",), ("id", "kind", "weight", "counts", "does_not_count", "probe", "tip"))


@dataclass(frozen=True, slots=True)
class Report:
    """What reading one file gave: the bank, or None where it has errors, and all faults, warnings too."""

    bank: Bank | None
    faults: tuple[Fault, ...]
    places: Places
    """Where the parts of `bank` stand; empty where it is None."""

    @property
    def errors(self) -> tuple[Fault, ...]:
        """The faults that keep the bank from being used."""
        return tuple(fault for fault in self.faults if fault.severity is Severity.ERROR)


def read_bank(source: Path) -> Bank:
    """Return the bank in a file. Raises `BankError` where it cannot be read or has errors."""
    return _bank_of(check_bank(source))


def parse_bank(data: bytes, name: str, source: Path | None = None) -> Bank:
    """Return the bank in `data`; `name` stands in the faults, `source` in the bank. Raises `BankError`."""
    return _bank_of(check_data(data, name, source))


def check_bank(path: Path) -> Report:
    """Return the bank in a file with its errors and warnings. Never raises for what the file holds or is."""
    try:
        data = read_bytes(path)
    except BankError as error:
        return Report(None, error.faults, Places())
    return check_data(data, str(path), path)


def check_data(data: bytes, name: str, source: Path | None = None) -> Report:
    """Return the bank in `data` with its errors and warnings; see `parse_bank` for the arguments."""
    try:
        document = read_document(data, name)
    except BankError as error:
        return Report(None, error.faults, Places())
    faults = Faults(name, document)
    reader = _Reader(faults, source)
    bank = reader.bank(document.root)
    if bank is None or faults.any_errors:
        return Report(None, in_order(faults.found), Places())
    return Report(bank, in_order([*faults.found, *lint(bank, reader.places, name)]), reader.places)


def _bank_of(report: Report) -> Bank:
    if report.bank is None:
        raise BankError(report.errors)
    return report.bank


class _Reader:
    """One reading of one file: from nodes to questions, noting faults and places on the way."""

    def __init__(self, faults: Faults, source: Path | None) -> None:
        self.places = Places()
        self._faults = faults
        self._source = source

    def bank(self, root: yaml.Node) -> Bank | None:
        if not isinstance(root, yaml.MappingNode):
            found = describe(root)
            self._faults.error(
                root, f"the file is {found}, expected a bank that begins with `format: {FORMAT}`"
            )
            return None
        if self._is_newer(root):
            return None
        report_duplicate_keys(self._faults)
        fields = Fields(self._faults, root, "bank", *_BANK)
        self._check_format(fields)
        bank_id = fields.id()
        language = self._language(fields)
        title, description = fields.text("title"), fields.text("description")
        questions = self._questions(fields)
        if bank_id is None or not questions:
            return None
        self._keep(Part(), fields, ("id", "title", "language"))
        return Bank(
            id=bank_id,
            questions=questions,
            title=title if title and title.strip() else title_of(bank_id),
            language=language,
            description=description or "",
            source=self._source,
        )

    def _is_newer(self, root: yaml.MappingNode) -> bool:
        """Note the one fault that matters of a file from a newer version: the rest cannot be judged."""
        for key, value in root.value:
            named = isinstance(key, yaml.ScalarNode) and key.value == "format"
            if named and isinstance(value, yaml.ScalarNode) and re.fullmatch("[0-9]{1,9}", value.value):
                if int(value.value) <= FORMAT:
                    return False
                self._faults.error(
                    value,
                    f"this bank is of format {value.value}, made for a newer version of Interview Coach; "
                    f"this version reads format {FORMAT}",
                )
                return True
        return False

    def _check_format(self, fields: Fields) -> None:
        node = fields.value("format")
        if node is None or (
            isinstance(node, yaml.ScalarNode) and node.value == str(FORMAT) and not node.style
        ):
            return
        self._faults.error(
            node, f"`format` is {describe(node)}, expected the number {FORMAT}, without quotes"
        )

    def _language(self, fields: Fields) -> str:
        written = fields.written("language")
        if written is None:
            return "en"
        if not _LANGUAGE.fullmatch(written.lower()):
            expected = "expected a language tag such as `en`, `pt-br` or `de`"
            self._faults.error(fields.place("language"), f"`language` is {quoted(written)}, {expected}")
        return written.lower()

    def _questions(self, fields: Fields) -> tuple[Question, ...]:
        nodes = fields.mappings("questions", "question") or []
        all_fields = [Fields(self._faults, node, "question", *_QUESTION) for node in nodes]
        ids = [question.id() for question in all_fields]
        self._report_twins("question", zip(all_fields, ids, strict=True))
        questions = [self._question(*pair) for pair in zip(all_fields, ids, strict=True)]
        return tuple(question for question in questions if question is not None)

    def _question(self, fields: Fields, question_id: str | None) -> Question | None:
        ask = fields.text("ask", blank="write the question")
        chosen = fields.choice("type", QuestionType)
        competency = fields.text("competency", blank="name one or leave it out")
        seconds = fields.whole("seconds", DEFAULT_SECONDS, *SECONDS)
        think = fields.whole("think", DEFAULT_THINK, 0, MAX_THINK)
        sample = fields.text("sample")
        checklist = self._checklist(fields, question_id or "")
        if question_id is None or ask is None or not checklist:
            return None
        self._keep(
            Part(question_id), fields, ("id", "ask", "type", "competency", "seconds", "think", "checklist")
        )
        return Question(
            id=question_id,
            ask=ask,
            checklist=checklist,
            type=chosen or recognise_type(ask),
            competency=competency or DEFAULT_COMPETENCY,
            seconds=seconds,
            think=think,
            sample=sample,
        )

    def _checklist(self, fields: Fields, question_id: str) -> tuple[Point, ...]:
        nodes = fields.mappings("checklist", "point") or []
        all_fields = [Fields(self._faults, node, "point", *_POINT) for node in nodes]
        ids = [point.id() for point in all_fields]
        self._report_twins("point", zip(all_fields, ids, strict=True))
        # Ids that are written come first, so that a made one never takes the name of a point further down.
        names = Names(point_id for point_id in ids if point_id is not None)
        points = []
        for point_fields, written in zip(all_fields, ids, strict=True):
            point = self._point(point_fields, written, names)
            if point is not None:
                self._keep(
                    Part(question_id, point.id),
                    point_fields,
                    ("point", "weight", "kind", "counts", "does_not_count"),
                )
                points.append(point)
        return tuple(points)

    def _point(self, fields: Fields, written: str | None, names: Names) -> Point | None:
        text = fields.text("point", blank="say what the answer must do")
        kind = fields.choice("kind", PointKind)
        weight = fields.number("weight", 1.0, MAX_WEIGHT)
        counts, does_not_count = fields.texts("counts"), fields.texts("does_not_count")
        probe, tip = fields.text("probe"), fields.text("tip")
        if text is None:
            return None
        point_id = written or names.new(slug(text, "point"))
        return Point(point_id, text, kind or PointKind.CONTENT, weight, counts, does_not_count, probe, tip)

    def _report_twins(self, what: str, pairs: Iterable[tuple[Fields, str | None]]) -> None:
        first: dict[str, int] = {}
        for fields, part_id in pairs:
            if part_id is None:
                continue
            node = fields.place("id")
            line, _ = self._faults.at(node)
            if part_id in first:
                where = f"first in line {first[part_id]}"
                self._faults.error(
                    node, f"{what} id {quoted(part_id)} is here a second time ({where}); keep one"
                )
            first.setdefault(part_id, line)

    def _keep(self, part: Part, fields: Fields, keys: tuple[str, ...]) -> None:
        self.places.put(part, self._faults.at(fields.node))
        for key in keys:
            if (node := fields.value(key)) is not None:
                self.places.put(part._replace(key=key), self._faults.at(node))
