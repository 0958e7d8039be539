#!/usr/bin/env bash
# Builds the comparison of benches/compare and runs it: the engine, native and in WebAssembly (built for speed,
# and as the page is shipped), against other libraries.
set -euo pipefail
cd "$(dirname "$0")/../benches/compare"
target=$PWD/../../target/compare
cargo build --release --bin native --target-dir "$target"
for profile in release shipped; do
    # The page inlines little (.cargo/config.toml); what is built for speed does.
    if [ $profile = release ]; then export RUSTFLAGS=""; else unset RUSTFLAGS; fi
    cargo build --profile $profile --lib --target wasm32-unknown-unknown --target-dir "$target"
    wasm-bindgen --target nodejs --no-typescript --out-dir "$target/$profile" \
        "$target/wasm32-unknown-unknown/$profile/compare.wasm"
    printf '{"type":"commonjs"}\n' >"$target/$profile/package.json"
done
shipped=$target/shipped/compare_bg.wasm
wasm-opt -Oz --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals \
    --enable-reference-types --enable-multivalue --skip-pass=memory-packing "$shipped" -o "$shipped"
[ -d node_modules ] || npm ci --silent
node compare.mjs "$target/release/native" "$target/release/compare.js" "$target/shipped/compare.js"
