# shellcheck shell=bash
# Sourced by the tests of batch runs.
#
# batch_inputs FOLDER COUNT ROWS: COUNT files of ROWS fixes each that wander in and out of the square of square.geojson
# (10 to 11 degrees east, half a degree north and south). Every third holds two tracks whose rows take turns, every fourth is compressed; some rows are dirty.
batch_inputs() {
    local folder=$1 count=$2 rows=$3 i
    mkdir -p "$folder"
    for ((i = 1; i <= count; ++i)); do
        awk -v seed="$i" -v rows="$rows" 'BEGIN {
            OFS = ","
            print "track", "time", "lon", "lat", "alt_m"
            for (k = 0; k < rows; ++k) {
                track = seed % 3 == 0 ? (k % 2 ? "odd" : "even") : "t" int(k / 500)
                angle = k / (40 + seed) + (track == "odd" ? 2 : 0)
                lon = sprintf("%.6f", 10.5 + 0.9 * cos(angle))
                lat = sprintf("%.6f", 0.8 * sin(angle * 1.7 + seed))
                if (k % 997 == 500) lat = "?"
                print track, 1448323200 + 5 * k, lon, lat, 3000 + k % 7
            }
        }' >"$folder/$(printf '%03d' "$i").csv"
        ((i % 4 == 0)) && gzip -nf "$folder/$(printf '%03d' "$i").csv"
    done
    return 0
}

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# same A B: every file of run A (its tables and its record) equals that of B. Both are visits.csv with others beside.
same() {
    local name
    for name in visits.csv visits.csv.run.json visits.csv.errors.csv summary.csv tracks.csv; do
        cmp "$1/$name" "$2/$name" || fail "$name of $2 differs from that of $1"
    done
    [[ ! -e $2/visits.csv.part ]] || fail "$2 still has a state"
}
