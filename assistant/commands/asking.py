"""``ask`` and ``search``: one question, or a batch of them over one opened library; answers also as a document."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TextIO

from assistant import forms
from assistant.commands import batch, options, output
from assistant.commands.library import opened
from assistant.commands.options import Run

if TYPE_CHECKING:
    from assistant import Assistant
    from assistant.answer import Answer
    from index.records import Facets

    Act = Callable[[Assistant, batch.Line, Facets, argparse.Namespace, TextIO], object]

HITS = 10
"""Passages that a search shows unless told: what fits a screen."""


def add(commands: Any) -> None:  # noqa: ANN401 - argparse keeps the type of its subparsers private
    """Add both commands to the parser."""
    ask = _command(commands, "ask", "回答问题，逐句给出出处", run_ask, "QUESTION")
    ask.add_argument("--export", metavar="FILE", help="另存为文档：.docx、.md 或 .csv；与 --batch 同用时合为一份")
    ask.set_defaults(key="question")
    search = _command(commands, "search", "检索片段", run_search, "QUERY")
    search.set_defaults(key="query")
    search.add_argument("-k", type=options.positive, default=HITS, metavar="N", help=f"返回几条（默认 {HITS}）")


def run_ask(arguments: argparse.Namespace) -> int:
    """Answer; an abstention is an answer too. What could be answered is saved where that was asked for."""
    if arguments.export is None:
        return _run(arguments, _ask)
    from assistant.commands.saving import target

    chosen = target(arguments.export)
    answered: list[tuple[str, Answer]] = []

    def ask(assistant: Assistant, line: batch.Line, *rest: Any) -> None:  # noqa: ANN401 - handed on as they are
        answered.append((line.question, _ask(assistant, line, *rest)))

    status = _run(arguments, ask)
    if not answered:
        output.note("没有一问得到回答，因此没有写出文件。")
        return status
    chosen.save(answered)
    output.note(f"已写入 {chosen.path}")
    return status


def run_search(arguments: argparse.Namespace) -> int:
    """Rank passages; none is a result too, and said."""
    return _run(arguments, _search)


def _command(commands: Any, name: str, what: str, run: Run, words: str) -> argparse.ArgumentParser:  # noqa: ANN401
    parser: argparse.ArgumentParser = commands.add_parser(name, help=what, description=what)
    parser.add_argument("words", nargs="*", metavar=words)
    parser.add_argument("--batch", metavar="FILE", help="每行一问（或一个 JSON 对象），结果按行输出 JSON；- 为标准输入")
    options.add_library(parser)
    options.add_json(parser)
    options.add_facets(parser)
    parser.set_defaults(run=run, refuse=parser.error)
    return parser


def _run(arguments: argparse.Namespace, act: Act) -> int:
    if bool(arguments.words) == bool(arguments.batch):
        arguments.refuse("请给出一个问题，或用 --batch 给出文件（两者取一）")
    single = batch.Line(" ".join(arguments.words))
    lines = batch.read(arguments.batch, arguments.key) if arguments.batch else (single,)
    with output.quiet(arguments.json or bool(arguments.batch)) as out, opened(arguments) as assistant:
        facets = options.facets(arguments, assistant.reports)
        if not arguments.batch:
            act(assistant, single, facets, arguments, out)
            return 0
        return max([_one_of_batch(act, assistant, line, facets, arguments, out) for line in lines], default=0)


def _one_of_batch(
    act: Act,
    assistant: Assistant,
    line: batch.Line,
    facets: Facets,
    arguments: argparse.Namespace,
    out: TextIO,
) -> int:
    """Write one line whatever happens, so that answers stay in step with questions."""
    try:
        if line.error:
            raise ValueError(line.error)
        act(assistant, line, facets, arguments, out)
    except Exception as error:  # one bad line must not cost the others their answers; it is said in both places
        message = output.explain(error, arguments.language)
        output.note(message)
        output.write_json({arguments.key: line.question, "error": message}, out, line=True)
        return 1
    return 0


def _ask(assistant: Assistant, line: batch.Line, facets: Facets, arguments: argparse.Namespace, out: TextIO) -> Answer:
    said = assistant.ask(line.question, history=line.history, facets=facets)
    answer = said.to_dict()
    if arguments.json or arguments.batch:
        output.write_json(answer, out, line=bool(arguments.batch))
    else:
        print(output.answer_text(answer), file=out)
    return said


def _search(assistant: Assistant, line: batch.Line, facets: Facets, arguments: argparse.Namespace, out: TextIO) -> None:
    found = forms.search(assistant, line.question, facets, arguments.k)
    hits = found["hits"]
    if not any(facets.admit(report) for report in assistant.reports):
        output.note("限定范围内没有报告，因此没有结果。")
    elif not hits:
        output.note("没有找到相关片段。")
    if arguments.json or arguments.batch:
        output.write_json(found, out, line=bool(arguments.batch))
    else:
        print("\n\n".join(output.hit_text(hit) for hit in hits), file=out)
