"""Render a run of the quality suite: measures beside their floors, breakdowns, failing questions, limits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.measured import Failing, Part, Run, Value
from assistant.page.safe import escape
from assistant.page.tabs.quality.came import readable
from assistant.page.tabs.quality.words import BREAKDOWNS, KINDS, LIMITS, MEASURES, PARTS
from assistant.page.words import pair

NAMED = frozenset({"identity"})
"""Measures whose cases are named by a field and not by a question."""

MISSING = pair(
    "还没有测量结果。请在源码目录运行 make quality（约一分钟），完成后再打开本页。",
    "No run yet. Run make quality where the source is (about a minute), then open this tab again.",
)


def measured(runs: Sequence[Run], chosen: str) -> str:
    """Return the section of measures; ``chosen`` names the run where there are two (``own`` or ``bundled``)."""
    title = f"<h2>{pair('测量结果', 'Measured')}</h2>"
    if not runs:
        return f'{title}<p class="wj-ql-none">{MISSING}</p>{limits()}'
    run = next((one for one in runs if name(one) == chosen), runs[0])
    order = [key for key in PARTS if any(part.name == key for part in run.parts)]
    parts = sorted(run.parts, key=lambda part: order.index(part.name) if part.name in order else len(order))
    shown = [_source(run, len(runs) > 1), _parts(parts), _table(parts), limits(), _breakdowns(parts), _failures(parts)]
    return title + "".join(shown)


def name(run: Run) -> str:
    """Return what a run is called in an address."""
    return "own" if run.own else "bundled"


def limits() -> str:
    """Return what the figures do not say."""
    rows = "".join(f"<li>{pair(*one)}</li>" for one in LIMITS)
    return f'<h3>{pair("怎么看这些数字", "How to read this")}</h3><ul class="wj-ql-limits">{rows}</ul>'


def _source(run: Run, other: bool) -> str:
    version, date, seconds = escape(run.version), escape(run.date), round(run.seconds)
    if run.own:
        said = pair(
            f"本机测量：{run.date}，{run.version} 版，用时 {seconds} 秒。",
            f"Measured on this machine: {run.date}, version {run.version}, {seconds} s.",
        )
        turn = ("bundled", pair("看随附的", "Show the bundled run"))
    else:
        said = (
            f'<span class="zh">随程序附带的测量：{version} 版，{date}。本机重测：在源码目录运行 <code>make quality</code>。</span>'
            f'<span class="en">The run that came with version {version}, {date}. To measure here, run '
            f"<code>make quality</code> where the source is.</span>"
        )
        turn = ("own", pair("看本机的", "Show this machine's run"))
    button = f' <button type="button" class="wj-ql-run" data-run="{turn[0]}">{turn[1]}</button>' if other else ""
    return f'<p class="wj-ql-source">{said}{button}</p>'


def _parts(parts: Sequence[Part]) -> str:
    said = [
        f"<li><b>{pair(*PARTS[part.name][0])}</b> {pair(*PARTS[part.name][1])}</li>"
        for part in parts
        if part.name in PARTS
    ]
    said += [
        f"<li><b>{_title(part)}</b> "
        + pair(
            f"有 {part.open} 题还没填标准答案，未计入",
            f"{part.open} questions have no expectation yet and were skipped",
        )
        + "</li>"
        for part in parts
        if part.open
    ]
    return f'<ul class="wj-ql-parts">{"".join(said)}</ul>' if said else ""


def _title(part: Part) -> str:
    return pair(*PARTS[part.name][0]) if part.name in PARTS else escape(part.name)


def _head(first: str, parts: Sequence[Part]) -> str:
    cells = "".join(f'<th scope="col">{_title(part)}</th>' for part in parts)
    return f'<thead><tr><th scope="col">{first}</th>{cells}</tr></thead>'


def _table(parts: Sequence[Part]) -> str:
    names = [key for key in MEASURES if any(key in part.measures for part in parts)]
    names += sorted({key for part in parts for key in part.measures} - set(MEASURES))
    rows = ""
    for key in names:
        title, means = MEASURES.get(key, ((key, key), ("", "")))
        head = f'<th scope="row">{pair(*title)}<small>{pair(*means)}</small></th>'
        rows += f"<tr>{head}{''.join(_cell(part.measures.get(key), part.floors.get(key)) for part in parts)}</tr>"
    head = _head(pair("衡量什么（满分 1）", "What is measured (1 is best)"), parts)
    return f'<table class="wj-ql-table">{head}<tbody>{rows}</tbody></table>'


def _cell(found: Value | None, floor: float | None = None) -> str:
    if found is None:
        return f'<td class="wj-ql-no">–<span class="wj-ql-unseen">{pair("未测", "not measured")}</span></td>'
    below = floor is not None and found.value < floor
    mark = f'<small class="wj-ql-low">▼ {pair("低于下限", "below its floor")}</small>' if below else ""
    least = f"<span>{pair('下限', 'floor')} {floor:.3f}</span> " if floor is not None else ""
    count = f"<small>{least}<span>{pair(f'{found.cases} 项', f'{found.cases} cases')}</span></small>"
    return f'<td class="{"wj-ql-below" if below else ""}"><b>{found.value:.3f}</b>{mark}{count}</td>'


def _breakdowns(parts: Sequence[Part]) -> str:
    held = [part for part in parts if any(part.by.values())]
    if not held:
        return ""
    bodies = ""
    for key, title in BREAKDOWNS:
        names = {name for part in held for name in part.by.get(key, {})}
        ordered = [name for name in KINDS if name in names] + sorted(names - set(KINDS))
        rows = "".join(
            f'<tr><th scope="row">{pair(*KINDS.get(name, (name, name)))}</th>'
            + "".join(_cell(part.by.get(key, {}).get(name)) for part in held)
            + "</tr>"
            for name in ordered
        )
        head = f'<tr class="wj-ql-by"><th scope="colgroup" colspan="{len(held) + 1}">{pair(*title)}</th></tr>'
        bodies += f"<tbody>{head}{rows}</tbody>" if rows else ""
    shown = pair("整题答对，分开看", "Answers right, taken apart")
    return f'<h3>{shown}</h3><table class="wj-ql-table wj-ql-short">{_head("", held)}{bodies}</table>'


def _failures(parts: Iterable[Part]) -> str:
    html = ""
    for part in parts:
        if part.failing is None:
            said = pair("只留总数，不列题目", "totals only, no questions")
            html += f'<p class="wj-ql-kept"><b>{_title(part)}</b> {said}</p>'
            continue
        for key in dict.fromkeys(one.measure for one in part.failing):
            html += _fold(part, key, [one for one in part.failing if one.measure == key])
    hint = pair("逐份核查的题只列有出入的报告。", "Of a census, only the reports that differ are listed.")
    title = pair("答错的题", "Failing questions")
    return f'<h3>{title}</h3><p class="wj-ql-hint">{hint}</p>{html}' if html else ""


def _fold(part: Part, key: str, rows: Sequence[Failing]) -> str:
    title = pair(*MEASURES[key][0]) if key in MEASURES else escape(key)
    names = (pair("问题", "Question"), pair("实际", "What came"), pair("应为", "Expected"))
    head = "".join(f'<th scope="col">{one}</th>' for one in names)
    body = "".join(
        "<tr>"
        + "".join(
            f'<td><span class="wj-ql-label">{label}</span>{shown}</td>'
            for label, shown in zip(names, _row(row), strict=True)
        )
        + "</tr>"
        for row in rows
    )
    return (
        f'<details class="wj-ql-fold"><summary>{_title(part)} · {title} · {len(rows)}</summary>'
        f'<table class="wj-ql-failing"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></details>'
    )


def _row(one: Failing) -> tuple[str, str, str]:
    asked = pair(*readable(one.question)) if one.measure in NAMED else escape(one.question)
    return asked, pair(*readable(one.came)), pair(*readable(one.expected))
