"""What the model learns from: law articles, and questions labelled with the passage that answers them.

One tenth is held out by hash and never seen in training. Not here: tokens, and how pairs are drawn into batches.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HELD_OUT_SHARE = 10  # every tenth by hash: enough to measure by, little enough to miss
PIECE = 220  # characters; reading-comprehension paragraphs are cut to the length of our passages
SENTENCE_END = re.compile(r"(?<=[。！？；])")
REGISTER = Path(__file__).parent / "register.tsv"
PHRASES = Path(__file__).parents[2] / "assistant" / "phrases.tsv"
"""Everyday ways of asking for each term; only read as a file, nothing of that folder is imported."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article of one law."""

    law: str
    chapter: str
    text: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """A question and the passage that answers it; ``source`` names the collection."""

    source: str
    question: str
    passage: str

    @property
    def held_out(self) -> bool:
        """Tell whether the pair is for measuring only; questions on one passage or statement stay together."""
        return is_held_out(self.passage if self.source in ("drcd", "cmrc_trial", "register") else self.question)


def is_held_out(key: str) -> bool:
    """Choose one key in ten, the same on every machine.

    >>> is_held_out("信访") == is_held_out("信访")
    True
    """
    return int(hashlib.sha256(key.encode()).hexdigest()[:8], 16) % HELD_OUT_SHARE == 0


def read_articles(folder: Path) -> list[Article]:
    """Read ``laws.jsonl.gz``, each wording once."""
    rows = {row["text"]: row for row in read_rows(folder / "laws.jsonl.gz")}
    return [Article(row["law"], row["chapter"], text) for text, row in rows.items()]


def read_questions(folder: Path) -> list[Labelled]:
    """Read ``questions.jsonl.gz``; a long paragraph is narrowed to the piece that answers."""
    return [
        Labelled(row["source"], row["question"], answering_piece(row["passage"], row["question"], row.get("answer")))
        if row["source"] != "stard"
        else Labelled("stard", row["question"], row["passage"])
        for row in read_rows(folder / "questions.jsonl.gz")
    ]


def read_register(path: Path = REGISTER) -> list[Labelled]:
    """Read our own invented statements, each with a question in other words."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if len(row) == 2]
    return [Labelled("register", question, statement) for question, statement in rows]


def read_phrases(path: Path = PHRASES) -> list[Labelled]:
    """Read the everyday phrases of each term: each with its term and two other phrases of it, and the term alone."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    pairs = []
    for term, chinese, english in rows:
        phrases = [phrase for phrase in chinese.split(";") if phrase]
        for place, phrase in enumerate(phrases):
            near = [phrases[(place + step) % len(phrases)] for step in (1, 2)]
            pairs.append(Labelled("phrases", phrase, "，".join([term, *near])))
        pairs += [
            Labelled("phrases", phrase, "，".join([term, *phrases[:2]])) for phrase in english.split(";") if phrase
        ]
    return pairs


def pieces(passage: str) -> list[str]:
    """Cut a passage at sentence ends into pieces of about ``PIECE`` characters.

    >>> pieces("短。")
    ['短。']
    """
    found: list[str] = []
    for sentence in SENTENCE_END.split(passage):
        if found and len(found[-1]) + len(sentence) <= PIECE:
            found[-1] += sentence
        elif sentence.strip():
            found.append(sentence)
    return found or [passage]


def answering_piece(passage: str, question: str, answer: str | None) -> str:
    """Return the piece that holds the answer and shares most character pairs with the question.

    >>> answering_piece("城墙始建于明代。", "城墙始建于何时？", "明代")
    '城墙始建于明代。'
    """
    wanted = {question[i : i + 2] for i in range(len(question) - 1)}

    def fitness(piece: str) -> tuple[bool, int]:
        return (bool(answer) and str(answer) in piece, sum(pair in piece for pair in wanted))

    return max(pieces(passage), key=fitness)


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a compressed JSON-lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
