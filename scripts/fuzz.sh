#!/usr/bin/env bash
# Feeds each fuzz target random input for so many seconds. New inputs go to target/fuzz; a small corpus is kept
# in tests/fuzz/corpus. Needs nightly Rust and cargo-fuzz.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-150}
command -v cargo-fuzz >/dev/null || {
    echo "cargo-fuzz is missing. To get it, run: cargo install cargo-fuzz"
    exit 1
}
for target in policy plan moment evaluate share table holidays; do
    mkdir -p "target/fuzz/$target"
    cargo +nightly fuzz run --fuzz-dir tests/fuzz --target-dir target/fuzz/build --sanitizer none "$target" \
        "target/fuzz/$target" "tests/fuzz/corpus/$target" -- \
        -max_total_time="$seconds" -timeout=20 -rss_limit_mb=4096 -dict=tests/fuzz/words.dict -verbosity=0
    echo "$target: $seconds s without a fault"
done
