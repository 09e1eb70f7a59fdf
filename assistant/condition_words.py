"""The words by which several things are asked for together, as tables: verbs with their statuses, joins, negations."""

from __future__ import annotations

import re

from corpus.report import Status

HAVING: tuple[Status, ...] = ("done", "rules", "mentioned")
PREDICATES: tuple[tuple[tuple[Status, ...], re.Pattern[str]], ...] = (
    ((), re.compile(r"提(?:到|及|过|了|的|$)|写|说|讲|谈|涉及|载|\bmention|\bsay|\bwr[io]te|\bspeak", re.IGNORECASE)),
    (("planned",), re.compile(r"打算|计划|准备|拟|承诺|许下|想[做办搞]|\bplan|\bintend|\bpromise", re.IGNORECASE)),
    (("rules",), re.compile(r"发了?文|发过文|出台|印发|制定|定了?(?:规矩|制度|章程|办法)|立了?规矩|规矩|章程|文件|制度|办法|机制|\brules?\b|\bissued\b", re.IGNORECASE)),
    (("suggested",), re.compile(r"建议|开口|\bsuggest", re.IGNORECASE)),
    (("problem",), re.compile(r"承认|认账|不足|短板|\badmit", re.IGNORECASE)),
    (("done",), re.compile(r"[做办搞开干请聘建]|举行|举办|开展|组织|召开|落实|实施|执行|兑现|推行|动手|发过|发了|[过了]|\bheld\b|\bhold\b|\bcarr|\bdone\b|\bdid\b|\bdo\b|\bhire|\brun\b|\bran\b", re.IGNORECASE)),
    (HAVING, re.compile(r"有|设|\bha(?:ve|s|d)\b|\bwith(?:out)?\b", re.IGNORECASE)),
)  # fmt: skip
"""Statuses that a verb asks for, empty for any; the first row that matches decides."""

JOINS = frozenset(
    [
        "，",
        ",",
        "；",
        ";",
        "。",
        "：",
        ":",
        "、",
        "但",
        "但是",
        "却",
        "可",
        "可是",
        "而",
        "而且",
        "不过",
        "然而",
        "同时",
        "以及",
        "并",
        "并且",
        "和",
        "与",
        "跟",
        "及",
        "又",
        "也",
        "but",
        "and",
        "whereas",
        "while",
    ]
)
RUN_IN = re.compile(r"[但却又也][\u4e00-\u9fff](?<!但是|也许|也是)")
"""A joining word that the cutter took together with the verb after it."""
NEGATIONS = re.compile(
    r"(?:还|都|也|并|却)?(?:没有?|未|未曾|尚未|从未|并未|无|不曾|没能|没见|缺|缺少|缺乏|毫无|(?:没|未)[做办搞提写说讲开聘请建组制出举].{0,1}"
    r"|neither|nor|no|not|never|without)|.*n't"
)
BOTH = re.compile(
    r"既.{1,30}[又也还]|不[仅但光只].{1,30}[还也又]|除了.{1,30}[还也又]|(?:都|全)(?:做|有(?![谁哪几些])|办|搞|开展|提|写|建|落实|聘|出台|举|组织|设)"
    r"|同时(?:做|有|办|搞|开展|提|写|建|具备|聘)|(?:两样|两项|二者|两者|三样|三项|两个|两件)[^，。？]{0,4}(?:都|全)|\bboth\b|\bas well as\b",
    re.IGNORECASE,
)
ONLY = re.compile(r"(?<!不)(?:只|仅|光)|停留|\bonly\b", re.IGNORECASE)
ONLY_WORDS = frozenset(
    [
        "只",
        "只有",
        "只是",
        "仅",
        "仅仅",
        "仅有",
        "光",
        "光是",
        "单单",
        "only",
        "除了",
        "除",
        "既",
        "不仅",
        "不但",
        "不光",
        "不只",
    ]
)
"""Words before a topic that are no part of it."""
ASKS = re.compile(r"哪|谁(?![执管服])|几家|多少家|名单|列出|列一?下|找|的(?:单位|机关|县|市|局)|which|who\b|\bany\b|list", re.IGNORECASE)  # fmt: skip
ASKS_ELSE = re.compile(
    r"还是|不要|不算|怎|如何|为什么|为何|多少(?!家)|什么|啥|分别|分开|其余|各(?:是|自|到|有)|不同|区别|对比|合在一起|结合|\bhow\b|\bwhy\b|\bwhat\b",
    re.IGNORECASE,
)
ADMITTED = re.compile(r"承认|认账|认错|毛病|检讨|批评|通报|短板|不足|\badmit|\bshortcoming", re.IGNORECASE)
"""Asks for what went wrong: a negation then describes the fault (没及时换) and turns no condition round."""
OPEN = re.compile(r"有没有|有木有|有无|是不是|是否|做没做|能不能|(?<=[了过])没有?(?=[？?，,]|$)|吗")
