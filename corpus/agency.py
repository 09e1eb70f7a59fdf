"""Names of Chinese offices: the canonical name, its level and its place; no list of real places is needed."""

from __future__ import annotations

import re

from corpus.report import Level

_BODY = (
    r"(?:信访局|信访办公室|信访办|人民政府办公室|人民政府|街道办事处|办事处|管理委员会|管委会|委员会办公室|委员会|办公室"
    r"|[\u4e00-\u9fff]{2,8}?(?:管理局|监督局|保障局|资源局|建设局|改革局|发展局|事务局|行政执法局)"
    r"|[\u4e00-\u9fff]{1,6}?局|[\u4e00-\u9fff]{1,4}?厅|镇政府|乡政府|区政府|县政府|市政府|社会工作部)"
)
_UNIT = r"(?:自治区|自治州|自治县|自治旗|林区|新区|开发区|街道|地区|省(?!委)|市(?![场政民容委])|区(?![域委])|县(?!委)|旗|盟|镇|乡(?!村))"
ORGANISATION = re.compile(
    rf"(?:中共)?(?:国家|[\u4e00-\u9fff]{{1,12}}?{_UNIT}(?:[\u4e00-\u9fff]{{1,8}}?{_UNIT}){{0,2}}){_BODY}(?:党组|党委|党工委)?"
)
"""An office's name as it stands in titles, red heads and signatures."""

_PARTY = re.compile(r"^(?:中共|中国共产党)|(?:党组|党委|党工委)$")
_PLACE = re.compile(rf"^([\u4e00-\u9fff]{{1,20}}{_UNIT}){_BODY}$")
_LEVELS: tuple[tuple[str, Level], ...] = (
    (r"(?:镇|乡|街道)$", "town"),
    (r"(?:省|自治区)$|^(?:北京|天津|上海|重庆)市$", "province"),
    (r"(?:开发区|管理区)$", "other"),
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
