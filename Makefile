# Kontor. `make help` lists what there is. Nothing but make and some Python 3 is needed to start.

SHELL := /bin/sh
.DEFAULT_GOAL := help

# The first Python that runs; only the bootstrap uses it.
ANY_PYTHON = $(or $(shell for python in .venv/bin/python python3 /usr/bin/python3 python3.13 python3.12 python3.11 python; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null && echo $$python && break; done),python3)
PYTHON := .venv/bin/python
export PATH := $(CURDIR)/.venv/bin:$(CURDIR)/.tools/bin:$(PATH)
export PYTHONUNBUFFERED := 1

# Enough of an environment to load the settings where no database is needed.
OFFLINE = KONTOR_SECRET_KEY=only-to-load-the-settings DATABASE_URL=postgresql:///none KONTOR_DEMO=1

.PHONY: help ready demo demo-reset demo-manage assets test check lint types layers migrations-complete messages \
	messages-complete screenshots bench bench-enumeration bench-sign-in pins

help: ## List what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: assets ## Start the portal with demonstration data (PORT=8000, KONTOR_HOME=.kontor)
	@exec $(PYTHON) -m kontor.demo.serve

demo-reset: ready ## Throw the demonstration's data away; the next `make demo` starts over
	@exec $(PYTHON) -m kontor.demo.serve --reset

demo-manage: ready ## Run a command on the data of a running demonstration (RUN='load companies companies.csv')
	@$(PYTHON) -m kontor.demo.manage $(RUN)

test: assets ## Run all tests, in parallel, on a database of their own (ARGS='-k order')
	@$(PYTHON) -m pytest -n logical $(ARGS)

check: lint types layers migrations-complete messages-complete test ## Run all that has to be green: style, types, layers, migrations, texts, tests

lint: ready
	@ruff check .
	@ruff format --check .

types: ready
	@$(OFFLINE) $(PYTHON) -m mypy

layers: ready
	@lint-imports

migrations-complete: ready
	@$(OFFLINE) $(PYTHON) -W ignore::RuntimeWarning manage.py makemigrations --check --dry-run

messages: ready ## Bring the catalogues up to date with the texts in the code, and compile them
	@$(PYTHON) -m tools.messages extract
	@$(PYTHON) -m tools.messages compile

messages-complete: ready
	@$(PYTHON) -m tools.messages check

# Anything that may name an icon or a class of the style sheet.
SOURCES = $(shell find kontor tools/assets.py package-lock.json -path '*/built/*' -prune -o -type f \
	\( -name '*.html' -o -name '*.css' -o -name '*.js' -o -name '*.py' -o -name 'package-lock.json' \) -print)
BUILT := kontor/kit/static/kit/built/app.css

assets: ready $(BUILT) ## Build style sheet, icons and fonts, and compile the translations
	@$(PYTHON) -m tools.messages compile

$(BUILT): $(SOURCES) | ready
	@$(PYTHON) -m tools.assets
	@touch $@

screenshots: assets ## Make the screenshots of the README and of the guide anew
	@$(PYTHON) -m tools.screenshots

bench: assets ## Measure the pages with data of size, against the bare page and django-oscar (ARGS='--without-peer'); writes bench/results/
	@$(PYTHON) -m bench.run $(ARGS)

bench-enumeration: assets ## Measure whether answers to known and unknown addresses can be told apart; writes bench/results/
	@$(PYTHON) -m bench.enumeration $(ARGS)

bench-sign-in: assets ## Measure how many people can sign in a second; writes bench/results/
	@$(PYTHON) -m bench.sign_in $(ARGS)

ready: # Python, its packages, Node's packages: as the pins say
	@$(ANY_PYTHON) tools/bootstrap.py

pins: ready ## Resolve requirements/*.in anew into requirements/*.txt with hashes
	@for name in base dev; do $(PYTHON) tools/bootstrap.py uv pip compile --quiet --upgrade --universal --python-version 3.13 \
		--generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command 'make pins' \
		requirements/$$name.in -o requirements/$$name.txt || exit 1; done
	@for name in tools node; do $(PYTHON) tools/bootstrap.py uv pip compile --quiet --upgrade --universal --python-version 3.9 \
		--generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command 'make pins' \
		requirements/$$name.in -o requirements/$$name.txt || exit 1; done
	@$(PYTHON) tools/bootstrap.py uv pip compile --quiet --upgrade --universal --python-version 3.13 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --custom-compile-command 'make pins' bench/oscar/requirements.in \
		-o bench/oscar/requirements.txt
	@npm install --package-lock-only --silent
