"""A data folder that cannot be written: an owner is refused clearly, a reader answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import NotWritable
from index.store import Index
from tests.index import made

READ = """
import os
import tantivy, encodings.cp437  # read before the rights go
from index.errors import NotWritable
from index.store import Index
import corpus.parse, index.held
reports, data = Path(sys.argv[1]), Path(sys.argv[2])
if os.geteuid() == 0:
    os.seteuid(65534)
try:
    Index.open(reports, data)
except NotWritable as error:
    print(error.english)
with Index.open(reports, data, owner=False) as index:
    print(len(index.reports), len(index.search("接访下访")), index.stale())
"""


@pytest.fixture
def data(stand_in: None, tmp_path: Path) -> Path:
    with Index.open(made.folder(tmp_path / "reports", 3), tmp_path / "data") as index:
        index.sync()
        index.warm()
    return tmp_path / "data"


def test_a_reader_answers_from_a_folder_that_cannot_be_written(data: Path, tmp_path: Path) -> None:
    folders = [data, *(path for path in data.rglob("*") if path.is_dir())]
    for place in (tmp_path, *tmp_path.parents):
        if place.stat().st_mode & 0o005 != 0o005 and place.is_relative_to("/tmp"):
            place.chmod(0o755)
    for path in data.rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    data.chmod(0o555)
    try:
        with made.child(READ, tmp_path / "reports", data) as process:
            said, _ = process.communicate(timeout=60)
    finally:
        for place in folders:
            place.chmod(0o755)
    lines = said.strip().splitlines()
    assert "cannot be written" in lines[0], said
    count, hits, stale = lines[1].split()
    assert (count, stale) == ("3", "False") and int(hits) > 0


def test_the_message_names_the_folder() -> None:
    assert "by --data" in NotWritable("here", "no").message("en") and "here" in NotWritable("here", "no").message()
