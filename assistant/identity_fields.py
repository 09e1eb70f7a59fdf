"""The fields of a report's identity: how people ask for each, its value, and the statement that states it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from corpus.dates import date_in
from corpus.report import Report, Statement
from corpus.title import LABEL

_SHORT = 60
"""Characters of a head or closing line."""
_NAME_LINE = 30
"""Characters of a line that holds nothing but an office's name."""
_PARTY = re.compile(r"^(?:中共|中国共产党)?.{2,24}(?:党组|党委|党工委)$")


@dataclass(frozen=True)
class Field:
    """One field: its names on the page, how it is asked for, and where a report states it.

    ``alone`` tells that its words name no topic, so that a message with them asks for the field whatever else it says.
    """

    key: str
    chinese: str
    english: str
    pattern: str
    asks: str
    not_so: str
    value: Callable[[Report], str | None]
    alone: bool = True

    @cached_property
    def asked(self) -> re.Pattern[str]:
        """Return the compiled pattern."""
        return re.compile(self.pattern, re.IGNORECASE)


def _edges(report: Report) -> list[Statement]:
    """Return the statements of the head and the close."""
    return [one for one in report.statements if report.sections[one.section].level == 0]


def _head(report: Report) -> list[Statement]:
    return [one for one in _edges(report) if report.sections[one.section].role == "front"]


def _line(report: Report, pattern: str) -> str | None:
    found = _stating_line(report, pattern)
    return report.quote(found) if found else None


def _stating_line(report: Report, pattern: str) -> Statement | None:
    return next((one for one in _edges(report) if re.search(pattern, report.quote(one))), None)


def _addressee(report: Report) -> Statement | None:
    lines = [(one, report.quote(one)) for one in _head(report)]
    labelled = [one for one, text in lines if re.match(r"主\s?送|呈\s?报|报\s?送", text)]
    called = [
        one
        for one, text in lines
        if re.fullmatch(r"[^，。；：:\n]{1,39}[委府办室会局厅部处组][：:]", text) and not LABEL.match(text)
    ]
    return next(iter((*labelled, *called)), None)


def signed_by_party(report: Report) -> bool:
    """Tell whether a Party group issues or signs a report."""
    if report.issuer and _PARTY.match(report.issuer):
        return True
    return any(_PARTY.match(re.sub(r"\s+", "", report.quote(one))) for one in _edges(report))


def _issuer(report: Report) -> str | None:
    signature = next((one for one in reversed(_edges(report)) if _PARTY.match(report.quote(one))), None)
    return report.quote(signature) if signature else report.issuer


_COPIES = r"^\s*抄\s?[送报]"
_SIGNER = r"签\s?发\s?人?\s?[：:]"
_AGO = r"(?:给)?(?:正式)?(?:是)?(?:在)?"
_WHEN = r"(?:哪一?[天日]|几号|几月(?:几[号日])?份?|(?:什么|啥)时[候间]|何时|多会儿|哪年哪月)"
_OUT = r"(?:印发|印制|印出|发布|发文|发出|公布|公开|成文|落款|签发|上报|报出|盖章|出炉|出台|出来|印|发|出|签|报)"

