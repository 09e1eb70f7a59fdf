"""The tools that agents have, and the server of them on standard input and output. The only importer of ``mcp``."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Annotated, Any

from mcp.server import MCPServer
from mcp.types import CallToolResult, TextContent, ToolAnnotations
from pydantic import Field

from assistant.agents.reading import outline, part
from assistant.agents.shapes import AnswerShape, ReportPart
from assistant.api import service
from assistant.api.requests import HITS, MOST_HITS, AskPart, FacetsPart, Message
from assistant.api.service import Refused
from assistant.api.shapes import Catalogue, Hits
from assistant.commands import output
from assistant.page.desk import Desk, NotReady, Opener

OPENING_WAIT = 50.0
"""Seconds that a call waits for the library to open: clients give up after a minute."""

INSTRUCTIONS = (
    "问据回答有关年度法治政府建设报告的问题，不用语言模型，每句都附原文出处。先用 ask；要引用时照抄引文并注明机关、年度与章节。"
    "“未提及”是核查过全部报告后的结论，不要改写成“没有做”；计划不是已开展。"
    "Wenju answers questions over annual reports of Chinese offices without a language model; every claim is quoted. "
    "Use ask first; quote its citations exactly, with agency, year and section. “未提及” (silent) means the report does not "
    "say so, not that nothing was done; a plan is no deed."
)
READS = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)
Facets = Annotated[
    FacetsPart | None,
    Field(description='Restrict to agencies, regions, levels, years, roles, statuses, e.g. {"years": [2024]}.'),
]


def serve(opener: Opener) -> None:
    """Serve the tools until the client goes; the library opens behind them."""
    desk = Desk(opener)

    @asynccontextmanager
    async def lifespan(_: MCPServer[None]) -> AsyncIterator[None]:
        desk.start()
        try:
            yield
        finally:
            desk.close()

    create(desk, lifespan).run("stdio")


def create(desk: Desk, lifespan: Any = None) -> MCPServer[None]:  # noqa: ANN401 - the framework's own long type
    """Return the server with its tools over what a desk holds."""
    server: MCPServer[None] = MCPServer(
        "wenju", title="问据 Wenju", instructions=INSTRUCTIONS, log_level="WARNING", lifespan=lifespan
    )
    _asking(server, desk)
    _reading(server, desk)
    return server


def _asking(server: MCPServer[None], desk: Desk) -> None:
    @server.tool(title="提问 Ask", annotations=READS)
    def ask(
        question: Annotated[str, Field(description="The question, in Chinese or English, 2,000 characters at most.")],
        history: Annotated[
            list[Message] | None, Field(description="Messages before it, oldest first; a follow-up leans on them.")
        ] = None,
        facets: Facets = None,
    ) -> Annotated[CallToolResult, AnswerShape]:
        """Answer a question over the reports: who did something, a number, a section, a comparison, what is held.

        The text carries numbered citations [1] with the exact quote, its section and offsets; a census accounts for
        every report, the silent ones included. Where the reports do not say, the answer says so.
        """

        def act() -> CallToolResult:
            asked = AskPart(question=question, history=history or [], facets=facets or FacetsPart())
            answer = service.ask(desk, asked).to_dict()
            return _result(output.answer_text(answer), answer)

        return _told(desk, act)

    @server.tool(title="检索 Search", annotations=READS)
    def search(
        query: Annotated[str, Field(description="Words or a sentence to look for.")],
        k: Annotated[int, Field(ge=1, le=MOST_HITS, description="How many passages.")] = HITS,
        facets: Facets = None,
    ) -> Annotated[CallToolResult, Hits]:
        """Find passages by words and meaning, the best first; for browsing. To learn who did what, use ask."""

        def act() -> CallToolResult:
            found = service.search(desk, query, facets or FacetsPart(), k)
            return _result("\n\n".join(map(output.hit_text, found["hits"])) or "没有找到相关片段。", found)

        return _told(desk, act)


def _reading(server: MCPServer[None], desk: Desk) -> None:
    @server.tool(title="目录 Catalogue", annotations=READS)
    def catalogue(facets: Facets = None) -> Annotated[CallToolResult, Catalogue]:
        """List the reports held: id, agency, covered year, file, sections; and the files that could not be read."""

        def act() -> CallToolResult:
            found = service.catalogue(desk, facets or FacetsPart())
            return _result("\n".join(output.catalogue_lines(found)) or "限定范围内没有报告。", found)

        return _told(desk, act)

    @server.tool(title="读报告 Read a report", annotations=READS)
    def read_report(
        report: Annotated[str, Field(description="Id of the report, or its file name, as the catalogue gives them.")],
        start: Annotated[int | None, Field(ge=0, description="First character; the beginning if left out.")] = None,
        end: Annotated[int | None, Field(ge=0, description="Character after the last; the end if left out.")] = None,
        section: Annotated[
            str | None,
            Field(description="A heading or part of one (“二、”, “存在的问题”), or a role: work, problem, plan."),
        ] = None,
    ) -> Annotated[CallToolResult, ReportPart]:
        """Read a report's text, or a part by offsets or by section. Offsets of citations refer to this text.

        A long text comes in pieces: `next` says where to read on.
        """

        def act() -> CallToolResult:
            shown = service.report(desk, report)
            read = part(shown, start, end, section)
            if read is None:
                raise Refused(404, f"这份报告没有这一章节；它的章节有：{outline(shown)}")
            return _result(read["text"], read)

        return _told(desk, act)


def _told(desk: Desk, act: Callable[[], CallToolResult]) -> CallToolResult:
    """Act once the library is open; what stood in the way is one sentence, marked as an error."""
    try:
        desk.library(wait=OPENING_WAIT)
        return act()
    except (Refused, NotReady) as error:
        return CallToolResult(content=[TextContent(type="text", text=str(error))], is_error=True)


def _result(text: str, value: dict[str, Any]) -> CallToolResult:
    return CallToolResult(content=[TextContent(type="text", text=text)], structured_content=value)
