PYTHON ?= python3
BIN := .venv/bin
SAMPLE := samples/transcript/ro-added.txt
GOLD ?= ../shared/benchmarks
WORKERS ?= 2

.PHONY: demo test lint gate hostile clean

# A finding is what the demo is meant to show, so exit code 1 is its success.
demo: .venv/installed
	$(BIN)/checker scan $(SAMPLE) || test $$? -eq 1

# Files of tests side by side, each whole in one process, which shares what its tests make.
test: .venv/installed-tests
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile

lint: .venv/installed-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

gate: .venv/installed
	$(BIN)/python -m benchmarks gate $(GOLD)
	$(BIN)/python -m benchmarks variants samples/transcript/*-added.txt $(wildcard ../shared/founding-document.txt)
	$(BIN)/python -m benchmarks pages samples/transcript/*-added.txt $(wildcard ../shared/founding-document.txt)

# What is timed is no test: how time grows with a text, then two thousand calls with odd options, then every hostile file
# through every command that takes it, each in a process of its own, with its memory.
hostile: .venv/installed-tests
	PYTHONPATH=. $(BIN)/python tests/hostile/growth.py
	$(BIN)/python tests/hostile/options.py
	$(BIN)/python tests/hostile/whole.py

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/installed: .venv/bin/python setup.cfg constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	touch $@

.venv/installed-tests: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test,lint,training]'
	touch $@

clean:
	rm -rf .venv build dist *.egg-info
