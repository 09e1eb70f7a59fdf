"""The title of a report among its head lines: the line that ends like one, with the lines above that belong to it."""

from __future__ import annotations

import re

from corpus.agency import named_in

TITLE_WORDS = re.compile(r"法治|依法行政|年度|年|工作|政府建设")
LABEL = re.compile(
    r"^[【\[|]?(?:索\s?引\s?号|(?:发文)?字号|发文字号|文\s?号|文件编号|主题(?:分类|词)|分类|体裁|成文日期|发文日期|发布日期|公开日期|印发日期|"
    r"(?:发布|公布|发文|更新|公开|生成)?(?:日期|时间)|(?:信息|文章)?来\s?源|发布(?:机构|单位|者|人)|发文(?:机关|单位)|公开(?:主体|机构|方式|属性|范围)|"
    r"责任(?:部门|编辑)|作者|编辑|浏览(?:次数|量)?|点击(?:数|量)|阅读|访问量|字(?:体|号)|(?:公文)?名\s?称|(?:信息)?标\s?题|文件名称|信息名称|有效性|"
    r"关键词|语种|附件\d?|签发人|报送单位|填报单位|制发单位|联系(?:人|电话))\s{0,3}[】\]]?\s{0,3}(?:[：:|]|\s{2})\s{0,3}"
)
"""Opens a line of a web page or a metadata block."""

_NAMED = re.compile(
    r"^[【\[|]?(?:(?:公文)?名\s?称|(?:信息)?标\s?题|文件名称|信息名称)\s{0,3}[】\]]?\s{0,3}(?:[：:|]|\s{2})\s{0,3}"
)
_KINDS = r"(?:报告书?|总结|情况|汇报|年报|公报|公示|公告|通报)"
_END = re.compile(
    rf"{_KINDS}(?:[及暨和与、，].{{0,30}}(?:计划|打算|安排|思路|要点|规划))?\s?(?:[（(][^）)]{{0,20}}[）)]|公示|公开)?$"
)
_OPENING = re.compile(r"([^。，；：]{6,60}?20\d\d[^。，；：]{4,40}?(?:报告|工作总结))(?=[。\s])")
"""A title at the head of a report that lost its line breaks."""
_CRUMBS = re.compile(r"[>›»＞]|当前位置|所在位置|^首页|目录$")
_FOREIGN = re.compile(r"[：:。]|文件$|签发人|号$|号\s|日$|^\d{4}[-./]\d")
_OPENS = re.compile(r"^(?:关于|20\d\d|２０|二[〇○零])")
_MAX_LENGTH, _MAX_ABOVE, _MAX_LINES = 70, 40, 4


def title_of(lines: list[str]) -> str | None:
    """Return the title among head lines, its parts joined; None if no line ends like one.

    >>> title_of(["柳川县信访局文件", "柳川县信访局关于", "2024年度法治政府建设情况的", "报告", "县委："])
    '柳川县信访局关于2024年度法治政府建设情况的报告'
    """
    found = [title for index in range(len(lines)) if (title := _title_at(lines, index)) is not None]
    labelled = [title for line in lines if _NAMED.match(line) and _ends_like_one(title := _NAMED.sub("", line))]
    opening = _OPENING.match(lines[0]) if lines else None
    return next(iter((*found, *labelled, *([opening.group(1)] if opening else []))), None)


def _title_at(lines: list[str], index: int) -> str | None:
    line = lines[index]
    if LABEL.match(line) or _CRUMBS.search(line) or "：" in line or not _END.search(line) or not _plausible(line):
        return None
    title = line
    for above in reversed(lines[max(0, index - _MAX_LINES + 1) : index]):
        if not _belongs(above, title):
            break
        title = above + title
    return title if _ends_like_one(title) else None


def _ends_like_one(title: str) -> bool:
    return bool(_plausible(title) and _END.search(title) and TITLE_WORDS.search(title))


def _plausible(line: str) -> bool:
    return len(line) <= _MAX_LENGTH and "。" not in line


def _belongs(above: str, title: str) -> bool:
    """Tell whether a line is the beginning of the title that goes on below it."""
    if len(above) > _MAX_ABOVE or _FOREIGN.search(above) or LABEL.match(above) or _CRUMBS.search(above):
        return False
    bare = re.sub(r"\s+", "", above)
    office = named_in(bare)
    if _OPENS.match(title):
        return office is not None and bare.removesuffix("关于") == office or bare.endswith("关于")
    return named_in(title) is None
