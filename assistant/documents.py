"""What a message asks of reports as documents: fields of their identity, and which reports it means by them.

What the reports say is asked elsewhere: a message is about documents only if nothing else is left of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from assistant.document_conditions import DATED, LISTS, READERS, Condition
from assistant.identity_fields import BY_KEY, FIELDS
from assistant.sounds import homophone, sounds
from corpus.report import Level, Report


@dataclass(frozen=True, slots=True)
class Documents:
    """What is asked of reports as documents.

    ``newest`` is 1 for the latest, -1 for the earliest, 0 for all; ``by_date`` goes by the issue date, not the covered
    year. ``lists`` tells that reports themselves are asked for, ``rest`` is the message without all this.
    """

    fields: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    newest: int = 0
    by_date: bool = False
    lists: bool = False
    rest: str = ""
    levels: tuple[Level, ...] = ()

    @property
    def alone(self) -> bool:
        """Tell whether a field is asked for by words that name no topic."""
        return any(BY_KEY[key].alone for key in self.fields)

    @property
    def asked(self) -> bool:
        """Tell whether anything is asked of documents at all."""
        return bool(self.fields or self.conditions or self.newest or self.lists)

    @property
    def exact(self) -> bool:
        """Tell whether a field or a condition is named, not merely reports."""
        return any(one.key != "agency" for one in self.conditions) or any(key not in _VAGUE for key in self.fields)

    def admit(self, report: Report) -> bool:
        """Tell whether a report meets every condition."""
        return all(condition.holds(report) for condition in self.conditions)


_VAGUE = ("agency", "year", "level", "region")
"""Fields whose words are used of much else."""
_TYPED_WRONGLY = (
    "发文字号",
    "印发日期",
    "印发时间",
    "成文日期",
    "发文日期",
    "抄送单位",
    "签发人",
    "落款日期",
    "发文机关",
)
_NEWEST = re.compile(
    r"最新|最近(?!\s?[两二三四五几\d]年)(?:的)?(?:一|那)?|最晚|最后(?!一部分|一段|一节|怎么)|最迟|\blatest\b|\bnewest\b|most recent",
    re.IGNORECASE,
)
_OLDEST = re.compile(r"最早|最老|最先|最旧|头一份|\bearliest\b|\boldest\b", re.IGNORECASE)
_OF_REPORT = re.compile(r"报告|年报|总结|材料|份|哪一?年|\breports?\b|\bone\b", re.IGNORECASE)
_BY_DATE = re.compile(
    rf"{DATED}|日期|\bissued?\b|\bdated?\b|\bpublish|\breleas|\bsigned\b|come out|came out", re.IGNORECASE
)
_ABOUT_CONTENT = re.compile(
    r"提[到及过]|报告[里中](?!头)|做法|经验|举措|没提|(?<!怎么)说[到了]|讲[到了]|谈到|涉及|写[到了](?!文号|日期|标题)|哪些(?:机关|单位|地方|县|局)(?:做|开|办|搞|有(?!报告))|里(?:面)?(?:写|说|讲)"
    r"|\bmention|\bsay|\bspeak|\btalk|what about|how about",
    re.IGNORECASE,
)
_LEVELS: tuple[tuple[Level, str], ...] = (
    ("province", r"省(?:一级|级|里的?|的)(?!领导)|province[- ]level|provincial"),
    ("city", r"(?:地|设区)?市(?:一级|级|里的?|的)(?!领导)|city[- ]level|municipal|prefecture-level"),
    ("county", r"[县区](?:一级|级|里的?|的)(?!领导)|county[- ]level|district-level|counties"),
    ("town", r"(?:乡镇|镇|乡|街道)(?:政府的?|一级|级|里的?|上的?|的)(?!领导)|town(?:ship)?[- ]level|townships?"),
)
_SAYING = re.compile(
    r"报告|年报|工作总结|总结|材料|文件|公文|正文|文本|那份|这份|那几份|这几份|几份|每份|各份|一份|哪份|份|库里头?|库中|库|资料|手头|手上|系统|里头|收录|收集|收了?|现有|存了?|拿到|单子|清单|名单|表格?|"
    r"列出?|分别|各自|谁家|谁的|谁|哪家|发文|红头|麻烦|抄给我|抄一下|查下|查查|自己|在不在|在库|有木有|写的|标的|盖的|印的|发的|出的|交的|"
    r"交了?|报了?|提交|名义|日子|时间|几号|具体|别的|其他|现在|总数|跨度|元数据|从|到|至|一行|总数|个数|份数|格式|版本|[，。？！?!、：:；;]|年|月|日|才|都|带|缺|标明?|注明|有吗|有没有|一共|总共|法治政府建设|法治政府|依法行政|元数据|信息|基本|"
    r"机关|单位|年份|年度|名称|按|顺序|排列?|时间顺序|先后|从早到晚|从新到旧|归类|分类|分组|分年份?|分年度",
)
_SAYING_ENGLISH = re.compile(
    r"\b(?:reports?|library|held|hold|available|collection|cover(?:s|ed|ing)?|issue[ds]?|published?|"
    r"released?|dated?|signed|agency|agencies|bureaus?|offices?|body|bodies|"
    r"metadata|table|full|me|please|pls|own|rather|than|itself|themselves|instead|itself|whose|you|"
    r"got|there|out|come|came|file[ds]?|document|stated?|carry|carries|"
    r"without|with|no|not|years?|what|does|collection|range|span|come|comes|from|every|everything|"
    r"exactly|cover|name|names|in|earliest|latest|under|per|one|each|have|annual|rule|law|government|"
    r"construction|work|on|have|hand|entries|many|so|far|and|when|"
    r"group|groups|party|committee|version|the|a|its|their|missing|first|last|list|all|only|can|could|"
    r"i|want|know|see|get|let|how)\b",
    re.IGNORECASE,
)


def documents_asked(message: str, reports: Sequence[Report], today: date) -> Documents:
    """Read fields and conditions out of a message whose places are gone; the covered years stay in its rest.

    :param today: what 去年 is relative to.
    """
    text = _respelled(message)
    lists = bool(LISTS.search(text)) and not _ABOUT_CONTENT.search(text)
    conditions: list[Condition] = []
    for read in READERS:
        text = read(text, conditions, reports, today)
    newest = 1 if _NEWEST.search(text) else -1 if _OLDEST.search(text) else 0
    newest = newest if _OF_REPORT.search(text) and not _ABOUT_CONTENT.search(text) else 0
    by_date = bool(newest and _BY_DATE.search(text))
    text = _OLDEST.sub(" ", _NEWEST.sub(" ", text)) if newest else text
    levels = []
    for level, pattern in _LEVELS if lists else ():
        if re.search(pattern, text, re.IGNORECASE):
            levels.append(level)
            text = re.sub(pattern, " ", text, flags=re.IGNORECASE)
    fields = []
    for one in FIELDS:
        if one.asked.search(text):
            fields.append(one.key)
            text = one.asked.sub(" ", text)
    plain = [key for key in fields if key not in _VAGUE]
    if not plain and not conditions and not lists and not newest:
        fields = []
    return Documents(tuple(fields), tuple(conditions), newest, by_date, lists, text, tuple(levels))


def bare(text: str) -> str:
    """Return what is left of a text once the words of asking for documents are gone."""
    return _SAYING_ENGLISH.sub("，", _SAYING.sub("，", text))


@lru_cache(maxsize=1)
def _sounding() -> dict[tuple[str, ...], str]:
    return {sounds(name): name for name in _TYPED_WRONGLY}


def _respelled(text: str) -> str:
    meant = homophone(text, _sounding())
    return text[: meant[0]] + meant[2] + text[meant[1] :] if meant else text
