# Wenju 问据. `make serve` opens the page over the bundled samples, `make serve REPORTS=dir` over a folder.
SHELL := /bin/bash
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.wenju-installed
PEERS_STAMP := $(VENV)/.wenju-peers
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable

REPORTS ?=
DATA ?=
HOST ?= 127.0.0.1
PORT ?= 7860
GOLD ?=
PEERS ?=

.PHONY: setup peers serve test quality bench lint check system
.DEFAULT_GOAL := serve

setup: $(STAMP)

$(STAMP): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "Wenju needs Python 3.11 or newer: install it, or say make PYTHON=/path/to/python3" >&2; exit 1; }
	@test -x $(BIN)/pip || $(PYTHON) -m venv $(VENV) || { .ci/system python3-venv && $(PYTHON) -m venv $(VENV); } || \
		{ echo "Could not make $(VENV): on Debian and Ubuntu install python3-venv, then run make again" >&2; exit 1; }
	$(INSTALL) '.[test]'
	@touch $@

serve: setup
	$(BIN)/wenju serve $(if $(REPORTS),--reports '$(REPORTS)') $(if $(DATA),--data '$(DATA)') --host '$(HOST)' --port '$(PORT)'

# What the browser tests need beside Python; where it cannot be installed, those tests are skipped and say so.
system:
	@.ci/system

lint: setup
	$(BIN)/ruff check .

check: lint
	$(BIN)/mypy

# Files of tests side by side: one after the other they take longer than 11 minutes on two cores.
test: check system
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile

# The public pipelines that `make quality PEERS=1` measures beside ours.
peers: $(PEERS_STAMP)

$(PEERS_STAMP): $(STAMP)
	$(INSTALL) '.[test,bench]'
	@touch $@

quality: $(if $(PEERS),peers,setup)
	$(BIN)/wenju quality $(if $(PEERS),--peers) $(if $(GOLD),--gold '$(GOLD)') $(if $(REPORTS),--reports '$(REPORTS)') $(if $(DATA),--data '$(DATA)')

bench: setup
	$(BIN)/python -m pytest tests/bench -m bench -s
