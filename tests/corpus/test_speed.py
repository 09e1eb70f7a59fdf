"""No regular expression of ours, and no parse, takes long over a text made to make it slow."""

import re

import pytest

from corpus.parse import parse
from tests.corpus.known import marked
from tests.corpus.patterns import STEPS, seconds, tables, texts

ALLOWED = 0.1
"""Processor seconds for one expression over 50,000 characters (row 27 of the table of faults)."""
PARSED = 1.0
"""Processor seconds for a whole report of 12,800 characters of one kind; a real one of that length takes 0.1."""
TABLES = tables()
QUADRATIC = "time grows with the square of the text or worse"
SLOW = {}
SLOW_PARSES = {}


def _use(pattern: re.Pattern[str], use: str, text: str) -> object:
    if use == "match":
        return pattern.match(text)
    return sum(1 for _ in pattern.finditer(text))


@pytest.mark.parametrize("name", marked(TABLES, SLOW))
def test_a_regular_expression_is_quick_over_its_own_class_repeated(name: str) -> None:
    pattern, use = TABLES[name]
    for length in STEPS:
        for text in texts(pattern, length):
            taken = seconds(lambda text=text: _use(pattern, use, text), ALLOWED)
            assert taken < ALLOWED, f"{taken:.2f} s over {length} characters: {text[:12]}…{text[-6:]}"


def test_the_tables_are_found() -> None:
    assert len(TABLES) > 80


@pytest.mark.parametrize(
    "unit",
    marked(["字", "1", " ", "，", "一、", "（一）", "一是", "将", "（", "#", "|", "3件", "一", "a", "\n", "1.", "。"], SLOW_PARSES),
)  # fmt: skip
def test_a_report_of_one_repeated_piece_is_parsed_in_seconds(unit: str) -> None:
    for length in STEPS[3:9]:
        text = "柳川县信访局2024年度工作报告\n一、工作情况\n" + unit * (length // len(unit))
        taken = seconds(lambda text=text: parse(text, "报告.txt", "id"), PARSED, 1)
        assert taken < PARSED, f"{taken:.2f} s over {length} characters"
