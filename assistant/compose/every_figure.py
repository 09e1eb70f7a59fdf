"""Every figure of the reports in scope as a table, whatever it counts."""

from __future__ import annotations

from assistant.answer import Answer, Finding
from assistant.citing import Citations
from assistant.compose.answering import answer
from assistant.compose.wording import escape, excerpt
from assistant.evidence import Evidence
from assistant.naming import dated

MOST_FIGURES = 200


def every_figure(evidence: Evidence, citations: Citations) -> Answer:
    """List every figure of the reports in scope as a table, in reading order."""
    english = evidence.question.language == "en"
    head = ("agency", "figure", "what it counts") if english else ("机关", "数字", "统计什么")
    rows = [head, ("---",) * 3]
    findings: list[Finding] = []
    for report in evidence.scope:
        for statement in report.statements:
            for figure in statement.figures[: MOST_FIGURES - len(findings)]:
                clause = next(one for one in statement.clauses if figure.start < one.end)
                found = citations.finding(report, statement, clause, figure)
                findings.append(found)
                mark = f"{excerpt(figure.counts)}[{found.citation}]"
                rows.append((escape(dated(report, evidence.question.language)), f"{escape(figure.text)}", mark))
    marks = f"[{findings[0].citation}]" if findings else ""
    lead = (
        f"Every figure, in reading order{marks}; unlike units are not comparable."
        if english
        else f"按原文顺序列出全部数字{marks}；单位或统计内容不同的不能相加、相比。"
    )
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return answer(evidence, "figure", f"{lead}\n\n{table}", citations, findings=findings, arranged=True)
