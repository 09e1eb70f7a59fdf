"""Figures of several reports side by side: a table, and below it a sum or a trend where it can be had, else why not.

Reckoned is only what counts the same thing in the same unit, exactly, as done, without one report holding the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answer import Finding
from assistant.citing import Citations
from assistant.compose.wording import escape, excerpt
from assistant.computed import added, difference
from assistant.naming import pick, status_word
from assistant.question import Language
from assistant.same_count import Counted, all_same, counted, same
from corpus.report import Clause, Figure, Report, Statement

_SHARES = ("%", "百分点", "个百分点", "成", "倍")

_STANDING = ("人", "名", "位", "家", "个", "所", "处", "支", "户", "部", "辆")
"""Units of what may still be there the next year; over years of one agency such figures are not added."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding with the report and figure it came from; a report that speaks without a number has none."""

    finding: Finding
    report: Report
    figure: Figure | None
    counted: Counted | None
    numbered: bool
    """Whether any number stands in the words quoted."""


def placed(citations: Citations, report: Report, statement: Statement, clause: Clause, figure: Figure | None) -> Placed:
    """Cite a statement and keep what its figure counts."""
    found = citations.finding(report, statement, clause, figure)
    return Placed(
        found,
        report,
        figure,
        counted(report, statement, figure) if figure is not None else None,
        bool(statement.figures),
    )


def figure_table(rows: Sequence[Placed], language: Language) -> str:
    """Return the figures as a table, one row each: who, which year, the number as written, what it counts, words."""
    english = language == "en"
    head = ("机关", "报告年度", "数字", "统计什么", "原文")
    if english:
        head = ("agency", "covered year", "figure", "what it counts", "words")
    lines = [" | ".join(head), " | ".join(["---"] * len(head))]
    for one in rows:
        found = one.finding
        year = str(found.year) if found.year else pick(("未载明", "not stated"), language)
        anchor = found.figure.text if found.figure is not None else found.because
        words = f"“{excerpt(found.quote, anchor)}”[{found.citation}]"
        lines.append(" | ".join([escape(found.agency), year, _number(one, language), _counts(found), words]))
    return "\n".join(f"| {line} |" for line in lines)


def _number(row: Placed, language: Language) -> str:
    found = row.finding
    english = language == "en"
    if found.figure is None and row.numbered:
        return "see the words" if english else "见原文"
    if found.figure is None:
        return "no number" if english else "未写数字"
    notes = []
    if found.figure.approximate:
        notes.append("approximate" if english else "约数")
    if found.status in ("planned", "problem", "suggested"):
        notes.append(status_word(found.status, language))
    joined = ", ".join(notes) if english else "，".join(notes)
    shown = f"**{escape(found.figure.text)}**"
    return shown + ((f" ({joined})" if english else f"（{joined}）") if joined else "")


def _counts(found: Finding) -> str:
    return excerpt(found.figure.counts) if found.figure is not None else "—"


def sum_of(rows: Sequence[Placed], without: int, language: Language) -> str:
    """Return the sum of the figures as computed, or the sentence that says why they are not added up.

    :param without: how many reports in scope state no such figure.
    """
    figured = _first_of_each([one for one in rows if one.figure is not None])
    reasons = _against_adding(figured, language)
    marks = "".join(f"[{number}]" for number in dict.fromkeys(one.finding.citation for one in figured))
    if reasons:
        if language == "en":
            return f"They are listed, not added up: {' and '.join(reasons)}{marks}."
        return f"只并列，不相加：{'，'.join(reasons)}{marks}。"
    values = [
        (one.figure.value, one.finding.citation) for one in figured if one.figure and one.figure.value is not None
    ]
    unit = figured[0].finding.figure.unit if figured[0].finding.figure else ""
    left_out = (
        f" {without} more reports state no figure and are not in it."
        if language == "en"
        else f"，另有 {without} 份没有这个数字，未计入"
    )
    left_out = left_out if without else ""
    if language == "en":
        return (
            f"Sum over {len(values)} reports, unit {unit}, {added(values, True)}. No report states this sum.{left_out}"
        )
    return f"{len(values)} 份报告相加，单位“{unit}”，{added(values, False)}。这个和报告本身没有写{left_out}。"


def marked_alike(rows: Sequence[Placed]) -> list[Placed]:
    """Mark the largest set of figures, one of each report, that count the same thing in the same unit, as done."""
    firsts = [one for one in _first_of_each([row for row in rows if row.figure is not None]) if _drawable(one)]
    groups: list[list[Placed]] = []
    for seed in firsts:
        group = [seed]
        for one in firsts:
            if one is not seed and all(_alike(one, other) for other in group):
                group.append(one)
        groups.append(group)
    largest = max(groups, key=len, default=[])
    drawn = {id(one) for one in largest} if len(largest) > 1 else set()
    return [replace(one, finding=replace(one.finding, alike=id(one) in drawn)) for one in rows]


