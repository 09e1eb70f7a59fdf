"""Which part of a report a message asks for: by what it is about, by its number, or by where it stands.

A message asks for a part only if nothing else is left of it; with a topic the part merely restricts where to look.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.documents import bare
from corpus.report import Role
from corpus.rule import Rule

_NUMERAL = r"[一二三四五六七八九十\d]{1,3}"
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "last": -1}
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_PART = re.compile(
    rf"第(?P<number>{_NUMERAL})(?:大?部分|大?块|大块|章)|(?P<last>最后一?(?:个|大)?(?:部分|章|块))|(?:part|section|chapter)\s+(?P<english>\d|{'|'.join(_WORDS)})\b"
    rf"|\b(?P<ordinal>{'|'.join(_ORDINALS)}) (?:part|section|chapter)\b",
    re.IGNORECASE,
)
_POINT = re.compile(
    rf"第(?P<number>{_NUMERAL})(?:点|条|项|小?节|款|件|个(?:方面)?|方面|段)|(?P<first>头一?[条点项件]|首条)|(?P<last>(?:最后|末了?|末尾)一?[条点项件])"
    rf"|\b(?P<ordinal>{'|'.join(_ORDINALS)})\b(?= (?:item|point|one|problem|shortcoming|suggestion|"
    rf"plan|weakness))|(?:item|point|no\.?|number) (?P<english>\d)",
    re.IGNORECASE,
)
PARTS: tuple[Rule[Role], ...] = (
    Rule(
        "problem",
        r"存在的?(?:主要|突出)?(?:问题|不足|困难)|问题和不足|困难和短板|(?:主要|突出|哪些|什么|啥|几个|几条|这些|那些|自身的?)?(?:问题|不足|短板|困难|短处|老?毛病|欠账|差距|弱项|缺点|缺陷|软肋|漏洞|薄弱(?:环节|点|之处)?)|"
        r"揭[^，。？]{0,6}(?:短|丑)|[亮家露]丑|(?:没|没有|未)(?:做好|办好|干好|做到位)的?(?:地方|事情?)?|(?:做|干|办)得不(?:太|够|怎么)?(?:好|到位|行|足)的?(?:地方)?|不(?:太|够)?好的地方|不够好|自我(?:批评|检讨|剖析)|检讨|"
        r"哪(?:里|些|儿)(?:地方)?(?:还)?(?:没|不)(?:够|到位|行|好|足)|\b(?:shortcomings?|problems?|weak(?:nesses|ness| points?| spots?)|deficienc(?:y|ies)|failings?|difficulties|gaps?|faults?|lacking|"
        r"inadequac(?:y|ies)|(?:where|what|how) [^?]{0,20}(?:f[ae]ll?s? short|went wrong|"
        r"not done well)|challenges?|issues)\b",
        "报告里自己揭了哪几条短", "把小组成员名单贴出来",
    ),
    Rule(
        "plan",
        r"(?:准备|打算|想|要|计划)(?:再|继续)?(?:怎么|干|做|办|抓|搞)(?:些|点|哪|什么|啥|嘛|几)?|(?:下一?步|下一年|次年|转年|第二年|明年|来年|新一年|新的一年|接下来|往后|今后|后面)(?:的)?(?:工作)?(?:考虑|打算|计划|安排|思路|目标|任务|重点|举措)?|"
        r"(?:工作)?(?:打算|计划|安排|思路|设想|考虑|目标任务)|"
        r"怎么干|定下?(?:的)?[^，。？]{0,6}(?:件|项|个)[^，。？]{0,2}(?:大?事|任务|目标)|"
        r"\b(?:(?:things?|tasks?|goals?|targets?|items?)(?= [^?]{0,24}(?:set|planned|next year|will|"
        r"for (?:the )?(?:next|coming)))|plans?|planned|planning|intends?|intentions?|next year|"
        r"going to do|upcoming|priorities|agenda|to-?do|next steps?|will do|aims?|goals?|"
        r"work arrangements?)\b",
        "2026年打算做哪几件事", "这件事不好办",
    ),
    Rule(
        "suggestion",
        r"(?:意见|工作|有关|政策)?建议|意见建议|(?:希望|想请|请求|恳请|盼着?|想让)[^，。？]{0,8}(?:支持|帮)(?:忙|一把)?(?:的)?(?:事|什么|啥|哪)?|(?:向|请|求|要|跟|找|给|盼|对)(?:县|市|省|上级|上面|上头|领导机关)(?:里|头|上)?"
        r"[^，。？]{0,6}(?:要|帮|提|求|支持|伸手|讲|说)(?:忙)?了?(?:些)?(?:什么|啥|哪|点)?|开口要|伸手要|诉求清单|"
        r"\b(?:suggestions?|suggests?|recommendations?|recommends?|ask(?:s|ed)? (?:of|for|"
        r"from) (?:the )?(?:superiors?|higher|county|city|province|upper)\w*|requests? (?:to|from|"
        r"for) (?:superiors?|higher|support)\w*|asks? (?:its )?superiors?(?: to do)?|"
        r"asks?(?:ed)? (?:the )?(?:county|city|province|town|superiors?|government|"
        r"higher levels?) (?:for|to do)|wants? from|requests?)\b",
        "向县里开口要了什么", "群众向县里反映了什么",
    ),
    Rule(
        "work",
        r"(?:工作|主要)?(?:成效|成绩|亮点|成果|业绩|政绩)|主要(?:工作|做法)(?:和成效)?|(?:做|干|办|抓)(?:成|了|过)?(?:些|了些|了)?(?:哪|什么|啥)(?:些)?(?:工作|实事|事情?)?|(?:做|干|办)成了?(?:些)?(?:哪|什么|啥|几)(?:些|件)?(?:事情?)?|"
        r"\b(?:achievements?|achieved?|accomplish(?:ed|ments?)?|main work|highlights?|successes|"
        r"results|track record|what did .{0,20} do)\b",
        "做成了哪些事", "工作态度",
    ),
    Rule("duty", r"(?:履职|职责|第一责任人)[^，。？]{0,4}(?:部分|章节|一节|那节|那块|情况)|\bduty (?:part|section)", "职责部分怎么写", "第一责任人职责"),
    Rule("judgment", r"(?:裁判|判决|复议|应诉)[^，。？]{0,6}(?:部分|章节|那节|那块)", "裁判部分怎么写", "履行法院生效裁判"),
    Rule("other", r"其[他它](?:需要)?(?:报告|说明)?的?(?:事项|情况)|\bother matters\b", "其他需要报告的事项写了什么", "其他机关"),
    Rule(
        "front",
        r"开头|开篇|开场|前言|导语|引言|正文(?:之)?前|首部|(?:公|附|来|信)?函(?:里|中|上|件)|(?:前头|前面)[^，。？]{0,6}函|\b(?:opening|preamble|introduction|cover(?:ing)? letter|beginning)\b",
        "报告开头怎么写的", "函询了几次",
    ),
    Rule("back", r"结尾|末尾|收尾|尾部|最后(?:一句|一段|怎么(?:写|说|收))|\b(?:closing|ending|conclusion|concludes?)\b", "结尾怎么写的", "最后一名"),
)  # fmt: skip
"""The parts of a report by what people call them; they mean a part only in a message that asks nothing else."""

_OUTLINE = re.compile(r"目录|提纲|大纲|框架|结构|几个?大?部分|几大块|几大?章|小标题|\boutline|\bstructure|table of contents|how is [^?]{0,30} organi[sz]ed", re.IGNORECASE)  # fmt: skip
_LACKING = re.compile(
    r"(?:没有?|未|缺少?|无|不)(?:有)?(?:设|写|列|讲|提|见|单列|单独|专门|专设|安排|成|个)*[^，。？]{0,12}(?:部分|章节|一章|一节|一块|那块|专节|内容)|(?:没|未|不)(?:写|提|讲|列|说)|(?:没有?|缺)(?=[^，。？]{0,6}(?:的)?(?:报告|是|有)?哪)"
    r"|\b(?:without|lack|no section|do(?:es)?(?:n't| not) (?:have|contain|include|list))\b",
    re.IGNORECASE,
)
_VERBATIM = re.compile(r"原文|原话|原句|原样|逐条|逐字|一字不|引用|照抄|verbatim|exact|original|quote|as written|word for word", re.IGNORECASE)  # fmt: skip
_SAYING = re.compile(
    r"部分|章节|[省市县区镇]级|大块|一块|方面|那节|这节|一节|一章|逐[条字项]|原[文话句样]|引用|引一下|照抄|抄给|贴出来?|贴一下|自己|自我|自身|自查|查[出摆]|剖析|承认|坦[承白]|对照检查|认账|认了|摆出来|揭出?|亮出?|主要|存在|突出|具体|详细|内容|[几一两二三四五六七八九十](?:大)?[条件个项点]|"
    r"大事|小事|事情|件事|全年|上[面级头]|[省市县镇区][里上]|有没有|没有|专门|专设|单独|单列|通篇|完整|全部|所有|帮忙|支持|开口|伸手|工作|打算|任务|目标|接下来|情况|里头|里面|怎么|告诉|回答|来着|给我|看看|一下|归拢|列全|说全|讲全|详情|不是|夹了|整个|"
    r"本机关|本单位|本局|他们|人家|想知道|了解|什么|提出|提了|写到|说到|讲讲|说说|哪些|哪里|哪儿|信访系统|这家|那家|各家|谁|没写|写了?|讲了?|说了?|列了?|有没|这些|那些|回事|之处|地方|局里|本人"
)
_SAYING_ENGLISH = re.compile(
    r"\b(?:admits?|admitted|acknowledges?d?|identif(?:y|ies|ied)|recogni[sz]es?d?|itself|themselves|"
    r"main|key|own|quotes?|words?|original|verbatim|exact(?:ly)?|items?|points?|describes?d?|writes?|"
    r"written|wrote|"
    r"lists?|listed|summari[sz]es?|under|heading|headed|specific|does|did|superiors?|higher|levels?|"
    r"upper|government|authorit(?:y|ies)|make|makes|made|raises?d?|put|forward|coming|year|years|"
    r"ahead|future|work|set|sets|"
    r"english|chinese|briefly|short|section|part|parts|with|into|should|would|could|against|found|see|"
    r"sees|still|there|where|one|first|second|third|fourth|fifth|last|all|do|three|four|five|six|big|"
    r"major|important|bureau|office|next|exist|existing|remain|remaining)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a report that a message asks for.

    ``number`` is that of a part, ``point`` that of a point inside it, -1 for the last. ``outline`` asks how a report is
    built, ``lacking`` which reports have no such part, ``verbatim`` for every word. ``left`` is what else it says.
    """

    roles: tuple[Role, ...] = ()
    number: int | None = None
    point: int | None = None
    outline: bool = False
    lacking: bool = False
    verbatim: bool = False
    left: str = ""
    only: bool = False

    @property
    def asked(self) -> bool:
        """Tell whether any part is asked for."""
        return bool(self.roles or self.number is not None or self.outline)


