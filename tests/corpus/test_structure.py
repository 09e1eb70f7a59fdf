"""Sections cover a report from its first to its last character, each with its path and role."""

import pytest
from hypothesis import given

from corpus.parse import parse
from corpus.report import Report
from corpus.roles import inner_role, top_role
from corpus.structure import sections_of
from tests.corpus.pieces import REPEATABLE, canonical

TEXT = """柳川县信访局2024年度法治政府建设工作报告
县委、县政府：
现将2024年度工作报告如下。
一、主要举措和成效
（一）守好源头。开展排查12轮。
1.网格排查
网格员上报线索90条。
2.部门会商
召开会商会6次。
（二）办好来件
按期办结率98%。
二、存在的不足
人手偏少。
三、2025年工作安排
继续抓好培训。
四、履行法院生效裁判情况
无。
五、对全县工作的意见建议
建议增加编制。
六、其他需要报告的事项
无。
柳川县信访局
2025年1月8日"""


def _report(text: str) -> Report:
    return parse(text, "报告.txt", "id")


def test_every_section_has_its_path_and_role() -> None:
    report = _report(TEXT)
    assert [(section.path[-1] if section.path else "", section.role, section.level) for section in report.sections] == [
        ("", "front", 0),
        ("一、主要举措和成效", "work", 1),
        ("（一）守好源头。", "work", 2),
        ("1.网格排查", "work", 3),
        ("2.部门会商", "work", 3),
        ("（二）办好来件", "work", 2),
        ("二、存在的不足", "problem", 1),
        ("三、2025年工作安排", "plan", 1),
        ("四、履行法院生效裁判情况", "judgment", 1),
        ("五、对全县工作的意见建议", "suggestion", 1),
        ("六、其他需要报告的事项", "other", 1),
        ("", "back", 0),
    ]
    assert report.sections[3].path == ("一、主要举措和成效", "（一）守好源头。", "1.网格排查")


def test_a_section_ends_after_its_subsections_and_its_own_text_before_them() -> None:
    report = _report(TEXT)
    first = report.sections[1]
    assert report.text[first.start : first.end].rstrip().endswith("按期办结率98%。")
    assert report.text[first.start : first.own_end].strip() == "一、主要举措和成效"


def test_head_and_closing_lines_are_sections_of_their_own() -> None:
    report = _report(TEXT)
    assert report.text[: report.sections[0].end].strip().endswith("现将2024年度工作报告如下。")
    assert report.text[report.sections[-1].start :] == "柳川县信访局\n2025年1月8日"


def _tile(text: str, sections: tuple) -> None:
    cursor = 0
    for section in sections:
        assert section.start == cursor <= section.own_end <= section.end <= len(text)
        cursor = section.own_end
    assert cursor == len(text)


@REPEATABLE
@given(canonical)
def test_the_own_texts_of_sections_tile_the_report(text: str) -> None:
    sections, ends = sections_of(text, frozenset(), 2024)
    _tile(text, sections)
    assert len(ends) == len(sections)
    for section, end in zip(sections, ends, strict=True):
        assert section.start <= end <= section.own_end
        assert len(section.path) == section.level
        assert section.path[-1:] == ((section.heading,) if section.level else ())


@REPEATABLE
@given(canonical)
def test_a_section_reaches_over_exactly_its_subsections(text: str) -> None:
    sections, _ = sections_of(text, frozenset(), 2024)
    for index, section in enumerate(sections):
        inside = [
            other for other in sections[index + 1 :] if section.level and other.path[: section.level] == section.path
        ]
        below = [other for other in inside if other.start < section.end]
        assert section.end == max([section.own_end, *(other.own_end for other in below)])


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("一、工作开展情况", "work"), ("一、2024年法治政府建设主要举措和成效", "work"), ("一、年度亮点", "work"), ("一、立规矩，织密制度之网", "work"),
        ("二、存在的主要问题", "problem"), ("二、存在问题及原因分析", "problem"), ("三、困难和短板", "problem"), ("二、推进法治建设存在的不足", "problem"),
        ("三、下步工作计划", "plan"), ("三、下一步工作打算", "plan"), ("三、2025年工作思路", "plan"), ("四、今后努力方向", "plan"), ("三、2025年重点工作", "plan"),
        ("一、主要负责人履行推进法治建设第一责任人职责情况", "duty"), ("一、党政主要负责人述法情况", "duty"), ("四、履行法院生效裁判情况", "judgment"),
        ("六、对全县法治政府建设的意见、建议", "suggestion"), ("六、意见建议", "suggestion"), ("七、其他需要报告的重要事项", "other"), ("七、其他事项", "other"),
        ("三、存在问题及下步打算", "problem"), ("一、着力化解突出问题，守牢稳定底线", "work"), ("二、强化问题导向，抓实整改落实", "work"),
        ("一、2024年度工作要点落实情况", "work"), ("二、上年度问题整改情况", "work"), ("二、办理人大代表建议和政协提案", "work"), ("四、奋进2025", "plan"),
        ("四、工作打算及建议", "plan"), ("六、需要上级协调解决的问题", "suggestion"), ("五、需要说明的问题", "other"), ("三、正视差距，查找不足", "problem"),
        ("五、改进工作的措施", "plan"), ("三、2025年工作设想", "plan"), ("七、其他", "other"),
    ],
)  # fmt: skip
def test_an_outermost_heading_tells_its_role(heading: str, role: str) -> None:
    assert top_role(heading, 2024) == role


