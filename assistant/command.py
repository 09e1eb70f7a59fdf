"""The command line ``wenju``: reads argv and the environment, runs one command, turns errors into one sentence.

Exit status: 0 done (an abstention is done), 1 something failed, 2 the line was not understood, 130 interrupted.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Sequence
from typing import TextIO

from assistant import settings
from assistant.commands import agents, asking, library, output, upkeep

INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        _utf8(stream)
    language = settings.language(os.environ)
    try:
        if words[:1] in (["serve"], ["quality"]):
            return (upkeep.serve if words[0] == "serve" else upkeep.quality)(words[1:])
        arguments = parser().parse_args(words)
        arguments.language = language
        return int(arguments.run(arguments))
    except KeyboardInterrupt:
        output.note("Interrupted." if language == "en" else "已中断。")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone; leave nothing for the interpreter to flush into the closed pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return output.FAILED
    except Exception as error:  # the person gets a sentence; the trace is one variable away
        if os.environ.get("WENJU_DEBUG"):
            raise
        output.note(output.explain(error, language))
        return output.FAILED


def parser() -> argparse.ArgumentParser:
    """Return the parser of every command but ``serve`` and ``quality``, which read their options themselves."""
    top = argparse.ArgumentParser(
        prog="wenju",
        description="问据：向法治政府建设年度报告提问，每句回答都有出处。",
        epilog="环境变量 / variables: " + "; ".join(f"{name} {what}" for name, what in settings.VARIABLES.items()),
    )
    commands = top.add_subparsers(title="命令", metavar="COMMAND", required=True)
    asking.add(commands)
    library.add(commands)
    upkeep.add(commands)
    agents.add(commands)
    return top


def _utf8(stream: TextIO) -> None:
    """Write and read UTF-8 whatever the locale says; a character that cannot be written never stops an answer."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        with contextlib.suppress(ValueError, OSError):
            reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
