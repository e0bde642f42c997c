#!/usr/bin/env bash
# replay_window.sh PROGRAM SCENARIO FOLDER: opens the replay on a virtual display, drives it by mouse and keys, and
# reads from the window's title what came of it. The title holds the clock, the selected aircraft and whether the
# clock runs; a saved picture must be what `record` draws off-screen, bit for bit.
set -euo pipefail
program=$1 scenario=$(realpath "$2") folder=$3

# shellcheck source=window_hand.sh
source "$(dirname "$(realpath "$0")")/window_hand.sh"
on_display 1600x900 "$0" "$@"
rm -rf "$folder" && mkdir -p "$folder"
cp -r "$(dirname "$scenario")" "$folder/incident"
scenario_copy="$folder/incident/$(basename "$scenario")"
sed -i "s#\.\./\.\./data#$(realpath "$(dirname "$scenario")/../../data")#" "$scenario_copy"
export INCURSION_DATA; INCURSION_DATA=$(realpath "$(dirname "$scenario")/../../data")
cd "$folder"

export XDG_CONFIG_HOME=$folder/config
replay=
trap 'kill $replay 2>/dev/null || true' EXIT
open_at() {
    "$program" replay "$scenario_copy" --at "$1" >out.txt 2>err.txt &
    replay=$!
    window=$(timeout 60 xdotool search --sync --onlyvisible --name 'Hatay' | head -1) || fail "no window: $(cat err.txt)"
}
quit() {
    xdotool keydown ctrl keydown q; sleep 0.15; xdotool keyup q keyup ctrl
    ends "$replay" "Ctrl Q does not quit"
}
open_at 07:20:00
xdotool mousemove 1599 899
until_title '07:20:00.*paused' "it opens at the instant asked for"

press space
until_title '07:20:0[2-9].*1x' "space plays"
press space
until_title 'paused' "space pauses"
press Home
until_title '07:19:00.*paused' "Home goes to the start"
press Next
press Next
until_title '07:19:38' "Page down goes to the next moment"
before=$(title)
press Tab
for _ in $(seq 50); do [[ $(title) != "$before" ]] && break; sleep 0.1; done
[[ $(title) != "$before" ]] || fail "Tab selects the next aircraft: the title stays '$before'"

# The mouse: press on the middle of the time line, drag a little, let go.
width=$(xdotool getwindowgeometry --shell "$window" | sed -n 's/^WIDTH=//p')
height=$(xdotool getwindowgeometry --shell "$window" | sed -n 's/^HEIGHT=//p')
xdotool mousemove --window "$window" $((width * 55 / 100)) $((height * 895 / 1000)); sleep 0.4
xdotool mousedown 1; sleep 0.3
xdotool mousemove --window "$window" $((width * 80 / 100)) $((height * 895 / 1000)); sleep 0.3
xdotool mouseup 1; sleep 0.3
until_title '07:2[34]:' "dragging on the time line seeks"

# A saved picture is the recorded one.
xdotool mousemove 1599 899; sleep 0.3
press Home
selected=$(title | sed -E 's/.* - ([^ ]+) - paused$/\1/')
press F12
for _ in $(seq 50); do ls ./*.png >/dev/null 2>&1 && break; sleep 0.1; done
saved=$(ls ./*.png 2>/dev/null) || fail "F12 saves a picture"


# A bookmark is kept beside the scenario as soon as it is made.
press End
press b
sleep 0.5
xdotool type --delay 60 'look here'
press Return
bookmarks=${scenario_copy%.toml}.bookmarks.toml
for _ in $(seq 30); do [[ -s $bookmarks ]] && break; sleep 0.1; done
grep -q 'look here' "$bookmarks" || fail "a bookmark with a note is kept: $(cat "$bookmarks" 2>&1)"

# The view is found again.
press p
quit
grep -Eq '^"?palette"? = "amber"' config/incursion/replay.toml || fail "the palette is not remembered"
open_at 07:21:00
until_title '07:21:00.*paused' "it opens a second time"
press Home
press Next
until_title '07:19:05' "the first moment is the first call"
quit
grep -Eq '^"?palette"? = "amber"' config/incursion/replay.toml || fail "the palette is forgotten"

# What the window showed is what is drawn without one. Both start as opened, at the first instant.
"$program" record "$scenario_copy" -o recorded.png --at start --size "${width}x$height" --scale 1 --controls --select "$selected" 2>err.txt ||
    fail "the same picture cannot be recorded: $(cat err.txt)"
cmp "$saved" recorded.png || fail "the window's picture and the recorded one differ"
echo "done"
