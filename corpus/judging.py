"""One clause judged by its own words: the tables in the order that its section's role sets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from corpus.report import Role, Status
from corpus.rule import Rule
from corpus.status_lacks import ABSENCE_RULES, NIL_RULES, PROBLEM_RULES
from corpus.status_making import RULES_RULES
from corpus.status_mentions import FRAME_RULES, OPEN_RULES, STATE_RULES
from corpus.status_rules import ADMITTED_RULES, DONE_RULES, OWN_RULES, PAST_RULES, PLAN_RULES, SUGGEST_RULES
from corpus.status_words import BACKGROUND, CONCEDE, MENDED, OBJECT, PLACE

_BACKGROUND = re.compile(BACKGROUND)
_CONCEDE = re.compile(CONCEDE)
_MENDED = re.compile(MENDED)
_OBJECT = re.compile(OBJECT)
_PLACE = re.compile(PLACE)
_ALREADY = re.compile(r"(?:已经?|业已|均已|现已|目前已)(?=[\u4e00-\u9fff]{2})(?![\u4e00-\u9fff]{1,6}的)")
LONGEST = 400
"""Characters of a clause that are read; no sentence has so many without a comma, a broken file may."""
TITLE = re.compile(r"《[^》《\n]{0,120}》")
"""A document's title: its words decide nothing, only that it is one."""
_RULE_TITLE = re.compile(
    r"(?:规定|办法|细则|规程|方案|意见|规则|预案|目录|清单|指引|指南|标准|基准|制度|公约|章程|规范|规划|计划|措施|通知)(?:（[^）]{1,6}）)?》"
)
_Table = tuple[Rule[Status], ...]
_Claim = tuple[Status | None, str, bool]
_ALL: tuple[_Table, ...] = (
    SUGGEST_RULES, PLAN_RULES, NIL_RULES, ABSENCE_RULES, PROBLEM_RULES, FRAME_RULES,
    RULES_RULES[:1], STATE_RULES, OPEN_RULES, RULES_RULES, DONE_RULES,
)  # fmt: skip
_ORDER: dict[Role, tuple[_Table, ...]] = {
    "plan": (SUGGEST_RULES[1:], PAST_RULES, FRAME_RULES, OPEN_RULES[2:], PLAN_RULES),
    "suggestion": (SUGGEST_RULES, NIL_RULES, ABSENCE_RULES, FRAME_RULES[:1], OWN_RULES, PLAN_RULES[:2]),
    "problem": (SUGGEST_RULES, PLAN_RULES, NIL_RULES, PROBLEM_RULES, FRAME_RULES, ADMITTED_RULES),
}
"""Which tables decide a clause, first match wins; a role that is not named takes all."""
_SETTLED = re.compile(
    r"^(?![^，。；]{0,16}(?:将|拟|要|计划))[^，。；]{0,20}(?:部署|安排|研究|敲定|制定|印发|明确|商定|排定|提出|收集|征求|报送|汇报|听取|理清|厘清|确定|申报)了?[^，。；]{0,12}"
    r"(?:下一?步|下一?阶段|明年|来年|今后)(?:的|[^，。；]{0,12}(?:工作|任务|计划|打算|思路|重点|安排|措施|意见)$)|"
    r"(?:制度|机制|办法|方案|规则|细则|规程|预案|章程|清单|指引|目录|《》|草案|初稿)[”」]?(?:（[^）]{1,8}）)?(?:目前|现|已|眼下|均)?正(?:在)?(?:抓紧)?(?:报批|审批|送审|会签|论证|征求|修改|审核|起草)"
)
"""Talk about the time to come that took place already: 研究部署下一步工作."""
_DID = re.compile(
    r"^(?![^，。；]{0,40}(?:将|要|拟|争取|力争|确保|让|使|待|等|不|如|谁))[^，。；]{0,40}?[\u4e00-\u9fff](?<![为除罢])了(?![解然如结却断])"
)
"""A deed told in a plan: its verb has 了 and nothing speaks of the time to come."""
_MADE = re.compile(r"了$|已|就(?:印发|出台|定下|建立)")
"""In a section of problems: the rule was made all the same."""
_DENIED: dict[Role, _Table] = {"problem": PROBLEM_RULES, "suggestion": SUGGEST_RULES, "plan": SUGGEST_RULES[1:]}
"""What is not a deed for all its 已, by the section's role."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A span with what its own words claim, and whether they reach over undecided spans after it."""

    start: int
    end: int
    status: Status | None
    because: str
    reaches: bool = False


@cache
def first(rules: tuple[Rule[Status], ...], clause: str) -> str | None:
    """Return the deciding words of the first rule that matches a clause: its group ``word``, else all it matched."""
    for rule in rules:
        if found := rule.regex.search(clause):
            words = found.groupdict().get("word") or found.group(0)
            return (words.split("《")[0] or words.rsplit("》")[-1]).strip("，；。：、 ")
    return None


def judge(text: str, start: int, end: int, role: Role) -> Judged:
    """Decide one clause by its own words; without deciding words its status is None."""
    whole = text[start : min(end, start + LONGEST)].strip().rstrip("，；：。,;:")
    clause = TITLE.sub("《》", whole)
    ruled = TITLE.sub(lambda title: "《规》" if _RULE_TITLE.search(title.group(0)) else "《》", whole)
    status, words, reaches = _past(clause, ruled, role) or _by_tables(clause, ruled, role)
    return Judged(start, end, status, words, reaches)


def _past(clause: str, ruled: str, role: Role) -> _Claim | None:
    """Tell what a concession claims, or 已 and 了 in a section of another status, or the place of a deed."""
    if _CONCEDE.search(clause):
        word = re.search(r"虽[然说]?|尽管|固然", clause)
        return *deed(ruled, word.group(0) if word else ""), True
    already = _ALREADY.search(clause)
    if already and role in _DENIED and not first(_DENIED[role], clause):
        return *deed(ruled, already.group(0)), False
    if role == "plan" and _DID.search(clause):
        return *deed(ruled, "了"), False
    return ("mentioned", "", False) if _PLACE.fullmatch(clause) else None


def _by_tables(clause: str, ruled: str, role: Role) -> _Claim:
    """Take the first table that matches; a failing that describes the object of a deed is no failing."""
    for rules in _ORDER.get(role, _ALL):
        if _void(rules, clause, role):
            continue
        read = _OBJECT.sub("，", clause) if rules is PROBLEM_RULES else (ruled if rules is RULES_RULES else clause)
        if words := first(rules, read):
            status = rules[0].meaning
            asked = status == "problem" and re.search(r"需|待", words)
            reaches = status in ("suggested", "planned") or bool(asked) or words == "附件"
            return status, words.strip("是") if status == "suggested" else words, reaches
    if role == "problem" and _MADE.search(clause) and (words := first(RULES_RULES, ruled)):
        return "rules", words, False
    return None, "", False


def _void(rules: _Table, clause: str, role: Role) -> bool:
    """Tell whether a table may not decide a clause: failings mended, plans made already, frames without a deed."""
    if rules is PROBLEM_RULES:
        return role != "problem" and bool(_MENDED.search(clause))
    if rules is PLAN_RULES:
        return role not in ("plan", "problem") and bool(_SETTLED.search(clause))
    return rules is DONE_RULES and bool(_BACKGROUND.search(clause))


def deed(clause: str, words: str) -> tuple[Status, str]:
    """Tell whether what happened is a rule made."""
    made = first(RULES_RULES, clause)
    return ("rules", made) if made else ("done", words)
