"""What a figure is said of, sentence by sentence."""

import pytest

from assistant.counted import said_of
from corpus.parse import parse


def said(sentence: str, figure: str):
    report = parse(f"柳川县信访局2024年度法治政府建设工作报告\n一、工作情况\n{sentence}", "a.txt", "a")
    for statement in report.statements:
        for found in statement.figures:
            if found.text == figure:
                return said_of(report, statement, found)
    raise AssertionError(f"no figure {figure}")


def test_a_verb_belongs_to_the_number_beside_it_and_a_noun_is_handed_down() -> None:
    first, second = (said("登记重复信访事项46件，其中化解40件。", text) for text in ("46件", "40件"))

    assert "登记重复信访" in first.own and "化解" not in first.own
    assert "化解" in second.own and "重复信访" in second.handed


def test_a_semicolon_ends_what_is_handed_down() -> None:
    other = said("登记重复信访事项46件；举办培训3期。", "3期")

    assert "重复信访" not in other.handed
    assert "重复信访" in other.earlier


def test_two_numbers_of_one_part_share_it_at_the_first() -> None:
    assert said("牵头包联的52件疑难事项办结49件。", "52件").own == "牵头包联的52件疑难事项办结"
    assert said("牵头包联的52件疑难事项办结49件。", "49件").own == "疑难事项办结49件"


@pytest.mark.parametrize(
    ("sentence", "figure", "former", "change"),
    [
        ("代理员由上年的86名增加到102名。", "86名", True, False),
        ("代理员由上年的86名增加到102名。", "102名", False, False),
        ("代办事项536件，比上年多117件。", "117件", False, True),
        ("台下坐了130余人。", "130余人", False, False),
    ],
)
def test_old_values_and_differences_are_told_apart(sentence: str, figure: str, former: bool, change: bool) -> None:
    found = said(sentence, figure)

    assert (found.former, found.change) == (former, change)
