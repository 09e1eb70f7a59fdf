"""A file gives its exact text or is refused; it is never read as something else."""

from pathlib import Path

import pytest

from corpus.errors import CorpusError, UnreadableFile
from corpus.read import READERS, read_text
from corpus.read.source import Source

LONG = "柳川县信访局2024年度法治政府建设工作报告\n一、工作情况\n全年办结群众来信86件，约占九成——“件件有回音”。\n"
TRADITIONAL = "柳川縣信訪局年度工作報告。全年舉辦普法講座，辦結群眾來信，開展矛盾糾紛調解。\n"
SHORT = (
    "无。", "柳川县", "信访局", "二、存在的问题", "全年无行政应诉案件。", "（此页无正文）", "聘请律师2名", "举行听证会三场", "抄送：县司法局",
    "2025年1月8日", "一是抓学习。", "办结率100%", "下一步工作打算", "“一窗”办理", "普法", "调解员", "网上来信", "化解积案", "乡镇包村",
    "接访", "答复意见书", "评查", "督办3件", "依法办事", "公开电话", "村民议事会", "老旧小区", "欠薪", "山林纠纷", "宅基地", "水源",
    "心理疏导", "代理员", "回访300人", "约谈", "公示栏", "逐户走访", "台账", "赶集日", "五项措施",
)  # fmt: skip


def _read(content: bytes, name: str = "报告.txt") -> str:
    return read_text(Path(name), content).text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "gb2312", "utf-16"])
def test_the_encodings_of_offices_are_read_exactly(encoding: str) -> None:
    text = LONG.replace("——", "：") if encoding == "gb2312" else LONG
    assert _read(text.encode(encoding)) == text


@pytest.mark.parametrize(("mark", "encoding"), [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")])
def test_utf_16_with_either_byte_order_is_read(mark: bytes, encoding: str) -> None:
    assert _read(mark + LONG.encode(encoding)) == LONG


def test_a_rare_character_that_only_gb18030_holds_is_kept() -> None:
    text = LONG + "䶮镇𠮷村信访站。\n"
    assert _read(text.encode("gb18030")) == text


def test_line_ends_of_every_system_become_line_feeds() -> None:
    assert _read("一、工作\r\n柳川县办结来信。\r二、问题\n".encode()) == "一、工作\n柳川县办结来信。\n二、问题\n"


@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_the_suffix_chooses_the_reader_in_either_case(suffix: str) -> None:
    assert read_text(Path(f"报告{suffix.upper()}"), LONG.encode()) == Source(LONG)


@pytest.mark.parametrize("suffix", sorted({*READERS} - {".txt", ".md", ".html", ".htm"}))
def test_a_text_under_the_name_of_another_kind_is_refused(suffix: str) -> None:
    with pytest.raises(UnreadableFile):
        _read(LONG.encode(), f"报告{suffix}")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"  \n\t ",
        b"\x00\x01\x02\x03" * 50,
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
        b"only ascii words here",
        b"\xff" * 40,
    ],
    ids=["empty", "blank", "control", "picture", "no Chinese", "bytes"],
)
def test_what_holds_no_chinese_text_is_refused_with_the_file_and_what_to_do(content: bytes) -> None:
    with pytest.raises(UnreadableFile) as refused:
        _read(content, "坏的.txt")
    assert "坏的.txt" in refused.value.message("zh") and "请" in refused.value.message("zh")
    assert "坏的.txt" in refused.value.message("en") and refused.value.message("en") != refused.value.message("zh")


@pytest.mark.parametrize("name", ["报告.exe", "报告", "报告.png", "报告.txt.zip", "报告.doc", "报告.wps", "报告.ofd"])
def test_another_kind_of_file_is_refused_before_its_bytes_are_looked_at(name: str) -> None:
    with pytest.raises(CorpusError) as refused:
        _read(LONG.encode(), name)
    assert name in str(refused.value)
    assert ".txt" in refused.value.message("en")


def _exact_or_refused(text: str, encoding: str) -> bool:
    try:
        return _read(text.encode(encoding)) == text
    except UnreadableFile:
        return True


@pytest.mark.parametrize("text", SHORT)
def test_a_short_file_is_read_exactly_or_refused(text: str) -> None:
    wrong = [name for name in ("utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16") if not _exact_or_refused(text, name)]
    assert wrong == []


def test_forty_short_files_are_tried_and_most_are_read() -> None:
    assert len(SHORT) == len(set(SHORT)) == 40
    read = 0
    for text in SHORT:
        try:
            read += _read(text.encode("gb18030")) == text
        except UnreadableFile:
            continue
    assert read >= 36


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_exact_or_refused(encoding: str) -> None:
    assert _exact_or_refused(LONG, encoding)


@pytest.mark.parametrize(
    "text",
    [TRADITIONAL, "縣信訪局", "辦結群眾來信", "普法", "工作情況", "依法辦事", "心理疏導", "無。", "報告", "聽證會三場"],
)
def test_undeclared_big5_is_exact_or_refused(text: str) -> None:
    assert _exact_or_refused(text, "big5")


@pytest.mark.parametrize("encoding", ["big5", "gb18030"])
def test_a_report_in_traditional_script_is_read_in_either_encoding(encoding: str) -> None:
    assert _read(TRADITIONAL.encode(encoding)) == TRADITIONAL


def test_a_cut_utf_8_file_is_not_read_as_something_else() -> None:
    cut = LONG.encode()[:-2]
    with pytest.raises(UnreadableFile):
        _read(cut)
