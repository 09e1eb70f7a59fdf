"""The numbers of a statement: value, unit, approximate or not, what they count. Dates and document numbers are none."""

from __future__ import annotations

import re

from corpus.numerals import value_of
from corpus.report import Figure

_MEASURES = (
    "件次 人次 场次 批次 户次 个次 人（次） 万元 亿元 个百分点 百分点 平方米 公里 小时 分钟 件套 课时 学时 "
    "个工作日 工作日 个月 个星期 个小时 公斤 吨 种 "
    "次 件 人 场 批 户 个 名 位 份 期 册 本 部 篇 条 起 宗 项 家 处 间 套 台 张 幅 块 面 轮 届 类 所 支 对 组 门 "
    "节 堂 例 回 桩 亩 分 段 座 趟 遍 口 股 元 天 余 款 封 通 卷 站 村 镇 字 版 辆 栋 岗 步 级 倍"
)
UNITS = tuple(_MEASURES.split())
"""Measure words, with the longer ones first: 件次 is not 件."""

_GAP = r"\s{0,3}+"
_UNIT = "|".join(sorted((re.escape(unit) for unit in UNITS if unit != "余"), key=len, reverse=True))
_ARABIC = rf"(?<![\d.．])\d++(?:[,，]\d{{3}}(?!\d)){{0,3}}(?:\.\d{{1,6}}+)?{_GAP}[百千万亿]{{0,3}}+"
_NUMERAL = "一二两三四五六七八九十百千零〇"
_CHINESE = rf"(?<![\d{_NUMERAL}万亿])[{_NUMERAL}]{{1,7}}+(?:[万亿][{_NUMERAL}]{{0,7}}+)?"
_RANGE_MARK = r"(?:至|到|—{1,2}|–|-{1,2}|－|~|～)"
_BOUND = (
    r"不(?:得|能|应|宜|可)?(?:超过|超|低于|少于|多于|高于|大于|小于)|未超过|不足|不到|至少|至多|最多|最少|最低|最高|低于|少于|高于|多于|大于"
    r"|小于|超过|超|逾|突破|大约|约为?|将近|接近|(?<![最附])近"
)
"""Words before a number that make it a bound or a guess; they are shown with it."""
_FIGURE = re.compile(
    rf"(?:(?P<before>{_BOUND}|达到?|共计?|累计){_GAP})?"
    rf"(?:(?P<ordinal>第){_GAP})?"
    rf"(?P<low>(?<![从由自])(?:{_ARABIC}{_GAP}[%％]?|{_CHINESE}){_GAP}{_RANGE_MARK}{_GAP}(?=[\d一二两三四五六七八九十百千]))?"
    rf"(?P<vague>[数几上](?=[十百千万]))?"
    rf"(?:(?P<percent>{_ARABIC}{_GAP}(?P<more0>余|多)?{_GAP}[%％]|百分之{_CHINESE}(?:点{_CHINESE})?|[一二三四五六七八九]成(?:[一二三四五六七八九半]|(?![立员为功效果交因长品熟本分都县不])))"
    rf"|(?P<arabic>{_ARABIC}){_GAP}(?P<more>[余多来几+＋])?{_GAP}(?P<scale>[百千万亿]?){_GAP}(?P<unit>{_UNIT})"
    rf"|(?P<chinese>{_CHINESE})(?P<more2>余|多|来|几)?(?P<unit2>{_UNIT}))"
    rf"(?:{_GAP}(?P<after>以上|左右|上下|以内|之内|以下|不等))?"
)
_BOUND_WORD = re.compile(_BOUND)
_NOT_COUNTED = re.compile(
    r"一处理|四位一体|八项规定|一支|一人一|一人身|一人多|一件事|一条龙|一条主线|一次性|一张网|一个口|一个重|一案一|一件一|一项重|一名合格|一家人"
    r"|[\u4e00-\u9fff]{1,2}届[一二三四五六七八九十]+中|二十届|[一二两三四五六七八九十]个(?:到位|确保|必须|维护|意识|自信|坚持|层面|环节|方面|不|没有|都|也)"
    r"|一(?P<again>[件条份项个天回次家户起批位名张场])(?:(?P=again)|[^，。；、\d]{0,6}一(?P=again))"
    r"|一部分|一类|一批(?=[\u4e00-\u9fff])(?!次)|一(?:张(?:表|桌|纸|图|清单|答卷|考卷|脸|嘴|床)|条(?:心|船|绳|路|道)|场(?:硬仗|攻坚))"
    r"|四处(?=[打奔找求躲流走张散])|三轮车"
)
"""Fixed phrases with a Chinese numeral that count nothing."""

