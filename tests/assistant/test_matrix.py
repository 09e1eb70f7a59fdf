"""The matrix: topics read as questions are, silence exact, a grid that stands straight, CSV a spreadsheet can open."""

import csv
import io
import zipfile

from assistant.commands.grid import columns, matrix_text
from assistant.export.matrix import matrix_csv, matrix_markdown, matrix_word
from assistant.service import Assistant
from index.records import Facets
from tests.assistant.asked import ask, statuses

TOPICS = ("听证会", "法律顾问", "替走不动的老人跑腿递上访材料的人")


def test_synonyms_and_everyday_words_are_read_as_their_terms(sample_library: Assistant) -> None:
    found = sample_library.matrix(TOPICS)
    assert list(found["read"].values()) == ["信访听证", "法律顾问", "信访代理"]
    assert len(found["cells"]) == len(TOPICS) * 4


def test_the_cells_agree_with_the_answers(sample_library: Assistant) -> None:
    found = sample_library.matrix(("法律顾问",))
    files = {one["report"]: one["file"] for one in found["reports"]}
    cells = {files[cell["report"]]: cell["status"] for cell in found["cells"]}
    assert cells == statuses(ask(sample_library, "哪些机关有法律顾问？"))


def test_what_stands_outside_a_choice_is_not_silent(sample_library: Assistant) -> None:
    found = sample_library.matrix(("信访听证",), Facets(statuses=("planned",)))
    files = {one["report"]: one["file"] for one in found["reports"]}
    cells = {files[cell["report"]]: cell["status"] for cell in found["cells"]}
    assert cells == {
        "yunting_2024.txt": "elsewhere", "qiwu_2024.txt": "elsewhere", "lanjiang_2025.md": "planned", "hedu_2023.txt": "silent",
    }  # fmt: skip


def test_the_columns_of_the_grid_stand_straight(sample_library: Assistant) -> None:
    lines = matrix_text(sample_library.matrix(("听证会", "法律顾问")), 100).splitlines()
    head = next(line for line in lines if line.endswith("法律顾问"))
    place = columns(head[: head.index("法律顾问")])
    rows = [line for line in lines if line.startswith(("云汀市", "栖梧区", "禾渡县", "岚江省"))]
    assert len(rows) == 4
    for row in rows:
        last = row.split()[-1]
        assert columns(row[: row.rindex(last)]) == place


def test_topics_that_do_not_fit_are_numbered(sample_library: Assistant) -> None:
    text = matrix_text(sample_library.matrix(TOPICS), 40)
    assert "（3）替走不动的老人" in text


def test_csv_has_one_line_for_each_topic_and_report_the_silent_too(sample_library: Assistant) -> None:
    found = sample_library.matrix(TOPICS)
    text = matrix_csv(found)
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert text.startswith("\ufeff") and len(rows) == len(found["cells"])
    for row in rows:
        assert bool(row["原文"]) == (row["状态"] not in ("未提及", "所选范围外"))
        if row["原文"]:
            report = sample_library.report(row["文件"])
            assert report is not None and report.text[int(row["起"]) : int(row["止"])] == row["原文"]


def test_a_cell_that_would_be_a_formula_is_made_text(sample_library: Assistant) -> None:
    found = sample_library.matrix(("=HYPERLINK(1)",))
    assert "\n=HYPERLINK" not in matrix_csv(found) and "'=HYPERLINK" in matrix_csv(found)


def test_a_cell_holds_all_that_a_report_says_the_strongest_first(sample_library: Assistant) -> None:
    report = next(one for one in sample_library.reports if one.file == "qiwu_2024.txt")
    cell = sample_library.cell("听证会", report.id)
    assert cell is not None and cell.topic == "信访听证" and cell.status == "rules"
    assert cell.findings[0].status == "rules"
    for one in cell.citations:
        assert report.text[one.start : one.end] == one.quote


def test_a_cell_outside_a_choice_shows_what_stands_elsewhere(sample_library: Assistant) -> None:
    report = next(one for one in sample_library.reports if one.file == "yunting_2024.txt")
    cell = sample_library.cell("信访听证", report.id, Facets(roles=("plan",)))
    assert cell is not None and cell.status == "elsewhere"
    assert [one.status for one in cell.findings][:1] == ["done"]
    silent = next(one for one in sample_library.reports if one.file == "hedu_2023.txt")
    found = sample_library.cell("信访听证", silent.id, Facets(roles=("plan",)))
    assert found is not None and (found.status, found.findings) == ("silent", ())


def test_there_is_no_cell_of_a_report_out_of_scope_or_a_topic_that_cannot_be_read(sample_library: Assistant) -> None:
    report = next(one for one in sample_library.reports if one.year == 2024)
    assert sample_library.cell("信访听证", report.id, Facets(years=(1999,))) is None
    assert sample_library.cell("的的", report.id) is None


def test_markdown_and_word_hold_every_cell_with_its_source(sample_library: Assistant) -> None:
    found = sample_library.matrix(TOPICS)
    text = matrix_markdown(found).decode("utf-8")
    document = zipfile.ZipFile(io.BytesIO(matrix_word(found, "en"))).read("word/document.xml").decode("utf-8")
    quotes = {one["number"]: one["quote"] for one in found["citations"]}
    for cell in found["cells"]:
        if cell["citation"]:
            assert f"[{cell['citation']}]" in text and f"source{cell['citation']}" in document
            assert quotes[cell["citation"]].split("，")[0] in text
    assert "“听证会”按“信访听证”查" in text and "not mentioned" in document
    for topic in TOPICS[:2]:
        counts = [cell["status"] for cell in found["cells"] if cell["topic"] == topic]
        assert f"○{counts.count('silent')}" in text or "silent" not in counts
