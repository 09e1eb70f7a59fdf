"""The conditions that a message puts on reports as documents, each read by one small function.

A reader takes its words out of the text, so that what is left tells whether anything else is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.identity_fields import BY_KEY, FIELDS, signed_by_party
from corpus.report import Report

Reader = Callable[[str, list["Condition"], Sequence[Report], date], str]


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition that the reports meant must meet, in words, with the field it looks at."""

    chinese: str
    english: str
    key: str
    holds: Callable[[Report], bool]


_BRACKET_OPEN, _BRACKET_CLOSE = "〔【\\[（(﹝{", "〕】\\]）)﹞}"
_NUMBER = re.compile(
    rf"(?P<code>[\u4e00-\u9fff]{{1,8}})\s?[{_BRACKET_OPEN}]\s?(?P<year>20\d\d)\s?[{_BRACKET_CLOSE}]\s?第?(?P<number>\d{{1,4}})\s?号"
)
DATED = (
    r"(?:印发|印制|印出|印的|发出|发布|发的|发文|落款|成文|签发|公布|公开|上报|报的|盖章|出的|印|发|出)(?![现展生挥言])"
)
_WORD_YEARS = {"今年": 0, "去年": 1, "上年": 1, "前年": 2}
_YEAR = r"(?P<year>20\d\d)\s?年?(?!\s?[年度])|(?P<word>今年|去年|上年|前年)"
_DAY = r"(?:\s?(?P<month>\d{1,2})\s?月(?:份)?(?:\s?(?P<day>\d{1,2})\s?[日号])?)?"
_SIDE = r"(?P<side>以后|之后|后|起|以来|以前|之前|前)?"
_ISSUED = (
    re.compile(rf"(?:{_YEAR}){_DAY}{_SIDE}(?:的时候|里|内|当年|年初|年底|初|底)?(?:才|就|正式|新)?{DATED}(?:的)?"),
    re.compile(rf"(?<![\d年])(?P<month>\d{{1,2}})\s?月(?:份)?(?:\s?(?P<day>\d{{1,2}})\s?[日号])?{_SIDE}(?:才|就|正式)?{DATED}(?:的)?"),
    re.compile(rf"(?:印发|成文|落款|发文|签发|发布|公布)(?:的)?(?:日期|时间)?(?:是|在|为|写的是|写|晚于|早于|都在)*(?:的)?(?:{_YEAR}){_DAY}{_SIDE}(?:的)?"),
    re.compile(
        r"\b(?:issued|dated|published|released|signed|printed|came out)\b\s*(?:in|on|at|during|from)?\s*"
        r"(?P<side>after|since|before)?\s*(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|"
        r"dec)?[a-z]*\s*(?P<year>20\d\d)",
        re.IGNORECASE,
    ),
)  # fmt: skip
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_NUMBER_YEAR = re.compile(
    r"(?:文号|字号|编号|文的?号)[^，。？\d]{0,8}(?:写|是|为|带|含|里|标|开头|打头|属|年份|用|有)[^，。？\d]{0,6}(20\d\d)(?:年)?(?:的)?|[〔\[【](20\d\d)[〕\]】](?!\s?\d)(?:的|号段|字头)?|"
    r"(?:document )?numbers? (?:with|from|containing|of|in|that say|dated) (20\d\d)|"
    r"(20\d\d) (?:document|doc|reference|file) numbers?",
    re.IGNORECASE,
)
_STATED = r"(?:发文字号|发文号|文号|字号|编号|落款日期|印发日期|成文日期|日期|时间|标题|题目|抄送|签发人?|主送|抬头|document numbers?|doc numbers?|numbers?|dates?|titles?)"
_LACKS = re.compile(
    rf"(?:(?<!有)没(?:有|标|写|印|注明?|带|列|给|编|署)?|(?<!有)无|缺少?|未(?:标|写|载|注|编|列)?明?|不带|漏了?|without|\bno\b|\black(?:s|ing)?|missing|"
    rf"(?:do|does)(?:n't| not) (?:have|state|carry|bear|give))\s?[^，。？]{{0,4}}(?P<field>{_STATED})"
    rf"|(?P<after>{_STATED})[^，。？有]{{0,6}}(?:没有|没写|没标|没填|没印|缺|空着|空白|未载明|未标|是空|missing|blank|not stated)",
    re.IGNORECASE,
)
_HAS = re.compile(
    rf"(?:(?<!没)有|带|标了?|写了|载明|注明|附了?|编了?|印了|\bwith\b|\bha(?:ve|s)\b|\bcarr(?:y|ies)\b|\bbears?\b|\bstates?\b)\s?(?:了|上|着|明)?(?:a |an |the )?"
    rf"(?P<field>{_STATED})(?:的|了)?",
    re.IGNORECASE,
)
_WHICH = re.compile(r"哪|几[份家篇]|多少[份家篇]|谁|列|which|how many|what reports|list", re.IGNORECASE)
_PARTY = re.compile(
    r"党组织?(?:的)?(?:名义|署名|落款|牌子|发|出|报|打|口径)?|name of (?:a|the|its|their) (?:leading )?party[- ]?(?:group|committee|organi[sz]ation)?"
    r"|party (?:groups?|committees?|leadership groups?)",
    re.IGNORECASE,
)
_NOT_PARTY = re.compile(
    r"(?:不是|没有?|没用|非|未|不)(?:用|以|打|挂)?(?:的)?[^，。？]{0,2}党组|(?:机关|单位|行政|局里?|本局|自己)(?:自己|本身)?(?:的)?名义(?![^，。？]{0,8}党组)"
    r"|not (?:issued )?(?:in the name of|by) (?:a|the) party",
    re.IGNORECASE,
)
_OTHER_OFFICES = re.compile(
    r"(?:不是|非|除了?|除去|不属于?|以外的?|之外的?)\s?[^，。？]{0,3}信访(?:局|部门|系统|机关|办|口)?(?:以外|之外|外)?(?:的)?|"
    r"(?:not|other than|besides|non-?)\s?(?:a |an |the )?(?:petition|letters)[- ]?(?:bureaus?|offices?)?",
    re.IGNORECASE,
)
_FORMATS: tuple[tuple[str, str], ...] = (
    (r"pdf", "pdf"), (r"\bdocx\b|\bdoc (?:files?|format)|(?<![a-z])word(?![a-z])(?! for)", "doc"),
    (r"html?|网页(?:格式|版|文件|形式)|(?:格式|文件|版本)[^，。？]{0,4}网页|(?:是|为|存成?)(?:了)?网页|网页的(?:报告|文件|那)", "htm"),
    (r"\btxt\b|纯文本", "txt"), (r"markdown|\bmd\b", "md"),
)  # fmt: skip
_OFFICE = re.compile(
    r"(?:有没有|有无|有|哪些|哪家|是|查|找|几个|几家|列出?)?([\u4e00-\u9fff]{2,6}?)(?:部门|系统|局)(?:的|交的|报的)?(?=报告|年报|材料)"
)
_SEVERAL = re.compile(
    r"不(?:止|只)一[份年]|(?:两|二|三|几|多)[份年]以上|多[份年](?:都)?|连续[两二三几]年|more than one|several (?:years|reports)|multiple (?:years|reports)",
    re.IGNORECASE,
)
LISTS = re.compile(
    r"报告最[多少]|各有?几份|\d份里|(?:机关|单位)(?:的)?(?:名单|清单)|which (?:agencies|bureaus|offices) are (?:covered|included|held|in)|"
    r"哪(?:几|一)?份|(?:谁|哪家)[^，。？]{0,8}报告|\bwhat years\b|(?:哪些|哪几|几[份家篇]|多少[份家篇]?|有什么|列(?:出|个|一下|一列)?|全部|所有|有没有|有无|有木有|有|找|查|清单|名单|不是|除了)[^，。？]{0,24}(?:报告|年报|材料|总结(?!了))"
    r"|(?:报告|年报)[^，。？]{0,12}(?:哪些|几份|多少份?|几家|哪几|有没有|有不?有|在不在|在库|有吗|收了|有木有|谁家|哪家|哪个|谁的|都是谁|清单|名单|到哪一?年)"
    r"|(?:库|资料|手头|手上|你这儿?|你这里|系统)(?:里|中|内|头|上)?[^，。？]{0,8}(?:有|收|存|装)|(?:哪些|哪几|几|多少)(?:家|个)?(?:单位|机关|部门|家)[^，。？]{0,4}(?:交|报|提交|有)[^，。？]{0,4}报告"
    r"|\b(?:which|what|how many|list|show|any|all|do you have|is there|are there|give me)\b[^?.]{0,40}\breports?\b|"
    r"\breports?\b[^?.]{0,24}\b(?:held|hold|have|available|library|cover|covers|covering|there)\b|"
    r"whose report|\bcoverage\b",
    re.IGNORECASE,
)
"""Asks for the reports themselves."""


