"""Each source has its built sample, and the sample says all that its source says, in order.

The samples are read by the libraries themselves, never by our readers: a fault of both would else go unseen.
"""

import io
import re
import shutil
import zipfile

import pytest

from corpus.sources.build import SAMPLES, SOURCES, built, main
from corpus.sources.source import KINDS, Block, read_source

PATHS = sorted(SOURCES.glob("*.md"))
LARGEST_PDF = 250 * 1024

BODY = """（示例：甲水县为虚构）

# 甲水县信访局
# 2024年度法治政府建设工作报告

县政府：

## 一、主要工作

接待来访37批次，办结率<100%；继续推进“一站式”办理。

| 渠道 | 数量 |
|---|---|
| 来信 | 123件 |
| 电话 | 40余件次 |

### （一）下一步

拟设立代办点12个。

甲水县信访局

2025年1月20日
"""


def squeezed(text):
    return re.sub(r"\s+", "", text)


def test_every_kind_of_source_is_among_the_samples():
    assert {read_source(path).kind for path in PATHS} == set(KINDS)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_sample_says_all_that_its_source_says(path):
    source = read_source(path)
    sample = SAMPLES / source.file
    assert sample.exists(), f"python -m corpus.sources.build {path.stem}"
    says_all(source, sample)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_sample_is_what_its_source_builds(path):
    source = read_source(path)
    if source.kind == "pdf":
        pytest.skip("the bytes of a PDF differ with the version of Chromium: its text is compared instead")
    sample = (SAMPLES / source.file).read_bytes()
    assert parts(sample) == parts(built([source])[source.file])


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.pdf")), ids=lambda path: path.stem)
def test_a_printed_sample_is_small_and_has_several_pages(sample):
    pdfplumber = pytest.importorskip("pdfplumber")
    assert sample.stat().st_size <= LARGEST_PDF
    with pdfplumber.open(sample) as opened:
        lasts = [squeezed(page.extract_text().splitlines()[-1]) for page in opened.pages]
    assert len(lasts) > 1
    assert lasts == [f"—{number}—" for number in range(1, len(lasts) + 1)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_source_becomes_a_report_of_its_kind(kind, tmp_path):
    if kind == "pdf":
        pytest.importorskip("fontTools", reason="fontTools is not installed: no PDF was printed")
        pytest.importorskip("playwright", reason="Playwright is not installed: no PDF was printed")
        if not any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))):
            pytest.skip("Chromium is not installed: no PDF was printed")
    body = re.sub("[#|]|---", "", BODY) if kind == "gb18030" else BODY
    (tmp_path / "x.md").write_text(f"kind: {kind}\nhead: 甲水县报告\n标题:\n---\n{body}", "utf-8")
    assert main(["x", "--sources", str(tmp_path), "--samples", str(tmp_path)]) == 0
    source = read_source(tmp_path / "x.md")
    says_all(source, tmp_path / source.file)


def test_a_word_file_is_made_as_an_office_makes_one(tmp_path):
    docx = pytest.importorskip("docx")
    (tmp_path / "x.md").write_text(f"kind: docx\n---\n{BODY}", "utf-8")
    source = read_source(tmp_path / "x.md")
    (content,) = built([source]).values()
    assert built([source]) == {"x.docx": content}
    made = docx.Document(io.BytesIO(content))
    shown = {one.text: one for one in made.paragraphs}
    assert shown["一、主要工作"].style.name == "Heading 1"
    assert shown["（一）下一步"].style.name == "Heading 2"
    title = made.paragraphs[1]
    assert (title.style.name, title.alignment, title.runs[0].bold) == ("Normal", 1, True)
    assert shown["拟设立代办点12个。"].paragraph_format.first_line_indent.pt == 32
    assert [[cell.text for cell in row.cells] for row in made.tables[0].rows][1] == ["来信", "123件"]
    assert made.core_properties.created.year == 2025
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert {entry.date_time[0] for entry in packed.infolist()} == {2025}


def test_blocks_are_told_apart(tmp_path):
    (tmp_path / "x.md").write_text(f"kind: docx\n---\n{BODY}", "utf-8")
    blocks = read_source(tmp_path / "x.md").blocks
    kinds = "flush title title flush heading paragraph table heading paragraph signed signed"
    assert [block.kind for block in blocks] == kinds.split()
    assert blocks[6] == Block("table", rows=(("渠道", "数量"), ("来信", "123件"), ("电话", "40余件次")))


@pytest.mark.parametrize("text", ["没有头部\n", "kind: doc\n---\n正文\n"])
def test_a_source_without_a_proper_header_is_refused(text, tmp_path, capsys):
    (tmp_path / "x.md").write_text(text, "utf-8")
    assert main(["x", "--sources", str(tmp_path), "--samples", str(tmp_path)]) == 1
    assert "x.md: begin with 'kind: docx | pdf | html | gb18030'" in capsys.readouterr().err


def parts(content):
    """The parts of a Word file, or a content as it is: how parts are packed differs between systems."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def says_all(source, sample):
    """Assert that every block of a source stands in the text of its sample, after the block before it."""
    text = squeezed(READERS[source.kind](source, sample))
    cells = _pdf_cells(sample) if source.kind == "pdf" else None
    at = 0
    for block in source.blocks:
        if block.kind == "table" and cells is not None:
            assert {squeezed(cell) for row in block.rows for cell in row} <= cells
            continue
        for piece in [block.text, *(cell for row in block.rows for cell in row)]:
            found = text.find(squeezed(piece), at)
            assert found >= 0, f"{sample.name}: not there, or not in its place: {piece}"
            at = found + len(squeezed(piece))


def _docx(source, sample):
    docx = pytest.importorskip("docx", reason="python-docx is not installed: no Word file was read")
    pieces = docx.Document(sample).iter_inner_content()
    return "\n".join(
        "\n".join(cell.text for row in piece.rows for cell in row.cells) if hasattr(piece, "rows") else piece.text
        for piece in pieces
    )


def _pdf(source, sample):
    pdfplumber = pytest.importorskip("pdfplumber", reason="pdfplumber is not installed: no PDF was read")
    furniture = {squeezed(source.fields.get("head", ""))}
    with pdfplumber.open(sample) as opened:
        lines = [line for page in opened.pages for line in page.extract_text().splitlines()]
    kept = [line for line in lines if squeezed(line) not in furniture and not re.fullmatch(r"—\s*\d+\s*—", line)]
    return "\n".join(kept)


def _pdf_cells(sample):
    """Every cell of every table: lines of text run across wrapped cells."""
    pdfplumber = pytest.importorskip("pdfplumber")
    with pdfplumber.open(sample) as opened:
        tables = [table for page in opened.pages for table in page.extract_tables()]
    return {squeezed(cell or "") for table in tables for row in table for cell in row}


def _html(source, sample):
    bs4 = pytest.importorskip("bs4", reason="BeautifulSoup is not installed: no web page was read")
    return bs4.BeautifulSoup(sample.read_text("utf-8"), "html.parser").get_text()


def _gb18030(source, sample):
    return sample.read_bytes().decode("gb18030")


READERS = {"docx": _docx, "pdf": _pdf, "html": _html, "gb18030": _gb18030}
