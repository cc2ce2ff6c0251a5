# What you can do here: `make help`.

PYTHON ?= $(firstword $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done) python3)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --disable-pip-version-check
COMPILE = $(BIN)/uv pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes --no-build \
	--no-emit-index-url --custom-compile-command "make lock" --quiet

# Installs the lock $(1) and then Footnote itself, fetching nothing that the lock has no hash for. A line a package would
# be noise, and silence a worry: a count runs along. The stamp, not the pipe, says whether it went well.
define install
@echo "Setting up $(VENV) from $(1) (once; a minute or so) …"
@rm -f $@
@[ -t 1 ] && live=1; { $(PIP) --progress-bar off --require-hashes -r $(1) \
	&& $(PIP) --no-deps --no-build-isolation --no-index -e . && echo $(1) > $@; } 2>&1 | tee $(VENV)/setup.log \
	| awk -v live=$$live '/^Collecting /{++n; if (live) {printf "\r  %d packages", n; fflush()}} END{if (n && live) print ""}'
@test -f $@ || { tail -n 12 $(VENV)/setup.log >&2; \
	echo "Set-up failed; the lines above say why. Put that right and run make again." >&2; exit 1; }
endef

.DEFAULT_GOAL := help
.PHONY: help run test check bench load screenshots lock clean

help: ## Show what you can do here
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(VENV)/ready ## Start the bot: on Discord if a token is set, else the preview in your browser
	@$(BIN)/python -m bot run --or-preview

test: $(VENV)/ready-dev ## Run the tests
	@$(BIN)/python -m pytest -q --numprocesses auto --dist loadfile

check: $(VENV)/ready-dev ## Lint, types, floor plan and the knowledge packs
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/python -m bot check

bench: $(VENV)/ready-dev ## Measure the matcher beside others on public sets (BENCH="--quick" is faster)
	@$(BIN)/python -m tests.bench $(BENCH)

screenshots: $(VENV)/ready-dev ## Take the README's pictures anew (needs chromium)
	@$(BIN)/python tests/screenshots.py

load: $(VENV)/ready-dev ## Ask 200 questions a second on the wire for 20 s, and say what became of them
	@$(BIN)/python -m tests.wire.load

lock: $(VENV)/ready-dev ## Renew the locks from pyproject.toml (UPGRADE=--upgrade for newer releases)
	@$(COMPILE) $(UPGRADE) --extra dev -o requirements/dev.txt
	@cp requirements/dev.txt requirements/run.txt && $(COMPILE) --extra preview --extra semantic -o requirements/run.txt
	@cp requirements/dev.txt requirements/semantic.txt && $(COMPILE) --extra semantic -o requirements/semantic.txt
	@cp requirements/dev.txt requirements/plain.txt && $(COMPILE) -o requirements/plain.txt

clean: ## Remove the environment and every cache
	@rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find bot tests -name __pycache__ -prune -exec rm -rf {} +

$(VENV)/ready: requirements/run.txt pyproject.toml | $(VENV)/bin/python
	$(call install,requirements/run.txt)

$(VENV)/ready-dev: requirements/dev.txt pyproject.toml | $(VENV)/bin/python
	$(call install,requirements/dev.txt)
	@cp $@ $(VENV)/ready

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	echo "Footnote needs Python 3.11 or newer, and $(PYTHON) is not; install one, or name it: make PYTHON=/path/to/python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	echo "$(PYTHON) has no venv module; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)
