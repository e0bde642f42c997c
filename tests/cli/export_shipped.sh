#!/usr/bin/env bash
# export_shipped.sh PROGRAM SCENARIO FOLDER
# Exports a scenario to every format twice; what batch finds in the KML are the visits that run reports.
set -euo pipefail
program=$1
scenario=$2
rm -rf "$3"
mkdir -p "$3"
cd "$3"
for ending in kml kmz czml txt.acmi zip.acmi gpkg; do
  for name in first second; do
    errors=$("$program" export "$scenario" -o "$name.$ending" 2>&1) || { echo "$ending fails: $errors"; exit 1; }
    [ -z "$errors" ] || { echo "$ending is not quiet: $errors"; exit 1; }
  done
  cmp "first.$ending" "second.$ending"
done

borders=$(sed -n 's/^source = "\(.*geojson\)".*/\1/p' "$scenario" | head -n 1)
folder=$(dirname "$scenario")
# Entries and exits of the report's visits, to the millisecond.
expected=$("$program" run "$scenario" -f json |
  sed -n '/^  "tracks"/,/^  "calls"/s/^ *"\(entry\|exit\)_time": "\([^"]*\.[0-9][0-9][0-9]\).*/\2/p' | sort)
"$program" batch first.kmz --airspace "$folder/$borders" --key A3 -o visits.jsonl -q
found=$(sed 's/.*"entry_time":"\([^"]*\.[0-9][0-9][0-9]\)[^"]*".*"exit_time":"\([^"]*\.[0-9][0-9][0-9]\)[^"]*".*/\1\n\2/' \
  visits.jsonl | sort)
[ -n "$found" ] || { echo "batch finds no visit"; exit 1; }
# The last digit may go over by what nine decimals of a degree leave out.
paste <(echo "$expected") <(echo "$found") | while read -r one other; do
  [ "$one" = "$other" ] && continue
  apart=$(($(date -d "$one" +%s%3N) - $(date -d "$other" +%s%3N)))
  [ "${apart#-}" -le 1 ] || { echo "run tells $one, batch finds $other in the export"; exit 1; }
done
