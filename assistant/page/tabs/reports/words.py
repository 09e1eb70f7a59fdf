"""Hold the words of the tab 报告库, in Chinese and English."""

from __future__ import annotations

from assistant.page.words import pair

WORDS: dict[str, tuple[str, str]] = {
    "agency": ("机关", "Agency"),
    "year": ("年度", "Year"),
    "level": ("层级", "Level"),
    "title": ("标题", "Title"),
    "file": ("文件", "File"),
    "number": ("文号", "Number"),
    "issued": ("印发日期", "Issued"),
    "format": ("格式", "Format"),
    "pages": ("页数", "Pages"),
    "characters": ("字数", "Characters"),
    "figures": ("数字", "Figures"),
    "notes": ("读取提示", "Reading notes"),
    "none": ("未载明", "Not stated"),
    "no_pages": ("不分页", "No pages"),
    "inferred": ("推断", "inferred"),
    "no_notes": ("读取完整", "Read in full"),
    "list": ("列表", "List"),
    "map": ("年度覆盖", "Coverage"),
    "views": ("显示方式", "View"),
    "search": ("搜索报告", "Search the reports"),
    "sort": ("排序", "Sort by"),
    "turn": ("倒序", "Reverse"),
    "none_found": ("没有找到这样的报告，请换一个词。", "No report matches; please try another word."),
    "none_admitted": (
        "没有报告符合所选的筛选条件。报告都还在，清除筛选即可看到。",
        "No report meets the filters chosen. The reports are all there; clear the filters to see them.",
    ),
    "clear": ("清除全部筛选", "Clear all filters"),
    "reason": ("原因和办法", "Why, and what to do"),
    "derived": (
        "层级与地区按机关名称判断；“未载明”是原文没有写，或没有认出来。",
        'Level and region are told by the agency\'s name; "not stated" is what the text does not say, or what was not '
        "recognised in it.",
    ),
    "unknown_year": ("未载明", "Not stated"),
    "gap": ("缺", "none"),
    "open": ("打开", "Open"),
}


def both(key: str) -> str:
    """Return one word of the tab in both languages, as HTML."""
    return pair(*WORDS[key])
