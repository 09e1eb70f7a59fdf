"""The command line over an invented library that answers at once; ``test_command_real.py`` runs it over the samples."""

import json
import subprocess
import sys
import time

import pytest

import assistant
from assistant import answer
from assistant.command import main
from corpus.errors import NoReports
from tests.assistant.test_catalogue import REPORT
from tests.shape.sources import ROOT


class Library:
    """Stands for ``Assistant``: keeps what it was asked, and fails on a question that says so."""

    asked: list

    def __init__(self):
        self.asked = []
        self.closed = False
        self.reports = (REPORT,)

    def ask(self, question, history=(), facets=None):
        print("a library prints what nobody asked for")
        if question == "坏":
            raise NoReports("这个文件夹里没有报告", "This folder holds no reports")
        self.asked.append((question, tuple(history), facets))
        understood = answer.Understood("none", question)
        return answer.Answer(question, understood, "none", "not_in_reports", "topic_absent", "没有", "没有。")

    def search(self, query, facets, k):
        if not facets.admit(REPORT):
            return ()
        hit = {"rank": 1, "score": 0.5, "report": "r1", "file": "乙.txt", "agency": REPORT.agency, "year": 2024}
        return ({**hit, "section": ["一"], "role": "work", "text": query, "start": 0, "end": 2},) * min(k, 1)

    def report(self, name):
        return REPORT if name in (REPORT.id, REPORT.file) else None

    def catalogue(self):
        entry = {"report": "r1", "agency": REPORT.agency, "year": 2024, "file": "乙.txt"}
        return {"reports": [entry], "unreadable": []}

    def close(self):
        self.closed = True


@pytest.fixture
def library(monkeypatch):
    stand_in = Library()

    class Opener:
        @staticmethod
        def open(reports, data, **_):
            if not reports.exists():
                raise NoReports(f"没有文件夹 {reports}：请检查路径", f"No folder {reports}: check the path")
            return stand_in

    monkeypatch.setattr(assistant, "Assistant", Opener, raising=False)
    return stand_in


@pytest.fixture
def batch(tmp_path):
    def write(*lines):
        path = tmp_path / "batch.txt"
        path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), "utf-8")
        return str(path)

    return write


def test_an_abstention_exits_zero(library, capsys):
    assert main(["ask", "有没有航天员"]) == 0
    assert "没有。" in capsys.readouterr().out


def test_json_is_all_that_standard_output_holds(library, capsys):
    assert main(["ask", "甲", "--json"]) == 0
    captured = capsys.readouterr()
    assert json.loads(captured.out)["question"] == "甲"
    assert "nobody asked" in captured.err


def test_a_batch_answers_in_order_one_line_each_with_history(library, batch, capsys):
    history = [{"role": "user", "content": "开江县有听证吗"}, {"role": "assistant", "content": "没有"}]
    path = batch("甲", {"question": "那城口呢？", "history": history}, "乙")
    assert main(["ask", "--batch", path]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["question"] for line in lines] == ["甲", "那城口呢？", "乙"]
    assert library.asked[1][1] == tuple(history)
    assert library.closed


def test_a_bad_line_costs_no_other_line_its_answer(library, batch, capsys):
    assert main(["ask", "--batch", batch("甲", "坏", '{"question"', "乙")]) == 1
    captured = capsys.readouterr()
    answers = [json.loads(line) for line in captured.out.splitlines()]
    assert [answer["question"] for answer in answers] == ["甲", "坏", '{"question"', "乙"]
    assert ["error" in answer for answer in answers] == [False, True, True, False]
    assert "这个文件夹里没有报告" in captured.err


def test_an_empty_batch_prints_nothing_and_succeeds(library, batch, capsys):
    assert main(["ask", "--batch", batch()]) == 0
    assert capsys.readouterr().out == ""


def test_facets_reach_the_question(library, capsys):
    main(["ask", "甲", "--year", "2024", "--level", "县", "--agency", "青禾"])
    facets = library.asked[0][2]
    assert (facets.years, facets.levels, facets.agencies) == ((2024,), ("county",), ("青禾县信访局",))


def test_a_search_batch_holds_one_result_a_line(library, batch, capsys):
    assert main(["search", "--batch", batch("甲", "乙"), "-k", "3"]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(result["query"], len(result["hits"])) for result in found] == [("甲", 1), ("乙", 1)]


def test_a_facet_that_matches_nothing_returns_nothing_and_says_so(library, capsys):
    assert main(["search", "甲", "--year", "2099", "--json"]) == 0
    captured = capsys.readouterr()
    assert json.loads(captured.out) == {"query": "甲", "hits": []}
    assert "没有报告" in captured.err


