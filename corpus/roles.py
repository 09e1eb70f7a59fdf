"""What a section is for, told by its heading: a table of rules, first match wins."""

from __future__ import annotations

import re

from corpus.report import Role
from corpus.rule import Rule

TOP_RULES: tuple[Rule[Role], ...] = (
    Rule("judgment", r"裁判|判决|生效文书", "四、履行法院生效裁判情况", "二、主要举措和成效"),
    Rule(
        "suggestion",
        r"(?:(?:请求|提请|恳请)[^，]{0,6}|(?:需要|想?请|希望|盼|盼望|恳望|期盼)(?:上级|上面|有关|各|[县市省区镇])[^，]{0,8})"
        r"(?:支持|协调|帮|解决|关心|出面|牵头|撑腰)|请求事项$"
        r"|^(?!.*(?:打算|计划|安排|思路|问题|困难|不足)).*(?<!人民)(?<!代表)(?:意见|建议)[、和及与]?(?:意见|建议)?(?:的)?[。：]?$|^.{0,6}(?:几点|工作)?(?:意见建议|对策建议)",
        "六、对全县法治政府建设的意见、建议",
        "二、行使三项建议权情况",
    ),
    Rule(
        "work",
        r"(?:要点|计划|规划|任务|目标|方案|安排|部署)[^，、]{0,8}(?:落实|完成|执行|推进|贯彻)(?:的?情况|到位)?$|整改(?:落实|完成)?(?:的?情况|成效)$|问题(?:导向|解决)"
        r"|^(?:坚持|强化|注重|加强|突出)?(?:统筹|周密|精心|科学)(?:谋划|安排|部署|推进)",
        "一、2024年度工作要点落实情况",
        "三、2025年工作安排",
    ),
    Rule(
        "work",
        r"^(?!.*(?:存在|不足|差距|原因|下一?步|打算|需要|请求))(?:|.{1,30}，)[^，]{0,10}(?:化解|解决|破解|聚焦|紧盯|着力|攻坚|整治|处置|处理|办理|排查|破除|补齐|补强|回应|治理|突破|紧扣"
        r"|围绕|针对|防范|消除|打通|攻克|帮助|纾解)[^，]{0,10}(?:问题|短板|弱项|薄弱环节|难题|难点|困难)",
        "一、着力化解突出问题，守牢稳定底线",
        "四、聚焦存在问题抓整改",
    ),
    Rule(
        "other",
        r"^其他$|需要(?:说明|报告|反映)的|其他(?:需要|应当|须|有关)?.{0,6}(?:报告|说明|事项|情况)|其它",
        "七、其他需要报告的重要事项",
        "三、其余乡镇工作计划",
    ),
    Rule(
        "duty",
        r"第一责任人|主要负责人.{0,6}履(?:行|职)|履行.{0,12}职责(?:的)?情况|述法|(?:主要负责人|主要领导|主官|一把手|局长|主任|书记|党组|班子)"
        r".{0,6}(?:扛|带头|领着?[抓干]|抓法治|挂帅|尽责)|(?:法治)?责任(?:怎么|如何)?扛",
        "一、第一责任人职责履行情况",
        "一、工作开展情况",
    ),
    Rule(
        "problem",
        r"问题|不足|短板|差距|薄弱环节|困难|弱项|难点|制约因素|欠缺|短处|短项|挑战$|挑战和|不够|自省|查摆"
        r"|毛病|缺点|缺憾|遗憾|欠账|软肋|没(?:有)?(?:做|办|干|抓)(?:好|到位|成)|不(?:到位|尽如人意|理想|满意|令人)|待(?:补|改进|解|提高)",
        "三、存在问题和不足",
        "一、主要做法",
    ),
    Rule(
        "plan",
        r"计划|打算|安排|思路|下一?步|下一?阶段|今后|接下来|展望|明年|来年|新的一年|规划|工作要点|努力方向|改进[^，]{0,6}(?:措施|方向)|整改措施|重点任务|工作目标"
        r"|设想|(?:工作|下步)(?:考虑|谋划)|往后|接着(?:干|做|办)|(?:准备|想)(?:怎么|如何|做|干)",
        "三、下步工作计划",
        "一、工作情况",
    ),
    Rule(
        "work",
        r"成效|成绩|举措|做法|措施|情况|工作|进展|亮点|推进|落实|完成|建设|回顾|总结|开展",
        "一、工作开展情况",
        "附则",
    ),
)
"""Rules for the headings of the outermost level."""

