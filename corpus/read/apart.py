"""Run one reader on one file in a child process with bounds: a hostile file may take for ever, all memory, or Python.

Run as ``python -m corpus.read.apart KIND NAME``: the file comes on standard input; what was read, or why it is refused,
goes to standard output as JSON.
"""

from __future__ import annotations

import importlib
import json
import logging
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from corpus.errors import UnreadableFile
from corpus.read.refusals import refusal
from corpus.read.source import Source

SECONDS = 25.0
"""A page of a PDF takes 0.05 to 0.2 seconds, a report of 30 pages 5."""
MEMORY = 1_500_000_000
"""Bytes of address space: a report of 30 pages takes a fifth of it."""
_MEMORY_GONE = 3
"""Exit status."""
_ROOT = Path(__file__).parents[2]


def read_apart(kind: str, content: bytes, name: str, seconds: float = SECONDS) -> Source:
    """Read a file with ``corpus.read.KIND.extract`` in a child process.

    :param seconds: how long it may take.
    :raises UnreadableFile: with the reader's reason, or if it takes too much time or memory.
    :raises RuntimeError: if the reader itself fails.
    """
    paths = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
    try:
        done = subprocess.run(
            [sys.executable, "-m", "corpus.read.apart", kind, name],
            input=content,
            capture_output=True,
            timeout=seconds,
            env={**os.environ, "PYTHONPATH": paths, "PYTHONUTF8": "1"},
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise refusal(name, "slow") from error
    if done.returncode < 0 or done.returncode == _MEMORY_GONE:
        raise refusal(name, "large")
    if done.returncode:
        raise RuntimeError(f"reading {name} failed: {done.stderr.decode(errors='replace')[-2000:]}")
    told: dict[str, Any] = json.loads(done.stdout)
    if "text" not in told:
        raise UnreadableFile(told["chinese"], told["english"])
    return Source(told["text"], tuple(told["pages"]), whole=told["whole"])


def main(kind: str, name: str) -> int:
    """Read standard input, write the result; an error of ours ends the process with its trace."""
    _bound_memory()
    logging.disable(logging.WARNING)
    try:
        source: Source = importlib.import_module(f"corpus.read.{kind}").extract(sys.stdin.buffer.read(), name)
        told: dict[str, Any] = {"text": source.text, "pages": source.pages, "whole": source.whole}
    except UnreadableFile as error:
        told = {"chinese": error.chinese, "english": error.english}
    except MemoryError:
        return _MEMORY_GONE
    sys.stdout.write(json.dumps(told))
    return 0


def _bound_memory() -> None:
    """Bound the memory of this process; macOS takes the bound and does not keep it."""
    import resource

    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY if hard < 0 else min(MEMORY, hard), hard))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
