#!/usr/bin/env bash
# report_page.sh PROGRAM SCENARIOS FOLDER: makes the page of every scenario in a folder of folders and opens each in a
# browser without a display, wide, narrow and for printing. The browser has nothing to complain of and asks for nothing,
# and nothing sticks out of the page's width. Skipped (77) where there is no Chromium.
set -euo pipefail
program=$1 scenarios=$(realpath "$2") folder=$3
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || exit 77
fail() {
    printf '%s\n' "$*" >&2
    exit 1
}
rm -rf "$folder" && mkdir -p "$folder"
cd "$folder"

# browse FILE OPTION...: what the browser prints goes to out.txt.
browse() {
    local file=$1
    shift
    env HOME="$folder" timeout 120 "$browser" --headless=new --no-sandbox --disable-gpu --hide-scrollbars --no-first-run \
        --disable-background-networking --disable-component-update --disable-default-apps --disable-sync \
        --user-data-dir="$folder/profile" --enable-logging=stderr --log-net-log="$folder/net.json" "$@" \
        "file://$folder/$file" >out.txt 2>err.txt || fail "$file: the browser fails: $(cat err.txt)"
    if grep -q 'CONSOLE' err.txt; then
        fail "$file: the browser complains: $(grep CONSOLE err.txt)"
    fi
    if grep -Eo '"url":"(https?|wss?)://[^"]*' net.json | grep -v -e google -e gstatic | grep -q .; then
        fail "$file asks for $(grep -Eo '"url":"(https?|wss?)://[^"]*' net.json | head -3)"
    fi
}

# frame PAGE WIDTH: a page that shows PAGE in a window of that width and writes down what sticks out of it. Tables may be
# wider than the page within a box of their own that scrolls.
frame() {
    printf '<!DOCTYPE html><title>frame</title><body style="margin:0"><iframe style="border:0;width:%spx;height:900px" srcdoc="' "$2"
    sed -e 's/&/\&amp;/g' -e 's/"/\&quot;/g' "$1"
    cat <<'SCRIPT'
"></iframe><pre id="found"></pre><script>
const frame = document.querySelector("iframe");
frame.addEventListener("load", () => {
    const page = frame.contentDocument, root = page.documentElement, width = root.clientWidth, wrong = [];
    if (root.scrollWidth > width)
        wrong.push("the page is " + root.scrollWidth + " wide in " + width);
    for (const element of page.body.querySelectorAll("*:not(.skip)")) {
        if (element.closest("svg") && element.tagName !== "svg" && element.tagName !== "text")
            continue;
        const box = element.getBoundingClientRect(), outer = element.closest(".table, pre");
        if (outer && outer !== element && getComputedStyle(outer).overflowX === "auto")
            continue;
        if (box.width > 0 && (box.right > width + 1 || box.left < -1))
            wrong.push(element.tagName + "." + element.getAttribute("class") + " from " + box.left + " to " + box.right +
                       ": " + element.textContent.slice(0, 60));
        const picture = element.tagName === "text" && element.closest("svg").getBoundingClientRect();
        if (picture && box.width > 0 && (box.right > picture.right + 1 || box.left < picture.left - 1 ||
                                         box.bottom > picture.bottom + 2 || box.top < picture.top - 2))
            wrong.push("cut off in " + element.closest("svg").id + ": " + element.textContent);
    }
    document.getElementById("found").textContent = "measured " + width + "\n" + wrong.join("\n") + "\nend";
});
</script>
SCRIPT
}

made=0
for scenario in "$scenarios"/*/*.toml; do
    grep -q '^\[airspace\]' "$scenario" || continue # a lesson
    name=$(basename "$(dirname "$scenario")")-$(basename "$scenario" .toml)
    "$program" run "$scenario" -o "$name.html" -q || fail "$scenario: no page"
    [[ $(stat -c %s "$name.html") -lt 2000000 ]] || fail "$name.html is larger than two megabytes"
    grep -q 'OpenStreetMap contributors, ODbL 1.0' "$name.html" || fail "$name.html does not say whose the borders are"
    for width in 1280 768 390; do
        frame "$name.html" "$width" >"$name-$width.html"
        browse "$name-$width.html" --window-size=1400,1000 --virtual-time-budget=20000 --dump-dom
        sed -n '/<pre id="found">/,/<\/pre>/p' out.txt | sed 's/.*<pre id="found">//' >found.txt
        grep -q "^measured $width" found.txt || fail "$name at $width: not measured"
        [[ $(grep -vc -e '^measured' -e '^end' -e '^$' found.txt) -eq 0 ]] || fail "$name at $width: $(head -12 found.txt)"
    done
    browse "$name.html" --window-size=1280,2400 --screenshot="$folder/$name.png"
    browse "$name.html" --print-to-pdf="$folder/$name.pdf" --no-pdf-header-footer
    [[ -s $name.png && -s $name.pdf ]] || fail "$name: no picture or no print"
    made=$((made + 1))
done
[[ $made -ge 6 ]] || fail "only $made pages were made"
