"""The numbers of a statement: value, unit, approximate or not, what they count. Dates and document numbers are none."""

from __future__ import annotations

import re

from corpus.numerals import value_of
from corpus.report import Figure

UNITS = (
    "件次",
    "人次",
    "场次",
    "批次",
    "户次",
    "个次",
    "人（次）",
    "万元",
    "亿元",
    "个百分点",
    "百分点",
    "平方米",
    "公里",
    "小时",
    "次",
    "件",
    "人",
    "场",
    "批",
    "户",
    "个",
    "名",
    "位",
    "份",
    "期",
    "册",
    "本",
    "部",
    "篇",
    "条",
    "起",
    "宗",
    "项",
    "家",
    "处",
    "间",
    "套",
    "台",
    "张",
    "幅",
    "块",
    "面",
    "件套",
    "轮",
    "届",
    "类",
    "所",
    "支",
    "对",
    "组",
    "门",
    "课时",
    "节",
    "堂",
    "例",
    "回",
    "桩",
    "学时",
    "亩",
    "分",
    "段",
    "座",
    "趟",
    "遍",
    "口",
    "股",
    "元",
    "天",
    "余",
    "款",
    "封",
    "通",
    "卷",
    "站",
    "村",
    "镇",
    "字",
    "版",
    "辆",
    "栋",
    "岗",
    "步",
    "级",
    "倍",
)
"""Measure words, with the two-character ones first: 件次 is not 件."""

_UNIT = "|".join(sorted((re.escape(unit) for unit in UNITS if unit != "余"), key=len, reverse=True))
_ARABIC = r"\d+(?:[,，]\d{3})*(?:\.\d+)?\s*[百千万亿]*"
_CHINESE = r"[一二两三四五六七八九十百千零〇]{1,7}[万亿]?"
_FIGURE = re.compile(
    rf"(?P<before>约为?|近|超过|超|逾|大约|不少于|达到?|共计?|累计)?\s*"
    rf"(?:(?P<ordinal>第)\s*)?"
    rf"(?:(?P<percent>(?:{_ARABIC})\s*(?P<more0>余|多)?\s*[%％]|百分之{_CHINESE}(?:点{_CHINESE})?|[一二三四五六七八九]成(?:[一二三四五六七八九半]|(?![立员为功效果交因长品熟本分都县不])))"
    rf"|(?P<arabic>{_ARABIC})\s*(?P<more>余|多|来|几)?\s*(?P<scale>[百千万亿]?)\s*(?P<unit>{_UNIT})"
    rf"|(?P<chinese>{_CHINESE})(?P<more2>余|多)?(?P<unit2>{_UNIT}))"
    rf"\s*(?P<after>以上|左右|以内|以下)?"
)
_APPROXIMATE_BEFORE = frozenset({"约", "约为", "近", "超过", "超", "逾", "大约", "不少于"})
_NOT_COUNTED = re.compile(
    r"一处理|四位一体|八项规定|一支|一人一|一人身|一人多|一件事|一条龙|一条主线|一次性|一张网|一个口|一个重|一案一|一件一|一项重|一名合格|一家人"
    r"|[\u4e00-\u9fff]{1,2}届[一二三四五六七八九十]+中|二十届|[一二两三四五六七八九十]个(?:到位|确保|必须|维护|意识|自信|坚持|层面|环节|不|没有)"
)
"""Fixed phrases with a Chinese numeral that count nothing."""

_CHINESE_SMALL_OK = frozenset(
    "次件人场批户个名位份期册本部篇条起宗项家处届类所支组倍例轮回桩堂节座趟遍天张栋卷段亩镇村"
) | {"件次", "人次", "场次", "批次"}
_SLOGAN_BEFORE = re.compile(r"[“‘《〈「第]$|[一二三四五六七八九十两][\u4e00-\u9fff]$")
_CLOCK = re.compile(r"^\s*(?:年|月|日|时|点|分|号|届[一二三四五六七八九十]中)")
_BORDER = "，,。；;：:！？、"


