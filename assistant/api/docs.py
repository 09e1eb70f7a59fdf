"""The page that tells of the API, drawn from its OpenAPI description: plain HTML of our own, without a script.

The framework's page takes its scripts from another host, which nothing here may ask for anything.
"""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from assistant.page.safe import escape

_SHAPE = re.compile(r"\b[A-Z]\w{1,60}")
METHODS = ("get", "post")
Schema = Mapping[str, Any]


def page(description: Schema, address: str) -> str:
    """Return the page.

    :param description: the OpenAPI document.
    :param address: scheme and host under which it is read, for the examples.
    """
    base = address + description["servers"][0]["url"]
    operations = [
        (method, path, item[method])
        for path, item in description["paths"].items()
        for method in METHODS
        if method in item
    ]
    shared = description.get("components", {}).get("schemas", {})
    named = "".join(
        f'<a href="#{_key(method, path)}">{escape(path)}</a>' for method, path, _ in operations if method == "get"
    )
    body = "".join(_operation(method, path, operation, base, shared) for method, path, operation in operations)
    style = files("assistant.api").joinpath("docs.css").read_text("utf-8")
    return (
        '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="icon" href="/wenju/icon.svg" type="image/svg+xml"><title>问据 API</title><style>{style}</style></head>'
        f"<body><main><h1>问据 API</h1>{_words(description['info']['description'])}"
        f'<p><small>OpenAPI: <a href="/api/openapi.json">/api/openapi.json</a></small></p><nav>{named}</nav>'
        f"{body}{_shapes(shared)}</main></body></html>"
    )


def _operation(method: str, path: str, operation: Schema, base: str, shared: Schema) -> str:
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
    command = _curl(method, path, operation, base, _example(body, shared) if body else None)
    parts = [
        f'<section id="{_key(method, path)}"><h2><code><b class="method">{method.upper()}</b> /api{escape(path)}</code>'
        f"{escape(operation['summary'])}</h2>{_words(operation.get('description', ''))}",
        _table("参数 Parameters", _parameters(operation)),
        _table("请求内容 Request body", _fields(_resolved(body, shared), shared) if body else ()),
        f"<h3>curl</h3><pre>{escape(command)}</pre>",
        _table("返回 Responses", _responses(operation)),
    ]
    return "".join(parts) + "</section>"


def _parameters(operation: Schema) -> Iterator[tuple[str, str, str]]:
    for one in operation.get("parameters", ()):
        name = one["name"] + (" *" if one.get("required") else "")
        yield name, _kind(one.get("schema", {})), one.get("description", "")


def _fields(schema: Schema, shared: Schema) -> Iterator[tuple[str, str, str]]:
    for name, field in schema.get("properties", {}).items():
        whole = _resolved(field, shared)
        said = field.get("description") or whole.get("description", "")
        yield name + (" *" if name in schema.get("required", ()) else ""), _kind(field), said


def _responses(operation: Schema) -> Iterator[tuple[str, str, str]]:
    for status, reply in sorted(operation["responses"].items()):
        schema: Schema = next((sent["schema"] for sent in reply.get("content", {}).values()), {})
        said = "" if reply["description"] == "Successful Response" else reply["description"]
        yield status, _kind(schema), said


def _shapes(shared: Schema) -> str:
    drawn = "".join(
        f'<details id="shape-{escape(name)}"><summary>{escape(name)}</summary>{_words(schema.get("description", ""))}'
        f"{_table('', _fields(schema, shared))}</details>"
        for name, schema in sorted(shared.items())
        if schema.get("properties")
    )
    return f"<section><h2>数据 Data</h2>{drawn}</section>"


def _table(head: str, rows: Iterator[tuple[str, str, str]] | tuple[()]) -> str:
    drawn = "".join(
        f"<tr><td><code>{escape(name)}</code></td><td><code>{_linked(kind)}</code></td><td>{escape(said)}</td></tr>"
        for name, kind, said in rows
    )
    title = f"<h3>{escape(head)}</h3>" if head else ""
    return f"{title}<table>{drawn}</table>" if drawn else ""


def _linked(kind: str) -> str:
    """Draw a kind, the names of shapes as links to them; these alone begin with a capital."""
    return _SHAPE.sub(lambda name: f'<a href="#shape-{name[0]}">{name[0]}</a>', escape(kind))


def _words(text: str) -> str:
    """Draw Chinese first, English after it, as paragraphs."""
    return "".join(f"<p>{escape(part.strip())}</p>" for part in text.split("\n\n") if part.strip())


def _kind(schema: Schema) -> str:
    """Return the kind of a value in a word or two.

    >>> _kind({"type": "array", "items": {"type": "string"}}), _kind({"$ref": "#/components/schemas/Hits"})
    ('[string]', 'Hits')
    """
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    if "enum" in schema:
        return " | ".join(map(str, schema["enum"]))
    if "anyOf" in schema:
        return " | ".join(dict.fromkeys(_kind(one) for one in schema["anyOf"]))
    if schema.get("type") == "array":
        return f"[{_kind(schema.get('items', {}))}]"
    return str(schema.get("type", ""))


def _resolved(schema: Schema, shared: Schema) -> Schema:
    return shared.get(_kind(schema), schema) if "$ref" in schema else schema


def _example(schema: Schema, shared: Schema) -> dict[str, Any]:
    """Return a request with the example of every field that has one."""
    found: dict[str, Any] = {}
    for name, field in _resolved(schema, shared).get("properties", {}).items():
        if field.get("examples"):
            found[name] = field["examples"][0]
        elif "$ref" in field and (inner := _example(field, shared)):
            found[name] = inner
    return found


def _curl(method: str, path: str, operation: Schema, base: str, body: object) -> str:
    """Return the command that sends an example."""
    examples = {
        one["name"]: one["schema"]["examples"][0]
        for one in operation.get("parameters", ())
        if one.get("required") and one.get("schema", {}).get("examples")
    }
    named = [one["name"] for one in operation.get("parameters", ()) if one["in"] == "path"]
    for name in named:
        path = path.replace(f"{{{name}}}", quote(str(examples.pop(name, name))))
    words = ["curl", "-N"] if path.endswith("/stream") else ["curl"]
    if method == "post":
        sent = json.dumps(body, ensure_ascii=False)
        words += ["-H", "Content-Type: application/json", "-d", sent, base + path]
    else:
        words += ["-G", base + path] if examples else [base + path]
        for name, value in examples.items():
            words += ["--data-urlencode", f"{name}={value}"]
    return shlex.join(words)


def _key(method: str, path: str) -> str:
    return escape(f"{method}{path.replace('/', '-').replace('{', '').replace('}', '').partition(':')[0]}")
