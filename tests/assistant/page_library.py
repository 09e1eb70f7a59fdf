"""An invented library for the page's tests: records made by hand, no file, no index."""

from __future__ import annotations

import secrets
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from assistant.answer import Answer, Citation, Finding, FoundFigure, Near, Searched, Silent, Understood
from assistant.feedback.store import Store
from assistant.matrix import Cell
from corpus.report import Report, Section, Statement

TEXT = (
    "青禾县信访局2024年度法治政府建设工作报告\n"
    "一、工作成效\n"
    "（一）推动化解。全年举行公开听证12场。群众评议<b>满意</b>。\n"
    "二、下步计划\n"
    "拟把听证延伸到村一级。"
)


def report(number: int = 0, text: str = TEXT, agency: str = "青禾县信访局", year: int | None = 2024) -> Report:
    first, second = text.index("一、"), text.index("二、")
    inner = text.index("（一）")
    sections = (
        Section("", (), "front", 0, 0, first, first),
        Section("一、工作成效", ("一、工作成效",), "work", 1, first, second, inner),
        Section("（一）推动化解。", ("一、工作成效", "（一）推动化解。"), "work", 2, inner, second, second),
        Section("二、下步计划", ("二、下步计划",), "plan", 1, second, len(text), len(text)),
    )
    statements, at = [], 0
    for piece in text.replace("。", "。\n").split("\n"):
        if not piece:
            continue
        start = text.index(piece, at)
        at = start + len(piece)
        owner = max(index for index, section in enumerate(sections) if section.start <= start)
        heading = owner > 0 and start == sections[owner].start
        statements.append(Statement(start, at, owner, heading, (), ()))
    name = f"r{number:03d}"
    return Report(
        name, f"{name}.txt", text, f"{agency}2024年度法治政府建设工作报告", agency, agency, "county", "青禾", True,
        year, "青信发〔2025〕3号", "2025-01-20", sections, tuple(statements),
    )  # fmt: skip


def citation(number: int, source: Report, quote: str, status: str = "done", section: int = 2) -> Citation:
    start = source.text.index(quote)
    held = source.sections[section]
    return Citation(
        number, source.id, source.file, source.agency, source.year, source.title, held.path, held.role, status, quote,
        start, start + len(quote),
    )  # fmt: skip


def census(rows: int = 1, language: str = "zh") -> Answer:
    """A census in which ``rows`` reports did it, the first one also plans, and two are silent."""
    quote, plan = "全年举行公开听证12场。", "拟把听证延伸到村一级。"
    findings, citations = [], []
    for number in range(rows):
        source = report(number, agency=f"第{number}县信访局")
        citations.append(citation(len(citations) + 1, source, quote))
        findings.append(
            Finding(
                source.agency, 2024, source.id, "done", "举行", quote, len(citations), figure() if rows == 1 else None
            )
        )
    first = report(0, agency="第0县信访局")
    citations.append(citation(len(citations) + 1, first, plan, "planned", 3))
    findings.append(Finding(first.agency, 2024, first.id, "planned", "拟", plan, len(citations)))
    apart = report(90, agency="远山县信访局")
    citations.append(citation(len(citations) + 1, apart, "群众评议<b>满意</b>。", "mentioned"))
    silent = (Silent("远山县信访局", 2024, "r090", "r090.txt"), Silent("近水县信访局", None, "r091", "r091.txt"))
    return Answer(
        "哪些机关举行过听证？", Understood("census", "听证", years=(2024,), terms=("听证", "听证会")), "census", "answered", None, None,
        f"核查 {rows + 2} 份报告：**{rows} 家**载明已举行[1]。\n\n**已开展**\n\n"
        "- 第二段不再重复\n\n未提及：远山。\n\n以上只就已有的报告作答。", tuple(findings), silent,
        (Near("远山县信访局", 2024, "r090", len(citations)),), Searched(rows + 2, rows + 2), tuple(citations), language,
    )  # fmt: skip


def figure() -> FoundFigure:
    return FoundFigure(12.0, "12场", "场", False, "公开听证")


class Held:
    """A library that answers every question with the same census."""

    def __init__(self, home: Path | None = None) -> None:
        self.reports = (report(0), report(1, agency="临澜市<i>信访局</i>", year=None))
        self.unreadable = (("坏<script>.pdf", "没有文字层"),)
        self.last_sync = datetime(2026, 1, 2, 9, 41, tzinfo=UTC)
        self.asked: list[tuple[str, tuple, object]] = []
        self.closed = False
        self.data = home or Path(tempfile.gettempdir(), f"wenju-held-{secrets.token_hex(8)}")
        self.feedback = Store(self.data / "feedback.jsonl", self.data / "reports")

    def ask(self, question, history=(), facets=None, language=None):
        self.asked.append((question, tuple(history), facets))
        if "炸" in question:
            raise RuntimeError("the secret of the trace")
        if "慢" in question:
            time.sleep(2)
        return census()

    def leans(self, question, history):
        return bool(history) and question.startswith("那")

    def understood(self, question, history=(), facets=None):
        return census().understood

    def next_questions(self, answer, history=(), facets=None):
        return ("哪些机关没有提到<b>听证</b>？",)

    def original(self, report_id):
        return None

    def report(self, report_id):
        return next((held for held in self.reports if held.id == report_id), None)

    def matrix(self, topics, facets=None):
        held = [
            {"report": one.id, "file": one.file, "agency": one.agency, "year": one.year, "level": one.level}
            for one in self.reports
            if facets is None or facets.admit(one)
        ]
        cells = [
            {"topic": topic, "report": one["report"], "status": "silent", "citation": None}
            for topic in topics
            for one in held
        ]
        read, terms = dict(zip(topics, topics, strict=True)), {topic: [topic] for topic in topics}
        return {"topics": list(topics), "read": read, "terms": terms, "reports": held, "cells": cells, "citations": []}

    def cell(self, topic, report, facets=None):
        found = self.report(report)
        return None if found is None else Cell(topic, found, "silent", (), ())

    def examples(self, language):
        return ("哪些机关举行过听证？",) if language == "zh" else ("Who held <b>hearings</b>?",)

    def unreadable_in(self, language):
        return self.unreadable if language == "zh" else (("坏<script>.pdf", "no text layer"),)

    def sync(self, progress=None):
        pass

    def warm(self):
        self.warmed = True

    def close(self):
        self.closed = True
