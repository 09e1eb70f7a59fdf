"""The training loop: pull a question to its passage, away from the others, touching only the rows of the batch.

Whole-table optimisers spend nearly all time on rows no batch used; here Adam's two tables are read and written by row.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np
import torch
from torch.nn.functional import cross_entropy, embedding_bag, normalize

from index.train.batches import Batch, LabelledPairs, LawPairs
from index.train.ragged import Ragged, from_rows

TEMPERATURE = 0.05
WIDTHS = (256, 64)  # the loss also holds for the first 64 dimensions, which keeps the leading ones general
DROPOUT = 0.1  # of a question's tokens, so that no single word carries an answer
BETAS = (0.9, 0.999)
TINY = 1e-8
LOUDNESS = 50  # steps between two lines of progress


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long to train and how fast."""

    mixed_steps: int = 600  # law pairs and labelled pairs in turn; 1000 gained nothing
    labelled_steps: int = 380  # mostly labelled, each with a misleading passage
    law_batch: int = 1024
    labelled_batch: int = 512
    fast: float = 0.01
    slow: float = 0.001


class SparseAdam:
    """Adam over the rows a batch touches."""

    def __init__(self, table: torch.Tensor) -> None:
        self.table = table
        self._mean = torch.zeros_like(table)
        self._square = torch.zeros_like(table)
        self._steps = torch.zeros(len(table))

    def step(self, rows: torch.Tensor, gradient: torch.Tensor, rate: float) -> None:
        """Move ``rows`` against their gradient; bias is corrected by how often each row was seen."""
        self._steps[rows] += 1
        seen = self._steps[rows, None]
        mean = self._mean[rows].lerp_(gradient, 1 - BETAS[0])
        square = self._square[rows].lerp_(gradient.square(), 1 - BETAS[1])
        self._mean[rows], self._square[rows] = mean, square
        direction = (mean / (1 - BETAS[0] ** seen)) / ((square / (1 - BETAS[1] ** seen)).sqrt() + TINY)
        self.table[rows] -= rate * direction


def train(
    table: torch.Tensor, parts: Ragged, laws: LawPairs, labelled: LabelledPairs, schedule: Schedule, seed: int
) -> None:
    """Train the table of parts in place."""
    rng = np.random.default_rng(seed)
    optimiser = SparseAdam(table)
    total = schedule.mixed_steps + schedule.labelled_steps
    began, running = time.monotonic(), 0.0
    for step in range(total):
        late = step >= schedule.mixed_steps
        unlabelled = step % 4 == 0 if late else step % 2 == 0
        if unlabelled:
            batch = laws.draw(rng, schedule.law_batch)
        else:
            batch = labelled.draw(rng, schedule.labelled_batch, misleading=late)
        rate = schedule.slow + (schedule.fast - schedule.slow) * (1 - step / total)
        loss = learn(optimiser, parts, batch, rate, rng)
        running = loss if step == 0 else 0.95 * running + 0.05 * loss
        if step % LOUDNESS == 0 or step == total - 1:
            print(f"step {step}/{total} loss {running:.3f} {time.monotonic() - began:.0f}s", flush=True)


def learn(optimiser: SparseAdam, parts: Ragged, batch: Batch, rate: float, rng: np.random.Generator) -> float:
    """Learn from one batch and return its loss."""
    questions = _drop(batch.questions, rng)
    tokens, places = np.unique(np.concatenate([questions.flat, batch.passages.flat]), return_inverse=True)
    pieces = from_rows([parts.row(int(token)) for token in tokens])
    rows, where = np.unique(pieces.flat, return_inverse=True)
    row_ids = torch.from_numpy(rows.astype(np.int64))
    values = optimiser.table[row_ids].requires_grad_()
    vectors = embedding_bag(torch.from_numpy(where), values, torch.from_numpy(pieces.bounds[:-1]), mode="sum")
    bounds = np.concatenate([questions.bounds[:-1], batch.passages.bounds[:-1] + len(questions.flat)])
    means = embedding_bag(torch.from_numpy(places), vectors, torch.from_numpy(bounds), mode="mean")
    loss = _loss(means[: len(questions)], means[len(questions) :], batch)
    (gradient,) = torch.autograd.grad(loss, [values])
    optimiser.step(row_ids, gradient, rate)
    return float(loss.detach())


def _loss(questions: torch.Tensor, passages: torch.Tensor, batch: Batch) -> torch.Tensor:
    """Return the contrastive loss, at each width, both ways."""
    also_right = torch.from_numpy((batch.answers[:, None, None] == batch.holds[None, :, :]).any(axis=2))
    also_right[:, : len(batch.answers)].fill_diagonal_(False)
    target = torch.arange(len(questions))
    loss = torch.zeros(())
    for width in WIDTHS:
        left, right = normalize(questions[:, :width], dim=1), normalize(passages[:, :width], dim=1)
        scores = (left @ right.T / TEMPERATURE).masked_fill(also_right, -1e4)
        back = scores[:, : len(questions)].T
        loss = loss + cross_entropy(scores, target) + 0.5 * cross_entropy(back, target)
    return loss


def _drop(questions: Ragged, rng: np.random.Generator) -> Ragged:
    """Leave out some tokens of each question."""
    return from_rows([row[rng.random(len(row)) >= DROPOUT] for row in map(questions.row, range(len(questions)))])
