"""Which item of the answer before a message points at: 第二个, 最后那家, the third one."""

from __future__ import annotations

import re

ITEM = re.compile(
    r"(?P<last>最后|最末|末尾|倒数第?一)(?:那|的)?(?:一)?(?:家|个|条|项|份|位|样|桩|款|句)?|(?P<back>倒数第([二三四五]))(?:家|个|条|项|份|位|样|桩|款|句)?|"
    r"(?:第(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})|(?P<head>头一|首))(?:家|个|条|项|份|位|样|桩|款|句)(?!部分|方面|季度|月|责任|产业|批|轮|期|阶段|层|师|年|次|天|个)"
    r"|\b(?:the )?(?P<word>first|second|third|fourth|fifth|last)(?: one| item| agency|"
    r" report)?\b(?! (?:responsible|half|quarter|party))",
    re.IGNORECASE,
)
_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "last": -1}
_DIGITS = "一二三四五六七八九十"
LONGEST = 24
"""Characters of a message in which 第二个 points at the answer before; in a longer one it may count something else."""


def item_named(message: str) -> int | None:
    """Return which item of the answer before is meant, from 0, negative from its end.

    >>> item_named("第二个呢"), item_named("最后那家的原话"), item_named("the third one"), item_named("第二季度呢")
    (1, -1, 2, None)
    """
    found = ITEM.search(message) if len(message) <= LONGEST or message.isascii() else None
    if found is None or (message.isascii() and len(message) > 2 * LONGEST):
        return None
    if found["word"]:
        return _ORDINALS[found["word"].lower()]
    if found["back"]:
        return -1 - _DIGITS.index(found["back"][-1])
    if found["last"]:
        return -1
    return 0 if found["head"] else _place(found["number"])


def _place(number: str) -> int:
    if number.isdecimal():
        return max(int(number) - 1, 0)
    return _DIGITS.index(number[-1]) + (10 if len(number) > 1 and number[0] == "十" else 0)
