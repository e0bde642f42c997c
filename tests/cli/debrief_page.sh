#!/usr/bin/env bash
# debrief_page.sh PROGRAM LOG FOLDER: opens a debrief's page in a browser without a display, wide, narrow and for
# printing. The browser has nothing to complain of and asks for nothing. Skipped (77) where there is no Chromium.
set -euo pipefail
program=$1 log=$(realpath "$2") folder=$3
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || exit 77
fail() {
    printf '%s\n' "$*" >&2
    exit 1
}
rm -rf "$folder" && mkdir -p "$folder"
cd "$folder"
"$program" debrief "$log" -o page.html

browse() {
    env HOME="$folder" timeout 120 "$browser" --headless=new --no-sandbox --disable-gpu --hide-scrollbars --no-first-run \
        --disable-background-networking --disable-component-update --disable-default-apps --disable-sync \
        --user-data-dir="$folder/profile" --enable-logging=stderr --log-net-log="$folder/net.json" "$@" \
        "file://$folder/page.html" >out.txt 2>err.txt || fail "the browser fails: $(cat err.txt)"
    if grep -q 'CONSOLE' err.txt; then
        fail "the browser complains: $(grep CONSOLE err.txt)"
    fi
    if grep -Eo '"url":"(https?|wss?)://[^"]*' net.json | grep -v -e google -e gstatic | grep -q .; then
        fail "the page asks for $(grep -Eo '"url":"(https?|wss?)://[^"]*' net.json | head -3)"
    fi
}
browse --window-size=1280,2400 --screenshot="$folder/wide.png"
browse --window-size=500,2400 --screenshot="$folder/narrow.png"
browse --print-to-pdf="$folder/page.pdf" --no-pdf-header-footer
browse --dump-dom
grep -q '<svg id="timeline"' out.txt || fail "the page has no time line"
for file in wide.png narrow.png page.pdf; do
    [[ -s $file ]] || fail "$file was not made"
done
