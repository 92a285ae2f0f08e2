"""What the reader makes of a bank without faults."""

from pathlib import Path

import pytest
import yaml

from interview_coach.banks.question import Bank, Point, PointKind, Question, QuestionType
from interview_coach.banks.reader import check_bank, check_data, parse_bank, read_bank

SMALL = """\
format: 1
id: nights
questions:
- id: lift
  ask: How do you lift a heavy box safely?
  checklist:
  - point: Bends the knees
"""

FULL = """\
format: 1
id: warehouse
title: Warehouse and forklift
language: EN-gb
description: >
  For the shop floor.
questions:
  - id: unsafe-request
    ask: Tell me about a time you were asked to do something unsafe.
    type: situational
    competency: safety
    seconds: 90
    think: 0
    checklist:
      - id: situation
        kind: situation
        point: Names a specific occasion
        weight: 2.5
        counts: [Last May in Leeds, "On nights: bay 3"]
        does_not_count:
          - It happens.
        probe: Where was that?
        tip: Open with the place.
    sample: |
      First line.

      Third line.
"""


def parsed(text: str) -> Bank:
    return parse_bank(text.encode(), "b.yaml")


@pytest.fixture(params=["libyaml", "pure"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a test with libyaml's loader and with PyYAML's own, which stands in where libyaml is missing."""
    if request.param == "pure":
        monkeypatch.delattr(yaml, "CSafeLoader")
    elif not yaml.__with_libyaml__:
        pytest.skip("PyYAML was built without libyaml here")


@pytest.mark.usefixtures("loader")
def test_a_full_bank_keeps_every_field() -> None:
    assert parse_bank(FULL.encode(), "b.yaml", Path("x.yaml")) == Bank(
        id="warehouse",
        title="Warehouse and forklift",
        language="en-gb",
        description="For the shop floor.",
        source=Path("x.yaml"),
        questions=(
            Question(
                id="unsafe-request",
                ask="Tell me about a time you were asked to do something unsafe.",
                type=QuestionType.SITUATIONAL,
                competency="safety",
                seconds=90,
                think=0,
                sample="First line.\n\nThird line.",
                checklist=(
                    Point(
                        id="situation",
                        kind=PointKind.SITUATION,
                        text="Names a specific occasion",
                        weight=2.5,
                        counts=("Last May in Leeds", "On nights: bay 3"),
                        does_not_count=("It happens.",),
                        probe="Where was that?",
                        tip="Open with the place.",
                    ),
                ),
            ),
        ),
    )


@pytest.mark.usefixtures("loader")
def test_what_is_left_out_is_the_default() -> None:
    bank = parsed(SMALL)
    assert (bank.title, bank.language, bank.description, bank.source) == ("Nights", "en", "", None)
    question = bank.questions[0]
    assert question == Question(
        id="lift",
        ask="How do you lift a heavy box safely?",
        checklist=(Point(id="bends-the-knees", text="Bends the knees"),),
        type=QuestionType.TECHNICAL,
    )


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\xef\xbb\xbf" + SMALL.encode(), id="byte-order mark"),
        pytest.param(SMALL.replace("\n", "\r\n").encode(), id="CR LF"),
        pytest.param(SMALL.replace("\n", "\r").encode(), id="CR"),
        pytest.param(("---\n" + SMALL + "...\n").encode(), id="document marks"),
        pytest.param(("# a note\n%YAML 1.1\n---\n" + SMALL).encode(), id="directive"),
    ],
)
@pytest.mark.usefixtures("loader")
def test_the_same_bank_in_other_clothes(data: bytes) -> None:
    assert parse_bank(data, "b.yaml") == parsed(SMALL)


def test_point_ids_made_from_texts_are_unique_and_leave_written_ids_alone() -> None:
    points = "".join(
        f"  - {point}\n"
        for point in (
            "point: Names a figure",
            "point: names a FIGURE!",
            "{id: names-a-figure-2, point: Another}",
            "point: Names a figure",
            "point: 数字",
            "point: Says why, and what came first, and what came after it all",
        )
    )
    bank = parsed(SMALL.replace("  - point: Bends the knees\n", points))
    assert [point.id for point in bank.questions[0].checklist] == [
        "names-a-figure",
        "names-a-figure-3",
        "names-a-figure-2",
        "names-a-figure-4",
        "point",
        "says-why-and-what-came-first-and-what",
    ]


@pytest.mark.parametrize("written", ["12", "2024-01-01", "'12'", "1_000", "größe", "A-b_9", "数字", "-x"])
def test_an_id_is_taken_as_it_is_written(written: str) -> None:
    assert parsed(SMALL.replace("id: nights", f"id: {written}")).id == written.strip("'")


def test_norwegian_is_a_language_and_not_false() -> None:
    assert parsed(SMALL + "language: no\n").language == "no"


@pytest.mark.parametrize(
    ("written", "weight"), [("3", 3.0), ("0.5", 0.5), (".5", 0.5), ("2.", 2.0), ("1e2", 100.0), ("+1", 1.0)]
)
def test_a_weight_may_be_written_as_any_decimal(written: str, weight: float) -> None:
    bank = parsed(SMALL + f"    weight: {written}\n")
    assert bank.questions[0].checklist[0].weight == weight


def test_octal_and_sexagesimal_numbers_of_yaml_are_not_read_into_seconds() -> None:
    assert parsed(SMALL.replace("  ask", "  seconds: 060\n  ask")).questions[0].seconds == 60
    assert check_data(SMALL.replace("  ask", "  seconds: 2:00\n  ask").encode(), "b").bank is None


def test_control_characters_written_as_escapes_are_data() -> None:
    bank = parsed(SMALL.replace("Bends the knees", '"\\0\\e[31mred\\e[0m [@click=app.quit]x[/]"'))
    assert bank.questions[0].checklist[0].text == "\0\x1b[31mred\x1b[0m [@click=app.quit]x[/]"


def test_white_space_in_quotes_is_kept_and_the_line_end_of_a_block_is_not() -> None:
    bank = parsed(SMALL + '    probe: " a\\n"\n    tip: |+\n      b\n\n\n')
    assert (bank.questions[0].checklist[0].probe, bank.questions[0].checklist[0].tip) == (" a\n", "b")


@pytest.mark.parametrize("key", ["title", "language", "description"])
def test_an_optional_key_without_a_value_is_as_if_left_out(key: str) -> None:
    assert parsed(SMALL + f"{key}:\n") == parsed(SMALL)


def test_a_file_is_read_and_remembered_as_source(tmp_path: Path) -> None:
    path = tmp_path / "nights.yaml"
    path.write_text(SMALL, encoding="utf-8")
    assert read_bank(path).source == path
    assert check_bank(path).bank == read_bank(path)


def test_the_report_knows_where_a_part_stands() -> None:
    from interview_coach.banks.places import Part

    places = check_data(FULL.encode(), "b.yaml").places
    assert places.of(Part(key="id")) == (2, 5)
    assert places.of(Part("unsafe-request", key="ask")) == (9, 10)
    assert places.of(Part("unsafe-request", "situation", "weight")) == (18, 17)
    assert places.of(Part("unsafe-request", "situation", "tip")) == (15, 9)
    assert places.of(Part("unsafe-request", "no-such-point")) == (8, 5)
    assert places.of(Part("no-such-question")) == (1, 1)


def test_the_labelled_answers_read_without_errors() -> None:
    path = Path(__file__).parents[4] / "shared" / "gold" / "dev.yaml"
    if not path.exists():
        pytest.skip(f"the labelled development answers are not here ({path})")
    report = check_bank(path)
    assert report.bank is not None
    assert len(report.bank.questions) == 12
    assert {fault.message for fault in report.faults} == {"unknown key `answers` is ignored"}
