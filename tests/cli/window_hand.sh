# Sourced by tests that drive a window on a virtual display, under `set -euo pipefail`, once `window` and `folder` are
# set. The window's title tells what came of it.
# shellcheck shell=bash

# on_display SIZE SCRIPT ARGUMENTS...: starts the script again on a display of its own, unless it is on one.
on_display() {
    [[ -z ${INSIDE_DISPLAY:-} ]] || return 0
    export INSIDE_DISPLAY=yes LIBGL_ALWAYS_SOFTWARE=1 GALLIUM_DRIVER=llvmpipe ALSOFT_DRIVERS=null
    exec xvfb-run -a -s "-screen 0 ${1}x24 -noreset" "${@:2}"
}

fail() {
    printf '%s\n' "$*" >&2
    import -window root "$folder/failed.png" 2>/dev/null || true
    exit 1
}

title() { xdotool getwindowname "$window"; }

# until_title PATTERN WHAT: the title comes to match within a while.
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

# ends PROCESS WHAT: it ends by itself, without an error and without a complaint in err.txt.
ends() {
    for _ in $(seq 50); do kill -0 "$1" 2>/dev/null || break; sleep 0.1; done
    kill -0 "$1" 2>/dev/null && fail "$2"
    wait "$1" || fail "it ends with an error: $(cat err.txt)"
    [[ ! -s err.txt ]] || fail "it complains: $(cat err.txt)"
}
