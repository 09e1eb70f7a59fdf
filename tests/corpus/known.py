"""Defects that a test has found and the code still has: marked where they stand, so that the mending of one is seen."""

from collections.abc import Iterable, Mapping

import pytest


def defect(reason: str) -> pytest.MarkDecorator:
    """Return the mark of a test that fails until a defect is mended; then it fails until the mark is taken off."""
    return pytest.mark.xfail(strict=True, reason=reason)


def marked(rows: Iterable[object], known: Mapping[object, str]) -> list[object]:
    """Mark the rows of a table of cases whose first value is a known defect."""
    cases = []
    for row in rows:
        values = row if isinstance(row, tuple) else (row,)
        cases.append(pytest.param(*values, marks=[defect(known[values[0]])] if values[0] in known else []))
    return cases
