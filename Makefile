# Every target installs or builds what it needs; `make help` lists them.

.DEFAULT_GOAL := help
PREFIX ?= /usr/local
DESTDIR ?=
CORPORA ?= ../shared/corpora
RUNS ?= -1
SECONDS ?= 600
LENGTH ?= 65536
KILLS ?= 200
BINARY := .build/release/dateline
PYTHON := .venv/bin/python
# The standard library inside the binary: one file to copy, and a start of a few milliseconds.
RELEASE := -c release --static-swift-stdlib --product dateline

-include Scripts/*.mk

.PHONY: help setup setup-test build pdf install uninstall demo test test-fast lint fuzz hostile bench accuracy sanitize screenshots docs clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | \
	  awk -F ':.*## ' '{ printf "  make %-15s %s\n", $$1, $$2 }'

setup: ## install the system packages that a build needs
	@Scripts/setup.sh build

setup-test:
	@Scripts/setup.sh build test

build: setup ## build the release binary, .build/release/dateline
	swift build $(RELEASE)

pdf: build ## build the optional helper that reads PDF files (poppler, GPL) beside the binary
	@Scripts/setup.sh pdf
	@Scripts/pdf.sh .build/release/dateline-pdf

install: build ## install binary, man page and completions under PREFIX (default /usr/local)
	@Scripts/install.sh "$(BINARY)" "$(DESTDIR)$(PREFIX)"

uninstall: ## remove what install wrote
	@Scripts/install.sh --remove "$(DESTDIR)$(PREFIX)"

demo: build ## run the main job on Examples/ and write a site into output/
	@Scripts/demo.sh "$(BINARY)"

test: setup-test lint ## install what the tests need, build, and run every test
	swift build --build-tests
	swift test --skip-build
	$(PYTHON) -m pytest -q Tests/Conformance Tests/Hostile Tests/Browser
	@Scripts/fuzz.sh --runs 1000 --seconds 3 --seed 1 --hang 30

test-fast: setup ## the inner loop: every test but those of Python and the browser
	swift test

lint: ## check the format of the sources
	swift format lint --strict --recursive Package.swift Sources Tests Plugins

fuzz: setup ## run libFuzzer over each parser: SECONDS= each (default 600), RUNS=, LENGTH=, PARSERS="html feed"
	@Scripts/fuzz.sh --runs $(RUNS) --seconds $(SECONDS) --length $(LENGTH) $(PARSERS)

hostile: build ## try hostile inputs under 5 s and 1 GB, and kill builds at random moments (KILLS=200)
	@python3 Tests/Hostile/hostile.py --dateline $(BINARY)
	@python3 Tests/Hostile/kill.py --dateline $(BINARY) --times $(KILLS)

bench: build setup-test ## measure speed beside public tools, with a dated record under Benchmarks/Runs
	$(PYTHON) Benchmarks/speed.py --dateline $(BINARY) --record

accuracy: build ## score the open corpora: make accuracy CORPORA=DIR
	python3 Benchmarks/accuracy.py "$(CORPORA)" --record

sanitize: setup ## run the tests under the address and thread sanitizers
	@Scripts/sanitize.sh

screenshots: build setup-test ## draw the pictures of the README from the demo
	@Scripts/demo.sh "$(BINARY)"
	$(PYTHON) Scripts/screenshots.py output/demo docs/pictures

docs: setup ## write the library's documentation into output/docs
	@Scripts/docs.sh output/docs

clean: ## remove what was built, installed for the tests, and written
	rm -rf .build .venv
	find output -mindepth 1 ! -name README.md -delete
