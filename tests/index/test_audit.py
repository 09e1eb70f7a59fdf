from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from index.opened import Opened
from index.store import Index
from index.vectors import Row
from tests.index import made


@pytest.fixture
def index(opened: Callable[..., Index], tmp_path: Path) -> Index:
    found = opened(made.folder(tmp_path / "reports", 4), tmp_path / "data")
    found.sync()
    return found


def inside(index: Index) -> Opened:
    assert index._opened is not None
    return index._opened


def test_a_sound_index_has_a_json_form(index: Index) -> None:
    count = index.passage_count
    counts = {"reports": 4, "passages": count, "vectors": count, "lexical": count}
    assert index.audit().to_dict() == {"ok": True, **counts, "model": "stand-in", "findings": []}


def test_missing_and_left_over_passages_are_counted_and_named(index: Index) -> None:
    index.warm()
    indexes = inside(index).indexes()
    first = index.passages(index.reports[0].id)[0]
    indexes.vectors.remove([first.id])
    indexes.lexical.write((), remove=[first.id])
    found = index.audit()
    assert not found.ok and (found.vectors, found.lexical) == (found.passages - 1, found.passages - 1)
    assert any("1 passages missing from vectors" in line and first.id in line for line in found.findings)
    assert any("missing from lexical" in line for line in found.findings)
    index.rebuild()
    assert index.audit().ok


def test_left_over_passages_are_named(index: Index) -> None:
    opened = inside(index)
    opened.indexes()
    opened.library.remove([index.reports[0].id])
    assert any("only in vectors" in line for line in index.audit().findings)


def test_vectors_of_other_texts_are_found_out(index: Index) -> None:
    indexes = inside(index).indexes()
    ids = sorted(indexes.vectors.ids())
    vectors = indexes.vectors.fetch(ids)
    indexes.vectors.remove(ids)
    rows = [Row(one, one.split(":")[0], None, "county", "work", "") for one in ids]
    indexes.vectors.add(rows, np.array([vectors[one] for one in reversed(ids)]))
    assert any("do not find themselves by vectors" in line for line in index.audit().findings)


def test_reports_that_copy_each_other_find_themselves(opened: Callable[..., Index], tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    for number in range(6):
        (reports / f"{number}.txt").write_text(made.text(1) + " " * number, encoding="utf-8")
    index = opened(reports, tmp_path / "data")
    assert len(index.sync().added) == 6
    found = index.audit()
    assert found.ok and found.findings == ()
