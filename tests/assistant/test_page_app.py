"""The page as a running server: health, headers, hosts, private routes, closed doors."""

import base64
import hashlib
import http.client
import json
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest

import serve

ROOT = Path(__file__).parents[2]


@dataclass
class Reply:
    status: int
    headers: dict[str, str]
    text: str

    def json(self):
        return json.loads(self.text)


@pytest.fixture(scope="module")
def ask():
    """A function that sends one request to a page over the invented library."""
    command = [sys.executable, "-m", "tests.assistant.page_server"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        port = int(server.stdout.readline())

        def send(path, method="GET", body=None, **headers):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
            named = {
                name.replace("_", "-"): value.replace("SELF", f"127.0.0.1:{port}") for name, value in headers.items()
            }
            connection.request(method, path, body=body, headers=named)
            answer = connection.getresponse()
            reply = Reply(
                answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read().decode()
            )
            connection.close()
            return reply

        for _ in range(100):
            if send("/healthz").status == 200:
                break
            time.sleep(0.1)
        yield send
        server.terminate()


def test_healthz_counts_the_reports(ask):
    assert ask("/healthz").json() == {"ok": True, "state": "ready", "reports": 2}


def test_the_start_page_is_chinese_and_names_no_other_host(ask):
    answer = ask("/")
    assert answer.status == 200
    assert 'lang="zh-CN"' in answer.text
    assert "og:image" not in answer.text
    head = re.sub(r"<script>window\.gradio_(?:config|api_info).*?</script>", "", answer.text, flags=re.DOTALL)
    assert not re.findall(r"""(?:src|href|content)=["']https?://(?!127\.0\.0\.1)[^"']*""", head)


def test_only_the_inline_scripts_of_the_start_page_may_run(ask):
    answer = ask("/")
    policy = answer.headers["content-security-policy"]
    script = re.search(r"script-src ([^;]*)", policy)[1]
    assert "unsafe-inline" not in script
    assert "http" not in policy
    inline = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", answer.text, flags=re.DOTALL)
    assert inline
    for body in inline:
        assert base64.b64encode(hashlib.sha256(body.encode()).digest()).decode() in script


@pytest.mark.parametrize("path", ["/", "/healthz", "/wenju/page.js", "/nothing"])
def test_every_answer_carries_the_headers(ask, path):
    headers = ask(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]


def test_another_origin_gets_nothing(ask):
    answer = ask("/healthz", origin="https://elsewhere.example")
    assert answer.status == 403
    assert "access-control-allow-origin" not in answer.headers
    assert ask("/healthz", origin="http://SELF").status == 200
    assert ask("/healthz", sec_fetch_site="cross-site", sec_fetch_mode="no-cors").status == 403


def test_a_wrong_host_gets_400(ask):
    assert ask("/healthz", host="elsewhere.example").status == 400


def test_a_huge_request_is_refused(ask):
    assert ask("/gradio_api/queue/join", "POST", content_length=str(50 << 20)).status == 413


@pytest.mark.parametrize(
    "path",
    ["/docs", "/redoc", "/openapi.json", "/monitoring", "/gradio_api/openapi.json", "/gradio_api/upload", "/runs",
     "/gradio_api/file=/etc/hostname", "/gradio_api/run/ask", "/gradio_api/call/ask_1", "/gradio_api/call/v2/ask",
     "/gradio_api/proxy=https://elsewhere.example/", "/api/docs", "/api/openapi.json", "/api/", "/api/redoc", "/wenju/app.py", "/wenju/..%2fapp.py"],
)  # fmt: skip
def test_closed_doors_stay_closed(ask, path):
    assert ask(path).status == 404
    assert ask(path, "POST", body="{}").status in {404, 405}


def test_no_event_of_the_page_is_a_public_endpoint(ask):
    assert set(ask("/gradio_api/info").json()["named_endpoints"]) == {"/ask", "/search", "/catalogue", "/matrix"}


def test_the_overview_holds_escaped_panels(ask):
    panels = ask("/wenju/overview").json()
    assert panels["state"] == "ready"
    assert "<script" not in panels["rail"]
    assert "<b>hearings" not in panels["start"]


def test_a_tab_is_brought_escaped_and_an_unknown_one_is_not(ask):
    shown = ask("/wenju/tab/reports")
    assert "坏&lt;script&gt;.pdf" in shown.text
    assert ask("/wenju/tab/none").status == 404


def test_a_tab_shows_what_the_facets_admit(ask):
    controls = quote(json.dumps({"years": ["1999"]}))
    assert "data-report" in ask("/wenju/tab/reports").text
    assert "data-report" not in ask(f"/wenju/tab/reports?controls={controls}").text


def test_a_report_opens_and_an_unknown_one_does_not(ask):
    answer = ask("/wenju/report/r000")
    assert "wj-doc" in answer.text
    assert answer.headers["content-type"].startswith("text/html")
    assert ask("/wenju/report/none").status == 404


@pytest.mark.parametrize("path", ["/gradio_api/queue/join", "/gradio_api/call/ask"])
@pytest.mark.parametrize("where", ["question", "deep"])
def test_a_file_in_a_request_is_refused_before_the_framework_fetches_it(ask, path, where):
    file = {"path": "https://elsewhere.example/x", "meta": {"_type": "gradio.FileData"}}
    value = file if where == "question" else {"years": [[{"a": file}]]}
    body = json.dumps({"data": [value, None, None, None], "fn_index": 0, "session_hash": "s"})
    answer = ask(path, "POST", body, content_type="application/json")
    assert answer.status == 400
    assert "文件" in answer.text


def test_a_body_without_a_length_is_refused(ask):
    assert ask("/api/ask", "POST", iter([b"{}"]), content_type="application/json").status == 411


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "::", "wenju.example"])
def test_other_machines_are_refused_without_login(host, capsys):
    assert serve.main(["--host", host], {}) == 2
    assert "--insecure-no-login" in capsys.readouterr().err


def test_a_taken_port_is_said_in_one_sentence(capsys):
    taken = serve.bind("127.0.0.1", 0)
    try:
        assert serve.main(["--port", str(taken.getsockname()[1])], {}) == 1
    finally:
        taken.close()
    assert "--port" in capsys.readouterr().err


def test_settings_come_from_options_then_variables_then_defaults():
    environ = {"WENJU_PORT": "9001", "WENJU_ALLOWED_HOSTS": "a.example, b.example"}
    options = serve.parser(environ).parse_args([])
    assert options.port == 9001
    assert serve.parser(environ).parse_args(["--port", "9002"]).port == 9002
    assert serve.parser({}).parse_args([]).port == 7860
    assert serve.allowed_hosts("127.0.0.1", options.allow_host)[-2:] == ["a.example", "b.example"]
