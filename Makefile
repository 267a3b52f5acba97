# Two commands do everything on a fresh Debian machine: `make demo` and `make test`.
# The others measure. Everything is installed in .venv; system packages with apt when they are missing.

PYTHON ?= python3
BIN := .venv/bin
TODAY := 2026-11-23

.PHONY: demo test faults growth check docs accuracy quality outliers photos baseline zones peers bench cohort scale cluster office profiles samples glyphs html screenshots wheel clean hostile fuzz test-offline lock audit pinned site prepare

demo: .venv/installed ## check a complete folder, then one with problems
	@echo '$$ docscheck check sample_docs/complete/documents'
	@$(BIN)/docscheck check sample_docs/complete/documents --today $(TODAY)
	@echo
	@echo '$$ docscheck check sample_docs/expired_passport/documents'
	@$(BIN)/docscheck check sample_docs/expired_passport/documents --today $(TODAY) --fail-on never

test: .venv/installed-dev check ## everything: style, types, contracts, rules, tests, the wheel, the hooks and the recipe in fresh environments
	$(BIN)/python -m pytest -n auto
	PYTHON=$(PYTHON) sh scripts/check_wheel.sh
	sh scripts/check_ci.sh

faults: .venv/installed-dev ## every way a worker can misbehave, at every stage
	$(BIN)/python -m pytest -m long tests/isolation

growth: .venv/installed-dev ## the time of every pattern and text routine on long texts made to be bad for it
	$(BIN)/python -m pytest -m long tests/growth

test-offline: .venv/installed-dev ## every test where there is no network but this machine's own loopback (Linux; unshare, ip)
	DOCSCHECK_OFFLINE=1 unshare --map-root-user --net sh -c 'ip link set lo up && exec $(BIN)/python -m pytest -n auto'

check: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/docscheck rules check rules

docs: .venv/installed-dev ## docs/rules.md, docs/messages.md and man/, from rules, sentences, cases and --help
	$(BIN)/python -m measure.rules_page --output docs/rules.md
	$(BIN)/python -m measure.messages_page --output docs/messages.md
	$(BIN)/python -m measure.man_page

site: .venv/installed-dev ## build/site: docs/ to be read in a browser, in both languages, with nothing from elsewhere
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet --clean --config-file mkdocs.yml
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet --config-file mkdocs.fr.yml

accuracy: .venv/installed-dev ## error rates on generated folders of unseen seeds and templates
	$(BIN)/python -m measure.accuracy --output docs/accuracy.md --publish .

quality: .venv/installed-dev ## are pages called unreadable exactly when they are?
	$(BIN)/python -m measure.quality --output docs/quality.md

photos: .venv/installed-dev ## ID photos in order and with one fault each, in a style of drawing kept for measuring
	$(BIN)/python -m measure.photos --output docs/photos.md

outliers: .venv/installed-dev ## is the paper that does not agree with the others named, and it alone?
	$(BIN)/python -m measure.outliers --output docs/outliers.md

baseline: .venv/installed-dev ## figures of a small fixed part, below which tests fail
	$(BIN)/python -m measure.baseline

zones: .venv/installed-dev ## how well machine-readable zones are read that nobody trained on
	$(BIN)/python -m measure.zones --output docs/zones.md

prepare: .venv/installed-dev ## is what `docscheck prepare` makes better, and never worse? 100 untidy folders
	$(BIN)/python -m measure.prepare --output docs/prepared.md

peers: .venv/installed-dev .venv-peers/installed ## other readers of such zones on the same pictures
	$(BIN)/python -m measure.peers --output docs/peers.md

hostile: .venv/installed-dev ## every hostile and honest oddity by itself and all in one folder
	$(BIN)/python -m measure.hostile --output docs/hostile.md

fuzz: .venv/installed-dev ## files changed at random, 50 000 of them
	$(BIN)/python -m measure.fuzz --count 50000 --seed 1

bench: .venv/installed-dev ## CPU and memory against the naive pipeline, in one run
	$(BIN)/python -m measure.bench

