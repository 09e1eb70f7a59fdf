"""What each clause of a statement claims: done, rules, planned, problem, suggested, nil or only mentioned.

Wording decides first, the section's role is its prior. A clause with neither deciding words nor a verb takes the status
of the clause it leans on; what stays undecidable is ``mentioned``, never ``done``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from corpus.report import Clause, Role, Status
from corpus.rule import Rule
from corpus.status_lacks import ABSENCE_RULES, NIL_RULES, PROBLEM_RULES
from corpus.status_making import RULES_RULES
from corpus.status_mentions import FRAME_RULES, OPEN_RULES, STATE_RULES
from corpus.status_rules import (
    ADMITTED_RULES,
    DONE_RULES,
    OWN_RULES,
    PAST_RULES,
    PLAN_RULES,
    SUGGEST_RULES,
)
from corpus.status_words import ACTION, BACKGROUND, BARE_NIL, CONCEDE, DOING, MENDED, NIL_BODY, OBJECT, PLACE, TURN
from corpus.verbs import verb_of_doing

PRIOR: dict[Role, Status] = {
    "duty": "done",
    "work": "done",
    "problem": "problem",
    "plan": "planned",
    "judgment": "done",
    "suggestion": "suggested",
    "other": "done",
    "front": "done",
    "back": "mentioned",
}
"""What a clause with a verb of doing claims when its wording says nothing else, by the section's role."""

