"""The API as its callers see it: a real server over four samples, and the same JSON as the command line's."""

import json
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from assistant.api.requests import MOST_TOPICS, MOST_VALUES
from assistant.command import main

QUESTION = "哪些单位举行过信访听证？"


@pytest.fixture(scope="module")
def client(sample_server):
    with httpx.Client(base_url=f"{sample_server.address}api/", timeout=60, trust_env=False) as opened:
        yield opened


@pytest.fixture
def printed(sample_server, capsys):
    """What the command line prints over the library that the server owns."""

    def run(*argv):
        assert main([*argv, "--json", *sample_server.library]) == 0
        return json.loads(capsys.readouterr().out)

    return run


@pytest.fixture(scope="module")
def events(client):
    def read(**sent):
        text = client.post("ask/stream", json=sent).raise_for_status().text
        blocks = [block.split("\n") for block in text.strip().split("\n\n")]
        return [
            (name.removeprefix("event: "), json.loads(data.removeprefix("data: ")))
            for name, data in blocks
        ]  # fmt: skip

    return read


@pytest.mark.parametrize(
    ("question", "facets", "argv"),
    [
        (QUESTION, {}, []),
        ("Which bureaus held petition hearings?", {}, []),
        ("禾渡县存在哪些问题？", {}, []),
        (
            "听证",
            {"years": [2024], "levels": ["县"], "statuses": ["制度建设"]},
            ["--year=2024", "--level=县", "--status=rules"],
        ),
        ("听证", {"agencies": ["栖梧"], "roles": ["work"]}, ["--agency=栖梧", "--role=工作"]),
        ("听证", {"regions": ["岚江"], "years": ["2022-2025"]}, ["--region=岚江", "--year=2022-2025"]),
        ("听证", {"years": [2019]}, ["--year=2019"]),
        ("今天天气怎么样？", {}, []),
    ],
)
def test_an_answer_is_the_command_lines(client, printed, question, facets, argv):
    expected = printed("ask", question, *argv)
    posted = client.post("ask", json={"question": question, "facets": facets})
    assert posted.status_code == 200
    assert posted.json() == expected
    words = [tuple(option.removeprefix("--").split("=")) for option in argv]
    assert client.get("ask", params=[("q", question), *words]).json() == expected


def test_everything_else_is_the_command_lines(client, printed):
    assert client.get("search", params={"q": "听证", "k": 3, "year": 2024}).json() == printed(
        "search", "听证", "-k", "3", "--year", "2024"
    )
    assert client.get("catalogue").json() == printed("catalogue")
    assert client.get("catalogue", params={"level": "county"}).json() == printed("catalogue", "--level", "county")
    matrix = printed("matrix", "信访听证", "法律顾问", "--year", "2024")
    given = [("topic", "信访听证"), ("topic", "法律顾问"), ("year", "2024")]
    assert client.get("matrix", params=given).json() == matrix
    sent = {"topics": ["信访听证", "法律顾问"], "facets": {"years": [2024]}}
    assert client.post("matrix", json=sent).json() == matrix
    shown = printed("show", "qiwu_2024.txt")
    assert client.get("report/qiwu_2024.txt").json() == shown
    assert client.get(f"report/{shown['report']}").json() == shown


def test_a_follow_up_leans_on_its_history(client):
    history = [
        {"role": "user", "content": "云汀市信访局举行过信访听证吗？"},
        {"role": "assistant", "content": "举行过。"},
    ]
    answer = client.post("ask", json={"question": "那栖梧区呢？", "history": history}).json()
    assert {finding["agency"] for finding in answer["findings"]} == {"栖梧区信访局"}


def test_an_answer_comes_in_the_language_asked_for(client):
    chinese, english = (
        client.post("ask", json={"question": QUESTION, "language": language}).json() for language in ("zh", "en")
    )
    assert (chinese["language"], english["language"]) == ("zh", "en")
    assert "reports" in english["text"] and "reports" not in chinese["text"]
    assert english["findings"] == chinese["findings"]


def test_a_stream_tells_what_was_understood_then_findings_then_the_whole(client, events):
    told = events(question=QUESTION)
    whole = client.post("ask", json={"question": QUESTION}).json()
    assert [name for name, _ in told] == ["understood", "findings", "answer"]
    first, findings, last = (value for _, value in told)
    assert last == whole
    assert first["understood"] == whole["understood"]
    assert first["lead"] and whole["text"].startswith(first["lead"])
    assert findings["findings"] == whole["findings"]
    assert {one["number"] for one in findings["citations"]} == {row["citation"] for row in whole["findings"]}


def test_a_stream_without_findings_has_none(events):
    told = events(question="今天天气怎么样？")
    assert [name for name, _ in told] == ["understood", "answer"]


def test_a_stream_is_refused_with_its_status(client):
    answer = client.get("ask/stream", params={"q": " "})
    assert answer.status_code == 400
    assert answer.json() == {"error": "没有看到问题，请输入文字后再发送。"}
    assert client.get("ask/stream", params={"q": "听证"}).headers["content-type"].startswith("text/event-stream")


MANY = ["甲"] * (MOST_VALUES + 1)


