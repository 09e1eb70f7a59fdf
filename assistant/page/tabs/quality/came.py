"""Put what the suite wrote of an answer into the page's words; what stands in quotation marks is left as it is."""

from __future__ import annotations

import re

from assistant.page.words import STATUS

_WORDS: dict[str, str] = {
    **{status: chinese for status, (_, chinese, _) in STATUS.items()},
    "outcome": "结果",
    "reason": "理由",
    "census": "点到",
    "figure": "数字",
    "all silent": "都未提及",
    "no figure": "没有数字",
    "no quote": "缺引文",
    "not cited": "未引用",
    "every report once": "每份报告一次",
    "right": "答对",
    "answered": "已回答",
    "partial": "部分回答",
    "not_in_reports": "报告未载",
    "out_of_scope": "不在范围",
    "agency_not_held": "没有该机关",
    "year_not_held": "没有该年度",
    "topic_absent": "没有提到",
    "not_stated": "未写明",
    "weak": "依据不足",
    "ranks": "名次",
    "None": "无",
    "digest": "综述",
    "section": "章节",
    "passages": "摘引",
    "catalogue": "目录",
    "compare": "比较",
    "issue_date": "印发日期",
    "issuer": "发文机关",
    "agency": "机关",
    "year": "年度",
    "title": "标题",
    "document_number": "文号",
    "in": "见于",
}
_QUOTED = re.compile(r"(“[^”]{0,400}”?)")
_LISTED = re.compile(r"census \{([^}]{0,400})\}?")
_KNOWN = re.compile(rf"(?<![\w.])(?:{'|'.join(sorted(map(re.escape, _WORDS), key=len, reverse=True))})(?![\w.])")


def readable(text: str) -> tuple[str, str]:
    """Return what came or was expected, in Chinese and in English.

    >>> readable("census {'a.txt': 'done'}")
    ('点到 a.txt 已开展', 'census a.txt done')
    >>> readable("52件 in “办结 in 52件”")[0]
    '52件 见于 “办结 in 52件”'
    """
    plain = _LISTED.sub(_list, text)
    pieces = _QUOTED.split(plain)
    chinese = "".join(
        one if at % 2 else _KNOWN.sub(lambda found: _WORDS[found[0]], one) for at, one in enumerate(pieces)
    )
    english = "".join(
        one if at % 2 else _KNOWN.sub(lambda found: found[0].replace("_", " "), one) for at, one in enumerate(pieces)
    )
    return chinese, english


def _list(found: re.Match[str]) -> str:
    rows = found[1].replace("': '", " ").replace("'", "").replace(", ", "; ")
    return f"census {rows or 'all silent'}"
