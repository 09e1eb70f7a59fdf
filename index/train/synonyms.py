"""Say a question in other words: a table of everyday and official synonyms, and the terms as labelled pairs."""

from __future__ import annotations

import csv
import random
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from index.train.pairs import Labelled

SHARE = 0.6  # of the words found in a labelled question; half the batches show the reworded question
TABLE = Path(__file__).parent / "synonyms.tsv"


def read_groups(path: Path = TABLE) -> list[tuple[str, ...]]:
    """Read groups of words that may stand for each other, one group a line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line]


def reword(question: str, groups: list[tuple[str, ...]], chooser: random.Random) -> str:
    """Replace some words by a synonym, one of each group at most.

    >>> reword("城墙", [("听证", "评理")], random.Random(1))
    '城墙'
    """
    for group in groups:
        found = next((word for word in group if word in question), None)
        if found and chooser.random() < SHARE:
            question = question.replace(found, chooser.choice(group), 1)
    return question


class TokenSynonyms:
    """Swap single tokens for a synonym, for questions that were never text: clauses of laws."""

    def __init__(self, groups: list[tuple[str, ...]], tokenizer: Tokenizer) -> None:
        others: dict[int, set[int]] = {}
        for group in groups:
            single = [found for word in group if len(found := tokenizer.encode(word).ids) == 1]
            ids = {found[0] for found in single} - {0}
            for token in ids:
                others.setdefault(token, set()).update(ids - {token})
        self._others = {token: np.array(sorted(found)) for token, found in others.items() if found}
        self._known = np.zeros(tokenizer.get_vocab_size(), dtype=bool)
        self._known[list(self._others)] = True

    def swap(self, row: np.ndarray, share: float, rng: np.random.Generator) -> np.ndarray:
        """Return the row with a share of the tokens that have synonyms replaced."""
        places = np.flatnonzero(self._known[row])
        places = places[rng.random(len(places)) < share]
        if len(places) == 0:
            return row
        swapped = row.copy()
        for place in places:
            swapped[place] = rng.choice(self._others[int(row[place])])
        return swapped


def synonym_pairs(groups: list[tuple[str, ...]]) -> list[Labelled]:
    """Turn each group into pairs: one word → the others."""
    return [
        Labelled("synonyms", word, "，".join(other for other in group if other != word))
        for group in groups
        for word in group
    ]


def glossary_pairs(path: Path) -> list[Labelled]:
    """Turn each term of the domain into pairs: synonym, English name and meaning → the term with its synonyms."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    pairs: list[Labelled] = []
    for row in rows:
        names = [row["term"], *filter(None, row["synonyms"].split(";"))]
        for name in [*names, row["english"], row["meaning"]]:
            others = [other for other in names if other != name]
            if others:
                pairs.append(Labelled("glossary", name, "，".join(others)))
    return pairs
