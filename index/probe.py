"""Open the indexes of unknown health in a child process: a damaged vector store can crash Python instead of raising.

Run as ``python -m index.probe FOLDER COLLECTION``: prints each part before opening it, so that the last line names what
crashed, and ``sound`` at the end.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from index import lexical, vectors
from index.errors import Damaged, DiskFull, StoreError

SOUND = "sound"
FULL = 3
"""Exit status for want of room, which is no damage."""
SECONDS = 300
"""Reading a million vectors takes a minute; what takes longer hangs."""
_ROOT = Path(__file__).parents[1]


def probe(folder: Path, collection: str, server: str | None) -> None:
    """Open and read the indexes of a folder in a child process.

    :param folder: the folder of the index.
    :param collection: the name of its vectors.
    :param server: set where the vectors are on a server, which is then not probed.
    :raises Damaged: naming the part that cannot be read.
    :raises DiskFull: if there is no room even to read.
    """
    for name in (lexical.FOLDER, *(() if server else (f"{vectors.FOLDER}/chroma.sqlite3",))):
        if not (folder / name).exists():
            raise Damaged(name, "missing")
    paths = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
    command = [sys.executable, "-m", "index.probe", str(folder.absolute()), "" if server else collection]
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=SECONDS,
            env={**os.environ, "PYTHONPATH": paths, "PYTHONUTF8": "1"},
            check=False,
        )
        said, status = done.stdout.split("\n"), done.returncode
    except subprocess.TimeoutExpired:
        said, status = [f"{folder.name}/", "does not answer"], 1
    said = [line for line in said if line.strip()]
    if status == 0 and said and said[-1] == SOUND:
        return
    if status == FULL:
        raise DiskFull(folder)
    if status == 1 and len(said) > 1:
        raise Damaged(said[-2], said[-1])
    raise Damaged(said[-1] if said else f"{folder.name}/", f"reading it ends the process with status {status}")


def main(folder: str, collection: str) -> int:
    """Read every index of a folder; return 0 where all is well, else another status with the fault as last line."""
    place = Path(folder)
    try:
        _say(f"{lexical.FOLDER}/")
        lexical.LexicalIndex(place / lexical.FOLDER, create=False).reader().keys()
        if collection:
            _say(f"{vectors.FOLDER}/")
            _read_vectors(place, collection)
    except StoreError as error:
        _say(" ".join(getattr(error, "detail", str(error)).split()))
        return FULL if isinstance(error, DiskFull) else 1
    _say(SOUND)
    return 0


def _read_vectors(place: Path, collection: str) -> None:
    store = vectors.VectorStore(place / vectors.FOLDER, collection)
    ids = sorted(store.ids())
    found = store.fetch(ids)
    if found:
        store.query(found[ids[0]], 1)
    store.close()
    if len(found) < len(ids):
        raise Damaged(f"{vectors.FOLDER}/", f"{len(ids) - len(found)} of {len(ids)} vectors are lost")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
