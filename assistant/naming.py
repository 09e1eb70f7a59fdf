"""How answers name statuses, roles, agencies and years, in Chinese and English."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.question import Language
from corpus.report import Level, Report, Role, Status

STATUS: dict[Status, tuple[str, str]] = {
    "done": ("已开展", "done"),
    "rules": ("制度建设", "rules set up"),
    "planned": ("计划开展", "planned"),
    "problem": ("存在问题", "named as a problem"),
    "suggested": ("建议他方", "suggested to others"),
    "nil": ("载明为无", "stated as none"),
    "mentioned": ("仅提及", "only mentioned"),
}
OTHER = {"silent": ("未提及", "not mentioned"), "elsewhere": ("所选范围外", "outside the choice")}
"""Words for a cell of the matrix that no quote stands behind."""
ROLE: dict[Role, tuple[str, str]] = {
    "duty": ("履职情况", "duties"),
    "work": ("工作成效", "achievements"),
    "problem": ("存在问题", "problems"),
    "plan": ("下步计划", "plans"),
    "judgment": ("生效裁判", "court judgments"),
    "suggestion": ("意见建议", "suggestions"),
    "other": ("其他事项", "other matters"),
    "front": ("首部", "front matter"),
    "back": ("尾部", "back matter"),
}
LEVEL: dict[Level, tuple[str, str]] = {
    "province": ("省级", "province"),
    "city": ("市级", "city"),
    "county": ("县级", "county"),
    "town": ("乡镇", "town"),
    "other": ("其他层级", "other level"),
}


MOST = 12
"""Names in a line of text; the others are counted."""


def pick(pair: tuple[str, str], language: Language) -> str:
    """Return the Chinese or the English of a pair."""
    return pair[1] if language == "en" else pair[0]


def status_word(status: Status, language: Language) -> str:
    """Return the word for a status."""
    return pick(STATUS[status], language)


def cell_word(status: str, language: Language) -> str:
    """Return the word for what a cell of the matrix shows: a status, or that there is none."""
    return pick(OTHER.get(status) or STATUS[status], language)  # type: ignore[index]


def dated(report: Report, language: Language) -> str:
    """Return agency and covered year, as a finding is headed."""
    if report.year is None:
        return report.agency + pick(("（年度未载明）", " (year not stated)"), language)
    return f"{report.agency}{f' ({report.year})' if language == 'en' else f'（{report.year}年）'}"


def listed(names: Sequence[str], language: Language, most: int = MOST) -> str:
    """Join names, the rest counted."""
    return _joined(names[:most], len(names), language)


def dated_reports(reports: Sequence[Report], language: Language) -> str:
    """Join the names of reports with their years, the rest counted."""
    return _joined([dated(report, language) for report in reports[:MOST]], len(reports), language)


def _joined(shown: Sequence[str], count: int, language: Language) -> str:
    names = ("、" if language == "zh" else ", ").join(shown)
    if count <= len(shown):
        return names
    return names + (f"等 {count} 个" if language == "zh" else f" and {count - len(shown)} more")
