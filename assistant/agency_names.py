"""What the agencies of a library are called: full and short names, their places, pinyin and sound."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from assistant.sounds import nearly, sounds
from corpus.agency import place_of
from corpus.report import Report

BODY = re.compile(r"(?:信访局|信访办公室|信访办|人民政府办公室|人民政府|政府|局|办公室|办|党组|县委|市委)$")
SUFFIX = re.compile(r"(?:自治区|自治州|自治县|省|市|区|县|旗|镇|乡|街道)$")
_PARENT = re.compile(r".{2,20}?(?:省|自治区|自治州|[市区县旗])(?=.{2,20}(?:自治县|[市区县旗镇乡]|街道)$)")
"""The places above the last one in a name."""
PROVINCE_SHORT = {
    "北京": "京", "天津": "津", "河北": "冀", "山西": "晋", "内蒙古": "蒙", "辽宁": "辽", "吉林": "吉", "黑龙江": "黑",
    "上海": "沪", "江苏": "苏", "浙江": "浙", "安徽": "皖", "福建": "闽", "江西": "赣", "山东": "鲁", "河南": "豫",
    "湖北": "鄂", "湖南": "湘", "广东": "粤", "广西": "桂", "海南": "琼", "重庆": "渝", "四川": "川", "贵州": "黔",
    "云南": "滇", "西藏": "藏", "陕西": "陕", "甘肃": "甘", "青海": "青", "宁夏": "宁", "新疆": "新",
}  # fmt: skip


def aliases(agency: str) -> tuple[str, ...]:
    """Return the names people use for an agency, the longest first.

    >>> aliases("湖南省信访局")
    ('湖南省信访局', '湖南信访局', '湖南省局', '湖南局', '湖南省', '湖南', '湘局')
    """
    place = place_of(agency) or BODY.sub("", agency)
    body = agency[len(place) :]
    bodies = {body, "局"} | ({"信访办", "信访局", "办"} if "信访办" in body else set())
    bodies |= {"政府"} if body == "人民政府" else set()
    names = {agency}
    for unit in units_of(place):
        stem = SUFFIX.sub("", unit)
        if len(stem) >= 2 and stem != unit:
            names |= {unit, stem, *(head + tail for head in (unit, stem) for tail in bodies)}
        else:
            names |= {unit, unit + body}
    if place and (stem := SUFFIX.sub("", place)) in PROVINCE_SHORT:
        names.add(PROVINCE_SHORT[stem] + "局")
    return tuple(sorted({name for name in names if len(name) >= 2}, key=lambda name: (-len(name), name)))


def units_of(place: str) -> tuple[str, ...]:
    """Return a place and, where it names its parents, its own name alone.

    >>> units_of("临澜市云坪区"), units_of("柳川县")
    (('临澜市云坪区', '云坪区'), ('柳川县',))
    """
    parent = _PARENT.match(place)
    own = place[parent.end() :] if parent else place
    return (place, own) if own != place and len(SUFFIX.sub("", own)) >= 2 else (place,)


class Names:
    """What the agencies of some reports are called, worked out once.

    :param reports: the reports held.
    """

    def __init__(self, reports: Sequence[Report]) -> None:
        self.agencies = tuple(dict.fromkeys(report.agency for report in reports))
        self.meant: dict[str, list[str]] = {}
        latest: dict[str, str] = {}
        for agency in self.agencies:
            for alias in reversed(aliases(agency)):
                self.meant.setdefault(alias, []).append(agency)
                latest[alias] = agency
        self.lengths = sorted({len(alias) for alias in self.meant}, reverse=True)
        self.sounding = {sounds(name): name for name in latest if len(name) >= 3}
        self.sounding_lengths = {len(key) for key in self.sounding}
        self.bodies = [(agency, *_parts(agency)) for agency in self.agencies]
        self.units: dict[str, list[str]] = {}
        for agency in self.agencies:
            for unit in units_of(place_of(agency) or ""):
                for form in {unit, SUFFIX.sub("", unit)}:
                    if len(form) > 1:
                        self.units.setdefault(form, []).append(agency)
        self.unit_lengths = sorted({len(unit) for unit in self.units}, reverse=True)

    @cached_property
    def stems(self) -> dict[str, tuple[str, ...]]:
        """Return agency → its places without their endings."""
        return {agency: _stems(agency) for agency in self.agencies}

    def inside(self, text: str) -> list[str]:
        """Return every name that stands in a text, the longest first."""
        pieces = {text[at : at + length] for length in self.lengths for at in range(len(text) - length + 1)}
        return sorted(pieces & self.meant.keys(), key=lambda name: (-len(name), name))

    @cached_property
    def nearly(self) -> dict[tuple[str, ...], list[str]]:
        """Return names by how they nearly sound."""
        found: dict[tuple[str, ...], list[str]] = {}
        for name in self.meant:
            found.setdefault(tuple(map(nearly, name)), []).append(name)
        return found

    def sounding_in(self, text: str) -> list[str]:
        """Return the names that a piece of a text nearly sounds like."""
        heard = tuple(map(nearly, text))
        pieces = {heard[at : at + length] for length in self.lengths for at in range(len(text) - length + 1)}
        return [name for piece in pieces for name in self.nearly.get(piece, ())]

    def units_in(self, text: str) -> list[str]:
        """Return every place of an agency that stands in a text, the longest first."""
        pieces = {text[at : at + length] for length in self.unit_lengths for at in range(len(text) - length + 1)}
        return sorted(pieces & self.units.keys(), key=lambda name: (-len(name), name))

    def unsure(self, text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return the names in a text that fit several agencies, each with all of them; none inside a longer name."""
        inside = self.inside(text)
        return tuple(
            (name, tuple(self.meant[name]))
            for name in inside
            if len(self.meant[name]) > 1 and not any(name in other for other in inside if other != name)
        )


def _stems(agency: str) -> tuple[str, ...]:
    return tuple(SUFFIX.sub("", unit) for unit in units_of(place_of(agency) or BODY.sub("", agency)))


def _parts(agency: str) -> tuple[tuple[str, ...], str]:
    """Return what an agency's place is called, and what follows it in its name.

    >>> _parts("云坪区市场监督管理局")
    (('云坪区', '云坪'), '市场监督管理局')
    """
    place = place_of(agency) or ""
    stems = dict.fromkeys(stem for stem in (place, SUFFIX.sub("", place)) if len(stem) > 1)
    return tuple(stems), agency[len(place) :] if place else ""
