"""The application under ``/api``: its routes, its description, and one sentence for whatever goes wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, TypeVar

from anyio import CapacityLimiter, to_thread
from fastapi import Depends, FastAPI, Path, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import StreamingResponse
from pydantic import ValidationError
from starlette.exceptions import HTTPException

from assistant.answer import Answer
from assistant.api import replies, service, shapes, stream
from assistant.api.docs import page
from assistant.api.requests import HITS, LONGEST_VALUE, MOST_HITS, AskPart, FacetsPart, MatrixPart, Spoken
from assistant.api.service import Refused
from assistant.page.desk import Desk

Result = TypeVar("Result")

AT_ONCE = 12
"""Requests carried out at the same time, as on the page; the others wait their turn."""

WAITING = 100
"""Requests that may wait; the next one is told so at once."""

WHAT = """就报告提问，每一句回答都附原文出处；没有写的，就说没有写。结果与命令行加 --json 相同。

Ask the reports; every claim is quoted from one. The JSON is that of the command line with --json."""
REFUSALS: dict[int | str, dict[str, Any]] = {
    400: {"model": shapes.Problem, "description": "问题或范围读不懂。 The question or a facet cannot be read."},
    422: {"model": shapes.Problem, "description": "请求的写法不对。 A part of the request is not as it should be."},
    503: {"model": shapes.Problem, "description": "索引仍在载入，或提问的人较多。 Still loading, or too many askers."},
}
MISSING: dict[int | str, dict[str, Any]] = {
    404: {"model": shapes.Problem, "description": "没有这份报告。 No such report."}
}
STREAM: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "事件依次为 understood（含首句 lead）、findings（可有多个）、answer（同 /api/ask）。 "
        "Events: understood with the lead sentence, findings in pieces, answer as /api/ask gives it.",
        "content": {stream.KIND: {"schema": {"type": "string"}}},
    }
}

Words = Annotated[list[str], Query()]


def facets_of(
    agency: Annotated[list[str], Query(description="机关名称或其一部分，可重复，也可用逗号分隔。 Agencies.")] = [],  # noqa: B006
    region: Annotated[list[str], Query(description="地区。 Regions.")] = [],  # noqa: B006
    level: Annotated[list[str], Query(description="层级：省、市、县、乡镇。 Levels.", examples=["county"])] = [],  # noqa: B006
    year: Annotated[list[str], Query(description="报告年度，如 2024 或 2022-2024。 Covered years.")] = [],  # noqa: B006
    role: Annotated[list[str], Query(description="章节性质：工作、问题、计划。 Roles of sections.")] = [],  # noqa: B006
    status: Annotated[list[str], Query(description="状态：已开展、制度建设、计划开展。 Statuses.")] = [],  # noqa: B006
) -> FacetsPart:
    """Return the facets of an address, named as the options of the command line."""
    return _checked(
        lambda: FacetsPart(agencies=agency, regions=region, levels=level, years=[*year], roles=role, statuses=status)
    )


Facets = Annotated[FacetsPart, Depends(facets_of)]
Question = Annotated[
    str, Query(description="问题，最多 2,000 字。 The question.", examples=["哪些单位举行过信访听证？"])
]


def create(desk: Desk, docs: bool) -> FastAPI:
    """Return the application.

    :param desk: holds the library.
    :param docs: whether it describes itself at ``/docs`` and ``/openapi.json``.
    """
    api = FastAPI(
        title="问据 Wenju", version="1", description=WHAT, servers=[{"url": "/api"}], responses=REFUSALS,
        docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False,
    )  # fmt: skip
    _refusals(api)
    turn = Turnstile()
    _asking(api, desk, turn)
    _reading(api, desk, turn)
    if docs:
        _describing(api)
    return api


class Turnstile:
    """Let a few requests through at a time, each in a thread, and turn away what would wait too long."""

    def __init__(self) -> None:
        self._limiter = CapacityLimiter(AT_ONCE)
        self._inside = 0

    async def run(self, request: Request, act: Callable[[], Result]) -> Result:
        """Carry out one request.

        :raises Refused: where too many wait.
        """
        if self._inside >= AT_ONCE + WAITING:
            raise Refused(503, replies.sentence(503, replies.spoken(request)))
        self._inside += 1
        try:
            return await to_thread.run_sync(act, limiter=self._limiter)
        finally:
            self._inside -= 1


def _asking(api: FastAPI, desk: Desk, turn: Turnstile) -> None:
    async def answered(request: Request, asked: AskPart) -> Answer:
        return await turn.run(request, lambda: service.ask(desk, asked, replies.spoken(request)))

    @api.post("/ask", summary="提问 Ask", responses={200: {"model": Answer}})
    async def ask(request: Request, asked: AskPart) -> Response:
        """回答一个问题；可以带上此前的对话。 Answer a question, with the conversation before it."""
        return replies.json_reply((await answered(request, asked)).to_dict())

    @api.get("/ask", summary="提问 Ask", responses={200: {"model": Answer}})
    async def ask_once(request: Request, q: Question, facets: Facets, language: Spoken = None) -> Response:
        """回答一个单独的问题。 Answer a question that stands alone."""
        asked = AskPart(question=q, facets=facets, language=language)
        return replies.json_reply((await answered(request, asked)).to_dict())

    @api.post("/ask/stream", summary="提问，分段返回 Ask, as a stream", responses=STREAM)
    async def ask_stream(request: Request, asked: AskPart) -> Response:
        """同 /api/ask，以服务器推送事件分段返回。 As /api/ask, by server-sent events."""
        return _streamed(await answered(request, asked))

    @api.get("/ask/stream", summary="提问，分段返回 Ask, as a stream", responses=STREAM)
    async def ask_stream_once(request: Request, q: Question, facets: Facets, language: Spoken = None) -> Response:
        """同上，单独的问题。 The same for a question that stands alone."""
        return _streamed(await answered(request, AskPart(question=q, facets=facets, language=language)))


def _reading(api: FastAPI, desk: Desk, turn: Turnstile) -> None:
    @api.get("/search", summary="检索 Search", responses={200: {"model": shapes.Hits}})
    async def search(
        request: Request,
        q: Annotated[str, Query(description="检索词。 What to look for.", examples=["信访听证"])],
        facets: Facets,
        k: Annotated[int, Query(ge=1, le=MOST_HITS, description="返回几条。 How many passages.")] = HITS,
    ) -> Response:
        """检索片段，最相关的在前。 Find passages, the best first."""
        found = await turn.run(request, lambda: service.search(desk, q, facets, k, replies.spoken(request)))
        return replies.json_reply(found)

    @api.get("/catalogue", summary="目录 Catalogue", responses={200: {"model": shapes.Catalogue}})
    async def catalogue(request: Request, facets: Facets) -> Response:
        """列出库中报告，以及未能读取的文件。 List the reports held and the files that could not be read."""
        return replies.json_reply(
            await turn.run(request, lambda: service.catalogue(desk, facets, replies.spoken(request)))
        )

    @api.post("/matrix", summary="矩阵 Matrix", responses={200: {"model": shapes.Matrix}})
    async def matrix(request: Request, asked: MatrixPart) -> Response:
        """主题 × 报告：每格的状态与出处。 Topics × reports, with status and citation in each cell."""
        return replies.json_reply(await turn.run(request, lambda: service.matrix(desk, asked, replies.spoken(request))))

    @api.get("/matrix", summary="矩阵 Matrix", responses={200: {"model": shapes.Matrix}})
    async def matrix_once(
        request: Request,
        topic: Annotated[list[str], Query(description="主题词，可重复。 Topics, repeated.", examples=["信访听证"])],
        facets: Facets,
    ) -> Response:
        """同上，主题写在地址里。 The same with the topics in the address."""
        asked = _checked(lambda: MatrixPart(topics=topic, facets=facets))
        return await matrix(request, asked)

    @api.get("/report/{report:path}", summary="全文 Report", responses={200: {"model": shapes.ReportText}, **MISSING})
    async def report(
        request: Request,
        report: Annotated[str, Path(description="报告编号或文件名。 Id or file.", examples=["yunting_2024.txt"])],
    ) -> Response:
        """一份报告的著录与全文，所有起止都指这个全文。 A report's text, to which every offset refers."""
        return replies.json_reply(
            await turn.run(request, lambda: service.report(desk, report[: 10 * LONGEST_VALUE], replies.spoken(request)))
        )


