"""The vectors on a Chroma server, in a child process: Chroma's own client leaves its sockets open at the end."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.index import made

CHROMA = shutil.which("chroma", path=str(Path(sys.executable).parent))
USE = """
from index.store import Index
reports, data, server = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
with Index.open(reports, data, chroma_server=server) as index:
    index.sync()
    assert index.audit().ok
    before = index.search("接访下访")
    index.rebuild()
    assert index.audit().ok and index.search("接访下访") == before
with Index.open(reports, data, chroma_server=server) as index:
    assert index.search("接访下访") == before
with Index.open(reports, data) as index:
    assert index.search("接访下访") == before and index.audit().ok
print("done")
"""


@pytest.mark.skipif(CHROMA is None, reason="chroma is not on the path")
def test_the_vectors_may_live_on_a_server(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(CHROMA), "run", "--path", str(tmp_path / "server"), "--host", "127.0.0.1", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _wait(port)
            reports = made.folder(tmp_path / "reports", 4)
            with made.child(USE, reports, tmp_path / "data", f"127.0.0.1:{port}") as process:
                said, _ = process.communicate(timeout=60)
            assert said.endswith("done\n"), said
        finally:
            server.terminate()


def _wait(port: int) -> None:
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("the server does not answer")
