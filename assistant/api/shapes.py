"""What the API gives back, for its description: the answer is ``assistant.answer.Answer`` itself.

What is sent is the JSON of ``assistant.forms`` and never passes through these; tests compare the two.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from corpus.report import Level, Role, Status

Id = Annotated[str, Field(description="报告编号，内容不变则编号不变。 Id of a report; same content, same id.")]
Start = Annotated[int, Field(description="在报告正文中的起点，按字符计。 First character in the report's text.")]
End = Annotated[int, Field(description="终点，不含。 The character after the last.")]


class Problem(BaseModel):
    """没有做成的原因，一句话。 Why it was not done, in one sentence."""

    error: str = Field(examples=["没有看到问题，请输入文字后再发送。"])


class Hit(BaseModel):
    """一个片段。 A passage."""

    rank: int
    score: float = Field(description="越大越好，只在一次检索内可比。 Higher is better, within one search.")
    report: Id
    file: str
    agency: str
    year: int | None
    section: list[str]
    role: Role
    text: str
    start: Start
    end: End


class Hits(BaseModel):
    """检索结果，最好的在前。 Passages, the best first."""

    query: str
    hits: list[Hit]


class Heading(BaseModel):
    """一个章节。 A section."""

    heading: str
    role: Role
    level: int
    start: Start
    end: End


class Entry(BaseModel):
    """一份报告的著录；报告没有写的为 null。 A report's entry; null is what it does not state."""

    report: Id
    file: str
    title: str | None
    agency: str
    issuer: str | None
    level: Level
    region: str | None
    region_inferred: bool
    year: int | None
    document_number: str | None
    issue_date: str | None
    sections: list[Heading]
    statements: int
    passages: int


class Unreadable(BaseModel):
    """一份未能读取的文件。 A file that could not be read."""

    file: str
    reason: str


class Catalogue(BaseModel):
    """目录。 The catalogue."""

    reports: list[Entry]
    unreadable: list[Unreadable]


class ReportText(Entry):
    """一份报告的著录与全文，所有起止都指这个全文。 A report with the text that every offset refers to."""

    pages: list[int] = Field(description="各页起点；无页码的文件为空。 Where each page begins; empty without pages.")
    text: str


class Column(BaseModel):
    """矩阵里的一份报告。 A report of the matrix."""

    report: Id
    file: str
    agency: str
    year: int | None
    level: Level


class Cell(BaseModel):
    """一格：某主题在某报告中最强的状态。 The strongest status of a topic in a report."""

    topic: str
    report: Id
    status: Status | Literal["silent", "elsewhere"] = Field(
        description="silent 为未提及；elsewhere 为限定范围之外提及。 elsewhere: outside the sections or statuses asked for."
    )
    citation: int | None
    because: str | None = Field(None, description="判断依据的词语。 The words that decided.")
    otherwise: bool | None = Field(None, description="以其他说法写到。 Said in other words.")


class Source(BaseModel):
    """一处引文：text[start:end] 即 quote。 Where a quote stands."""

    number: int
    report: Id
    file: str
    agency: str
    year: int | None
    title: str | None
    section: list[str]
    role: Role
    status: Status
    quote: str
    start: Start
    end: End
    page: int | None


class Matrix(BaseModel):
    """主题 × 报告。 Topics × reports."""

    topics: list[str]
    read: dict[str, str] = Field(description="每个主题按哪个词条查。 The term each topic was taken for.")
    reports: list[Column]
    cells: list[Cell]
    citations: list[Source]
