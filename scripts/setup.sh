#!/usr/bin/env bash
# Installs what a build ("build") or the tests ("test") need and the machine lacks, and nothing else.
# Works on Debian and macOS; needs rustup, Node with npm, and make.
set -euo pipefail
cd "$(dirname "$0")/.."

TRUNK=0.21.14
BINARYEN=132
ESBUILD=0.28.2
BINDGEN=$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p;}' Cargo.lock)
CARGO_BIN=${CARGO_HOME:-$HOME/.cargo}/bin
export PATH=$CARGO_BIN:$PATH

say() { printf '%s\n' "$*"; }

# need TOOL SENTENCE: a tool that cannot be installed from here.
need() {
    command -v "$1" >/dev/null 2>&1 || {
        say "$1 is missing: $2"
        exit 1
    }
}

# get TOOL COMMAND...: runs the command; when it fails, says how to get the tool by hand.
get() {
    local tool=$1
    shift
    "$@" >target/setup.log 2>&1 || {
        tail -n 5 target/setup.log
        say "Getting $tool failed (is there a network?). To get it by hand, run: $*"
        exit 1
    }
}

has() { [ "$("$1" --version 2>/dev/null | head -n 1)" = "$2" ]; }

# Tools are built to be built soon: they run for seconds.
BUILT_SOON=(CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16)

for_build() {
    need cargo "install Rust from https://rustup.rs"
    need npm "install Node 20 or later from https://nodejs.org"
    mkdir -p target
    if command -v rustup >/dev/null 2>&1 && ! rustup target list --installed | grep -qx wasm32-unknown-unknown; then
        say "Adding the WebAssembly target (seconds) ..."
        get "the wasm32-unknown-unknown target" rustup target add wasm32-unknown-unknown
    fi
    if ! cargo fetch --locked --offline >/dev/null 2>&1; then
        say "Fetching the crates (under a minute) ..."
        get "the crates" cargo fetch --locked
    fi
    if ! has trunk "trunk $TRUNK"; then
        say "Installing trunk $TRUNK (about 4 minutes) ..."
        get trunk env "${BUILT_SOON[@]}" cargo install --locked trunk --version "$TRUNK"
    fi
    if ! has wasm-bindgen "wasm-bindgen $BINDGEN"; then
        say "Installing wasm-bindgen-cli $BINDGEN (about 2 minutes) ..."
        get wasm-bindgen env "${BUILT_SOON[@]}" cargo install wasm-bindgen-cli --version "$BINDGEN"
    fi
    if ! has wasm-opt "wasm-opt version $BINARYEN (version_$BINARYEN)"; then
        say "Installing wasm-opt $BINARYEN (under a minute) ..."
        from_npm wasm-opt "binaryen@$BINARYEN" binaryen/bin/wasm-opt
    fi
    if ! has esbuild "$ESBUILD"; then
        say "Installing esbuild $ESBUILD (seconds) ..."
        from_npm esbuild "esbuild@$ESBUILD" esbuild/bin/esbuild
    fi
}

# from_npm TOOL PACKAGE PROGRAM: a tool that comes as a package of npm, put beside Cargo's.
from_npm() {
    local share=$CARGO_BIN/../share/$1
    mkdir -p "$share"
    get "$1" npm install --silent --no-save --prefix "$share" "$2"
    ln -sf "../share/$1/node_modules/$3" "$CARGO_BIN/$1"
}

browser() {
    local found
    for found in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
        /Applications/Chromium.app/Contents/MacOS/Chromium; do
        if [ -n "$found" ] && command -v "$found" >/dev/null 2>&1; then
            command -v "$found"
            return
        fi
    done
    return 1
}

for_test() {
    for_build
    if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
        local packages=()
        browser >/dev/null || packages+=(chromium)
        fc-list 2>/dev/null | grep -qi -e wqy -e cjk || packages+=(fonts-wqy-microhei)
        if [ ${#packages[@]} -gt 0 ]; then
            say "Installing ${packages[*]} (about a minute) ..."
            get "the package list" apt-get update
            get "${packages[*]}" apt-get install -y --no-install-recommends "${packages[@]}"
        fi
    fi
    browser >/dev/null || {
        say "No Chromium was found: install one (Debian: apt-get install chromium) or name it in CHROMIUM."
        exit 1
    }
    if [ ! -d tests/e2e/node_modules ] || [ tests/e2e/package-lock.json -nt tests/e2e/node_modules ]; then
        say "Installing the browser tests' packages (seconds) ..."
        get "the packages of tests/e2e" env PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --silent --omit=optional --prefix tests/e2e
        touch tests/e2e/node_modules
    fi
}

case ${1:-build} in
    build) for_build ;;
    test) for_test ;;
    browser) browser ;;
    *)
        say "usage: scripts/setup.sh build|test|browser"
        exit 2
        ;;
esac
