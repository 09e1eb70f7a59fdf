from __future__ import annotations

import shutil
import signal
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from corpus.report import STATUSES
from index import manifest
from index.embedding import Embedder
from index.errors import Busy, Damaged, NothingIndexed, RebuildNeeded
from index.records import Facets, Passage
from index.store import Index
from tests.index import made

Open = Callable[..., Index]
REAL = Path(__file__).parents[3] / "shared" / "reports"
HOLD = """
from index.store import Index
index = Index.open(Path(sys.argv[1]), Path(sys.argv[2]))
index.sync()
print("open", flush=True)
sys.stdin.read()
"""


KILLED_REBUILD = """
import os
import index.rebuild
from index.store import Index
store = Index.open(Path(sys.argv[1]), Path(sys.argv[2]))
store.sync()
index.rebuild.Opened.view = lambda *_: os.kill(os.getpid(), 9)
store.rebuild()
"""


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    return made.folder(tmp_path / "reports", 6)


@pytest.fixture
def index(opened: Open, reports: Path, tmp_path: Path) -> Index:
    found = opened(reports, tmp_path / "data")
    found.sync()
    return found


def test_reports_and_passages_are_held_in_the_order_of_files(index: Index) -> None:
    assert [report.file for report in index.reports] == [f"{number:03}.txt" for number in range(6)]
    first = index.reports[0]
    assert index.report(first.id) == first and index.report("unknown") is None
    assert index.passages(first.id) and index.passages("unknown") == ()
    assert index.passage_count == sum(len(index.passages(report.id)) for report in index.reports)


def test_each_subject_finds_its_report(index: Index) -> None:
    for number, report in enumerate(index.reports):
        hits = index.search(f"{made.SUBJECTS[number]}开展得怎么样", k=3)
        assert hits[0].passage.report == report.id
        assert [hit.rank for hit in hits] == [1, 2, 3]
        assert sorted((hit.score for hit in hits), reverse=True) == [hit.score for hit in hits]


@pytest.mark.parametrize("method", ["search", "nearest"])
def test_facets_are_exact(index: Index, method: str) -> None:
    find = getattr(index, method)
    report = index.reports[2]
    for facets in (
        Facets(agencies=(report.agency,)),
        Facets(years=(report.year or 0,), regions=(report.agency[:3],)),
    ):
        hits = find("工作", facets, 500)
        assert {hit.passage.report for hit in hits} == {report.id}
        assert len(hits) == len(index.passages(report.id))
    hits = find("工作", Facets(roles=("plan",)), 500)
    assert hits and {_role(index, hit.passage.report, hit.passage.section) for hit in hits} == {"plan"}
    hits = find("工作", Facets(statuses=("planned",)), 500)
    assert hits and all("计划" in hit.passage.text for hit in hits)
    everything = find("工作", Facets(statuses=STATUSES), 500)
    assert len(everything) == index.passage_count


@pytest.mark.parametrize("method", ["search", "nearest"])
def test_a_facet_that_matches_nothing_returns_nothing(index: Index, method: str) -> None:
    find = getattr(index, method)
    for facets in (
        Facets(agencies=("没有的局",)),
        Facets(years=(1999,)),
        Facets(levels=("province",)),
        Facets(roles=("judgment",)),
    ):
        assert find("工作", facets, 5) == ()
    assert find("工作", Facets(), 0) == () and find("  ", Facets(), 5) == ()


def test_odd_queries_are_answered(index: Index) -> None:
    for query in ("什么", "？？", "a", "\x00", '(+-*~"^AND OR NOT:', "信访" * 3000, "😀" * 50):
        index.search(query)


