"""Speed over invented libraries: `make bench` prints one line a figure, README quotes them."""

import random
import statistics
import subprocess
import sys
import time

import pytest

from assistant import Assistant
from assistant.settings import SAMPLES
from tests.shape.sources import ROOT

pytestmark = [pytest.mark.bench, pytest.mark.timeout(1800)]

REPORTS = 1000
QUESTIONS = (
    "哪些单位举行过信访听证？",
    "哪些单位聘请了法律顾问？",
    "2号县排查了多少条线索？",
    "3号县存在哪些问题？",
    "哪些单位对信访人开展心理疏导？",
    "Which bureaus held hearings?",
    "哪些单位提到航天员培训？",
)
ROUNDS = 2


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Many reports of invented counties: each takes sections of the samples in its own order, with its own figures."""
    place = tmp_path_factory.mktemp("reports")
    source = (SAMPLES / "qiwu_2024.txt").read_text("utf-8")
    dice = random.Random(0)
    for number in range(REPORTS):
        text = source.replace("栖梧区", f"{number}号县")
        blocks = text.split("\n\n")
        body = blocks[5:-2]
        kept = [block for block in body if dice.random() < 0.85]
        text = "\n\n".join([*blocks[:5], *kept, *blocks[-2:]]).replace("1100", str(dice.randint(100, 9999)))
        (place / f"{number:04}.txt").write_text(text, "utf-8")
    return place


@pytest.fixture(scope="module")
def library(folder, tmp_path_factory):
    started = time.perf_counter()
    with Assistant.open(folder, tmp_path_factory.mktemp("data")) as opened:
        taken = time.perf_counter() - started
        say(f"indexing {REPORTS} reports ({opened.index.passage_count} passages)", f"{taken:.0f} s")
        yield opened


def say(what, figure):
    print(f"\n{what}: {figure}", flush=True)


def test_a_question_over_many_reports(library):
    library.ask(QUESTIONS[0])
    taken = []
    for _ in range(ROUNDS):
        for question in QUESTIONS:
            started = time.perf_counter()
            library.ask(question)
            taken.append(1000 * (time.perf_counter() - started))
    p95 = statistics.quantiles(taken, n=20)[-1]
    say(f"one question over {REPORTS} reports, p50 / p95", f"{statistics.median(taken):.0f} / {p95:.0f} ms")


def test_a_search_over_many_reports(library):
    library.search("心理疏导")
    taken = []
    for _ in range(10 * ROUNDS):
        started = time.perf_counter()
        library.search("给情绪激动的来访人做心理安抚")
        taken.append(1000 * (time.perf_counter() - started))
    say(f"one search over {REPORTS} reports, p50", f"{statistics.median(taken):.1f} ms")


def test_a_sync_that_finds_nothing_to_do(library):
    started = time.perf_counter()
    library.sync()
    say(f"noticing that none of {REPORTS} files changed", f"{1000 * (time.perf_counter() - started):.0f} ms")


def test_from_start_to_first_answer_over_the_samples(tmp_path):
    command = [sys.executable, "-m", "assistant.command", "ask", QUESTIONS[0], "--data", str(tmp_path)]
    for what in ("first start, index made", "later start"):
        started = time.perf_counter()
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=300)
        say(f"from start to first answer over the samples, {what}", f"{time.perf_counter() - started:.1f} s")
