"""A parsed web page → its visible lines in reading order, each with what is needed to tell text from furniture.

Hidden text (``hidden``, ``display:none`` on the element or on its class in the page's own styles, no size, white) and
scripts are left out. A label of the metadata block stands on one line with its value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from corpus.read.html_labels import bare_label, paired, with_values
from corpus.read.html_names import BLOCKS, FURNITURE_NAMES, FURNITURE_TAGS, SILENT
from corpus.read.rows import row_lines
from corpus.read.web_line import WebLine

Tag = Any
"""A tag of BeautifulSoup, which is imported where a page is parsed."""

_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden(?!.*animation)|font-size\s*:\s*0(?![.\d]*[1-9])")
"""What an animation hides it shows again, as it shows what is transparent at first."""
_WHITE = re.compile(r"(?<![-\w])color\s*:\s*(?:white|#fff(?:fff)?|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))\s*(?:;|!|$)")
_SPACE = re.compile(r"[ \t\n\r\f\xa0]+")
_WORDS = re.compile(r"[A-Za-z][a-z]*|\d+")
_NAME = re.compile(r"[.#][\w-]+")
_LABEL_PIECES = 6
"""Pieces of text of which a label may be put together."""
MARKED = 60
"""Characters: a longer heading is a paragraph set in a heading's type."""


def lines_of(soup: Tag) -> list[WebLine]:
    """Return the visible lines of a page."""
    walk = _Walk(_hidden_names(soup), _outer_rows(soup))
    walk.run(soup, _Around())
    return with_values(walk.lines)


@dataclass(frozen=True, slots=True)
class _Around:
    """What holds for everything inside a part of the page."""

    depth: int = 0
    link: bool = False
    furniture: bool = False
    kept: bool = False
    """Whether white space counts."""
    ground: bool = False
    """Whether a background is set, on which white letters may be seen."""


@dataclass(slots=True)
class _Walk:
    hidden: frozenset[str]
    outer: frozenset[int]
    lines: list[WebLine] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    linked: int = 0

    def run(self, root: Tag, around: _Around) -> None:
        """Walk the tree without recursion: pages nest some hundred deep, hostile ones some thousand."""
        stack: list[tuple[Tag, _Around, bool]] = [(root, around, False)]
        while stack:
            node, around, leaving = stack.pop()
            if leaving:
                self._leave(node, around)
            elif getattr(node, "name", None) is None:
                self._add(node, around)
            elif node.name not in SILENT and not self._is_hidden(node, around):
                around = _inside(node, around)
                if node.name in BLOCKS:
                    self._flush(node, around)
                if node.name == "tr" and id(node) not in self.outer and _has_cells_only(node):
                    self._row(node, around)
                    continue
                stack.append((node, around, True))
                stack.extend((child, around, False) for child in reversed(node.contents))
        self._flush(root, around)

    def _add(self, node: Tag, around: _Around) -> None:
        if type(node).__name__ != "NavigableString":  # comments, declarations and the like
            return
        text = str(node) if around.kept else _SPACE.sub(_space, str(node))
        self.pieces.append(text)
        self.linked += len(text.strip()) if around.link else 0

    def _leave(self, node: Tag, around: _Around) -> None:
        if node.name in BLOCKS:
            self._flush(node, around)
        elif 0 < len(self.pieces) <= _LABEL_PIECES and bare_label(label := "".join(self.pieces)):
            self.pieces.append("" if label.rstrip().endswith(("：", ":")) else "  ")

    def _flush(self, node: Tag, around: _Around) -> None:
        text = "".join(self.pieces)
        linked, self.linked = self.linked, 0
        self.pieces.clear()
        for line in text.split("\n"):
            line = line.strip(" \t\r")
            if line.strip():
                self.lines.append(
                    WebLine(line, min(linked, len(line)), around.depth, around.furniture, id(node.parent))
                )

    def _row(self, row: Tag, around: _Around) -> None:
        cells: list[list[str]] = []
        linked = 0
        for cell in row.find_all(["td", "th"], recursive=False):
            inner = _Walk(self.hidden, self.outer)
            inner.run(cell, around)
            cells.append([line.text for line in inner.lines])
            linked += sum(line.linked for line in inner.lines)
        labelled = paired(cells)
        for text in row_lines(cells) if labelled is None else labelled:
            self.lines.append(WebLine(text, min(linked, len(text)), 0, around.furniture, id(row)))

    def _is_hidden(self, node: Tag, around: _Around) -> bool:
        if node.has_attr("hidden") or any(name in self.hidden for name in _names(node)):
            return True
        style = _style(node)
        return bool(_HIDING.search(style) or (_WHITE.search(style) and not around.ground and "background" not in style))


def _inside(node: Tag, around: _Around) -> _Around:
    name = node.name
    return _Around(
        depth=int(name[1]) if re.fullmatch("h[1-6]", name) else around.depth,
        link=around.link or name == "a",
        furniture=around.furniture or name in FURNITURE_TAGS or _is_named_furniture(node),
        kept=around.kept or name == "pre",
        ground=around.ground or "background" in _style(node) or node.has_attr("bgcolor"),
    )


def _style(node: Tag) -> str:
    return str(node.get("style") or "").lower()


def _outer_rows(soup: Tag) -> frozenset[int]:
    """Return the rows that hold a table: they lay out the page, and are no rows of anything."""
    found = set()
    stack: list[tuple[Tag, Tag]] = [(soup, None)]
    while stack:
        node, row = stack.pop()
        for child in node.contents:
            name = getattr(child, "name", None)
            if name in ("table", "tr") and row is not None:
                found.add(id(row))
            if name is not None:
                stack.append((child, child if name == "tr" else row))
    return frozenset(found)


def _has_cells_only(row: Tag) -> bool:
    return all(child.name in ("td", "th") or (child.name is None and not child.strip()) for child in row.contents)


def _space(found: re.Match[str]) -> str:
    """Return what white space between two characters stands for: nothing, where the markup only breaks its line."""
    text, start, end = found.string, found.start(), found.end()
    within = "\n" in found.group(0) and start > 0 and end < len(text)
    return "" if within and text[start - 1] > "\u2e7f" and text[end] > "\u2e7f" else " "


def _names(node: Tag) -> Iterator[str]:
    classes = node.get("class") or ()
    yield from (f".{name}" for name in (classes.split() if isinstance(classes, str) else classes))
    if node.get("id"):
        yield f"#{node['id']}"


def _is_named_furniture(node: Tag) -> bool:
    return any(word.lower() in FURNITURE_NAMES for name in _names(node) for word in _WORDS.findall(name))


def _hidden_names(soup: Tag) -> frozenset[str]:
    """Return the classes and ids that the page's own styles never show; rules for some screens only do not count."""
    found: set[str] = set()
    for style in soup.find_all("style"):
        selectors, depth = "", 0
        for piece in re.split(r"([{}])", style.get_text()):
            if piece == "{":
                depth += 1
            elif piece == "}":
                depth = max(0, depth - 1)
            elif depth == 0:
                selectors = piece.rpartition(";")[2]
            elif depth == 1 and _HIDING.search(piece.lower()):
                found.update(one.strip() for one in selectors.split(",") if _NAME.fullmatch(one.strip()))
    return frozenset(found)