def test_an_empty_folder_answers_nothing(opened: Open, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    index = opened(tmp_path / "empty", tmp_path / "data")
    assert not index.stale() and index.sync().added == ()
    assert index.reports == () and index.search("工作") == () and index.nearest("工作") == ()
    assert index.audit().ok


def test_a_library_that_is_emptied_and_filled_again(index: Index, reports: Path) -> None:
    index.warm()
    for path in reports.iterdir():
        path.unlink()
    assert len(index.sync().removed) == 6 and index.search("工作") == () and index.audit().ok
    made.write(reports, 1)
    index.sync()
    assert index.search("工作") and index.audit().ok


def test_nearest_gives_cosines(index: Index) -> None:
    passage = index.passages(index.reports[1].id)[2]
    hits = index.nearest(passage.text, k=3)
    assert hits[0].passage == passage and hits[0].score == pytest.approx(1, abs=1e-4)


def test_searching_goes_on_from_many_threads_during_syncs(index: Index, reports: Path) -> None:
    index.warm()
    faults: list[BaseException] = []
    stop = threading.Event()

    def ask() -> None:
        try:
            while not stop.is_set():
                assert index.search("接访下访", k=5) and index.reports
        except BaseException as error:  # noqa: BLE001 - shown by the main thread
            faults.append(error)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(6, 10):
        made.write(reports, number)
        index.sync()
    index.rebuild()
    stop.set()
    for thread in threads:
        thread.join()
    assert not faults and len(index.reports) == 10


def test_beyond_the_measured_sizes_the_same_passages_are_found(
    index: Index, reports: Path, tmp_path: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    queries = ["接访下访活动", "人员不足", "云丙县听证"]
    facets = [Facets(), Facets(roles=("problem", "plan")), Facets(agencies=(index.reports[3].agency,))]

    def found(by: Index) -> list[list[Passage]]:
        return [[hit.passage for hit in by.search(query, one, 3)] for query in queries for one in facets]

    small = found(index)
    monkeypatch.setattr("index.search.EXHAUSTIVE", 0)
    assert found(index) == small
    index.close()
    monkeypatch.setattr("index.dense.IN_MEMORY", 0)
    for few in (0, 20_000):
        monkeypatch.setattr("index.dense.FEW", few)
        with Index.open(reports, tmp_path / "data") as large:
            assert found(large) == small


def test_a_second_process_is_refused_and_may_read(opened: Open, reports: Path, tmp_path: Path) -> None:
    process = made.child(HOLD, reports, tmp_path / "data")
    assert process.stdout is not None
    with process:
        assert process.stdout.readline() == "open\n"
        with pytest.raises(Busy, match=r"data.*正由另一个问据进程使用"):
            Index.open(reports, tmp_path / "data")
        reader = opened(reports, tmp_path / "data", owner=False)
        before = _state(tmp_path / "data")
        assert len(reader.reports) == 6 and reader.search("接访下访") and not reader.stale()
        assert _state(tmp_path / "data") == before
        for write in (reader.sync, reader.rebuild, reader.audit):
            with pytest.raises(Busy):
                write()
        process.send_signal(signal.SIGKILL)
    index = opened(reports, tmp_path / "data")
    assert index.audit().ok and index.search("接访下访") == reader.search("接访下访")


def test_a_reader_of_nothing_says_so(opened: Open, reports: Path, tmp_path: Path) -> None:
    with pytest.raises(NothingIndexed):
        opened(reports, tmp_path / "data", owner=False)
    assert not (tmp_path / "data").exists()


def test_a_reader_needs_neither_chroma_nor_a_kept_matrix(
    index: Index, reports: Path, tmp_path: Path, opened: Open
) -> None:
    hits = index.search("接访下访")
    index.close()
    for path in tmp_path.glob("data/index-*"):
        shutil.rmtree(path / "chroma")
        (path / "vectors.npz").unlink()
        shutil.rmtree(path / "lexical")
    reader = opened(reports, tmp_path / "data", owner=False)
    assert [hit.passage for hit in reader.search("接访下访")] == [hit.passage for hit in hits]


def test_answers_are_the_same_after_restart_and_rebuild(
    index: Index, reports: Path, tmp_path: Path, opened: Open
) -> None:
    queries = ["接访下访", "谁的人员不足", "办理时间"]
    before = [index.search(query) for query in queries]
    index.rebuild()
    assert [index.search(query) for query in queries] == before and index.audit().ok
    index.close()
    again = opened(reports, tmp_path / "data")
    assert [again.search(query) for query in queries] == before


def test_a_clean_start_opens_no_chroma_and_writes_nothing(
    index: Index, reports: Path, tmp_path: Path, opened: Open
) -> None:
    index.search("接访")
    index.close()
    before = _state(tmp_path / "data")
    again = opened(reports, tmp_path / "data")
    assert not again.stale() and again.sync().unchanged == 6 and again.search("接访")
    again.close()
    assert _state(tmp_path / "data") == before


def test_another_model_is_never_mixed(index: Index, reports: Path, tmp_path: Path, opened: Open) -> None:
    index.close()
    with pytest.raises(RebuildNeeded, match="stand-in → stand-in-other"):
        opened(reports, tmp_path / "data", owner=False, model="other").search("接访")
    other = opened(reports, tmp_path / "data", model="other")
    assert other.search("接访") and other.audit().model == "stand-in-other" and other.audit().ok
    made.write(reports, 8)
    other.close()
    back = opened(reports, tmp_path / "data")
    assert len(back.sync().added) == 7 and back.audit().ok and back.audit().model == "stand-in"


def test_other_reading_rules_rebuild(
    index: Index, reports: Path, tmp_path: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    index.close()
    monkeypatch.setattr(manifest, "code_version", lambda: "newer")
    newer = opened(reports, tmp_path / "data")
    assert newer.stale() and len(newer.reports) == 6
    assert len(newer.sync().added) == 6
    assert not newer.stale() and newer.audit().ok
    assert [path.name for path in (tmp_path / "data").glob("index-*")] == ["index-2"]


def test_a_rebuild_that_fails_changes_nothing(index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = index.search("接访下访")
    monkeypatch.setattr("index.indexes.Indexes.add", lambda *_: (_ for _ in ()).throw(OSError("broken")))
    with pytest.raises(OSError, match="broken"):
        index.rebuild()
    monkeypatch.undo()
    assert index.search("接访下访") == before
    assert [path.name for path in (tmp_path / "data").glob("index-*")] == ["index-1"]


def test_a_killed_rebuild_leaves_the_old_index(opened: Open, reports: Path, tmp_path: Path) -> None:
    with made.child(KILLED_REBUILD, reports, tmp_path / "data"):
        pass
    assert (tmp_path / "data" / "index-2.building").is_dir()
    index = opened(reports, tmp_path / "data")
    assert len(index.reports) == 6 and index.audit().ok
    assert [path.name for path in (tmp_path / "data").glob("index-*")] == ["index-1"]


def _role(index: Index, report: str, section: int) -> str:
    found = index.report(report)
    assert found is not None
    return found.sections[section].role


def _state(folder: Path) -> dict[str, tuple[int, int]]:
    passing = ("-wal", "-shm", ".lock", "lock")
    files = (path for path in folder.rglob("*") if path.is_file() and not path.name.endswith(passing))
    return {str(path.relative_to(folder)): (path.stat().st_size, path.stat().st_mtime_ns) for path in files}


@pytest.mark.parametrize("how", ["delete", "truncate", "flip"])
def test_every_damaged_file_is_named_and_a_rebuild_restores(
    index: Index, reports: Path, tmp_path: Path, opened: Open, how: str
) -> None:
    queries = ["接访下访", "谁的人员不足"]
    before = [index.search(query) for query in queries]
    index.close()
    data, whole = tmp_path / "data", tmp_path / "whole"
    shutil.copytree(data, whole)
    names = [path.relative_to(data) for path in data.rglob("*") if path.is_file() and path.stat().st_size]
    assert len(names) > 10
    for name in names:
        shutil.rmtree(data)
        shutil.copytree(whole, data)
        _damage(data / name, how)
        with Index.open(reports, data) as damaged:
            if name.name != "health.json":
                assert damaged.damage is not None and name.name in damaged.damage.part
                with pytest.raises(Damaged, match=name.name):
                    damaged.search("接访")
                found = damaged.audit()
                assert not found.ok and name.name in found.findings[0]
                damaged.rebuild()
            assert [damaged.search(query) for query in queries] == before


def _damage(path: Path, how: str) -> None:
    content = path.read_bytes()
    if how == "delete":
        path.unlink()
    elif how == "truncate":
        path.write_bytes(content[: len(content) // 2])
    else:
        middle = len(content) // 2
        flipped = bytes(byte ^ 255 for byte in content[middle : middle + 20])
        path.write_bytes(content[:middle] + flipped + content[middle + 20 :])


@pytest.mark.parametrize("part", ["chroma", "lexical", "library.sqlite3"])
def test_what_is_damaged_after_a_crash_is_named(
    index: Index, reports: Path, tmp_path: Path, opened: Open, part: str
) -> None:
    before = index.search("接访下访")
    index.close()
    for folder in tmp_path.glob("data/index-*"):
        (folder / "health.json").unlink()
        target = folder / part
        shutil.rmtree(target) if target.is_dir() else target.unlink()
    again = opened(reports, tmp_path / "data")
    with pytest.raises(Damaged, match=part):
        again.search("接访")
    assert not again.audit().ok
    again.rebuild()
    assert again.search("接访下访") == before and again.audit().ok


def test_a_vector_store_that_crashes_python_does_not_take_us_along(
    index: Index, reports: Path, tmp_path: Path, opened: Open
) -> None:
    index.close()
    for folder in tmp_path.glob("data/index-*"):
        (folder / "health.json").unlink()
        for name in ("data_level0.bin", "header.bin", "length.bin"):
            for path in (folder / "chroma").rglob(name):
                path.write_bytes(np.random.default_rng(0).bytes(path.stat().st_size))
    again = opened(reports, tmp_path / "data")
    try:
        assert again.search("接访下访")
    except Damaged as error:
        assert "chroma" in error.part
    again.rebuild()
    assert again.audit().ok


@pytest.mark.skipif(not REAL.is_dir(), reason="the five real reports are not beside the project")
def test_the_real_reports_with_the_real_model(
    tmp_path: Path, real_model: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Embedder, "open", lambda model=None: real_model)
    with Index.open(REAL, tmp_path / "data") as index:
        result = index.sync()
        assert len(result.added) == len(index.reports) == 5 and result.seconds < 3
        found = index.audit()
        assert found.ok and found.findings == ()
        hit = index.search("接访下访", k=1)[0]
        report = index.report(hit.passage.report)
        assert report is not None and report.text[hit.passage.start : hit.passage.end] == hit.passage.text
        assert replace(hit, rank=2) != hit