def figures_in(text: str, start: int, end: int) -> tuple[Figure, ...]:
    """Find the figures of ``text[start:end]``, in order, with offsets in ``text``.

    >>> [(f.value, f.unit, f.approximate, f.text) for f in figures_in("发放手册5万余份，培训200 人次。", 0, 17)]
    [(50000.0, '份', True, '5万余份'), (200.0, '人次', False, '200人次')]
    >>> figures_in("2024年5月16日，一是坚持一体推进。", 0, 19)
    ()
    """
    found = []
    cursor = start
    while (match := _FIGURE.search(text, cursor, end)) is not None:
        figure = _figure(text, match, start, end)
        if figure is not None:
            found.append(figure)
            cursor = max(figure.end, match.start() + 1)
        else:
            cursor = match.start() + 1 if match.group("before") else max(match.end() - 1, match.start() + 1)
            if match.group("arabic") or match.group("percent"):
                cursor = max(cursor, match.end() - 1)
    return tuple(found)


def _figure(text: str, match: re.Match[str], start: int, end: int) -> Figure | None:
    number, unit, more = _parts(match)
    if not _counts_something(text, match, unit, start):
        return None
    value = value_of(number)
    if value is None:
        return None
    first = _first(match)
    after = match.group("after") or ""
    last = match.end() if after else match.end() - len(match.group(0)) + len(match.group(0).rstrip())
    approximate = bool(more or after or (match.group("before") in _APPROXIMATE_BEFORE))
    shown = re.sub(r"\s+", "", text[first:last])
    return Figure(value, shown, unit, approximate, _counted(text, first, last, start, end), first, last)


def _parts(match: re.Match[str]) -> tuple[str, str, str]:
    if percent := match.group("percent"):
        if "成" in percent:
            return percent.replace("成", "十").replace("半", "五"), "%", ""
        bare = re.sub(r"[%％余多\s]|百分之", "", percent)
        return bare, "%", match.group("more0") or ""
    if arabic := match.group("arabic"):
        return arabic + (match.group("scale") or ""), match.group("unit"), match.group("more") or ""
    return match.group("chinese"), match.group("unit2"), match.group("more2") or ""


def _first(match: re.Match[str]) -> int:
    """Return where number (with 第 or an approximating word before it) begins."""
    if match.group("before") in _APPROXIMATE_BEFORE:
        return match.start("before")
    groups = ("ordinal", "percent", "arabic", "chinese")
    return next(match.start(group) for group in groups if match.group(group))


def _counts_something(text: str, match: re.Match[str], unit: str, start: int) -> bool:
    """Tell figures from slogans (三到位), dates, clock times and fixed phrases."""
    first = next(match.start(group) for group in ("percent", "arabic", "chinese") if match.group(group))
    before = text[max(start, first - 2) : first]
    if re.search(r"[\d.〔\[]$", before) or _CLOCK.match(text[match.end() :]) and unit in ("个", "级"):
        return False
    if match.group("percent") or match.group("arabic"):
        return True
    phrase = text[first : match.end()]
    if unit not in _CHINESE_SMALL_OK or _NOT_COUNTED.match(text[first : first + 8]):
        return False
    if match.group("ordinal"):
        return unit in ("个", "次", "届", "期", "批", "轮", "场")
    if before and (before[-1] in "“‘《〈「每同某任这那另之唯统每逐一" or _SLOGAN_BEFORE.search(before)):
        return False
    following = text[match.end() : match.end() + 1]
    if unit == "个" and following in ("”", "’") or phrase.endswith("项建") or following in "月是":
        return False
    return not (unit == "项" and text[match.end() : match.end() + 2] in ("建议", "建设", "制度", "职责"))


def _counted(text: str, first: int, last: int, start: int, end: int) -> str:
    """Return the words beside a figure that say what it counts: its comma part, without the figure itself."""
    left = max((text.rfind(mark, start, first) for mark in _BORDER[:-1]), default=-1) + 1
    rights = [position for mark in _BORDER if (position := text.find(mark, last, end)) >= 0]
    right = min(rights, default=end)
    before = text[max(left, start) : first].strip()
    behind = text[last:right].strip()
    return f"{before}{behind}" if behind else before
