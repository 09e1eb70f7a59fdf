"""Draw pairs into batches: from law articles without labels, and from labelled questions.

A batch knows which texts its passages hold, so that a right answer elsewhere in the batch is never pushed away.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from index.train.negatives import hard_negatives
from index.train.pairs import Article, Labelled
from index.train.ragged import Ragged, encode, from_rows
from index.train.synonyms import TokenSynonyms

CLAUSE_END = re.compile(r"(?<=[，。；：！？])")
LONGEST_PASSAGE = 128  # tokens; about 200 characters
LEFT_IN = 0.25  # share of clause pairs whose passage keeps the clause
KINDS = (0.6, 0.2, 0.2)  # clause → rest, title → article, last clause → next article
SHARES = {
    "stard": 0.17, "drcd": 0.1, "cmrc_trial": 0.02,
    "register": 0.43, "phrases": 0.2, "glossary": 0.03, "synonyms": 0.05,
}  # fmt: skip
SWAPPED = 0.15  # of a law clause's words that have a synonym
NEAR_DOMAIN = re.compile(
    "信访|法治|听证|调解|普法|法律援助|督查|政务公开|信息公开|行政复议|合法性|法律顾问|宣传教育|风险评估|考核|培训"
)
DOMAIN_FACTOR = 5  # an article on such matters is drawn as often as this many others
NEGATIVES = 8  # kept for each question, one is drawn; the first few may be unlabelled right answers
NEIGHBOURS = 2  # at most so many further own statements around one, as in a real passage


@dataclass(frozen=True, slots=True)
class Batch:
    """Token ids of questions and passages; ``answers`` and ``holds`` are ids of texts, -1 where none.

    ``passages[i]`` answers ``questions[i]``; passages beyond the questions are misleading ones.
    ``holds`` has shape ``(passages, 1 + NEIGHBOURS)``.
    """

    questions: Ragged
    passages: Ragged
    answers: np.ndarray
    holds: np.ndarray


class LawPairs:
    """Unlabelled pairs: the parts of a law belong together."""

    def __init__(self, articles: Sequence[Article], synonyms: TokenSynonyms, tokenizer: Tokenizer) -> None:
        self._synonyms = synonyms
        weights = np.array([DOMAIN_FACTOR if NEAR_DOMAIN.search(a.text) else 1.0 for a in articles])
        self._cumulated = np.cumsum(weights / weights.sum())
        clauses = [[c for c in CLAUSE_END.split(article.text) if c] for article in articles]
        self.clauses = encode(tokenizer, [clause for group in clauses for clause in group])
        self._first = np.concatenate([[0], np.cumsum([len(group) for group in clauses])])
        self._titles = encode(tokenizer, [f"{a.law} {a.chapter}" for a in articles])
        self._same_law = np.array([a.law == b.law for a, b in zip(articles, articles[1:], strict=False)] + [False])

    def texts(self) -> Ragged:
        """Return whole articles, for counting neighbours."""
        return Ragged(self.clauses.flat, self.clauses.bounds[self._first])

    def draw(self, rng: np.random.Generator, count: int) -> Batch:
        """Draw ``count`` pairs from different articles."""
        drawn = np.searchsorted(self._cumulated, rng.random(2 * count))
        chosen = rng.permutation(np.unique(np.minimum(drawn, len(self._first) - 2)))[:count]
        kinds = rng.choice(len(KINDS), size=len(chosen), p=KINDS)
        pairs = [self._pair(rng, int(article), int(kind)) for article, kind in zip(chosen, kinds, strict=True)]
        holds = np.full((len(chosen), 1 + NEIGHBOURS), -1, dtype=np.int64)
        holds[:, 0] = chosen
        return Batch(from_rows([p[0] for p in pairs]), from_rows([p[1] for p in pairs]), chosen, holds)

    def _pair(self, rng: np.random.Generator, article: int, kind: int) -> tuple[np.ndarray, np.ndarray]:
        """Make one question-like and one passage-like row."""
        first, last = int(self._first[article]), int(self._first[article + 1])
        if kind == 2 and self._same_law[article]:
            following = self.clauses.span(last, int(self._first[article + 2]))
            return self.clauses.span(max(first, last - 2), last), following[:LONGEST_PASSAGE]
        whole = self.clauses.span(first, last)
        if kind == 1 or last - first < 3:
            return self._titles.row(article), whole[:LONGEST_PASSAGE]
        start = int(rng.integers(first, last))
        stop = min(last, start + int(rng.integers(1, 3)))
        question = self.clauses.span(start, stop)
        if rng.random() >= LEFT_IN:
            whole = np.concatenate([self.clauses.span(first, start), self.clauses.span(stop, last)])
        return self._synonyms.swap(question, SWAPPED, rng), whole[:LONGEST_PASSAGE]


class LabelledPairs:
    """Questions with their passages, each source drawn by its share."""

    def __init__(self, pairs: Sequence[Labelled], variants: Sequence[str], tokenizer: Tokenizer) -> None:
        """Encode and index the pairs.

        :param variants: each pair's question with some words replaced by synonyms.
        """
        texts = list(dict.fromkeys(pair.passage for pair in pairs))
        ids = {text: i for i, text in enumerate(texts)}
        self._answers = np.array([ids[pair.passage] for pair in pairs])
        self._wordings = (encode(tokenizer, [p.question for p in pairs]), encode(tokenizer, list(variants)))
        self.passages = encode(tokenizer, texts)
        self._sources = {s: np.array([i for i, p in enumerate(pairs) if p.source == s]) for s in SHARES}
        self._register = {int(self._answers[i]) for i in self._sources["register"]}
        self._misleading = self._find_misleading(pairs, texts)

    def draw(self, rng: np.random.Generator, count: int, misleading: bool) -> Batch:
        """Draw ``count`` pairs, with one misleading passage each when asked."""
        names = [name for name in SHARES if len(self._sources[name])]
        shares = np.array([SHARES[name] for name in names])
        amounts = rng.multinomial(count, shares / shares.sum())
        chosen = np.concatenate([rng.choice(self._sources[n], size=k) for n, k in zip(names, amounts, strict=True)])
        wordings = rng.integers(0, 2, size=count)
        questions = from_rows([self._wordings[w].row(int(i)) for i, w in zip(chosen, wordings, strict=True)])
        wanted = self._answers[chosen]
        if misleading:
            wanted = np.concatenate([wanted, self._misleading[chosen, rng.integers(0, NEGATIVES, size=count)]])
        shown = [self._around(rng, int(passage)) for passage in wanted]
        passages = from_rows([row for row, _ in shown])
        return Batch(questions, passages, self._answers[chosen], np.array([held for _, held in shown]))

    def _around(self, rng: np.random.Generator, passage: int) -> tuple[np.ndarray, list[int]]:
        """Return a passage's tokens, one of our own statements among its neighbours, and the texts it holds."""
        held = [passage]
        if passage in self._register:
            first = passage - int(rng.integers(0, NEIGHBOURS))
            near = range(first, first + int(rng.integers(1, 2 + NEIGHBOURS)))
            held += [i for i in near if i != passage and i in self._register][:NEIGHBOURS]
        row = np.concatenate([self.passages.row(i) for i in sorted(held)])
        return row[:LONGEST_PASSAGE], held + [-1] * (1 + NEIGHBOURS - len(held))

    def _find_misleading(self, pairs: Sequence[Labelled], texts: Sequence[str]) -> np.ndarray:
        """Find misleading passages for each pair within its own source."""
        found = np.zeros((len(pairs), NEGATIVES), dtype=np.int64)
        for members in self._sources.values():
            if len(members) == 0:
                continue
            pool = np.unique(self._answers[members])
            right = np.searchsorted(pool, self._answers[members])
            questions = [pairs[i].question for i in members]
            found[members] = pool[hard_negatives(questions, [texts[i] for i in pool], right, NEGATIVES)]
        return found
