#!/usr/bin/env bash
# tour_window.sh PROGRAM FOLDER: opens tours on a virtual display. A kiosk ends by itself after its loops; a window goes
# on and back by keys, waits where somebody went back, and leaves with Esc. The window's title holds the clock and
# whether it runs.
set -euo pipefail
program=$1 folder=$2 files=$(dirname "$(realpath "$0")")/files

if [[ -z ${INSIDE_DISPLAY:-} ]]; then
    export INSIDE_DISPLAY=yes LIBGL_ALWAYS_SOFTWARE=1 GALLIUM_DRIVER=llvmpipe ALSOFT_DRIVERS=null
    exec xvfb-run -a -s "-screen 0 1280x720x24 -noreset" "$0" "$@"
fi

fail() {
    printf '%s\n' "$*" >&2
    import -window root "$folder/failed.png" 2>/dev/null || true
    exit 1
}
rm -rf "$folder" && mkdir -p "$folder"
cp "$files"/* "$folder"
cd "$folder"
export XDG_CONFIG_HOME=$folder/config

# Two steps of a second each, in a scenario of ten seconds.
sed -e 's/^end = .*/end = 2020-01-01T00:00:10Z/' -e '/^\[\[call\]\]/,$d' scenario.toml >short.toml
cat >>short.toml <<'END'
[[step]]
at = "start"
title = "First"
pause = "1 s"
view = { speed = 5 }
[[step]]
at = "end - 2 s"
title = "Last"
pause = "1 s"
END
timeout 120 "$program" tour short.toml --kiosk --loops 2 >out.txt 2>err.txt ||
    fail "the kiosk does not end: $(cat err.txt)"
[[ ! -s out.txt && ! -s err.txt ]] || fail "the kiosk says something: $(cat out.txt err.txt)"

tour=
trap 'kill $tour 2>/dev/null || true' EXIT
"$program" tour told.toml --lang tr >out.txt 2>err.txt &
tour=$!
window=$(timeout 60 xdotool search --sync --onlyvisible --name 'told' | head -1) || fail "no window: $(cat err.txt)"
title() { xdotool getwindowname "$window"; }
until_title() {
    for _ in $(seq 100); do
        [[ $(title) =~ $1 ]] && return
        sleep 0.1
    done
    fail "$2: the title is '$(title)'"
}
press() {
    xdotool keydown "$1"; sleep 0.15; xdotool keyup "$1"; sleep 0.25
}
xdotool mousemove 1279 719
until_title '00:00:00.*paused' "it stops at the first step"
press space
until_title '00:00:0[1-9].*1x' "space goes on"
press Right
until_title '00:02:30.*paused' "→ goes to the next step"
press Left
until_title '00:00:00.*paused' "← goes back"
sleep 5
[[ $(title) =~ 00:00:00.*paused ]] || fail "where somebody went back it waits: the title is '$(title)'"
press Return
until_title '00:00:0[1-9].*1x' "Enter goes on"
press Escape
for _ in $(seq 50); do kill -0 $tour 2>/dev/null || break; sleep 0.1; done
kill -0 $tour 2>/dev/null && fail "Esc does not leave"
wait $tour || fail "it ends with an error: $(cat err.txt)"
[[ ! -s err.txt ]] || fail "it complains: $(cat err.txt)"
echo "done"
