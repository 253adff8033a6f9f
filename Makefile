# make run · make test · make lint · make bench · make reset        (README.md says the same without make)
PYTHON ?= python3
PORT ?= 8000
VENV := .venv/bin

export PORT

.PHONY: run test lint bench reset texts installed installed-dev

run: installed
	@$(VENV)/python manage.py serve

test: installed-dev
	@$(VENV)/python manage.py compile_texts
	@$(VENV)/python -m pytest $(ARGS)

lint: installed-dev
	@$(VENV)/ruff check .
	@$(VENV)/ruff format --check .
	@$(VENV)/djlint templates --lint --quiet
	@$(VENV)/python manage.py makemigrations --check --dry-run
	@$(VENV)/python manage.py check_translations
	@ENVIRONMENT=production DOCUMENT_KEYS=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE= \
		SECRET_KEY=only-for-this-check-0123456789-abcdefghijklmnopqrstuvwxyz ALLOWED_HOSTS=www.example.org \
		SITE_URL=https://www.example.org EMAIL_URL=smtp://localhost:25 $(VENV)/python manage.py check --deploy --fail-level WARNING

bench: installed-dev
	@$(VENV)/python manage.py compile_texts
	@$(VENV)/python -m tests.benchmarks $(ARGS)

# Forget everything the sample site stored; the next `make run` loads it anew.
reset:
	@rm -rf var/db.sqlite3 var/db.sqlite3-shm var/db.sqlite3-wal var/media var/mail
	@echo "The sample site is empty; make run loads it again."

# Collect new interface texts into locale/ and say what is not translated.
texts: installed-dev
	@$(VENV)/python manage.py collect_texts

installed:
	@$(PYTHON) site/bigcats/bootstrap.py requirements.txt

installed-dev:
	@$(PYTHON) site/bigcats/bootstrap.py requirements-dev.txt
