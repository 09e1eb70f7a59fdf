"""The command line as a user runs it: its own process, the bundled samples, nothing stood in for."""

import json
import os
import subprocess
import sys
import time

import pytest

from assistant.settings import SAMPLES
from tests.shape.sources import ROOT

QUESTION = "哪些单位举行过信访听证？"


@pytest.fixture(scope="module")
def wenju(tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    environ = {name: value for name, value in os.environ.items() if not name.startswith("WENJU_")}
    environ["XDG_DATA_HOME"] = str(home)

    def run(*argv, stdin=None):
        command = [sys.executable, "-m", "assistant.command", *map(str, argv)]
        return subprocess.run(
            command, cwd=ROOT, env=environ, input=stdin, capture_output=True, text=True, encoding="utf-8", timeout=170
        )

    synced = run("sync", "--json")
    assert synced.returncode == 0, synced.stderr
    return run


@pytest.fixture(scope="module")
def listed(wenju):
    return json.loads(wenju("catalogue", "--json").stdout)


def test_a_second_sync_finds_nothing_to_do(wenju):
    done = wenju("sync", "--json")
    result = json.loads(done.stdout)
    assert (result["added"], result["changed"], result["removed"], result["unreadable"]) == ([], [], [], [])
    assert result["unchanged"] > 0


def test_the_catalogue_lists_every_bundled_sample(listed):
    files = {path.relative_to(SAMPLES).as_posix() for path in SAMPLES.rglob("*") if path.is_file()}
    assert {entry["file"] for entry in listed["reports"]} == files
    assert listed["unreadable"] == []


def test_a_batch_with_history_answers_in_order(wenju, tmp_path):
    history = [
        {"role": "user", "content": "云汀市信访局举行过信访听证吗？"},
        {"role": "assistant", "content": "举行过。"},
    ]
    lines = [{"question": QUESTION}, {"question": "那栖梧区呢？", "history": history}, {"question": "今天天气怎么样？"}]
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), "utf-8")
    done = wenju("ask", "--batch", path)
    assert done.returncode == 0, done.stderr
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["question"] for answer in answers] == [line["question"] for line in lines]
    assert {finding["agency"] for finding in answers[1]["findings"]} == {"栖梧区信访局"}
    assert answers[2]["outcome"] == "out_of_scope"


def test_every_citation_can_be_checked_with_show(wenju):
    answer = json.loads(wenju("ask", QUESTION, "--json").stdout)
    assert answer["citations"]
    for file in {citation["file"] for citation in answer["citations"]}:
        shown = json.loads(wenju("show", file, "--json").stdout)
        for citation in answer["citations"]:
            if citation["file"] == file:
                assert shown["report"] == citation["report"]
                assert shown["text"][citation["start"] : citation["end"]] == citation["quote"]


def test_a_search_from_standard_input_keeps_to_its_facets(wenju):
    done = wenju("search", "--batch", "-", "-k", "3", "--year", "2024", stdin="信访听证\n法律顾问\n")
    results = [json.loads(line) for line in done.stdout.splitlines()]
    assert [result["query"] for result in results] == ["信访听证", "法律顾问"]
    for result in results:
        assert [hit["rank"] for hit in result["hits"]] == list(range(1, len(result["hits"]) + 1))
        assert {hit["year"] for hit in result["hits"]} == {2024}
        assert all(len(hit["text"]) <= 400 for hit in result["hits"])


def test_an_audit_of_a_fresh_index_is_clean(wenju):
    done = wenju("audit", "--json")
    found = json.loads(done.stdout)
    assert done.returncode == 0
    assert found["ok"]
    assert found["findings"] == []
    assert found["passages"] == found["vectors"] == found["lexical"]


def test_a_rebuild_gives_the_same_catalogue(wenju, listed):
    assert wenju("rebuild").returncode == 0
    assert json.loads(wenju("catalogue", "--json").stdout) == listed


def test_a_matrix_has_json(wenju):
    done = wenju("matrix", "信访听证", "法律顾问", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)


@pytest.mark.parametrize("command", [("ask", "甲"), ("sync",), ("audit",), ("catalogue",)])
def test_a_missing_folder_is_one_sentence_and_exit_one(wenju, tmp_path, command):
    done = wenju(*command, "--reports", tmp_path / "没有", "--data", tmp_path / "data")
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert "没有" in done.stderr


def test_a_file_that_cannot_be_read_is_named_with_exit_one(wenju, tmp_path):
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "坏.txt").write_bytes(b"\x00\xff\x00\xfe" * 64)
    done = wenju("sync", "--reports", reports, "--data", tmp_path / "data")
    assert done.returncode == 1
    assert "坏.txt" in done.stderr


def test_a_catalogue_answers_at_once(wenju, listed):
    start = time.perf_counter()
    assert wenju("catalogue", "--json").returncode == 0
    assert time.perf_counter() - start < 3  # 0.3 s alone; the rest is room for a busy machine
