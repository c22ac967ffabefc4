# The everyday words. Each installs what it needs into .venv on first use; nothing but Python 3.11 or newer must be there.
PYTHON ?= python3
DATA ?= ../shared
SPLIT ?= dev
BIN := .venv/bin

.PHONY: setup demo test evaluate gate bench lint train wheel clean

setup: .venv/.ready  ## install Sayso and its tools into .venv

.venv/.ready: pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Sayso needs Python 3.11 or newer; run make with PYTHON=python3.11 or the like.")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: setup  ## code the article that ships with the project and show its record
	@$(BIN)/sayso code examples/border-strikes.txt --published 2024-01-19

test: setup  ## run the tests
	$(BIN)/python -m pytest

evaluate: setup  ## measure everything: make evaluate DATA=folder SPLIT=dev
	$(BIN)/python -m evaluation --data $(DATA) --split $(SPLIT)

gate: setup  ## the quality floors, on a fast subset
	$(BIN)/python -m evaluation.gate --data $(DATA)

bench: setup  ## speed, start, memory and size
	$(BIN)/python -m evaluation.bench --data $(DATA)

lint: setup  ## style, types and layering
	$(BIN)/ruff check src tests training evaluation
	$(BIN)/mypy
	$(BIN)/lint-imports

train: setup  ## rebuild the language model and the weights from the data (about three hours on two cores)
	$(BIN)/python -m pip install --quiet --editable '.[training]'
	$(BIN)/python -m training.train --data $(DATA)
	$(BIN)/python -m training.export --data $(DATA)
	$(BIN)/python -m training.mentions --data $(DATA)
	$(BIN)/python -m training.train --data $(DATA) --start training/work/network.pt --gentle 0.6 --mentions training/work/mentions.json
	$(BIN)/python -m training.export --data $(DATA)
	$(BIN)/python -m training.fit_event_scores --data $(DATA)
	$(BIN)/python -m training.fit_act_scores --data $(DATA)

wheel: setup  ## build the wheel
	$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

clean:  ## remove what these commands made
	rm -rf .venv dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
