"""Which agencies, regions and levels a question names, and which of them the library does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.agency_names import BODY, PROVINCE_SHORT, SUFFIX, Names, aliases
from assistant.latin_names import latin_agencies
from assistant.misnamed import meant_by_sound
from assistant.remembered import Remembered
from assistant.romanised import romanised_places
from assistant.sounds import homophone
from assistant.terms import find_concepts
from corpus.agency import place_of
from corpus.report import Report

_SHORT_PROVINCE = re.compile(
    rf"(?:^|[那和跟与比，,看换成])([{''.join(PROVINCE_SHORT.values())}]局)(?=[呢的有怎也写做？?]|$)"
)
"""A province by one character, as offices call each other (湘局)."""
_NAMED = re.compile(
    r"(?P<place>[^\W\d_里有的了是在和被把进请a-zA-Z]{2,5}?(?:省|自治区|自治州|市|区|县|旗|(?<!坐)镇|(?<![家老下回还故城返离])乡(?![亲下里村])|街道)){1,3}(?:信访局|"
    r"信访办公室|信访办|人民政府|司法局|[\u4e00-\u9fff]{2,6}局)?"
    r"|(?P<short>[^\W\d_里有的了是在和被把进请a-zA-Z]{2,3})(?:信访局|信访办|局(?=[的在有是怎去今做开]))"
)
_OTHER_OFFICES = re.compile(
    r"(?:司法|公安|交通(?:运输)?|民政|人社|人力资源(?:和)?社会保障|住建|住房(?:和)?城乡建设|自然资源|规划(?:和自然资源)?|农业(?:农村)?|教育|财政|卫健|卫生(?:健康)?|市场监管|市场监督管理|审计|统计|水利|应急(?:管理)?|生态环境|环保|城管|城市管理|"
    r"综合执法|退役军人(?:事务)?|医保|医疗保障|税务|林业|文旅|文化(?:和)?旅游|行政审批|信访|发改|发展改革|工信|商务|国资|机关事务|粮食|体育|气象|烟草)(?:局|厅|委员会|委)|信访办(?:公室)?|人民政府办公室|人民检察院|检察院|(?:中级)?人民法院|法院"
)
"""Offices that stand directly after a place; another office of a place that a report is from is not held."""
_NOT_NAMES = re.compile(
    r"^(?:希望|建议|恳请|请求|提请|盼|[一二两三四五六七八九十]+个|哪|各|全|本|我|其他|别|这|那|几|多少|每|外|下级|上级|兄弟|有|没|所有|和|与|及|跟|同|对|在|从|把|被|问|说|的|一些|部分|基层|"
    r"省级|市级|县级|区县|市县|县区|乡镇|地市|村|社|园|辖|景|校|片|小|新|老|示范|县乡|\d|年|月|个|请|看|给|国家)"
    r"|^(?:经济|技术|高新|产业|工业|现代|综合|国家级|省级)*(?:开发|高新|经开|保税|老城|主城|中心城|城|示范|合作|试验|功能)区$"
    r"|^[省市县区镇乡]里|(?:社区|小区|园区|辖区|校区|景区|片区|地区|库区|灾区|街区|厂区|示范县|示范区|市县|县区|乡镇|城乡|地市|县市|省市|区县)$|信访|法治|政府|机关|哪|报告|单位|各|什么|怎么|有什|全省|全市|全县|只看|责任|制度|召开|区别|上有|不是|除了|以外"
)
_LEAD = re.compile(
    r"^(?:请问|请|看看|光看|只看|单看|就看|只要|只|光|仅|单|不限|不管|不论|换成|换|改成|改看|改|还有|至于|轮到|查查|查|再|还是|是|把|拿|比如|像|其中|里面|里头|当中|去掉|除去|除开|不看|别看|不要|看|给|和|与|及|跟|同|对|在|从|问问|问|说|的|那么|那(?!曲|坡|大)|比|除了)+"
)
"""Words before a name; 那 is one unless it begins the name (那曲市, 那坡县)."""
_OTHER_PLACES = frozenset({"中国", "全国", "中央"})


@dataclass(frozen=True, slots=True)
class Places:
    """Agencies named, names that are not held, and the question without any of them.

    ``unsure`` pairs a name that fits several agencies with all of them. ``respelt`` holds a name as
    it was typed and the name it was taken for.
    """

    agencies: tuple[str, ...]
    absent: tuple[str, ...]
    rest: str
    unsure: tuple[tuple[str, tuple[str, ...]], ...] = ()
    respelt: tuple[tuple[str, str], ...] = ()


_NAMES: Remembered[Names] = Remembered()


def find_places(text: str, reports: Sequence[Report]) -> Places:
    """Find the agencies a question names, held or not, and take their names out of it."""
    names = _NAMES.get(reports, None, lambda: Names(reports))
    typed, text = text, _respelled(text, names)
    respelt = tuple(slip for slip in [meant_by_sound(typed, names.sounding_in(typed))] if slip)
    for piece, name in respelt:
        text = typed.replace(piece, name) if piece in text else text
    unsure = names.unsure(text)
    found: list[str] = []
    text, elsewhere = _other_offices(text, names)
    text = _taken((name for name in names.inside(text) if BODY.search(name)), text, names, found)
    for name, agency in _abbreviated(text, names):
        found.extend([agency] if agency not in found else [])
        text = text.replace(name, " ")
    text = _taken(names.inside(text), text, names, found)
    named, text = latin_agencies(text, names.stems)
    found.extend(agency for agency in named if agency not in found)
    absent, text = _not_held(text)
    for short in _SHORT_PROVINCE.findall(text):
        absent, text = (*absent, short), text.replace(short, " ")
    foreign, text = romanised_places(text)
    elsewhere = () if found else elsewhere
    return Places(tuple(found), (*elsewhere, *absent, *foreign), text, unsure, respelt)


def _other_offices(text: str, names: Names) -> tuple[str, tuple[str, ...]]:
    """Take out names of offices that are not held, of a place that another office reports from."""
    absent: list[str] = []
    for unit in names.units_in(text):
        for match in re.finditer(rf"{re.escape(unit)}(?=[\u4e00-\u9fff])", text):
            office = _OTHER_OFFICES.match(text, match.end())
            name = text[match.start() : office.end()] if office else ""
            if name and not any(_may_name(name, unit, agency) for agency in names.units[unit]):
                absent.append(name)
    for name in absent:
        text = text.replace(name, " ")
    return text, tuple(dict.fromkeys(absent))


def _may_name(name: str, unit: str, agency: str) -> bool:
    """Tell whether a place and office may name an agency, short forms and other words for the same office included."""
    place = place_of(agency) or ""
    own = name in aliases(agency) or ("信访" in name and "信访" in agency)
    return own or _within(name.removeprefix(unit), agency[len(place) :])


def _taken(called: Iterable[str], text: str, names: Names, found: list[str]) -> str:
    """Take names out of a text and add the agencies they mean to those found."""
    for name in called:
        if name in text:
            found.extend(agency for agency in names.meant[name] if agency not in found)
            text = text.replace(name, " ")
    return text


def _abbreviated(text: str, names: Names) -> list[tuple[str, str]]:
    """Find names that leave out characters of an agency's name after its place (市场监管局 for 市场监督管理局).

    :return: the name as written and the agency meant.
    """
    found = []
    for agency, stems, body in names.bodies:
        for stem in stems:
            if stem not in text:
                continue
            for match in re.finditer(rf"{re.escape(stem)}([\u4e00-\u9fff]{{1,10}}?(?:局|办|政府|委))", text):
                if _within(match.group(1), body):
                    found.append((match.group(0), agency))
    return sorted(found, key=lambda pair: -len(pair[0]))


def _within(short: str, full: str) -> bool:
    """Tell whether the characters of a short name stand in the full one, in order."""
    rest = iter(full)
    return all(char in rest for char in short)


def _respelled(text: str, names: Names) -> str:
    """Mend a name written with other characters of the same sound; names of three characters and more only."""
    meant = homophone(text, names.sounding, names.sounding_lengths)
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
    if SUFFIX.search(word) or word in PROVINCE_SHORT:
        return True
    return (
        re.search(rf"{word}(?:信访|局|市|县|区|的?报告|呢|有没有|20\d\d)|(?:那|和|跟|与|比|问){word}", text) is not None
    )
