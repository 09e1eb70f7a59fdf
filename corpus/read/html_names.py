"""The tags and names of web pages that matter for reading them."""

from __future__ import annotations

SILENT = frozenset(
    (
        "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "embed", "select",
        "textarea", "button", "input", "title", "audio", "video", "canvas",
    )
)  # fmt: skip
"""Tags whose content is no text of the page."""

BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
        "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
        "h5", "h6", "header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section",
        "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "br",
    )
)  # fmt: skip
"""Tags that begin a line of their own."""

FURNITURE_NAMES = frozenset(
    (
        "nav", "navbar", "menu", "crumb", "crumbs", "breadcrumb", "breadcrumbs", "location", "dqwz", "weizhi",
        "footer", "foot", "bottom", "copyright", "share", "bdshare", "bdsharebuttonbox", "social", "related",
        "relate", "xgxw", "recommend", "sidebar", "toolbar", "tools", "print", "pager", "pagination",
        "prevnext", "login", "search", "qrcode", "ewm", "logo", "comment", "comments",
    )
)  # fmt: skip
"""Words in the class or id of parts that every page of a site has."""

FURNITURE_TAGS = frozenset(("nav", "footer", "aside", "menu"))
"""Tags of such parts."""
