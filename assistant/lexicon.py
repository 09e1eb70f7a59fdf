"""The words of asking, as tables: what kind of answer they want, and which words of a question name no topic."""

from __future__ import annotations

import re
from importlib import resources

from assistant.answer import Kind
from assistant.beyond import OUT_OF_SCOPE
from corpus.report import Role, Status
from corpus.rule import Rule


def _listed(name: str) -> frozenset[str]:
    """Read a list of words that stands beside this file, separated by blanks."""
    return frozenset(resources.files("assistant").joinpath(name).read_text("utf-8").split())


KIND_RULES: tuple[Rule[Kind], ...] = (
    Rule(
        "digest",
        r"概括|概述|归纳|摘要|综述|简述|梳理(?:一下|出)|(?<!工作)(?<!年度)总结(?:一?下|成|出|各|这|它|该)|(?:用|写|给).{0,6}(?:几|[一二两三四五六七八九十\d])(?:句话|百?字)"
        r"|\d字(?:以内|左右)|简单(?:说说|讲讲|介绍)|summar|digest|in brief|brief overview",
        "三句话概括一下这份报告",
        "哪些机关做了工作总结",
    ),
    Rule(
        "catalogue",
        r"(?:发?文字?号|文件编号|document number|印发(?:日期|时间)|(?:(?:啥|什么)时候|哪一?[天日]|几号|几月几[号日]|何时)(?:印|发|成文|落款|签)|成文日期|发文日期|落款日期|issue date|抄送|签发|报告标题|标题是)",
        "开江的文号多少，啥时候印的",
        "哪些机关印发了文件",
    ),
    Rule(
        "catalogue",
        r"报告[^，。？]{0,6}(?:哪家|哪个单位|哪一?年)[^，。？]{0,4}(?:的|哪)|(?:发?文字?号|落款|署名|名义)[^，。？]{0,12}(?:报告|哪)|以党组(?:的)?名义|in the name of"
        r"|(?:有|收录|共|一共|库里)[^，。？]{0,6}(?:多少|几|哪些|什么)(?:份|篇|个)?报告(?!(?:里|中)?(?:提|写|说|讲|载|谈|涉|"
        r"有))|(?:库|资料)(?:里|中|内)(?:有|收)(?:哪些|什么|多少)|哪(?:些|几)(?:个)?(?:年份|年度|年的?报告)|(?:单位|机关|年份|"
        r"年度)、[^，。？]{0,20}(?:表|列)|what reports|which reports (?:do you|are)|"
        r"how many reports(?! mention| say)",
        "库里有多少份报告",
        "有几份报告提到听证",
    ),
    Rule(
        "section",
        r"原文|原话|原句|引文|(?:写|放|列|出现|提|讲)在(?:了)?(?:哪|第几|成效|计划|问题|建议)|哪(?:一)?(?:部分|章|节|条|段)|第几(?:部分|条|章|点)|"
        r"第[一二三四五六七八九十]+(?:部分|章|条)(?:写|讲|是|有|说|的)|目录|提纲|outline|\bquote\b|exact (?:wording|words)|"
        r"(?:which|what) (?:section|part|chapter|heading|paragraph)|under which|where in the|verbatim|"
        r"original (?:words?|wording|text|sentences?)|word for word|as written",
        "引原文：三到位一处理是怎么说的",
        "哪些机关举行过听证",
    ),
    Rule(
        "section",
        r"(?:存在|有|写|列)(?:的|了)?(?:哪些|什么|啥|几(?:条|个|方面))(?:的)?(?:主要)?(?:问题|不足|短板|困难|差距)|(?:问题|不足|"
        r"计划|打算|安排|建议|成效|思路)(?:部分|这部分|那部分|一节|章节)?(?:写|讲|说)?(?:了|的)?(?:有|是)?(?:哪些|什么|哪几条|啥|几条)|"
        r"(?:下一?步|明年|来年|20\d\d年)[^，。？]{0,6}(?:有|是)(?:哪些|什么|啥)(?:打算|计划|安排|思路|工作)",
        "中站区报告存在的问题有哪几条",
        "哪些机关解决了存在的问题",
    ),
    Rule(
        "compare",
        r"(?:有|的)(?:什么|啥|哪些)?(?:不同|不一样|区别|差异|异同)|有(?:什么|啥|哪些)变化|变化(?:在哪|如何|怎样|大不大|是什么)|并排列|对照(?:一下|着|比)|side by side|区别(?:在哪|是什么)|对比|比较一?下|比一比|相比(?!上年|去年|往年)|compare|"
        r"(?:^|[，。？；\s请下]|帮我|给我|我要|我想|麻烦)(?:做个|来个)?比较(?=[^，。？大多少高低好差强弱]{1,16}(?:和|与|跟|同|、|及|以及)[^，。？]{2,})|"
        r"difference between|versus",
        "两地的法律顾问工作有什么不同",
        "信访总量比较大",
    ),
    Rule(
        "figure",
        r"多少(?!家|个(?:单位|机关|局|县|地方|部门)|份报告)|(?<!哪)几(?:次|名|人|件|场|份(?!报告)|期|册|位|部|条|项|本|批|起|轮|届|"
        r"级|万|堂|节|户|处|支|套|张|间|篇|类|所|天|元|成|回|桩|卷|栋|座|宗|段|趟|倍|块(?!钱的)|样|款|门|对|台|亩|面|组|站|辆|封|把|根|盏|道|招|批次|人次|场次|件次|个(?!单位|机关|局|县(?!区)|省|市(?!州)|地方|部门|"
        r"报告)|方面)|第几(?:个|次|届|期)|(?:次数|人数|件数|户数|期数|份数|笔数|项数|册数|批数|数量|场次|数字|总量|总数|比例|比率|占比|百分比)|(?:率|量)(?:是|为|有(?!没)|"
        r"达)|合计|加总|总共|百分之几|比重|几成|多大(?:比|份)|多久|多长时间|满意率$|各(?:聘|办|开|搞|发|做)了?几|各(?:家|单位|机关|县|市|地|年)的?(?:数(?!据|[^字。？，]))|"
        r"(?:数字|数据).{0,4}(?:全|都|列)|all (?:the )?(?:numbers|figures)|how many|how much|number of|what percentage|"
        r"percentage|(?:what|tell)[^?]{0,40}\brate\b"
        r"|what (?:share|proportion|ratio)|(?:share|proportion|ratio|rate|total|amount|sum|"
        r"size|length) (?:of|was|is|did|for)|\brates?\?|total amount|how (?:often|long|large|big)|"
        r"in how many",
        "开江县2024年法律咨询做了多少次",
        "有多少家开过听证",
    ),
    Rule(
        "census",
        r"哪(?!里|儿|一(?:部分|条|节|章))|谁(?!执法|管理|服务|主管|决策|实施)|有没有|有无|是否|是不是|几家|多少家|有几|各(?:地|县|市|省|局|"
        r"家|单位|机关|区|个|级|乡|镇)|都有|分别|情况如何|(?:没|没有|未)(?:提|写|说)|列出|名单|吗|没有$|了没|([\u4e00-\u9fff])没\1|有木有|^(?:did|does|do|has|have|had|is|are|was|were)\b|which|who|"
        r"does any|do any|did any|are there|is there|list|any (?:report|bureau|other)",
        "哪些机关举行过信访听证",
        "怎么推进受理法治化",
    ),
    Rule(
        "passages",
        r"怎么|怎样|如何|为什么|为何|介绍|说明|总结|经验|做法|how|why|describe|explain",
        "法治宣传月是怎么开展的",
        "哪家聘请了法律顾问",
    ),
)
"""What kind of answer a question wants; the first row that matches decides."""

