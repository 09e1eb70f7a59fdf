"""What the library holds: a table of the reports in scope with their identity; what a report does not say is 未载明."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.answer import Answer, Finding
from assistant.citing import Citations
from assistant.compose.answering import answer
from assistant.compose.wording import escape
from assistant.evidence import Evidence
from assistant.question import Language
from corpus.report import Report, Statement

Column = tuple[str, str, Callable[[Report], str | None]]

COLUMNS: dict[str, Column] = {
    "agency": ("机关", "agency", lambda report: report.agency),
    "year": ("报告年度", "covered year", lambda report: str(report.year) if report.year else None),
    "document_number": ("文号", "document number", lambda report: report.document_number),
    "issue_date": ("印发日期", "issue date", lambda report: report.issue_date),
    "title": ("标题", "title", lambda report: report.title),
    "file": ("文件", "file", lambda report: report.file),
}
_ASKED: tuple[tuple[str, str], ...] = (
    ("document_number", r"文号|文字号|文件编号|document number"),
    ("issue_date", r"印发|印的|成文日期|发文日期|发的|issue date|issued"),
    ("title", r"标题|题目|title"),
)
_COPIES = re.compile(r"抄送|主送|copied to")
_SIGNER = re.compile(r"签发")


def compose_catalogue(evidence: Evidence) -> Answer:
    """Answer from the reports' identity; a number or date is cited where it stands in the report."""
    question = evidence.question
    if _COPIES.search(question.message) or _SIGNER.search(question.message):
        return _lines(evidence, _COPIES if _COPIES.search(question.message) else _SIGNER)
    asked = [key for key, pattern in _ASKED if re.search(pattern, question.message, re.IGNORECASE)]
    keys = ["agency", "year", *(asked or ["document_number", "issue_date", "file"])]
    citations = Citations()
    findings = _findings(evidence.scope, asked or ["document_number", "issue_date"], citations)
    text = "\n\n".join([_lead(evidence, asked, findings), _table(evidence, keys, findings)])
    return answer(evidence, "catalogue", text, citations, findings=findings)


def _lead(evidence: Evidence, asked: Sequence[str], findings: Sequence[Finding]) -> str:
    english = evidence.question.language == "en"
    total = len(evidence.scope)
    if len(asked) == 1 and total > 1:
        label = COLUMNS[asked[0]][1 if english else 0]
        stated = sum(COLUMNS[asked[0]][2](report) is not None for report in evidence.scope)
        return (
            f"{stated} of {total} reports state the {label}."
            if english
            else f"核查 {total} 份报告，{stated} 份载明{label}，{total - stated} 份未载明。"
        )
    agencies = len({report.agency for report in evidence.scope})
    return f"{total} reports of {agencies} agencies." if english else f"共 {total} 份报告，{agencies} 家机关。"


def _table(evidence: Evidence, keys: Sequence[str], findings: Sequence[Finding]) -> str:
    language = evidence.question.language
    missing = "not stated" if language == "en" else "未载明"
    marks: dict[str, str] = {}
    for found in findings:
        marks[found.report] = marks.get(found.report, "") + f"[{found.citation}]"
    head: list[str] = [COLUMNS[key][1] if language == "en" else COLUMNS[key][0] for key in keys]
    rows = [
        [*(escape(COLUMNS[key][2](report) or missing) for key in keys[:-1]),
         escape(COLUMNS[keys[-1]][2](report) or missing) + marks.get(report.id, "")]
        for report in evidence.scope
    ]  # fmt: skip
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, ["---"] * len(keys), *rows])


def _findings(scope: Sequence[Report], asked: Sequence[str], citations: Citations) -> list[Finding]:
    """Cite the statement in which a report states its number, date or title."""
    findings = []
    for report in scope:
        for key in asked:
            value = COLUMNS[key][2](report)
            statement = _stating(report, key, value) if value else None
            if statement is not None:
                findings.append(citations.finding(report, statement, statement.clauses[0]))
    return findings


def _stating(report: Report, key: str, value: str) -> Statement | None:
    """Find the front or back statement that holds a value of the identity."""
    if key == "issue_date":
        year, month, day = (int(part) for part in value.split("-"))
        pattern = rf"{year}\s*[年./-]\s*0?{month}\s*[月./-]\s*0?{day}"
    else:
        pattern = r"\s*".join(re.escape(char) for char in value if not char.isspace())
    for statement in report.statements:
        if report.sections[statement.section].level == 0 and re.search(pattern, report.quote(statement)):
            return statement
    return None


def _lines(evidence: Evidence, pattern: re.Pattern[str]) -> Answer:
    """Quote the head or closing lines that a pattern names; say it where a report has none."""
    language: Language = evidence.question.language
    citations = Citations()
    findings = []
    for report in evidence.scope:
        for statement in report.statements:
            if report.sections[statement.section].level == 0 and pattern.search(report.quote(statement)):
                findings.append(citations.finding(report, statement, statement.clauses[0]))
    if not findings:
        text = "The reports in scope do not state it." if language == "en" else "范围内的报告没有载明。"
        return answer(
            evidence, "catalogue", text, citations, outcome="not_in_reports", reason_kind="not_stated", reason=text
        )
    lines = [f"- {escape(found.agency)}：“{escape(found.quote)}”[{found.citation}]" for found in findings]
    return answer(evidence, "catalogue", "\n".join(lines), citations, findings=findings)
