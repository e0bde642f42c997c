#!/usr/bin/env bash
# batch_broken.sh PROGRAM SQUARE FOLDER: of a folder of broken files every one is listed with its reason, the exit status
# is 3, and the good ones among them are done.
set -uo pipefail
program=$1 square=$2 folder=$3
# shellcheck source-path=SCRIPTDIR source=batch_inputs.sh
source "$(dirname "${BASH_SOURCE[0]}")/batch_inputs.sh"
rm -rf "$folder" && mkdir -p "$folder/in" && cd "$folder" || exit 1

# flight NAME: a minute along the equator into the square.
flight() { printf 'time,lon,lat\n2020-01-01T00:00:00Z,9.9,0\n2020-01-01T00:01:00Z,10.1,0\n' >"in/$1"; }
flight good1.csv
flight good2.csv
gzip -n in/good2.csv
flight cut.csv && gzip -n in/cut.csv && truncate -s 40 in/cut.csv.gz
: >in/empty.csv
printf 'time,lon\n2020-01-01T00:00:00Z,9.9\n' >in/no_latitude.csv
printf 'time,lon,lat\n' >in/no_rows.csv
printf 'time,lon,lat\nyesterday,9.9,0\n' >in/no_good_row.csv
printf '\x00\x01\x02\xff\xfe%.0s' {1..500} >in/bytes.csv
printf 'time,lon,lat\n2020-01-01T00:00:00Z,9.9,0\n' | iconv -t UTF-16 >in/utf16.csv
printf '<gpx version="1.1"><trk><trkseg><trkpt lat="0" lon="9.9">' >in/cut.gpx
printf '<kml><Document><Placemark></kml>' >in/crossed.kml
printf '{"type": "FeatureCollection", "features": [{"type": "Feat' >in/cut.geojson
printf '{"icao": "abcdef", "timestamp": 1577836800, "trace": [[0, 1' >in/cut.json
printf 'PK\x03\x04 no archive at all' >in/no.zip
printf 'fgb\x03fgb\x00 no more of it' >in/cut.fgb
printf 'SQLite format 3\x00 no more of it' >in/cut.gpkg
mkdir in/folder.csv.d && ln -s /nowhere/at/all.csv in/dangling.csv
broken=(cut.csv.gz empty.csv no_latitude.csv no_rows.csv no_good_row.csv bytes.csv utf16.csv cut.gpx crossed.kml
    cut.geojson cut.json no.zip cut.fgb cut.gpkg dangling.csv missing.csv)

inputs=(in/good1.csv "${broken[@]/#/in/}" in/good2.csv.gz)
"$program" batch "${inputs[@]}" --airspace "$square" --key key -o visits.csv --progress none 2>said.txt
status=$?
((status == 3)) || fail "exit status $status: $(cat said.txt)"
(($(wc -l <visits.csv) == 3)) || fail "two visits were due: $(cat visits.csv)"
grep -q 'UTF-16' visits.csv.errors.csv || fail "UTF-16 is not recognised"
grep -q 'cut off' visits.csv.errors.csv || fail "a cut archive is not recognised"
for name in "${broken[@]}"; do
    grep -q "^in/$name,.*,error,." visits.csv.errors.csv || fail "$name is not told in: $(cat visits.csv.errors.csv)"
done
! grep -q "^in/good" visits.csv.errors.csv || fail "a good file is told: $(cat visits.csv.errors.csv)"
grep -q "${#broken[@]} inputs could not be read" said.txt || fail "it says: $(cat said.txt)"
grep -q "\"failed\": ${#broken[@]}" visits.csv.run.json || fail "the record tells otherwise: $(cat visits.csv.run.json)"

# With --strict a file with one bad row is one of them.
printf 'time,lon,lat\n2020-01-01T00:00:00Z,9.9,0\n2020-01-01T00:00:30Z,9.9,95\n2020-01-01T00:01:00Z,10.1,0\n' >odd.csv
"$program" batch odd.csv in/good1.csv --airspace "$square" --key key -o odd_visits.csv 2>said.txt || fail "a bad row: $?"
grep -q '^odd.csv,odd.csv,3,warning,' odd_visits.csv.errors.csv || fail "it tells: $(cat odd_visits.csv.errors.csv)"
"$program" batch odd.csv in/good1.csv --airspace "$square" --key key -o strict.csv --strict 2>said.txt
status=$?
((status == 3)) || fail "--strict: exit status $status: $(cat said.txt)"
(($(wc -l <strict.csv) == 2)) || fail "--strict: one visit was due: $(cat strict.csv)"
echo "done"
