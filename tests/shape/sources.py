"""The files of the project, as the shape tests see them."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("corpus", "index", "assistant", "prompts")
LARGEST_TEXT = 2_000_000
"""Bytes; a larger file is data, not text that anyone wrote."""


def files() -> list[Path]:
    """Every file that is or may be committed: tracked, or untracked and not ignored."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        inside = (path for path in ROOT.rglob("*") if not path.relative_to(ROOT).parts[0].startswith("."))
        return [path for path in inside if path.is_file()]
    return [ROOT / name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]


def texts() -> Iterator[tuple[str, str]]:
    """Name and content of every file that is text in UTF-8."""
    for path in files():
        if path.stat().st_size < LARGEST_TEXT:
            try:
                yield name(path), path.read_text("utf-8")
            except UnicodeDecodeError:
                continue


def modules() -> list[Path]:
    """Every Python file of the packages, and serve.py."""
    found = [path for path in files() if path.suffix == ".py"]
    return [path for path in found if name(path).split("/")[0] in (*PACKAGES, "serve.py")]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> set[str]:
    """Dotted names of all that a file imports, wherever in the file; a relative import is written out."""
    package = list(path.relative_to(ROOT).parent.parts)
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = ".".join(package[: len(package) - node.level + 1]) + "." if node.level else ""
            source = (start + (node.module or "")).strip(".")
            found.update(f"{source}.{alias.name}" for alias in node.names)
    return found
