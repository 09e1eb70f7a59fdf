"""The words of the tab 数字."""

from __future__ import annotations

from assistant.page.safe import escape
from assistant.page.words import STATUS, pair

TITLE = ("数字", "Figures")

WORDS: dict[str, tuple[str, str]] = {
    "search": ("查找统计的内容或原句里的词", "Find words of what is counted or of the sentence"),
    "list": ("逐条", "One by one"),
    "years": ("跨年对照", "Over years"),
    "unit": ("单位", "Unit"),
    "status": ("状态", "Status"),
    "any": ("全部", "All"),
    "order": ("排列", "Order"),
    "report": ("按机关和年度", "By agency and year"),
    "largest": ("数值从大到小", "Largest first"),
    "smallest": ("数值从小到大", "Smallest first"),
    "one_unit": ("选定一个单位后，才能按数值排列", "Choose one unit to order by value"),
    "export": ("导出", "Export"),
    "value": ("数字", "Figure"),
    "counts": ("统计的内容与原句", "What is counted, and the sentence"),
    "who": ("机关 · 年度", "Agency, year"),
    "where": ("状态与章节", "Status and section"),
    "about": ("约数", "approximate"),
    "target": ("目标，不是结果", "a target, no result"),
    "unknown_year": ("年度未载明", "Year not stated"),
    "nothing": ("没有符合条件的数字。", "No figure fits."),
    "beyond": ("以下各条：原句里有这些词，但不是紧挨数字的内容", "Below, the words stand in the sentence but not beside the number"),
    "caption": ("数字一览", "Figures"),
    "no_series": ("没有可以跨年对照的数字。", "No figures can be set side by side over years."),
    "compared": (
        "同一机关、同一单位、统计内容相同、均为已开展的数字，逐年并列；约数不计差，也不推趋势。",
        "Figures of one agency in one unit, counting the same and of what was done, year by year; "
        "no difference is taken of approximate ones, and no trend is read into them.",
    ),
    "unlike": ("看着相近，但不能对照", "Alike, but not to be compared"),
    "why_unit": ("单位不同", "the units differ"),
    "why_apart": ("限定不同，未必是一回事", "the qualifiers differ; it may not be the same thing"),
    "why_status": ("一边不是已开展的数字", "one of them is not of what was done"),
    "no_step": ("有约数，不计差", "approximate: no difference taken"),
    "level": ("持平", "level"),
}  # fmt: skip


def both(key: str) -> str:
    """Return one word of the tab in both languages, as HTML."""
    return pair(*WORDS[key])


def status(name: str) -> str:
    """Return shape and word of a status."""
    shape, chinese, english = STATUS[name]
    return f'<span class="wj-s-{escape(name)}"><i aria-hidden="true">{shape}</i>{pair(chinese, english)}</span>'
