"""The words of the tab 主题矩阵."""

from __future__ import annotations

from assistant.page.safe import escape
from assistant.page.words import STATUS, pair

TITLE = ("主题矩阵", "Topics")

STATES: dict[str, tuple[str, str, str]] = {
    **STATUS,
    "elsewhere": ("◇", "所选章节外", "Outside the sections chosen"),
}
"""Shape and word of what a cell may show, strongest first."""

WORDS: dict[str, tuple[str, str]] = {
    "hint": ("一格是一份报告对一个主题的说法，点开看原文。", "Each cell is what one report says of one topic; open it for the words."),
    "caption": ("各份报告对各主题的说法", "What each report says of each topic"),
    "topics": ("主题", "Topics"),
    "add_label": ("添加主题（任何说法都行，几个用顿号隔开）", "Add topics (in any words, commas between)"),
    "add": ("添加", "Add"),
    "also": ("可加：", "Also:"),
    "reset": ("恢复起始主题", "Back to the first topics"),
    "clear": ("移除全部主题", "Remove all topics"),
    "earlier": ("前移", "Move left"),
    "later": ("后移", "Move right"),
    "remove": ("移除", "Remove"),
    "unread": ("没有读出主题，换一种说法试试", "No topic could be read; try other words"),
    "full": ("主题已到上限，移除一些再添加。", "No more topics fit; remove some first."),
    "filter": ("只看", "Only"),
    "differ": ("各主题状态不一的报告", "reports whose topics differ"),
    "group": ("分组", "Group by"),
    "level": ("层级", "level"),
    "year": ("年度", "year"),
    "none": ("不分", "nothing"),
    "export": ("导出", "Export"),
    "report": ("报告", "Report"),
    "total": ("合计", "Total"),
    "sort": ("按此主题的状态排列", "Order by this topic's status"),
    "unknown_year": ("年度未载明", "Year not stated"),
    "no_topics": ("还没有主题。在上面添加一个，或恢复起始主题。", "No topics yet. Add one above, or go back to the first ones."),
    "no_reports": ("筛选之后没有报告。", "The filter leaves no report."),
    "no_rows": ("没有符合所选状态的报告。", "No report has the statuses chosen."),
    "more": ("再显示", "Show"),
    "otherwise": ("说法不同", "in other words"),
    "close": ("收起", "Close"),
    "silent": (
        "这份报告没有提到这个主题（查过词语、同义词和相近的说法）。",
        "This report does not speak of this topic (its words, synonyms and like wordings were looked for).",
    ),
    "elsewhere": (
        "所选章节里没有提到；这份报告在其他章节里的说法：",
        "Not in the sections chosen; what this report says elsewhere:",
    ),
}  # fmt: skip


def both(key: str) -> str:
    """Return one word of the tab in both languages, as HTML."""
    return pair(*WORDS[key])


def quiet(key: str) -> str:
    """Return a word for screen readers alone."""
    return f'<span class="wj-quiet">{both(key)}</span>'


def state(status: str) -> str:
    """Return the word of a cell's status in both languages, as HTML."""
    _, chinese, english = STATES[status]
    return pair(chinese, english)


def shape(status: str) -> str:
    """Return the shape of a status, coloured, for who sees; the word stands beside it."""
    return f'<i class="wj-s-{escape(status)}" aria-hidden="true">{STATES[status][0]}</i>'
