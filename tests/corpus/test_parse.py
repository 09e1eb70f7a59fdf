"""The invariants of a parsed report, held by every bundled sample and every real report beside the checkout."""

from pathlib import Path

import pytest

from assistant.settings import SAMPLES
from corpus.errors import NoReports, UnreadableFile
from corpus.layout import Layout, repair
from corpus.parse import LARGEST_FILE, parse, read_report, report_files, report_id
from corpus.read import read_text
from corpus.read.source import Source
from corpus.report import LEVELS, ROLES, STATUSES, Report
from tests.corpus.pieces import visible

Read = dict[str, tuple[Path, Report]]
MARKS = "#*|>"
"""Markdown marks that the canonical text leaves out."""


def _bare(text: str) -> str:
    return "".join(char for char in visible(text) if char not in MARKS)


def _hold(read: Read) -> None:
    for path, report in read.values():
        source = read_text(path, path.read_bytes())
        layout = repair(source.text, whole=source.whole)
        assert layout.text == report.text
        _statements(report)
        _sections(report)
        _quotes_stand_in_the_file(report, layout, source.text)
        _pages(report, layout, source)


def _statements(report: Report) -> None:
    cursor = 0
    for statement in report.statements:
        assert not report.text[cursor : statement.start].strip()
        section = report.sections[statement.section]
        assert section.start <= statement.start < statement.end <= section.own_end
        assert report.quote(statement) == report.quote(statement).strip() != ""
        assert statement.clauses[0].start == statement.start and statement.clauses[-1].end == statement.end
        assert all(clause.status in STATUSES for clause in statement.clauses)
        for figure in statement.figures:
            assert visible(report.text[figure.start : figure.end]) == figure.text
        cursor = statement.end
    assert not report.text[cursor:].strip()


def _sections(report: Report) -> None:
    assert report.level in LEVELS
    cursor = 0
    for section in report.sections:
        assert section.role in ROLES
        assert section.start == cursor
        cursor = section.own_end
        if section.level:
            assert report.text[section.start :].startswith(section.heading[:4])
    assert cursor == len(report.text)


def _quotes_stand_in_the_file(report: Report, layout: Layout, source: str) -> None:
    """Every quote is a piece of the file once white space, marks and the removed furniture are gone on both sides."""
    kept = {layout.source_offset(offset) for offset, char in enumerate(report.text) if char != "\n"}
    bare = _bare("".join(char for place, char in enumerate(source) if place in kept))
    for statement in report.statements:
        assert _bare(report.quote(statement)) in bare


def _pages(report: Report, layout: Layout, source: Source) -> None:
    """The pages of a report begin where those of its file do: what stands before in one stands before in the other."""
    assert len(report.pages) == len(source.pages) and list(report.pages) == sorted(report.pages)
    for start, place in zip(report.pages[1:], source.pages[1:], strict=True):
        assert layout.source_offset(start - 1) < place <= layout.source_offset(start)


def test_the_bundled_samples_hold_every_invariant(samples: Read) -> None:
    assert len(samples) >= 4
    _hold(samples)


def test_the_real_reports_hold_every_invariant(real_reports: Read) -> None:
    assert len(real_reports) == 5
    _hold(real_reports)


def test_little_but_layout_is_lost_from_the_real_reports(real_reports: Read) -> None:
    for path, report in real_reports.values():
        source = _bare(path.read_text("utf-8-sig"))
        assert len(_bare(report.text)) >= 0.995 * len(source)


def test_the_real_reports_are_told_apart_by_agency_year_and_level(real_reports: Read) -> None:
    found = {name[:3]: (report.level, report.year) for name, (_, report) in real_reports.items()}
    assert found == {
        "000": ("county", 2024), "001": ("county", 2024), "002": ("county", 2025), "003": ("province", 2024), "004": ("county", 2023),
    }  # fmt: skip
    assert len({report.agency for _, report in real_reports.values()}) == 5


def test_only_reports_that_state_a_number_have_one(real_reports: Read) -> None:
    stated = {name[:3] for name, (_, report) in real_reports.items() if report.document_number}
    assert stated == {"000", "004"}
    assert {name[:3] for name, (_, report) in real_reports.items() if report.issue_date} == {"000"}


def test_the_same_content_has_the_same_id_under_any_name(tmp_path: Path) -> None:
    content = (SAMPLES / "hedu_2023.txt").read_bytes()
    for name in ("甲.txt", "乙.md"):
        (tmp_path / name).write_bytes(content)
    first, second = (read_report(path, tmp_path) for path in report_files(tmp_path))
    assert first.id == second.id == report_id(content)
    assert first.text == second.text and (first.file, second.file) == ("乙.md", "甲.txt")


def test_another_character_makes_another_id() -> None:
    assert report_id("甲".encode()) != report_id("乙".encode())


def test_files_of_subfolders_are_reports_and_hidden_or_temporary_ones_are_not(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.md", ".hidden.txt", "~$lock.txt", ".git/x.txt", "__MACOSX/y.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("一、工作", "utf-8")
    assert [path.relative_to(tmp_path).as_posix() for path in report_files(tmp_path)] == ["a/c.md", "b.txt"]


def test_the_pictures_and_scripts_saved_with_a_page_are_no_reports(tmp_path: Path) -> None:
    for name in (
        "甲.html",
        "甲_files/a.js",
        "甲_files/b/c.png",
        "乙.HTM",
        "乙.files/d.htm",
        "丙_files/e.txt",
        "甲.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("一、工作", "utf-8")
    found = [path.relative_to(tmp_path).as_posix() for path in report_files(tmp_path)]
    assert found == sorted(["甲.html", "乙.HTM", "丙_files/e.txt", "甲.txt"], key=lambda name: tmp_path / name)


def test_a_link_out_of_the_folder_is_no_report(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    outside = tmp_path / "outside.txt"
    outside.write_text("一、工作", "utf-8")
    (folder / "link.txt").symlink_to(outside)
    assert report_files(folder) == ()


def test_a_missing_folder_is_named_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoReports, match="没有的") as raised:
        report_files(tmp_path / "没有的")
    assert "没有的" in raised.value.message("en")


def test_a_file_too_large_for_a_report_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "巨大.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    with pytest.raises(UnreadableFile, match="过大"):
        read_report(path, tmp_path)


@pytest.mark.parametrize("text", ["\n\n", "— 1 —\n\n---\n"])
def test_a_text_of_layout_only_is_refused(text: str) -> None:
    with pytest.raises(UnreadableFile, match="空壳.txt"):
        parse(text, "空壳.txt", "id")


def test_parsing_twice_gives_the_same_report(samples: Read) -> None:
    for path, report in samples.values():
        assert read_report(path, SAMPLES) == report
