"""A comparison: two or more reports side by side, one row for each thing both can be asked about, a quote in each cell.

Rows are the statuses of the topic asked about, or, where none is, the parts and the shared terms of the reports; then
the figures that stand in those quotes. Two figures are set against each other only where they count the same thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from assistant.answer import Answer, Finding
from assistant.citing import Citations, silent
from assistant.compose.answering import answer
from assistant.compose.census import compose_census
from assistant.compose.figure import best_figures
from assistant.compose.figure_table import Placed, placed, step_of
from assistant.compose.passages import in_passages
from assistant.compose.shared_rows import shared_parts, shared_terms
from assistant.compose.silence import topic_absent
from assistant.compose.wording import escape, excerpt
from assistant.evidence import Evidence
from assistant.lexicon import KIND_RULES
from assistant.naming import dated, pick, status_word
from assistant.question import Language
from assistant.same_count import counted, same
from corpus.report import LEVELS, STATUSES, Clause, Figure, Report, Statement
from index.census import Row

WIDEST = 5
"""Reports side by side at most; more of them are accounted for as a census."""
IN_CELL = 3
"""Quotes in one cell; the report itself holds the rest."""
LIKE_FIGURES = 8
"""Rows of figures that count the same thing."""
_QUANTITY = next(rule for rule in KIND_RULES if rule.meaning == "figure").regex


@dataclass(slots=True)
class _Table:
    """The table as it grows: columns are reports, rows are cells of text, ``findings`` what stands in them."""

    reports: Sequence[Report]
    language: Language
    citations: Citations = field(default_factory=Citations)
    rows: list[list[str]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    lacking: tuple[str, str] = ("未提及", "not mentioned")
    """The words of an empty cell where a report has nothing of the row."""
    speaking: frozenset[str] = frozenset()
    """The reports that speak of the topic at all."""

    def quotes(self, label: str, cells: Iterable[Sequence[tuple[Statement, Clause]]], *anchors: str) -> None:
        """Add a row of quotes; an empty cell says that the report has none."""
        texts = []
        for report, statements in zip(self.reports, cells, strict=True):
            shown = []
            for statement, clause in statements[:IN_CELL]:
                found = replace(self.citations.finding(report, statement, clause), topic=label)
                self.findings.append(found)
                shown.append(f"“{excerpt(found.quote, *anchors, found.because)}”[{found.citation}]")
            texts.append((" " if self.language == "en" else "；").join(shown) or self.absent(report))
        self.rows.append([escape(label), *texts])

    def figures(self, label: str, cells: Sequence[Placed | None]) -> None:
        """Add a row of figures, then what they differ by where that can be reckoned."""
        texts = []
        for one in cells:
            if one is None or one.finding.figure is None:
                texts.append(pick(("未写数字", "no number"), self.language))
                continue
            self.findings.append(replace(one.finding, topic=label))
            shown = one.finding.figure
            texts.append(f"**{escape(shown.text)}** {excerpt(shown.counts)}[{one.finding.citation}]")
        self.rows.append([escape(label), *texts])
        held = [one for one in cells if one is not None]
        for earlier, later in zip(held, held[1:], strict=False):
            names = [self.name(one.report) for one in (earlier, later)]
            self.notes.append(f"- {escape(label)}，{'→'.join(names)}：{step_of(earlier, later, self.language)}")

    def absent(self, report: Report) -> str:
        """Return the words of an empty cell: the report is silent, or speaks of it otherwise."""
        if report.id in self.speaking:
            return pick(("未见此类表述", "nothing of this kind"), self.language)
        return pick(self.lacking, self.language)

    def name(self, report: Report) -> str:
        """Return a report's column: its year where all are of one agency, else agency and year."""
        if len({one.agency for one in self.reports}) == 1 and report.year:
            return str(report.year)
        return escape(dated(report, self.language))

    def text(self) -> str:
        head = [pick(("比较内容", "compared"), self.language), *(self.name(report) for report in self.reports)]
        lines = [head, ["---"] * len(head), *self.rows]
        table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
        return "\n\n".join([table, "\n".join(self.notes)] if self.notes else [table])


def compose_compare(evidence: Evidence) -> Answer:
    """Set the reports in scope side by side; one alone, or more than fit, are accounted for as a census."""
    reports = sorted(evidence.scope, key=lambda report: (_place(evidence, report), report.year or 0))
    about = any(group.weight >= 1 for group in evidence.question.topic.groups)
    if not 2 <= len(reports) <= WIDEST:
        levels = len(evidence.facets.levels) > 1
        question = replace(evidence.question, grouping="level") if levels else evidence.question
        return compose_census(replace(evidence, question=question))
    table = _Table(reports, evidence.question.language)
    if not about:
        return _whole_reports(evidence, table)
    rows = {row.report.id: row for row in evidence.rows()}
    if not any(row.matches for row in rows.values()):
        return in_passages(evidence) or topic_absent(evidence, reports, table.citations)
    ordered = [rows[report.id] for report in reports]
    table.speaking = frozenset(row.report.id for row in ordered if row.matches)
    for status in STATUSES:
        cells = [
            [(match.statement, match.clause) for match in row.matches if match.status == status] for row in ordered
        ]
        if any(cells):
            table.quotes(status_word(status, table.language), cells, *evidence.question.topic.terms())
    _figures_asked(evidence, table) if _QUANTITY.search(evidence.question.message) else _like_figures(
        table, _spoken(ordered)
    )
    quiet = [row.report for row in ordered if not row.matches and row.report.id not in _reports(table)]
    near = evidence.near(quiet, table.citations)
    text = f"{_lead(evidence, ordered, table)}\n\n{table.text()}"
    return answer(
        evidence, "compare", text, table.citations, findings=_strongest_first(table.findings),
        silent=[silent(report) for report in quiet], near=near, arranged=True,
    )  # fmt: skip


