"""Serve the page over the invented library, in a process of its own: the framework leaks sockets at exit.

Run as ``python -m tests.assistant.page_server``; prints its port. With ``--api-docs`` the API describes itself.
"""

import signal
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import uvicorn

import serve
from assistant.page.app import create_app
from tests.assistant.page_library import Held

if __name__ == "__main__":
    listening = serve.bind("127.0.0.1", 0)
    print(listening.getsockname()[1], flush=True)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with TemporaryDirectory() as home:
        app = create_app(
            lambda progress: Held(Path(home)), serve.allowed_hosts("127.0.0.1", ()), docs="--api-docs" in sys.argv
        )
        uvicorn.Server(uvicorn.Config(app, log_level="error", access_log=False)).run(sockets=[listening])
