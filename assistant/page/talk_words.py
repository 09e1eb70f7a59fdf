"""Hold the words of the conversation itself: asking again, what was stopped, and the conversations kept."""

from __future__ import annotations

from assistant.page.words import Language, pair

TALK: dict[str, tuple[str, str]] = {
    "stop": ("停止", "Stop"),
    "stopped": ("已停止", "Stopped"),
    "again": ("重新提问", "Ask again"),
    "edit": ("修改", "Edit"),
    "cut": ("与服务的连接中断了，问题还在。", "The connection was lost; your question is still here."),
    "retry": ("重试", "Try again"),
    "editing": (
        "正在修改前面的问题，发送后从那里往后的问答将被替换",
        "You are editing a question; sending replaces it and everything after it",
    ),
    "give_up": ("放弃修改", "Keep as it was"),
    "link": ("链接", "Link"),
    "chats": ("历史对话", "Past chats"),
    "chats_close": ("关闭历史对话", "Close past chats"),
    "chats_find": ("按问题查找", "Find by question"),
    "chats_none": ("还没有对话。提问后会保存在这个浏览器里。", "No chats yet. They are kept in this browser alone."),
    "chats_unfound": ("没有这样的对话。", "No such chat."),
    "chats_here": (
        "只保存在这个浏览器里，别人看不到",
        "Kept in this browser alone; nobody else sees them",
    ),
    "chats_shut": ("这个浏览器不允许保存，对话只在本页保留。", "This browser keeps nothing; chats last as long as the page."),
    "rename": ("改名", "Rename"),
    "delete": ("删除", "Delete"),
    "undo": ("撤销", "Undo"),
    "deleted": ("已删除", "Deleted"),
    "asked_n": ("问", "asked"),
    "title_of": ("对话名称", "Name of the chat"),
    "unsaved": (
        "浏览器没有空间保存这次对话，请删去一些历史对话。",
        "The browser has no room to keep this chat; please delete some past ones.",
    ),
    "not_there": ("这次对话已不在这个浏览器里。", "This chat is no longer in this browser."),
    "odd_facets": ("链接里有当前报告库没有的筛选条件，已略去：", "The link names filters this library does not have; left out: "),
    "stale": ("报告已更新或移出，引文未能核对", "the report changed or is gone; the quote could not be checked"),
    "rerun": (
        "原回答太长，浏览器没有保存；以下是按现在的报告重新核查的。",
        "The answer was too long to be kept; this one was made anew from the reports as they are now.",
    ),
    "unread": ("保存的回答无法读取，请重新提问。", "The answer that was kept cannot be read; please ask again."),
    "cannot_keep": ("这份回答无法读取。", "This answer cannot be read."),
}  # fmt: skip


def talk_word(key: str, language: Language) -> str:
    """Return one word of the conversation, unescaped."""
    return TALK[key][0 if language == "zh" else 1]


def talk_both(key: str) -> str:
    """Return one word of the conversation in both languages, as HTML."""
    return pair(*TALK[key])
