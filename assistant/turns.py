"""The words with which a message leans on the one before it, as tables: what each row asks to be changed or shown."""

from __future__ import annotations

import re
from typing import Literal

from assistant.pointing import ITEM
from assistant.released import RELEASED, released
from assistant.subjects import SILENT
from corpus.report import Status
from corpus.rule import Rule

Sign = Literal[
    "new", "others", "without", "all agencies", "all years", "all levels", "beside", "source", "same", "again", "more",
    "among", "these", "it", "only", "change", "short", "in English", "in Chinese",
]  # fmt: skip

_MANY = r"(?:\d{1,3}|[两二三四五六七八九十几]{1,3})"
_OFFICE = r"(?:家|个|份|单位|机关|部门|局|县|区|市|镇|地方)"

TURNS: tuple[Rule[Sign], ...] = (
    Rule(
        "new",
        r"(?:换个|换一个|新的?|另一个|下一个)(?:话题|问题|主题)|(?:不|别|甭)(?:问|说|聊|管|看)(?:这个|那个|它|这些|这事)(?:了)?|另外问(?:一下|个)|(?:new|different|another) (?:topic|question|subject)|"
        r"never mind|forget (?:that|it|about)",
        "算了不问这个了，说说别的",
        "这个问题呢",
    ),
    Rule(
        "others",
        rf"\b(?:the )?(?:others?|rest|remaining)\b(?! hand)|其余|其[他它](?:几|{_MANY}|的)?{_OFFICE}?|剩(?:下|余)|余下|别的{_OFFICE}|旁的{_OFFICE}|另外(?:那)?(?:几|{_MANY}){_OFFICE}|别家|别处|"
        r"人家呢",
        "剩下几家呢",
        "那城口呢",
    ),
    Rule(
        "without",
        r"去掉|除去|除开|除了|剔除|刨[去掉开]|撇[去开]|扣[去掉除]|不(?:算|含|包括|要算)|\b(?:exclud(?:e|ing)|except|leave out|apart from|other than|drop|minus)\b",
        "去掉2023年的",
        "只要2023年的",
    ),
    Rule(
        "all agencies",
        rf"(?:不|别|甭|不用|不要)(?:再)?(?:限|限定|限制|限于|局限|分|管|论|看|挑)(?:在|于)?(?:是)?(?:哪)?(?:一)?(?:家|个)?(?:单位|机关|部门|哪家|哪个局|县|县里|县级|市里|省里|本县|一家|范围)|(?:所有|全部|全体)(?:的)?"
        rf"(?:{_OFFICE}|报告)|(?:各|每)(?:家|个单位|单位|机关|局|份报告|地|县区)(?!自)|全库|整个库|(?:\d{{1,3}}|[二三四五六七八九十]{{1,3}})(?:份|家|个单位)(?:报告)?(?:都|全|一起|通通|统统)|"
        r"\b(?:all|every|any) (?:of the |the )?(?:reports?|agenc(?:y|ies)|bureaus?|offices?|units?|of them)\b",
        "不限单位，12份都算上",
        "只看县级的",
    ),
    Rule(
        "all years",
        r"(?:不|别|甭|不用|不要)(?:再)?(?:限|限定|限制|限于|局限|分|管|论|看|挑)(?:在|于)?(?:是)?(?:哪)?(?:一)?(?:个)?(?:年份|年度|年|时间)|(?:所有|全部|任何)(?:的)?(?:年份|年度|年)|(?:各|每|历|逐)(?:一)?年(?:度)?|[两三四几]年(?:的)?(?:都|放|摆|并|对|连|一起|一块)|哪年都|"
        r"(?:any|all|every) years?|over the years|regardless of (?:the )?year",
        "不限年份",
        "2024年的呢",
    ),
    Rule(
        "all levels",
        r"(?:不|别|甭|不用|不要)(?:再)?(?:限|限定|限制|限于|局限|分|管|论|看|挑)(?:在|于)?(?:哪)?(?:一)?(?:个)?(?:级别|层级|级|县里|县级|市里|市级|省里|省级|乡镇)|各级|不管(?:省|市|县)|(?:any|all) levels?",
        "不限县里了",
        "县级的呢",
    ),
    Rule(
        "beside",
        rf"(?:和|跟|与|同|拿|把)[^，。？]{{1,20}}?(?:比|摆|放|并排|并列|对照|对着看|相比)|{_MANY}{_OFFICE}?(?:年)?[^，。？]{{0,6}}(?:并排|并列|放|摆|一起|一块|对照|比)"
        rf"|(?:放|摆|列|搁)(?:在|到)?(?:一起|一块|一处|旁边|边上|并排)|并排|(?:和|跟|与|同)[^，。？]{{1,12}}(?:一样|相同|差不多|一致|有出入)(?:吗|么|不|没)|"
        r"比一?比|比较一?下|对比|对照|差多少|(?:多|高|大|升|增|涨)(?:了)?还是|比(?:去年|上年|上一年|前年)(?:多|少|高|低|怎|如何|咋)(?!了)|谁(?:家)?更?(?:多|高|少|低|大|小|快|慢)|哪(?:家|个|边)更?(?:多|少|高|低|大|小|快|慢)(?!的)|\b(?:compared?|versus|vs|"
        r"side by side|next to|alongside)\b",
        "跟云坪放一块儿比比",
        "比例是多少",
    ),
    Rule(
        "source",
        r"出处|来源|依据|凭据|原文|原话|原句|引文|引用|原封不动|一字不差|哪一?(?:段|页|句|节|部分|章|条|块|处)|第几(?:部分|章|页|段|条|节)|(?:写|放|列|出现|提|讲|登|载|说)在(?:了)?(?:哪|报告|什么地方)|哪(?:里|儿)(?:写|提|说|讲|看)|(?:怎么|咋)来的|"
        r"\b(?:quot(?:e|es|ation)|source|verbatim|citation|exact(?:ly)? (?:words?|wording)|"
        r"(?:the )?original(?: (?:text|words?|wording))?|which (?:page|section|part|paragraph|sentence)|"
        r"where (?:is|does|did|was|in))\b",
        "出处给我",
        "第几个",
    ),
    Rule(
        "same",
        r"[这那该](?:一)?(?:个)?(?:数|数字|数据|比例|百分比|百分点|金额|指标)|[这那](?:个)?\d[\d.]{0,8}(?:[%％]|万元?|亿元?|件|人|场|次|册|份(?!报告)|期|名|户|元|个百分点|条|批|起)|\d(?:[%％]|万元?|亿元?|件次?|人次?|场|次|册|份|期|名|户|家|个|天|元|万)是(?!多少|"
        r"几|什么)|\b(?:this|that) (?:number|figure)\b",
        "这个数是全县的还是局里的",
        "这个县的听证",
    ),
    Rule(
        "again",
        r"(?:上|前|刚才那|刚那|刚说的那|上面那)一?(?:条|个(?!月)|句)|(?:刚才|刚刚|上面|前面)(?:说|讲|提|列|那|的)|(?:真|当真|确定|肯定|属实|靠谱)(?:的)?(?:吗|么|嘛|不)|没(?:搞|弄|看|记)错|再(?:说|讲|答|来|列)一?遍|"
        r"\b(?:are you sure|really|is (?:that|this) right)\b|\bagain$",
        "再说一遍",
        "再看看云坪",
    ),
    Rule(
        "more",
        r"(?:具体|详细|仔细|展开|细)(?:的)?(?:说|讲|谈|介绍|一?点|些|情况|内容|做法|怎么|是怎|咋)|细节|还有(?:呢|吗|别的|没有)|再多(?:说|讲|来|列)|(?:怎么|咋|如何)(?:做|办|搞|弄|干|开|落实|推进|实施|操作|个)|\b(?:more details?|elaborate|tell me more|"
        r"anything else|what else|go on)\b",
        "具体说说",
        "听证呢",
    ),
    Rule(
        "among",
        rf"(?:其中|里头|里面|当中|之中|这里边)(?!呢)|(?:这|那|上面)(?:些|几){_OFFICE}?(?:里|当中|之中)|\b(?:of (?:these|those|them)|among (?:these|those|them))\b",
        "其中哪些是县级的",
        "那几家呢",
    ),
    Rule(
        "these",
        rf"(?:这|那)(?:些|几){_OFFICE}|(?:这|那)(?:{_MANY}){_OFFICE}|[他它她]们|上述|\b(?:they|their|them|these|those)\b",
        "他们聘了法律顾问没有",
        "那个县呢",
    ),
    Rule(
        "it",
        r"(?:这|那|该|此)(?:一)?(?:个|家|份|张)?(?:局|县|区|市|镇|乡|省|机关|单位|部门|地方|报告|材料|总结)|(?:这|那)家|[它其](?=[的有在是怎聘开做办写提计打还]|也|自己)|(?:这|那)(?:里|边|儿)(?!头|面|边)|本(?:局|县|区|市|镇|单位|机关)|同一?(?:家|个)?(?:单位|"
        r"局|县)|\b(?:its?|there|that (?:county|city|bureau|office|province|town|agency|report)|the same (?:county|city|bureau|office|agency|report))\b",
        "那个县还有别的吗",
        "那些单位",
    ),
    Rule(
        "only",
        r"(?:只|光|单|仅|就|专|限)(?:[想]?(?:看|要|列|说|讲|查|问|算|留|挑|给|把|限|提)|是|有|于)|筛(?:一下|出|选)|过滤|\b(?:only|just)\b",
        "只看县级的",
        "不仅如此",
    ),
    Rule(
        "change",
        r"^(?:那|哪(?!些|个|家|几|里|儿|一|位|份|年)|换|改|再|接着|然后|还有|至于|轮到|同样|一样|同问|顺便)|(?:呢|捏|咧|嘞|呐|哩)\s*[？?。！!~～…]*$|呢[，,]|^(?:and|what about|how about|same (?:for|with|question)|ok,? (?:and|what)|then)\b"
        r"|\b(?:too|as well|instead)\b|也(?:一样|是|算|加上|查|看|说|给|来)|换(?:成|作|做|到)|改(?:成|为|看|查|问)",
        "那城口呢",
        "哪些机关开过听证",
    ),
    Rule(
        "short",
        r"(?:短|简单|简短|精简|简略|精炼|扼要)(?:一?点|些|说|讲)|太长|一句话|\b(?:shorter|briefly|in short|tl;?dr)\b",
        "再短一点",
        "短板是什么",
    ),
    Rule(
        "in English",
        r"(?:用|换成?|改成?|说|译成|给个?)英[文语]|\bin english\b",
        "用英文说",
        "哪些机关办过英语培训",
    ),
    Rule(
        "in Chinese",
        r"(?:用|换成?|改成?|说|译成|给个?)(?:中文|汉语|普通话)|\bin chinese\b",
        "用中文说",
        "哪些机关办过普通话培训",
    ),
)
"""What a message that leans on the one before asks for; all rows that match count."""