@pytest.mark.parametrize("name", ["r1", "乙.txt"])
def test_a_report_is_shown_by_id_or_file_with_the_text_that_offsets_refer_to(library, capsys, name):
    assert main(["show", name, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["text"] == REPORT.text


def test_a_report_that_is_not_held_is_an_error_with_what_to_do(library, capsys):
    assert main(["show", "x"]) == 1
    assert "wenju catalogue" in capsys.readouterr().err


def test_a_catalogue_obeys_the_facets(library, capsys):
    assert main(["catalogue", "--json", "--year", "2020"]) == 0
    assert json.loads(capsys.readouterr().out)["reports"] == []


def test_an_error_is_one_sentence_without_a_trace(library, tmp_path, capsys):
    assert main(["ask", "甲", "--reports", str(tmp_path / "none"), "--json"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert len(captured.err.strip().splitlines()) == 1
    assert "Traceback" not in captured.err


def test_messages_are_english_where_asked(library, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("WENJU_LANGUAGE", "en")
    assert main(["ask", "甲", "--reports", str(tmp_path / "none")]) == 1
    assert "No folder" in capsys.readouterr().err


def test_a_missing_batch_file_is_named(library, tmp_path, capsys):
    assert main(["ask", "--batch", str(tmp_path / "none.txt")]) == 1
    message = capsys.readouterr().err
    assert "none.txt" in message
    assert "没有这个文件" in message


@pytest.mark.parametrize(
    "argv",
    [[], ["ask"], ["ask", "甲", "--batch", "f"], ["ask", "甲", "--level", "国"], ["search", "甲", "-k0"], ["matrix"]],
)
def test_a_line_that_makes_no_sense_exits_two(library, argv, capsys):
    with pytest.raises(SystemExit) as exit_:
        main(argv)
    assert exit_.value.code == 2
    assert capsys.readouterr().out == ""


def test_help_answers_at_once_and_loads_nothing_heavy():
    code = (
        "import sys; from assistant.command import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'torch', 'chromadb', 'gradio', 'sentence_transformers', 'tantivy', 'numpy'}\n"
        "sys.exit(bool(heavy & set(sys.modules)))"
    )
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout
    assert all(command in done.stdout for command in ("ask", "search", "sync", "audit", "rebuild", "quality", "serve"))
    assert time.perf_counter() - start < 2  # 0.06 s alone; the rest is room for a busy machine


@pytest.mark.parametrize("kind", ["docx", "md", "csv"])
def test_an_answer_is_saved_as_a_document_and_still_shown(library, capsys, tmp_path, kind):
    file = tmp_path / f"答复.{kind}"
    assert main(["ask", "有没有航天员", "--export", str(file)]) == 0
    shown = capsys.readouterr()
    assert "没有。" in shown.out and str(file) in shown.err
    assert file.stat().st_size > 20 and list(tmp_path.iterdir()) == [file]


def test_a_batch_becomes_one_document_of_what_could_be_answered(library, capsys, tmp_path, batch):
    file = tmp_path / "all.md"
    assert main(["ask", "--batch", batch("甲问", "坏", "乙问"), "--export", str(file)]) == 1
    assert len([json.loads(line) for line in capsys.readouterr().out.splitlines()]) == 3
    text = file.read_text("utf-8")
    assert [name in text for name in ("问：甲问", "问：坏", "问：乙问")] == [True, False, True]


@pytest.mark.parametrize(
    ("file", "said"), [("甲.pdf", ".docx、.md 或 .csv"), ("没有/甲.md", "没有文件夹"), ("占.md", "不能写入")]
)
def test_a_document_that_cannot_be_written_is_told_before_anything_is_asked(library, capsys, tmp_path, file, said):
    (tmp_path / "占.md").mkdir()
    assert main(["ask", "甲", "--export", str(tmp_path / file)]) == 1
    shown = capsys.readouterr()
    assert said in shown.err and shown.err.count("\n") == 1 and not shown.out
    assert not library.asked


def test_a_document_that_fails_to_be_written_leaves_the_old_one(library, capsys, tmp_path, monkeypatch):
    file = tmp_path / "甲.md"
    file.write_text("旧", "utf-8")

    def full(path, content):
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr("pathlib.Path.write_bytes", full)
    assert main(["ask", "甲", "--export", str(file)]) == 1
    assert "磁盘已满" in capsys.readouterr().err
    assert file.read_text("utf-8") == "旧"
