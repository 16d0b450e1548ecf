# Sets up, shows, tests and checks the project; needs make and Python 3.11 or later.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test coverage check clean

demo: .venv/installed
	@$(BIN)/lod publish datasets/sample --output output/sample
	@echo
	@echo 'Who wrote to whom, in order of date:'
	@$(BIN)/lod query datasets/sample @datasets/sample/letters.rq --output output/sample
	@echo
	@echo 'One record, as a file that any web server can serve, and as a card:'
	@ls output/sample/current/record/doc/letters-sl-002.ttl
	@$(BIN)/lod show datasets/sample doc/letters-sl-002 --output output/sample
	@echo
	@echo 'The release: output/sample/current (begin with report.html)'

test: .venv/developing
	$(BIN)/python -m pytest -q

coverage: .venv/developing
	$(BIN)/python -m pytest -q --cov=lod --cov-report=term-missing:skip-covered

check: .venv/developing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry .

clean:
	rm -rf .venv build output *.egg-info .coverage .hypothesis .*_cache
	find lod tests vocab bench -name __pycache__ -prune -exec rm -rf {} +

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

.venv/developing: .venv/installed
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@