STATES: tuple[Rule[Status], ...] = (
    Rule("suggested", r"建议|开口|(?:请|要|求|让)(?:别的|别人|上级|人家|其他)|向[^，。？]{0,4}(?:提|要)|\bsuggest", "光是提建议的", "已经做了的"),
    Rule(
        "planned",
        r"打算|计划|准备|安排|还没(?:有)?(?:做|办|开|干|动|落|搞)|(?<!需)要(?:做|搞|办|开|干|建|推)|想(?:着|要)?(?:做|搞|办|开|干|建)|嘴上|口头|规划|设想|拟|下一?步|将来|将要|明年|来年|\b(?:plan(?:s|ned|ning)?|intend(?:s|ed)?)\b",
        "只列还停在打算阶段的",
        "已经做了的",
    ),
    Rule(
        "problem",
        r"承认|漏子|漏(?:审|做|办|报|登|开|掉|了)|落下|没跟上|问题|不足|短板|毛病|岔子|差错|(?:没|没有|未)(?:做好|办好|到位|落实|做成|办成|干成)|做得?不(?:好|到位)|欠账|薄弱|\b(?:problems?|shortcomings?|weak)",
        "只把承认出了漏子的列出来",
        "已经做了的",
    ),
    Rule("rules", r"制度|机制|规定|规程|建章|定了?(?:规矩|办法)|出台|\brules?\b", "只看定了制度的", "已经做了的"),
    Rule("nil", r"(?:写|载|注|标)(?:明|着|的|了)?(?:是|为)?[“\"「]?(?:没有|无(?!法)|零)|(?:为|报)[“\"「]?无", "写明没有的有哪些", "没有提的"),
    Rule(
        "done",
        r"(?<![没未])(?:做|办|开|干|搞|落实|完成|请|聘|建|实施|开展|举行)(?:了|过|成|完|到)|真(?:正|的)?(?:做|办|开|干|搞|落)|已(?:经)?(?:做|办|开|完成|落|聘|实)|实际|落(?:了)?地|\b(?:done|actually|did|held|carried out)\b",
        "只要已经做了的",
        "光看计划",
    ),
)  # fmt: skip
"""The status to which a message narrows the answer before; the first row that matches decides."""

