"""A source → a page of a government web site: banner, menu, metadata table, article, links, footer, all invented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from corpus.sources.markup import article, filled
from corpus.sources.source import Source

METADATA = ("索引号", "发布机构", "发文字号", "成文日期", "标题")
"""The fields of the metadata table, in the order of the page; one without a value keeps its cell."""

SITE = "信访工作部门门户网站"
MENU = ("首页", "机构概况", "政务公开", "办事服务", "互动交流", "专题专栏")
"""What stands there when the source names no site and no menu."""


def web_page(source: Source) -> str:
    """Return the page of a source; it needs no other file."""
    site = source.fields.get("site") or SITE
    given = source.fields.get("menu", "").replace("，", ",").replace("、", ",").split(",")
    menu = [item.strip() for item in given if item.strip()] or list(MENU)
    return filled(
        "web_page.html",
        title=escape(source.fields.get("标题") or source.title),
        site=escape(site),
        menu=_items(menu),
        crumbs=" &gt; ".join(f'<a href="#">{escape(item)}</a>' for item in ("首页", "政务公开", "法定主动公开内容")),
        metadata=_metadata(source.fields),
        agency=escape(source.fields.get("发布机构") or site),
        date=escape(source.fields.get("成文日期", "")),
        article=article(source.blocks),
    )


def _items(names: Sequence[str]) -> str:
    return "\n".join(f'<li><a href="#">{escape(name)}</a></li>' for name in names)


def _metadata(fields: Mapping[str, str]) -> str:
    """Return the rows of the metadata table, two fields a row, the last field alone over the whole width."""
    cells = [f"<th>{name}：</th><td>{escape(fields.get(name, ''))}</td>" for name in METADATA[:-1]]
    rows = ["<tr>" + "".join(cells[start : start + 2]) + "</tr>" for start in range(0, len(cells), 2)]
    last = METADATA[-1]
    return "\n".join([*rows, f'<tr><th>{last}：</th><td colspan="3">{escape(fields.get(last, ""))}</td></tr>'])