_ACTION = re.compile(ACTION)
_BACKGROUND = re.compile(BACKGROUND)
_CONCEDE = re.compile(CONCEDE)
_MENDED = re.compile(MENDED)
_TURN = re.compile(TURN)
_NIL_BODY = re.compile(NIL_BODY)
_BARE_NIL = re.compile(BARE_NIL)
_OBJECT = re.compile(OBJECT)
_PLACE = re.compile(PLACE)
_PLACE_OF = re.compile(PLACE + DOING)
_ALREADY = re.compile(r"(?:已经?|业已|均已|现已|目前已)(?=[\u4e00-\u9fff]{2})(?![\u4e00-\u9fff]{1,6}的)")
LONGEST = 400
"""Characters of a clause that are read; no sentence has so many without a comma, a broken file may."""
_TITLE = re.compile(r"《[^》《\n]{0,120}》")
"""A document's title: its words decide nothing, only that it is one."""
_RULE_TITLE = re.compile(
    r"(?:规定|办法|细则|规程|方案|意见|规则|预案|目录|清单|指引|指南|标准|基准|制度|公约|章程|规范|规划|计划|措施|通知)(?:（[^）]{1,6}）)?》"
)
_SENTENCE = re.compile(r"[。：:；！？]$")
"""Ends a sentence; a line of the head without it is a title, a name or a number and claims nothing."""
_OPEN = "“‘《〈「『（("
_CLOSE = "”’》〉」』）)"
_BORDER = re.compile(r"[，；：,;:。！？]")
_Table = tuple[Rule[Status], ...]
_ALL: tuple[_Table, ...] = (
    SUGGEST_RULES, PLAN_RULES, NIL_RULES, ABSENCE_RULES, PROBLEM_RULES, FRAME_RULES, RULES_RULES[:1], STATE_RULES, OPEN_RULES, RULES_RULES, DONE_RULES,
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
_AIM = re.compile(r"\s*(?:但|还|也)?(?:下一?步|下一?阶段|明年|来年|接下来|今后|在此基础上|新的一年)")
_PAST = re.compile(r"今年|去年|上年|近年来|前期|目前|以来|现有|年初|上半年|过去")
_MADE = re.compile(r"了$|已|就(?:印发|出台|定下|建立)")
"""In a section of problems: the rule was made all the same."""
_DENIED: dict[Role, _Table] = {"problem": PROBLEM_RULES, "suggestion": SUGGEST_RULES, "plan": SUGGEST_RULES[1:]}
"""What is not a deed for all its 已, by the section's role."""
_CAUSE = re.compile(r"由于|因|受|随着|面对|鉴于|[^，。；]{0,12}还(?:有|是)")
_REACHING: frozenset[Status] = frozenset({"planned", "suggested", "problem"})


@dataclass(frozen=True, slots=True)
class _Judged:
    start: int
    end: int
    status: Status | None
    because: str
    reaches: bool = False


def is_nil(sentence: str) -> bool:
    """Tell whether a section's sentence answers with none.

    >>> is_nil("无"), is_nil("本年度无此类情况。"), is_nil("无一发生现实危害，形势平稳。")
    (True, True, False)
    """
    return bool(_NIL_BODY.match(sentence.strip()))


def clauses_of(text: str, start: int, end: int, role: Role, *, heading: bool, nil: bool) -> tuple[Clause, ...]:
    """Cut a statement into clauses of one status each; they tile ``[start, end)``.

    :param role: of the section the statement stands in.
    :param heading: whether the statement is its section's heading.
    :param nil: whether the section's whole body says that there was none.

    >>> sentence = "虽已建立机制，但落实仍不到位。"
    >>> [(c.status, c.because) for c in clauses_of(sentence, 0, len(sentence), "problem", heading=False, nil=False)]
    [('rules', '建立'), ('problem', '仍不到位')]
    """
    if nil:
        return (Clause(start, end, "nil", text[start:end].strip() if not heading else ""),)
    if role in ("front", "back") and not _SENTENCE.search(text[start:end].rstrip()):
        return (Clause(start, end, "mentioned", ""),)
    spans = _segments(text, start, end)
    judged = [_judge(text, a, b, role) for a, b in spans]
    if role == "problem":
        judged = _conceded(text, judged)
    if role == "plan":
        judged = _looked_back(text, judged)
    judged = _reach(text, judged)
    judged = _lean(text, judged, role)
    return _merged(judged)


def _segments(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut at commas, semicolons and colons outside quotation marks, book marks and brackets."""
    spans: list[tuple[int, int]] = []
    depth = 0
    cursor = start
    for position in range(start, end):
        if position == cursor and depth == 0 and (place := _PLACE_OF.match(text, position, end)):
            spans.append((cursor, place.end()))
            cursor = place.end()
        char = text[position]
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(depth - 1, 0)
        elif _BORDER.match(char) and (depth == 0 or char == "。") and not _BARE_NIL.match(text, position + 1, end):
            spans.append((cursor, position + 1))
            cursor = position + 1
    if text[cursor:end].strip():
        spans.append((cursor, end))
    elif spans:
        spans[-1] = (spans[-1][0], end)
    return spans or [(start, end)]


@cache
def _first(rules: tuple[Rule[Status], ...], clause: str) -> str | None:
    """Return the deciding words of the first rule that matches a clause: its group ``word``, else all it matched."""
    for rule in rules:
        if found := rule.regex.search(clause):
            words = found.groupdict().get("word") or found.group(0)
            return (words.split("《")[0] or words.rsplit("》")[-1]).strip("，；。：、 ")
    return None


def _judge(text: str, start: int, end: int, role: Role) -> _Judged:
    """Decide one clause by its own words; the tables are tried in an order that the section's role sets."""
    whole = text[start : min(end, start + LONGEST)].strip().rstrip("，；：。,;:")
    clause = _TITLE.sub("《》", whole)
    ruled = _TITLE.sub(lambda title: "《规》" if _RULE_TITLE.search(title.group(0)) else "《》", whole)
    if _CONCEDE.search(clause):
        if words := _first(RULES_RULES, clause):
            return _Judged(start, end, "rules", words, reaches=True)
        word = re.search(r"虽[然说]?|尽管|固然", clause)
        return _Judged(start, end, "done", word.group(0) if word else "", reaches=True)
    already = _ALREADY.search(clause)
    if already and role in ("plan", "problem", "suggestion") and not _first(_DENIED[role], clause):
        return _Judged(start, end, *_deed(ruled, already.group(0)))
    if role == "plan" and _DID.search(clause):
        return _Judged(start, end, *_deed(ruled, "了"))
    if _PLACE.fullmatch(whole):
        return _Judged(start, end, "mentioned", "")
    for rules in _ORDER.get(role, _ALL):
        if rules is PROBLEM_RULES and role != "problem" and _MENDED.search(clause):
            continue
        if rules is PLAN_RULES and role not in ("plan", "problem") and _SETTLED.search(clause):
            continue
        if rules is DONE_RULES and _BACKGROUND.search(clause):
            break
        read = _OBJECT.sub("，", clause) if rules is PROBLEM_RULES else (ruled if rules is RULES_RULES else clause)
        if words := _first(rules, read):
            status = rules[0].meaning
            reaches = status in ("suggested", "planned") or (status == "problem" and bool(re.search(r"需|待", words))) or words == "附件"
            return _Judged(start, end, status, words.strip("是") if status == "suggested" else words, reaches)
    if role == "problem" and _MADE.search(clause) and (words := _first(RULES_RULES, ruled)):
        return _Judged(start, end, "rules", words)
    return _Judged(start, end, None, "")


def _deed(clause: str, words: str) -> tuple[Status, str]:
    """Tell whether what happened is a rule made."""
    made = _first(RULES_RULES, clause)
    return ("rules", made) if made else ("done", words)


def _conceded(text: str, judged: list[_Judged]) -> list[_Judged]:
    """Give what stands before the turn of a sentence about a failing its deed: 班办了十期，可年轻人没来."""
    turns = [index for index, item in enumerate(judged) if _TURN.search(text[item.start : item.end])]
    if not turns or judged[turns[0]].status not in (None, "problem"):
        return judged
    result = list(judged)
    for index, item in enumerate(judged[: turns[0]]):
        clause = _TITLE.sub("《》", text[item.start : item.end]).strip().rstrip("，；：。")
        words = _first(DONE_RULES, clause) or (found.group(0) if (found := _ACTION.search(clause)) else "")
        if item.status is None and not _CAUSE.match(clause) and (words or _first(RULES_RULES, clause)):
            result[index] = _Judged(item.start, item.end, *_deed(clause, words))
    return result


def _looked_back(text: str, judged: list[_Judged]) -> list[_Judged]:
    """Give what a plan first tells of the past its deed: 今年办了听证，明年再办."""
    aims = [index for index, item in enumerate(judged) if _AIM.match(text, item.start, item.end)]
    result = list(judged)
    for index, item in enumerate(judged[: aims[0]] if aims else []):
        clause = text[item.start : item.end].strip().rstrip("，；：。")
        if item.status is None and _PAST.search(clause):
            result[index] = _Judged(item.start, item.end, *_deed(clause, ""))
    return result


def _reach(text: str, judged: list[_Judged]) -> list[_Judged]:
    """Let 将, 建议, 仍需 and 虽 reach over the undecided clauses after them, up to a turn."""
    result: list[_Judged] = []
    reaching: _Judged | None = None
    for item in judged:
        if _TURN.search(text[item.start : item.end]):
            reaching = None
        if item.status is None and reaching is not None:
            result.append(_Judged(item.start, item.end, reaching.status, reaching.because))
            continue
        if item.status in ("rules", "mentioned") and reaching is not None and reaching.status in _REACHING:
            result.append(_Judged(item.start, item.end, reaching.status, reaching.because))
            continue
        reaching = item if item.reaches else (None if item.status is not None else reaching)
        result.append(item)
    return result


def _lean(text: str, judged: list[_Judged], role: Role) -> list[_Judged]:
    """Give the rest their section's status if they hold a verb, else that of the clause they lean on."""
    prior = PRIOR[role]
    result: list[_Judged] = []
    for item in judged:
        if item.status is not None:
            result.append(item)
            continue
        clause = _TITLE.sub("《》", text[item.start : item.end]).strip()
        verb = _ACTION.search(clause)
        framing = bool(_BACKGROUND.search(clause.rstrip("，；：。")))
        word = verb.group(0) if verb else (verb_of_doing(clause) if role in ("work", "duty", "judgment") else None)
        if role in ("problem", "plan", "suggestion") or (word and not framing):
            result.append(_Judged(item.start, item.end, prior, word or ""))
        else:
            result.append(item)
    return _leaning(result, role)


def _leaning(judged: list[_Judged], role: Role) -> list[_Judged]:
    """Give the undecided the status of the next decided clause, else of the one before; else they claim nothing.

    Head and closing lines lean on nothing.
    """
    result: list[_Judged] = []
    leaning = role not in ("front", "back")
    last = next((item for item in reversed(judged) if item.status is not None), None)
    following = last
    for item in reversed(judged):
        if item.status is not None:
            following = item if item.because or item.status != "mentioned" else following
            result.append(item)
        elif leaning and following is not None:
            result.append(_Judged(item.start, item.end, following.status, following.because))
        else:
            result.append(_Judged(item.start, item.end, "mentioned", ""))
    return result[::-1]


def _merged(judged: list[_Judged]) -> tuple[Clause, ...]:
    clauses: list[Clause] = []
    for item in judged:
        status: Status = item.status or "mentioned"
        last = clauses[-1] if clauses else None
        if last is not None and last.status == status and last.because == item.because:
            clauses[-1] = Clause(last.start, item.end, status, last.because)
        else:
            clauses.append(Clause(item.start, item.end, status, item.because))
    return tuple(clauses)
