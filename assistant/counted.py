"""What a figure is said of: the words of its own part, those handed down to it, and those around.

A sentence counts several things (登记46件，其中化解40件): a verb belongs to the figure beside it, a noun is handed down to
the figures after it. So each figure has its own part, from the figure or mark before it to the next one after it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.folding import fold
from corpus.report import Figure, Report, Statement

_MARKS = "，；：。！？,;"
_KEPT = 16_384
"""Figures whose words are kept, a kilobyte each: one question asks several times, the next one again."""
_STEP = re.compile(r"^\s*(?:的)?[^，。；]{0,6}?(?:增(?:加|长|至|到)|提(?:高|升|到)|上升|扩(?:大|充|到)|升|压(?:缩|减|到|降)|降(?:低|至|到|为)?|缩(?:短|减)|减(?:少|至|到)"
                   r"|变(?:为|成)|调整|到|至)")  # fmt: skip
_FROM = re.compile(r"(?:由|从)[^，。；]{0,12}$")
_MORE = re.compile(
    r"(?:比|较|同比|环比)[^，。；]{0,8}?(?:增|多|上升|提|升|降|减|少|下)[^，。；\d]{0,4}$|(?:增|提|升|降|减)[加长高多少低]?了\s*$"
    r"|(?:上升|下降|增长|降低|提高|减少|增加)(?:了)?\s*$"
)


@dataclass(frozen=True, slots=True)
class Said:
    """The folded words round a figure.

    ``own`` is its part of the sentence, ``before`` and ``after`` what directly leads up to the number and follows it
    there. ``handed`` stands earlier in the same half of the sentence, ``earlier`` in a half before, ``later`` after.
    ``former`` tells that it is the old value of a change, ``change`` that it is the difference.
    """

    own: str
    before: str
    after: str
    handed: str
    earlier: str
    later: str
    former: bool
    change: bool


def said_of(report: Report, statement: Statement, figure: Figure) -> Said:
    """Return the words round a figure of a statement."""
    shift = statement.start
    others = [other for other in statement.figures if other.start != figure.start]
    before = max([other.end - shift for other in others if other.end <= figure.start], default=0)
    behind = min([other.start for other in others if other.start >= figure.end], default=statement.end) - shift
    return _said(report.quote(statement), figure.start - shift, figure.end - shift, before, behind)


@lru_cache(maxsize=_KEPT)
def _said(text: str, start: int, end: int, before: int, behind: int) -> Said:
    """Return the words round the number at a place of a sentence, other numbers ending before and beginning behind."""
    comma = max(text.rfind(mark, 0, start) + 1 for mark in _MARKS)
    left = max(comma, before)
    right = min(_next(text, end), behind)
    half = max(text.rfind(mark, 0, left) + 1 for mark in "；;。")
    return Said(
        own=fold(text[left:right]),
        before=fold(text[left:start]),
        after=fold(text[end:right]),
        handed=fold(text[half:left]),
        earlier=fold(text[:half]),
        later=fold(text[right:]),
        former=bool(_FROM.search(text[comma:start]) and _STEP.match(text[end:])),
        change=bool(_MORE.search(text[comma:start])),
    )


def _next(text: str, start: int) -> int:
    return min([at for mark in _MARKS if (at := text.find(mark, start)) >= 0], default=len(text))
