"""The quality suite: golds in, one verdict out; ``wenju quality --help`` lists the options.

Exit 1 where a measure lies below its floor, 2 where a file cannot be used.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from assistant import settings
from tests.quality.case import Case, Measure, measured
from tests.quality.compare import changes
from tests.quality.floors import raised, write
from tests.quality.gold import FILES, Gold, bundled, load
from tests.quality.kept import keep
from tests.quality.line import BadGold
from tests.quality.result import Result
from tests.quality.result import load as load_result
from tests.quality.run import run
from tests.quality.show.page import page
from tests.quality.show.table import changes_table, table


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print, write what was asked for, and return the exit code."""
    options = parser().parse_args(argv)
    try:
        golds = chosen(options)
        old = load_result(options.compare) if options.compare else None
        result = measure(golds, peers=options.peers)
        if options.raise_floors:
            raise_floors(golds, result)
    except BadGold as error:
        print(error, file=sys.stderr)
        return 2
    if not options.part:
        _keep(result, settings.resolve(options.reports, options.data, os.environ).data)
    moved = list(changes(old, result)) if old else []
    if options.out:
        _write(options.out, json.dumps(result.to_dict(), ensure_ascii=False, indent=1))
    if options.html:
        _write(options.html, page(result, moved))
    if options.json:
        print(json.dumps(result.to_dict(), ensure_ascii=False))
    else:
        print(table(result, failures=options.failures))
        print("\n" + changes_table(moved) if old else "", end="\n" if old else "")
    return int(result.verdict == "red")


def raise_floors(golds: Iterable[Gold], result: Result) -> None:
    """Write the floors that a run surpassed.

    :raises BadGold: if a gold has no place for floors.
    """
    for gold in golds:
        if gold.floors_file is None:
            raise BadGold(f"{gold.name}: a single file of questions has no floors; give a gold folder")
        write(gold.floors_file, raised(gold.floors, result.measures[gold.name]))


def measure(golds: Iterable[Gold], *, peers: bool = False) -> Result:
    """Run every gold, and the peers on the same golds where asked."""
    golds = list(golds)
    started = time.perf_counter()
    cases = {gold.name: run(gold) for gold in golds}
    left_open = {gold.name: gold.open for gold in golds if gold.open}
    floors = {gold.name: gold.floors for gold in golds}
    result = Result(cases, floors, time.perf_counter() - started, open=left_open)
    if not peers:
        return result
    from tests.quality.peers.table import against

    return replace(result, peers={gold.name: {"Wenju": alike(cases[gold.name]), **against(gold)} for gold in golds})


def alike(cases: Iterable[Case]) -> dict[str, Measure]:
    """Return our measures over the questions that peers are asked: searches, and the census of every topic."""
    return measured(case for case in cases if case.measure != "census F1" or case.id.startswith("topic "))


def chosen(options: argparse.Namespace) -> list[Gold]:
    """Return the golds that the options name: the bundled ones, some of them, or one of the user's own.

    :raises BadGold: if a file or name does not lead to a gold.
    """
    if not options.gold:
        found = bundled()
        names = [gold.name for gold in found]
        if unknown := [name for name in options.part if name not in names]:
            raise BadGold(f"{unknown[0]}: no such part; there are {', '.join(names)}")
        return [gold for gold in found if not options.part or gold.name in options.part]
    folder = options.gold.parent if options.gold.is_file() else options.gold
    reports = settings.resolve(options.reports, None, os.environ).reports
    if not reports.is_dir():
        raise BadGold(f"{reports.name}: no such folder of reports; check --reports")
    if options.gold.is_file() and options.gold.name not in FILES:
        return [load(options.gold.stem, reports, folder, questions=options.gold)]
    if not any((folder / name).is_file() for name in FILES):
        raise BadGold(f"{options.gold.name}: no gold here; a gold folder holds one of {', '.join(FILES)}")
    return [load(folder.resolve().name, reports, folder)]


def parser() -> argparse.ArgumentParser:
    """Return the parser of the suite's options."""
    parser = argparse.ArgumentParser(prog="wenju quality", description="Measure retrieval and answers on gold.")
    parser.add_argument("--gold", type=Path, metavar="PATH", help="a gold folder, or a file of question lines")
    parser.add_argument("--reports", type=Path, metavar="DIR", help="the reports of --gold (else the samples)")
    parser.add_argument("--data", type=Path, metavar="DIR", help="keeps the run for the page; the suite indexes afresh")
    parser.add_argument("--part", action="append", default=[], help="only this bundled gold: real, seen or unseen")
    parser.add_argument("--failures", action="store_true", help="list every failing question")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the JSON of the run, to compare with later")
    parser.add_argument("--html", type=Path, metavar="FILE", help="write a page with charts and failing questions")
    parser.add_argument("--compare", type=Path, metavar="FILE", help="list gains and losses against an earlier --out")
    parser.add_argument("--raise-floors", action="store_true", help="lift the floors to just below this run")
    parser.add_argument(
        "--peers", action="store_true", help="measure other pipelines beside (make peers installs them)"
    )
    return parser


def _keep(result: Result, data: Path) -> None:
    """Keep a whole run where the page looks for it; a run that cannot be kept is still a run."""
    try:
        keep(result, data)
    except OSError as error:
        print(f"{data.name}: the run was not kept for the page ({error.strerror})", file=sys.stderr)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


if __name__ == "__main__":
    sys.exit(main())
