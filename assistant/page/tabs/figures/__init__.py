"""The tab 数字: every figure of the reports. ``filters`` above, ``rows`` one by one, ``years`` side by side over years."""

from assistant.page.tabs.figures.shown import render, save
from assistant.page.tabs.figures.words import TITLE

__all__ = ["TITLE", "render", "save"]