def _describing(api: FastAPI) -> None:
    @api.get("/openapi.json", include_in_schema=False)
    async def description() -> Response:
        return replies.json_reply(api.openapi())

    @api.get("/docs", include_in_schema=False)
    async def docs(request: Request) -> Response:
        html = page(api.openapi(), f"{request.url.scheme}://{request.headers.get('host', 'localhost')}")
        return Response(html, media_type="text/html; charset=utf-8", headers=replies.HEADERS)


def _refusals(api: FastAPI) -> None:
    @api.exception_handler(Refused)
    async def refused(_: Request, error: Refused) -> Response:
        return replies.problem(error.status, error.sentence)

    @api.exception_handler(RequestValidationError)
    async def unfit(request: Request, error: RequestValidationError) -> Response:
        return replies.problem(422, replies.invalid(error.errors(), replies.spoken(request)))

    @api.exception_handler(HTTPException)
    async def otherwise(request: Request, error: HTTPException) -> Response:
        return replies.problem(error.status_code, replies.sentence(error.status_code, replies.spoken(request)))


def _checked(make: Callable[[], Result]) -> Result:
    """Make a part of a request out of an address, with the refusals of a body."""
    try:
        return make()
    except ValidationError as error:
        raise RequestValidationError(error.errors()) from error


def _streamed(answer: Answer) -> Response:
    return StreamingResponse(
        stream.events(answer), media_type=stream.KIND, headers=replies.HEADERS | {"x-accel-buffering": "no"}
    )
