"""A census sorted by level, year or region: every report in one group, rows and columns that add up."""

import re

import pytest

from assistant import asked_shape
from assistant.asked_shape import grouping_of
from assistant.service import Assistant
from tests.assistant.asked import ask


@pytest.mark.parametrize("rule", asked_shape.GROUPING_RULES, ids=lambda rule: rule.meaning)
def test_a_grouping_is_read_from_its_example_only(rule) -> None:  # noqa: ANN001
    assert grouping_of(rule.matches) == rule.meaning
    assert grouping_of(rule.rejects) is None


@pytest.mark.parametrize(
    ("question", "heads"),
    [
        ("哪些机关举行过信访听证，按级别分", ["省级", "市级", "县级"]),
        ("哪些机关举行过信访听证，按年份列", ["2023", "2024", "2025"]),
        ("Which bureaus held petition hearings, by level?", ["province", "city", "county"]),
    ],
)
def test_groups_stand_in_order_and_their_counts_add_up(
    question: str, heads: list[str], sample_library: Assistant
) -> None:
    answer = ask(sample_library, question)
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in answer.text.splitlines()
        if line.startswith("|")
    ]
    body = [row for row in rows[2:-1]]
    assert [row[0] for row in body] == heads
    counts = [[int(re.match(r"\d+", cell).group()) for cell in row[1:]] for row in rows[2:]]
    assert all(sum(row[:-1]) == row[-1] for row in counts)
    assert [sum(column) for column in zip(*counts[:-1], strict=True)] == counts[-1]
    assert counts[-1][-1] == answer.searched.reports == 4
    assert answer.arranged


def test_a_level_asked_for_is_a_choice_and_no_grouping(sample_library: Assistant) -> None:
    answer = ask(sample_library, "县级机关举行过信访听证的有哪些")
    assert answer.understood.levels == ("county",) and not answer.arranged
