"""Parts of reports asked for in any words, by number and point; a topic beside them makes them a mere restriction."""

import re
from datetime import date

import pytest

from assistant.parts import PARTS, parts_asked
from assistant.understand import understand
from corpus.report import Report, Role
from corpus.rule import Rule

TODAY = date(2026, 3, 1)


@pytest.mark.parametrize("rule", PARTS, ids=lambda rule: rule.meaning)
def test_a_part_matches_its_example_and_not_its_counter_example(rule: Rule[Role]) -> None:
    assert re.search(rule.pattern, rule.matches, re.IGNORECASE)
    assert not re.search(rule.pattern, rule.rejects, re.IGNORECASE)


@pytest.mark.parametrize(
    ("message", "role"),
    [
        ("柳川县报告揭了自己哪些短", "problem"), ("柳川县来年要干啥", "plan"), ("柳川县向上面要了什么", "suggestion"), ("柳川县干成了哪些事", "work"),
        ("柳川县承认哪些地方没做好", "problem"), ("柳川县准备干嘛", "plan"), ("柳川县希望县里帮什么忙", "suggestion"), ("柳川县报告开头怎么写的", "front"),
        ("What problems does the Liuchuan report admit?", "problem"), ("What did Liuchuan ask the county for?", "suggestion"),
    ],
)  # fmt: skip
def test_a_part_in_everyday_words_wants_the_section(
    message: str, role: Role, county_reports: tuple[Report, ...]
) -> None:
    question = understand(message, [], county_reports, TODAY)
    assert (question.kind, question.roles) == ("section", (role,))


@pytest.mark.parametrize(
    ("message", "number", "point"),
    [("第三部分写了什么", 3, None), ("问题部分第二条", None, 2), ("第十二章第一点", 12, 1), ("最后一条建议", None, -1), ("part two, the last item", 2, -1), ("the second shortcoming", None, 2)],
)  # fmt: skip
def test_numbers_of_parts_and_points_are_read(message: str, number: int | None, point: int | None) -> None:
    parts = parts_asked(message)
    assert (parts.number, parts.point) == (number, point)


@pytest.mark.parametrize("message", ["柳川县听证存在哪些问题", "柳川县打算怎么搞法律顾问", "柳川县有几块公开栏"])
def test_a_topic_is_no_part(message: str, county_reports: tuple[Report, ...]) -> None:
    assert not understand(message, [], county_reports, TODAY).parts.only


@pytest.mark.parametrize(
    "message",
    [
        "柳川县的报告压到150字",
        "柳川县那份，三句话给我说完",
        "别超300字，讲讲柳川县报告",
        "Sum up the Liuchuan report in two sentences",
    ],
)
def test_a_length_wants_a_digest_of_the_whole_report(message: str, county_reports: tuple[Report, ...]) -> None:
    question = understand(message, [], county_reports, TODAY)
    assert question.kind == "digest" and not question.topic.groups
