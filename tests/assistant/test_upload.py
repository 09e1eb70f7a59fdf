"""Adding files to a running page: what is taken, every refusal, and that nothing is left behind."""

import http.client
import json
import os
import re
import socket
import threading
import time
from contextlib import closing
from urllib.parse import quote, urlsplit

import pytest

import serve
from assistant.page.upload import inbox as inboxes
from assistant.page.upload.inbox import ABANDONED, LARGEST, PARTIAL, Inbox
from assistant.page.upload.refused import Refused
from assistant.settings import SAMPLES
from tests.browser.conftest import served

TEXT = (
    "槐溪县信访局\n关于2024年度法治政府建设工作情况的报告\n\n一、主要工作\n\n"
    "（一）举行公开听证{}场，邀请人大代表到场评议。\n\n二、下一步打算\n\n继续规范来访接待。\n\n槐溪县信访局\n2025年1月9日\n"
)


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """A real server over a folder of its own: a function that sends, and the folder."""
    folder = tmp_path_factory.mktemp("reports")
    (folder / "甲.txt").write_text(TEXT.format(12), "utf-8")
    with served(folder, tmp_path_factory.mktemp("data")) as address:
        where = urlsplit(address)

        def send(path, method="GET", body=None, **headers):
            named = {key.replace("_", "-"): value for key, value in headers.items()}
            with closing(http.client.HTTPConnection(where.hostname, where.port, timeout=30)) as connection:
                connection.request(method, path, body=body, headers=named)
                answer = connection.getresponse()
                text = answer.read().decode()
            return answer.status, json.loads(text) if text.startswith("{") else text

        token = send("/wenju/state")[1]["token"]

        def put(name, content, more="", **headers):
            sent = {"x_wenju_token": token, **headers}
            return send(f"/wenju/upload?name={quote(name, safe='')}{more}", "POST", content, **sent)

        yield send, put, folder, where, token


@pytest.fixture
def untouched(page):
    """The folder, which must be the same after the test."""
    folder = page[2]
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    yield folder
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


def became(send, report):
    until = time.monotonic() + 10
    while time.monotonic() < until:
        state = send(f"/wenju/state?reports={report}")[1]["reports"][report]
        if state["is"] != "waiting":
            return state
        time.sleep(0.2)
    raise AssertionError("the index did not follow within ten seconds")


def test_a_file_is_taken_and_held_within_ten_seconds(page):
    send, put, folder, *_ = page
    status, told = put("../乙.TXT", TEXT.format(34).encode())
    assert (status, told["outcome"], told["file"]) == (200, "added", "乙.txt")
    assert (folder / "乙.txt").read_text("utf-8") == TEXT.format(34)
    assert became(send, told["report"]) == {"is": "held"}
    assert "乙.txt" in send("/wenju/tab/reports")[1]


def test_the_same_name_asks_first_and_the_same_content_is_not_taken_twice(page):
    send, put, folder, *_ = page
    first = put("丙.txt", TEXT.format(56).encode())[1]
    assert put("丙.txt", TEXT.format(57).encode())[1]["outcome"] == "exists"
    assert (folder / "丙.txt").read_text("utf-8") == TEXT.format(56)
    assert put("另名.txt", TEXT.format(56).encode())[1] == {**first, "outcome": "same"}
    replaced = put("丙.TXT", TEXT.format(58).encode(), "&replace=yes")[1]
    assert (replaced["outcome"], replaced["file"]) == ("replaced", "丙.txt")
    assert became(send, replaced["report"]) == {"is": "held"}
    assert send(f"/wenju/state?reports={first['report']}")[1]["reports"][first["report"]]["is"] != "held"


def test_a_file_that_cannot_be_read_is_told_with_its_reason(page):
    send, put, folder, *_ = page
    told = put("坏.docx", b"PK\x03\x04 no archive")[1]
    state = became(send, told["report"])
    assert state["is"] == "unread"
    assert "损坏" in state["said"][0]
    assert "damaged" in state["said"][1]
    (folder / "坏.docx").unlink()


@pytest.mark.parametrize(
    ("name", "content", "status"),
    [
        ("a.exe", b"MZ", 415),
        ("a.doc", b"x", 415),
        ("", b"x", 415),
        ("空.txt", b"", 400),
        ("x" * 1500 + ".txt", b"x", 400),
    ],
)
def test_what_is_no_report_is_refused_in_a_sentence(page, untouched, name, content, status):
    got, told = page[1](name, content)
    assert (got, told["outcome"]) == (status, "refused")
    assert re.search("[一-鿿]", told["said"][0])
    assert not re.search("[一-鿿]", told["said"][1])


def test_a_file_beyond_the_limit_or_of_untold_length_is_refused_before_it_comes(page, untouched):
    assert page[1]("大.pdf", None, content_length=str(LARGEST + 1))[0] == 413
    assert page[1]("大.pdf", (b"0" * 1000 for _ in range(3)))[0] == 411


