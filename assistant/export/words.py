"""Hold the words of exported documents in Chinese and English, and how they name sources and rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Answer, Citation, Finding
from assistant.naming import STATUS, pick
from assistant.question import Language

WORDS: dict[str, tuple[str, str]] = {
    "name": ("问据", "Wenju"),
    "title": ("问答记录", "Questions and answers"),
    "question": ("问：", "Question: "),
    "findings": ("结论项", "Findings"),
    "sources": ("出处", "Sources"),
    "searched": ("已检索报告", "Reports searched"),
    "near": ("（可能相关，未计入）", " (possibly related, not counted)"),
    "otherwise": ("说法不同", "in other words"),
    "silent": ("未提及", "not mentioned"),
    "partly": ("不全符合", "partly"),
    "asked": ("问题", "Question"),
    "agency": ("机关", "Agency"),
    "year": ("报告年度", "Covered year"),
    "topic": ("主题", "Topic"),
    "status": ("状态", "Status"),
    "because": ("判断依据", "Because of"),
    "figure": ("数字", "Figure"),
    "value": ("数值", "Value"),
    "unit": ("单位", "Unit"),
    "about": ("约数", "Approximate"),
    "counts": ("统计对象", "Counts"),
    "quote": ("原文", "Quote"),
    "number": ("出处序号", "Source"),
    "document": ("标题", "Title"),
    "section": ("章节", "Section"),
    "page": ("页", "Page"),
    "file": ("文件", "File"),
    "start": ("起", "From"),
    "end": ("止", "To"),
    "note": ("说明", "Note"),
    "stale": ("（报告已更新或移出，引文未能核对）", " (the report changed or is gone; the quote could not be checked)"),
    "yes": ("是", "yes"),
}


@dataclass(frozen=True, slots=True)
class Table:
    """A table of plain cells; the last column holds the marks."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def said(key: str, language: Language) -> str:
    """Return one word of a document."""
    return pick(WORDS[key], language)


def source(citation: Citation, language: Language) -> str:
    """Return where a quote stands: agency, covered year, title or else file, section path, page."""
    english = language == "en"
    year = "" if citation.year is None else f" ({citation.year})" if english else f"（{citation.year}年度）"
    title = f"《{citation.title}》" if citation.title else citation.file
    page = "" if citation.page is None else f"p. {citation.page}" if english else f"第{citation.page}页"
    parts = (title, " › ".join(part for part in citation.section if part), page)
    gap = ", " if english else "，"
    stale = "" if citation.report else said("stale", language)
    return f"{citation.agency}{year}{': ' if english else '：'}{gap.join(part for part in parts if part)}{stale}"


def searched(answer: Answer) -> str:
    """Return how much was searched."""
    colon = ": " if answer.language == "en" else "："
    return f"{said('searched', answer.language)}{colon}{answer.searched.reports} / {answer.searched.of}"


def found(answer: Answer) -> Table | None:
    """Return the findings as a table without their quotes, the silent below; None where there is nothing to list.

    The catalogue lists documents, not findings about them: its text is its table.
    """
    if answer.kind == "catalogue" or not (answer.findings or answer.silent):
        return None
    language = answer.language
    optional = (
        ("topic", any(_topical(one, language) for one in answer.findings)),
        ("figure", any(map(_figure, answer.findings))),
    )
    kept = [key for key, wanted in optional if wanted]
    columns = ["agency", "year", "status", "because", *kept, "number"]
    rows = [_row(one, language) for one in answer.findings]
    for quiet in answer.silent:
        status = said("partly" if quiet.lacks else "silent", language)
        lacks = joined(quiet.lacks, language)
        rows.append({"agency": quiet.agency, "year": _year(quiet.year), "status": status, "because": lacks})
    body = tuple(tuple(row.get(column, "") for column in columns) for row in rows)
    return Table(tuple(said(column, language) for column in columns), body)


def joined(words: Sequence[str], language: Language) -> str:
    """Return several words as a list in a line."""
    return ("; " if language == "en" else "；").join(words)


def _row(one: Finding, language: Language) -> dict[str, str]:
    status = pick(STATUS[one.status], language)
    return {
        "agency": one.agency,
        "year": _year(one.year),
        "topic": one.topic,
        "status": joined([status, said("otherwise", language)], language) if one.otherwise else status,
        "because": one.because,
        "figure": _figure(one),
        "number": f"[{one.citation}]",
    }


def _figure(one: Finding) -> str:
    return "" if one.figure is None else " ".join(part for part in (one.figure.text, one.figure.counts) if part)


def _topical(one: Finding, language: Language) -> bool:
    """Tell whether a finding's topic says more than its status: a comparison's rows are often named by it."""
    return one.topic not in ("", pick(STATUS[one.status], language))


def _year(year: int | None) -> str:
    return "" if year is None else str(year)