def _drawable(one: Placed) -> bool:
    figure = one.figure
    return (
        figure is not None
        and figure.value is not None
        and not figure.text.startswith("第")
        and one.finding.status == "done"
    )


def _alike(one: Placed, other: Placed) -> bool:
    return one.counted is not None and other.counted is not None and same(one.counted, other.counted)


def _first_of_each(rows: Sequence[Placed]) -> list[Placed]:
    first: dict[str, Placed] = {}
    for one in rows:
        first.setdefault(one.report.id, one)
    return list(first.values())


def _against_adding(rows: Sequence[Placed], language: Language) -> list[str]:
    """Return every reason not to add figures up."""
    english = language == "en"
    figures = [one.figure for one in rows if one.figure is not None]
    units = list(dict.fromkeys(figure.unit for figure in figures))
    kinds = [one.counted for one in rows if one.counted is not None]
    reasons = []
    if len(units) > 1:
        reasons.append(f"the units differ ({', '.join(units)})" if english else f"单位不同（{'、'.join(units)}）")
    elif units and units[0] in _SHARES:
        reasons.append("shares cannot be added" if english else "比率不能相加")
    if any(figure.approximate or figure.value is None for figure in figures):
        reasons.append("some are approximate" if english else "有约数")
    if any(figure.text.startswith("第") for figure in figures):
        reasons.append("some tell an order" if english else "有序数")
    if any(one.finding.status != "done" for one in rows):
        reasons.append("some are not of what was done" if english else "有的不是已开展的数")
    if len(units) == 1 and not all_same(kinds):
        reasons.append(
            "what is counted differs or is worded differently" if english else "各自统计的内容或写法不同，未必是一回事"
        )
    agencies, years = {one.report.agency for one in rows}, {one.report.year for one in rows}
    if len(agencies) > 1 and len(years) > 1:
        reasons.append("the years differ" if english else "年度不同")
    if len(agencies) < len(rows) and units and units[0] in _STANDING:
        reasons.append("the same ones may stand in several years" if english else "各年数的可能是同一批，加起来会重复")
    if len({one.report.level for one in rows}) > 1:
        reasons.append(
            "offices of different levels may count the same cases" if english else "层级不同，上级的数可能已含下级的数"
        )
    return reasons


def trend_of(rows: Sequence[Placed], language: Language) -> str:
    """Return the differences from year to year of one agency's figures as computed, or why there are none."""
    english = language == "en"
    yearly = _first_of_each(
        sorted((one for one in rows if one.figure is not None), key=lambda one: one.report.year or 0)
    )
    if len(yearly) < 2:
        return ""
    lines = []
    for earlier, later in zip(yearly, yearly[1:], strict=False):
        years = f"{earlier.report.year}→{later.report.year}"
        step = step_of(earlier, later, language)
        lines.append(f"- {years}{': ' if english else '：'}{step}")
    return "\n".join(lines)


def step_of(earlier: Placed, later: Placed, language: Language) -> str:
    """Return the difference of two figures as computed, or why it is not reckoned."""
    english = language == "en"
    one, other = earlier.figure, later.figure
    marks = f"[{earlier.finding.citation}][{later.finding.citation}]"
    if one is None or other is None or earlier.counted is None or later.counted is None:
        return f"one side states no number{marks}" if english else f"有一边没有写数字，不计差{marks}"
    if one.unit != other.unit:
        why = f"the units differ ({one.unit}, {other.unit})" if english else f"单位不同（{one.unit}、{other.unit}）"
    elif one.approximate or other.approximate or one.value is None or other.value is None:
        why = "one is approximate" if english else "有约数"
    elif (earlier.finding.status == "done") != (later.finding.status == "done"):
        why = "one is not of what was done" if english else "有一边不是已开展的数"
    elif earlier.report.agency != later.report.agency and earlier.report.year != later.report.year:
        why = "the years differ" if english else "年度不同"
    elif not same(earlier.counted, later.counted):
        why = "what is counted differs or is worded differently" if english else "统计的内容或写法不同，未必是一回事"
    else:
        reckoned = difference((other.value, later.finding.citation), (one.value, earlier.finding.citation), english)
        word = _step_word(other.value - one.value, earlier.report.agency == later.report.agency, english)
        return f"{word}; {reckoned}" if english else f"{word}，{reckoned}"
    return f"not reckoned: {why}{marks}" if english else f"不计差：{why}{marks}"


def _step_word(rose: float, one_agency: bool, english: bool) -> str:
    """Return the word for a difference: a change between years of one agency, a gap between two agencies."""
    if not one_agency:
        return "apart by" if english else "相差"
    if english:
        return "up" if rose > 0 else "down" if rose < 0 else "level"
    return "增加" if rose > 0 else "减少" if rose < 0 else "持平"
