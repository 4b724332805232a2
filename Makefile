# Each target sets up its own .venv from nothing with Python 3.11+, and is quick the second time.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP_FLAGS := --quiet --disable-pip-version-check

.PHONY: demo test check bench clean

# What a user needs.
$(VENV)/.user: pyproject.toml constraints.txt hatch_build.py
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install $(PIP_FLAGS) -c constraints.txt -e .
	@touch $@

# What a developer needs on top.
$(VENV)/.dev: $(VENV)/.user
	$(BIN)/python -m pip install $(PIP_FLAGS) -c constraints.txt -e '.[dev]'
	@# The recogniser brings OpenCV with windows, which needs libGL of the system; without windows it needs nothing.
	$(BIN)/python -m pip uninstall $(PIP_FLAGS) -y opencv-python
	$(BIN)/python -m pip install $(PIP_FLAGS) -c constraints.txt --no-deps --force-reinstall opencv-python-headless
	@touch $@

demo: $(VENV)/.user
	$(BIN)/resumefit analyze examples/priya-raman-ai-pm.pdf

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n logical --dist loadfile

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/resumefit lexicon check

bench: $(VENV)/.dev
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/reading.py
	$(BIN)/python benchmarks/matching.py

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
