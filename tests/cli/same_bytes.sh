#!/usr/bin/env bash
# same_bytes.sh PROGRAM FOLDER
set -euo pipefail
program=$1
cd "$2"
first=$("$program" run scenario.toml -f json | sha256sum)
second=$("$program" run scenario.toml -f json | sha256sum)
[ "$first" = "$second" ] || { echo "two runs differ"; exit 1; }

# The reader is gone before the first byte; pipefail lets the program's own status through.
errors=$("$program" run scenario.toml 2>&1 >/dev/null | cat)
[ -z "$errors" ] || { echo "unexpected: $errors"; exit 1; }
errors=$({ "$program" run scenario.toml 2>&3 | true; } 3>&1) || { echo "a closed pipe failed: $errors"; exit 1; }
[ -z "$errors" ] || { echo "a closed pipe is not quiet: $errors"; exit 1; }
