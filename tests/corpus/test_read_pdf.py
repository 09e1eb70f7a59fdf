"""A PDF gives its paragraphs whole, each with its page, without what every page repeats; or it is refused."""

import io
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from corpus.errors import UnreadableFile
from corpus.parse import parse
from corpus.read import apart, pdf, read_text
from corpus.read.refusals import refusal
from tests.corpus import made_pdf
from tests.corpus.made_pdf import LEFT, lines, show, wrapped

LONG = "全年受理群众来信来访事项共计二百八十六件，逐件登记、转送、告知、答复，做到一事一档、件件有着落，群众对办理结果总体满意。"
OTHER = "组织机关干部和乡镇信访专干集中学习《信访工作条例》，邀请法律顾问到场讲课，并把讲义发到每个村居，方便代办员随时翻看。"
HEAD = ["柳川县信访局", "2024年度法治政府建设工作报告"]


def _read(*pages: str, **more: object) -> list[str]:
    return pdf.extract(made_pdf.pdf(pages, **more), "报告.pdf").text.split("\n")


def test_wrapped_lines_become_paragraphs_again() -> None:
    assert _read(lines([*wrapped(["一、工作情况"]), *wrapped([LONG, OTHER])])) == ["一、工作情况", LONG, OTHER]


def test_a_short_last_line_ends_its_paragraph_even_without_an_indent() -> None:
    text = [OTHER[:27], OTHER[27:50], "（此页无正文）", "二、存在的问题"]
    assert _read(lines(text))[-2:] == ["（此页无正文）", "二、存在的问题"]


def test_a_number_that_had_no_room_does_not_end_the_paragraph() -> None:
    ragged = ["全年受理群众来信来访事项共计二百八十六件，共制发公文", "123456份，均已归档保存。", LONG[:27], LONG[27:]]
    assert _read(lines([*ragged[:2], " " + OTHER[:25], OTHER[25:52], OTHER[52:]]))[0] == "".join(ragged[:2])


def test_a_sentence_cut_by_a_page_is_one_again_and_keeps_its_pages() -> None:
    made = wrapped([LONG, OTHER])
    source = pdf.extract(made_pdf.pdf([lines(made[:2]), lines(made[2:])]), "报告.pdf")
    assert source.text.split("\n") == [LONG, OTHER]
    assert source.pages == (0, 52)
    assert source.text[source.pages[1] :].startswith(LONG[52:])


def test_page_numbers_and_running_heads_go() -> None:
    pages = [
        show(200, 50, "柳川县信访局文件汇编")
        + lines([f" 第{mark}页的正文到此为止。"] * 3)
        + show(290, 800, f"— {number} —")
        for number, mark in enumerate("甲乙丙丁", 1)
    ]
    assert _read(*pages) == [f"第{mark}页的正文到此为止。" for mark in "甲乙丙丁" for _ in range(3)]


@pytest.mark.parametrize(
    "number", ["1", "— 1 —", "- 1 -", "第1页", "第 1 页 共 9 页", "1/9", "1 / 9", "第1页/共9页", "i"]
)
def test_a_page_number_of_any_form_goes_even_from_a_single_page(number: str) -> None:
    assert _read(lines(wrapped([LONG])) + show(290, 800, number)) == [LONG]


@pytest.mark.parametrize("last", ["86件", "2024年", "1.8万", "无"])
def test_other_words_at_the_foot_of_a_page_stay(last: str) -> None:
    assert _read(lines(wrapped([LONG])) + show(LEFT + 32, 800, last))[-1] == last


def test_the_same_words_in_the_middle_of_pages_stay() -> None:
    pages = [lines([" 无此类情况。", f" {mark}、下一节", " 没有此类情况。"], top=300) for mark in "一二三四"]
    assert _read(*pages).count("无此类情况。") == 4


def test_a_title_that_is_also_the_running_head_stays_once() -> None:
    pages = [show(200, 40, HEAD[1], 9) + (show(150, 130, HEAD[1], 22) if not number else "") + lines(wrapped([f"{mark}、{LONG}"]), 200)
             for number, mark in enumerate("一二三")]  # fmt: skip
    assert _read(*pages)[0] == HEAD[1]
    assert _read(*pages).count(HEAD[1]) == 1