STILL = re.compile(r"停(?:留)?在|还(?:只)?(?:是|在)|只是|光是|仅仅?是|(?:还|自己|都)没|\b(?:still|merely|not yet)\b")
"""Wants reports that got no further than a status, not all that show it."""


YES_OR_NO = re.compile(r"([\u4e00-\u9fff])[不没]\1")
"""A verb asked with its denial: 办不办."""

_DISMISSED = re.compile(
    r"^(?!那|就)[^，。]{0,20}(?:就)?算了[，。；！!]?$|^(?:先)?(?:不|别|甭)(?:要|看|用|问|说|管|聊|谈)[^，。]{0,12}[，。；！!]$|^(?:算了|不对|等等|等一下|哦对了|对了|好的?|嗯|ok|谢谢|明白了?|知道了?|收到)[，,。！!]+$",
    re.IGNORECASE,
)
"""A part of a message that takes something back, or only answers."""

_NOT_THAT_LEVEL = re.compile(r"(?:不|别)(?:再)?(?:看|要|管|问)(?:县|市|省|镇|乡镇|区)(?:里|级)?的(?=[看要列]|，)")

_SMALL_TALK = re.compile(
    r"隔壁(?:的|那个?)?|邻(?:县|市|区|近的?|居)|旁边(?:的|那个?)?|兄弟(?:县|市|区|单位)|"
    r"呢|捏|咧|嘞|呐|的话|换成|改成|改看|改问|同样|一样|另外|顺便|接着|然后|至于|轮到|那么|给我|发我|给个|贴出来|贴上来|拿出来|拿来|列出来|列一下|列个?表|列成表?|做成表?|换成表?|排成|办得|做得|干得|搞得|写得|说得|咋样|咋说|咋写|怎样|怎么样|如何|情况|怎么说|"
    r"怎么写|两家|三家|四家|几家|那家|这家|一家|各是|各有|分别|又|差不多|类似|相近|时候|平均|最多|最少|最高|最低|最大|最小|多还是少|这几?个|那几?个|这些|那些|这几|那几|阶段|算上|加上|加起来|一共|总共|合计|总计|到底|究竟|是不是|有没有|有吗|有无|不用|不要|算了|就算|报告|一节|那节|这节|部分|换|一下|看看|说说|讲讲|自己|本局|"
    r"县里|市里|省里|区里|镇里|局里|全县|全市|全省|全局|当年|同年|那年|今年|怎么回事|原因|为什么|为何|为啥|什么时候|啥时候|哪天|何时|什么|是谁|数字|多少|具体|详细|平均|最多|最少|最高|最低|最大|最小|(?:有|共|约|占)?(?:多少|几)(?:件次|人次|场次|批次|万元|"
    r"[件人场次批户名份期册部条项个家位天元年月轮届级篇支套张间所回起宗段倍])?|贴|数量|数目|个数|总数|金额|占比|比例|频次|[户人件次场期份名册条笔项批]数|[场件人批]次|也要|也给|当中|名单|清单|表格|县级|市级|省级|乡镇|级别|单位|机关|阶段|真做|真的|单子|意思|"
    r"\b(?:neighbou?r(?:s|ing)?|next door|and|what|how|about|the|same|for|too|also|instead|ok|"
    r"please|pls|me|show|give|one|ones|it|its|they|"
    r"their|them|that|this|those|these|there|report|reports|then|now|did|do|does|why|when|who|in|of|with|as|"
    r"well|number|figure|table|put|make|only|just|"
    r"else|any|more|which|since|from|by|on|at|to|or|no|yes|has|have|had|was|were|is|are|be|been|you|can|could|"
    r"would|tell|see|look|again|but|highest|lowest|most|average|"
    r"who|didn|don|doesn|not|count|counts)\b",
    re.IGNORECASE,
)