_CHINESE_SMALL_OK = frozenset(
    "次件人场批户个名位份期册本部篇条起宗项家处届类所支组倍例轮回桩堂节座趟遍天张栋卷段亩镇村"
) | {"件次", "人次", "场次", "批次", "小时", "分钟", "个月", "个星期", "个小时"}
_SLOGAN_BEFORE = re.compile(r"[“‘《〈「第]$|[一二三四五六七八九十两](?![年月周日天季])[\u4e00-\u9fff]$")
_NO_FIGURE_BEFORE = re.compile(r"[\d.〔\[×*xX]$")
_OTHER_READING: tuple[tuple[str, str, str], ...] = (
    # units, what stands before the number, what stands behind the unit
    ("个|级", r"", r"\s{0,3}(?:年|月|日|时|点|分|号|届[一二三四五六七八九十]中)"),  # 3个年头
    ("分", r"\d\s?[时点:：]\s?$", r""),  # 9时30分
    ("分", r"", r"之"),  # 3分之1
    ("对", r"", r"\s?[\d一二两三]"),  # 1对1
    ("名|位", r"前$", r""),  # 前3名
    ("个", r"", r"\s{0,3}方面"),  # 4个方面
    ("级|站|次", r"", r"\s{0,3}(?:联动|书记|网[络格]|式|性)"),  # 4级联动, 1站式
)
"""Where a unit is no measure word: part of a time, of a fraction, of 1对1, of a rank."""
_OTHER = tuple((frozenset(row[0].split("|")), re.compile(row[1]), re.compile(row[2])) for row in _OTHER_READING)
_NEIGHBOURS = re.compile(r"[一二两三四五六七八九]{2}")
_TITLE = 60
"""Characters of a document's name in 《》 within which a number (《…十条措施》) is a part of the name."""
_THING = re.compile(r"、[^，,。；;：:！？]{1,30}的([\u4e00-\u9fff]{2,8})(?=[，,。；;：:！？])")
"""What is counted, behind several attributes: 1名业务能力强、善于沟通的法律顾问."""
_BORDER = "，,。；;：:！？、"
_WORDS = 200
"""Characters on either side among which the words beside a number are looked for."""


