"""Measure a model and print the table of its card: ``python -m index.train.evaluate --data DIR``.

Held-out questions only, each against the whole pool of its collection; reports and queries are read for measuring and
never trained on. MRR@10: 1 when the first passage is right, 1/2 when the second is, 0 past the tenth.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.embedding import Embedder
from index.fusion import fuse, inverse_frequency
from index.train.negatives import CharacterBM25
from index.train.pairs import Labelled, pieces, read_articles, read_questions, read_register, read_rows

DEPTH = 10
STATUTES = 12_500  # law articles added to the legal pool
COVERED_BY = 20  # best lexical passages whose words are looked at
SPEED_SAMPLE = 5_000
ASKING = re.compile(r"什么|多少|哪些|哪个|几|吗|呢|怎么|如何|[？?，。、]")

Encode = Callable[[Sequence[str]], np.ndarray]


@dataclass(frozen=True, slots=True)
class Benchmark:
    """Questions over a pool of passages; ``right[i]`` are the indices that answer question i."""

    name: str
    questions: tuple[str, ...]
    passages: tuple[str, ...]
    right: tuple[frozenset[int], ...]


def reciprocal_rank(scores: np.ndarray, right: frozenset[int]) -> float:
    """Return 1 / rank of the best right passage, 0 past the tenth.

    >>> reciprocal_rank(np.array([0.1, 0.9, 0.5]), frozenset({2}))
    0.5
    """
    order = np.argsort(-scores, kind="stable")[:DEPTH]
    return next((1 / rank for rank, index in enumerate(order, start=1) if int(index) in right), 0.0)


def benchmarks(data: Path) -> list[Benchmark]:
    """Build the held-out sets of the training collections and of our own register."""
    pairs = read_questions(data)
    statutes = [f"{a.law} {a.text}" for a in read_articles(data)]
    step = max(1, len(statutes) // STATUTES)
    reading = {source: [pair for pair in pairs if pair.source == source] for source in ("stard", "cmrc_trial", "drcd")}
    return [
        _benchmark("legal", reading["stard"], statutes[::step]),
        _benchmark("cmrc", reading["cmrc_trial"], _other_pieces(data, "cmrc_trial")),
        _benchmark("drcd", reading["drcd"], _other_pieces(data, "drcd")),
        _benchmark("register", read_register(), []),
    ]


def report_benchmark(reports: Path, queries: Path) -> Benchmark:
    """Build the set over real reports from a folder of texts and a file of queries (JSON lines)."""
    passages = [
        (path.name, piece)
        for path in sorted(reports.glob("*.txt"))
        for paragraph in path.read_text(encoding="utf-8-sig").split("\n")
        if len(paragraph.strip()) > 1
        for piece in pieces(paragraph.strip())
    ]
    rows = [json.loads(line) for line in queries.read_text(encoding="utf-8").splitlines()]
    right = [
        frozenset(
            i
            for i, (name, piece) in enumerate(passages)
            if any(name == gold["file"] and gold["contains"] in piece for gold in row["gold"])
        )
        for row in rows
    ]
    kept = [i for i, found in enumerate(right) if found]
    texts = tuple(piece for _, piece in passages)
    return Benchmark("reports", tuple(rows[i]["query"] for i in kept), texts, tuple(right[i] for i in kept))


def measure(benchmark: Benchmark, encode: Encode) -> tuple[float, float, float]:
    """Return MRR@10 × 100 of BM25 over characters, of the vectors alone, and of the two as the search joins them."""
    engine = CharacterBM25(benchmark.passages)
    asked = [ASKING.sub("", question) or question for question in benchmark.questions]
    passages, questions = encode(benchmark.passages), encode(benchmark.questions)
    ranks = []
    for question, vector, right in zip(asked, questions, benchmark.right, strict=True):
        lexical, dense = engine.scores([question])[0], passages @ vector
        best = np.argsort(-lexical, kind="stable")[:COVERED_BY]
        covered = _covered(question, [benchmark.passages[i] for i in best], benchmark.passages)
        ranks.append([reciprocal_rank(s, right) for s in (lexical, dense, fuse(lexical, dense, covered))])
    means = 100 * np.array(ranks).mean(axis=0)
    return float(means[0]), float(means[1]), float(means[2])


def _benchmark(name: str, pairs: Sequence[Labelled], others: Sequence[str]) -> Benchmark:
    """Keep the held-out questions, over all passages of the pairs and some others."""
    texts = list(dict.fromkeys([*(pair.passage for pair in pairs), *others]))
    ids = {text: i for i, text in enumerate(texts)}
    right: dict[str, set[int]] = {}
    for pair in pairs:
        if pair.held_out:
            right.setdefault(pair.question, set()).add(ids[pair.passage])
    return Benchmark(name, tuple(right), tuple(texts), tuple(frozenset(found) for found in right.values()))


def _other_pieces(data: Path, source: str) -> list[str]:
    """Return every piece of every paragraph of a source, also those that answer nothing."""
    rows = read_rows(data / "questions.jsonl.gz")
    return [piece for row in rows if row["source"] == source for piece in pieces(row["passage"])]


def _covered(question: str, best: Sequence[str], passages: Sequence[str]) -> float:
    """Return the largest weighted share of the question's character pairs found in one of the best passages."""
    pairs = {question[i : i + 2] for i in range(len(question) - 1)}
    weights = {pair: inverse_frequency(sum(pair in text for text in passages), len(passages)) for pair in pairs}
    total = sum(weights.values())
    return max(sum(w for pair, w in weights.items() if pair in text) for text in best) / total if total else 0.0


