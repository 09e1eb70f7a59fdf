"""Render the area for adding files: button and place to drop, or why there is none and what to do instead."""

from __future__ import annotations

import json
from typing import Literal

from assistant.page.safe import escape
from assistant.page.upload.inbox import LARGEST, MOST_AT_ONCE, Inbox
from assistant.page.upload.names import KINDS
from assistant.page.words import pair

SHUT: dict[str, tuple[str, str]] = {
    "samples": (
        "现在打开的是随附的虚构示例，不能往里添加。要用自己的报告，请新建一个文件夹放入报告，再用 "
        "make serve REPORTS=报告文件夹 启动。",
        "These are the bundled, invented samples and nothing can be added to them. Put your own reports into a folder "
        "and start with make serve REPORTS=folder.",
    ),
    "remote": (
        "只有在运行问据的这台机器上才能从页面添加报告。请把文件复制到报告文件夹，几秒后自动编入；"
        "确认访问者可信时，也可以加 --allow-upload 启动。",
        "Reports can be added on this page only from the machine that Wenju runs on. Copy files into the folder of "
        "reports, which is followed within seconds; or start with --allow-upload if all who reach it are trusted.",
    ),
    "missing": (
        "找不到报告文件夹，请新建它或检查启动时给的路径。",
        "The folder of reports is missing: create it, or check the path given at start.",
    ),
    "readonly": (
        "报告文件夹是只读的，不能从页面添加。请联系保管这个文件夹的人把文件放进去，或换一个可以写入的文件夹启动。",
        "The folder of reports is read-only. Ask who keeps it to put the files there, or start with a folder that can "
        "be written.",
    ),
}
"""Why nothing can be added, and what to do."""

WORDS: dict[str, tuple[str, str]] = {
    "waiting": ("等待中", "Waiting"),
    "sending": ("正在上传", "Sending"),
    "checking": ("正在存入", "Storing"),
    "added": ("已存入，正在编入索引", "Stored; the index is following"),
    "replaced": ("已替换，正在编入索引", "Replaced; the index is following"),
    "ready": ("已编入，可以提问", "In the library; you can ask about it"),
    "unread": ("已存入，但未能读取", "Stored, but it could not be read"),
    "same": ("内容相同的报告已在库中，没有重复存入：", "The library holds the same content already: "),
    "exists": ("文件夹里已有同名文件。要替换吗？", "A file of that name is there. Replace it?"),
    "replace": ("替换", "Replace"),
    "skip": ("不替换", "Keep the old one"),
    "skipped": ("保留了原来的文件", "The old file was kept"),
    "kept_as": ("，存为 ", ", kept as "),
    "kind": (
        f"不支持这种文件，请另存为 {'、'.join(KINDS)} 后再传",
        f"This kind of file is not supported; save it as {', '.join(KINDS)}",
    ),
    "large": (
        f"超过 {LARGEST >> 20} MB，没有上传；请只保留报告正文，或压缩图片",
        f"Larger than {LARGEST >> 20} MB and not sent; keep the report alone or shrink its pictures",
    ),
    "blank": ("文件是空的，没有上传", "The file is empty and was not sent"),
    "folder": ("文件夹不能整个上传，请选择其中的文件", "A folder cannot be sent; choose the files in it"),
    "many": (
        f"一次最多 {MOST_AT_ONCE} 份，这次选了 {{n}} 份，都没有上传。请分批上传，或直接把文件复制到报告文件夹。",
        f"At most {MOST_AT_ONCE} files at once; none of these {{n}} was sent. Send fewer, or copy them there.",
    ),
    "cut": ("连接中断，没有存下；请再传一次", "The connection broke and nothing was kept; please send it again"),
    "dismiss": ("清除已完成的", "Clear what is done"),
    "open": ("打开", "Open"),
}
"""What the script says of a file."""


def area(inbox: Inbox, shut: str) -> str:
    """Return the area as HTML.

    :param inbox: where files go.
    :param shut: why nothing can be added for whoever asks; empty where files can be.
    """
    if shut:
        return f'<p class="wj-shut">{pair(*SHUT[shut])}</p>'
    words = escape(json.dumps(WORDS, ensure_ascii=False))
    kinds = ",".join(KINDS)
    choose = pair("添加报告", "Add reports")
    name = inbox.folder.name or str(inbox.folder)
    drag = f'<span class="wj-drag">{pair("或把文件拖到这里。", "or drop files here.")}</span> '
    said = drag + pair(
        f"存入报告文件夹“{name}”；{' '.join(KINDS)}，每份不超过 {LARGEST >> 20} MB。",
        f"They go into the folder {name}; {' '.join(KINDS)}, up to {LARGEST >> 20} MB each.",
    )
    return (
        f'<div class="wj-upload" data-limit="{LARGEST}" data-most="{MOST_AT_ONCE}" data-kinds="{kinds}" '
        f'data-token="{inbox.token}" data-words="{words}"><p class="wj-drop">'
        f'<button type="button" class="wj-choose">{choose}</button> <span>{said}</span></p>'
        f'<input type="file" class="wj-files-chosen" multiple hidden accept="{kinds}" tabindex="-1">'
        '<p class="wj-said" role="alert"></p><ul class="wj-sent"></ul></div>'
    )


def note(kind: Literal["syncing", "lent"], progress: tuple[int, int, str] | None = None) -> str:
    """Return the line that stands on the page while the index follows, or while samples are shown."""
    if kind == "lent":
        back = pair("收起示例", "Put the samples away")
        said = pair(
            "正在展示随附的虚构示例，不是您的报告。", "These are the bundled, invented samples, not your reports."
        )
        return f'{said} <button type="button" class="wj-samples" data-show="no">{back}</button>'
    said = pair("索引更新中，可照常提问。", "The index is being updated; you can go on asking.")
    if progress is None or not progress[1]:
        return said
    done, total, file = progress
    at = min(done + 1, total)
    read = pair(f"正在读取第 {at} / {total} 份：", f"Reading {at} of {total}: ")
    return f"{said}<small>{read}{escape(file)}</small>"
