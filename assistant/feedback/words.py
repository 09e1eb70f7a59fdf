"""Name the verdicts and the reasons, in Chinese and English; the page and the command line show these words."""

from __future__ import annotations

USEFUL, WRONG, WITHDRAWN = "useful", "wrong", "withdrawn"

VERDICTS: dict[str, tuple[str, str]] = {
    USEFUL: ("有用", "Useful"),
    WRONG: ("有误", "Wrong"),
    WITHDRAWN: ("已撤回", "Taken back"),
}

REASONS: dict[str, tuple[str, str]] = {
    "agency_missed": ("漏了机关", "An agency is missing"),
    "status_wrong": ("状态判错", "A status is wrong"),
    "number_wrong": ("数字错", "A number is wrong"),
    "quote_beside": ("引文不相关", "A quote is beside the point"),
    "not_asked": ("答非所问", "Not what was asked"),
    "wrongly_refused": ("不该拒答", "Should have been answered"),
    "other": ("其他", "Something else"),
}
"""What can be wrong with an answer, in the order of the form."""