def parts_asked(text: str) -> Parts:
    """Read the parts asked for in a message whose places and years are gone.

    >>> parts = parts_asked("问题部分第二条写了什么")
    >>> parts.roles, parts.point
    (('problem',), 2)
    >>> parts_asked("第三部分写了什么").number, parts_asked("谁没有单列存在问题这一块").lacking
    (3, True)
    """
    number, point = _PART.search(text), _POINT.search(text)
    left = _POINT.sub(" ", _PART.sub(" ", text))
    roles: list[Role] = []
    for rule in PARTS:
        found = re.compile(rule.pattern, re.IGNORECASE)
        if found.search(left):
            roles.append(rule.meaning)
            left = found.sub("，", left)
    outline = bool(_OUTLINE.search(left)) and number is None and not roles
    left = _OUTLINE.sub(" ", left)
    if len(roles) > 1 and "front" in roles:
        roles.remove("front")
    return Parts(
        roles=tuple(roles),
        number=_number(number),
        point=_number(point),
        outline=outline,
        lacking=bool(_LACKING.search(text)),
        verbatim=bool(_VERBATIM.search(text)),
        left=_SAYING_ENGLISH.sub("，", _SAYING.sub("，", bare(left))),
    )


def _number(found: re.Match[str] | None) -> int | None:
    """Return the number that a match names, -1 for the last; None without a match."""
    if found is None:
        return None
    part = found.groupdict()
    if part.get("last"):
        return -1
    if part.get("first"):
        return 1
    if ordinal := part.get("ordinal"):
        return _ORDINALS[ordinal.lower()]
    if english := part.get("english"):
        return _WORDS.get(english.lower()) or int(english)
    return numeral(part["number"] or "")


def numeral(text: str) -> int:
    """Read a number up to 99; 0 for what is none.

    >>> numeral("三"), numeral("十二"), numeral("二十"), numeral("7")
    (3, 12, 20, 7)
    """
    if text.isdigit():
        return int(text)
    digits = " 一二三四五六七八九"
    tens, ten, ones = text.partition("十")
    if not ten:
        return max(digits.find(text), 0) if len(text) == 1 else 0
    return (digits.find(tens) if tens else 1) * 10 + (digits.find(ones) if ones else 0)