def test_radicals_of_fonts_are_the_usual_characters() -> None:
    assert _read(lines([" ⼯作⻅效，⺠⽣⻛险⼀⼀化解。"])) == ["工作见效，民生风险一一化解。"]


def test_what_is_printed_twice_for_bold_is_read_once() -> None:
    text = "二、存在的问题"
    assert _read(lines(wrapped([LONG])) + show(LEFT, 300, text) + show(LEFT + 0.4, 300, text))[-1] == text


@pytest.mark.parametrize(
    "hidden",
    [
        show(LEFT, 400, "看不见的字", before="1 g"),
        show(LEFT, 400, "看不见的字", before="1 1 1 rg"),
        show(LEFT, 400, "看不见的字", before="0 0 0 0 k"),
        show(LEFT, 400, "看不见的字", size=1),
        show(900, 400, "看不见的字"),
        show(0, 0, "看不见的字", before="0.7 0.7 -0.7 0.7 300 -400 cm"),
    ],
    ids=["grey white", "white", "white of four inks", "tiny", "off the page", "slanted"],
)
def test_what_cannot_be_seen_is_no_text(hidden: str) -> None:
    assert _read(lines(wrapped([LONG])) + hidden) == [LONG]


def test_white_letters_on_a_coloured_ground_are_text() -> None:
    ground = f"q 0.7 0.1 0.1 rg 60 {842 - 420} 300 40 re f Q\n"
    assert _read(lines(wrapped([LONG])) + ground + show(LEFT, 405, "白字红底", before="1 g"))[-1] == "白字红底"


def _table(rows: list[list[str]], top: float = 300, width: float = 120, height: float = 30) -> str:
    made = ""
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            made += f"{LEFT + c * width} {842 - top - (r + 1) * height} {width} {height} re S\n"
            made += show(LEFT + c * width + 5, top + r * height + 20, text, 12)
    return made


def test_a_ruled_table_becomes_rows_and_nothing_beside_it_is_lost() -> None:
    rows = [["门类", "检查", "立案"], ["客运", "2380次", "164件"], ["货运", "5120次", "733件"]]
    found = _read(lines(wrapped([LONG])) + _table(rows) + lines(wrapped([OTHER]), top=450))
    assert found == [LONG, *(f"| {' | '.join(row)} |" for row in rows), OTHER]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_that_lies_on_its_side_is_read_upright(turn: int) -> None:
    rows = [["门类", "检查"], ["客运", "2380次"]]
    content = made_pdf.pdf(
        [lines(wrapped([LONG])) + _table(rows) + lines(wrapped([OTHER]), top=450) + show(290, 800, "— 1 —")]
    )
    turned = content.replace(b"/MediaBox", b"/Rotate %d /MediaBox" % turn)
    assert pdf.extract(turned, "横.pdf").text.split("\n") == [LONG, *(f"| {' | '.join(row)} |" for row in rows), OTHER]


def test_a_frame_round_the_page_is_no_table() -> None:
    assert _read("60 60 480 760 re S\n" + lines(wrapped([LONG, OTHER]))) == [LONG, OTHER]


def test_pages_reach_the_report_as_offsets_of_its_own_text() -> None:
    body = ["一、工作情况", LONG, "二、存在的问题", OTHER, "三、下一步打算", LONG.replace("全年", "明年")]
    pages = [lines([*HEAD, *wrapped(body[:2])]), lines(wrapped(body[2:4])), lines([]), lines(wrapped(body[4:]))]
    report = parse(pdf.extract(made_pdf.pdf(pages), "报告.pdf"), "报告.pdf", "id")
    assert [report.page(report.text.index(words)) for words in (HEAD[1], LONG, OTHER, "三、", "明年")] == [
        1,
        1,
        2,
        4,
        4,
    ]
    assert len(report.pages) == 4 and report.agency == "柳川县信访局" and report.year == 2024


