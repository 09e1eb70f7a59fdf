"""Names of Chinese offices: the canonical name, its level and its place; no list of real places is needed."""

from __future__ import annotations

import re

from corpus.report import Level

_CHAR = r"[^\W\d_A-Za-z的了在是被把]"
"""A character of a name: Chinese, and none of the words that only sentences have."""
_KIND = r"(?<![格布结全大当时开定])局(?!面|势|限|部|长)|办公室|委员会(?:办公室)?|(?<!大)厅|中心|管委会|办事处|法院|检察院|大队|支队|总队|联合社|总工会"
_BODY = (
    rf"(?:信访局|信访办公室|信访办(?!理)|(?:人民)?政府(?:信访局|信访办公室|办公室)|人民政府|政府|街道办事处|办事处|管理委员会|管委会"
    rf"|(?:社会工作|组织|宣传|统战)部|{_CHAR}{{0,14}}?(?:{_KIND}))(?:{_CHAR}{{2,4}}分局)?"
)
_CITY = r"市(?!场|容|政(?!府|务|协|法)|民(?![政族宗营航]))"
_UNIT = rf"(?:自治区|自治州|自治县|自治旗|林区|新区|开发区|街道|地区|省|{_CITY}|区(?!域)|县|旗|盟|镇|乡(?!村))"
_SUB = rf"(?:(?!城[市乡镇]|市[场政]|乡[村镇]|社区){_CHAR}{{1,7}}?(?:自治县|新区|开发区|街道|{_CITY}|区(?!域)|县|旗|(?<!城)镇|(?<!城)乡(?![村镇]))){{0,2}}"
_PLACE_NAME = rf"(?!关于|现将|根据|按照|今年|去年|近年|一年|[我本全各]|[省市区县镇乡旗](?:委|政府|信访|直)){_CHAR}{{1,20}}?{_UNIT}{_SUB}"
_PARTY_PART = r"(?:委(?!员|办公)、?(?:{unit}?(?:人民)?政府)?)?".format(unit="[省市区县镇乡旗]")
"""县委 or 县委、县政府 between a place and its office."""
_STATE = r"(?:国家[\u4e00-\u9fff]{1,6}总局)?"
ORGANISATION = re.compile(
    rf"(?:中共|中国共产党)?(?:{_STATE}{_PLACE_NAME}(?:{_PARTY_PART}{_BODY}(?:党组|党委|党工委)?|党组|党委|党工委)|国家{_BODY})"
)
"""An office's name as it stands in titles, red heads and signatures; to be tried where a name may begin."""

_PARTY = re.compile(r"^(?:中共|中国共产党)|(?:党组|党委|党工委)$")
_PLACE = re.compile(rf"^{_STATE}({_PLACE_NAME})(?:{_PARTY_PART}{_BODY})?$")
_REPORTING_PLACE = re.compile(rf"({_PLACE_NAME})(?=20\d\d|关于|二[〇○零]|法治|推进|依法)")
_BEGINS = re.compile(
    r"(?:^|[，,、。；;：:（(“《【\s])(?:关于)?(?:报送|上报|呈报|印发)?(?:(?:20\d\d|二[〇○零][〇○零一二三四五六七八九]{2})年度?)?[，,]?"
)
_ZONE = r"(?:开发区|管理区|高新区|经开区|示范区|园区|技术区|合作区)$"
_LEVELS: tuple[tuple[str, Level], ...] = (
    (r"(?:镇|乡|街道)$", "town"),
    (r"(?:省|自治区)$|^(?:北京|天津|上海|重庆)市$", "province"),
    (_ZONE, "other"),
    (r"(?:区|县|旗)$", "county"),
    (r"(?:市|自治州|地区|盟)$", "city"),
)


def canonical(issuer: str) -> str:
    """Return the office's name without the Party-group frame.

    >>> canonical("中共开江县信访局党组")
    '开江县信访局'
    """
    name = re.sub(r"\s+", "", issuer)
    return _PARTY.sub("", _PARTY.sub("", name))


def named_in(text: str) -> str | None:
    """Return the first office named where a name may begin: at the start, after punctuation, after 关于 or a year.

    >>> named_in("关于柳川县信访局2024年度法治政府建设情况的报告"), named_in("2024年，石桥镇人民政府坚持依法行政")
    ('柳川县信访局', '石桥镇人民政府')
    >>> named_in("在柳川县人民政府的领导下") is None
    True
    """
    text = re.sub(r"\s+", "", text)
    for begin in _BEGINS.finditer(text):
        found = ORGANISATION.match(text, begin.end())
        if found:
            return found.group(0)
    return None


def place_named_in(title: str) -> str | None:
    """Return the place that a title reports on without naming its office, or None.

    >>> place_named_in("石桥镇2024年法治政府建设工作总结")
    '石桥镇'
    >>> place_named_in("2024年柳川县法治政府建设工作报告")
    '柳川县'
    """
    title = re.sub(r"\s+", "", title)
    begin = _BEGINS.match(title)
    found = _REPORTING_PLACE.match(title, begin.end() if begin else 0)
    return found.group(1) if found else None


def place_of(agency: str) -> str | None:
    """Return the administrative place an office's name begins with, or None.

    >>> place_of("中站区信访局"), place_of("南岭省白芷县信访局"), place_of("国家信访局")
    ('中站区', '南岭省白芷县', None)
    """
    found = _PLACE.match(agency)
    return found.group(1) if found else None


def level_of(agency: str) -> Level:
    """Tell the level of an office by the last place in its name; 市辖区 counts as county.

    >>> level_of("湖南省信访局"), level_of("临澜市云坪区信访办公室"), level_of("石桥镇人民政府"), level_of("重庆市信访办公室")
    ('province', 'county', 'town', 'province')
    """
    place = place_of(agency)
    if place is None:
        return "other"
    for pattern, level in _LEVELS:
        if re.search(pattern, place):
            return level
    return "other"
