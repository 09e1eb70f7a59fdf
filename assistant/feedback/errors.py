"""The errors of feedback.

FeedbackError     what was said cannot be taken
├── NotUnderstood   a verdict or reason that is none of ours, or too long a line
└── NotKept         the file cannot be written or read; the answer it is about stays
"""

from __future__ import annotations

import errno
from pathlib import Path

from assistant.errors import AssistantError


class FeedbackError(AssistantError):
    """Say why a verdict was not taken."""


class NotUnderstood(FeedbackError):
    """Say that a verdict does not say what it must."""


class NotKept(FeedbackError):
    """Say why the file of feedback does not take a line, without naming where on the machine it is."""


def inside(file: Path) -> NotKept:
    """Return the error for a file among the reports."""
    return NotKept(
        f"反馈文件 {file.name} 不能放在报告文件夹里，请用 --feedback 或 WENJU_FEEDBACK 换一个位置。",
        f"The feedback file {file.name} must not lie among the reports; name another place by --feedback "
        "or WENJU_FEEDBACK.",
    )


def full(file: Path) -> NotKept:
    """Return the error for a file that has reached its size."""
    return NotKept(
        f"反馈文件 {file.name} 已到大小上限，没有记下；请先导出，再把它移走。",
        f"The feedback file {file.name} has reached its size, so this was not kept; export it, then move it away.",
    )


def too_long() -> NotUnderstood:
    """Return the error for a line that no cutting makes short enough."""
    return NotUnderstood(
        "这一问选定的范围太长，没有记下。", "The scope of this question is too long, so this was not kept."
    )


def refused(file: Path, error: OSError) -> NotKept:
    """Return our error for the system's."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        why = ("磁盘已满", "the disk is full")
    elif error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        why = ("没有写入权限", "it cannot be written")
    else:
        why = (error.strerror or type(error).__name__,) * 2
    return NotKept(
        f"没有记下：反馈文件 {file.name} 写不进去（{why[0]}）。回答不受影响，请告诉管理员。",
        f"Not kept: the feedback file {file.name} failed ({why[1]}). The answer stays; please tell whoever runs this.",
    )
