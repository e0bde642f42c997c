#!/usr/bin/env bash
# Measures what shards cost: the same tracks by one run, and by 1, 2 and 4 shards on a Slurm cluster of this machine
# alone, one core a shard. Prints a table. Needs root and Slurm (tools/setup --slurm) and the world's borders.
#
#   tests/bench/slurm_scaling.sh [FIXES [FILES]]     of dense traffic; 10000000 in 64 files where absent
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=../../tools/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/../../tools/common.sh"
# shellcheck source-path=SCRIPTDIR source=../slurm/cluster.sh
source "$root/tests/slurm/cluster.sh"
fixes=${1:-10000000} files=${2:-64}
borders=${INCURSION_WORLD:-$root/data/borders/world.fgb}

missing=$(cluster_missing)
[[ -z $missing ]] || fail "$missing"
[[ -e $borders ]] || fail "$borders: not there; fetch it with tools/fetch-borders --world"
configure headless
build headless incursion make_tracks
folder=$root/build/slurm_scaling
rm -rf "$folder" && mkdir -p "$folder/tracks" "$folder/one"
cluster_folder=$(mktemp -d)
trap 'cluster_stop; rm -rf "$cluster_folder"' EXIT
cluster_start "$cluster_folder" "$(nproc)" || fail "the cluster does not start"

# A program that notes when it ran and what it cost: start, end, processor seconds; started in its place.
cat >"$folder/timed" <<END
#!/usr/bin/env bash
begun=\$EPOCHREALTIME
exec 3>&2
TIMEFORMAT='%U %S'
cost=\$({ time "$root/build/headless/incursion" "\$@" 2>&3; } 2>&1)
status=\$?
((status != 0)) || echo "\$1 \$begun \$EPOCHREALTIME \$cost" >>"$folder/times"
exit \$status
END
chmod +x "$folder/timed"

cd "$folder"
"$root/build/headless/tests/bench/make_tracks" --set dense --fixes "$fixes" --files "$files" -o tracks/t.csv
"$root/build/headless/tests/bench/make_tracks" --set dense --fixes 2 -o one/t.csv
"$root/build/headless/incursion" borders prepare "$borders" --key A3 -o world.borders
cat tracks/* world.borders >/dev/null # from memory, as every run after the first

# row NAME WALL: of what stands in the file of times.
row() {
    awk -v name="$1" -v wall="$2" '
        $1 == "batch" { if (!begun || $2 < begun) begun = $2; if ($3 > ended) ended = $3; cpu += $4 + $5 }
        $1 == "merge" { merge = $3 - $2 }
        END { printf "| %s | %.1f | %.1f | %.2f | %s | %.1f |\n", name, wall, ended - begun, cpu,
            merge ? sprintf("%.2f", merge) : "-", wall - (ended - begun) - merge }' times
    rm times
}
# seconds COMMAND...: how long it takes.
seconds() {
    local begun=$EPOCHREALTIME
    "$@" 1>&2 || fail "$* failed"
    awk -v a="$begun" -v b="$EPOCHREALTIME" 'BEGIN { print b - a }'
}
call=(tracks --airspace world.borders)
load() { cut -d ' ' -f 1 /proc/loadavg; }
echo "$(nproc) cores, load $(load) before; $fixes fixes in $files files, $(cat tracks/* | wc -c) bytes"
echo "| run | wall s | shards s | their CPU s | merge s | Slurm s |"
echo "|---|---|---|---|---|---|"
wall=$(seconds ./timed batch one --airspace world.borders -o one.csv --progress none)
row "two fixes: start and borders" "$wall"
for jobs in 1 2; do
    wall=$(seconds ./timed batch "${call[@]}" -o "threads-$jobs.csv" -j "$jobs" --progress none)
    row "one run, $jobs threads" "$wall"
done
for shards in 1 2 4; do
    wall=$(seconds "$root/tools/slurm/incursion-batch" --shards "$shards" --program ./timed --wait -- \
        "${call[@]}" -o "shards-$shards.csv")
    row "shards: $shards" "$wall"
    cmp "threads-1.csv" "shards-$shards.csv" || fail "$shards shards give other bytes"
done
echo "$(tail -n +2 threads-1.csv | wc -l) visits, $(wc -c <threads-1.csv) bytes of output, load $(load) after"
