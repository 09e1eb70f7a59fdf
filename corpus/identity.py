"""Who reports on which year, in which document: read from title, head lines, first sentences and closing lines.

Four years are kept apart: the covered year, the issue year, the year in the document number and the plan's year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.agency import canonical, level_of, named_in, place_named_in, place_of
from corpus.dates import date_in, years_of
from corpus.report import Level
from corpus.title import LABEL, TITLE_WORDS, title_of

_NOTICE = re.compile(r"^[（(【]?(?:示例|说明|注)[：:]")
_NUMBER = re.compile(
    r"[\u4e00-\u9fffA-Za-z]{1,14}\s{0,3}[〔【\[（(﹝]\s?(20\d\d)\s?[〕】\])）﹞]\s{0,3}第?\s?\d{1,4}\s?号"
)
_NUMBER_ALONE = re.compile(rf"(?:^|[\s：:（(|])({_NUMBER.pattern})(?=$|[\s）)|；;，,])")
_CITING = re.compile(r"[《》。]|根据|按照|要求|附件")
_ISSUED = re.compile(r"成文|发文|印发|生成|制发|落款")
_DATED = re.compile(r"日期|时间|印发")
_DATE_LINE = re.compile(r"^[^，。；]{0,24}日\s?(?:印发)?[）)]?$|^\d{4}[-./]\d{1,2}[-./]\d{1,2}$")
_NOW_REPORT = re.compile(r"现将[^。]{0,30}?(?=20\d\d|二[〇○零OＯ])")
_CITED = re.compile(r"《[^》\n]{0,80}》|[（(][^）)\n]{0,40}[）)]|“[^”\n]{0,40}”")
_PLAN = re.compile(r"计划|打算|安排|思路|要点")
_ADDRESSEE = re.compile(r"^[^，。；]{0,40}[：:]$")
_SHORT, _WIDE, _FIRST = 40, 120, 2000
"""Characters of a line that may name an office or year by itself, of one that may hold a row of labels, and of a
paragraph as far as it is looked at."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What a report says of itself; None where it does not say."""

    title: str | None
    agency: str
    issuer: str | None
    level: Level
    region: str | None
    region_inferred: bool
    year: int | None
    document_number: str | None
    issue_date: str | None


def identify(head: str, body: str, back: str, file_stem: str) -> Identity:
    """Read a report's identity.

    :param head: canonical text before the first section.
    :param body: canonical text of the sections.
    :param back: closing lines after the last section.
    :param file_stem: the file's name without suffix, used only where the text names no agency.
    """
    lines = [line.strip() for line in head.split("\n") if line.strip() and not _NOTICE.match(line.strip())]
    title = title_of(lines)
    issuer = _issuer(title, lines, back.split("\n"), file_stem)
    agency = canonical(issuer) if issuer else file_stem
    issue_date = _issue_date(lines, back.split("\n"))
    return Identity(
        title=title,
        agency=agency,
        issuer=issuer,
        level=level_of(agency),
        region=place_of(agency),
        region_inferred=False,
        year=_covered_year(title, lines, body, issue_date),
        document_number=_document_number(lines),
        issue_date=issue_date,
    )


def _issuer(title: str | None, lines: list[str], back: list[str], file_stem: str) -> str | None:
    """Find the office: title, alone on a head line, signature, first sentences, file's name, labels of the page."""
    if title and (found := named_in(title)):
        return found
    heads = [line.removesuffix("文件") for line in lines if len(line) <= _SHORT and not re.search(r"[：:]", line)]
    for line in (*heads, *reversed(back)):
        found = named_in(line)
        if found and re.sub(r"\s+", "", line).startswith(found):
            return found
    if title and (found := place_named_in(title)):
        return found
    prose = [line for line in lines if not LABEL.match(line) and not _ADDRESSEE.search(line)]
    labelled = [LABEL.sub("", line) for line in lines if LABEL.match(line)]
    for text in (*prose, file_stem, *labelled):
        if found := named_in(text if len(text) <= _WIDE else _CITED.sub("", text[:_FIRST])):
            return found
    return None


def _covered_year(title: str | None, lines: list[str], body: str, issue_date: str | None) -> int | None:
    """Read the covered year: title, then "现将…年", head lines, first heading, first sentences, plan, issue date."""
    telling = [line for line in lines if not _NUMBER.search(line) and not LABEL.match(line) and not date_in(line)]
    for text in (title or "", *(line for line in telling if len(line) <= _SHORT and TITLE_WORDS.search(line))):
        if years := years_of(_CITED.sub("", text)) or years_of(text):
            return years[0]
    preamble = _CITED.sub("", "\n".join(lines))
    if found := _NOW_REPORT.search(preamble):
        return years_of(preamble[found.end() : found.end() + 12])[0]
    headings = [line[:60] for line in body.split("\n") if len(line) <= 60]
    for text in (*headings[:1], *telling):
        if not _PLAN.search(text[:60]) and (years := years_of(_CITED.sub("", text))):
            return years[0]
    plans = [years[0] - 1 for text in headings if _PLAN.search(text) and (years := years_of(text))]
    if plans:
        return plans[0]
    return int(issue_date[:4]) - 1 if issue_date else None


def _document_number(lines: list[str]) -> str | None:
    """Read the document number where it stands alone on its line or behind a label."""
    for line in lines:
        if len(line) <= _WIDE and not _CITING.search(line) and (found := _NUMBER_ALONE.search(line)):
            return re.sub(r"\s+", "", found.group(1))
    return None


def _issue_date(lines: list[str], back: list[str]) -> str | None:
    """Read the issue date: closing lines, then 成文日期 and its like, then any date that a head line is about."""
    closing = [line for line in reversed(back) if _DATED.search(line) or _DATE_LINE.search(line.strip())]
    heads = [line for line in lines if len(line) <= _WIDE]
    issued = [line[found.start() :] for line in heads if (found := _ISSUED.search(line))]
    alone = [line for line in heads if len(line) <= _SHORT and _DATE_LINE.search(line)]
    named = [line[found.start() :] for line in heads if (found := _DATED.search(line))]
    return next((date for line in (*closing, *issued, *alone, *named) if (date := date_in(line))), None)
