"""The quality suite's table: every measure over the real, the seen and the unseen reports, beside its bar.

``wenju quality`` runs it; ``--gold FOLDER --reports DIR`` measures a gold of one's own, ``--json`` prints for machines,
``--failures`` lists what failed. Exit 1 where a bar is not reached.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from tests.quality.gold import Gold, bundled, load
from tests.quality.measure import Measure, measures

GOLD_FILES = ("reports.json", "topics.json", "figures.json", "search.jsonl")
BARS: dict[str, dict[str, float]] = {
    "real": {
        "identity and roles": 0.98,
        "mention F1, phrasing 1": 0.95,
        "strongest status, phrasing 1": 0.92,
        "census accounts, phrasing 1": 1.0,
        "mention F1, phrasing 2": 0.92,
        "strongest status, phrasing 2": 0.88,
        "census accounts, phrasing 2": 1.0,
        "figures": 0.95,
        "search recall@5": 0.92,
        "search MRR@10": 0.75,
    },
    "seen": {
        "identity and roles": 0.98,
        "mention F1, phrasing 1": 0.95,
        "strongest status, phrasing 1": 0.95,
        "census accounts, phrasing 1": 1.0,
        "census accounts, phrasing 2": 1.0,
        "figures": 0.93,
    },
}
"""What a change must not fall below, by gold and measure; the unseen part is only ever read, never tuned on."""


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print, and return 1 where a bar is not reached."""
    parser = argparse.ArgumentParser(prog="wenju quality", description="Measure retrieval and answers on gold.")
    parser.add_argument("--gold", type=Path, help="a folder in the shapes of the bundled gold")
    parser.add_argument("--reports", type=Path, help="the reports that the gold is about")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--failures", action="store_true", help="list what failed")
    options, _ = parser.parse_known_args(argv)
    if bool(options.gold) != bool(options.reports):
        parser.error("--gold and --reports go together")
    if options.gold and options.gold.is_file():
        options.gold = options.gold.parent
    if options.gold and not any((options.gold / name).is_file() for name in GOLD_FILES):
        print(f"{options.gold.name}: no gold here; it needs one of {', '.join(GOLD_FILES)}", file=sys.stderr)
        return 1
    golds = [load(options.gold.name, options.reports, options.gold)] if options.gold else bundled()
    results = {gold.name: run(gold) for gold in golds}
    if options.json:
        print(json.dumps({name: [asdict(one) for one in found] for name, found in results.items()}, ensure_ascii=False))
    else:
        print(table(results, failures=options.failures))
    return int(any(undercut(name, found) for name, found in results.items()))


def run(gold: Gold) -> list[Measure]:
    """Measure one gold over a fresh index."""
    from assistant import Assistant

    with tempfile.TemporaryDirectory() as data, Assistant.open(gold.reports, data) as assistant:
        return measures(assistant, gold)


def undercut(name: str, found: Sequence[Measure]) -> list[str]:
    """Return the measures of a gold that fall below their bar."""
    bars = BARS.get(name, {})
    return [f"{one.name}: {one.value:.3f} < {bars[one.name]}" for one in found if one.value < bars.get(one.name, 0.0)]


def table(results: dict[str, list[Measure]], *, failures: bool) -> str:
    """Return the measures as text, one line each, with cases and bar."""
    lines = []
    for name, found in results.items():
        lines.append(f"\n{name:<34}{'value':>7}{'cases':>7}{'bar':>7}")
        for one in found:
            bar = BARS.get(name, {}).get(one.name)
            short = "  below its bar" if bar is not None and one.value < bar else ""
            lines.append(f"  {one.name:<32}{one.value:>7.3f}{one.cases:>7}{bar if bar is not None else '':>7}{short}")
            if failures:
                lines += [f"      {failure}" for failure in one.failures]
    return "\n".join(lines).lstrip("\n")


if __name__ == "__main__":
    sys.exit(main())
