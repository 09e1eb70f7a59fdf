"""Ranked passages against gold passages, measured by ir_measures.

A hit stands for a gold passage when it comes from its file and holds its words. Several hits that hold the same gold
passage count once, at the best rank; a hit that holds two stands for both.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tests.quality.case import Case
from tests.quality.judge.figures import squeezed
from tests.quality.line import language

NAMES = ("R@1", "R@5", "R@10", "RR@10", "nDCG@10")
DEPTH = 10

Ranking = Sequence[tuple[str, str]]
"""Hits as (file, text), best first."""


def judge(searches: Sequence[dict[str, Any]], rankings: Sequence[Ranking]) -> list[Case]:
    """Return one case for each query and measure."""
    import ir_measures

    qrels = {str(n): {f"gold {i}": 1 for i in range(len(one["gold"]))} for n, one in enumerate(searches)}
    run = {str(n): named(one["gold"], hits) for n, (one, hits) in enumerate(zip(searches, rankings, strict=True))}
    wanted = [ir_measures.parse_measure(name) for name in NAMES]
    cases = []
    for metric in ir_measures.iter_calc(wanted, qrels, run):
        one = searches[int(metric.query_id)]
        ranks = _ranks(one["gold"], rankings[int(metric.query_id)])
        expected = "; ".join(f"{gold['file']} “{gold['contains']}”" for gold in one["gold"])
        cases.append(
            Case(
                str(metric.measure), one["query"], one["query"], "passages", language(one["query"]),
                tuple(one.get("tags", ())), float(metric.value), expected, f"ranks {ranks}",
            )
        )  # fmt: skip
    return cases


def named(gold: Sequence[dict[str, Any]], hits: Ranking) -> dict[str, float]:
    """Return the ranking as document → score, gold passages under their own names.

    >>> named([{"file": "a", "contains": "听证"}], [("b", "听证"), ("a", "公开听证"), ("a", "听证")])
    {'hit 0': 0, 'gold 0': -1.0}
    """
    scores: dict[str, float] = {}
    for rank, (file, text) in enumerate(hits[:DEPTH]):
        held = [i for i, one in enumerate(gold) if one["file"] == file and squeezed(one["contains"]) in squeezed(text)]
        if not held:
            scores[f"hit {rank}"] = -rank
        for place, i in enumerate(held):
            scores.setdefault(f"gold {i}", -rank - place / 100)
    return scores


def _ranks(gold: Sequence[dict[str, Any]], hits: Ranking) -> list[int | None]:
    return [next((n for n, hit in enumerate(hits, 1) if _holds(hit, one)), None) for one in gold]


def _holds(hit: tuple[str, str], wanted: dict[str, Any]) -> bool:
    return hit[0] == wanted["file"] and squeezed(wanted["contains"]) in squeezed(hit[1])