def _place(evidence: Evidence, report: Report) -> int:
    """Return where the question names a report's agency, else its level, so that columns stand as asked."""
    names = evidence.facets.agencies
    if report.agency in names:
        return names.index(report.agency)
    return len(names) + LEVELS.index(report.level)


def _reports(table: _Table) -> set[str]:
    return {found.report for found in table.findings}


def _strongest_first(findings: Sequence[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda found: STATUSES.index(found.status))


def _lead(evidence: Evidence, rows: Sequence[Row], table: _Table) -> str:
    """Return the sentence that answers: each report with its strongest status."""
    language = table.language
    first: dict[tuple[str, str], int] = {}
    for found in table.findings:
        first.setdefault((found.report, found.status), found.citation)
    parts = []
    for row in rows:
        name = table.name(row.report)
        if row.matches:
            status = row.matches[0].status
            mark = first.get((row.report.id, status))
            said = status_word(status, language) + (f"[{mark}]" if mark else "")
        else:
            said = table.absent(row.report)
        parts.append(f"{name} {said}" if language == "en" else f"{name}{said}")
    topic = evidence.question.topic.text
    if language == "en":
        return f"“{topic}” side by side in {len(rows)} reports: {'; '.join(parts)}."
    return f"“{topic}”并列比较，共 {len(rows)} 份报告：{'；'.join(parts)}。"


def _spoken(rows: Sequence[Row]) -> list[list[tuple[Statement, Clause, Figure]]]:
    """Return for every report the figures that stand in the topic's clauses."""
    return [
        [
            (match.statement, match.clause, figure)
            for match in row.matches
            for figure in match.statement.figures
            if match.clause.start <= figure.start < match.clause.end
        ]
        for row in rows
    ]


def _figures_asked(evidence: Evidence, table: _Table) -> None:
    """Add the figure that the question asks for, of each report."""
    best = best_figures(evidence)
    cells: list[Placed | None] = []
    for report in table.reports:
        one = best[report.id][0] if report.id in best else None
        cells.append(placed(table.citations, report, one.statement, one.clause, one.figure) if one else None)
    if any(cells):
        table.figures(pick(("数字", "figure"), table.language), cells)


def _like_figures(table: _Table, spoken: Sequence[Sequence[tuple[Statement, Clause, Figure]]]) -> None:
    """Add a row for each figure of the first report that others have a figure of the same thing for."""
    rows = 0
    used: set[tuple[int, int]] = set()
    for number, report in enumerate(table.reports):
        for statement, clause, figure in spoken[number]:
            if rows >= LIKE_FIGURES or (number, figure.start) in used:
                continue
            one = counted(report, statement, figure)
            cells: list[tuple[Statement, Clause, Figure] | None] = [None] * len(table.reports)
            cells[number] = (statement, clause, figure)
            for other in range(number + 1, len(table.reports)):
                like = (
                    held for held in spoken[other]
                    if (other, held[2].start) not in used and same(one, counted(table.reports[other], held[0], held[2]))
                )  # fmt: skip
                cells[other] = next(like, None)
            if sum(cell is not None for cell in cells) < 2:
                continue
            rows += 1
            used |= {(place, cell[2].start) for place, cell in enumerate(cells) if cell}
            label = f"{pick(('数字：', 'figure: '), table.language)}{figure.counts[:20]}"
            table.figures(
                label,
                [
                    placed(table.citations, place, *cell) if cell else None
                    for place, cell in zip(table.reports, cells, strict=True)
                ],
            )


def _whole_reports(evidence: Evidence, table: _Table) -> Answer:
    """Compare whole reports: by their parts, by the terms that they share, and by figures of the same thing."""
    language = table.language
    mentioned, table.lacking = table.lacking, ("没有单列", "no such part")
    for label, cells in shared_parts(table.reports, evidence.question.roles, language):
        table.quotes(label, cells)
    table.lacking = mentioned
    for concept, cells in shared_terms(table.reports, evidence.facets) if not evidence.question.roles else ():
        table.quotes(concept.term, cells, concept.term, *concept.same)
    figures = [
        [
            (one, next(clause for clause in one.clauses if figure.start < clause.end), figure)
            for one in report.statements
            for figure in one.figures
        ]
        for report in table.reports
    ]
    _like_figures(table, figures)
    marks = "".join(f"[{found.citation}]" for found in table.findings[:2])
    names = [table.name(report) for report in table.reports]
    lead = (
        f"{', '.join(names)} side by side: their parts, what they speak of, and figures that count the same{marks}."
        if language == "en"
        else f"{'、'.join(names)}并列比较：各部分、都写到的事项，以及统计内容相同的数字{marks}。"
    )
    return answer(
        evidence, "compare", f"{lead}\n\n{table.text()}", table.citations,
        findings=_strongest_first(table.findings), arranged=True,
    )  # fmt: skip
