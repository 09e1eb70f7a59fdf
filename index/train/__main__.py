"""Make the model: ``python -m index.train --data DIR --out index/model``."""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from index.train.batches import LabelledPairs, LawPairs
from index.train.compose import compose, fold
from index.train.contrast import Schedule, train
from index.train.export import save
from index.train.pairs import Labelled, read_articles, read_phrases, read_questions, read_register
from index.train.ragged import Ragged
from index.train.start import start_vectors
from index.train.synonyms import TokenSynonyms, glossary_pairs, read_groups, reword, synonym_pairs
from index.train.vocabulary import build_tokenizer

DIMENSION = 256  # 128 loses up to 5 points, 512 gains up to 3 at twice the size
SEED = 20260101
THREADS = 2


def main(arguments: Sequence[str] | None = None) -> None:
    """Train on the texts of a folder and write the model; also keep its float32 table when asked."""
    parser = argparse.ArgumentParser(prog="python -m index.train", description=main.__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of laws.jsonl.gz and questions.jsonl.gz")
    parser.add_argument("--glossary", type=Path, help="terms of the field; glossary.tsv beside the data unless told")
    parser.add_argument("--out", type=Path, required=True, help="folder of the model")
    parser.add_argument("--float32", type=Path, help="also write the table before int8, for comparison (.npy)")
    parser.add_argument("--steps", type=float, default=1.0, help="share of the usual steps, for a quick trial")
    options = parser.parse_args(arguments)
    torch.set_num_threads(THREADS)
    torch.manual_seed(SEED)

    articles = read_articles(options.data)
    pairs = [pair for pair in read_questions(options.data) + read_register() + read_phrases() if not pair.held_out]
    groups = read_groups()
    pairs += synonym_pairs(groups) + glossary_pairs(options.glossary or options.data.parent / "glossary.tsv")
    tokenizer = build_tokenizer(*_corpus([a.text for a in articles], pairs))
    _say(f"{len(articles)} articles, {len(pairs)} labelled pairs, {tokenizer.get_vocab_size()} tokens")

    laws = LawPairs(articles, TokenSynonyms(groups, tokenizer), tokenizer)
    chooser = random.Random(SEED)
    labelled = LabelledPairs(pairs, [reword(pair.question, groups, chooser) for pair in pairs], tokenizer)
    _say("encoded; counting neighbours")
    parts, rows = compose(tokenizer)
    table = torch.zeros((rows, DIMENSION))
    size = tokenizer.get_vocab_size()
    table[:size] = torch.from_numpy(start_vectors(_joined(laws, labelled), size, DIMENSION, SEED))
    _say(f"start vectors ready, {rows} rows; training")
    usual = Schedule()
    schedule = Schedule(int(usual.mixed_steps * options.steps), int(usual.labelled_steps * options.steps))
    train(table, parts, laws, labelled, schedule, SEED)
    vectors = fold(table, parts)
    save(vectors, tokenizer, options.out)
    if options.float32:
        np.save(options.float32, vectors)


def _corpus(articles: list[str], pairs: list[Labelled]) -> tuple[list[str], list[str]]:
    """Split the texts that words are counted in into the large rest and our own."""
    rest = list(articles)
    own: list[str] = []
    for pair in pairs:
        (own if pair.source in ("register", "phrases", "glossary", "synonyms") else rest).extend(
            (pair.question, pair.passage)
        )
    return rest, own


def _joined(laws: LawPairs, labelled: LabelledPairs) -> Ragged:
    """Join articles and labelled passages for counting."""
    left, right = laws.texts(), labelled.passages
    bounds = np.concatenate([left.bounds, right.bounds[1:] + len(left.flat)])
    return Ragged(np.concatenate([left.flat, right.flat]), bounds)


def _say(line: str) -> None:
    """Print one line of progress."""
    print(line, flush=True)


if __name__ == "__main__":
    main()
