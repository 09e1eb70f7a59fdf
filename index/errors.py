"""The errors of this folder, one tree.

StoreError               the store, or a model it needs, cannot be opened or trusted
├── Busy                 another process owns the data folder
├── Damaged              a part of the data folder cannot be trusted; ``part`` names it
├── RebuildNeeded        the index was made with another model or an older version
├── NothingIndexed       a reader found no index in the data folder
├── NotWritable          the data folder cannot be written
├── DiskFull             there is no room left
└── ServerUnreachable    the Chroma server does not answer

Every message says what happened, to which file and what to do. ``message(language)`` gives it in the page's language.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from corpus.spoken import Spoken

LONGEST_DETAIL = 200
"""Characters of another library's message that are shown; some write a page."""
SPARE_BYTES = 5_000_000
"""A write that fails with less room than this failed for want of it: Chroma and tantivy write files of a few MB."""


class StoreError(Spoken):
    """Say what went wrong with the index."""


class Busy(StoreError):
    """Say that another process owns the data folder."""

    def __init__(self, folder: object) -> None:
        super().__init__(
            f"数据目录 {folder} 正由另一个问据进程使用。请等它结束，或先关闭它再试。",
            f"The data folder {folder} is in use by another Wenju process. Wait until it ends, or close it first.",
        )


class Damaged(StoreError):
    """Say which part of the data folder cannot be trusted.

    :param part: the file or part, relative to the data folder.
    :param detail: what was seen.
    """

    def __init__(self, part: str, detail: str) -> None:
        super().__init__(
            f"索引已损坏：{part}（{detail}）。原始报告不受影响，请运行 wenju rebuild 重建索引。",
            f"The index is damaged: {part} ({detail}). The reports themselves are safe: run wenju rebuild.",
        )
        self.part = part
        self.detail = detail


class RebuildNeeded(StoreError):
    """Say that the index was made with another model or version, and by whom it can be rebuilt."""

    def __init__(self, detail: str) -> None:
        super().__init__(
            f"索引与当前程序不一致（{detail}），需要重建。请运行 wenju rebuild。",
            f"The index does not fit this program ({detail}) and must be rebuilt: run wenju rebuild.",
        )
        self.detail = detail


class NothingIndexed(StoreError):
    """Say that the data folder holds no index yet."""

    def __init__(self, folder: object) -> None:
        super().__init__(
            f"数据目录 {folder} 中还没有索引。请先运行 wenju sync。",
            f"The data folder {folder} holds no index yet: run wenju sync first.",
        )


class NotWritable(StoreError):
    """Say that the data folder cannot be written."""

    def __init__(self, folder: object, detail: object) -> None:
        super().__init__(
            f"无法写入数据目录 {folder}（{detail}）。请检查权限，或用 --data 指定另一个目录。",
            f"The data folder {folder} cannot be written ({detail}). Check its permissions or name another by --data.",
        )


class DiskFull(StoreError):
    """Say that there is no room left; what was there before still answers."""

    def __init__(self, folder: object) -> None:
        super().__init__(
            f"磁盘空间不足，无法更新 {folder} 中的索引。已有内容仍可查询；请腾出空间后再运行 wenju sync。",
            f"The disk is full: the index in {folder} was not updated and still answers as before. "
            "Free some space, then run wenju sync again.",
        )


class ServerUnreachable(StoreError):
    """Say that the Chroma server does not answer."""

    def __init__(self, server: str, detail: object) -> None:
        super().__init__(
            f"无法连接向量数据库服务器 {server}（{detail}）。请检查它是否在运行、地址是否正确。",
            f"The Chroma server {server} does not answer ({detail}). Check that it runs and that the address is right.",
        )


def translated(part: str, error: BaseException, folder: Path | None = None) -> StoreError:
    """Tell what another library's error about a part of the index means: a full disk, no permission, or damage.

    :param part: how the part is named in the message.
    :param error: the other library's error.
    :param folder: where the part is; Chroma does not say that a disk is full, the disk does.
    :return: our error.
    """
    if is_disk_full(error) or (folder is not None and _free(folder) < SPARE_BYTES):
        return DiskFull(part)
    words = str(error).lower().replace(" ", "")
    if isinstance(error, PermissionError) or "permissiondenied" in words or "readonly" in words or "read-only" in words:
        return NotWritable(part, type(error).__name__)
    return Damaged(part, " ".join(f"{type(error).__name__}: {error}".split())[:LONGEST_DETAIL])


def is_disk_full(error: BaseException) -> bool:
    """Tell whether an error says that the disk is full, in the words of any of our stores."""
    words = str(error).lower()
    return "no space left" in words or "disk is full" in words or "database or disk" in words


def _free(folder: Path) -> int:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return SPARE_BYTES  # the folder itself is gone: not for want of room
