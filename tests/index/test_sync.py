from __future__ import annotations

import random
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import corpus.parse
from corpus.errors import NoReports
from index.errors import DiskFull
from index.records import Facets
from index.store import Index
from index.vectors import VectorStore
from tests.index import made

Open = Callable[..., Index]


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    return made.folder(tmp_path / "reports", 5)


def files(index: Index) -> list[str]:
    return [report.file for report in index.reports]


def sound(index: Index) -> bool:
    found = index.audit()
    assert found.findings == ()
    return found.ok and found.passages == found.vectors == found.lexical == index.passage_count


def test_a_folder_is_read_once(opened: Open, reports: Path, tmp_path: Path) -> None:
    index = opened(reports, tmp_path / "data")
    assert index.stale()
    said: list[tuple[int, int, str]] = []
    result = index.sync(lambda done, total, file: said.append((done, total, file)))
    assert result.added == tuple(f"{number:03}.txt" for number in range(5)) and result.unchanged == 0
    assert said[0] == (0, 5, "000.txt") and said[-1][:2] == (5, 5)
    assert files(index) == list(result.added) and not index.stale() and sound(index)
    again = index.sync()
    assert (again.added, again.changed, again.removed, again.unchanged) == ((), (), (), 5)
    assert index.last_sync == again


def test_added_changed_and_removed_files_show_at_once(opened: Open, reports: Path, tmp_path: Path) -> None:
    index = opened(reports, tmp_path / "data")
    index.sync()
    assert "特色做法" not in index.search("特色做法")[0].passage.text
    made.write(reports, 7)
    made.write(reports, 2, extra="形成独具一格的特色做法。")
    (reports / "001.txt").unlink()
    assert index.stale()
    result = index.sync()
    assert (result.added, result.changed, result.removed) == (("007.txt",), ("002.txt",), ("001.txt",))
    assert result.unchanged == 3 and not index.stale()
    assert files(index) == ["000.txt", "002.txt", "003.txt", "004.txt", "007.txt"]
    assert "特色做法" in index.search("特色做法")[0].passage.text
    assert sound(index)


def test_answers_do_not_depend_on_what_was_there_before(opened: Open, reports: Path, tmp_path: Path) -> None:
    index = opened(reports, tmp_path / "data")
    index.sync()
    index.warm()
    made.write(reports, 8)
    index.sync()
    (reports / "000.txt").unlink()
    index.sync()
    fresh = opened(reports, tmp_path / "fresh")
    fresh.sync()
    for query in ("接访下访", "群众满意", "人员不足怎么办", "云丙县"):
        assert index.search(query) == fresh.search(query)


def test_the_same_content_twice_is_kept_once(opened: Open, reports: Path, tmp_path: Path) -> None:
    shutil.copy(reports / "003.txt", reports / "z.txt")
    index = opened(reports, tmp_path / "data")
    result = index.sync()
    assert len(index.reports) == 5
    assert [file for file, _ in result.unreadable] == ["z.txt"]
    assert "003.txt" in index.unreadable[0][1] and "same content as 003.txt" in index.unreadable_in("en")[0][1]
    assert not index.stale()
    (reports / "003.txt").unlink()
    index.sync()
    assert index.unreadable == () and files(index)[-1] == "z.txt" and sound(index)


def test_a_renamed_file_keeps_its_report(opened: Open, reports: Path, tmp_path: Path) -> None:
    index = opened(reports, tmp_path / "data")
    index.sync()
    ids = {report.id for report in index.reports}
    (reports / "001.txt").rename(reports / "新名称.txt")
    index.sync()
    assert {report.id for report in index.reports} == ids and "新名称.txt" in files(index) and sound(index)


def test_two_files_may_swap_names(opened: Open, reports: Path, tmp_path: Path) -> None:
    index = opened(reports, tmp_path / "data")
    index.sync()
    agencies = {report.file: report.agency for report in index.reports}
    (reports / "001.txt").rename(reports / "t")
    (reports / "002.txt").rename(reports / "001.txt")
    (reports / "t").rename(reports / "002.txt")
    index.sync()
    swapped = {report.file: report.agency for report in index.reports}
    assert (swapped["001.txt"], swapped["002.txt"]) == (agencies["002.txt"], agencies["001.txt"])
    assert len(swapped) == 5 and sound(index)