@pytest.mark.parametrize(
    ("sent", "status", "said"),
    [
        ({"question": ""}, 400, "没有看到问题"),
        ({"question": "？？"}, 400, "没有读到问题"),
        ({"question": "甲\x00乙"}, 400, "控制字符"),
        ({"question": "\ud800"}, 400, "控制字符"),
        ({"question": "长" * 2001}, 400, "2,001"),
        ({"question": "a" * 2001}, 400, "has 2,001 characters"),
        ({"question": "听证", "facets": {"levels": ["国"]}}, 400, "不认识 国"),
        ({"question": "hearings", "facets": {"years": [2024, "last"]}}, 400, "last is not known"),
        ({"question": "听证", "facets": {"agencies": ["\x00"]}}, 400, "控制字符"),
        ({"question": "听证", "facets": {"agencies": ["\ud800"]}}, 422, "facets.agencies.0"),
        ({}, 422, "请求中的 question 缺少。"),
        ({"question": 7}, 422, "question 应为文字"),
        ({"question": "听证", "facets": {"level": ["县"]}}, 422, "facets.level"),
        ({"question": "听证", "<b>": 1}, 422, "请求中的 ? 不是可用的名称。"),
        ({"question": "听证", "facets": {"agencies": MANY}}, 422, "facets.agencies 太多"),
        ({"question": "听证", "history": [{"role": "system", "content": "x"}]}, 422, "history.0.role"),
        ({"question": "听证", "language": "fr"}, 422, "language"),
        ([], 422, "请求内容"),
    ],
)
def test_what_cannot_be_answered_is_one_sentence(client, sent, status, said):
    body = json.dumps(sent).encode()
    answer = client.post("ask", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == status
    assert list(answer.json()) == ["error"]
    assert said in answer.json()["error"]
    assert "\n" not in answer.json()["error"] and "Traceback" not in answer.text
    assert answer.headers["content-type"].startswith("application/json")


@pytest.mark.parametrize(
    ("body", "status"), [(b"{", 422), (b"\xff\xfe", 422), (b"[" * 100_000, 400), (b"1" * 10_000, 400), (b"", 422)]
)
def test_a_body_that_is_no_json_is_one_sentence(client, body, status):
    answer = client.post("ask", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == status
    assert answer.json()["error"].endswith("。")


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "report/none", 404),
        ("GET", "report/..%2f..%2fetc%2fhostname", 404),
        ("GET", "report/%00", 404),
        ("GET", "nothing", 404),
        ("GET", "docs", 404),
        ("GET", "openapi.json", 404),
        ("DELETE", "ask", 405),
        ("POST", "search", 405),
        ("GET", "ask", 422),
        ("GET", "search?q=听证&k=0", 422),
        ("GET", "search?q=听证&k=1000000", 422),
        ("GET", "search?q=听证&k=x", 422),
        ("GET", "search?q=%00", 400),
        ("GET", "catalogue?level=国", 400),
        ("GET", "catalogue?agency=" + "长" * 200, 422),
        ("GET", "matrix", 422),
        ("GET", "matrix?topic=", 400),
        ("GET", "matrix?" + "topic=a&" * (MOST_TOPICS + 1), 422),
    ],
)  # fmt: skip
def test_every_other_refusal_is_one_sentence(client, method, path, status):
    answer = client.request(method, path)
    assert answer.status_code == status
    assert list(answer.json()) == ["error"]


def test_a_sentence_is_in_the_askers_language(client):
    english = {"accept-language": "en-GB,en;q=0.9"}
    assert client.get("report/none", headers=english).json()["error"].isascii()
    assert client.get("ask", headers=english).json()["error"] == "The request's q is missing."
    assert "国" in client.get("catalogue", params={"level": "国"}).json()["error"]


def test_nothing_sent_comes_back_as_markup(client):
    for answer in (
        client.get("ask", params={"q": "<script>alert(1)</script>听证"}),
        client.get("catalogue", params={"level": "<img src=x>"}),
        client.get("ask/stream", params={"q": "<script>alert(1)</script>听证"}),
    ):
        assert "<" not in answer.text
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_the_fence_stands_round_the_api(client):
    refused = client.get("ask", params={"q": "听证"}, headers={"origin": "https://elsewhere.example"})
    assert refused.status_code == 403
    assert list(refused.json()) == ["error"]
    assert "access-control-allow-origin" not in refused.headers
    own = str(client.base_url).removesuffix("/api/")
    assert client.get("catalogue", headers={"origin": own}).status_code == 200
    assert (
        client.get("catalogue", headers={"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}).status_code
        == 403
    )
    assert client.get("catalogue", headers={"host": "elsewhere.example"}).status_code == 400
    huge = client.post("ask", content=b" " * (2 << 20), headers={"content-type": "application/json"})
    assert huge.status_code == 413
    assert list(huge.json()) == ["error"]


def test_fifty_ask_at_once(client):
    questions = [QUESTION, "云汀市举行了多少场听证？", "禾渡县存在哪些问题？", "法律顾问"] * 13
    expected = {question: client.post("ask", json={"question": question}).json() for question in set(questions)}
    with ThreadPoolExecutor(50) as pool:
        answers = list(
            pool.map(lambda question: client.post("ask", json={"question": question}).json(), questions[:50])
        )
    assert answers == [expected[question] for question in questions[:50]]
