"""Whom a message asks about: all who did it, the silent, the one who acts in what one agency did, or nobody at all."""

from __future__ import annotations

import re

ASKS_WHO = re.compile(
    r"哪(?:些(?!问题|方面|事|工作|措施|项|内容|领域|做法|人(?!家)|活动|打算|计划|短板|不足|建议|目标|原因|数)|家(?!法院|律所|律师|公司|企业|医院|学校|银行|机构|媒体)|几(?:家|份)|几?个(?:单位|机关|局|县|区|市|镇|地方|部门))|谁|(?<![了过着])(?:几家|多少家)|有没有(?:哪|谁|单位|机关|县|人)|(?:各|每)(?:地|家|县|市|区|局|单位|机关|"
    r"个(?:单位|机关|局|县|市|地方))|各个|大家|都有|所有|全部|几份|多少份|库里|"
    r"\b(?:which(?! (?:\w+ )?(?:days?|dates?|weekdays?|months?|seasons?|quarters?|years?|courts?|halls?|rooms?|villages?|streets?|"
    r"firms?|company|companies|schools?|hospitals?|banks?|laws?|rules?|regulations?|documents?|chapters?|sections?|pages?|parts?|"
    r"paragraphs?|sentences?|items?|points?|problems?|issues?|measures?|persons?|leaders?|officials?|experts?|lawyers?)\b)|who|whose|list|every|each|any (?:report|bureau|other|office|county)|how many (?:reports|"
    r"bureaus|offices|counties))\b",
    re.IGNORECASE,
)
"""Has a subject of its own: all who did it."""

ASKS_WHICH_REPORTS = re.compile(
    r"哪(?:些|家|几|份)|几份|多少份|库|所有|全部|各|\b(?:which|list|every|how many)\b", re.IGNORECASE
)
"""Asks for reports out of all that are held."""

ACTOR = re.compile(
    r"谁[^，。？]{1,4}的[？?]?$|(?:是|由|被|让|归|找|给|跟|和|向|请)谁|谁(?:来|去|负责|牵头|主持|签)|\b(?:by whom|who (?:did|does|was|is|wrote|sign|led|attend|took|spoke|taught|paid|review|came)\w*)\b",
    re.IGNORECASE,
)
"""Asks who acts in what one agency was asked about, not which agencies did it."""

SILENT = re.compile(
    r"(?:没|没有|未|不曾)(?:有)?(?:提|写|说|涉及|讲|谈|聘|举行|开展|建立|动静|踪影|影)(?!没|好|到位)|(?:谁|哪些|哪几?家|哪几?个)(?:都|还|就)?没(?:有)?(?=$|的|[？?。！!呢])|^没有的(?!话)|^没(?:有)?(?:做|办|开|搞|聘|建|落实)(?:过)?的|只字|一个字|一字|压根|空白|缺(?:了)?的|"
    r"\b(?:silent|not mention|didn'?t|doesn'?t|don'?t|haven'?t|do(?:es)? not|did not|without|missing)\b",
    re.IGNORECASE,
)
"""Asks for the reports that do not speak of what was asked before."""

COURTESY = re.compile(
    r"^(?:(?:好|行|嗯|哦|噢|对|是)+(?:的|了|吧|嘞|啊)?|知道了?|明白了?|收到|了解了?|清楚了?|懂了|谢+|多谢|感谢|谢谢(?:你|您|啦|了)?|辛苦(?:你|您)?(?:了)?|不用了?|没(?:有)?(?:事|别的)了?|没问题了?|可以了?|就这样|先这样|太好了|不错|赞|"
    r"再见|拜拜|你好|您好|ok(?:ay)?|thanks?(?: you)?(?: very much| a lot)?|thx|got it|great|cool|fine|bye|hello|hi|good|nice|perfect|[，,。.！!～~、 哈呀哦啊了啦])+$",
    re.IGNORECASE,
)
"""Nothing but thanks, assent or a greeting."""
