"""Where a heading begins and ends, alone on its line, opening a paragraph, or in a text without line breaks."""

import pytest
from hypothesis import given

from corpus.headings import find_headings, mark_at
from tests.corpus.pieces import REPEATABLE, canonical


def _titles(text: str) -> list[str]:
    return [heading.title for heading in find_headings(text)]


@pytest.mark.parametrize(
    ("line", "rank", "number"),
    [
        ("第一部分 工作情况", 1, 1), ("第三部分：打算", 1, 3), ("二、存在的问题", 2, 2), ("十二、其他", 2, 12), ("三．计划", 2, 3), ("一 、工作", 2, 1),
        ("（三）强化", 3, 3), ("(三)强化", 3, 3), ("（ 四 ）强化", 3, 4), ("（十一）、督办", 3, 11), ("1.推进", 4, 1), ("2、推进", 4, 2), ("3．推进", 4, 3),
        ("10. 推进", 4, 10), ("（2）督办", 5, 2), ("(12)督办", 5, 12),
    ],
)  # fmt: skip
def test_a_numbering_mark_has_rank_and_number(line: str, rank: int, number: int) -> None:
    found = mark_at(line)
    assert found is not None and found[:2] == (rank, number)


@pytest.mark.parametrize(
    "line",
    [
        "一是抓学习",
        "2024年",
        "3.5万人次",
        "（2024）",
        "（以下简称《规程》）",
        "十分重视",
        "第一责任人",
        "100、200",
        "一一走访",
    ],
)
def test_other_openings_are_no_numbering_marks(line: str) -> None:
    assert mark_at(line) is None


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("一、工作情况\n全年办结来信86件。", ["一、工作情况"]),
        ("（一）守好源头。开展排查12轮。", ["（一）守好源头。"]),
        ("一、工作\n（一）甲。乙。\n(二)丙\n丁。", ["一、工作", "（一）甲。", "(二)丙"]),
        ("二、做法（一）守好源头。开展排查。", ["二、做法", "（一）守好源头。"]),
        ("1.主要做法：开展排查。", ["1.主要做法："]),
        ("一、工作。开展排查。二、问题。人手不足。三、打算。抓培训。", ["一、工作。", "二、问题。", "三、打算。"]),
        ("一是抓学习。\n二是抓考核。", []),
        ("前言，没有编号。", []),
    ],
)
def test_headings_end_where_their_line_or_first_sentence_ends(text: str, titles: list[str]) -> None:
    assert _titles(text) == titles


def test_a_number_inside_a_sentence_opens_no_section() -> None:
    text = "一、工作\n办法共两章。三、五两条另行公布。（一）类事项不受理。"
    assert _titles(text)[0] == "一、工作"
    assert not any(title.startswith("三、五") for title in _titles(text))


def test_a_long_numbered_sentence_has_a_short_title() -> None:
    sentence = (
        "1.对全县十一个乡镇的来信来访登记情况进行抽查，"
        + "逐个环节核对台账与系统里的记录是否一致并限期整改到位，" * 3
        + "形成通报。"
    )
    (heading,) = find_headings(sentence)
    assert heading.title == "1.对全县十一个乡镇的来信来访登记情况进行抽查"
    assert heading.end == len(sentence)


def test_a_heading_alone_on_its_line_is_told_from_one_that_opens_a_paragraph() -> None:
    alone, run_in = find_headings("一、工作\n（一）排查。开展12轮。")
    assert alone.alone and not run_in.alone


@REPEATABLE
@given(canonical)
def test_headings_stand_in_order_and_never_overlap(text: str) -> None:
    end = 0
    for heading in find_headings(text):
        assert end <= heading.start < heading.end <= len(text)
        assert text[heading.start : heading.end].strip().startswith(heading.title[:2])
        assert heading.title and "\n" not in heading.title
        end = heading.end
