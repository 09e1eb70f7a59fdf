"""The few largest of long rows are those that sorting the whole rows gives, ties in their order included."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.largest import BLOCKS, largest


@pytest.mark.parametrize("length", [12, BLOCKS, 2 * BLOCKS - 1, 2 * BLOCKS, 7 * BLOCKS + 131])
@pytest.mark.parametrize("values", [5, 10_000])
def test_the_few_largest_are_those_of_the_sorted_row(length: int, values: int) -> None:
    rows = np.random.default_rng(length).integers(0, values, size=(20, length)).astype(np.float32)
    rows[0] = 0.0
    assert (largest(rows, 12) == np.argsort(-rows, axis=1, kind="stable")[:, :12]).all()


def test_the_largest_at_the_end_behind_the_last_whole_block_are_found() -> None:
    rows = np.zeros((1, 3 * BLOCKS + 20), dtype=np.float32)
    rows[0, -12:] = np.arange(12)[::-1] + 1
    assert largest(rows, 12).tolist() == [list(range(3 * BLOCKS + 8, 3 * BLOCKS + 20))]