def _refused(content: bytes, name: str = "坏的.pdf") -> UnreadableFile:
    with pytest.raises(UnreadableFile) as refused:
        pdf.extract(content, name)
    assert name in refused.value.message("zh") and "请" in refused.value.message("zh")
    assert name in refused.value.message("en") and refused.value.message("en") != refused.value.message("zh")
    return refused.value


WHOLE = made_pdf.pdf([lines(wrapped([LONG]))])


def test_an_encrypted_file_is_refused_as_one() -> None:
    assert "密码" in str(_refused(made_pdf.pdf([lines(wrapped([LONG]))], trailer=made_pdf.ENCRYPTED)))


def test_a_scan_is_refused_as_one() -> None:
    assert "扫描" in str(_refused(made_pdf.pdf(["", ""], picture=[0, 1])))


def test_a_page_that_is_a_picture_among_pages_of_text_is_named() -> None:
    pages = [lines(wrapped([LONG])), "", lines(wrapped([OTHER]))]
    assert "第 2 页" in str(_refused(made_pdf.pdf(pages, picture=[1])))
    assert pdf.extract(made_pdf.pdf(pages, picture=[0]), "带章.pdf").text.split("\n") == [LONG, OTHER]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"%PDF-1.7\n", "broken"),
        (b"no pdf at all", "broken"),
        (WHOLE[: len(WHOLE) // 3], "broken"),
        (made_pdf.pdf([lines(["only latin words here"])]), "foreign"),
        (made_pdf.pdf([""] * 401), "large"),
    ],
    ids=["nothing", "blank", "head only", "text", "cut", "no Chinese", "pages"],
)
def test_what_cannot_be_read_is_refused_with_the_reason(content: bytes, why: str) -> None:
    assert str(_refused(content)) == str(refusal("坏的.pdf", why))


def test_the_child_process_gives_what_the_reader_gives() -> None:
    content = made_pdf.pdf([lines(wrapped([LONG])), lines(wrapped([OTHER]))])
    assert read_text(Path("报告.PDF"), content) == pdf.extract(content, "报告.PDF")
    with pytest.raises(UnreadableFile, match="密码"):
        read_text(Path("锁.pdf"), made_pdf.pdf([""], trailer=made_pdf.ENCRYPTED))


def test_a_file_that_takes_too_long_is_stopped() -> None:
    slow = made_pdf.pdf([lines(wrapped([LONG])) * 4000])
    started = time.monotonic()
    with pytest.raises(UnreadableFile, match="时限"):
        apart.read_apart("pdf", slow, "慢.pdf", seconds=1)
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(("status", "why"), [(apart._MEMORY_GONE, "large"), (-9, "large"), (-11, "large")])
def test_a_child_that_ends_for_want_of_memory_or_crashes_is_a_refusal(
    status: int, why: str, tmp_path, monkeypatch
) -> None:
    program = tmp_path / "python"
    program.write_text(f"#!/bin/sh\ncat > /dev/null\n{f'exit {status}' if status > 0 else f'kill {status} $$'}\n")
    program.chmod(0o755)
    monkeypatch.setattr(apart.sys, "executable", str(program))
    with pytest.raises(UnreadableFile) as refused:
        read_text(Path("炸弹.pdf"), WHOLE)
    assert str(refused.value) == str(refusal("炸弹.pdf", why))


def test_want_of_memory_has_a_status_of_its_own(monkeypatch) -> None:
    def gone(content: bytes, name: str) -> None:
        raise MemoryError

    monkeypatch.setattr(apart, "_bound_memory", lambda: None)
    monkeypatch.setattr(apart.logging, "disable", lambda level: None)
    monkeypatch.setattr(apart.sys, "stdin", SimpleNamespace(buffer=io.BytesIO(WHOLE)))
    monkeypatch.setattr(pdf, "extract", gone)
    assert apart.main("pdf", "炸弹.pdf") == apart._MEMORY_GONE


def test_an_error_of_our_own_is_not_taken_for_a_broken_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_ROOT", Path("/nowhere"))
    monkeypatch.setenv("PYTHONPATH", "/nowhere")
    monkeypatch.setattr(apart.sys, "executable", "/bin/false")
    with pytest.raises(RuntimeError, match="reading 报告.pdf failed"):
        read_text(Path("报告.pdf"), WHOLE)
