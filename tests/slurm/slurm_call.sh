#!/usr/bin/env bash
# slurm_call.sh PROGRAM SQUARE FOLDER: what tools/slurm/incursion-batch refuses before anything is submitted, and what
# it would submit. Needs no Slurm.
set -uo pipefail
program=$1 square=$2 folder=$3
slurm_batch=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../tools/slurm" && pwd -P)/incursion-batch

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}
rm -rf "$folder" && mkdir -p "$folder/my tracks" && cd "$folder" || exit 1
printf 'time,lon,lat\n2015-11-24T07:00:00Z,10.5,0\n2015-11-24T07:00:10Z,10.6,0\n' >"my tracks/a.csv"

# refuses STATUS WORDS ARGUMENTS...: it ends so, says so, and leaves nothing.
refuses() {
    local status=$1 words=$2 got=0
    shift 2
    "$slurm_batch" "$@" 2>err.txt || got=$?
    ((got == status)) || fail "$*: status $got: $(cat err.txt)"
    grep -qF -- "$words" err.txt || fail "$*: it says: $(cat err.txt)"
    rm err.txt
    [[ $(ls) == "my tracks" ]] || fail "$*: it left: $(ls)"
}
batch=(--program "$program" --dry-run -- "my tracks" --airspace "$square" --key key)
refuses 2 'standard output' "${batch[@]}" -o -
refuses 2 'with -o OUT' "${batch[@]}"
refuses 2 '--shards N' "${batch[@]}" -o visits.csv --shard 1/4
refuses 2 '--cpus-per-task' "${batch[@]}" -o visits.csv -j 4
refuses 2 'resume OUT' "${batch[@]}" -o visits.csv --resume
refuses 2 'standard input' "${batch[@]}" -o visits.csv --files-from -
refuses 2 'standard input' "${batch[@]}" -o visits.csv -
refuses 2 'behind --' --shards 4
refuses 2 'unknown option --sharts' --sharts 4 "${batch[@]}" -o visits.csv
refuses 2 'no number of jobs' --shards 0 "${batch[@]}" -o visits.csv
refuses 2 '--shards N' --sbatch '--time=1:00:00 --array=1-9' "${batch[@]}" -o visits.csv
refuses 1 'no such folder' "${batch[@]}" -o elsewhere/visits.csv
refuses 1 'no such program' --program ./incursion "${batch[@]:2}" -o visits.csv
# What only the program knows.
refuses 2 '--legz' "${batch[@]}" -o visits.csv --legz straight
refuses 2 'visits.xyz' "${batch[@]}" -o visits.xyz
refuses 1 'none-*.csv' "${batch[@]}" 'none-*.csv' -o visits.csv
refuses 1 'no run' resume visits.csv
refuses 1 'no such run' status visits.csv

"$slurm_batch" --shards 3 --sbatch '--time=4:00:00 --mem=2G' "${batch[@]}" --where "key = 'AAA'" -o visits.csv \
    --summary=dwell.csv 2>err.txt >out.txt || fail "a dry run: $(cat err.txt)"
grep -q -- '--time=4:00:00 --mem=2G .*--array=1-3 .*visits.csv.shards/shard.sh$' out.txt ||
    fail "shards: $(cat out.txt)"
grep -q -- '--dependency=afterok:.* --kill-on-invalid-dep=yes visits.csv.shards/merge.sh$' out.txt ||
    fail "merge: $(cat out.txt)"
grep -q '^shards: 3$' visits.csv.shards/run.txt || fail "run.txt: $(cat visits.csv.shards/run.txt)"

# The jobs by hand, without Slurm, where words with spaces and quotes must have come through.
for shard in 1 2 3; do
    SLURM_ARRAY_TASK_ID=$shard bash visits.csv.shards/shard.sh 2>err.txt || fail "shard $shard: $(cat err.txt)"
done
bash visits.csv.shards/merge.sh 2>err.txt || fail "merge: $(cat err.txt)"
"$program" batch "my tracks" --airspace "$square" --key key --where "key = 'AAA'" -o whole.csv \
    --summary whole-dwell.csv 2>err.txt || fail "without shards: $(cat err.txt)"
cmp visits.csv whole.csv || fail "visits differ"
cmp dwell.csv whole-dwell.csv || fail "the summary differs"
(($(wc -l <visits.csv) == 2)) || fail "there is not one visit: $(cat visits.csv)"
[[ ! -e visits.csv.shards ]] || fail "the folder of shards is left"
"$slurm_batch" status visits.csv 2>err.txt || fail "the status of what is done: $(cat err.txt)"

# What an earlier run has left in place is not overwritten without being asked.
"$slurm_batch" "${batch[@]}" -o visits.csv 2>err.txt && fail "an output that exists is not seen"
grep -q -- '--overwrite' err.txt || fail "of an output that exists it says: $(cat err.txt)"
"$slurm_batch" "${batch[@]}" -o visits.csv --overwrite >out.txt 2>&1 || fail "--overwrite: $(cat out.txt)"
echo "done"
