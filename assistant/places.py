"""Which agencies, regions and levels a question names, and which of them the library does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.misnamed import meant_by_sound, other_offices, within
from assistant.romanised import romanised_places
from assistant.sounds import homophone, sounds, spelled
from assistant.terms import find_concepts
from corpus.agency import place_of
from corpus.report import Report

_BODY = re.compile(r"(?:信访局|信访办公室|信访办|人民政府办公室|人民政府|政府|局|办公室|办|党组|县委|市委)$")
_SUFFIX = re.compile(r"(?:自治区|自治州|自治县|省|市|区|县|旗|镇|乡|街道)$")
_PARENT = re.compile(r".{2,20}?(?:省|自治区|自治州|[市区县旗])(?=.{2,20}(?:自治县|[市区县旗镇乡]|街道)$)")
"""The places above the last one in a name."""
_PROVINCE_SHORT = {
    "北京": "京", "天津": "津", "河北": "冀", "山西": "晋", "内蒙古": "蒙", "辽宁": "辽", "吉林": "吉", "黑龙江": "黑",
    "上海": "沪", "江苏": "苏", "浙江": "浙", "安徽": "皖", "福建": "闽", "江西": "赣", "山东": "鲁", "河南": "豫",
    "湖北": "鄂", "湖南": "湘", "广东": "粤", "广西": "桂", "海南": "琼", "重庆": "渝", "四川": "川", "贵州": "黔",
    "云南": "滇", "西藏": "藏", "陕西": "陕", "甘肃": "甘", "青海": "青", "宁夏": "宁", "新疆": "新",
}  # fmt: skip
_NAMED = re.compile(
    r"(?P<place>[^\W\d_里有的了是在和被把进请a-zA-Z]{2,5}?(?:省|自治区|自治州|市|区|县|旗|(?<!坐)镇|(?<![家老下回还故城返离])乡(?![亲下里村])|街道)){1,3}(?:信访局|"
    r"信访办公室|信访办|人民政府|司法局|[\u4e00-\u9fff]{2,6}局)?"
    r"|(?P<short>[\u4e00-\u9fff]{2,3})(?:信访局|信访办|局(?=[的在有是怎去今做开]))"
)
_NOT_NAMES = re.compile(
    r"^(?:哪|各|全|本|我|其他|别|这|那|几|多少|每|外|下级|上级|兄弟|有|没|所有|和|与|及|跟|同|对|在|从|把|被|问|说|的|一些|部分|基层|"
    r"省级|市级|县级|区县|市县|县区|乡镇|地市|村|社|园|辖|景|校|片|小|新|老|示范|县乡|\d|年|月|个|请|看|给|国家)"
    r"|^(?:经济|技术|高新|产业|工业|现代|综合|国家级|省级)*(?:开发|高新|经开|保税|老城|主城|中心城|城|示范|合作|试验|功能)区$"
    r"|(?:社区|小区|园区|辖区|校区|景区|片区|地区|库区|灾区|街区|厂区|示范县|示范区|市县|县区|乡镇|城乡|地市|县市|省市|区县)$|信访|法治|政府|机关|哪|报告|单位|各|什么|怎么|有什|全省|全市|全县|只看|责任|制度|召开|区别|上有"
)
_LEAD = re.compile(r"^(?:请问|请|看看|看|给|和|与|及|跟|同|对|在|从|问问|问|说|的|那么|那(?!曲|坡|大)|比|除了)+")
"""Words before a name; 那 is one unless it begins the name (那曲市, 那坡县)."""
_OTHER_PLACES = frozenset({"中国", "全国", "中央"})


@dataclass(frozen=True, slots=True)
class Places:
    """Agencies and regions named, names that are not held, and the question without any of them.

    ``respelt`` holds a name as it was typed and the name it was taken for.
    """

    agencies: tuple[str, ...]
    absent: tuple[str, ...]
    rest: str
    respelt: tuple[tuple[str, str], ...] = ()


def aliases(agency: str) -> tuple[str, ...]:
    """Return the names people use for an agency, the longest first.

    >>> aliases("湖南省信访局")
    ('湖南省信访局', '湖南信访局', '湖南省局', '湖南局', '湖南省', '湖南', '湘局')
    """
    place = _BODY.sub("", agency)
    body = agency[len(place) :]
    bodies = {body, "局"} | ({"信访办", "信访局", "办"} if "信访办" in body else set())
    bodies |= {"政府"} if body == "人民政府" else set()
    names = {agency}
    for unit in _units(place):
        stem = _SUFFIX.sub("", unit)
        if len(stem) >= 2 and stem != unit:
            names |= {unit, stem, *(head + tail for head in (unit, stem) for tail in bodies)}
        else:
            names |= {unit, unit + body}
    if place and (stem := _SUFFIX.sub("", place)) in _PROVINCE_SHORT:
        names.add(_PROVINCE_SHORT[stem] + "局")
    return tuple(sorted({name for name in names if len(name) >= 2}, key=lambda name: (-len(name), name)))


def _units(place: str) -> tuple[str, ...]:
    """Return a place and, where it names its parents, its own name alone.

    >>> _units("临澜市云坪区"), _units("柳川县")
    (('临澜市云坪区', '云坪区'), ('柳川县',))
    """
    parent = _PARENT.match(place)
    own = place[parent.end() :] if parent else place
    return (place, own) if own != place and len(_SUFFIX.sub("", own)) >= 2 else (place,)


def find_places(text: str, reports: Sequence[Report]) -> Places:
    """Find the agencies a question names, held or not, and take their names out of it."""
    names = {alias: agency for agency in _agencies(reports) for alias in reversed(_names(agency, reports))}
    typed, text = text, _respelled(text, names)
    respelt = tuple(slip for slip in [meant_by_sound(typed, names)] if slip)
    for piece, name in respelt:
        text = typed.replace(piece, name) if piece in text else text
    found: list[str] = []
    others = other_offices(text, _own_places(reports), names)
    for office in others:
        text = text.replace(office, " ")
    ordered = sorted(names, key=lambda name: (-len(name), name))
    text = _taken((name for name in ordered if _BODY.search(name)), text, reports, found)
    for name, agency in _abbreviated(text, reports):
        found.extend([agency] if agency not in found else [])
        text = text.replace(name, " ")
    text = _taken(ordered, text, reports, found)
    for word in re.findall(r"[A-Za-z]{4,}", text):
        meant = [
            agency
            for agency in _agencies(reports)
            if any(spelled(_SUFFIX.sub("", unit)) == word.lower() for unit in _units(_BODY.sub("", agency)))
        ]
        if meant:
            found.extend(agency for agency in meant if agency not in found)
            text = re.sub(rf"\b{word}\b", " ", text)
    absent, text = _not_held(text)
    foreign, text = romanised_places(text)
    others = () if found else others
    return Places(tuple(found), (*others, *absent, *foreign), text, respelt)


def _taken(names: Iterable[str], text: str, reports: Sequence[Report], found: list[str]) -> str:
    """Take names out of a text and add the agencies they mean to those found."""
    for name in names:
        if name in text:
            found.extend(agency for agency in _called(name, reports) if agency not in found)
            text = text.replace(name, " ")
    return text


def _agencies(reports: Sequence[Report]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(report.agency for report in reports))


def _called(name: str, reports: Sequence[Report]) -> tuple[str, ...]:
    """Return every agency that a name may mean; more than one where the name is ambiguous."""
    return tuple(agency for agency in _agencies(reports) if name in _names(agency, reports))


def _names(agency: str, reports: Sequence[Report]) -> tuple[str, ...]:
    """Return what an agency is called; by its bare place too, where it alone is held of that place."""
    place = place_of(agency)
    if not place or any(place_of(other) == place for other in _agencies(reports) if other != agency):
        return aliases(agency)
    stem = _SUFFIX.sub("", place)
    bare = [place, stem] if len(stem) >= 2 else [place]
    return tuple(sorted({*aliases(agency), *bare}, key=lambda name: (-len(name), name)))


def _own_places(reports: Sequence[Report]) -> tuple[str, ...]:
    """Return the places whose agencies are held, with and without their ending."""
    places = {place for agency in _agencies(reports) if (place := place_of(agency))}
    units = {unit for place in places for unit in _units(place)}
    stems = {stem for unit in units if len(stem := _SUFFIX.sub("", unit)) >= 2}
    return tuple(units | stems)


def _abbreviated(text: str, reports: Sequence[Report]) -> list[tuple[str, str]]:
    """Find names that leave out characters of an agency's name after its place (市场监管局 for 市场监督管理局).

    :return: the name as written and the agency meant.
    """
    found = []
    for agency in _agencies(reports):
        place = place_of(agency)
        body = agency[len(place) :] if place else ""
        for stem in {place or "", _SUFFIX.sub("", place or "")}:
            for match in (
                re.finditer(rf"{stem}([\u4e00-\u9fff]{{1,10}}?(?:局|办|政府|委))", text) if len(stem) > 1 else ()
            ):
                if within(match.group(1), body):
                    found.append((match.group(0), agency))
    return sorted(found, key=lambda pair: -len(pair[0]))


def _respelled(text: str, names: dict[str, str]) -> str:
    """Mend a name written with other characters of the same sound; names of three characters and more only."""
    sounding = {sounds(name): name for name in names if len(name) >= 3}
    meant = homophone(text, sounding)
    return text[: meant[0]] + meant[2] + text[meant[1] :] if meant else text


def _not_held(text: str) -> tuple[tuple[str, ...], str]:
    """Take out names of places that no report is from.

    >>> _not_held("成都市信访局2024年法律咨询多少次")[0], _not_held("哪些县开过听证")[0]
    (('成都市信访局',), ())
    """
    absent = []
    terms = {text[found.start : found.end] for found in find_concepts(text)}
    for match in list(_NAMED.finditer(text)):
        name = _LEAD.sub("", match.group(0))
        stem = re.sub(r"信访局|信访办公室|信访办|人民政府", "", name)
        if len(name) >= 3 and not _NOT_NAMES.match(name) and not _NOT_NAMES.search(stem):
            absent.append(name)
    for name in absent:
        text = text.replace(name, " ")
    for word in _tagged_places(text):
        if any(word in term for term in terms):
            continue
        absent.append(word)
        text = text.replace(word, " ")
    return tuple(dict.fromkeys(absent)), text


def _tagged_places(text: str) -> list[str]:
    import rjieba

    return [
        word
        for word, tag in rjieba.tag(text)
        if tag == "ns" and word not in _OTHER_PLACES and not _NOT_NAMES.search(word) and _as_place(word, text)
    ]


def _as_place(word: str, text: str) -> bool:
    """Tell whether a word that may be a place is used as one: by its ending, as a province, or before an office."""
    if _SUFFIX.search(word) or word in _PROVINCE_SHORT:
        return True
    return (
        re.search(rf"{word}(?:信访|局|市|县|区|的?报告|呢|有没有|20\d\d)|(?:那|和|跟|与|比|问){word}", text) is not None
    )
