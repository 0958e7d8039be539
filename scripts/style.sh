#!/bin/sh
# Joins style/*.css into the sheet that index.html links, and those of a folder of style/, with the shared ones, into
# the one that comes with the program of that name: tokens.css first, which orders the cascade layers, then the
# others by name (layers make their order harmless). Trunk runs it before each build.
set -eu
cd "$(dirname "$0")/.."
mkdir -p target/style

# join SHEET FILE...: writes the sheet where it has changed.
join() {
    sheet=$1
    shift
    cat "$@" >"$sheet.new"
    if cmp -s "$sheet.new" "$sheet"; then rm "$sheet.new"; else mv "$sheet.new" "$sheet"; fi
}

others=
for file in style/*.css; do
    [ "$file" = style/tokens.css ] || others="$others $file"
done
# shellcheck disable=SC2086
join target/style/app.css style/tokens.css $others
for program in details board; do
    join "target/style/$program.css" style/shared/*.css "style/$program"/*.css
done
