"""Hold every word the page shows, in Chinese and English; documents and answers bring their own words."""

from __future__ import annotations

from typing import Literal

from assistant.page.safe import escape

Language = Literal["zh", "en"]

STATUS: dict[str, tuple[str, str, str]] = {
    "done": ("●", "已开展", "Done"),
    "rules": ("■", "制度建设", "Rules set up"),
    "planned": ("▲", "计划开展", "Planned"),
    "problem": ("◆", "存在问题", "Problem"),
    "suggested": ("▷", "建议他方", "Suggested to others"),
    "nil": ("∅", "载明为无", "Stated as none"),
    "mentioned": ("·", "仅提及", "Only mentioned"),
    "silent": ("○", "未提及", "Not mentioned"),
}
"""Shape and word of each status; the colour is in style.css. A status is never shown by colour alone."""

ROLE: dict[str, tuple[str, str]] = {
    "work": ("工作成效", "Achievements"),
    "problem": ("存在问题", "Problems"),
    "plan": ("下步计划", "Plans"),
    "duty": ("履职情况", "Leadership duties"),
    "judgment": ("生效裁判", "Court judgments"),
    "suggestion": ("意见建议", "Suggestions"),
    "other": ("其他事项", "Other matters"),
    "front": ("首部", "Front matter"),
    "back": ("尾部", "Back matter"),
}
LEVEL: dict[str, tuple[str, str]] = {
    "province": ("省级", "Province"),
    "city": ("市级", "City"),
    "county": ("县级", "County"),
    "town": ("乡镇", "Town"),
    "other": ("其他", "Other"),
}