def main(arguments: Sequence[str] | None = None) -> None:
    """Print quality, agreement with the float32 table, and speed."""
    parser = argparse.ArgumentParser(prog="python -m index.train.evaluate", description=main.__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of laws.jsonl.gz and questions.jsonl.gz")
    parser.add_argument("--model", type=Path, help="folder of the model; the bundled one if not given")
    parser.add_argument("--reports", type=Path, help="folder of report texts")
    parser.add_argument("--queries", type=Path, help="queries over these reports (JSON lines)")
    parser.add_argument("--float32", type=Path, help="the table before int8 (.npy)")
    options = parser.parse_args(arguments)
    _print(_report(options))


def _report(options: argparse.Namespace) -> list[str]:
    """Make the lines of the table."""
    embedder = Embedder.open(options.model)
    began = time.perf_counter()
    embedder = Embedder.open(options.model)
    loading = time.perf_counter() - began
    sets = benchmarks(options.data)
    if options.reports and options.queries:
        sets.append(report_benchmark(options.reports, options.queries))
    lines = [f"model {embedder.name}, {embedder.dimension} dimensions", ""]
    lines += ["| set | questions | passages | BM25 | vectors | together |", "| --- | --- | --- | --- | --- | --- |"]
    for one in sets:
        figures = " | ".join(f"{value:.1f}" for value in measure(one, embedder.encode))
        lines.append(f"| {one.name} | {len(one.questions)} | {len(one.passages)} | {figures} |")
    sample = sets[0].passages[:SPEED_SAMPLE]
    began = time.perf_counter()
    vectors = embedder.encode(sample)
    speed = len(sample) / (time.perf_counter() - began)
    lines += ["", f"load {loading:.2f} s (libraries imported), {speed:.0f} passages a second"]
    if options.float32:
        exact = _float32(options.model, np.load(options.float32), sample)
        lines.append(f"cosine of int8 to float32: least {float((vectors * exact).sum(axis=1).min()):.5f}")
    return lines


def _float32(model: Path | None, table: np.ndarray, texts: Sequence[str]) -> np.ndarray:
    """Encode with the table before int8 and the same tokenizer."""
    from tokenizers import Tokenizer

    from index.embedding import BUNDLED

    tokenizer = Tokenizer.from_file(str(next((model or BUNDLED).rglob("tokenizer.json"))))
    rows = [table[found.ids].sum(axis=0) for found in tokenizer.encode_batch(list(texts))]
    stacked = np.stack(rows)
    return np.asarray(stacked / np.linalg.norm(stacked, axis=1, keepdims=True), dtype=np.float32)


def _print(lines: Sequence[str]) -> None:
    """Print lines."""
    for line in lines:
        print(line)


if __name__ == "__main__":
    main()