FIELDS: tuple[Field, ...] = (
    Field(
        "document_number", "文号", "document number",
        r"(?:发文|公文|文件|报告)?(?:文号|字号|编号)|发文号|发文自号|红头号|\bdoc(?:ument)?(?:'s)? ?(?:no\b\.?|numbers?|num\b|ref)|"
        r"\b(?:reference|file|serial|official) (?:no\b\.?|numbers?)",
        "云汀的文号多少", "案件号多少", lambda report: report.document_number,
    ),
    Field(
        "issue_date", "印发日期", "issue date",
        rf"(?:印发|印制|成文|发文|落款|签发|发布|公布|公开|上报|出具|报告)(?:的)?(?:日期|时间|日子)|{_WHEN}(?:才|就|给)?{_AGO}{_OUT}的?|"
        rf"{_OUT}(?:出来|出去|上去|下来)?(?:的)?(?:是)?(?:在)?(?:{_WHEN}|日期)|日期|\bissue dates?|\bdate of (?:issue|publication)|"
        r"\bdates?\b|\bwhen (?:was|were|did)\b[^?]{0,50}?\b(?:issued?|released?|published?|signed?|"
        r"come out|came out|printed|out)\b|"
        r"(?:release|publication|issuing) dates?",
        "云汀的报告哪天印发的", "听证哪天开的", lambda report: report.issue_date, alone=False,
    ),
    Field(
        "title", "标题", "title", r"标题|题目|题名|全称|(?:报告|材料|文件)[^，。？]{0,4}叫(?:什么|啥)|\btitled?s?\b|full name|\bcalled\b",
        "这份报告的标题", "专题会议", lambda report: report.title, alone=False,
    ),
    Field(
        "issuer", "发文机关", "issuer",
        r"落款(?!日期|时间)|署名|发文(?:机关|单位|主体)|谁(?:家)?(?:发(?![现展生挥言])|出(?![台现])|印|署|打(?!给))(?:的)?(?:文|报告)?|(?:哪家|哪个)(?:单位|机关|局)?(?:发|出|印)的(?:文)?|"
        r"(?:谁|哪家|什么|哪个)[^，。？]{0,6}名义|名义|\bissuers?\b|\bwho (?:issued|signed|wrote|published|sent)\b|issued by|"
        r"signed by|in (?:whose|the|its) (?:own )?name|\bsignature",
        "落款是谁", "谁发现的问题", lambda report: _issuer(report), alone=False,
    ),
    Field(
        "copies", "抄送", "copied to", r"抄\s?[送报给](?!我)(?:给|到|往)?(?:的是)?了?(?:谁|哪里|哪些|什么|哪个|哪家)?(?:单位|部门|机关|地方)?|\bcopied to|\bcc(?:'d|ed)?\b|carbon copy", "抄送了谁", "抄录卷宗",
        lambda report: _line(report, _COPIES),
    ),
    Field(
        "addressee", "主送", "addressee",
        r"主送|抬头|(?:打|报|送|写|呈|交|上报|呈报|报送|呈送|提交)(?:给|到|往)?(?:的是)?(?:了)?(?:谁|哪里|哪儿|哪家|哪个(?:单位|部门|机关)?|什么(?:单位|部门|机关))(?:的)?|"
        r"\baddressees?\b|addressed to|(?:submitted|sent) to (?:whom|which)|\bto whom|\bwho (?:was|"
        r"were|is|are) [^?]{0,30}(?:submitted|sent) to",
        "报告是打给谁的", "打电话给谁", lambda report: _quote(report, _addressee(report)), alone=False,
    ),
    Field(
        "signer", "签发人", "signed off by", r"签发人|谁签(?:发|的字)|签发(?!日期|时间|的?(?:是)?(?:哪|何|什么时))|sign(?:ed)? off|signator(?:y|ies)",
        "谁签发的", "签约仪式", lambda report: _line(report, _SIGNER),
    ),
    Field(
        "level", "层级", "level", r"层级|级别|哪一?级(?:别)?的?|什么级|(?:administrative )?levels?\b", "报告的层级", "三级终结",
        lambda report: report.level, alone=False,
    ),
    Field(
        "region", "地区", "region", r"地区|所在地|哪(?:里|儿|个省|个市|个地方)的(?:报告)?|\bregions?\b|\bplaces?\b", "报告都是哪里的", "地方特色",
        lambda report: report.region, alone=False,
    ),
    Field(
        "file", "文件", "file", r"文件名|文件格式|哪个文件|(?:什么|哪种)格式|\bfile ?(?:names?|formats?|types?)\b", "文件名是什么", "红头文件",
        lambda report: report.file,
    ),
    Field(
        "agency", "机关", "agency",
        r"(?:发文|报告)?(?:哪|什么|哪些|几)(?:家|个|些)?(?:单位|机关|部门|局)(?:的|报|交|写|提交)?|谁家的?|都是谁的?|\b(?:whose|which (?:agency|bureau|office|body)|agenc(?:y|ies)|who)\b",
        "都是谁家的", "谁执法谁普法", lambda report: report.agency, alone=False,
    ),
    Field(
        "year", "报告年度", "covered year",
        r"(?:报告|覆盖|涵盖)?(?:年度|年份)|哪一?年(?:度)?(?:的)?|几几年的?|哪几年的?|\b(?:which|what) years?\b|\bcover(?:s|ed|ing)?\b|\byears?\b",
        "都是哪一年的", "三年行动", lambda report: str(report.year) if report.year else None, alone=False,
    ),
)  # fmt: skip
"""The order is that in which a message is read: what is found first is taken out of it."""

BY_KEY = {field.key: field for field in FIELDS}


def _quote(report: Report, statement: Statement | None) -> str | None:
    return report.quote(statement).rstrip("：:") if statement else None


def stating(report: Report, key: str) -> Statement | None:
    """Return the head or closing statement in which a report states a field; None where it does not, or only in parts.

    The covered year, level and region are read from the title.
    """
    if key == "addressee":
        return _addressee(report)
    if key in ("copies", "signer"):
        return _stating_line(report, _COPIES if key == "copies" else _SIGNER)
    if key == "issue_date":
        dated = [one for one in reversed(_edges(report)) if date_in(report.quote(one)) == report.issue_date]
        return next((one for one in dated if len(report.quote(one)) <= _SHORT), next(iter(dated), None))
    value = BY_KEY[key].value(report) if key in ("document_number", "title", "issuer") else report.title
    return _holding(report, value) if value else None


def _holding(report: Report, value: str) -> Statement | None:
    """Return the statement that holds a value, white space aside, else the longest one that is a part of it."""
    wanted = re.sub(r"\s+", "", value)
    squeezed = [(one, re.sub(r"\s+", "", report.quote(one))) for one in _edges(report)]
    whole = next((one for one, text in squeezed if wanted in text), None)
    parts = sorted((len(text), -one.start, one) for one, text in squeezed if len(text) > 1 and text in wanted)
    return whole or (parts[-1][2] if parts else None)


def naming(report: Report) -> Statement:
    """Return the statement by which a report is known: its title, else its first line, else its first heading."""
    title = stating(report, "title")
    return title or next(iter(_head(report)), report.statements[0])