def _numbered(text: str, conditions: list[Condition], reports: Sequence[Report], today: date) -> str:
    """Read a document number that some report carries."""
    found = _NUMBER.search(text)
    if found is None:
        return text
    plain = re.compile(rf"^{found.group('code')}\W{found.group('year')}\W{found.group('number')}号$")

    def holds(report: Report) -> bool:
        return bool(report.document_number and plain.match(report.document_number))

    if not any(map(holds, reports)) and not BY_KEY["issuer"].asked.search(text) and not LISTS.search(text):
        return text
    conditions.append(Condition(f"文号为{found.group(0)}", f"carry {found.group(0)}", "document_number", holds))
    return text[: found.start()] + " " + text[found.end() :]


def _number_year(text: str, conditions: list[Condition], reports: Sequence[Report], today: date) -> str:
    found = _NUMBER_YEAR.search(text)
    if found is None:
        return text
    year = next(part for part in found.groups() if part)
    conditions.append(
        Condition(
            f"文号年份为{year}", f"carry a document number of {year}", "document_number",
            lambda report: bool(report.document_number and re.search(rf"\W{year}\W", report.document_number)),
        )
    )  # fmt: skip
    return text[: found.start()] + " 文号 " + text[found.end() :]


def _lacking(text: str, conditions: list[Condition], reports: Sequence[Report], today: date) -> str:
    """Read whether a field is there or not."""
    for pattern, there in ((_LACKS, False), (_HAS, True)):
        found = pattern.search(text)
        if found is None or (there and not _WHICH.search(text)):
            continue
        name = found.group("field") or found.groupdict().get("after") or ""
        key = next((one.key for one in FIELDS if one.asked.search(name)), None)
        key = "document_number" if key is None and name.lower().startswith("number") else key
        if key is None:
            continue
        conditions.append(_stated(key, there))
        return text[: found.start()] + " " + text[found.end() :]
    return text