@pytest.mark.parametrize(
    ("heading", "role"),
    [("一、2024年工作", "work"), ("二、2025年工作", "plan"), ("一、2024年工作及2025年安排", "plan")],
)
def test_a_later_year_than_the_covered_one_makes_a_plan(heading: str, role: str) -> None:
    assert top_role(heading, 2024) == role


@pytest.mark.parametrize(
    ("heading", "parent", "role"),
    [
        ("（二）存在的主要问题", "work", "problem"), ("（三）下一步工作打算", "work", "plan"), ("（四）意见建议", "duty", "suggestion"),
        ("（一）化解群众反映的突出问题", "work", "work"), ("（二）行使三项建议权", "work", "work"), ("（一）抓实学习计划", "work", "work"),
        ("（一）落实责任", "plan", "plan"), ("（三）生效裁判履行情况", "work", "judgment"),
        ("（四）整改存在的问题", "work", "work"), ("（五）不足与打算", "work", "problem"), ("（二）2025年工作安排", "work", "plan"),
    ],
)  # fmt: skip
def test_an_inner_heading_inherits_unless_it_speaks_of_a_role_only(heading: str, parent: str, role: str) -> None:
    assert inner_role(heading, parent) == role


def test_unnumbered_headings_make_sections_where_nothing_is_numbered() -> None:
    report = _report(
        "柳川县信访局2024年工作总结\n工作开展情况\n办结来信86件。\n存在的问题\n人手偏少。\n下步打算\n抓好培训。"
    )
    assert [section.role for section in report.sections] == ["front", "work", "problem", "plan"]


def test_markdown_headings_make_sections_where_nothing_is_numbered() -> None:
    report = _report(
        "# 柳川县信访局2024年工作报告\n\n前言。\n\n## 守好源头\n\n办结来信86件。\n\n## 存在的问题\n\n人手偏少。"
    )
    assert [section.heading for section in report.sections if section.level] == ["守好源头", "存在的问题"]


def test_a_report_on_one_line_still_has_its_sections() -> None:
    text = "柳川县信访局2024年工作报告。一、工作情况。办结来信86件。二、存在问题。人手偏少。三、下步打算。抓好培训。"
    assert [section.role for section in _report(text).sections if section.level] == ["work", "problem", "plan"]


def test_numbers_that_run_on_across_sections_stay_under_their_own_section() -> None:
    report = _report("一、工作\n（一）甲类\n1.排查。\n2.化解。\n（二）乙类\n3.回访。\n4.督办。\n二、问题\n无。")
    paths = {section.heading: section.path for section in report.sections}
    assert paths["3.回访。"] == ("一、工作", "（二）乙类", "3.回访。")


def test_half_and_full_width_numbers_in_one_report_have_one_level() -> None:
    report = _report("一、工作\n(一)甲类\n内容甲。\n（二）乙类\n内容乙。")
    assert [section.level for section in report.sections] == [1, 2, 2]


def test_the_words_of_a_section_that_answers_with_none_are_no_closing_line() -> None:
    report = _report("一、履行法院生效裁判情况\n无\n二、其他需要报告的事项\n无\n柳川县信访局")
    assert [section.role for section in report.sections] == ["judgment", "other", "back"]
