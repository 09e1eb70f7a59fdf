from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.parse import read_report
from corpus.report import Figure, Report
from index.errors import Damaged, StoreError
from index.library import FILE, Library, Refusal, Source
from index.passages import passages_of
from tests.index import made


def put(library: Library, report: Report) -> None:
    library.put(report, passages_of(report), Source(report.file, 1, 2, report.id))


@pytest.fixture
def report(tmp_path: Path) -> Report:
    return read_report(made.write(tmp_path, 3), tmp_path)


def test_a_report_comes_back_exactly_equal(tmp_path: Path, report: Report) -> None:
    path = tmp_path / FILE
    library = Library(path, writable=True)
    put(library, report)
    library.close()
    library = Library(path, writable=False)
    assert library.reports() == (report,)
    assert library.reports([report.id, "unknown"]) == (report,)
    assert library.passages() == library.passages([report.id]) == passages_of(report)
    assert library.passage_counts() == {report.id: len(passages_of(report))}
    assert library.sources() == (Source(report.file, 1, 2, report.id),)
    library.close()


def test_nothing_that_a_record_can_hold_is_lost(tmp_path: Path, report: Report) -> None:
    figure = Figure(None, "若干", "", True, "", 0, 2)
    statement = replace(report.statements[0], figures=(figure, replace(figure, value=0.1)), clauses=())
    empty = {"title": None, "issuer": None, "region": None, "year": None, "document_number": None, "issue_date": None}
    odd = replace(report, statements=(statement, *report.statements[1:]), text=report.text + "\x00𠮷")
    odd = replace(odd, pages=(0, 7, 7, 30), **empty)  # type: ignore[arg-type]
    library = Library(tmp_path / FILE, writable=True)
    put(library, odd)
    assert library.reports() == (odd,)
    library.close()


def test_a_removed_report_leaves_nothing(tmp_path: Path, report: Report) -> None:
    library = Library(tmp_path / FILE, writable=True)
    put(library, report)
    library.remove([report.id])
    assert library.reports() == () and library.passages() == () and library.passage_ids() == set()
    library.close()
    assert report.agency.encode() not in (tmp_path / FILE).read_bytes()


def test_a_failed_transaction_changes_nothing(tmp_path: Path, report: Report) -> None:
    library = Library(tmp_path / FILE, writable=True)
    with pytest.raises(ZeroDivisionError), library.transaction() as connection:
        connection.execute("INSERT INTO manifest VALUES ('a', 'b')")
        raise ZeroDivisionError
    assert library.manifest() == {}
    library.close()


def test_refusals_come_back_in_both_languages(tmp_path: Path) -> None:
    library = Library(tmp_path / FILE, writable=True)
    refusals = (Refusal(Source("坏.pdf", 1, 2, None), "坏", "bad"),)
    library.refuse(refusals)
    assert library.refusals() == refusals
    library.refuse(())
    assert library.refusals() == ()
    library.close()


def test_a_reader_cannot_write(tmp_path: Path, report: Report) -> None:
    Library(tmp_path / FILE, writable=True).close()
    reader = Library(tmp_path / FILE, writable=False)
    with pytest.raises(StoreError):
        put(reader, report)
    reader.close()


def test_a_file_that_is_no_library_is_named_damaged(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"not a database at all" * 300)
    for writable in (True, False):
        with pytest.raises(Damaged, match=FILE):
            Library(tmp_path / FILE, writable=writable)


def test_a_reader_sees_one_moment(tmp_path: Path, report: Report) -> None:
    writer = Library(tmp_path / FILE, writable=True)
    reader = Library(tmp_path / FILE, writable=False)
    with reader.moment():
        assert reader.reports() == ()
        put(writer, report)
        assert reader.passages() == ()
    assert reader.reports() == (report,)
    reader.close()
    writer.close()
