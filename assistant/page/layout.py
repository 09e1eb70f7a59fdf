"""Lay the page out in Gradio: a conversation with its input, and plain panels that the script fills."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI

from assistant.page.controls import controls
from assistant.page.conversation import FORGOTTEN, order, turn
from assistant.page.desk import Desk
from assistant.page.reopening import reopened
from assistant.page.safe import escape
from assistant.page.saving import whole
from assistant.page.stopping import AT_ONCE
from assistant.page.tabs import TABS
from assistant.page.talk import Talk
from assistant.page.talk_words import TALK, talk_both
from assistant.page.words import SCRIPTED, WORDS, both, pair, word

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
os.environ.setdefault("HF_HUB_OFFLINE", "1")

import gradio as gr  # noqa: E402 - reads the environment when imported

from assistant.page.endpoints import endpoints  # noqa: E402 - imports it as well

WAITING = 100
"""Questions that may wait; the next one is told so at once."""

LARGEST_FILE = "50mb"

SANS = ("PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "sans-serif")

_TABS = "".join(f'<button type="button" data-tab="{tab.name}">{pair(*tab.title)}</button>' for tab in TABS)
_WORDS = escape(json.dumps({key: WORDS[key] for key in SCRIPTED} | TALK, ensure_ascii=False))
BAR = f"""<header class="wj-bar" data-words="{_WORDS}"><h1 class="wj-word">{both("name")}
<small>{both("motto")}</small></h1>
<nav class="wj-tabs"><button type="button" data-tab="ask" aria-current="page">{both("tab_ask")}</button>
{_TABS}</nav>
<div class="wj-right"><button type="button" class="wj-talks-open" data-do="talks">{talk_both("chats")}</button>
<button type="button" class="wj-rail-open" data-do="rail">{both("filter")}<b></b></button>
<button type="button" data-do="language">{both("language")}</button>
<button type="button" class="wj-theme" data-do="theme" title="{word("theme", "zh")}" aria-label="{word("theme", "zh")}">
</button></div></header>"""
RAIL = """<aside class="wj-rail"><button type="button" class="wj-close" data-do="rail" aria-label="✕">✕</button>
<div id="wj-facets"></div></aside>"""
TALKS = f"""<aside class="wj-talks" id="wj-talks" tabindex="-1" hidden><header><h2>{talk_both("chats")}</h2>
<button type="button" class="wj-close" data-do="talks">✕</button></header>
<button type="button" class="wj-fresh" data-do="new">{both("new")}</button>
<input type="search" class="wj-talks-find" autocomplete="off" hidden><div class="wj-undo" role="status"></div>
<ol class="wj-talks-list"></ol><p class="wj-talks-foot">{talk_both("chats_here")}</p></aside>"""
START = f"""<div class="wj-start"><p class="wj-hello">{both("hello")}</p>
<div id="wj-examples"><p class="wj-loading">{both("loading")}</p></div></div>"""
READER = '<aside class="wj-reader" aria-live="off"><div id="wj-reader-body"></div></aside>'
SHELF = "".join(
    f'<section class="wj-panel" id="wj-tab-{tab.name}" data-panel="{tab.name}" aria-label="{escape(tab.title[0])}" '
    f'tabindex="-1"><div class="wj-panel-body"></div></section>'
    for tab in TABS
)
HINT = f"""<div class="wj-hint"><span class="wj-keys">{both("keys")}</span>
<span class="wj-state" role="status"></span>{whole()}
<button type="button" class="wj-talks-open" data-do="talks">{talk_both("chats")}</button>
<button type="button" data-do="new">{both("new")}</button></div>"""
EDITING = f"""<p class="wj-editing" hidden><span>{talk_both("editing")}</span>
<button type="button" data-do="give-up">{talk_both("give_up")}</button></p>"""


def build(desk: Desk) -> gr.Blocks:
    """Return the page as Gradio blocks; every event is private, the named endpoints are not."""
    with gr.Blocks(
        title="问据", fill_height=True, fill_width=True, analytics_enabled=False, delete_cache=(86400, 86400)
    ) as page:
        _panel(BAR, "wj-top")
        _panel(RAIL, "wj-left")
        with gr.Column(elem_id="wj-centre"):
            _panel(START, "wj-empty-state")
            chat = gr.Chatbot(
                elem_id="wj-chat", show_label=False, container=False, buttons=[], layout="panel", latex_delimiters=[],
                autoscroll=False, height="100%", feedback_options=None, allow_file_downloads=False,
            )  # fmt: skip
            notice = gr.HTML("", elem_id="wj-notice", apply_default_css=False)
            _panel(EDITING, "wj-edit-line")
            with gr.Row(elem_id="wj-box"):
                gr.Textbox(
                    elem_id="wj-input", show_label=False, container=False, lines=1, max_lines=8, scale=1,
                    label=word("tab_ask", "zh"), placeholder=word("ask_placeholder", "zh"), buttons=[],
                )  # fmt: skip
                gr.Button(word("send", "zh"), elem_id="wj-send", scale=0, min_width=64)
            _panel(HINT, "wj-below")
        _panel(SHELF, "wj-shelf")
        _panel(READER, "wj-side")
        _panel(TALKS, "wj-drawer")
        panel = gr.HTML("", elem_id="wj-panel", html_template="<i></i>", js_on_load="window.wenjuPanel = props;")
        wish = gr.HTML("", elem_id="wj-order", html_template="<i></i>", js_on_load="window.wenjuOrder = props;")
        go, again, lent = (gr.Button(name, elem_id=f"wj-{name}") for name in ("go", "fresh", "reopen"))
        talk = gr.State(Talk())
        endpoints(desk)
        _events(desk, go, again, lent, [wish, panel, talk], [chat, talk, notice])
    page.queue(api_open=False, max_size=WAITING, default_concurrency_limit=AT_ONCE)
    return page


def mount(app: FastAPI, desk: Desk) -> None:
    """Mount the page at the root of an application, with the framework's open doors shut."""
    gr.mount_gradio_app(
        app, build(desk), path="/", theme=theme(), ssr_mode=False, show_error=False, footer_links=[], run_history=False,
        max_file_size=LARGEST_FILE, enable_monitoring=False, pwa=False, mcp_server=False,
    )  # fmt: skip


