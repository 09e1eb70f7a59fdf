"""A result as one HTML page without scripts or outside files: measures as bars, and every failing question.

Everything that comes from a report, a question or an answer is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from tests.quality.case import MEASURES, Case, Measure, by
from tests.quality.compare import Change
from tests.quality.result import Result

_STYLE = """
:root { color-scheme: light dark; --ink: #1c1b19; --page: #fbfaf7; --line: #d9d5cc; --bar: #2f6f5e; --low: #b3402e; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e9e6df; --page: #1b1d1c; --line: #3c403e; --bar: #6fb39e; --low: #e08573; }
}
body { font: 15px/1.6 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: var(--ink);
  background: var(--page); max-width: 1100px; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2.2rem; }
table { border-collapse: collapse; width: 100%; } .wide { overflow-x: auto; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid var(--line); }
td.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.track { position: relative; min-width: 120px; height: .8rem; background: var(--line); border-radius: 2px; }
.fill { position: absolute; inset: 0 auto 0 0; background: var(--bar); border-radius: 2px; }
.low .fill { background: var(--low); } .floor { position: absolute; top: -3px; bottom: -3px; width: 2px; background: var(--ink); }
.low td:first-child { color: var(--low); font-weight: 600; } summary { cursor: pointer; font-weight: 600; margin: .6rem 0; }
td.q { min-width: 16rem; } td.c { overflow-wrap: anywhere; }
"""


def page(result: Result, changes: Iterable[Change] = ()) -> str:
    """Return the page; with changes, what was gained and lost stands before the failures."""
    parts = [
        f"<!doctype html><html lang='en'><meta charset='utf-8'><title>Wenju quality</title><style>{_STYLE}</style>",
        "<meta name='viewport' content='width=device-width'>",
        f"<h1>Wenju 问据: quality, {result.verdict}</h1>",
        f"<p>{result.seconds:.1f} s. A bar ends at the value; the upright mark is the floor.</p>",
        *(_measures(gold, found, result.floors.get(gold, {})) for gold, found in result.measures.items()),
        *_breakdowns(result),
        *_peers(result),
        *_changes(changes),
        "<h2>Failing questions</h2>",
        *_failures(result),
    ]
    return "\n".join(parts)


def _measures(gold: str, found: dict[str, Measure], floors: dict[str, float]) -> str:
    rows = "".join(_row(name, one, floors.get(name)) for name, one in found.items())
    return f"<h2>{escape(gold)}</h2><table>{rows}</table>"


def _row(name: str, one: Measure, floor: float | None = None) -> str:
    low = floor is not None and one.value < floor
    mark = f"<span class='floor' style='left:{100 * floor:.1f}%'></span>" if floor is not None else ""
    bar = f"<div class='track'><span class='fill' style='width:{100 * one.value:.1f}%'></span>{mark}</div>"
    number = f"<td class='n'>{one.value:.3f}</td><td class='n'>{one.cases}</td>"
    return f"<tr class='{'low' if low else ''}'><td>{escape(name)}</td><td>{bar}</td>{number}</tr>"


def _breakdowns(result: Result) -> Iterator[str]:
    for gold, cases in result.cases.items():
        rows = [
            _row(f"{key.removesuffix('s')}: {name}", one)
            for key in ("kind", "language", "tags")
            for name, one in by(cases, "answers right", key).items()
        ]
        if rows:
            yield f"<h2>{escape(gold)}: answers right by kind, language and tag</h2><table>{''.join(rows)}</table>"


def _peers(result: Result) -> Iterator[str]:
    for gold, peers in result.peers.items():
        names = [name for name in MEASURES if sum(name in found for found in peers.values()) > 1]
        head = "".join(f"<th>{escape(name)}</th>" for name in names)
        body = "".join(
            f"<tr><td>{escape(peer)}</td>"
            + "".join(f"<td class='n'>{found[name].value:.3f}</td>" if name in found else "<td></td>" for name in names)
            for peer, found in peers.items()
        )
        yield f"<h2>Peers, {escape(gold)}</h2><div class='wide'><table><tr><th></th>{head}</tr>{body}</table></div>"


def _changes(changes: Iterable[Change]) -> Iterator[str]:
    for one in changes:
        if one.gains or one.losses:
            rows = "".join(
                f"<tr><td>{word}</td><td class='q'>{escape(new.question)}</td><td class='c'>{escape(old.came)}</td>"
                f"<td class='c'>{escape(new.came)}</td></tr>"
                for word, pairs in (("gain", one.gains), ("loss", one.losses))
                for old, new in pairs
            )
            title = f"{one.gold}, {one.measure}: {one.mean:+.3f} [{one.low:+.3f}, {one.high:+.3f}]"
            head = "<tr><th></th><th>question</th><th>before</th><th>now</th></tr>"
            yield f"<details open><summary>{escape(title)}</summary><table>{head}{rows}</table></details>"


def _failures(result: Result) -> Iterator[str]:
    for gold, cases in result.cases.items():
        for name in MEASURES:
            wrong = [case for case in cases if case.measure == name and case.score < 1]
            if wrong:
                head = "<tr><th>question</th><th>what came</th><th>expected</th></tr>"
                summary = f"{escape(gold)}, {escape(name)}: {len(wrong)}"
                rows = "".join(map(_failure, wrong))
                yield f"<details><summary>{summary}</summary><table>{head}{rows}</table></details>"


def _failure(case: Case) -> str:
    cells = f"<td class='q'>{escape(case.question)}</td><td class='c'>{escape(case.came)}</td>"
    return f"<tr>{cells}<td class='c'>{escape(case.expected)}</td></tr>"
