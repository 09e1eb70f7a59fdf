"""The tools for agents: the real client starts the real command and speaks to it over standard input and output."""

import importlib.util
import os
import subprocess
import sys

import anyio
import pytest

from assistant.command import main
from index.records import Facets
from tests.samples import four_samples
from tests.shape.sources import ROOT

pytest.importorskip("mcp", reason="the extra mcp is not installed: the tools for agents were not tested")


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    home = tmp_path_factory.mktemp("agents")
    return ("--reports", str(four_samples(home / "reports")), "--data", str(home / "data"))


@pytest.fixture(scope="module")
def told(library):
    """Everything that one session asked of the server: its tools, and the result of each call by its name."""
    from mcp import Client, StdioServerParameters

    calls = {
        "asked": ("ask", {"question": "哪些单位举行过信访听证？"}),
        "narrowed": ("ask", {"question": "听证", "facets": {"years": [2024], "statuses": ["制度建设"]}}),
        "followed": (
            "ask",
            {"question": "那栖梧区呢？", "history": [{"role": "user", "content": "云汀市信访局举行过信访听证吗？"}]},
        ),
        "searched": ("search", {"query": "听证", "k": 2}),
        "listed": ("catalogue", {}),
        "read": ("read_report", {"report": "qiwu_2024.txt"}),
        "span": ("read_report", {"report": "qiwu_2024.txt", "start": 10, "end": 40}),
        "section": ("read_report", {"report": "hedu_2023.txt", "section": "存在的主要问题"}),
        "role": ("read_report", {"report": "hedu_2023.txt", "section": "problem"}),
        "empty": ("ask", {"question": " "}),
        "facet": ("ask", {"question": "听证", "facets": {"levels": ["国"]}}),
        "unknown key": ("ask", {"question": "听证", "facets": {"level": ["县"]}}),
        "no report": ("read_report", {"report": "none"}),
        "no section": ("read_report", {"report": "hedu_2023.txt", "section": "直升机"}),
    }
    command = StdioServerParameters(
        command=sys.executable, args=["-m", "assistant.command", "mcp", *library], cwd=ROOT, env={"PYTHONPATH": ""}
    )

    async def session():
        async with Client(command) as client:
            tools = {tool.name: tool for tool in (await client.list_tools()).tools}
            results = {name: await client.call_tool(tool, given) for name, (tool, given) in calls.items()}
            return tools, results, client.instructions

    return anyio.run(session)


def text(result):
    (content,) = result.content
    return content.text


def test_every_tool_is_typed_and_described(told):
    tools, _, instructions = told
    assert set(tools) == {"ask", "search", "catalogue", "read_report"}
    for tool in tools.values():
        assert tool.description and tool.output_schema["type"] == "object"
        assert tool.annotations.read_only_hint
        for given in tool.input_schema["properties"].values():
            assert given["description"]
    assert {"years", "levels"} <= set(tools["ask"].input_schema["$defs"]["FacetsPart"]["properties"])
    assert "未提及" in instructions


def test_an_answer_has_numbered_citations_and_its_json(told, sample_library):
    result = told[1]["asked"]
    assert result.structured_content == sample_library.ask("哪些单位举行过信访听证？").to_dict()
    first = result.structured_content["citations"][0]
    assert text(result).startswith("核查 4 份报告") and "[1]" in text(result)
    assert first["quote"] in text(result) and f"{first['file']} {first['start']}–{first['end']}" in text(result)


def test_facets_and_history_count(told, sample_library):
    narrowed = told[1]["narrowed"].structured_content
    assert narrowed == sample_library.ask("听证", (), Facets(years=(2024,), statuses=("rules",))).to_dict()
    assert narrowed["searched"]["reports"] < narrowed["searched"]["of"]
    followed = told[1]["followed"].structured_content
    assert {finding["agency"] for finding in followed["findings"]} == {"栖梧区信访局"}


def test_search_and_catalogue_are_those_of_the_library(told, sample_library):
    assert told[1]["searched"].structured_content["hits"] == list(sample_library.search("听证", None, 2))
    assert told[1]["listed"].structured_content == sample_library.catalogue()
    assert "qiwu_2024.txt" in text(told[1]["listed"])


def test_a_report_is_read_whole_by_span_and_by_section(told, sample_library):
    whole = sample_library.report("qiwu_2024.txt").text
    other = sample_library.report("hedu_2023.txt")
    assert text(told[1]["read"]) == whole
    assert text(told[1]["span"]) == whole[10:40]
    part = told[1]["section"].structured_content
    assert part["text"] == other.text[part["start"] : part["end"]]
    assert part["section"].endswith("存在的主要问题") and part["next"] is None
    assert told[1]["role"].structured_content == part


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("empty", "没有看到问题，请输入文字后再发送。"), ("facet", "不认识 国"), ("no report", "库中没有这份报告"),
        ("no section", "这份报告没有这一章节"), ("unknown key", "facets.level"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said_as_an_error(told, name, said):
    result = told[1][name]
    assert result.is_error
    assert said in text(result)
    assert "Traceback" not in text(result)


def test_a_long_report_is_read_in_pieces_that_join():
    from assistant.agents.reading import LONGEST, part

    body = "字" * (2 * LONGEST + 7)
    keys = ("report", "file", "title", "agency", "year", "document_number", "issue_date")
    shown = dict.fromkeys(keys) | {"sections": [], "text": body}
    read, at = "", 0
    while at is not None:
        piece = part(shown, at, None, None)
        read, at = read + piece["text"], piece["next"]
    assert read == body
    assert part(shown, 5, 3, None)["text"] == ""
    assert part(shown, 10**9, None, None)["next"] is None


def test_standard_output_holds_the_protocol_alone(library):
    environ = {name: value for name, value in os.environ.items() if not name.startswith("WENJU_")}
    done = subprocess.run(
        [sys.executable, "-m", "assistant.command", "mcp", *library],
        cwd=ROOT, env=environ, input="not json\n", capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0
    assert all(line.startswith('{"jsonrpc"') for line in done.stdout.splitlines())


def test_without_the_extra_it_says_what_to_install(monkeypatch, capsys):
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name, *rest: None if name == "mcp" else find(name, *rest))
    assert main(["mcp"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1 and "pip install 'wenju[mcp]'" in said.err
