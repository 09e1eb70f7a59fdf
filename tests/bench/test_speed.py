"""Speed over invented libraries: `make bench` prints one line a figure, README quotes them.

The census over 10,000 reports takes ten minutes to index and 2.5 GB: `WENJU_BENCH_REPORTS=10000 make bench`.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from assistant import Assistant
from tests.bench import asked, made
from tests.shape.sources import ROOT

pytestmark = [pytest.mark.bench, pytest.mark.timeout(7200)]

REPORTS = 1000
LARGE = int(os.environ.get("WENJU_BENCH_REPORTS", "0"))
"""Reports of a second, larger library; 0 for none."""
CENSUS = 100
"""Topics of the census over the larger library."""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    yield from opened(tmp_path_factory, REPORTS)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    if not LARGE:
        pytest.skip("WENJU_BENCH_REPORTS names no larger library")
    yield from opened(tmp_path_factory, LARGE)


def opened(place: pytest.TempPathFactory, count: int) -> Iterator[Assistant]:
    """Index a library, close it, and open it again as a later start does."""
    folder, data = place.mktemp("reports"), place.mktemp("data")
    made.write(folder, count)
    started = time.perf_counter()
    with Assistant.open(folder, data) as first:
        taken = time.perf_counter() - started
        passages = first.index.passage_count
    say(f"indexing {count} reports ({passages} passages)", f"{taken:.0f} s, {1000 * taken / count:.0f} s per 1,000")
    started = time.perf_counter()
    with Assistant.open(folder, data) as again:
        again.warm()
        again.ask("哪些单位提到手机？")
        say(f"opening {count} reports to the first answer", f"{time.perf_counter() - started:.1f} s, {held()}")
        yield again


def held() -> str:
    """Return how much memory this process holds, where the system tells."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.is_file() else []
    found = next((line.split()[1] for line in lines if line.startswith("VmRSS")), None)
    return f"{int(found) // 1024} MB held" if found else "memory unknown"


def say(what: str, figure: str) -> None:
    print(f"\n{what}: {figure}", flush=True)


def times(asking: Sequence[Callable[[], object]]) -> list[float]:
    """Return the milliseconds of each."""
    taken = []
    for ask in asking:
        started = time.perf_counter()
        ask()
        taken.append(1000 * (time.perf_counter() - started))
    return taken


def spread(taken: Sequence[float]) -> str:
    """Return p50, p95 and max."""
    p95 = statistics.quantiles(taken, n=20, method="inclusive")[-1]
    return f"{statistics.median(taken):.0f} / {p95:.0f} / {max(taken):.0f} ms"


def test_questions_of_every_kind(library: Assistant) -> None:
    agencies = [report.agency for report in library.reports]
    library.ask("各单位召开了多少次会议？")  # what stands round figures is worked out once
    every: list[float] = []
    for kind, questions in asked.kinds(agencies).items():
        taken = times([lambda one=question: library.ask(one) for question in questions])  # type: ignore[misc]
        every += taken
        say(f"{kind} over {REPORTS} reports, {len(taken)} questions, p50 / p95 / max", spread(taken))
    talks = [(first, [{"role": "user", "content": first}], then) for first, then in asked.follow_ups(agencies)]
    taken = times([lambda one=then, before=past: library.ask(one, before) for _, past, then in talks])  # type: ignore[misc]
    say(f"follow-up over {REPORTS} reports, {len(taken)} questions, p50 / p95 / max", spread(taken))
    say(f"one question over {REPORTS} reports, of every kind, p50 / p95 / max", spread([*every, *taken]))


def test_a_census_over_the_larger_library(large: Assistant) -> None:
    taken = times([lambda one=question: large.ask(one) for question in asked.census(CENSUS)])  # type: ignore[misc]
    say(f"a census over {LARGE} reports, {CENSUS} topics, p50 / p95 / max", spread(taken))


def test_a_search_over_many_reports(library: Assistant) -> None:
    library.search("心理疏导")
    taken = times(20 * [lambda: library.search("给情绪激动的来访人做心理安抚")])
    say(f"one search over {REPORTS} reports, p50 / p95 / max", spread(taken))


def test_a_sync_that_finds_nothing_to_do(library: Assistant) -> None:
    say(f"noticing that none of {REPORTS} files changed", spread(times(5 * [library.sync])))


def test_from_start_to_first_answer_over_the_samples(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "assistant.command", "ask", "哪些单位举行过信访听证？", "--data", str(tmp_path)]
    for what in ("first start, index made", "later start"):
        started = time.perf_counter()
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=300)
        say(f"from start to first answer over the samples, {what}", f"{time.perf_counter() - started:.1f} s")
