"""A result as text for a terminal: measures by gold, then by kind, language and tag, peers, failures, changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tests.quality.case import MEASURES, Measure, by
from tests.quality.compare import Change
from tests.quality.result import Result

_BREAKDOWN = ("kind", "language", "tags")
_OVERALL = "answers right"
_LONGEST = 110


def table(result: Result, *, failures: bool = False) -> str:
    """Return the whole table.

    :param failures: whether every failing case is listed.
    """
    lines = [*_measures(result), *_breakdowns(result), *_peers(result)]
    if failures:
        lines += _failures(result)
    lines.append("")
    lines += [
        f"skipped: {count} of {gold} without an expectation; fill in expect" for gold, count in result.open.items()
    ]
    lines += [f"below its floor: {gold} {line}" for gold, short in result.short.items() for line in short]
    lines.append(f"verdict: {result.verdict}, {result.seconds:.1f} s")
    return "\n".join(lines).lstrip("\n")


def changes_table(changes: Iterable[Change]) -> str:
    """Return what two runs gained and lost, question by question."""
    lines = [f"{'change':<34}{'pairs':>6}{'mean':>8}  {'95 % interval':<18}{'gains':>6}{'losses':>7}"]
    for one in changes:
        interval = f"[{one.low:+.3f}, {one.high:+.3f}]"
        sure = "  *" if one.certain else ""
        name = f"{one.gold} {one.measure}"
        counts = f"{len(one.gains):>6}{len(one.losses):>7}"
        lines.append(f"  {name:<32}{one.pairs:>6}{one.mean:>+8.3f}  {interval:<18}{counts}{sure}")
        for word, pairs in (("gain", one.gains), ("loss", one.losses)):
            lines += [f"      {word}: {new.question}: {_cut(old.came)} → {_cut(new.came)}" for old, new in pairs]
    return "\n".join([*lines, "* the interval leaves out zero"])


def _measures(result: Result) -> Iterator[str]:
    golds = list(result.measures)
    yield f"{'':<22}" + "".join(f"{gold:>8}{'cases':>7}{'floor':>7}" for gold in golds)
    for name in MEASURES:
        if not any(name in result.measures[gold] for gold in golds):
            continue
        line = f"{name:<22}"
        for gold in golds:
            one, floor = result.measures[gold].get(name), result.floors.get(gold, {}).get(name)
            low = "!" if one and floor is not None and one.value < floor else " "
            line += f"{one.value:>7.3f}{low}{one.cases:>7}" if one else f"{'–':>8}{'':>7}"
            line += f"{floor:>7.3f}" if floor is not None else f"{'':>7}"
        yield line.rstrip()


def _breakdowns(result: Result) -> Iterator[str]:
    golds = list(result.cases)
    for key in _BREAKDOWN:
        found = {gold: by(result.cases[gold], _OVERALL, key) for gold in golds}
        names = sorted({name for one in found.values() for name in one})
        if not names:
            continue
        yield ""
        yield f"{_OVERALL} by {key.removesuffix('s'):<5}" + "".join(f"{gold:>8}{'cases':>7}" for gold in golds)
        for name in names:
            cells = (found[gold].get(name) for gold in golds)
            yield f"  {name:<20}" + "".join(
                f"{one.value:>8.3f}{one.cases:>7}" if one else f"{'–':>8}{'':>7}" for one in cells
            )


def _peers(result: Result) -> Iterator[str]:
    for gold, peers in result.peers.items():
        names = _peer_measures(peers)
        yield ""
        yield f"{'peers, ' + gold:<42}" + "".join(f"{name:>11}" for name in names)
        for peer, found in peers.items():
            yield f"  {peer:<40}" + "".join(
                f"{found[name].value:>11.3f}" if name in found else f"{'–':>11}" for name in names
            )


def _peer_measures(peers: Mapping[str, Mapping[str, Measure]]) -> list[str]:
    """Return the measures that some peer of ours has too."""
    return [name for name in MEASURES if sum(name in found for found in peers.values()) > 1]


def _failures(result: Result) -> Iterator[str]:
    for gold, cases in result.cases.items():
        for name in MEASURES:
            wrong = [case for case in cases if case.measure == name and case.score < 1]
            if wrong:
                yield ""
                yield f"{gold}, {name}: {len(wrong)} of {sum(case.measure == name for case in cases)}"
                for case in wrong:
                    yield f"  {case.question}: {_cut(case.came)} | expected {_cut(case.expected)}"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
