"""A report printed to PDF by a real browser, in the ways that offices set their documents, loses nothing that counts."""

import html
import shutil
import subprocess
from pathlib import Path

import pytest

from assistant.settings import SAMPLES
from corpus.layout import repair
from corpus.parse import parse
from corpus.read import pdf
from tests.corpus.pieces import visible

pytestmark = pytest.mark.browser
SOURCE = "qiwu_2024.txt"
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync")  # fmt: skip
STYLES = {
    "justified and indented": "p{text-align:justify;text-indent:2em;margin:0;font:16pt/28pt serif}",
    "ragged and indented": "p{text-align:left;text-indent:2em;margin:0;font:16pt/28pt serif}",
    "justified with gaps": "p{text-align:justify;margin:0 0 12pt;font:12pt/20pt sans-serif}",
    "ragged with gaps": "p{text-align:left;margin:0 0 12pt;font:14pt/22pt sans-serif}",
    "small page": "@page{size:A5} p{text-align:justify;text-indent:2em;margin:0;font:14pt/22pt serif}",
}


@pytest.fixture(scope="module")
def chromium() -> str:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("Chromium is not installed: no report was printed")
    return found


def _printed(program: str, place: Path, style: str, heads: bool) -> bytes:
    lines = repair((SAMPLES / SOURCE).read_text("utf-8")).text.split("\n")
    body = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    page = place / "page.html"
    page.write_text(
        f"<meta charset=utf-8><title>打印的网页</title><style>@page{{margin:25mm}}{style}</style>{body}", "utf-8"
    )
    made = place / "made.pdf"
    options = [
        *FLAGS,
        f"--user-data-dir={place}/profile",
        f"--print-to-pdf={made}",
        *([] if heads else ["--no-pdf-header-footer"]),
    ]
    subprocess.run([program, *options, page.as_uri()], check=True, capture_output=True, timeout=90)
    return made.read_bytes()


@pytest.mark.parametrize(
    ("style", "heads"),
    [*((style, False) for style in STYLES), ("justified and indented", True), ("ragged with gaps", True)],
    ids=lambda value: value if isinstance(value, str) else "with heads and feet" if value else "bare",
)
def test_a_printed_report_keeps_its_statements(style: str, heads: bool, chromium: str, tmp_path: Path) -> None:
    printed = pdf.extract(_printed(chromium, tmp_path, STYLES[style], heads), "印.pdf")
    report = parse(printed, "印.pdf", "id")
    original = parse((SAMPLES / SOURCE).read_text("utf-8"), "原.txt", "id")
    assert visible(report.text) == visible(original.text)
    assert len(report.pages) >= 3
    wanted = {visible(original.quote(one)) for one in original.statements}
    found = {visible(report.quote(one)) for one in report.statements}
    assert len(wanted & found) >= 0.97 * len(wanted)
    assert [one.path for one in report.sections] == [one.path for one in original.sections]