FOCUS_RULES: tuple[Rule[Status], ...] = (
    Rule(
        "planned",
        r"打算|计划(?!部分)|准备|拟|下一?步|明年|来年|将要|会不会|plan(?:s|ned|ning)? to",
        "哪些县计划明年开展",
        "计划部分写了什么",
    ),
    Rule(
        "problem", r"问题|不足|短板|没做好|薄弱|承认|做得不够|困难|欠缺", "哪些县承认宣传方式老套", "哪些机关开展宣传"
    ),
    Rule(
        "rules",
        r"出台|制定|印发|建立(?:了)?[^，。？]{0,10}(?:制度|机制|办法)|起草|(?:制度|机制|办法|规则)(?:了)?(?:吗|没有|没)?$",
        "谁出台了听证办法",
        "哪些机关开过听证会",
    ),
    Rule(
        "suggested",
        r"建议(?:了|过)?(?:什么|哪些|县|市|省)|向(?:县|市|上级)[^，。？]{0,4}(?:提|建议)",
        "哪些机关向县里建议过",
        "三项建议",
    ),
    Rule("done", r"过(?:[^，。？]|$)|了|真正|已经|做没做|举行|召开|开展", "哪些机关举行过信访听证", "听证是什么"),
)
"""The status a question asks about; the census shows all of them and leads with this one."""

