#!/usr/bin/env bash
# replay_no_display.sh PROGRAM SCENARIO: without a display, replay says so and names the command that needs none.
set -uo pipefail
said=$(env -u DISPLAY -u WAYLAND_DISPLAY "$1" replay "$2" --forget 2>&1 >/dev/null)
status=$?
[[ $status == 1 ]] || { echo "exit status $status"; exit 1; }
[[ $said == *"no display"* && $said == *"incursion record"* ]] || { echo "it says: $said"; exit 1; }
