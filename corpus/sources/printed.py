"""Sources → PDF, printed by Chromium: A4, a serif face, a running head, page numbers as offices write them.

Needs Chromium and Playwright (``make system``, ``make setup``) and a Chinese font; a running assistant needs none.
"""

from __future__ import annotations

import base64
import re
import shutil
from collections.abc import Iterable
from html import escape

from corpus.sources.face import small_font
from corpus.sources.markup import article, filled
from corpus.sources.source import Source

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip

NUMBER = '— <span class="pageNumber"></span> —'

_DATE = re.compile(rb"D:\d{14}")
_FIXED = b"D:20250115090000"


def printed(sources: Iterable[Source]) -> dict[str, bytes]:
    """Return file name → PDF.

    :raises RuntimeError: when there is no Chromium.
    """
    from playwright.sync_api import sync_playwright

    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        raise RuntimeError("Chromium is not installed: run make system, then build again")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        page = browser.new_page()
        made = {}
        for source in sources:
            regular, bold = _fonts(source)
            page.set_content(sheet(source, regular, bold), wait_until="load")
            page.evaluate("document.fonts.ready")
            content = page.pdf(
                format="A4",
                margin={"top": "30mm", "bottom": "28mm", "left": "27mm", "right": "26mm"},
                display_header_footer=True,
                header_template=_furniture(escape(source.fields.get("head", "")), regular),
                footer_template=_furniture(NUMBER, regular),
            )
            made[source.file] = _DATE.sub(_FIXED, content)
        browser.close()
    return made


def sheet(source: Source, regular: str, bold: str) -> str:
    """Return the page that is printed; the fonts are addresses."""
    body = article(source.blocks)
    return filled("printed.html", title=escape(source.title), article=body, regular=regular, bold=bold)


def _fonts(source: Source) -> tuple[str, str]:
    """Return the regular and the bold font of a source as addresses that hold them."""
    heavy = "".join(block.text for block in source.blocks if block.kind in ("title", "heading"))
    regular = small_font(source.plain + source.fields.get("head", "") + "— 0123456789", bold=False)
    return _address(regular), _address(small_font(heavy + " ", bold=True))


def _address(font: bytes) -> str:
    return "data:font/ttf;base64," + base64.b64encode(font).decode("ascii")


def _furniture(html: str, font: str) -> str:
    """Return what stands at the top or the bottom of every page; Chromium gives it no style of the page."""
    face = f'<style>@font-face {{ font-family: Printed; src: url("{font}"); }}</style>'
    return face + f'<div style="width: 100%; font: 9pt Printed; text-align: center;">{html}</div>'
