# Sets up, shows, tests and checks the project; needs make and Python 3.11 or later.
PYTHON ?= python3
BIN := .venv/bin
# Every command would compile the whole program anew, which takes longer than most of them.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test coverage check clean

demo: .venv/installed
	@$(BIN)/lod publish datasets/sample --output output/sample
	@echo
	@echo 'What did Molotov (Q132899) receive, however his name was written?'
	@$(BIN)/lod query datasets/sample --output output/sample "SELECT ?date ?title { \
	  ?doc mrel:rcp/la:equivalent wd:Q132899 ; dcterms:title ?title ; dcterms:created ?date \
	} ORDER BY ?date"
	@echo
	@echo 'One of them, its URI and its file:'
	@$(BIN)/lod show datasets/sample doc/letters-SL-005 --output output/sample | head -n 2
	@ls output/sample/current/record/doc/letters-SL-005.ttl
	@echo
	@echo 'The release is in output/sample/current; begin with report.html.'

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
	@$(BIN)/python -m compileall -q lod
	@touch $@

.venv/developing: .venv/installed
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@