INNER_RULES: tuple[Rule[Role], ...] = (
    Rule(
        "problem",
        r"^(?!.*(?:解决|化解|整治|整改|补齐|破解|聚焦|针对)).{0,8}(?:存在|面临)的?(?:主要|突出|一些)?(?:问题|不足|困难|短板|差距)[^，]{0,8}$"
        r"|^(?:问题|不足|困难|差距|短板)(?:和|与|及|、)?(?:之处|打算|原因|问题|不足|差距|短板)?$|^(?:主要|突出)(?:问题|不足|困难|短板)$",
        "（二）存在的主要问题",
        "（三）化解群众反映的突出问题",
    ),
    Rule(
        "plan",
        r"^(?:下一?步|今后|明年|下一?阶段|接下来)|(?:工作|下步|年)(?:计划|打算|思路|安排|设想)$",
        "（三）下一步工作打算",
        "（一）制定年度工作计划并落实",
    ),
    Rule(
        "suggestion",
        r"^(?:有关|几点|工作)?(?:意见|建议)(?:和|与|、)?(?:意见|建议)?$|^对.{2,14}的(?:意见|建议)",
        "（三）意见建议",
        "（二）行使三项建议权",
    ),
    Rule("judgment", r"(?:裁判|判决)(?:的)?(?:履行|执行)?情况$", "（四）生效裁判履行情况", "（四）旁听裁判文书宣读"),
)
"""Rules for headings inside another section: only those that speak of nothing else; the rest inherit."""
BODY_RULES: tuple[tuple[Rule[Role], float], ...] = (
    (
        Rule(
            "suggestion",
            r"^(?:[一二三四五六七八九十]+是|[（(]?\d+[)）.．、]|[一二三四五六七八九十]+、)?\s*(?:也|还|再)?(?:建议|请(?!示|假|教)|恳请|希望|盼|恳望|想请)",
            "一是建议市里统一口径",
            "请示件全部按期办结",
        ),
        0.3,
    ),
    (
        Rule(
            "problem",
            r"不够|不足|没有|没能|未|仍|还(?:没|不|是|有)|只有|仅|欠|漏|滞后|偏[低弱慢少]|薄弱|不到位|不[高强深熟严]|缺|难|差",
            "年轻干部对程序还不熟",
            "全年举办培训4期",
        ),
        0.5,
    ),
)
"""For a heading that names no role: wording of a sentence, and the least share of the section's sentences that have it.
Accounts of work have at most .14 and .43, sections of suggestions .33 and more, of problems mostly .5 and more."""
_FEWEST = 2
"""Sentences below which a section's wording says too little."""
_SENTENCE_END = re.compile(r"[。；！？\n]")
_SENTENCE = 8

_MARK = re.compile(
    r"^\s*(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+\s?[、．.]|[（(]\s?[一二三四五六七八九十\d]+\s?[）)]|\d+\s?[.．、])[、：:\s]*"
)
_YEAR = re.compile(r"(20\d\d)(?:\s?年|$|(?=[，、：]))")


def bare(heading: str) -> str:
    """Return a heading without its numbering and final stop.

    >>> bare("（三）强化队伍建设。")
    '强化队伍建设'
    """
    return _MARK.sub("", heading).strip().rstrip("。：:；")


def top_role(heading: str, year: int | None, body: str = "") -> Role:
    """Tell the role of an outermost section; a later year than the covered one means a plan.

    A heading that names no role (立规矩，织密制度之网) opens an account of work, unless the wording of its sentences says
    otherwise.

    :param body: the text below the heading.

    >>> top_role("二、2025年重点工作", 2024)
    'plan'
    >>> top_role("三、心里话", 2024, "建议市里统一口径，少些多头报送。请县财政把救助金列入预算。")
    'suggestion'
    """
    text = bare(heading)
    years = [int(found) for found in _YEAR.findall(text)]
    for rule in TOP_RULES:
        if rule.regex.search(text):
            if rule.meaning == "work" and year is not None and years and min(years) > year:
                return "plan"
            return rule.meaning
    if year is not None and years and min(years) > year:
        return "plan"
    return _role_of_body(body)


def _role_of_body(body: str) -> Role:
    """Tell the role of a section whose heading names none by the wording of its sentences."""
    sentences = [one.strip() for one in _SENTENCE_END.split(body) if len(one.strip()) >= _SENTENCE]
    for rule, share in BODY_RULES:
        worded = sum(bool(rule.regex.search(sentence)) for sentence in sentences)
        if len(sentences) >= _FEWEST and worded >= share * len(sentences):
            return rule.meaning
    return "work"


def inner_role(heading: str, parent: Role) -> Role:
    """Tell the role of a section inside another; it inherits unless its heading is about a role only.

    >>> inner_role("（二）存在的主要问题", "work")
    'problem'
    """
    text = bare(heading)
    for rule in INNER_RULES:
        if rule.regex.search(text):
            return rule.meaning
    return parent