def without_dismissed(message: str) -> str:
    """Return a message without the parts that take back something (问题那节就算了), where another part is left.

    >>> without_dismissed("问题那节就算了，把打算那节给我")
    '把打算那节给我'
    """
    message = _NOT_THAT_LEVEL.sub("", message)
    parts = re.split(r"(?<=[，,。；;！!])", message)
    kept = [part for part in parts if not _DISMISSED.search(part)]
    return "".join(kept) if any(char.isalnum() for part in kept for char in part) else message


def signs(message: str) -> frozenset[Sign]:
    """Return everything that a message asks of the question before it."""
    found = frozenset(rule.meaning for rule in TURNS if re.search(rule.pattern, message, re.IGNORECASE))
    back = released(message)
    return (found - {"without"} if back else found) | back


def state_named(message: str) -> Status | None:
    """Return the status that a message narrows to, None where it names none."""
    return next((rule.meaning for rule in STATES if re.search(rule.pattern, message, re.IGNORECASE)), None)


def without_turns(text: str) -> str:
    """Blank everything in a message that only leans on the one before; what is left may name a topic.

    >>> without_turns("只列还停在打算阶段的，那听证呢").split()
    ['还停在打算', '的，那听证']
    """
    text = YES_OR_NO.sub(" ", text)
    for pattern in (
        *(rule.pattern for rule in RELEASED),
        *(rule.pattern for rule in TURNS if rule.meaning != "change"),
    ):
        text = re.sub(pattern, " ", text, flags=re.IGNORECASE)
    return _SMALL_TALK.sub(" ", re.sub(r"^(?:那|哪(?!些|个|家|几|里))", " ", SILENT.sub(" ", ITEM.sub(" ", text))))
