# What is done often. `make soak` is the long form of what the suite does briefly: about ten minutes.
PYTHON ?= .venv/bin/python
SOAK_SEED ?= 1

.PHONY: test check soak

test:
	$(PYTHON) -m pytest

check:
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	$(dir $(PYTHON))lint-imports

soak:
	PYTHONPATH=tests $(PYTHON) tests/store/test_crash.py 200
	PYTHONPATH=tests $(PYTHON) tests/hostile/soak_parsers.py 120 $(SOAK_SEED)
	PYTHONPATH=tests $(PYTHON) tests/ui/test_random_keys.py 120 $(SOAK_SEED)