def theme() -> gr.themes.Base:
    """Return a theme without colours and fonts of its own: style.css owns both."""
    return gr.themes.Base(
        primary_hue="neutral", secondary_hue="neutral", neutral_hue="neutral", font=list(SANS), font_mono=["monospace"]
    )


def _events(
    desk: Desk, go: gr.Button, again: gr.Button, lent: gr.Button, inputs: list[Any], outputs: list[Any]
) -> None:
    def ask(wish: str | None, ticked: str | None, held: Talk) -> Iterator[tuple[Any, ...]]:
        asked = order(wish)
        for said, warning in turn(desk, asked, ticked, held):
            yield list(said.messages), said, _notice(warning, asked.token)

    def renew() -> tuple[Any, ...]:
        return [], Talk(), ""

    def reopen(wish: str | None, ticked: str | None, _: Talk) -> tuple[Any, ...]:
        said, token = reopened(desk, wish, controls(ticked)[0])
        return list(said.messages), said, _notice("", token)

    go.click(
        ask, inputs, outputs, show_progress="hidden", trigger_mode="multiple", concurrency_limit=2 * AT_ONCE,
        concurrency_id="ask", api_visibility="private",
    )  # fmt: skip
    lent.click(reopen, inputs, outputs, show_progress="hidden", api_visibility="private")
    again.click(renew, None, outputs, show_progress="hidden", api_visibility="private")


def _notice(text: str, token: str) -> str:
    """Return a notice for the asker, or for the script alone; the token tells one asking's from another's."""
    if not text or text == FORGOTTEN:
        return f'<i class="wj-of-{token} wj-{text or "nothing"}" hidden></i>'
    return f'<p class="wj-of-{token}" role="alert">{escape(text)}</p>'


def _panel(html: str, name: str) -> None:
    gr.HTML(html.replace("\n", ""), elem_id=name, apply_default_css=False, js_on_load=None)