def _stated(key: str, there: bool) -> Condition:
    field_ = BY_KEY[key]
    return Condition(
        ("载明" if there else "未载明") + field_.chinese,
        f"{'state' if there else 'do not state'} the {field_.english}",
        key,
        lambda report: (field_.value(report) is not None) == there,
    )


def _issued(text: str, conditions: list[Condition], reports: Sequence[Report], today: date) -> str:
    """Read when the reports meant were issued: a year, month or day, or a time before or after it."""
    found = next((match for pattern in _ISSUED if (match := pattern.search(text))), None)
    if found is None:
        return text
    part = found.groupdict()
    year = part.get("year") or (str(today.year - _WORD_YEARS[part["word"]]) if part.get("word") else "")
    month = part.get("month") or ""
    month = str(_MONTHS.index(month[:3].lower()) + 1) if month[:1].isalpha() else month
    wanted = (year, f"{int(month):02d}" if month else "", f"{int(part['day']):02d}" if part.get("day") else "")
    side = part.get("side") or ""
    earlier, later = bool(re.search("前|before", side)), bool(re.search("后|起|以来|after|since", side))

    def holds(report: Report) -> bool:
        if report.issue_date is None:
            number = report.document_number or ""
            return bool(year and not month and not side and re.search(rf"\W{year}\W", number))
        have = report.issue_date.split("-")
        pairs = [(own, asked) for own, asked in zip(have, wanted, strict=True) if asked]
        own, asked = [one for one, _ in pairs], [one for _, one in pairs]
        return own < asked if earlier else own >= asked if later else own == asked

    said = found.group(0)
    conditions.append(Condition(f"“{said.strip()}”", f"match “{said.strip()}”", "issue_date", holds))
    return text[: found.start()] + " " + text[found.end() :]


