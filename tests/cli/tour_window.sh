#!/usr/bin/env bash
# tour_window.sh PROGRAM FOLDER: opens tours on a virtual display. A kiosk ends by itself after its loops; a window goes
# on and back by keys, waits where somebody went back, and leaves with Esc. The window's title holds the clock and
# whether it runs.
set -euo pipefail
program=$1 folder=$2 files=$(dirname "$(realpath "$0")")/files

# shellcheck source=window_hand.sh
source "$(dirname "$(realpath "$0")")/window_hand.sh"
on_display 1280x720 "$0" "$@"
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
ends "$tour" "Esc does not leave"
echo "done"
