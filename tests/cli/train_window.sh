#!/usr/bin/env bash
# train_window.sh PROGRAM LESSON FOLDER: a driven trainee takes an exercise from briefing to debrief on a virtual
# display; then a second run is killed in the middle, and --resume goes on with every action kept. The window's title
# holds the clock, the selected track and the phase.
set -euo pipefail
program=$1 lesson=$(realpath "$2") folder=$3

# shellcheck source=window_hand.sh
source "$(dirname "$(realpath "$0")")/window_hand.sh"
on_display 1600x900 "$0" "$@"
rm -rf "$folder" && mkdir -p "$folder"
cd "$folder"
export XDG_CONFIG_HOME=$folder/config
training=
trap 'kill -9 $training 2>/dev/null || true' EXIT

# train ARGUMENTS...: opens the trainee's window.
train() {
    "$program" train "$lesson" "$@" >out.txt 2>err.txt &
    training=$!
    window=$(timeout 60 xdotool search --sync --onlyvisible --name ' - (briefing|running|score)' | head -1) ||
        fail "no window: $(cat err.txt)"
    xdotool mousemove 1599 899
}
# As that of window_hand.sh, for longer, and as long as the program runs.
until_title() {
    for _ in $(seq 300); do
        [[ $(title) =~ $1 ]] && return
        kill -0 $training 2>/dev/null || fail "$2: it ended: $(cat err.txt)"
        sleep 0.1
    done
    fail "$2: the title is '$(title)'"
}
until_logged() {
    for _ in $(seq 100); do
        grep -Eq "\"action\": *\"($1)\"" "$2" 2>/dev/null && return
        sleep 0.1
    done
    fail "no $1 in the log: $(cat "$2")"
}
quit() {
    xdotool keydown ctrl keydown q; sleep 0.15; xdotool keyup q keyup ctrl
    for _ in $(seq 50); do kill -0 $training 2>/dev/null || break; sleep 0.1; done
    kill -0 $training 2>/dev/null && fail "Ctrl Q does not quit"
    wait $training || fail "it ends with an error: $(cat err.txt)"
}
# A track to do things with: time passes until one is shown, and Tab selects it.
select_track() {
    for _ in $(seq 100); do
        [[ $(title) =~ \ A[0-9]+\ -\ running ]] && return
        press Tab
    done
    fail "no track can be selected: the title is '$(title)'"
}

# From the briefing to the debrief.
train --log whole.jsonl --trainee 'N. N.' --speed 4 --muted
until_title 'briefing' "it opens with the briefing"
press t
press Return
until_title 'running' "Enter begins"
select_track
press t; until_logged take_up whole.jsonl
press k; press 1; until_logged classify whole.jsonl
press 1
press c; sleep 1
xdotool type --delay 60 'turn back'; press Return
until_logged call whole.jsonl
press h; sleep 1
xdotool type --delay 60 '180'; press Return; until_logged order whole.jsonl
press e; until_logged log_entry whole.jsonl
press x; until_logged log_exit whole.jsonl
press r; sleep 1
for _ in 1 2 3 4 5 6; do press Return; done
until_logged report whole.jsonl
press F10; press Return
until_title 'score' "F10 and Enter finish"
until_logged finish whole.jsonl
press v
until_title 'truth' "V shows what truly happened"
press F10
until_title 'score' "F10 goes back to the score"
quit
grep -q 'turn back' whole.jsonl || fail "a typed call is in the log: $(cat whole.jsonl)"
[[ $(grep -c '"action"' whole.jsonl) -ge 9 ]] || fail "every action is in the log: $(cat whole.jsonl)"
"$program" train "$lesson" --log whole.jsonl --headless >score.txt || fail "the log cannot be scored"

# Killed in the middle: nothing is lost.
train --log killed.jsonl --speed 4 --muted
until_title 'briefing' "a second run opens"
press Return
until_title 'running' "and begins"
select_track
press t; until_logged take_up killed.jsonl
press 1; until_logged "call|order" killed.jsonl
sleep 1.2
kill -9 $training
wait $training 2>/dev/null || true
cp killed.jsonl before.jsonl
train --log killed.jsonl --resume --speed 4 --muted
until_title 'briefing' "a killed run can be gone on with"
press Return
until_title 'running' "and runs"
head -n "$(wc -l <before.jsonl)" killed.jsonl | cmp - before.jsonl || fail "lines that were there are changed"
sleep 1.5
until_logged clock killed.jsonl
quit
[[ $(wc -l <killed.jsonl) -gt $(wc -l <before.jsonl) ]] || fail "the log does not go on"
"$program" train "$lesson" --log killed.jsonl --headless >/dev/null || fail "the log of both runs cannot be read"

# The instructor's window: stops the clock and steps back.
train --log both.jsonl --speed 2 --muted --instructor
until_title 'briefing' "it opens with the instructor's"
instructor=$(timeout 30 xdotool search --sync --name '^Instructor - ' | head -1) || fail "no instructor's window"
xdotool windowfocus "$window"; sleep 0.3
press Return
until_title 'running' "and begins"
sleep 2
xdotool windowfocus "$instructor"; sleep 0.3
press p; until_logged pause both.jsonl
until_title 'paused' "P stops the clock for both"
press BackSpace; until_logged rewind both.jsonl
press p; until_logged resume both.jsonl
xdotool windowfocus "$window"; sleep 0.3
quit
echo "done"
