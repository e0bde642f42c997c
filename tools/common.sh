# Sourced by scripts that run under `set -euo pipefail`. Sets `root`, the folder of the project, and goes there.
# Scripts speak on standard error, one line a step, so that a program's own output stays clean.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
cd "$root" || exit

say() { printf '==> %s\n' "$*" >&2; }

fail() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

# configure PRESET: only where it was never done here, or the presets have changed since.
# Ninja itself configures again when a CMakeLists.txt changes.
configure() {
    local build="build/$1" fresh=()
    if [[ -f $build/build.ninja && ! CMakePresets.json -nt $build/build.ninja ]] &&
        grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$build/CMakeCache.txt"; then
        return
    fi
    # A cache made under another path (the folder was moved or copied) is of no use.
    if [[ -f $build/CMakeCache.txt ]] &&
        ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$build/CMakeCache.txt"; then
        fresh=(--fresh)
    fi
    say "configure $build"
    cmake --preset "$1" "${fresh[@]}" >&2
    # Configuring does not rewrite a build.ninja that would come out the same.
    touch "$build/build.ninja"
}

# build PRESET [TARGET...]
build() {
    local preset=$1 targets=()
    shift
    if (($#)); then targets=(--target "$@"); fi
    say "build build/$preset${1:+ ($*)}"
    cmake --build --preset "$preset" -j "$(nproc)" "${targets[@]}" >&2
}
