"""Names of agencies that are written wrongly, and names of other offices of a place whose reports are held.

云丁市 can only mean 云汀市, since one character sounds nearly the same and the rest is written alike; 菖蒲县 is another
place than 菖溪县. 云汀市交通运输局 is not held because 云汀市信访局 is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.sounds import nearly, sounds

_OFFICE = (
    r"(?:信访|司法|行政审批|交通运输|交通|教育|教体|公安|民政|财政|住房和城乡建设|住建|城市管理|城管|人力资源和社会保障|人社|卫生健康|卫健|审计|林业|水利|农业农村|农业|"
    r"自然资源|国土|市场监督管理|市场监管|应急管理|应急|生态环境|环保|税务|医疗保障|医保|统计|发展和?改革|发改|文化和?旅游|文旅|退役军人事务|商务|科技|工信|国资|民宗|粮食|机关事务|政法|综合行政执法)"
    r"(?:局|厅|委|办公室|办)|人民检察院|检察院|人民法院|(?:人民)?政府办公室|人大常委会|总工会|妇联|残联|纪委监委|纪委"
)
OFFICE = re.compile(rf"^(?:{_OFFICE})(?!长|里的人|主任)")
"""An office right behind the name of its place."""
_ENDINGS = "省市区县旗镇乡局办厅委"
_NAMED_ALONE = re.compile(r"(?:^|[和与跟、，,；;\s]|那|请问|问)$")
_PROVINCES = re.compile(
    r"北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆"
)


def meant_by_sound(text: str, names: Iterable[str]) -> tuple[str, str] | None:
    """Return a piece of a text that is a name written wrongly, with the name; None where nothing is, or two may be.

    One character may differ, by one that sounds nearly the same; names of two characters only where they begin a part
    of the message and sound quite the same.

    >>> meant_by_sound("云丁市开了几场", ("云汀市", "云汀")), meant_by_sound("菖蒲县的满意率", ("菖溪县", "菖溪"))
    (('云丁市', '云汀市'), None)
    >>> meant_by_sound("山西省的听证", ("陕西省",))
    """
    for name in sorted(set(names), key=lambda one: (-len(one), one)):
        if name in text or not re.fullmatch(r"[\u4e00-\u9fff]{2,12}", name):
            continue
        for start in range(len(text) - len(name) + 1):
            piece = text[start : start + len(name)]
            if _is_slip(piece, name) and not _PROVINCES.search(piece):
                if len(name) == 2 and not (_NAMED_ALONE.search(text[:start]) and sounds(piece) == sounds(name)):
                    continue
                return piece, name
    return None


def _is_slip(piece: str, name: str) -> bool:
    """Tell whether one character, or in a long name two, is another one of nearly the same sound."""
    wrong = [(one, other) for one, other in zip(piece, name, strict=True) if one != other]
    if not wrong or len(wrong) > max(1, len(name) // 3):
        return False
    return all(
        "\u4e00" <= one <= "\u9fff" and one not in _ENDINGS and nearly(one) == nearly(other) for one, other in wrong
    )


def other_offices(text: str, places: Sequence[str], held: Iterable[str]) -> tuple[str, ...]:
    """Return the offices named right behind a place of the library that are none of its agencies held.

    >>> other_offices("岚江省司法厅立了多少件", ("岚江省",), ("岚江省信访局",)), other_offices("岚江省信访局", ("岚江省",), ("岚江省信访局",))
    (('岚江省司法厅',), ())
    """
    known = [*held]
    found = []
    for place in sorted(set(places), key=lambda one: (-len(one), one)):
        for match in re.finditer(re.escape(place), text):
            office = OFFICE.match(text[match.end() :])
            name = place + office.group(0) if office else ""
            if (
                name
                and name not in found
                and not any(within(name, one) and one[: len(place)] == place for one in known)
            ):
                found.append(name)
    return tuple(one for one in found if not any(one != other and one in other for other in found))


def within(short: str, full: str) -> bool:
    """Tell whether the characters of a short name stand in the full one, in order."""
    rest = iter(full)
    return all(char in rest for char in short)
