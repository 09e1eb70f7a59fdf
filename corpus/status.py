"""What each clause of a statement claims: done, rules, planned, problem, suggested, nil or only mentioned.

Wording decides first, the section's role is its prior. A clause with neither deciding words nor a verb takes the status
of the clause it leans on; what stays undecidable is ``mentioned``, never ``done``.
"""

from __future__ import annotations

import re

from corpus.judging import TITLE, Judged, deed, first, judge
from corpus.report import Clause, Role, Status
from corpus.segments import segments
from corpus.status_making import RULES_RULES
from corpus.status_rules import DONE_RULES
from corpus.status_words import ACTION, BACKGROUND, NIL_BODY, TURN
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
_TURN = re.compile(TURN)
_NIL_BODY = re.compile(NIL_BODY)
_SENTENCE = re.compile(r"[。：:；！？]$")
"""Ends a sentence; a line of the head without it is a title, a name or a number and claims nothing."""
_AIM = re.compile(r"\s*(?:但|还|也)?(?:下一?步|下一?阶段|明年|来年|接下来|今后|在此基础上|新的一年)")
_PAST = re.compile(r"今年|去年|上年|近年来|前期|目前|以来|现有|年初|上半年|过去")
_CAUSE = re.compile(r"由于|因|受|随着|面对|鉴于|[^，。；]{0,12}还(?:有|是)")
_REACHING: frozenset[Status] = frozenset({"planned", "suggested", "problem"})


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
    spans = segments(text, start, end)
    judged = [judge(text, a, b, role) for a, b in spans]
    if role == "problem":
        judged = _conceded(text, judged)
    if role == "plan":
        judged = _looked_back(text, judged)
    judged = _reach(text, judged)
    judged = _lean(text, judged, role)
    return _merged(judged)


def _conceded(text: str, judged: list[Judged]) -> list[Judged]:
    """Give what stands before the turn of a sentence about a failing its deed: 班办了十期，可年轻人没来."""
    turns = [index for index, item in enumerate(judged) if _TURN.search(text[item.start : item.end])]
    if not turns or judged[turns[0]].status not in (None, "problem"):
        return judged
    result = list(judged)
    for index, item in enumerate(judged[: turns[0]]):
        clause = TITLE.sub("《》", text[item.start : item.end]).strip().rstrip("，；：。")
        words = first(DONE_RULES, clause) or (found.group(0) if (found := _ACTION.search(clause)) else "")
        if item.status is None and not _CAUSE.match(clause) and (words or first(RULES_RULES, clause)):
            result[index] = Judged(item.start, item.end, *deed(clause, words))
    return result


def _looked_back(text: str, judged: list[Judged]) -> list[Judged]:
    """Give what a plan first tells of the past its deed: 今年办了听证，明年再办."""
    aims = [index for index, item in enumerate(judged) if _AIM.match(text, item.start, item.end)]
    result = list(judged)
    for index, item in enumerate(judged[: aims[0]] if aims else []):
        clause = text[item.start : item.end].strip().rstrip("，；：。")
        if item.status is None and _PAST.search(clause):
            result[index] = Judged(item.start, item.end, *deed(clause, ""))
    return result


def _reach(text: str, judged: list[Judged]) -> list[Judged]:
    """Let 将, 建议, 仍需 and 虽 reach over the undecided clauses after them, up to a turn."""
    result: list[Judged] = []
    reaching: Judged | None = None
    for item in judged:
        if _TURN.search(text[item.start : item.end]):
            reaching = None
        if item.status is None and reaching is not None:
            result.append(Judged(item.start, item.end, reaching.status, reaching.because))
            continue
        if item.status in ("rules", "mentioned") and reaching is not None and reaching.status in _REACHING:
            result.append(Judged(item.start, item.end, reaching.status, reaching.because))
            continue
        reaching = item if item.reaches else (None if item.status is not None else reaching)
        result.append(item)
    return result


def _lean(text: str, judged: list[Judged], role: Role) -> list[Judged]:
    """Give the rest their section's status if they hold a verb, else that of the clause they lean on."""
    prior = PRIOR[role]
    result: list[Judged] = []
    for item in judged:
        if item.status is not None:
            result.append(item)
            continue
        clause = TITLE.sub("《》", text[item.start : item.end]).strip()
        verb = _ACTION.search(clause)
        framing = bool(_BACKGROUND.search(clause.rstrip("，；：。")))
        word = verb.group(0) if verb else (verb_of_doing(clause) if role in ("work", "duty", "judgment") else None)
        if role in ("problem", "plan", "suggestion") or (word and not framing):
            result.append(Judged(item.start, item.end, prior, word or ""))
        else:
            result.append(item)
    return _leaning(result, role)


def _leaning(judged: list[Judged], role: Role) -> list[Judged]:
    """Give the undecided the status of the next decided clause, else of the one before; else they claim nothing.

    Head and closing lines lean on nothing.
    """
    result: list[Judged] = []
    leaning = role not in ("front", "back")
    last = next((item for item in reversed(judged) if item.status is not None), None)
    following = last
    for item in reversed(judged):
        if item.status is not None:
            following = item if item.because or item.status != "mentioned" else following
            result.append(item)
        elif leaning and following is not None:
            result.append(Judged(item.start, item.end, following.status, following.because))
        else:
            result.append(Judged(item.start, item.end, "mentioned", ""))
    return result[::-1]


def _merged(judged: list[Judged]) -> tuple[Clause, ...]:
    clauses: list[Clause] = []
    for item in judged:
        status: Status = item.status or "mentioned"
        last = clauses[-1] if clauses else None
        if last is not None and last.status == status and last.because == item.because:
            clauses[-1] = Clause(last.start, item.end, status, last.because)
        else:
            clauses.append(Clause(item.start, item.end, status, item.because))
    return tuple(clauses)
