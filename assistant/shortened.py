"""Whether a message wants reports cut short, and what else it says: a digest of a report, of a part, of a topic."""

from __future__ import annotations

import re

_COUNT = r"[几\d一二两三四五六七八九十百]{1,5}"
_LENGTH = re.compile(
    rf"(?:压|缩|浓缩|精简|精炼|控制|限|归拢|提炼|归)(?:缩|减|定)?(?:到|成|在|为)[^，。？]{{0,6}}(?:字|句|段|行)|{_COUNT}\s?个?(?:句话?|段话?|字|行话?)(?:之?内|以内|左右|上下)?(?:的)?[^，。？]{{0,6}}?(?:说|讲|概|总|归|介绍|写|版|串)"
    rf"|(?:别|不要?|不能?|勿)(?:超过?|多于|大于)\s?{_COUNT}\s?个?(?:字|句)|\d\s?个?字(?:之内|以内|左右|上下|版)|(?:一年|一份|一家|每年|每份|每家|各)(?:用)?一(?:段|句话?)|一句话|长话短说|(?:in|within|under|at most|"
    rf"no more than) (?:\w{{1,20}} )?\w{{1,20}} "
    rf"(?:sentences?|words|lines|bullets?|characters|paragraphs?)"
    r"|nutshell|tl;?dr|short version|boil(?:ed)? (?:\w{1,20} )?down"
    r"|\bsum(?:s|med)? up|\bgist\b|\bprécis|\brecap|\bcondense",
    re.IGNORECASE,
)
"""Asks for a length, or for brevity itself."""
_GENERAL = re.compile(
    r"梗概|大意|大概(?:内容|意思|讲|说|写)|要点|精华|核心(?:内容|意思)|主要内容|干货|(?:给我|跟我|帮我)?(?:说说|讲讲|捋一?捋|过一遍)|(?:写|讲|说)了?些?(?:什么|啥)|是个?什么情况|overview|(?:key|main) (?:points|messages|content)|"
    r"what (?:does|do|is|did) [^?]{0,30}\breports? (?:say|about|contain|tell)|what'?s in ",
    re.IGNORECASE,
)
"""Asks what a report says, with nothing more exact."""
_SAYING = re.compile(
    r"概括|概述|归纳|摘要|综述|简述|简介|简要|简单|梳理|总结|小结|说完|讲完|说清楚?|讲清楚?|说透|一段话?|两段|几段|每句|每段|每条|句话|总共|别超|不超过?|超过|压到|压缩|浓缩|控制在|以内|之内|左右|上下|都要|能查|查到|出处|来源|注明|标明|附上?|"
    r"领导|材料|汇报|发言|参考|要用|起草|用得?上|一年一段|一家一句|分年|分开|按年|[几一二两三四五六七八九十百\d]{1,5}\s?个?(?:字|句|段|行|年)(?:话|的)?|个字|年的|看完|没时间|太长|大意|梗概|要点|精华|核心|干货|主要|内容|意思|大概|写了|讲了|说了|什么|情况|重点|关键|帮忙|版本|口播"
)
_SAYING_ENGLISH = re.compile(
    r"\b(?:summar(?:y|ies|i[sz]e[sd]?|i[sz]ing)|digest|brief(?:ly)?|overview|gist|key|main|points?|"
    r"messages?|content|sentences?|words?|characters|lines|bullets?|paragraphs?|short|version|sum|"
    r"boil|down|recap|nutshell|condense[d]?|"
    r"english|chinese|contain|say|says|tell|tells|about|what|is|within|under|most|more|than|no|at|"
    r"into|per|quick|quickly|three|two|four|five|one|ten|hundred|\d+|using|only|write|make|need|with|"
    r"sources?|citations?|cited)\b",
    re.IGNORECASE,
)


def length_asked(text: str) -> bool:
    """Tell whether a message asks for a length or for brevity.

    >>> length_asked("那份材料三句话给我说完"), length_asked("压到150字"), length_asked("宣传了三次")
    (True, True, False)
    """
    return _LENGTH.search(text) is not None


def content_asked(text: str) -> bool:
    """Tell whether a message asks what a report says at all."""
    return _GENERAL.search(text) is not None


def unshortened(text: str) -> str:
    """Return what is left of a text once the words of cutting short are gone."""
    return _SAYING_ENGLISH.sub("，", _SAYING.sub("，", _GENERAL.sub("，", _LENGTH.sub("，", text))))