ROLE_RULES: tuple[Rule[Role], ...] = (
    Rule(
        "problem",
        r"(?:存在)?(?:的)?(?:主要)?(?:问题|不足|短板|困难)(?:[和与、](?:问题|不足|短板|困难))?(?:部分|章节|[一那这]节|[那这](?:部分|块|章)|段|里|中)|有(?:哪些|什么|啥)(?:主要)?(?:问题|不足|"
        r"短板)|(?:存在|写)(?:的|了)?(?:哪些|什么|哪几条|几个|啥)?(?:主要)?(?:问题|不足|短板)",
        "问题部分写了什么",
        "哪些机关解决问题",
    ),
    Rule(
        "plan",
        r"(?:计划|打算|安排|思路)(?:部分|章节|[一那这]节|[那这](?:部分|块|章)|里|中)|(?:有|是)(?:哪些|什么|啥)(?:打算|计划|安排|思路)|(?:下一?步|明年|"
        r"来年)[^，。？]{0,6}(?:打算|计划|安排|思路)(?:有|是|写)?",
        "计划部分提到听证的有哪些",
        "哪些机关计划听证",
    ),
    Rule("work", r"(?:成效|成绩|举措|做法)(?:部分|章节|[一那这]节|里|中)", "成效部分写了什么", "成效明显吗"),
    Rule("suggestion", r"(?:意见|建议)(?:部分|章节|里|中)", "建议部分写了什么", "三项建议"),
    Rule("duty", r"(?:履职|职责)(?:部分|章节)", "职责部分怎么写", "第一责任人职责"),
    Rule("judgment", r"(?:裁判|判决)(?:部分|章节)", "裁判部分怎么写", "履行法院生效裁判"),
)
"""Sections a question restricts itself to."""