def figures_in(text: str, start: int, end: int) -> tuple[Figure, ...]:
    """Find the figures of ``text[start:end]``, in order, with offsets in ``text``.

    >>> [(f.value, f.unit, f.approximate, f.text) for f in figures_in("发放手册5万余份，培训200 人次。", 0, 17)]
    [(50000.0, '份', True, '5万余份'), (200.0, '人次', False, '200人次')]
    >>> [(f.value, f.approximate, f.text) for f in figures_in("每次3至5人，不少于2次。", 0, 12)]
    [(None, True, '3至5人'), (2.0, True, '不少于2次')]
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
        elif match.group("before") and match.group("chinese"):
            cursor = match.start() + 1
        else:
            cursor = max(match.end() - 1, match.start() + 1)
    return tuple(found)


def _figure(text: str, match: re.Match[str], start: int, end: int) -> Figure | None:
    number, unit, more = _parts(match)
    if not _counts_something(text, match, unit, start):
        return None
    value = value_of(number)
    vague = bool(match.group("low") or match.group("vague") or (value is None and _NEIGHBOURS.search(number)))
    if value is None and not vague:
        return None
    first = _first(match)
    after = match.group("after")
    bound = match.group("before") and _BOUND_WORD.fullmatch(match.group("before"))
    shown = re.sub(r"\s+", "", match.group(0)[first - match.start() :])
    counts = _counted(text, first, match.end(), start, end)
    approximate = bool(vague or more or after or bound)
    return Figure(None if vague else value, shown, unit, approximate, counts, first, match.end())


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
    """Return where a number begins, with 第, the lower end of a range or a word of bound before it."""
    if match.group("before") and _BOUND_WORD.fullmatch(match.group("before")):
        return match.start("before")
    groups = ("ordinal", "low", "vague", "percent", "arabic", "chinese")
    return next(match.start(group) for group in groups if match.group(group))


def _counts_something(text: str, match: re.Match[str], unit: str, start: int) -> bool:
    """Tell figures from slogans (三到位), dates, clock times and fixed phrases."""
    first = next(match.start(group) for group in ("low", "vague", "percent", "arabic", "chinese") if match.group(group))
    before = text[max(start, first - 4) : first]
    if text.rfind("《", max(start, first - _TITLE), first) > text.rfind("》", max(start, first - _TITLE), first):
        return False
    if unit == "版" and "." in (match.group("arabic") or ""):
        return False
    if _NO_FIGURE_BEFORE.search(before) or _reads_otherwise(text, match, unit, before):
        return False
    if match.group("percent") or match.group("arabic"):
        return True
    return _chinese_counts(text, match, unit, first, before[-2:])


def _reads_otherwise(text: str, match: re.Match[str], unit: str, before: str) -> bool:
    behind = match.end("unit") if match.group("arabic") else match.end("unit2")
    return behind > 0 and any(
        unit in units and left.search(before) and right.match(text, behind) for units, left, right in _OTHER
    )


def _chinese_counts(text: str, match: re.Match[str], unit: str, first: int, before: str) -> bool:
    """Tell a Chinese number that counts (听取汇报四次) from one inside a fixed phrase (一次性)."""
    if unit not in _CHINESE_SMALL_OK or _NOT_COUNTED.match(text[first : first + 8]):
        return False
    if match.group("ordinal"):
        return unit in ("个", "次", "届", "期", "批", "轮", "场")
    if text[first] == "一" and (re.search(r"[没有未无尽]$|尽了$", before) or _together(text, first, unit, before)):
        return False
    if before and (before[-1] in "“‘《〈「每同某任这那另之唯统每逐一" or _SLOGAN_BEFORE.search(before)):
        return False
    following = text[match.end() : match.end() + 1]
    if (
        unit == "个"
        and following in ("”", "’")
        or text[first : match.end()].endswith("项建")
        or following in ("月", "是")
    ):
        return False
    return not (unit == "项" and text[match.end() : match.end() + 2] in ("建议", "建设", "制度", "职责"))


def _together(text: str, first: int, unit: str, before: str) -> bool:
    """Tell 一 of no count: 坐到一起, 每到一处, 头一个, and the second half of 办一条划一条."""
    if before[-1:] in {"起": "到在", "处": "到", "个": "头"}.get(unit, ""):
        return True
    return bool(re.search(rf"一{re.escape(unit)}[^，。；、\d]{{0,6}}$", text[max(0, first - 10) : first]))


def _counted(text: str, first: int, last: int, start: int, end: int) -> str:
    """Return the words beside a figure that say what it counts: its comma part, without the figure itself."""
    start, end = max(start, first - _WORDS), min(end, last + _WORDS)
    left = max((text.rfind(mark, start, first) for mark in _BORDER[:-1]), default=-1) + 1
    rights = [position for mark in _BORDER if (position := text.find(mark, last, end)) >= 0]
    right = min(rights, default=end)
    before = text[max(left, start) : first].strip()
    behind = text[last:right].strip()
    if behind[:1].isdigit():
        before, behind = before.removesuffix("共"), ""
    elif right < end and text[right] == "、" and (thing := _THING.match(text, right, end)):
        behind = thing[1]
    return f"{before}{behind}" if behind else before
