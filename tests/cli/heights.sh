#!/usr/bin/env bash
# heights.sh PROGRAM FOLDER: limits above ground follow --terrain and are refused without it; flight levels move with
# --qnh as much as the standard atmosphere says; an airspace that opens is entered at that instant.
set -uo pipefail
program=$1 folder=$2
fail() {
    echo "$*" >&2
    exit 1
}
rm -rf "$folder" && mkdir -p "$folder" && cd "$folder" || exit 1

# Ground that rises from the sea at 10 E to 1000 m at 11 E, in steps of a tenth of a degree.
{
    printf 'ncols 20\nnrows 12\nxllcorner 9.55\nyllcorner -0.05\ncellsize 0.1\n'
    for _ in {1..12}; do
        for column in {0..19}; do printf '%d ' $(((column - 4) * 100)); done
        printf '\n'
    done
} >hills.asc

# airspace NAME FLOOR CEILING [AA LINE]: a square from 10 to 11 E, 0 to 1 N.
airspace() {
    printf 'AC R\nAN %s\nAL %s\nAH %s\n%s\n' "$1" "$2" "$3" "${4:-* always}"
    printf 'DP 0:00:00 N 010:00:00 E\nDP 0:00:00 N 011:00:00 E\nDP 1:00:00 N 011:00:00 E\nDP 1:00:00 N 010:00:00 E\n'
}
airspace LOW GND '1500ft AGL' >low.txt
airspace HIGH FL195 UNL >high.txt
airspace HOURS GND UNL 'AA 2024-05-01T12:05:00Z/2024-05-01T12:06:00Z' >hours.txt

# Level at 900 m from 9.9 to 11.1 E in 1200 s: 1500 ft (457.2 m) above ground is 900 m where the ground is 442.8 m high,
# at 10.4428 E, after 542.8 s; 11 E is reached after 1100 s.
printf 'time,lon,lat,alt_m\n2024-05-01T12:00:00Z,9.9,0.5,900\n2024-05-01T12:20:00Z,11.1,0.5,900\n' >level.csv
# From 5000 to 7000 m above the sea in 1000 s: FL195 is 5943.6 m in the standard atmosphere.
printf 'time,lon,lat,alt_m\n2024-05-01T12:00:00Z,10.2,0.5,5000\n2024-05-01T12:16:40Z,10.4,0.5,7000\n' >climb.csv

# entry FILE: time, place and way of the only entry; exit LIKEWISE.
entry() { awk -F, 'NR == 2 {print $5, $9}' "$1"; }
exit_of() { awk -F, 'NR == 2 {print $11, $15}' "$1"; }

"$program" batch level.csv --airspace low.txt --legs straight --terrain hills.asc -o low.csv 2>said.txt ||
    fail "with terrain: $? $(cat said.txt)"
[[ $(entry low.csv) == "2024-05-01T12:09:02.8"*" ceiling" ]] || fail "the entry is $(entry low.csv)"
[[ $(exit_of low.csv) == "2024-05-01T12:18:20.000000Z side" ]] || fail "the exit is $(exit_of low.csv)"
"$program" batch level.csv --airspace low.txt -o none.csv 2>said.txt
grep -q 'terrain' none.csv.errors.csv || fail "without terrain: $(cat said.txt none.csv.errors.csv)"
(($(wc -l <none.csv) == 1)) || fail "without terrain there is a visit"

"$program" batch climb.csv --airspace high.txt -o standard.csv 2>said.txt || fail "standard: $(cat said.txt)"
[[ $(entry standard.csv) == "2024-05-01T12:07:51.8"*" floor" ]] || fail "standard: $(entry standard.csv)"
# 1030 hPa stand at -138.5 m in the standard atmosphere, so FL195 is 69.25 s of climb higher.
"$program" batch climb.csv --airspace high.txt --qnh 1030 -o high.csv 2>said.txt || fail "1030: $(cat said.txt)"
[[ $(entry high.csv) == "2024-05-01T12:09:01.05"*" floor" ]] || fail "at 1030 hPa: $(entry high.csv)"
"$program" batch climb.csv --airspace high.txt --qnh 3000 -o wrong.csv 2>said.txt
(($? == 2)) || fail "no altimeter shows 3000 hPa: $(cat said.txt)"

"$program" batch level.csv --airspace hours.txt -o hours.csv 2>said.txt || fail "hours: $(cat said.txt)"
[[ $(entry hours.csv) == "2024-05-01T12:05:00.000000Z activation" ]] || fail "it opens: $(entry hours.csv)"
[[ $(exit_of hours.csv) == "2024-05-01T12:06:00.000000Z activation" ]] || fail "it closes: $(exit_of hours.csv)"

# The same through a report of one track, which names its terrain.
"$program" run level.csv --airspace low.txt --legs straight --terrain hills.asc >report.txt || fail "run: $?"
grep -q '12:09:02.8' report.txt || fail "the report: $(cat report.txt)"
grep -q 'terrain of hills.asc' report.txt || fail "the report does not name the terrain: $(cat report.txt)"