_ASKING = (
    r"(?:用|写)?(?:几|[一二两三四五六七八九十]|(?<!\d)\d{1,5})(?:句话|百?字)(?:以内|左右)?(?:的)?|概括|概述|归纳|摘要|综述|简述|梳理|这份|那份|一段|领导要|材料要用|请问|麻烦|帮我|帮忙|告诉我|给我|我想知道|想知道|想了解|查一?查|查一下|查询|看一?看|看看|列出来?|列一?下|列个表|做成表|列举|整理|汇总|统计一下|"
    r"(?:有没有|有木有|有无|请问)?(?:哪些|哪几个|哪几家|哪几|哪个|哪家|哪|各|几个|多少个|其他|别的|每个|某个|全部|所有)(?:机关|单位|部门|局|"
    r"县|市|省|区|地方|地区|乡镇|镇|家|报告|份报告|级)|出来|有没|"
    r"哪些|哪几家|哪几个|哪几份|哪几|哪家|哪个|哪份|哪里|哪儿|谁家|有没有|有木有|有无|是不是|是否|能不能|可不可以|多少|几家|几份|几个|几次|几名|几人|"
    r"几件|几场|几期|几册|几位|几项|几部|几条|几份|几轮|几级|第几|"
    r"什么样|什么时候|什么|啥时候|啥样|怎么样|怎么说|怎么写|怎么做|怎么|怎样|如何|为什么|为何|"
    r"情况如何|情况怎么样|情况怎样|进展如何|的情况|情况|说法|这块|这一块|这方面|方面|这件事|这事|那会儿|都是|都有|分别|各自|各地区|各地|各县区|各县|"
    r"各市|各省|各区|各局|各家|各单位|各机关|各级|各个|其他|别的|别处|"
    r"机关|单位|部门|报告里|报告中|报告|地方|局里|县里|市里|省里|信访局|信访办|全部|所有|一共|总共|合计|总计|加起来|今年|当年|全年|年度|真正|到底|究竟|具体|主要|"
    r"提到过|提到了|提到|提及|提过|写到过|写到了|写到|写了|写明|写过|写着|写|说到|说了|讲到|讲了|谈到|涉及|包含|包括|记载|载明|报告了|反映了|介绍|描述|"
    r"开展过|开展了|开展得|开展|举行过|举行了|举行|举办过|举办了|举办|召开过|召开了|召开|组织过|组织了|组织|落实得|落实了|落实|推进得|推进了|推进|"
    r"推动了|推动|推行了|推行|实施了|实施|进行了|进行|"
    r"采取了|采取|采用了|采用|使用|用上了|用上|运用|利用|搞过|搞了|搞|做过|做了|做没做|做得|做好|办过|办了|办没办|抓了|开过|开了|用过|用了|建立了|"
    r"建立过|建立|制定了|制定|出台了|出台过|出台|印发了|印发|起草|"
    r"聘请了|聘请|聘了|请了|请过|承担|列入|纳入|完成了|完成|加强|强化|深化|健全|完善|工作的|有关|关于|相关|里面|其中|有过|过没有|了没有|没有|了没|还没|没|过|了|的|地|得|"
    r"打算|计划|准备|已经|将要|下一步|明年|来年|去年|前年|近三年|可以借鉴|借鉴|先例|经验做法|做法|区别在哪|区别|比较|对比|比一比|一下|问题部分|计划部分|成效部分|能加总吗|能不能加总|加总"
)
ASKING = re.compile(f"(?:{_ASKING})")
"""Words of asking and acting; they name no topic."""

ENGLISH_ASKING = re.compile(rf"\b(?:{'|'.join(sorted(_listed('english_asking.txt')))})\b", re.IGNORECASE)

EMPTY_WORDS = _listed("empty_words.txt")
"""Words of a question that tell nothing of what is counted."""

STOP_WORDS = _listed("stop_words.txt")
"""Whole words of asking that the pattern above leaves."""

KEPT_TAGS = frozenset({"n", "nr", "ns", "nt", "nz", "vn", "an", "l", "i", "j", "eng", "x", "zg", "nrt", "b"})
"""Parts of speech that may name a topic; verbs are weaker, the rest says nothing."""

WEAK_WORDS = _listed("weak_words.txt")
"""Words that nearly every report uses: they help to choose but decide nothing."""

COMPLEMENT = re.compile(
    r"(?:没|没有|未|不曾)(?:有)?(?:提|写|说|涉及|讲|聘|举行|开展|建立)(?!没)|(?:silent|not mention|do(?:es)? not|without)"
)
"""Asks for the reports that do not speak of the topic."""

__all__ = [
    "ASKING", "COMPLEMENT", "EMPTY_WORDS", "ENGLISH_ASKING", "FOCUS_RULES", "KEPT_TAGS", "KIND_RULES", "OUT_OF_SCOPE",
    "ROLE_RULES", "STOP_WORDS", "WEAK_WORDS",
]  # fmt: skip
