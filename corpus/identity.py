"""Who reports on which year, in which document: read from title, head lines, first sentences and closing lines.

Four years are kept apart: the covered year, the issue year, the year in the document number and the plan's year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.agency import ORGANISATION, canonical, level_of, place_of
from corpus.report import Level

_TITLE_END = re.compile(r"(?:报告|总结|情况|报告书|自查报告)\s*(?:[（(][^）)]{0,20}[）)])?$")
_TITLE_WORDS = re.compile(r"法治|依法行政|年度|年|工作|政府建设")
_NOTICE = re.compile(r"^[（(【]?(?:示例|说明|注)[：:]")
_NUMBER = re.compile(r"[\u4e00-\u9fffA-Za-z]{1,14}\s*[〔【\[（(﹝]\s*(20\d\d)\s*[〕】\])）﹞]\s*第?\s*\d{1,4}\s*号")
_NUMBER_LINE = re.compile(rf"^(?:(?:发文字号|文\s*号|文件编号)\s*[：:]?\s*)?({_NUMBER.pattern})\s*(?:签发人.*)?$")
_DATE = re.compile(r"(20\d\d)\s*(?:年|[-./])\s*(\d{1,2})\s*(?:月|[-./])\s*(\d{1,2})\s*日?")
_CHINESE_DATE = re.compile(
    r"(二[〇○零Ｏ０][〇○零一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
_DATE_LINE = re.compile(
    r"(?:印发|成文日期|发文日期|印发日期|发布日期|公开日期|发布时间)|^[^，。；]{0,24}日\s*(?:印发)?$|^\d{4}[-./]\d{1,2}[-./]\d{1,2}$"
)
_YEAR = re.compile(r"(20\d\d)\s*(?:[-—–至]\s*(20\d\d)\s*)?年")
_CHINESE_YEAR = re.compile(r"二[〇○零]([〇○零一二三四五六七八九])([〇○零一二三四五六七八九])年")
_DIGITS = {char: str(value) for value, char in enumerate("零一二三四五六七八九")} | {
    "〇": "0",
    "○": "0",
    "Ｏ": "0",
    "０": "0",
}
_NOW_REPORT = re.compile(r"现将[^。]{0,20}?(20\d\d)\s*年")
_MAX_TITLE_LINES = 4


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
    title = _title(lines)
    issuer = _issuer(title, lines, back, file_stem)
    agency = canonical(issuer) if issuer else file_stem
    issue_date = _issue_date(lines, back)
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


def _title(lines: list[str]) -> str | None:
    """Join the title's lines: the first line that ends like a title, with the issuer's line above if it needs one."""
    for index, line in enumerate(lines):
        if len(line) > 60 or "。" in line or not _TITLE_END.search(line) or not _TITLE_WORDS.search(line):
            continue
        title = line
        above = index - 1
        while above >= 0 and index - above < _MAX_TITLE_LINES and not _complete(title):
            part = lines[above]
            if len(part) > 40 or _NUMBER_LINE.match(part) or re.search(r"[：:。]|文件$|签发人", part):
                break
            title = part + title
            above -= 1
        return title
    return None


def _complete(title: str) -> bool:
    return bool(ORGANISATION.match(re.sub(r"\s+", "", title)))


def _issuer(title: str | None, lines: list[str], back: str, file_stem: str) -> str | None:
    """Find the office in the title, then in the head lines, the signature, the first sentence and the file's name."""
    places = [title or "", *(line.removesuffix("文件") for line in lines if len(line) <= 40), *back.split("\n")]
    for line in places:
        found = ORGANISATION.match(re.sub(r"\s+", "", line))
        if found and not re.search(r"[，。：]", line[: found.end()]):
            return found.group(0)
    for text in (*lines, file_stem):
        found = ORGANISATION.search(re.sub(r"^20\d\d年(?:度)?[，,]?", "", re.sub(r"\s+", "", text)))
        if found:
            return found.group(0)
    return None


def _covered_year(title: str | None, lines: list[str], body: str, issue_date: str | None) -> int | None:
    """Read the covered year: title, then "现将…年", headings of the work section, first sentence, issue date less one."""
    for text in (title or "", *(line for line in lines if len(line) <= 40 and _TITLE_WORDS.search(line))):
        if _NUMBER_LINE.match(text):
            continue
        if year := _year_in(text):
            return year
    preamble = "\n".join(lines)
    if found := _NOW_REPORT.search(preamble):
        return int(found.group(1))
    first_heading = body.split("\n", 1)[0][:60]
    for text in (first_heading, *(line for line in lines if not _NUMBER.search(line) and not _DATE.search(line))):
        if year := _year_in(text):
            return year
    return int(issue_date[:4]) - 1 if issue_date else None


def _year_in(text: str) -> int | None:
    """Return the covered year named in a title; of a range the last.

    >>> _year_in("关于二〇二四年度法治政府建设情况的报告")
    2024
    """
    if found := _YEAR.search(text):
        return int(found.group(2) or found.group(1))
    if found := _CHINESE_YEAR.search(text):
        return int("20" + _DIGITS[found.group(1)] + _DIGITS[found.group(2)])
    return None


def _document_number(lines: list[str]) -> str | None:
    for line in lines:
        if found := _NUMBER_LINE.match(line):
            return re.sub(r"\s+", "", found.group(1))
    return None


def _issue_date(lines: list[str], back: str) -> str | None:
    """Read the issue date from the closing lines, else from the metadata lines of the head."""
    for line in (*reversed(back.split("\n")), *(line for line in lines if len(line) <= 40)):
        if not _DATE_LINE.search(line.strip()):
            continue
        if found := _DATE.search(line):
            return f"{int(found.group(1)):04d}-{int(found.group(2)):02d}-{int(found.group(3)):02d}"
        if found := _CHINESE_DATE.search(line):
            year = "".join(_DIGITS.get(char, "2") for char in found.group(1))
            return f"{year}-{_small(found.group(2)):02d}-{_small(found.group(3)):02d}"
    return None


def _small(number: str) -> int:
    """Read a Chinese number up to 31.

    >>> _small("三十一"), _small("十"), _small("九")
    (31, 10, 9)
    """
    tens, ten, ones = number.partition("十")
    if not ten:
        return int(_DIGITS[number])
    return (int(_DIGITS[tens]) if tens else 1) * 10 + (int(_DIGITS[ones]) if ones else 0)