WORDS: dict[str, tuple[str, str]] = {
    "name": ("问据", "Wenju"),
    "motto": ("问报告，见依据", "Ask the reports, get the evidence"),
    "hello": ("就报告提问，回答都附原文", "Ask about the reports; every answer quotes them"),
    "tab_ask": ("问答", "Ask"),
    "tab_reports": ("报告库", "Reports"),
    "filter": ("筛选", "Filter"),
    "language": ("EN", "中文"),
    "year": ("报告年度", "Covered year"),
    "agency": ("机关", "Agency"),
    "level": ("层级", "Level"),
    "role": ("章节性质", "Section"),
    "all": ("全部", "All"),
    "clear": ("清除", "Clear"),
    "unknown_year": ("年度未载明", "Year not stated"),
    "find_agency": ("输入名称筛选", "Type a name"),
    "offline": ("离线运行，未连接语言模型", "Offline, no language model connected"),
    "examples": ("可以这样问", "Questions to start with"),
    "loading": ("正在载入报告和索引，稍候即可提问。", "Loading the reports and the index; you can ask in a moment."),
    "failed": ("未能打开报告库。", "The library could not be opened."),
    "busy": ("索引仍在载入，请稍后再问一次。", "The index is still loading; please ask again in a moment."),
    "error": (
        "这个问题没有答成，原因已记入日志；请换一种问法，或稍后再试。",
        "This question could not be answered and the cause is in the log; please rephrase it or try again later.",
    ),
    "lost": (
        "与服务的连接中断了，请确认服务仍在运行，然后刷新页面。",
        "The connection was lost; please check that the service runs, then reload.",
    ),
    "reader_failed": (
        "这份报告没有打开，请刷新页面后再试。",
        "This report could not be opened; please reload the page.",
    ),
    "empty_title": ("报告库里还没有报告", "The library holds no reports yet"),
    "empty_body": (
        "请把报告文件（.docx、.pdf、.html、.txt、.md）放进报告文件夹，几秒后自动编入，不用重新启动。",
        "Put report files (.docx, .pdf, .html, .txt, .md) into the folder of reports; it is followed within seconds, "
        "without a restart.",
    ),
    "samples": ("先看随附的示例", "See the bundled samples"),
    "samples_said": (
        "二十份虚构的报告，不会放进您的文件夹；有了自己的报告，示例自动收起。",
        "Twenty invented reports; nothing goes into your folder, and once it holds a report they are put away.",
    ),
    "working": ("正在核对报告……", "Checking the reports…"),
    "ask_placeholder": ("就报告提问，例如：哪些机关举行过信访听证？", "Ask about the reports"),
    "ask_short": ("就报告提问", "Ask about the reports"),
    "full": (
        "现在提问的人较多，请稍后再发送一次。",
        "Many people are asking right now; please send it again in a moment.",
    ),
    "send": ("发送", "Send"),
    "keys": ("Enter 发送，Shift+Enter 换行", "Enter sends, Shift+Enter breaks the line"),
    "new": ("新对话", "New chat"),
    "topic": ("主题", "Topic"),
    "terms": ("同义", "Also"),
    "status": ("状态", "Status"),
    "region": ("地区", "Region"),
    "otherwise": ("说法不同", "in other words"),
    "near": ("可能相关，未计入", "Possibly related, not counted"),
    "copy": ("复制", "Copy"),
    "export": ("导出", "Export"),
    "quotes_only": ("只看引文", "Quotes only"),
    "whole_answer": ("看完整回答", "Whole answer"),
    "ask_again": ("重新提问", "Ask again"),
    "ask_next": ("接着可以问", "You may go on with"),
    "ask_instead": ("库里有这些，点一下就问", "The library does hold; one click asks"),
    "add_condition": ("条件", "Condition"),
    "drop": ("去掉", "Take away"),
    "cancel": ("取消", "Cancel"),
    "too_many": ("选得太多，一句话写不下；请少选几个。", "That is too many for one question; please tick fewer."),
    "terms_searched": ("按这些词一起查：", "These words were searched together:"),
    "approximate": ("约数", "approximate"),
    "export_all": ("导出对话", "Export the chat"),
    "not_kept": (
        "这份回答已不在服务的内存里，请重新提问后再导出。",
        "This answer is no longer in the memory of the service; please ask again, then export.",
    ),
    "copied": ("已复制", "Copied"),
    "previous": ("上一处", "Previous"),
    "next": ("下一处", "Next"),
    "outline": ("目录", "Outline"),
    "find_in": ("查找", "Find"),
    "find_field": ("在本报告中查找", "Find in this report"),
    "find_none": ("没有找到", "Not found"),
    "original": ("查看原文件", "Original file"),
    "original_gone": ("原文件已不在报告文件夹里。", "The original file is no longer in the folder of reports."),
    "widen": ("加宽或收窄阅读栏", "Wider or narrower"),
    "copy_quote": ("复制引文与出处", "Copy quote and source"),
    "close": ("关闭", "Close"),
    "quote": ("引文", "Quote"),
    "inferred": ("推断", "inferred"),
    "covered": ("报告年度", "Covered year"),
    "number": ("文号", "Number"),
    "issued": ("印发日期", "Issued"),
    "file": ("文件", "File"),
    "title": ("标题", "Title"),
    "not_stated": ("未载明", "Not stated"),
    "unreadable": ("未能读取的文件", "Files that could not be read"),
    "reason": ("原因", "Reason"),
    "theme": ("切换明暗", "Light or dark"),
}


def word(key: str, language: Language) -> str:
    """Return one word of the page, unescaped."""
    return WORDS[key][0 if language == "zh" else 1]


SCRIPTED = (
    "name", "tab_ask", "ask_placeholder", "ask_short", "send", "find_agency", "theme", "lost", "full", "reader_failed",
    "copied", "not_kept", "export", "find_field", "find_none", "original_gone", "widen",
)  # fmt: skip
"""Words that the script puts on the page."""


def pair(chinese: str, english: str) -> str:
    """Return both wordings as HTML; the style sheet shows the one of the page's language.

    >>> pair("问", "Ask")
    '<span class="zh">问</span><span class="en">Ask</span>'
    """
    return f'<span class="zh">{escape(chinese)}</span><span class="en">{escape(english)}</span>'


def both(key: str) -> str:
    """Return one word of the page in both languages, as HTML."""
    return pair(*WORDS[key])


def status_word(status: str, language: Language) -> str:
    """Return the word of a status; an unknown one stands for itself."""
    row = STATUS.get(status)
    return status if row is None else row[1 if language == "zh" else 2]


def role_word(role: str, language: Language) -> str:
    """Return the word of a section's role; an unknown one stands for itself."""
    row = ROLE.get(role)
    return role if row is None else row[0 if language == "zh" else 1]


def level_word(level: str, language: Language) -> str:
    """Return the word of an agency's level; an unknown one stands for itself."""
    row = LEVEL.get(level)
    return level if row is None else row[0 if language == "zh" else 1]
