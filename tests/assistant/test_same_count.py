"""Two figures count the same thing only where unit, words and what sets apart agree."""

import pytest

from assistant.same_count import counted, same
from corpus.parse import parse

SAME = [
    ("全年举行听证会3场。", "召开公开听证5场。"),
    ("全年代办事项419件。", "全年代办事项536件。"),
    ("为乡镇信访专干讲法治课1堂。", "给乡镇信访专干讲法治课2堂。"),
]
OTHER = [
    ("举行听证会3场。", "举行听证会5次。"),
    ("受理初次信访事项30件。", "受理重复信访事项20件。"),
    ("登记信访事项46件。", "化解信访事项40件。"),
    ("合法性审查35件次。", "社会稳定风险评估35件次。"),
    ("县级领导接访群众10批。", "乡镇领导接访群众9批。"),
]


def _counted(text: str):  # noqa: ANN202
    report = parse(f"柳川县信访局2024年度报告\n一、工作情况\n{text}", "a.txt", text)
    statement = next(one for one in report.statements if one.figures)
    return counted(report, statement, statement.figures[0])


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_thing_in_other_words_is_the_same(one: str, other: str) -> None:
    assert same(_counted(one), _counted(other))


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_another_unit_or_another_thing_is_not(one: str, other: str) -> None:
    assert not same(_counted(one), _counted(other))
