"""The words people type for levels, roles and statuses, and what each means; the words of the page among them."""

from __future__ import annotations

from assistant.naming import ROLE, STATUS
from corpus.report import LEVELS, ROLES, STATUSES, Level, Role, Status

LEVEL_WORDS: dict[str, Level] = {
    **{level: level for level in LEVELS},
    **dict.fromkeys(("省", "省级", "自治区", "直辖市"), LEVELS[0]),
    **dict.fromkeys(("市", "市级", "地市", "地级市", "州"), LEVELS[1]),
    **dict.fromkeys(("县", "县级", "区", "区级", "区县", "县区", "市辖区", "县级市"), LEVELS[2]),
    **dict.fromkeys(("乡", "镇", "乡镇", "乡级", "街道"), LEVELS[3]),
    **dict.fromkeys(("其他", "其它"), LEVELS[4]),
}
"""市辖区 counts as county."""

ROLE_WORDS: dict[str, Role] = {
    **{role: role for role in ROLES},
    **{chinese: role for role, (chinese, _) in ROLE.items()},
    **dict.fromkeys(("职责", "履职", "第一责任人"), ROLES[0]),
    **dict.fromkeys(("工作", "成效", "主要工作"), ROLES[1]),
    **dict.fromkeys(("问题", "不足"), ROLES[2]),
    **dict.fromkeys(("计划", "打算", "下一步", "工作计划"), ROLES[3]),
    **dict.fromkeys(("裁判", "判决"), ROLES[4]),
    **dict.fromkeys(("建议",), ROLES[5]),
    **dict.fromkeys(("其他", "其它"), ROLES[6]),
    **dict.fromkeys(("标题",), ROLES[7]),
    **dict.fromkeys(("落款",), ROLES[8]),
}

STATUS_WORDS: dict[str, Status] = {
    **{status: status for status in STATUSES},
    **{chinese: status for status, (chinese, _) in STATUS.items()},
    **dict.fromkeys(("开展",), STATUSES[0]),
    **dict.fromkeys(("制度",), STATUSES[1]),
    **dict.fromkeys(("计划",), STATUSES[2]),
    **dict.fromkeys(("问题",), STATUSES[3]),
    **dict.fromkeys(("建议",), STATUSES[4]),
    **dict.fromkeys(("无",), STATUSES[5]),
    **dict.fromkeys(("提及",), STATUSES[6]),
}
