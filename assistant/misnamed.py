"""Names of agencies that are written wrongly, read as the one held name that they can mean.

云丁市 can only mean 云汀市, since one character sounds nearly the same and the rest is written alike; 菖蒲县 is another
place than 菖溪县.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.sounds import nearly, sounds

_ENDINGS = "省市区县旗镇乡局办厅委"
_NAMED_ALONE = re.compile(r"(?:^|[和与跟、，,；;\s]|那|请问|问)$")
_OFFICE_OF_PLACE = re.compile(r"[省市区县旗镇乡][局办厅委]$")
"""A short name whose last character, where another stands, belongs to the words behind the place: 云汀市举行."""
_PROVINCES = re.compile(
    r"北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆"
)


def meant_by_sound(text: str, names: Iterable[str]) -> tuple[str, str] | None:
    """Return a piece of a text that is a name written wrongly, with the name; None where nothing is, or two may be.

    One character may differ, by one that sounds nearly the same; names of two characters only where they begin a part
    of the message and sound quite the same.

    >>> meant_by_sound("云丁市开了几场", ("云汀市", "云汀")), meant_by_sound("菖蒲县的满意率", ("菖溪县", "菖溪"))
    (('云丁市', '云汀市'), None)
    >>> meant_by_sound("山西省的听证", ("陕西省",)), meant_by_sound("云汀市举行了几场", ("云汀市局",))
    (None, None)
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
    if not wrong or len(wrong) > max(1, len(name) // 3) or (_OFFICE_OF_PLACE.search(name) and piece[-1] != name[-1]):
        return False
    return all(
        "\u4e00" <= one <= "\u9fff" and one not in _ENDINGS and nearly(one) == nearly(other) for one, other in wrong
    )
