"""A question → the character grams that the lexical index is asked for; texts are folded as the corpus folds them.

Words that only ask (什么, 多少, …) are cut out: they occur in no report and would dilute what was asked. Grams never
reach across a cut, a blank or a punctuation mark, which stand for no neighbourhood in a report.
"""

from __future__ import annotations

import re

from corpus.folding import fold

QUESTION_WORDS = (
    "有没有", "是不是", "能不能", "是否", "为什么", "为何", "什么", "多少", "哪些", "哪个", "哪家", "哪里", "哪儿", "哪几",
    "怎么样", "怎么", "怎样", "如何", "谁", "几", "了吗", "的吗", "吗", "呢", "吧", "呀", "啊",
)  # fmt: skip
"""Words that ask and name nothing; the longest that fits is cut first."""

OPENINGS = ("请问", "请告诉我", "请帮我", "请列出", "请", "告诉我", "帮我", "列出", "说说", "介绍一下", "介绍")
"""Words that ask only where a question begins with them: 申请 and 列出清单 are subjects of reports."""

MOST_GRAMS = 400
"""Of a whole page pasted as a question the first grams are enough, and the query stays within milliseconds."""

_CUT = re.compile(
    rf"^(?:{'|'.join(sorted(OPENINGS, key=len, reverse=True))})"
    rf"|{'|'.join(sorted(QUESTION_WORDS, key=len, reverse=True))}"
)
_PIECE = re.compile(r"\w+")


def asked(text: str) -> str:
    """Return what a question asks for: question words out, the rest as written, pieces apart by one blank.

    A question of nothing but such words keeps them.

    >>> asked("请问开展了多少场培训？"), asked("申请事项"), asked("什么")
    ('开展了 场培训？', '申请事项', '什么')
    """
    rest = " ".join(_CUT.sub(" ", text.strip()).split())
    return rest if _PIECE.search(rest) else text.strip()


def grams(text: str) -> tuple[str, ...]:
    """Return the distinct character 1- and 2-grams of a question, folded, in order of appearance.

    >>> grams("培训几场")
    ('培', '训', '培训', '场')
    """
    found: dict[str, None] = {}
    for piece in _pieces(text):
        found.update(dict.fromkeys(piece))
        found.update(dict.fromkeys(_pairs(piece)))
    return tuple(found)[:MOST_GRAMS]


def pairs(text: str) -> tuple[str, ...]:
    """Return the distinct character bigrams of a question, or its single characters where it has no bigram.

    >>> pairs("哪些培训"), pairs("谁管水")
    (('培训',), ('管水',))
    """
    pieces = _pieces(text)
    found = dict.fromkeys(pair for piece in pieces for pair in _pairs(piece))
    return tuple(found or dict.fromkeys(char for piece in pieces for char in piece))[:MOST_GRAMS]


def _pieces(text: str) -> list[str]:
    return [fold(piece) for piece in _PIECE.findall(asked(text))]


def _pairs(piece: str) -> list[str]:
    return [piece[at : at + 2] for at in range(len(piece) - 1)]
