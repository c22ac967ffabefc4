# The everyday words. Each installs what it needs into .venv on first use; nothing but Python 3.11 or newer must be there.
PYTHON ?= python3
DATA ?= ../shared
SPLIT ?= dev
BIN := .venv/bin

.PHONY: setup demo test evaluate gate bench kills lint train train-on wheel clean

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

kills: setup  ## sayso run killed 200 times at random: does every dataset come out the same?
	$(BIN)/python -m evaluation.kills

lint: setup  ## style, types and layering
	$(BIN)/ruff check src tests training evaluation
	$(BIN)/mypy
	$(BIN)/lint-imports

train: setup  ## rebuild the language model and the weights from the published weights (needs a GPU for the network)
	$(BIN)/python -m pip install --quiet --editable '.[training]'
	$(BIN)/python -m training.mentions --data $(DATA)
	$(BIN)/python -m training.train --data $(DATA) --mentions training/work/mentions.json
	for n in network fold-0 fold-1 fold-2 fold-3 fold-4; do $(BIN)/python -m training.export --data $(DATA) --network training/work/$$n.pt --out training/work/$$n; done
	cp training/work/network/* src/sayso/language/model/
	$(BIN)/python -m training.fit_event_scores --data $(DATA) --networks training/work/fold-0 training/work/fold-1 training/work/fold-2 training/work/fold-3 training/work/fold-4
	$(BIN)/python -m training.fit_act_scores --data $(DATA) --networks src/sayso/language/model --unseen all --count 0.4
	$(BIN)/python -m training.fit_sayso_scores --data $(DATA) --networks src/sayso/language/model --unseen all
	$(BIN)/python -m training.fit_setting_scores --data $(DATA) --networks training/work/fold-0 training/work/fold-1 training/work/fold-2 training/work/fold-3 training/work/fold-4

train-on: setup  ## go on from the shipped model with the hand-coded articles as they are now (about an hour on two cores)
	$(BIN)/python -m pip install --quiet --editable '.[training]'
	$(BIN)/python -m training.mentions --data $(DATA)
	$(BIN)/python -m training.restore src/sayso/language/model --data $(DATA)
	$(BIN)/python -m training.train --data $(DATA) --mentions training/work/mentions.json --start src/sayso/language/model --pieces 2400 --minutes 54
	$(BIN)/python -m training.average training/work/before.pt training/work/network.pt --share 0.5
	$(BIN)/python -m training.export --data $(DATA) --network training/work/average/network.pt
	$(BIN)/python -m training.fit_event_scores --data $(DATA) --networks src/sayso/language/model --gently --only actor recipient merging
	$(BIN)/python -m training.fit_act_scores --data $(DATA) --networks src/sayso/language/model --unseen all --count 0.4
	$(BIN)/python -m training.fit_sayso_scores --data $(DATA) --networks src/sayso/language/model --unseen all
	$(BIN)/python -m training.fit_setting_scores --data $(DATA) --networks src/sayso/language/model

wheel: setup  ## build the wheel
	$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

clean:  ## remove what these commands made
	rm -rf .venv dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
