"""What a peer's ranking is worth: who it names in a census at its best depth, and where it finds gold passages.

Pure functions over rankings, a ranking being chunks as (file, text), best first. A pipeline of chunks never says that a
report is silent; it names a report by bringing one of its chunks. How many chunks it brings is chosen in its favour.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Ranking = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Named:
    """What a census question should name.

    :param right: files that show the topic.
    :param optional: files that are not scored, since readers differ.
    """

    right: frozenset[str]
    optional: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Best:
    """The depth that suits a peer best, and the set F1 at that depth."""

    k: int
    f1: float


def squeezed(text: str) -> str:
    """Return a text without white space and Markdown marks.

    >>> squeezed("## 一、 主要\\n| 来信 | **3件** |")
    '一、主要来信3件'
    """
    return re.sub(r"[\s#*|]", "", text)


def named(ranking: Ranking, k: int) -> set[str]:
    """Return the files that have a chunk among the first ``k``."""
    return {file for file, _ in ranking[:k]}


def set_f1(rankings: Sequence[Ranking], truth: Sequence[Named], k: int) -> float:
    """Return the micro F1 over all questions of the files named at depth ``k``; 1 where nothing is right or named."""
    wanted = found = both = 0
    for ranking, one in zip(rankings, truth, strict=True):
        said = named(ranking, k) - one.optional
        right = one.right - one.optional
        wanted, found, both = wanted + len(right), found + len(said), both + len(said & right)
    return 2 * both / (wanted + found) if wanted + found else 1.0


def best_k(rankings: Sequence[Ranking], truth: Sequence[Named], depths: Iterable[int] | None = None) -> Best:
    """Return the depth with the highest set F1, the smallest of equal ones.

    :param depths: the depths to try; by default every one up to the longest ranking.
    """
    tried = depths or range(1, max((len(ranking) for ranking in rankings), default=0) + 1)
    scores = [Best(k, set_f1(rankings, truth, k)) for k in tried]
    return max(scores, key=lambda best: (best.f1, -best.k), default=Best(0, set_f1(rankings, truth, 0)))


def holds(hit: tuple[str, str], gold: Mapping[str, str]) -> bool:
    """Tell whether a hit contains a gold passage, ``{"file", "contains"}``."""
    file, text = hit
    return file == gold["file"] and squeezed(gold["contains"]) in squeezed(text)


def ranks(ranking: Ranking, gold: Sequence[Mapping[str, str]]) -> list[int | None]:
    """Return the rank, from 1, of the first hit that contains each gold passage; None where none does."""
    return [next((rank for rank, hit in enumerate(ranking, 1) if holds(hit, one)), None) for one in gold]


def recall(found: Sequence[Sequence[int | None]], k: int) -> float:
    """Return the share of gold passages within the first ``k``, mean over the queries, from their ranks."""
    shares = [sum(rank is not None and rank <= k for rank in one) / len(one) for one in found]
    return sum(shares) / len(shares) if shares else 0.0


def reciprocal_rank(found: Sequence[Sequence[int | None]], k: int) -> float:
    """Return the reciprocal of the first gold rank within ``k``, mean over the queries, from their ranks."""
    firsts = [min((rank for rank in one if rank is not None and rank <= k), default=0) for one in found]
    return sum(1 / first for first in firsts if first) / len(firsts) if firsts else 0.0
