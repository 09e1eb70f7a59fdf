"""A small library for tests that know every sentence of it: four of the bundled samples."""

import shutil
from pathlib import Path

from assistant.settings import SAMPLES

FOUR = ("hedu_2023.txt", "lanjiang_2025.md", "qiwu_2024.txt", "yunting_2024.txt")


def four_samples(folder: Path) -> Path:
    """Copy the four samples into a folder that does not exist yet, and return it."""
    folder.mkdir(parents=True)
    for name in FOUR:
        shutil.copy(SAMPLES / name, folder / name)
    return folder
