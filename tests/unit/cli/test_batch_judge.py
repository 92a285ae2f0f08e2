"""One line of a batch: scored, or refused in words, and never a number that is none."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.banks.question import Bank, Point, PointKind, Question
from interview_coach.cli.batch_judge import Judge
from interview_coach.cli.batch_lines import Line
from interview_coach.errors import CoachError

QUESTION = Question("why", "Why did you do it?", (Point("own", "Says what they did", PointKind.OWNERSHIP),))
BANK = Bank("shop", (QUESTION,))


class FakeShelf:
    """Finds one bank and counts how often it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def find(self, reference: str) -> Bank:
        self.asked.append(reference)
        if reference.startswith("shop"):
            return BANK
        raise CoachError(f"There is no question bank `{reference}`.")


def judged(*lines: bytes | None) -> list[dict[str, Any]]:
    """Judge lines and return what was written for each."""
    output = Judge(FakeShelf().find).judge(Line(n, line) for n, line in enumerate(lines, 1)).output
    return [json.loads(line) for line in output.decode("utf-8").splitlines()]


def line(**changed: object) -> bytes:
    """A good line, with changes; a value of `...` leaves the key out."""
    whole = {
        "id": 7,
        "bank": "shop",
        "question": "why",
        "answer": "Last May I counted every single box twice, because the scanner had missed two.",
    } | changed
    return json.dumps({key: value for key, value in whole.items() if value is not ...}).encode()


def test_a_good_line_has_the_keys_of_the_contract_in_order() -> None:
    (answer,) = judged(line())

    assert list(answer) == [
        "id", "bank", "question", "status", "reason", "score", "interval", "points", "delivery", "scorer",
    ]  # fmt: skip
    assert (answer["id"], answer["bank"], answer["question"]) == (7, "shop", "why")
    assert list(answer["points"][0]) == [
        "id",
        "kind",
        "verdict",
        "confidence",
        "counted",
        "evidence",
        "advice",
    ]


@pytest.mark.parametrize("line_id", ["k", 0, -1.5, None])
def test_the_id_comes_back_as_it_was(line_id: object) -> None:
    assert judged(line(id=line_id))[0]["id"] == line_id


def test_an_id_may_be_left_out() -> None:
    assert judged(line(id=...))[0]["id"] is None


@pytest.mark.parametrize(
    ("bad", "line_id", "says"),
    [
        (b"nonsense", None, "not JSON"),
        (b'{"id": 7, "bank":', None, "not JSON"),
        (b"[1]", None, "not a list"),
        (b"null", None, "not null"),
        (b'"text"', None, "not text"),
        (b"\xff\xfe{}", None, "not UTF-8: byte 1"),
        (b'{"id": NaN}', None, "NaN is no JSON number"),
        (b'{"id": -Infinity}', None, "-Infinity is no JSON number"),
        (b'{"id": 1e999}', None, "too large"),
        (b'{"id": ' + b"9" * 5000 + b"}", None, "not JSON"),
        (b"[" * 100_000, None, "nested too deeply"),
        (None, None, "longer than 4 MB"),
        (line(id=[1]), None, "“id” must be text or a number, not a list"),
        (line(id=True), None, "not true or false"),
        (line(answer=...), 7, "“answer” is missing"),
        (line(bank=...), 7, "“bank” is missing"),
        (line(question=...), 7, "“question” is missing"),
        (line(answer=None), 7, "“answer” must be text, not null"),
        (line(answer=5), 7, "not a number"),
        (line(question={}), 7, "not an object"),
        (line(bank="nowhere"), 7, "no question bank `nowhere`"),
        (line(question="wy"), 7, "no question “wy”; did you mean “why”?"),
    ],
)
def test_a_bad_line_says_what_is_wrong_and_the_next_is_scored(
    bad: bytes | None, line_id: object, says: str
) -> None:
    first, second = judged(bad, line())

    assert list(first) == ["id", "line", "error"]
    assert (first["id"], first["line"]) == (line_id, 1)
    assert says in first["error"]
    assert second["id"] == 7
    assert second["status"] in ("scored", "not_scored")


def test_bad_lines_are_counted() -> None:
    result = Judge(FakeShelf().find).judge([Line(1, b"x"), Line(2, line()), Line(3, None)])

    assert (result.lines, result.bad) == (3, 2)


def test_half_a_surrogate_pair_reads_back_as_it_was() -> None:
    (answer,) = judged(line(id="\ud800", answer="\udfff I counted every box twice last May, all of them."))

    assert answer["id"] == "\ud800"


@given(st.text(max_size=200))
def test_any_answer_gives_utf_8_and_evidence_that_lies_in_it(text: str) -> None:
    (answer,) = judged(line(answer=text))

    for point in answer["points"]:
        if point["evidence"]:
            assert text[point["evidence"]["start"] : point["evidence"]["end"]] == point["evidence"]["text"]


def test_a_bank_is_read_once_and_so_is_one_that_cannot_be() -> None:
    shelf = FakeShelf()
    judge = Judge(shelf.find)

    judge.judge([Line(n, line(bank=bank)) for n, bank in enumerate(["shop", "nope", "shop", "nope"])])

    assert shelf.asked == ["shop", "nope"]


def test_thousands_of_banks_are_not_all_kept() -> None:
    shelf = FakeShelf()
    judge = Judge(shelf.find)

    judge.judge([Line(n, line(bank=f"shop-{n % 1000}")) for n in range(1001)])

    assert shelf.asked.count("shop-0") == 2
