from __future__ import annotations

import subprocess
import sys

from index import manifest


def test_the_reading_of_the_same_code_is_the_same() -> None:
    assert manifest.reading() == manifest.reading()
    assert len(manifest.code_version()) == manifest.HASH_DIGITS


def test_every_new_index_has_its_own_collection() -> None:
    assert manifest.fresh({})["collection"] != manifest.fresh({})["collection"]


def test_differences_name_what_changed() -> None:
    wanted = manifest.indexing("model-b", 256, None)
    assert manifest.differences(manifest.indexing("model-b", 256, None), wanted) == ()
    assert manifest.differences(manifest.indexing("model-a", 256, None), wanted) == ("model: model-a → model-b",)
    assert len(manifest.differences({}, wanted)) == len(manifest.INDEXING)


def test_importing_the_index_loads_nothing_heavy() -> None:
    code = (
        "import sys, index.store\n"
        "heavy = {'chromadb', 'tantivy', 'sentence_transformers', 'torch', 'langchain_text_splitters', 'gradio'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
