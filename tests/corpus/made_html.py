"""Web pages as government sites make them, around one invented report, and pages put together by chance."""

from __future__ import annotations

import random

TITLE = "柳川县信访局2024年度法治政府建设工作报告"
PARAGRAPHS = (
    "2024年，柳川县信访局坚持把信访工作放在法治的轨道上来办，现将一年来的情况报告如下：",
    "一、工作情况",
    "（一）抓学习。组织机关干部和乡镇信访专干集中学习十二次，邀请法律顾问到场讲课。",
    "（二）抓办理。全年受理群众来信来访286件，逐件登记、转送、答复。",
    "二、存在的问题",
    "无。",
    "三、下一步打算",
    "计划把听证延伸到村一级，末尾标记在这里。",
)
SIGNATURE = ("柳川县信访局", "2025年1月20日")
MENU = "".join(f'<li><a href="#">{name}</a></li>' for name in ("首页", "走进柳川", "政务公开", "办事服务", "互动交流"))
FOOT = (
    '<div class="footer"><p><a href="#">网站地图</a> | <a href="#">联系我们</a></p><p>主办：柳川县人民政府办公室　承办：县大数据中心</p>'
    "<p>网站标识码：0000000000　示ICP备00000000号　示公网安备00000000000000号</p><p>建议使用1366×768以上分辨率浏览</p></div>"
)
RELATED = (
    '<div class="xgxw"><h3>相关阅读</h3><ul>'
    + "".join(f'<li><a href="#">柳川县召开第{n}次会议</a></li>' for n in "一二三四")
    + "</ul></div>"
    "<p>上一篇：<a href='#'>关于放假的通知</a></p><p>下一篇：没有了</p>"
)
SHARE = '<div class="bdsharebuttonbox">分享到：<a>微信</a><a>微博</a> <a>【打印本页】</a><a>【关闭窗口】</a></div>'
CRUMBS = '<div>您现在的位置：<a href="#">首页</a> &gt; <a href="#">政务公开</a> &gt; 正文</div>'
LABELS = (
    ("索引号", "LC001/2025-00012"), ("文号", "柳信发〔2025〕2号"), ("发布机构", "柳川县人民政府办公室"), ("主题词", ""), ("成文日期", "2025-01-20"),
)  # fmt: skip


def body(tag: str = "p", attributes: str = "") -> str:
    return "".join(f"<{tag}{attributes}>　　{one}</{tag}>\n" for one in (*PARAGRAPHS, *SIGNATURE))


def page(inner: str, *, head: str = "", charset: str = "utf-8") -> str:
    return (
        f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>{TITLE}_柳川县人民政府网</title>{head}</head><body>'
        f'<div class="header"><h2>柳川县人民政府</h2><ul class="nav">{MENU}</ul></div>{inner}{FOOT}</body></html>'
    )


def _table(colon: str) -> str:
    cells = [f"<td>{label}{colon}</td><td>{value}</td>" for label, value in LABELS]
    return f"<table><tr>{''.join(cells[:2])}</tr><tr>{''.join(cells[2:4])}</tr><tr>{cells[4]}</tr></table>"


def _old_tables() -> str:
    """Everything laid out by tables, as twenty years ago; tags in capitals, paragraphs never closed."""
    text = "".join(f"<P>{one}\n" for one in (*PARAGRAPHS, *SIGNATURE))
    return (
        f'<TABLE width=980><TR><TD><TABLE><TR><TD>热点新闻</TD></TR><TR><TD><A href="#">县里修路</A></TD></TR>'
        f'<TR><TD><A href="#">县里架桥</A></TD></TR><TR><TD><A href="#">县里开会</A></TD></TR></TABLE></TD>'
        f"<TD><TABLE><TR><TD align=center><B>{TITLE}</B></TD></TR><TR><TD>发布时间：2025-01-22　浏览次数：12</TD></TR>"
        f"<TR><TD><FONT size=3>{text}</FONT></TD></TR><TR><TD>【<A>打印</A>】【<A>关闭</A>】</TD></TR></TABLE></TD></TR></TABLE>"
    )


