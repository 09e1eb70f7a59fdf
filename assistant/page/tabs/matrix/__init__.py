"""The tab 主题矩阵: topics × reports. ``view`` reads what is asked for, ``bar`` and ``table`` show it, ``quotes`` a cell."""

from assistant.page.tabs.matrix.shown import render, save
from assistant.page.tabs.matrix.words import TITLE

__all__ = ["TITLE", "render", "save"]
