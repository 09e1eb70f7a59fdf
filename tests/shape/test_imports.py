"""Data flows one way, and each heavy library has one importer."""

import pytest

from tests.shape import sources

OURS = ("corpus", "index", "assistant", "prompts", "serve", "tests")

SHARED = (
    "corpus.report",
    "corpus.errors",
    "corpus.folding",
    "corpus.rule",
    "corpus.spoken",
    "corpus.figures.UNITS",
    "corpus.numerals.value_of",
    "corpus.headings.ITEM_MARK",
    "corpus.agency.place_of",
    "corpus.dates.date_in",
    "corpus.dates.years_of",
    "corpus.title.LABEL",
)
"""What the assistant sees of the corpus: the records, how text is folded and rules are written, three tables, where an
agency's name ends its place, and which date and years a line holds. No stage."""

MAY_IMPORT = {
    "corpus": (),
    "index": ("corpus",),
    "prompts": (),
    "assistant": (*SHARED, "index", "prompts"),
    "serve.py": ("corpus", "index", "prompts", "assistant"),
}
"""Folder: what it may import of ours, beside itself."""

SOLE_IMPORTERS = {
    "chromadb": ("index/vectors.py",),
    "tantivy": ("index/lexical.py",),
    "sentence_transformers": ("index/embedding.py", "index/train/"),
    "langchain_text_splitters": ("index/passages.py",),
    "docx": ("corpus/read/docx.py", "corpus/sources/"),
    "pdfplumber": ("corpus/read/pdf_pages.py",),
    "pdfminer": ("corpus/read/pdf_pages.py",),
    "bs4": ("corpus/read/html.py",),
    "gradio": ("assistant/page/", "serve.py"),
    "mcp": ("assistant/agents/",),
}


def _within(dotted, allowed):
    return any(dotted == name or dotted.startswith(name + ".") for name in allowed)


@pytest.mark.parametrize("folder", MAY_IMPORT)
def test_imports_go_left_only(folder):
    allowed = (folder, *MAY_IMPORT[folder])
    wrong = [
        f"{sources.name(path)} imports {dotted}"
        for path in sources.modules()
        if sources.name(path).split("/")[0] == folder
        for dotted in sorted(sources.imports(path))
        if dotted.split(".")[0] in OURS and not _within(dotted, allowed)
    ]
    assert wrong == []


@pytest.mark.parametrize("library", SOLE_IMPORTERS)
def test_a_heavy_library_has_one_importer(library):
    allowed = SOLE_IMPORTERS[library]
    wrong = [
        sources.name(path)
        for path in sources.modules()
        if any(dotted.split(".")[0] == library for dotted in sources.imports(path))
        and not sources.name(path).startswith(allowed)
    ]
    assert wrong == []


def test_relative_imports_are_written_out(tmp_path, monkeypatch):
    module = tmp_path / "index" / "sub" / "module.py"
    module.parent.mkdir(parents=True)
    module.write_text("from . import near\nfrom ..left import Right\nimport a.b\n", "utf-8")
    monkeypatch.setattr(sources, "ROOT", tmp_path)
    assert sources.imports(module) == {"index.sub.near", "index.left.Right", "a.b"}
