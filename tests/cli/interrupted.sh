#!/usr/bin/env bash
# interrupted.sh PROGRAM SCENARIO FOLDER: Ctrl-C while a film is recorded ends the program with status 1 and leaves
# neither the film nor a temporary file, as soon as there is a file and in the middle of the frames.
set -uo pipefail
program=$1 scenario=$2 folder=$3
export LIBGL_ALWAYS_SOFTWARE=1 GALLIUM_DRIVER=llvmpipe

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}
# size: bytes in the folder's files; 0 where there are none.
size() { find "$folder" -type f -printf '%s\n' | awk '{ sum += $1 } END { print sum + 0 }'; }
files() { find "$folder" -mindepth 1 | wc -l; }

# interrupt FORMAT CONDITION: what must hold before Ctrl-C.
interrupt() {
    rm -rf "$folder" && mkdir -p "$folder"
    # A shell lets the programs that it starts behind ignore Ctrl-C; a terminal does not.
    env --default-signal=INT "$program" record "$scenario" -o "$folder/film.$1" --size 320x180 2>"$folder.err" &
    local record=$! status
    for _ in $(seq 600); do
        eval "$2" && break
        kill -0 "$record" 2>/dev/null || fail "$1: it ended too early: $(cat "$folder.err")"
        sleep 0.05
    done
    eval "$2" || fail "$1: it never came to where $2"
    kill -INT "$record"
    wait "$record"
    status=$?
    [[ $status == 1 ]] || fail "$1, $2: exit status $status"
    [[ $(files) == 0 ]] || fail "$1, $2: left behind: $(ls -A "$folder")"
    [[ $(cat "$folder.err") == *"nothing was written"* ]] || fail "$1, $2: it says: $(cat "$folder.err")"
}

interrupt mp4 '(($(files) > 0))'
interrupt mp4 '(($(size) > 1000))'
interrupt webm '(($(size) > 1000))'
echo "done"
