"""Invented reports for the tests of the index: a folder of text files, written as bureaus write."""

from __future__ import annotations

import os
import subprocess
import sys
import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

SUBJECTS = (
    "普法宣传", "接访下访", "矛盾化解", "网上信访", "复查复核", "队伍建设", "听证评议", "档案管理", "初次信访", "联席会议",
    "督查督办", "心理疏导", "诉讼应对", "合法性审查", "信息公开", "案件评查",
)  # fmt: skip
"""One for each report, so that a query of it has one best report."""


def text(number: int, *, extra: str = "") -> str:
    """Return one report; its agency, year and subject depend on its number."""
    agency = f"云{'甲乙丙丁戊己庚辛壬癸'[number % 10]}县信访局"
    subject = SUBJECTS[number % len(SUBJECTS)]
    year = 2020 + number % 5
    items = "\n".join(
        f"{mark}是围绕{subject}开展第{index}项工作，全年组织{subject}活动{number + index}场次，参加人员{10 * index + number}人，"
        f"形成{subject}工作台账{index}份，群众对{subject}的满意程度稳步提高。"
        for index, mark in enumerate("一二三四", start=1)
    )
    return (
        f"{agency}{year}年度法治政府建设工作报告\n\n"
        f"{year}年，{agency}认真履行职责，现将有关情况报告如下：\n\n"
        f"一、主要工作开展情况\n（一）扎实推进{subject}。\n{items}\n"
        f"（二）加强组织领导。建立由主要负责人牵头的工作专班，定期研究{subject}中的难点问题。{extra}\n"
        f"二、存在的问题\n{subject}工作中仍有人员不足、经费紧张的情况，个别同志的法治意识还不够强。\n"
        f"三、下一步工作计划\n计划进一步完善{subject}制度，力争办理时间再缩短{number + 1}天。\n"
        f"\n{agency}\n{year + 1}年1月{number % 27 + 1}日\n"
    )


def folder(place: Path, count: int) -> Path:
    """Write reports 0 … count-1 into a folder and return it."""
    place.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        write(place, number)
    return place


def write(place: Path, number: int, *, extra: str = "", name: str | None = None) -> Path:
    """Write one report and return its path."""
    path = place / (name or f"{number:03}.txt")
    path.write_text(text(number, extra=extra), encoding="utf-8")
    return path


class StandIn:
    """A model for tests that start processes: hashed character bigrams, in no time; the real one takes 5 s to load."""

    name = "stand-in"
    dimension = 128

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return unit rows."""
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, content in enumerate(texts):
            for at in range(len(content) - 1):
                rows[row, zlib.crc32(content[at : at + 2].encode()) % self.dimension] += 1
            rows[row, 0] += 1e-3
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)

    @classmethod
    def open(cls, model: object = None) -> StandIn:
        """Stand where ``Embedder.open`` stood; another model is another name."""
        made = cls()
        made.name = f"stand-in-{model}" if model else cls.name
        return made


def use_stand_in() -> None:
    """Replace the model in this process; for children of tests."""
    from index import embedding

    embedding.Embedder.open = StandIn.open  # type: ignore[method-assign]


def child(code: str, *arguments: object) -> subprocess.Popen[str]:
    """Start Python on some lines that use the stand-in; ``sys.argv[1:]`` are the arguments."""
    root = Path(__file__).parents[2]
    lines = f"import sys\nfrom pathlib import Path\nfrom tests.index import made\nmade.use_stand_in()\n{code}"
    return subprocess.Popen(
        [sys.executable, "-c", lines, *map(str, arguments)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
