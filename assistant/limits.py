"""The statuses that a question wants alone: 只要做了的, 光打算的不要, 谁自己承认.

Asking whether something was done limits nothing, the census shows every status; only words that shut the others out
do. Statuses asked for side by side (谁做了、谁只有规定) shut out the rest.
"""

from __future__ import annotations

import re

from corpus.report import STATUSES, Status

_SAYS: dict[Status, str] = {
    "done": r"(?:真|确实|实际|当真|已经?)[^，。？！；、]{0,8}(?:[了过]|的(?!确)|做|办|开展|落实|落地)"
    r"|(?:做|办|开|搞|干|请|聘|用|建|发|报|查|订|派|给|动手|落实|开展|举行|实施)(?:成|完|到位|起来|出来)?[了过]"
    r"|\bactually\b|\bcarried out\b|\bhave done\b|\bdid\b|\bheld\b",
    "rules": r"规定|规矩|制度|章程|(?:签|发|印)了?(?:个|份)?文|\brules?\b|\bregulations?\b|\bon paper\b",
    "planned": r"打算|计划|设想|规划|想想|嘴上|说说|口头|想做|准备(?:做|办|开|搞)|\bplan(?:s|ned|ning)?\b|\bintend",
    "problem": r"承认|自己认账|认了账|老实认账|坦白|坦承|检讨|自曝|自揭|挨[了过]?批|被[^，。？！；、]{0,4}批评过?|\badmit|\backnowledge",
    "suggested": r"开口|请求|恳请|呼吁|求(?:上|别|县|市|省|人)|建议(?!书)|\basked (?:others|the)\b|\bsuggest",
}
_SAYING = {status: re.compile(words, re.IGNORECASE) for status, words in _SAYS.items()}
_NOT = re.compile(r"(?:没有?|未|不曾|并未|还没)(?:真正?|实际|当真)?[^，。？！；、]{0,2}$")
_SENTENCE = re.compile(r"[，。？！；：,?!;:（）()]+")
_PART = re.compile(r"[，。？！；：、,?!;:（）()]+|\band\b")
_SHUT = re.compile(
    r"不要|不算(?!数字)|不看|除外|别算|别列|不计|不用列|剔除|去掉|撇开|排除|不包括|不含|\bexclud|\bnot count"
)
_SAME = re.compile(r"也算|都算|也列|也要|都列|都要|都行|一并")
_EACH = re.compile(r"还是|\bor\b|分开|分别|各自?(?:到|做到|是)")
_ONLY = re.compile(r"只(?!要是)|仅|光(?!荣|明|伏)|单单|才算|停留在|\bonly\b|\bmerely\b|\bjust\b", re.IGNORECASE)
_REALLY = re.compile(r"真的|真正|实打实|确实|实际|已经|\bactually\b", re.IGNORECASE)
_ASKS = re.compile(r"谁|哪|\bwhich\b|\bwho\b", re.IGNORECASE)


def limit_of(message: str) -> tuple[Status, ...]:
    """Return the statuses that a question wants and no others, strongest first; none where it limits nothing.

    >>> limit_of("哪些单位真的开过听证？光订规矩、光打算的不要"), limit_of("哪些机关举行过信访听证")
    (('done',), ())
    >>> limit_of("哪几家还只停留在打算、没有真做"), limit_of("谁承认没做好"), limit_of("谁做了、谁只是有规定")
    (('planned',), ('problem',), ('done', 'rules'))
    """
    sentences = [part for part in _SENTENCE.split(message) if part]
    if any(_SAME.search(part) and _said(part) for part in sentences) or _EACH.search(message):
        return ()
    shut = {status for part in sentences if _SHUT.search(part) for status in _said(part)}
    wanted = " ，".join(part for part in sentences if not _SHUT.search(part))
    parts = [(part, _said(part)) for part in _PART.split(wanted) if part.strip()]
    if shut:
        done = any("done" in said for _, said in parts) and "done" not in shut
        return ("done",) if done else _ordered(set(STATUSES) - shut)
    if len(_ASKS.findall(wanted)) > 1:
        asking = [said for part, said in parts if _ASKS.search(part)]
        together = {status for said in asking for status in said}
        return _ordered(together) if all(asking) and len(together) > 1 else ()
    for part, said in parts:
        if said and (_ONLY.search(part) or "problem" in said or "done" in said and _REALLY.search(part)):
            return _ordered({said[-1]} if len(said) > 1 else set(said))
    return ()


def _said(text: str) -> list[Status]:
    """Return the statuses a piece speaks of, weakest last; a negated one is none."""
    return [
        status
        for status, pattern in _SAYING.items()
        if any(not _NOT.search(text[: found.start()]) for found in pattern.finditer(text))
    ]


def _ordered(statuses: set[Status]) -> tuple[Status, ...]:
    return tuple(status for status in STATUSES if status in statuses)
