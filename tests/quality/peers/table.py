"""Every peer against a gold: peer → measure → value, by the measures that chunks can answer to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from corpus.parse import read_report
from tests.quality.case import Measure
from tests.quality.gold import Gold
from tests.quality.peers import Peer, peers
from tests.quality.peers.measure import Named, best_k, ranks, recall, reciprocal_rank, set_f1

DEEPEST = 100
"""Chunks at most that a census question may bring: more name nearly every report."""
DEPTH = 10
EVERYONE = "every report, every time"


def against(gold: Gold) -> dict[str, dict[str, Measure]]:
    """Measure every peer over the texts that our own readers find in the reports.

    :raises PeerMissing: if the packages of one are not installed.
    """
    files = gold.files or [one["file"] for one in gold.identities]
    texts = {file: read_report(gold.reports / file, gold.reports).text for file in files}
    found = {}
    for peer in peers():
        peer.index(texts)
        found[peer.name] = measured(peer, gold)
    if gold.topics:
        found[EVERYONE] = {"census F1": everyone(gold, files)}
    return found


def everyone(gold: Gold, files: Sequence[str]) -> Measure:
    """Return what a census gets that names every report every time: an F1 at or below it tells nothing apart."""
    truth = [_named(topic) for topic in gold.topics for _ in gold.phrasings[topic["topic"]]]
    ranking = [(file, "") for file in files]
    return Measure(set_f1([ranking] * len(truth), truth, len(files)), len(truth))


def measured(peer: Peer, gold: Gold) -> dict[str, Measure]:
    """Measure one peer that holds the reports of a gold."""
    measures = {}
    asked = {question: _named(topic) for topic in gold.topics for question in gold.phrasings[topic["topic"]]}
    if asked:
        best = best_k([peer.search(question, DEEPEST) for question in asked], list(asked.values()))
        measures["census F1"] = Measure(best.f1, len(asked))
    if gold.searches:
        found = [ranks(peer.search(one["query"], DEPTH), one["gold"]) for one in gold.searches]
        for k in (1, 5, 10):
            measures[f"R@{k}"] = Measure(recall(found, k), len(found))
        measures["RR@10"] = Measure(reciprocal_rank(found, DEPTH), len(found))
    return measures


def _named(topic: Mapping[str, Mapping[str, object]]) -> Named:
    right = frozenset(file for file, shown in topic["reports"].items() if shown)
    return Named(right, frozenset(topic.get("optional", ())))
