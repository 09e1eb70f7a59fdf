"""Turn argv and ``WENJU_*`` variables into the running page."""

from __future__ import annotations

import argparse
import gc
import ipaddress
import os
import socket
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.page.upload.inbox import Inbox

HOST = "127.0.0.1"
PORT = 7860
LOOPBACK = ("localhost", "127.0.0.1", "[")
"""Names of this machine in a Host header; the last is how the framework cuts ``[::1]:7860``."""

VARIABLES = """环境变量（选项优先）：
  WENJU_REPORTS  报告文件夹    WENJU_DATA  索引文件夹
  WENJU_HOST     监听地址      WENJU_PORT  端口
  WENJU_FEEDBACK 反馈文件
  WENJU_ALLOWED_HOSTS  允许访问的主机名，用逗号分隔    WENJU_API_DOCS  1：同 --api-docs
  WENJU_ALLOW_UPLOAD   设为 1 时，经其他地址访问的人也可以从页面添加报告"""


def parser(environ: Mapping[str, str]) -> argparse.ArgumentParser:
    """Return the options; the environment gives their defaults."""
    raw = argparse.RawDescriptionHelpFormatter
    made = argparse.ArgumentParser("wenju serve", description="打开问据页面", epilog=VARIABLES, formatter_class=raw)
    names = [name.strip() for name in environ.get("WENJU_ALLOWED_HOSTS", "").split(",") if name.strip()]
    made.add_argument("--reports", metavar="DIR", type=Path, help="报告文件夹；不写则用随附的示例")
    made.add_argument("--data", metavar="DIR", type=Path, help="索引文件夹；不写则用默认位置")
    made.add_argument("--feedback", metavar="FILE", type=Path, help="反馈文件；不写则放在索引旁边")
    made.add_argument("--host", default=environ.get("WENJU_HOST") or HOST, help=f"监听地址，默认 {HOST}")
    made.add_argument("--port", type=_port, default=environ.get("WENJU_PORT") or str(PORT), help=f"端口，默认 {PORT}")
    made.add_argument("--allow-host", action="append", metavar="NAME", default=names, help="允许访问的主机名，可重复")
    made.add_argument(
        "--allow-upload",
        action="store_true",
        default=environ.get("WENJU_ALLOW_UPLOAD", "").lower() in {"1", "true", "yes"},
        help="经其他地址访问的人也可以从页面添加报告；不写则只有在本机打开页面的人可以",
    )
    made.add_argument("--insecure-no-login", action="store_true", help="允许在本机以外的地址上无登录提供页面")
    made.add_argument(
        "--api-docs",
        action="store_true",
        default=environ.get("WENJU_API_DOCS") == "1",
        help="在 /api/docs 提供接口说明",
    )
    return made


def main(argv: Sequence[str] | None = None, environ: Mapping[str, str] | None = None) -> int:
    """Run the page until it is stopped; return the exit status."""
    environ = os.environ if environ is None else environ
    options = parser(environ).parse_args(argv)
    if not is_loopback(options.host) and not options.insecure_no_login:
        sentence = (
            f"没有登录保护，不能在 {options.host} 上提供页面：请改用 {HOST}，或确认内网可信后加上 --insecure-no-login。"
        )
        print(sentence, file=sys.stderr)
        return 2
    try:
        listening = bind(options.host, options.port)
    except OSError as error:
        sentence = f"无法在 {options.host} 的端口 {options.port} 上监听（{error.strerror}）：请用 --port 换一个端口。"
        print(sentence, file=sys.stderr)
        return 1
    return run(listening, options, environ)


def run(listening: socket.socket, options: argparse.Namespace, environ: Mapping[str, str]) -> int:
    """Serve on a bound socket; the library opens behind it."""
    gc.disable()  # until the library is open: see assistant/page/opening.py
    import uvicorn

    from assistant.page.app import create_app
    from assistant.page.opening import misplaced, opener, samples
    from assistant.settings import language, resolve

    settings = resolve(options.reports, options.data, environ, options.feedback)
    if said := misplaced(settings, language(environ)):
        print(said, file=sys.stderr)
        return 2
    inbox = inbox_of(settings.reports, options.host, told=options.allow_upload)
    hosts = allowed_hosts(options.host, options.allow_host)
    app = create_app(opener(settings), hosts, inbox, samples(environ), docs=options.api_docs)
    host, port = listening.getsockname()[:2]
    print(f"问据：http://{f'[{host}]' if ':' in host else host}:{port}/  （按 Ctrl+C 停止）", flush=True)
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=5
    )
    uvicorn.Server(config).run(sockets=[listening])
    return 0


def inbox_of(reports: Path, host: str, *, told: bool) -> Inbox:
    """Return the folder of reports as a place to add files: not the bundled samples, nor from elsewhere unless told."""
    from assistant.page.upload.inbox import Inbox
    from assistant.settings import SAMPLES

    if reports.resolve().is_relative_to(SAMPLES.resolve()):
        return Inbox(reports, "samples", told=told)
    return Inbox(reports, "" if told or is_loopback(host) else "remote", told=told)


def bind(host: str, port: int) -> socket.socket:
    """Take the port before anything is loaded, so that a second page fails at once."""
    listening = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(128)
    except OSError:
        listening.close()
        raise
    return listening


def is_loopback(host: str) -> bool:
    """Tell whether an address reaches this machine alone."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def allowed_hosts(host: str, named: Sequence[str]) -> list[str]:
    """Return the names the page answers to; on every interface also this machine's own name and addresses."""
    hosts = [*LOOPBACK, host]
    if host in {"0.0.0.0", "::"}:
        own = socket.gethostname()
        hosts += [own, *sorted({str(found[4][0]) for found in socket.getaddrinfo(own, None)})]
    return list(dict.fromkeys([*hosts, *named]))


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text} 不是端口号")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
