"""Whom a message asks about: all who did it, the silent, the one who acts in what one agency did, or nobody at all."""

from __future__ import annotations

import re

ASKS_WHO = re.compile(
    r"哪(?:些(?!问题|方面|事|工作|措施|项|内容|领域|做法|人(?!家)|活动|打算|计划|短板|不足|建议|目标|原因|数)|家(?!法院|律所|律师|公司|企业|医院|学校|银行|机构|媒体)|几(?:家|份)|几?个(?:单位|机关|局|县|区|市|镇|地方|部门))|谁|"
    r"(?<![了过着])(?:几家|多少家)|有没有(?:哪|谁|单位|机关|县|人)|(?:各|每)(?:地|家|县|市|区|局|单位|机关|"
    r"个(?:单位|机关|局|县|市|地方))|各个|大家|都有|所有|全部|几份|多少份|库里|"
    r"\b(?:which(?! (?:\w+ )?(?:days?|dates?|weekdays?|months?|seasons?|quarters?|years?|courts?|halls?|rooms?|"
    r"villages?|streets?|"
    r"firms?|company|companies|schools?|hospitals?|banks?|laws?|rules?|regulations?|documents?|chapters?|"
    r"sections?|pages?|parts?|"
    r"paragraphs?|sentences?|items?|points?|problems?|issues?|measures?|persons?|leaders?|officials?|experts?|"
    r"lawyers?)\b)|who|whose|list|every|each|any (?:report|bureau|other|office|county)|how many (?:reports|"
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
    r"\b(?:silent|not mention|didn'?t|doesn'?t|don'?t|haven'?t|do(?:es)? not|did not|without|missing|"
    r"(?:left|leaves?|leaving) (?:it|this|that|them) out|omit(?:s|ted)?|skip(?:s|ped)?|says? nothing|no mention)\b",
    re.IGNORECASE,
)
"""Asks for the reports that do not speak of what was asked before."""

COURTESY = re.compile(
    r"^(?:(?:好|行|嗯|哦|噢|对|是)+(?:的|了|吧|嘞|啊)?|知道了?|明白了?|收到|了解了?|清楚了?|懂了|谢+|多谢|感谢|谢谢(?:你|您|啦|了)?|辛苦(?:你|您)?(?:了)?|不用了?|没(?:有)?(?:事|别的)了?|没问题了?|可以了?|就这样|先这样|太好了|不错|赞|"
    r"再见|拜拜|你好|您好|ok(?:ay)?|thanks?(?: you)?(?: very much| a lot)?|thx|got it|great|cool|fine|bye|hello|hi|good|nice|perfect|[，,。.！!～~、 哈呀哦啊了啦])+$",
    re.IGNORECASE,
)
"""Nothing but thanks, assent or a greeting."""
_AROUND = r"[，,。.！!？?～~、 哈呀啊]{0,8}"
GREETING = re.compile(
    rf"^{_AROUND}(?:请问|那|(?:你|您)好|hello|hi)?{_AROUND}(?:(?:你|您)好|(?:早上?|上午|中午|下午|晚上)好|在吗|hello|hi|hey|good (?:morning|afternoon)|help|"
    r"帮助|使用(?:说明|帮助|方法)|(?:你|您|问据)(?:是谁|是什么|是[干做]什么的)|"
    r"(?:你|您|问据|这个(?:系统|软件|页面)?|系统|这里|我)?[都还]?(?:能|会|可以|可)(?:帮(?:我|我们)?)?(?:干|做|查|问|回答|提供)(?:些|点|一些)?(?:什么|啥|哪些)(?:问题|事情?|内容)?|"
    r"(?:这个|这|问据|你)?(?:系统|软件|页面)?该?(?:怎么|如何|咋)(?:使?用|问|提问|操作)|有(?:什么|哪些|啥)(?:功能|用处|用)|"
    r"who are you|what (?:can|do) (?:you|i) (?:do|ask|answer)|how (?:does (?:this|it) work|do i use (?:this|it)))"
    rf"[呢呀啊吗]?{_AROUND}$",
    re.IGNORECASE,
)
"""A greeting, or asks what can be asked here."""

_THING = re.compile(
    r"哪(?:些|几(?:个|种|类|项|条|家)?|个|种|类|项)(?:情况|情形|领域|方面|条件|场合|事|环节|[种类]|内容|材料|案|人|群众|干部|对象|原因|时候|日子|地点|渠道|方式|办法|手段|规定|制度|条款|部分|数|指标|任务|服务|成效|困难|资料|文件|费|经费|课|主题|"
    r"题目|行业|专业|村|社区|街道|学校|企业|公司|项目|线索|苗头|风险|纠纷|岗位|窗口|平台|律师|专家|法院|领导|股室|处室|科室|环节)"
)
"""Asks which things or persons, not which agencies."""
_COUNTED = re.compile(r"(?:几|多少)(?:个|家|所)(单位|机关|部门|局|县|市|镇|乡镇|地方|街道|村)")
_WHICH = re.compile(r"哪(?:些|几(?:个|家)?|个|家)(单位|机关|部门|局|县|市|镇|乡镇|地方|街道|村)?")
_WHO = re.compile(r"(?<!还有)谁(?![家最更还也没未不])([\u4e00-\u9fff])|\bwho (?!else)(\w{3,})", re.IGNORECASE)


def asks_within(message: str, earlier: str) -> bool:
    """Tell whether a message asks which things, persons or counted offices there were in what one agency did.

    >>> asks_within("哪些情况不公开", "听证规程有几条"), asks_within("是哪几个", "约谈了几个单位")
    (True, True)
    >>> asks_within("谁坐在台上", "开了几场听证"), asks_within("谁开过", "开了几场听证")
    (True, False)
    """
    if _THING.search(message):
        return True
    counted, which, who = _COUNTED.search(earlier), _WHICH.search(message), _WHO.search(message)
    if counted and which and which.group(1) in (None, counted.group(1)):
        return True
    return who is not None and (who.group(1) or who.group(2).lower()) not in earlier.lower()
