"""Whether a clause holds a verb of doing that no list of ours names, by the word cutter's parts of speech."""

from __future__ import annotations

import re
from functools import lru_cache

STATES = frozenset(
    [
        "是",
        "有",
        "为",
        "在",
        "属于",
        "成为",
        "作为",
        "存在",
        "具有",
        "位于",
        "处于",
        "等于",
        "需要",
        "应当",
        "可以",
        "能够",
        "应该",
        "必须",
        "没有",
        "可能",
        "认为",
        "觉得",
        "知道",
        "发生",
        "出现",
        "来源",
        "涉及",
        "占",
        "达",
        "到",
        "上",
        "下",
        "来",
        "去",
        "让",
        "使",
        "令",
        "以",
        "按",
        "依",
        "想",
        "会",
        "能",
        "要",
        "该",
        "叫",
        "称",
        "有所",
        "据悉",
        "无",
        "率",
        "未",
        "有关",
        "相关",
        "面临",
        "增多",
        "减少",
        "上升",
        "下降",
        "突出",
        "集中",
        "包括",
        "收到",
        "受到",
        "得到",
    ]
)
"""Verbs that tell how things are, not what was done."""
_VERB = "v"
_MEASURED = re.compile(r"[率度量]|情况|工作")
"""After a verb: it names what is measured or spoken of."""
_FRAMES = re.compile(r"针对|对于|关于|面对|鉴于|围绕|对照|根据|按照")
"""Opens a clause that only says what the next one is about."""


@lru_cache(maxsize=16_384)
def verb_of_doing(clause: str) -> str | None:
    """Return the first verb of doing of a clause, None where it has none.

    >>> verb_of_doing("在老街办宪法灯谜会"), verb_of_doing("物业类问题较为突出")
    ('办', None)
    """
    import rjieba

    if _FRAMES.match(clause) or clause.endswith((":", "：")):
        return None
    for word, tag in rjieba.tag(clause):
        if tag == _VERB and word not in STATES and not _MEASURED.match(clause, clause.find(word) + len(word)):
            return word
    return None