def _by_party(text: str, conditions: list[Condition], reports: Sequence[Report], today: date) -> str:
    refused, found = _NOT_PARTY.search(text), _PARTY.search(text)
    if refused and not (found and found.start() < refused.start()):
        conditions.append(
            Condition("不以党组名义", "are not in a Party group's name", "issuer", lambda one: not signed_by_party(one))
        )
        return _PARTY.sub(" ", _NOT_PARTY.sub(" ", text))
    if found and (BY_KEY["issuer"].asked.search(text) or LISTS.search(text) or len(found.group(0)) > 2):
        conditions.append(Condition("以党组名义", "are in a Party group's name", "issuer", signed_by_party))
        return _PARTY.sub(" ", _NOT_PARTY.sub(" ", text))
    return text


def _of_others(text: str, conditions: list[Condition], reports: Sequence[Report], today: date) -> str:
    if not _OTHER_OFFICES.search(text):
        return text
    conditions.append(
        Condition("不是信访机关", "are not of a petition office", "agency", lambda report: "信访" not in report.agency)
    )
    return _OTHER_OFFICES.sub(" ", text)


def _by_name(text: str, conditions: list[Condition], reports: Sequence[Report], today: date) -> str:
    """Read a kind of office that stands in the name of an agency held: 交通部门的报告."""
    for found in _OFFICE.finditer(text):
        name = found.group(1)
        for word in (name[-4:], name[-3:], name[-2:]):
            if len(word) > 1 and any(word in report.agency for report in reports):
                conditions.append(Condition(f"属于{word}机关", f"are of a {word} office", "agency", _named(word)))
                return text[: found.start()] + " " + text[found.end() :]
    return text


def _named(word: str) -> Callable[[Report], bool]:
    return lambda report: word in report.agency


def _in_format(text: str, conditions: list[Condition], reports: Sequence[Report], today: date) -> str:
    for pattern, suffix in _FORMATS:
        if found := re.search(pattern, text, re.IGNORECASE):
            name = found.group(0)
            conditions.append(Condition(f"为{name}格式", f"are {name} files", "file", _ends_in(suffix)))
            return text[: found.start()] + " " + text[found.end() :]
    return text


def _ends_in(suffix: str) -> Callable[[Report], bool]:
    return lambda report: report.file.lower().rsplit(".", 1)[-1].startswith(suffix)


def _several(text: str, conditions: list[Condition], reports: Sequence[Report], today: date) -> str:
    if not _SEVERAL.search(text) or not LISTS.search(text):
        return text
    held = [report.agency for report in reports]
    conditions.append(
        Condition("不止一份", "are of an agency with several", "agency", lambda report: held.count(report.agency) > 1)
    )
    return _SEVERAL.sub(" ", text)


READERS: tuple[Reader, ...] = (
    _numbered, _number_year, _lacking, _issued, _by_party, _of_others, _by_name, _in_format, _several,
)  # fmt: skip
"""In the order in which a message is read."""
