"""Feedback kept in its file: whole lines from many hands at once, limits, refusals in one sentence, damage survived."""

import errno
import os
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant import settings
from assistant.feedback import store as storing
from assistant.feedback.errors import NotKept, NotUnderstood
from assistant.feedback.store import FILE_BYTES, LINE_BYTES, Store
from assistant.feedback.told import NOTE, ROWS, Said, Turn, told
from assistant.page.opening import misplaced
from index.records import Facets
from tests.assistant.page_library import census

NOW = datetime(2026, 3, 4, 5, 6, tzinfo=UTC)
HISTORY = [{"role": "user", "content": "先问一句"}, {"role": "assistant", "content": "答一句"}]


def line(name="key/1", verdict="wrong", reason="number_wrong", note="应为12场", rows=1, facets=None):
    turn = Turn("哪些机关举行过听证？", HISTORY, facets or Facets(), census(rows))
    return told(turn, Said(verdict, reason if verdict == "wrong" else None, note), name, NOW)


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "data" / "feedback.jsonl", tmp_path / "reports")


def _many(path: Path, worker: int) -> None:
    for number in range(20):
        Store(path, path.parent / "reports").add(line(f"{worker}/{number}", note="长" * 400, rows=30))


def test_what_was_said_comes_back_with_its_answer(store):
    store.add(line(facets=Facets(years=(2024,))))
    (held,) = store.read().lines
    assert (held.verdict, held.reason, held.note) == ("wrong", "number_wrong", "应为12场")
    assert held.facets == {"years": [2024]}
    assert [one["content"] for one in held.history] == ["先问一句", "答一句"]
    assert held.findings[0]["file"] == "r000.txt" and held.findings[0]["figure"]["value"] == 12.0
    assert held.citations[0]["quote"] == "全年举行公开听证12场。"
    assert {one["file"] for one in held.silent} == {"r090.txt", "r091.txt"}
    assert store.file.stat().st_mode & 0o077 == 0


def test_the_key_that_opens_the_answer_is_not_written(store):
    store.add(line("a-secret-key/1"))
    assert "a-secret-key" not in store.file.read_text("utf-8")


def test_lines_of_several_processes_are_all_there_and_whole(store):
    with ProcessPoolExecutor(4) as pool:
        list(pool.map(_many, [store.file] * 4, range(4)))
    held = store.read()
    assert (len(held.lines), held.damaged) == (80, 0)


def test_the_last_verdict_on_an_answer_counts_and_one_taken_back_does_not(store):
    store.add(line())
    store.add(line("key/2", "useful"))
    store.add(line(verdict="useful", note=""))
    assert [(one.verdict, one.reason) for one in store.read().lines] == [("useful", None), ("useful", None)]
    store.add(line(verdict="withdrawn", note=""))
    assert len(store.read().lines) == 1
    assert store.file.read_bytes().count(b"\n") == 4


@pytest.mark.parametrize(
    "said",
    [
        Said("wrong"), Said("wrong", "because"), Said("useful", "other"), Said("best"), Said(None), Said(["useful"]),
        Said("wrong", "other", "长" * (NOTE + 1)), Said("wrong", "other", {"a": 1}), Said("wrong", ["other"]),
    ],
)  # fmt: skip
def test_a_verdict_that_is_none_is_refused_in_both_languages(said):
    with pytest.raises(NotUnderstood) as refused:
        told(Turn("问", [], Facets(), census()), said, "key/1", NOW)
    assert refused.value.message("zh").endswith("。") and refused.value.message("en").isascii()


def test_hostile_characters_stay_data_on_one_line(store):
    store.add(line(note="甲\u2028乙\x85丙\x1b[31m\u202e\ud800丁\n{“verdict”: 1}"))
    assert len(store.file.read_text("utf-8").splitlines()) == 1
    assert store.read().lines[0].note == "甲 乙 丙[31m丁 {“verdict”: 1}"


def test_a_census_of_thousands_is_cut_to_a_line_and_says_so(store):
    store.add(line(rows=5000))
    (held,) = store.read().lines
    assert store.file.stat().st_size <= LINE_BYTES
    assert len(held.findings) <= ROWS and held.cut >= 4500


def test_a_scope_that_no_cutting_shortens_is_refused(store):
    with pytest.raises(NotUnderstood):
        store.add(line(facets=Facets(agencies=tuple("局" * 100 + str(n) for n in range(2000)))))
    assert not store.file.exists()


def test_a_damaged_line_and_one_cut_off_harm_no_other(store):
    store.add(line())
    with store.file.open("ab") as file:
        file.write(b'{"id": "x"}\n[]\n' + b"[" * 100_000 + b'\n{"id": "cut o')
    store.add(line("key/2"))
    held = store.read()
    assert (len(held.lines), held.damaged) == (2, 4)


def test_no_file_holds_nothing(store):
    assert store.read().lines == ()


def test_a_full_disk_is_told_in_one_sentence():
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full: a full disk was not tried")
    with pytest.raises(NotKept, match=r"磁盘已满.*回答不受影响"):
        Store(Path("/dev/full"), Path("/nowhere")).add(line())


def test_a_piece_that_no_longer_fitted_is_taken_back(store, monkeypatch):
    store.add(line())
    before = store.file.read_bytes()
    write = os.write

    def short(target, content):
        if len(content) < 1000:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(target, content[: len(content) - 500])

    monkeypatch.setattr(storing.os, "write", short)
    with pytest.raises(NotKept):
        store.add(line("key/2", rows=20))
    assert store.file.read_bytes() == before


@pytest.mark.parametrize("code", [errno.EROFS, errno.EACCES])
def test_a_file_that_cannot_be_written_is_told_without_its_folder(store, monkeypatch, code):
    def refuse(*_):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(storing.os, "open", refuse)
    with pytest.raises(NotKept, match="没有写入权限") as refused:
        store.add(line())
    assert str(store.file.parent) not in refused.value.message("zh") + refused.value.message("en")


def test_a_file_where_a_folder_should_be_is_told(tmp_path):
    (tmp_path / "data").write_text("", "utf-8")
    with pytest.raises(NotKept):
        Store(tmp_path / "data" / "feedback.jsonl", tmp_path / "reports").add(line())


def test_a_file_that_has_reached_its_size_takes_no_more(store):
    store.file.parent.mkdir()
    with store.file.open("wb") as file:
        file.truncate(FILE_BYTES - 10)
    with pytest.raises(NotKept, match="大小上限"):
        store.add(line())


def test_nothing_is_written_among_the_reports_whatever_link_leads_there(tmp_path):
    reports = tmp_path / "reports"
    reports.mkdir()
    (tmp_path / "elsewhere").symlink_to(reports)
    for file in (reports / "feedback.jsonl", tmp_path / "elsewhere" / "in" / "feedback.jsonl"):
        with pytest.raises(NotKept, match="报告文件夹"):
            Store(file, reports).add(line())
    assert list(reports.iterdir()) == []


def test_a_server_says_before_it_starts_that_the_file_lies_among_the_reports(tmp_path):
    inside = settings.resolve(tmp_path, tmp_path / "data", {}, tmp_path / "feedback.jsonl")
    assert misplaced(inside, "zh").startswith("反馈文件 feedback.jsonl 不能放在报告文件夹里")
    assert misplaced(settings.resolve(tmp_path / "reports", tmp_path / "data", {}), "zh") == ""
