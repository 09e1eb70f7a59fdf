"""Canonical text keeps the author's characters, each with the place it came from; only layout goes."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.layout import repair
from tests.corpus.pieces import BREAKS, HEADINGS, REPEATABLE, SENTENCES, sources, visible

SENTENCE = "柳川县信访局把来信来访登记、转送、告知、答复各环节统一到一个台账里来管理，做到一事一档。"


@REPEATABLE
@given(sources)
@example("\ufeff# 标题\n\n**（一）**工作。|\n— 2 —\n")
@example("|一|二|\n|---|---|\n|三|四|")
@example("a\x0bb\x0cc\u2028d\n")
@example("   \n> # 标题 \n")
def test_every_character_stands_in_the_source_where_the_map_says(source: str) -> None:
    layout = repair(source)
    last = -1
    for offset, char in enumerate(layout.text):
        if char == "\n":
            continue
        place = layout.source_offset(offset)
        assert source[place] == char
        assert place > last
        last = place


@REPEATABLE
@given(sources)
def test_no_blank_lines_and_no_white_space_at_line_ends_are_left(source: str) -> None:
    text = repair(source).text
    assert "\n\n" not in text
    assert all(line == line.strip() for line in text.split("\n"))


@REPEATABLE
@given(sources)
def test_marked_offsets_are_starts_of_lines(source: str) -> None:
    layout = repair(source)
    for offset in layout.marked:
        assert offset == 0 or layout.text[offset - 1] == "\n"


lines = st.lists(st.sampled_from(HEADINGS + SENTENCES), min_size=1, max_size=3).map("".join)


@REPEATABLE
@given(
    st.lists(lines, min_size=1, max_size=20, unique=True), st.sampled_from([mark for mark in BREAKS if "\n" in mark])
)
def test_nothing_but_white_space_goes_from_a_text_without_layout_marks(rows: list[str], between: str) -> None:
    source = between.join(rows)
    assert visible(repair(source).text) == visible(source)


@pytest.mark.parametrize(
    "furniture", ["— 2 —", "- 2 -", "－ 2 －", "第2页", "第 2 页 共 9 页", "2/9", " 2 ", "· 2 ·", "---", "***", "____"]
)
def test_page_numbers_and_rules_go_and_the_cut_sentence_is_one_again(furniture: str) -> None:
    source = f"一、工作情况\n{SENTENCE[:20]}\n\n{furniture}\n\n{SENTENCE[20:]}\n"
    assert repair(source).text == f"一、工作情况\n{SENTENCE}"


def test_a_running_head_goes_from_every_page_after_the_first() -> None:
    pages = "\n".join(f"柳川县信访局工作报告\n{number}。{SENTENCE}" for number in "甲乙丙丁")
    assert repair(pages).text.count("柳川县信访局工作报告") == 1


def test_a_sentence_that_stands_often_is_no_running_head() -> None:
    rows = "\n".join(
        f"（{number}）{name}\n无此类情况。" for number, name in zip("一二三四", ["甲", "乙", "丙", "丁"], strict=True)
    )
    assert repair(rows).text.count("无此类情况。") == 4


def test_a_repeated_heading_is_no_running_head() -> None:
    rows = "\n".join(f"{number}、工作\n（一）存在问题\n{SENTENCE}" for number in "一二三")
    assert repair(rows).text.count("（一）存在问题") == 3


@pytest.mark.parametrize("number", ["2024", "1058件", "35%"])
def test_a_number_on_a_line_that_is_no_page_number_stays(number: str) -> None:
    assert number in repair(f"全年受理来信来访的数量共计为\n{number}\n，较好。").text.replace("\n", "")


def test_a_fixed_line_width_is_undone() -> None:
    long = SENTENCE.replace("。", "，") * 6 + "完成全部任务。"
    cut = "\n".join(long[start : start + 30] for start in range(0, len(long), 30))
    assert repair(f"二、成效\n{cut}\n（一）下一节。").text == f"二、成效\n{long}\n（一）下一节。"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("全年化解纠纷86件。", "二、存在的问题"),
        ("全年化解纠纷86件，", "（一）抓学习。"),
        ("一、主要做法和成效", "全年化解纠纷86件。"),
        ("全年化解纠纷86件；", "二是抓回访。"),
        ("报告完毕。", "2025年1月8日"),
        ("柳川县信访局", "关于2024年度工作情况的报告"),
        ("报告完毕。", "抄送：县司法局"),
    ],
)
def test_lines_that_belong_apart_stay_apart(before: str, after: str) -> None:
    assert repair(f"{before}\n{after}").text == f"{before}\n{after}"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("# 柳川县信访局", "柳川县信访局"),
        ("**（一）守好源头。**开展排查。", "（一）守好源头。开展排查。"),
        ("## **一、工作**\n\n内容。", "一、工作\n内容。"),
        ("> 引用的话。", "引用的话。"),
        ("* 第一条。\n* 第二条。", "第一条。\n第二条。"),
        ("- 第一条。\n- 第二条。", "第一条。\n第二条。"),
        ("　　首行缩进。", "首行缩进。"),
        ("| 项目 | 数量 |\n| --- | --- |\n| 来信 | 86件 |", "项目  数量\n来信  86件"),
    ],
)
def test_markdown_marks_go_and_the_words_stay(source: str, text: str) -> None:
    found = repair(source).text
    assert [line.split() for line in found.split("\n")] == [line.split() for line in text.split("\n")]


def test_a_markdown_heading_is_remembered_by_its_offset() -> None:
    layout = repair("# 标题\n\n前言。\n\n## 工作情况\n\n内容。")
    assert [layout.text[offset:].split("\n")[0] for offset in sorted(layout.marked)] == ["标题", "工作情况"]


def test_spaces_inside_a_line_stay_as_the_author_wrote_them() -> None:
    assert repair("共 3 次、 95 人次。").text == "共 3 次、 95 人次。"


def test_an_empty_text_stays_empty() -> None:
    assert repair("").text == repair("\n\n— 1 —\n").text == ""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("坚持法治引领推动信访工作提质增效再上台阶", "健全完善多元化解机制切实维护群众合法权益"),
        ("全年受理群众来信来访事项共计二百八十六件", "86"),
        (
            "一、坚持以习惯养成为先不断推进各项制度建设并且把各项制度逐条落到实处让干部群众看得见摸得着用得上信得过离不开的做法",
            "全年办结",
        ),
        ("全年办结，", "一是抓学习。"),
    ],
)
def test_lines_that_are_known_to_be_paragraphs_stay_apart(before: str, after: str) -> None:
    assert repair(f"{before}\n{after}", whole=True).text == f"{before}\n{after}"


def test_a_paragraph_that_breaks_off_at_a_comma_goes_on_in_the_next() -> None:
    assert repair("全年办结来信来访，\n群众满意。", whole=True).text == "全年办结来信来访，群众满意。"


def test_a_line_that_stands_often_among_paragraphs_is_no_running_head() -> None:
    rows = "\n".join(f"{number}\n{SENTENCE}" for number in ["工作成效"] * 4)
    assert repair(rows, whole=True).text.count("工作成效") == 4


@REPEATABLE
@given(sources, st.booleans())
@example("# 标题\n\n— 2 —\n\n|一|二|", True)
def test_a_place_of_the_source_is_found_in_the_text(source: str, whole: bool) -> None:
    layout = repair(source, whole=whole)
    for place in range(len(source) + 1):
        offset = layout.text_offset(place)
        assert offset == len(layout.text) or layout.source_offset(offset) >= place
        before = layout.text[:offset].rstrip("\n")
        assert not before or layout.source_offset(len(before) - 1) < place


def test_a_document_number_on_its_line_does_not_go_on_from_a_notice_above():
    notice = "（示例文本：石桥镇和文中的单位、数字都是编出来的，不指真实地方）"
    lines = repair(f"{notice}\n\n石政〔2025〕3号\n\n关于石桥镇2024年法治政府建设情况的报告").text.split("\n")
    assert lines[1] == "石政〔2025〕3号"