office: .venv/installed-dev ## tables of 100,000 students: time, memory, who opens them; ROWS=100000
	$(BIN)/python -m measure.office --rows $(or $(ROWS),100000)

cohort: .venv/installed-dev ## many folders while workers and the batch itself are killed; COUNT=500
	$(BIN)/python -m measure.batch --count $(or $(COUNT),500)

SCALE := build/scale
scale: .venv/installed-dev ## docs/scale.md: 200 and 2,000 folders, 10,000 of recorded facts, two cores, kills, 100,000 rows; an hour of a quiet machine
	mkdir -p $(SCALE)
	$(BIN)/python -m measure.scale run --count 200 --record $(SCALE)/run-200.json
	$(BIN)/python -m measure.scale run --count 2000 --record $(SCALE)/run-2000.json
	$(BIN)/python -m measure.scale recorded --count 1000 --record $(SCALE)/recorded-1000.json
	$(BIN)/python -m measure.scale recorded --count 10000 --record $(SCALE)/recorded-10000.json
	$(BIN)/python -m measure.scale speed --record $(SCALE)/speed.json
	$(BIN)/python -m measure.scale kills --record $(SCALE)/kills.json
	$(BIN)/python -m measure.scale ledger --record $(SCALE)/ledger.json
	$(BIN)/python -m measure.scale write --records $(SCALE)/*.json --output docs/scale.md

cluster: .venv/installed-dev ## the same tables by a Dask cluster and S3 on loopback, two of four workers killed; COUNT=60
	$(BIN)/python -m measure.cluster --count $(or $(COUNT),60)

html: .venv/installed-dev ## the HTML report of fifteen papers: its size, time to load in Chromium, numbers not covered
	$(BIN)/python -m measure.html_report

screenshots: .venv/installed-dev ## draw docs/screenshots/ again: light, dark, a phone's width, every language
	$(BIN)/python -m measure.screenshots --output docs/screenshots
	$(BIN)/python -m measure.web_screenshots --output docs/screenshots

profiles: .venv/installed-dev ## write docs/profiles.md: who is asked for what, and the folders that show it
	$(BIN)/python -m specimens.folders.profiles_page docs/profiles.md

samples: .venv/installed-dev ## draw sample_docs/ again
	$(BIN)/python -m specimens.make_samples

.venv/installed: pyproject.toml scripts/system_packages.sh
	sh scripts/system_packages.sh use
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

.venv/installed-dev: pyproject.toml scripts/system_packages.sh
	sh scripts/system_packages.sh develop
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@ .venv/installed

pinned: scripts/system_packages.sh ## install what was tested, checked by hash, before any other target; wheels only
	sh scripts/system_packages.sh develop
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes \
	    --requirement requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch .venv/installed .venv/installed-dev

lock: .venv-lock/installed ## write requirements/dev.txt again; UPGRADE=yes for newer versions
	{ sed -n '/^#/p' requirements/dev.txt; .venv-lock/bin/uv pip compile pyproject.toml --extra dev --universal \
	    --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet \
	    $(if $(UPGRADE),,--constraints requirements/dev.txt); } > requirements/dev.new
	mv requirements/dev.new requirements/dev.txt

audit: .venv-lock/installed ## known vulnerabilities of the pinned versions; asks the index's database, so it needs a network
	.venv-lock/bin/pip-audit --strict --require-hashes --disable-pip --requirement requirements/dev.txt

.venv-lock/installed:
	test -x .venv-lock/bin/python || $(PYTHON) -m venv .venv-lock
	.venv-lock/bin/python -m pip install --quiet --disable-pip-version-check uv pip-audit
	touch $@

.venv-peers/installed: measure/peers.txt
	test -x .venv-peers/bin/python || $(PYTHON) -m venv .venv-peers
	.venv-peers/bin/python -m pip install --quiet --disable-pip-version-check --requirement measure/peers.txt
	.venv-peers/bin/python -m pip install --quiet --disable-pip-version-check --no-deps PassportEye==2.2.2 fastmrz==2.1.2
	touch $@

clean:
	rm -rf .venv .venv-peers .venv-lock dist build