def test_a_file_that_grows_beyond_the_limit_is_refused_while_it_comes(tmp_path, monkeypatch):
    monkeypatch.setattr(inboxes, "LARGEST", 1000)
    with pytest.raises(Refused) as refused, Inbox(tmp_path).begin(0) as partial:
        for _ in range(3):
            partial.write(b"0" * 400)
    assert refused.value.status == 413
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_comes_half_leaves_nothing(page, untouched):
    where, token = page[3], page[4]
    with socket.create_connection((where.hostname, where.port)) as sender:
        head = f"POST /wenju/upload?name=half.txt HTTP/1.1\r\nHost: {where.netloc}\r\nX-Wenju-Token: {token}\r\n"
        sender.sendall(f"{head}Content-Length: 5000000\r\n\r\n".encode() + b"0" * 200_000)
        until = time.monotonic() + 5
        while not list(untouched.glob(f"{PARTIAL}*")) and time.monotonic() < until:
            time.sleep(0.02)
        assert list(untouched.glob(f"{PARTIAL}*"))
    until = time.monotonic() + 5
    while list(untouched.glob(f"{PARTIAL}*")) and time.monotonic() < until:
        time.sleep(0.05)


def test_a_link_of_that_name_is_left_alone(page, tmp_path):
    folder, outside = page[2], tmp_path / "outside.txt"
    outside.write_text("外", "utf-8")
    (folder / "链.txt").symlink_to(outside)
    try:
        for more in ("", "&replace=yes"):
            assert page[1]("链.txt", TEXT.format(90).encode(), more)[0] == 409
        assert outside.read_text("utf-8") == "外"
        assert (folder / "链.txt").is_symlink()
    finally:
        (folder / "链.txt").unlink()


@pytest.mark.parametrize(
    "headers",
    [{"x_wenju_token": ""}, {"x_wenju_token": "x" * 32}, {"origin": "https://elsewhere.example"},
     {"sec_fetch_site": "cross-site", "sec_fetch_mode": "cors"}],
)  # fmt: skip
def test_a_forged_request_is_refused(page, untouched, headers):
    assert page[1]("丁.txt", TEXT.format(1).encode(), **headers)[0] == 403
    assert page[0]("/wenju/samples?show=yes", "POST", **headers)[0] == 403


def test_many_senders_at_once_get_their_own_file_or_a_sentence(page):
    put, folder = page[1], page[2]
    got = {}

    def one(number):
        got[number] = put(f"众{number}.txt", TEXT.format(1000 + number).encode())

    threads = [threading.Thread(target=one, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for number, (status, _) in got.items():
        assert status in (200, 503)
        assert (folder / f"众{number}.txt").exists() == (status == 200)
    assert not list(folder.glob(f"{PARTIAL}*"))


def test_too_many_files_a_minute_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(inboxes, "MOST_AT_ONCE", 3)
    inbox = Inbox(tmp_path)
    for number in range(3):
        with inbox.begin(1) as partial:
            partial.write(str(number).encode())
            partial.finish()
            inbox.put(partial, f"{number}.txt", replace=False)
    with pytest.raises(Refused) as refused:
        inbox.begin(1)
    assert refused.value.status == 429
    assert len(list(tmp_path.iterdir())) == 3


def test_a_full_disk_is_said_and_nothing_is_begun(tmp_path, monkeypatch):
    monkeypatch.setattr(inboxes, "SPARE", 1 << 60)
    with pytest.raises(Refused) as refused:
        Inbox(tmp_path).begin(1)
    assert refused.value.status == 507
    assert list(tmp_path.iterdir()) == []


def test_half_a_file_of_a_killed_process_goes_at_the_next_start(tmp_path):
    old, new = tmp_path / f"{PARTIAL}a.part", tmp_path / f"{PARTIAL}b.part"
    old.write_bytes(b"x")
    new.write_bytes(b"x")
    os.utime(old, (time.time() - ABANDONED - 10,) * 2)
    Inbox(tmp_path)
    assert (old.exists(), new.exists()) == (False, True)


def test_nothing_is_written_where_the_folder_is_not_the_user_s_own(tmp_path, monkeypatch):
    assert Inbox(SAMPLES, "samples").shut == "samples"
    assert Inbox(tmp_path / "none").shut == "missing"
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert Inbox(tmp_path).shut == "readonly"


def test_others_than_this_machine_may_add_only_if_told():
    parser = serve.parser({})
    assert parser.parse_args([]).allow_upload is False
    assert parser.parse_args(["--allow-upload"]).allow_upload is True
    assert serve.parser({"WENJU_ALLOW_UPLOAD": "1"}).parse_args([]).allow_upload is True
    assert serve.inbox_of(SAMPLES, "127.0.0.1", told=True).closed == "samples"
    assert serve.inbox_of(SAMPLES.parent, "192.0.2.7", told=False).closed == "remote"
    assert "--allow-upload" in parser.format_help()
    assert "WENJU_ALLOW_UPLOAD" in parser.format_help()
