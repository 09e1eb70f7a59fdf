"""What every reader gives: the text of a file, and what is known of its pages and paragraphs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a file as its reader found it.

    ``pages`` are the offsets where the pages begin, the first of them 0; empty where the kind of file has no pages.
    ``whole`` tells that each line is a whole paragraph, so that lines are joined only where a sentence is plainly cut.
    Headings that the file marks as such begin with ``# ``, rows of a table with ``|``.
    """

    text: str
    pages: tuple[int, ...] = ()
    whole: bool = False
