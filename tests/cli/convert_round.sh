#!/usr/bin/env bash
# Converts equator.csv to a format, through a pipe where it is a text, and finds the visits of the result to the square:
# they are those of the original.
#
#   convert_round.sh PROGRAM FILES ENDING FOLDER
set -euo pipefail
program=$1 files=$2 ending=$3 folder=$4

rm -rf "$folder"
mkdir -p "$folder"
cd "$folder"

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# Track, airspace and times; neither the place, which is rounded, nor the input.
visits() {
    "$program" batch "$1" --airspace "$files/square.geojson" --key key -q | cut -d, -f1-5,9,11,15
}

visits "$files/equator.csv" >expected
"$program" convert "$files/equator.csv" "equator.$ending"
visits "equator.$ending" >got
cmp expected got || fail "the visits of equator.$ending are: $(cat got)"

case $ending in
csv | gpx | kml | geojson | geojsonl | txt.acmi)
    format=${ending#txt.}
    format=${format/geojsonl/geojsonseq}
    "$program" convert - - -f "$format" <"equator.$ending" >"again.$ending"
    [[ $ending == csv ]] || visits "again.$ending" | tail -n +2 | cmp - <(tail -n +2 expected) ||
        fail "the visits of what went through a pipe differ"
    ;;
esac
