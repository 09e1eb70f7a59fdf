"""Build the bundled sample reports from their sources: ``python -m corpus.sources.build [NAME...]``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from corpus.sources.printed import printed
from corpus.sources.source import Source, read_source
from corpus.sources.web_page import web_page
from corpus.sources.word import word_file

SOURCES = Path(__file__).parent
SAMPLES = SOURCES.parent / "samples"


def main(argv: Sequence[str] | None = None) -> int:
    """Build all sources or those named; return 1, saying why, where one cannot be built."""
    parser = argparse.ArgumentParser(prog="python -m corpus.sources.build", description="Build the sample reports.")
    parser.add_argument("names", nargs="*", help="sources to build, without .md; all when none is named")
    parser.add_argument("--sources", type=Path, default=SOURCES, help="the folder of the sources")
    parser.add_argument("--samples", type=Path, default=SAMPLES, help="the folder that the reports go to")
    options = parser.parse_args(argv)
    names = options.names or sorted(path.stem for path in options.sources.glob("*.md"))
    try:
        sources = [read_source(options.sources / f"{name}.md") for name in names]
        for file, content in built(sources).items():
            (options.samples / file).write_bytes(content)
            sys.stdout.write(f"{file} {len(content) // 1024} KB\n")
    except (OSError, ValueError, RuntimeError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def built(sources: Iterable[Source]) -> dict[str, bytes]:
    """Return file name → content of the report of each source."""
    sources = list(sources)
    made = {source.file: _made(source) for source in sources if source.kind != "pdf"}
    prints = [source for source in sources if source.kind == "pdf"]
    return made | (printed(prints) if prints else {})


def _made(source: Source) -> bytes:
    if source.kind == "docx":
        return word_file(source)
    return web_page(source).encode("utf-8") if source.kind == "html" else source.plain.encode("gb18030")


if __name__ == "__main__":
    sys.exit(main())
