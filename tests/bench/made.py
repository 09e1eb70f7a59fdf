"""Invented libraries of any size: each report is put together from paragraphs of the seen samples, with its own numbers.

Each report speaks of its own choice of topics, as real ones do, so that a question finds a part of the library.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from assistant.settings import SAMPLES
from corpus.agency import place_of
from corpus.parse import read_report
from corpus.report import Report, Role
from tests.quality.gold import HERE

FIRST = "澄沅濠汾涪漳湟洮沁洹浔沭沂洙泗漯灞浐沣滁溧溱溆潢澧澴濮瀍灈灌泷洎洺浉浠涑淇渑渌湔"
SECOND = "川陵原阳安宁昌平江河山岭溪桥塘湾洲坪坝台关口城门浦港洞泉岩峰谷岗坡墩堡寨屯集店铺庄营甸淀"
KINDS = "县区市"
YEARS = (2024, 2023)
CHAPTERS: tuple[tuple[Role, str, int], ...] = (
    ("work", "主要工作情况", 11), ("problem", "存在的主要问题", 4), ("plan", "下一步工作打算", 4),
)  # fmt: skip
_NUMBER = re.compile(r"(?<![\d.])(?!20\d\d)[1-9]\d{1,3}(?![\d.])")
_SHORTEST = 24


def places() -> Iterator[tuple[str, int]]:
    """Yield places that do not exist, each with a year: some ten thousand."""
    for year, kind, second, first in product(YEARS, KINDS, SECOND, FIRST):
        yield f"{first}{second}{kind}", year


def write(folder: Path, count: int) -> None:
    """Write that many reports; the same ones every time."""
    folder.mkdir(parents=True, exist_ok=True)
    seen = json.loads((HERE / "seen" / "reports.json").read_text("utf-8"))
    reports = [read_report(SAMPLES / one["file"], SAMPLES) for one in seen]
    pools = {role: [one for report in reports for one in _paragraphs(report, role)] for role, _, _ in CHAPTERS}
    for number, (place, year) in zip(range(count), places(), strict=False):
        text = _report(place, year, random.Random(number), pools)
        (folder / f"{number:05}.txt").write_text(text, "utf-8")


def _paragraphs(report: Report, role: Role) -> Iterator[str]:
    own = place_of(report.agency) or report.agency
    for section in report.sections:
        if section.role == role:
            for line in report.text[section.start : section.own_end].split("\n"):
                if len(line) >= _SHORTEST:
                    yield re.sub(
                        r"^(?:[（(][一二三四五六七八九十]+[）)]|\d+[.．、]\s*|[一二三四五六七八九]是)", "", line
                    ).replace(own, "本地")


def _report(place: str, year: int, dice: random.Random, pools: dict[Role, list[str]]) -> str:
    lines = [f"{place}信访局", f"关于{year}年度法治政府建设工作情况的报告", "", f"{place}委、{place}人民政府："]
    for number, (role, heading, most) in zip("一二三", CHAPTERS, strict=True):
        lines += ["", f"{number}、{heading}", ""]
        chosen = dice.sample(pools[role], min(dice.randint(most - 3, most + 3), len(pools[role])))
        for item, paragraph in zip("一二三四五六七八九十", chosen, strict=False):
            lines.append(f"（{item}）{_NUMBER.sub(lambda _: str(dice.randint(10, 4999)), paragraph)}")
    return "\n".join([*lines, "", f"{place}信访局", f"{year + 1}年1月{dice.randint(6, 28)}日", ""])
