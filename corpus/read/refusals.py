"""The refusals that several readers share, in both languages: what happened, to which file, what to do."""

from __future__ import annotations

from corpus.errors import UnreadableFile

_TOLD: dict[str, tuple[str, str]] = {
    "empty": ("文件是空的，请检查后重新放入。", "the file is empty; check it and add it again."),
    "broken": (
        "文件已损坏或不完整，请重新导出或下载后再放入。",
        "the file is damaged or cut short; export or download it again and add it again.",
    ),
    "encrypted": (
        "文件设有密码，请去掉密码后另存，再重新放入。",
        "the file is protected by a password; save it without one and add it again.",
    ),
    "large": (
        "文件过大或展开后过大，不像一份报告；请只保留报告正文后重新放入。",
        "the file is too large, or becomes so when unpacked, for a report; keep the report alone and add it again.",
    ),
    "slow": (
        "读取超过时限，已停止；请用原软件另存一份后重新放入。",
        "reading it took too long and was stopped; save it anew from its own program and add it again.",
    ),
    "encoding": (
        "认不出文字编码或没有中文内容，请用 UTF-8 另存后重新放入。",
        "the encoding is unknown or there is no Chinese text; save it as UTF-8 and add it again.",
    ),
    "foreign": (
        "读出的文字不是中文，可能字体没有带文字编码；请换一种方式导出后重新放入。",
        "what it holds does not read as Chinese, perhaps for want of the font's character codes; export it in another "
        "way and add it again.",
    ),
}


def refusal(name: str, why: str) -> UnreadableFile:
    """Return the error for a file, to be raised.

    >>> refusal("甲.pdf", "empty").message("en")
    '甲.pdf: the file is empty; check it and add it again.'
    """
    chinese, english = _TOLD[why]
    return UnreadableFile(f"{name}：{chinese}", f"{name}: {english}")
