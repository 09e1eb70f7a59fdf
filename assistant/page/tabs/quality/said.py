"""Render what people said of answers: counts, the latest with their questions to ask again, and exports."""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime

from assistant.feedback.errors import NotKept
from assistant.feedback.record import Feedback
from assistant.feedback.store import Held, Store
from assistant.feedback.words import REASONS, USEFUL, VERDICTS, WRONG
from assistant.page.safe import escape
from assistant.page.words import pair

LATEST = 20
"""Verdicts that the tab shows; the file has all."""

BEFORE = 3
"""Questions before a follow-up that are asked again with it, in their order."""

SHAPES = {USEFUL: "✓", WRONG: "✗"}


def said(store: Store) -> str:
    """Return the section of feedback."""
    title = f"<h2>{pair('对回答的评价', 'What people said')}</h2>"
    try:
        held = store.read()
    except NotKept as error:
        return f'{title}<p class="wj-ql-none">{pair(error.chinese, error.english)}</p>'
    if not held.lines:
        none = pair(
            "还没有评价。每条回答下方都有“有用”“有误”，点过的会汇总到这里。",
            "Nothing yet. Below every answer stand “Useful” and “Wrong”; what is said there is gathered here.",
        )
        return f'{title}<p class="wj-ql-none">{none}</p>{_damaged(held)}'
    return f"{title}{_counts(held)}{_exports()}{_damaged(held)}{_latest(held)}"


def _counts(held: Held) -> str:
    verdicts = Counter(one.verdict for one in held.lines)
    reasons = Counter(one.reason for one in held.lines if one.reason)
    top = "".join(
        f'<li class="wj-ql-{key}"><b>{verdicts[key]}</b> <span class="wj-shape" aria-hidden="true">{SHAPES[key]}</span>'
        f"{pair(*VERDICTS[key])}</li>"
        for key in (USEFUL, WRONG)
    )
    rows = "".join(
        f'<tr><th scope="row">{pair(*REASONS[key])}</th><td>{count}</td></tr>' for key, count in reasons.most_common()
    )
    names = (pair("哪里有误", "What was wrong"), pair("次数", "Times"))
    head = "".join(f'<th scope="col">{one}</th>' for one in names)
    head = f"<thead><tr>{head}</tr></thead>"
    table = f'<table class="wj-ql-reasons">{head}<tbody>{rows}</tbody></table>' if rows else ""
    return f'<ul class="wj-ql-counts">{top}</ul>{table}'


def _exports() -> str:
    links = "".join(
        f'<a class="wj-ql-save" href="wenju/feedback/export/{name}" download="{name}">{pair(*words)}</a>'
        for name, words in (
            ("feedback.jsonl", ("导出评价（JSON 行）", "Export (JSON lines)")),
            ("candidates.jsonl", ("导出测试候选题", "Export gold candidates")),
        )
    )
    hint = pair(
        "候选题可交给 wenju quality --gold；有误的须先填好标准答案（expect），未填的会跳过。",
        "Candidates go to wenju quality --gold; for wrong answers fill in expect first, or they are skipped.",
    )
    return f'<p class="wj-ql-saves">{links}</p><p class="wj-ql-hint">{hint}</p>'


def _damaged(held: Held) -> str:
    if not held.damaged:
        return ""
    count = held.damaged
    said = pair(f"反馈文件有 {count} 行读不出，已跳过。", f"{count} unreadable lines of the file were skipped.")
    return f'<p class="wj-ql-hint">{said}</p>'


def _latest(held: Held) -> str:
    rows = "".join(_row(one) for one in reversed(held.lines[-LATEST:]))
    more = len(held.lines) - LATEST
    rest = (
        f'<p class="wj-ql-hint">{pair(f"更早的 {more} 条见导出。", f"{more} earlier ones are in the export.")}</p>'
        if more > 0
        else ""
    )
    title = pair("最近的评价（点问题再问一次）", "Latest (click a question to ask it again)")
    return f'<h3>{title}</h3><ul class="wj-ql-latest">{rows}</ul>{rest}'


def _row(one: Feedback) -> str:
    reason = f" · {pair(*REASONS[one.reason])}" if one.reason else ""
    shape = f'<span aria-hidden="true">{SHAPES.get(one.verdict, "")}</span>'
    verdict = f'<span class="wj-ql-{one.verdict}">{shape} {pair(*VERDICTS[one.verdict])}</span>{reason}'
    before = [str(turn.get("content", "")) for turn in one.history if turn.get("role") == "user"][-BEFORE:]
    leans = (
        f'<p class="wj-ql-hint">{pair("接着问的：", "Asked after: ")}{escape(" → ".join(before))}</p>' if before else ""
    )
    chain = f' data-before="{escape(json.dumps(before, ensure_ascii=False))}"' if before else ""
    note = f'<p class="wj-ql-note">{escape(one.note)}</p>' if one.note else ""
    asks = f'<button type="button" class="wj-ql-ask"{chain}>{escape(one.question)}</button>'
    return f'<li><p class="wj-ql-head">{verdict}<time>{escape(_day(one.time))}</time></p>{asks}{leans}{note}</li>'


def _day(time: str) -> str:
    try:
        return datetime.fromisoformat(time).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return ""
