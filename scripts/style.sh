#!/bin/sh
# Joins style/*.css into the one sheet that index.html links: tokens.css first, which orders the cascade
# layers, then the others by name (layers make their order harmless). Trunk runs it before each build.
set -eu
cd "$(dirname "$0")/.."
mkdir -p target/style
sheet=target/style/app.css
{
    cat style/tokens.css
    for file in style/*.css; do
        [ "$file" = style/tokens.css ] || cat "$file"
    done
} >"$sheet.new"
if cmp -s "$sheet.new" "$sheet"; then rm "$sheet.new"; else mv "$sheet.new" "$sheet"; fi
