"""Serve the page over the invented library, in a process of its own: the framework leaks sockets at exit.

Run as ``python -m tests.assistant.page_server``; prints its port. With ``--api-docs`` the API describes itself.
"""

import sys

import uvicorn

import serve
from assistant.page.app import create_app
from tests.assistant.page_library import Held

if __name__ == "__main__":
    listening = serve.bind("127.0.0.1", 0)
    print(listening.getsockname()[1], flush=True)
    app = create_app(lambda progress: Held(), serve.allowed_hosts("127.0.0.1", ()), docs="--api-docs" in sys.argv)
    uvicorn.Server(uvicorn.Config(app, log_level="error", access_log=False)).run(sockets=[listening])
