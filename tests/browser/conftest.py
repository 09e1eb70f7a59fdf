"""A real server and a real Chromium for the tests of this folder; each is skipped with a line that says why."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHOTS = ROOT / ".screenshots"
REAL_REPORTS = ROOT.parent / "shared" / "reports"
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
START = 60
"""Seconds to wait for a server: it builds an index first, on a machine that may be busy."""


@pytest.fixture(scope="module")
def browser():
    """One Chromium per test file."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("Chromium is not installed: the page was not tested in a browser")
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: no browser test ran")
    with playwright.sync_playwright() as made:
        opened = made.chromium.launch(executable_path=program, args=list(FLAGS))
        yield opened
        opened.close()


@pytest.fixture
def visit(browser) -> Iterator[Callable]:
    """Open pages that fail the test on a console error, a script error or a request to another host."""
    contexts, wrong = [], []

    def open_page(
        address: str, width: int = 1280, height: int = 800, scheme: str = "light", locale: str = "zh-CN", **more
    ):
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, locale=locale, **more
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.on("console", lambda said: wrong.append(f"console: {said.text}") if said.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(f"script: {error}"))
        page.on("dialog", lambda dialog: (wrong.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        local = (address, "data:", "blob:")
        page.on("request", lambda sent: None if sent.url.startswith(local) else wrong.append(f"request: {sent.url}"))
        page.goto(address)
        page.wait_for_selector("html.wj-ready", state="attached")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert wrong == []


@contextmanager
def served(reports: Path | None, data: Path) -> Iterator[str]:
    """Run the real server over a folder of reports, or over the bundled samples."""
    command = [sys.executable, "serve.py", "--port", "0", "--data", str(data)]
    command += ["--reports", str(reports)] if reports else []
    with run(command) as address:
        yield address


@contextmanager
def run(command: list[str]) -> Iterator[str]:
    """Run a server that prints its address or port first; wait until it is healthy."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith("WENJU_")}
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=environ) as server:
        try:
            said = server.stdout.readline()
            port = int(re.search(r"(\d+)/?\s*(?:（|$)", said)[1])
            healthy(port, server)
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()


def healthy(port: int, server: subprocess.Popen) -> None:
    until = time.monotonic() + START
    while time.monotonic() < until and server.poll() is None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/healthz")
            if connection.getresponse().status == 200:
                return
        except OSError:
            pass
        finally:
            connection.close()
        time.sleep(0.2)
    raise AssertionError("the server did not become healthy")


@pytest.fixture(scope="session")
def real_reports() -> Path:
    """The folder of real reports beside the checkout."""
    if not list(REAL_REPORTS.glob("*.txt")):
        pytest.skip(f"no real reports in {REAL_REPORTS.name}/ beside the checkout")
    return REAL_REPORTS


@pytest.fixture(scope="module")
def invented():
    """The page over the invented library of the unit tests: no index, no model."""
    with run([sys.executable, "-m", "tests.assistant.page_server"]) as address:
        yield address


def ask(page, question: str) -> None:
    """Ask and wait for the whole answer."""
    before = page.locator(".wj-foot").count()
    page.fill("#wj-input textarea", question)
    page.press("#wj-input textarea", "Enter")
    page.wait_for_function(f"document.querySelectorAll('.wj-foot').length > {before}")


def shoot(page, name: str) -> None:
    """Save a picture for the person who looks."""
    SHOTS.mkdir(exist_ok=True)
    page.wait_for_timeout(250)
    page.screenshot(path=SHOTS / f"{name}.png")
