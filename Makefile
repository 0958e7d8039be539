# `make help` lists what there is. `make start` and `make test` install what is missing.

export PATH := $(or $(CARGO_HOME),$(HOME)/.cargo)/bin:$(PATH)
TRUNK = env -u NO_COLOR trunk
PORT ?= 8080
WASM = --target wasm32-unknown-unknown
# What the first load may weigh, in bytes of brotli.
SIZE_BUDGET ?= 220000

.PHONY: help start dist test lint native wasm e2e size shots bench bench-page compare mutants fuzz doc clean

help: ## list the targets
	@sed -n 's/^\([a-z0-9-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

start: ## build the page and serve it at http://127.0.0.1:8080
	@scripts/setup.sh build
	@echo "Building (2 to 3 minutes the first time), then serving http://127.0.0.1:$(PORT) ..."
	@$(TRUNK) serve --release --address 127.0.0.1 --port $(PORT)

dist: ## build the static files into dist/
	@scripts/setup.sh build
	$(TRUNK) build --release

test: ## run all tests: lints, native, WebAssembly, a real browser
	@scripts/setup.sh test
	@$(MAKE) --no-print-directory lint native wasm e2e size

lint: ## rustfmt, and clippy natively and for WebAssembly
	cargo fmt --check
	cargo clippy --locked --all-targets -- -D warnings
	cargo clippy --locked $(WASM) --lib --bins -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps --quiet

native: ## the tests that need no browser
	cargo test --locked

wasm: ## the engine compiled to WebAssembly, in Node
	CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner cargo test --locked $(WASM) --test web

e2e: dist ## the page in a real browser
	@CHROMIUM="$$(scripts/setup.sh browser)" npm --prefix tests/e2e test

size: dist ## what the first load weighs: raw, gzip, brotli
	@node scripts/size.mjs dist $(SIZE_BUDGET)

shots: ## screenshots of every view into target/shots
	@scripts/setup.sh test
	@$(MAKE) --no-print-directory dist
	@CHROMIUM="$$(scripts/setup.sh browser)" node tests/e2e/shots.mjs

bench: ## how fast the engine, the reading of tables and the page are
	cargo bench --locked --bench engine --bench table --bench board --bench scenarios
	@$(MAKE) --no-print-directory bench-page

bench-page: ## the board in Chromium beside a page without a framework
	@scripts/setup.sh test
	@$(MAKE) --no-print-directory dist
	@CHROMIUM="$$(scripts/setup.sh browser)" node benches/page/measure.mjs

compare: ## the engine against other libraries, native and in WebAssembly
	@scripts/setup.sh build
	@scripts/compare.sh

mutants: ## which changes to the engine the tests notice (an hour or two)
	ORACLE_CASES=20 cargo mutants --output target

fuzz: ## ten minutes of random input, on nightly Rust
	@scripts/fuzz.sh 150

doc: ## the documentation of the code
	cargo doc --locked --no-deps

clean: ## remove what was built
	cargo clean
	rm -rf dist tests/e2e/node_modules tests/e2e/test-results