PAGES = {
    "table": page(f'{CRUMBS}{_table("：")}<h1>{TITLE}</h1>{SHARE}<div class="TRS_Editor">{body()}</div>{RELATED}'),
    "table without colons": page(f'{CRUMBS}{_table("")}<div class="bt">{TITLE}</div><div id="zoom">{body()}</div>{RELATED}{SHARE}'),
    "list": page(
        f'<ul class="xxgk">{"".join(f"<li><b>{a}：</b><span>{b}</span></li>" for a, b in LABELS)}</ul><h1>{TITLE}</h1>{body()}{RELATED}'
    ),
    "definitions": page(f"<dl>{''.join(f'<dt>{a}</dt><dd>{b}</dd>' for a, b in LABELS)}</dl><h1>{TITLE}</h1>{body()}"),
    "divisions": page(
        f'<div>{"".join(f"<div><div class=l>{a}：</div><div class=v>{b}</div></div>" for a, b in LABELS)}</div><h1>{TITLE}</h1>{body("div")}'
    ),
    "line breaks": page(
        f'<h1>{TITLE}</h1><p>来源：县政府办　时间：2025-01-22　字体：【<a>大</a> <a>小</a>】</p><div>{"<br>　　".join((*PARAGRAPHS, *SIGNATURE))}</div>{RELATED}'
    ),
    "old tables": page(_old_tables(), charset="gb2312"),
    "misleading names": page(f'<div class="menu-content location"><h1>{TITLE}</h1>{body()}</div>{RELATED}'),
    "sidebar between": page(
        f'<h1>{TITLE}</h1><div>{"".join(f"<p>{one}</p>" for one in PARAGRAPHS[:4])}<div><ul>{MENU}{MENU}</ul></div>'
        f'{"".join(f"<p>{one}</p>" for one in (*PARAGRAPHS[4:], *SIGNATURE))}</div>{SHARE}'
    ),
    "nothing around": f"<h1>{TITLE}</h1>{body()}",
    "no tags but breaks": f"{TITLE}<br>" + "<br>".join((*PARAGRAPHS, *SIGNATURE)),
    "unclosed head": f'<html><head><meta charset="utf-8"><title>{TITLE}</title><body><h1>{TITLE}</h1>{body()}',
}  # fmt: skip
FURNITURE = (
    "首页",
    "政务公开",
    "热点新闻",
    "县里修路",
    "分享到",
    "打印",
    "相关阅读",
    "第一次会议",
    "上一篇",
    "下一篇",
    "网站地图",
    "主办：",
    "ICP",
    "建议使用",
)

_LETTERS = "全年受理群众来信来访事项共计逐件登记转送告知答复做到件件有着落对办理结果总体满意组织机关干部集中学习邀请法律顾问到场讲课"
_TITLES = (TITLE, "2024年法治政府建设情况报告", "中共柳川县信访局党组关于2024年度法治政府建设情况的报告")
_TAGS = ("p", "div", "section", "li", "font")
_NAMES = (
    "",
    "content",
    "TRS_Editor",
    "article-con",
    "view TRS_UEDITOR",
    "zw",
    "pages_content",
    "bottom",
    "main-nav-wrap",
    "print",
)


def any_page(chance: random.Random) -> tuple[str, str, list[str]]:
    """Return a page put together by chance, the title of its document and the paragraphs."""
    title, paragraphs = chance.choice(_TITLES), _any_paragraphs(chance)
    text = f'<div class="{chance.choice(_NAMES)}" id="{chance.choice(_NAMES)}">{_any_markup(chance, paragraphs)}</div>'
    head = chance.choice(
        (
            f"<h1>{title}</h1>",
            f"<div class=bt>{title}</div>",
            f"<p align=center><b>{title}</b></p>",
            f"<h3>{title}</h3>",
        )
    )
    labels = chance.choice(
        ("", _table("："), _table(""), "<p>来源：县政府办　发布时间：2025-01-22</p>", f"<ul>{_items()}</ul>")
    )
    before = chance.choice(("", CRUMBS, SHARE, f'<div class="left"><h3>政务公开</h3><ul>{MENU}</ul></div>'))
    after = chance.choice(("", RELATED, SHARE, SHARE + RELATED))
    order = chance.choice((before + labels + head, before + head + labels, head + before + labels))
    named = chance.choice(("", f'<meta name="ArticleTitle" content="{title}">'))
    return page(order + text + after, head=named), title, paragraphs


def _items() -> str:
    return "".join(f"<li><b>{label}：</b>{value}</li>" for label, value in LABELS)


def _any_words(chance: random.Random, least: int, most: int) -> str:
    return "".join(chance.choices(_LETTERS, k=chance.randint(least, most)))


def _any_paragraphs(chance: random.Random) -> list[str]:
    made = ["县委、县政府："] * chance.randint(0, 1)
    made += [_any_words(chance, 10, 60) + "，现将有关情况报告如下："] * chance.randint(0, 1)
    for mark in "一二三四"[: chance.randint(1, 4)]:
        made.append(f"{mark}、{_any_words(chance, 4, 12)}")
        for inner in "一二三"[: chance.randint(1, 3)]:
            made += [
                chance.choice((f"（{inner}）{_any_words(chance, 4, 10)}", _any_words(chance, 3, 9)))
            ] * chance.randint(0, 1)
            made.append(_any_words(chance, 2, 80) + chance.choice("。。。；："))
    made.append(_any_words(chance, 6, 30) + "。")
    return made + [*SIGNATURE] * chance.randint(0, 1)


def _any_markup(chance: random.Random, paragraphs: list[str]) -> str:
    kind = chance.randrange(6)
    if kind == 0:
        return "<br>".join(f"　　{one}" for one in paragraphs)
    if kind == 1:
        return "".join(f"<p class=MsoNormal><span>{one[:5]}</span><span>{one[5:]}</span></p>\n" for one in paragraphs)
    if kind == 2:
        return "<table><tr><td>" + "".join(f"<p>{one}</p>" for one in paragraphs) + "</td></tr></table>"
    if kind == 3:
        return "<div>" * 40 + "".join(f"<div><div><p>{one}</p></div></div>" for one in paragraphs) + "</div>" * 40
    if kind == 4:
        return "".join(f"<h2>{one}</h2>" if one[1] == "、" else f"<p>{one}</p>" for one in paragraphs)
    tag = chance.choice(_TAGS)
    return "".join(f"<{tag}>{one}</{tag}>" + ("<br>" if tag == "font" else "") for one in paragraphs)
