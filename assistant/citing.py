"""Citations as they are collected while an answer is written: numbered from 1, one number per place quoted."""

from __future__ import annotations

from assistant.answer import Citation, Finding, FoundFigure, Silent
from corpus.report import Clause, Figure, Report, Section, Statement, Status


class Citations:
    """Collect citations in the order in which an answer uses them."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, int, int], Citation] = {}
        self._in_order: list[Citation] = []

    def cite(self, report: Report, statement: Statement, status: Status) -> int:
        """Return the number of a statement's citation; a section's heading that answers with none brings its body."""
        start, end = statement.start, statement.end
        section = report.sections[statement.section]
        if statement.heading and status == "nil":
            end = section.start + len(report.text[section.start : section.own_end].rstrip())
        return self.cite_span(report, start, end, section, status)

    def cite_span(self, report: Report, start: int, end: int, section: Section, status: Status) -> int:
        """Return the number of the citation of ``report.text[start:end]``."""
        key = (report.id, start, end)
        held = self._found.get(key)
        if held is None:
            held = self._found[key] = Citation(
                number=len(self._found) + 1,
                report=report.id,
                file=report.file,
                agency=report.agency,
                year=report.year,
                title=report.title,
                section=section.path,
                role=section.role,
                status=status,
                quote=report.text[start:end],
                start=start,
                end=end,
                page=report.page(start),
            )
            self._in_order.append(held)
        return held.number

    def quote(self, number: int) -> str:
        """Return the quote of a citation given before."""
        return self.numbered(number).quote

    def numbered(self, number: int) -> Citation:
        """Return the citation of a number given before."""
        return self._in_order[number - 1]

    def all(self) -> tuple[Citation, ...]:
        """Return every citation, by number."""
        return tuple(self._in_order)

    def finding(
        self,
        report: Report,
        statement: Statement,
        clause: Clause,
        figure: Figure | None = None,
        *,
        otherwise: bool = False,
    ) -> Finding:
        """Return a finding that quotes a statement, with its citation."""
        number = self.cite(report, statement, clause.status)
        return Finding(
            agency=report.agency,
            year=report.year,
            report=report.id,
            status=clause.status,
            because=clause.because,
            quote=self.quote(number),
            citation=number,
            figure=shown_figure(figure) if figure is not None else None,
            otherwise=otherwise,
        )


def shown_figure(figure: Figure) -> FoundFigure:
    """Return a figure as answers show it."""
    return FoundFigure(figure.value, figure.text, figure.unit, figure.approximate, figure.counts)


def silent(report: Report) -> Silent:
    """Return a report as one that does not mention the topic; each is made once."""
    held = _SILENT.get(report.id)
    if held is None or held[0] is not report:
        if len(_SILENT) >= _KEPT:
            _SILENT.clear()
        held = _SILENT[report.id] = report, Silent(report.agency, report.year, report.id, report.file)
    return held[1]


_KEPT = 20_000
_SILENT: dict[str, tuple[Report, Silent]] = {}