def test_a_file_that_cannot_be_read_stops_nothing(
    opened: Open, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (reports / "bad.txt").write_bytes(b"")
    index = opened(reports, tmp_path / "data")
    assert [file for file, _ in index.sync().unreadable] == ["bad.txt"]
    assert len(index.reports) == 5 and not index.stale()
    read = []
    original = corpus.parse.read_report

    def noted(path: Path, folder: Path) -> object:
        read.append(path.name)
        return original(path, folder)

    monkeypatch.setattr(corpus.parse, "read_report", noted)
    index.sync()
    assert read == []
    index.sync(retry=True)
    assert read == ["bad.txt"]
    made.write(reports, 9, name="bad.txt")
    index.sync()
    assert index.unreadable == () and len(index.reports) == 6


def test_a_file_that_our_own_reader_trips_over_is_named(
    opened: Open, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    original = corpus.parse.read_report

    def trip(path: Path, folder: Path) -> object:
        if path.name == "002.txt":
            raise ZeroDivisionError
        return original(path, folder)

    monkeypatch.setattr(corpus.parse, "read_report", trip)
    index = opened(reports, tmp_path / "data")
    assert [file for file, _ in index.sync().unreadable] == ["002.txt"]
    assert len(index.reports) == 4 and "002.txt" in caplog.text


def test_a_missing_folder_takes_nothing_out(opened: Open, reports: Path, tmp_path: Path) -> None:
    index = opened(reports, tmp_path / "data")
    index.sync()
    reports.rename(tmp_path / "elsewhere")
    with pytest.raises(NoReports):
        index.sync()
    assert len(index.reports) == 5 and index.search("接访")


def test_a_full_disk_loses_nothing_and_the_next_run_completes(
    opened: Open, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = opened(reports, tmp_path / "data")
    index.sync()
    before = index.search("接访下访")
    made.write(reports, 7)
    with monkeypatch.context() as patch:
        original = VectorStore.add

        def full(self: VectorStore, *arguments: object) -> None:
            original(self, *arguments)  # type: ignore[arg-type]
            raise DiskFull("here")

        patch.setattr(VectorStore, "add", full)
        with pytest.raises(DiskFull):
            index.sync()
    assert index.search("接访下访") == before and len(index.reports) == 5
    assert index.sync().added == ("007.txt",)
    assert sound(index)


SYNC = """
from index.store import Index
index = Index.open(Path(sys.argv[1]), Path(sys.argv[2]))
index.sync(lambda done, total, file: print(done, flush=True))
index.close()
"""


@pytest.mark.parametrize("batch", [1, 60])
def test_a_sync_that_is_killed_is_finished_by_the_next(opened: Open, tmp_path: Path, batch: int) -> None:
    dice = random.Random(batch)
    reports = made.folder(tmp_path / "reports", 8)
    code = f"import index.sync\nindex.sync.BATCH_PASSAGES = {batch}\n{SYNC}"
    for turn in range(4):
        made.write(reports, 10 + turn)
        made.write(reports, turn, extra=f"第{turn}次修改。")
        (reports / f"{4 + turn:03}.txt").unlink(missing_ok=True)
        process = made.child(code, reports, tmp_path / "data")
        assert process.stdout is not None
        with process:
            for _ in range(dice.randrange(1, 6)):
                process.stdout.readline()
            time.sleep(dice.random() * 0.05)
            process.send_signal(signal.SIGKILL)
        with Index.open(reports, tmp_path / "data") as index:
            whole = {report.id: index.passages(report.id) for report in index.reports}
            assert all(whole.values())
            assert {hit.passage.report for hit in index.search("工作", k=500)} <= whole.keys()
    index = opened(reports, tmp_path / "data")
    index.sync()
    assert [report.file for report in index.reports] == sorted(path.name for path in reports.iterdir())
    assert sound(index)
    assert index.search("第3次修改", Facets())[0].passage.report == next(
        r.id for r in index.reports if r.file == "003.txt"
    )


def test_the_result_has_a_json_form(opened: Open, reports: Path, tmp_path: Path) -> None:
    (reports / "bad.txt").write_bytes(b"")
    found = opened(reports, tmp_path / "data").sync().to_dict()
    assert found["added"][0] == "000.txt" and found["unreadable"][0]["file"] == "bad.txt"
    assert set(found) == {"added", "changed", "removed", "unchanged", "unreadable", "seconds"}
