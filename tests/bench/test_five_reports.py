"""Speed over the five real reports (the samples where those are missing), each beside a baseline of the same run."""

from __future__ import annotations

import json
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.settings import SAMPLES
from corpus.parse import read_report, report_files
from tests.quality.gold import SHARED
from tests.shape.sources import ROOT

pytestmark = [pytest.mark.bench, pytest.mark.timeout(300)]

FOLDER = SHARED / "reports" if (SHARED / "reports").is_dir() else SAMPLES
QUESTIONS = (
    "哪些机关举行过信访听证？",
    "开江县2024年法律咨询做了多少次？",
    "有几份报告带发文字号",
    "哪些单位存在问题部分",
    "诉访分离怎么落实？",
    "哪些机关提到枫桥经验？",
    "接待大厅硬件改造怎么做的",
    "哪些局开展了人民建议征集",
)
ROUNDS = 5


def say(what: str, taken: float, baseline: str, other: float) -> None:
    print(f"\n{what}: {1000 * taken:.1f} ms; {baseline}: {1000 * other:.1f} ms; ratio {taken / other:.1f}", flush=True)


def timed(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def test_syncing_five_reports_after_imports(tmp_path: Path) -> None:
    with Assistant.open(SAMPLES, tmp_path / "warm") as warm:  # imports and the model, which are not timed
        warm.ask(QUESTIONS[0])
    parsing = timed(lambda: [read_report(path, FOLDER) for path in report_files(FOLDER)])
    started = time.perf_counter()
    with Assistant.open(FOLDER, tmp_path / "data") as library:
        library.warm()
        say("opened, synced and ready to answer", time.perf_counter() - started, "parsing the files alone", parsing)


def test_a_question_over_five_reports(tmp_path: Path) -> None:
    with Assistant.open(FOLDER, tmp_path) as library:
        for question in QUESTIONS:
            library.ask(question)
        asking = [timed(lambda one=question: library.ask(one)) for _ in range(ROUNDS) for question in QUESTIONS]  # type: ignore[misc]
        plain = [
            timed(lambda one=question: library.index.nearest(one, k=5))  # type: ignore[misc]
            for _ in range(ROUNDS)
            for question in QUESTIONS
        ]
        say("one question, median", statistics.median(asking), "vectors alone, top 5", statistics.median(plain))
        print(f"one question, slowest of {len(asking)}: {1000 * max(asking):.1f} ms", flush=True)


def test_the_page_is_usable_soon_after_start(tmp_path: Path) -> None:
    imports = timed(
        lambda: subprocess.run([sys.executable, "-c", "import gradio, sentence_transformers"], check=True, cwd=ROOT)
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "serve.py", "--reports", str(FOLDER), "--data", str(tmp_path), "--port", str(port)]
    started = time.perf_counter()
    page = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not _ready(port) and time.perf_counter() - started < 120:
            time.sleep(0.05)
        say("from start to a page that answers", time.perf_counter() - started, "importing the frameworks", imports)
    finally:
        page.terminate()
        page.wait(timeout=20)


def _ready(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2) as reply:
            return bool(json.load(reply)["ok"])
    except (urllib.error.URLError, OSError, ValueError):
        return False
