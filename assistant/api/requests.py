"""What may be asked of the API; an unknown key is refused, since a facet that is spelt wrong would be no facet."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

LONGEST_HISTORY = 200
"""Messages of a conversation; the last twenty are read."""

MOST_VALUES = 500
"""Values of one facet: more than a library has agencies in sight."""

LONGEST_VALUE = 100
MOST_TOPICS = 50
"""Topics of one matrix, each a census over every report."""

MOST_HITS = 100
HITS = 10

Value = Annotated[str, Field(max_length=LONGEST_VALUE)]
Values = Annotated[list[Value], Field(max_length=MOST_VALUES)]
Year = Annotated[int, Field(ge=2000, le=2099)] | Value


class Part(BaseModel):
    """A part of a request."""

    model_config = ConfigDict(extra="forbid")


class FacetsPart(Part):
    """限定范围；不写即不限。 What the question is restricted to; nothing is no restriction."""

    agencies: Annotated[Values, Field(description="机关名称或其中一部分。 Names of agencies, or parts of them.")] = []
    regions: Annotated[Values, Field(description="地区。 Regions.")] = []
    levels: Annotated[
        Values, Field(description="层级：省、市、县、乡镇、其他。 province, city, county, town, other.")
    ] = []
    years: Annotated[
        list[Year], Field(max_length=MOST_VALUES, description="报告年度，如 2024 或 “2022-2024”。 Covered years.")
    ] = []
    roles: Annotated[
        Values,
        Field(description="章节性质：工作、问题、计划…… Roles of sections: work, problem, plan, duty, suggestion…"),
    ] = []
    statuses: Annotated[
        Values,
        Field(
            description="状态：已开展、制度建设、计划开展…… done, rules, planned, problem, suggested, nil, mentioned."
        ),
    ] = []

    def named(self) -> dict[str, list[str]]:
        """Return the words by the name of their facet."""
        return {name: [str(value) for value in values] for name, values in self.model_dump().items()}


class Message(Part):
    """此前的一条消息。 One message of the conversation so far."""

    role: Literal["user", "assistant"]
    content: Annotated[str, Field(max_length=1_000_000)]


Spoken = Annotated[
    Literal["zh", "en"] | None,
    Field(description="回答所用语言；不写则随问题。 The language of the answer; that of the question if left out."),
]


class AskPart(Part):
    """一个问题，及其对话与范围。 A question with its conversation and its scope."""

    question: str = Field(
        description="问题，最多 2,000 字。 The question, 2,000 characters at most.",
        examples=["哪些单位举行过信访听证？"],
    )
    history: Annotated[
        list[Message],
        Field(
            max_length=LONGEST_HISTORY,
            description="此前的消息，旧的在前；追问靠它补全。 Messages before it, oldest first; a follow-up leans on them.",
        ),
    ] = []
    facets: Annotated[FacetsPart, Field(examples=[{"years": [2024]}])] = FacetsPart()
    language: Spoken = None


class MatrixPart(Part):
    """若干主题，及其范围。 Topics, and their scope."""

    topics: Annotated[list[Value], Field(min_length=1, max_length=MOST_TOPICS)] = Field(
        description="主题词，最多 50 个。 Topics, 50 at most.", examples=[["信访听证", "法律顾问"]]
    )
    facets: FacetsPart = FacetsPart()
