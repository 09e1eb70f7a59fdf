"""What a section is for, told by its heading: a table of rules, first match wins."""

from __future__ import annotations

import re

from corpus.report import Role
from corpus.rule import Rule

TOP_RULES: tuple[Rule[Role], ...] = (
    Rule("judgment", r"裁判|判决|生效文书", "四、履行法院生效裁判情况", "二、主要举措和成效"),
    Rule(
        "suggestion",
        r"(?:(?:请求|提请|恳请)[^，]{0,6}|需要(?:上级|[县市省区])[^，]{0,8})(?:支持|协调|帮助|解决)|请求事项$"
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
        r"第一责任人|主要负责人.{0,6}履(?:行|职)|履行.{0,12}职责(?:的)?情况|述法",
        "一、第一责任人职责履行情况",
        "一、工作开展情况",
    ),
    Rule(
        "problem",
        r"问题|不足|短板|差距|薄弱环节|困难|弱项|难点|制约因素|欠缺|短处|短项|挑战$|挑战和|不够|自省|查摆",
        "三、存在问题和不足",
        "一、主要做法",
    ),
    Rule(
        "plan",
        r"计划|打算|安排|思路|下一?步|下一?阶段|今后|接下来|展望|明年|来年|新的一年|规划|工作要点|努力方向|改进[^，]{0,6}(?:措施|方向)|整改措施|重点任务|工作目标"
        r"|设想|(?:工作|下步)(?:考虑|谋划)",
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


def top_role(heading: str, year: int | None) -> Role:
    """Tell the role of an outermost section; a later year than the covered one means a plan.

    A heading that names no role (立规矩，织密制度之网) opens an account of work: the other roles are always named.

    >>> top_role("二、2025年重点工作", 2024)
    'plan'
    """
    text = bare(heading)
    years = [int(found) for found in _YEAR.findall(text)]
    for rule in TOP_RULES:
        if rule.regex.search(text):
            if rule.meaning == "work" and year is not None and years and min(years) > year:
                return "plan"
            return rule.meaning
    return "plan" if year is not None and years and min(years) > year else "work"


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
