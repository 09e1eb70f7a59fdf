"""README says what is: its commands run, its folder table is the tree."""

import argparse
import re

import serve
from assistant.command import parser
from tests.quality.suite import parser as suite
from tests.shape import sources

README = (sources.ROOT / "README.md").read_text("utf-8")
MAKEFILE = (sources.ROOT / "Makefile").read_text("utf-8")


def _commands():
    (action,) = (action for action in parser()._actions if isinstance(action, argparse._SubParsersAction))
    return action.choices


def test_every_command_that_readme_shows_exists():
    shown = set(re.findall(r"\bwenju ([a-z]+)", README))
    assert shown
    assert shown - set(_commands()) == set()


def test_every_option_that_readme_shows_exists():
    known = {option for command in _commands().values() for option in command._option_string_actions}
    known |= set(serve.parser({})._option_string_actions) | set(suite()._option_string_actions) | {"--help"}
    lines = [line for line in README.splitlines() if "wenju " in line]
    assert {option for line in lines for option in re.findall(r"(?<=\s)--[a-z-]+", line)} - known == set()


def test_every_make_target_that_readme_shows_exists():
    shown = set(re.findall(r"(?:^|`)make ([a-z]+)", README, re.MULTILINE))
    assert shown
    assert shown - set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE)) == set()


def test_the_folder_table_is_the_tree():
    cells = re.findall(r"^\| (`[^|]+) \|", README, re.MULTILINE)
    paths = {path for cell in cells for path in re.findall(r"`([^`]+)`", cell) if not path.startswith("wenju ")}
    assert [path for path in sorted(paths) if not (sources.ROOT / path).exists()] == []
    folders = {sources.name(path).split("/")[0] + "/" for path in sources.files() if "/" in sources.name(path)}
    assert {folder for folder in folders if not folder.startswith(".")} - paths == set()


def test_every_link_leads_to_a_file():
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    assert [link for link in links if not (sources.ROOT / link).exists()] == []


def test_readme_stays_short():
    assert README.count("\n") <= 150
