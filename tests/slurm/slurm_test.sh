#!/usr/bin/env bash
# slurm_test.sh PROGRAM SQUARE FOLDER: on a real cluster of one machine, a run in four shards of which one is killed,
# one requeued, one told that its time is up and one cancelled gives the bytes of a run without shards; a broken input
# is status 3. Skipped (77) where Slurm is missing.
set -uo pipefail
program=$1 square=$2 folder=$3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source-path=SCRIPTDIR source=cluster.sh
source "$here/cluster.sh"
# shellcheck source-path=SCRIPTDIR source=../cli/batch_inputs.sh
source "$here/../cli/batch_inputs.sh"
slurm_batch=$here/../../tools/slurm/incursion-batch

missing=$(cluster_missing)
if [[ -n $missing ]]; then
    echo "skipped: $missing"
    exit 77
fi

rm -rf "$folder" && mkdir -p "$folder" && cd "$folder" || exit 1
folder=$PWD
trap cluster_stop EXIT
# Sockets' names are short; a build folder's need not be.
cluster_folder=$(mktemp -d)
trap 'cluster_stop; rm -rf "$cluster_folder"' EXIT
cluster_start "$cluster_folder" 4 || fail "the cluster does not start"

batch_inputs inputs 40 40000
call=(inputs --airspace "$square" --key key)
others() { printf '%s\n' --summary "$1/summary.csv" --tracks "$1/tracks.csv"; }
mkdir -p whole shards
mapfile -t tables < <(others whole)
"$program" batch "${call[@]}" -o whole/visits.csv "${tables[@]}" --progress none 2>/dev/null ||
    fail "the whole: status $?"

# ---- four shards, each disturbed once two of its inputs are finished ----
mapfile -t tables < <(others shards)
"$slurm_batch" --shards 4 --keep --program "$program" -- "${call[@]}" -o shards/visits.csv "${tables[@]}" ||
    fail "submitting: status $?"
run=shards/visits.csv.shards
array=$(sed -n 's/^array: //p' $run/run.txt)

has_finished() { [[ $(grep -c '"input":' "$run/shard-$1.csv.part/journal.jsonl" 2>/dev/null) -ge 2 ]]; }
disturb() {
    case $1 in
    1) kill -9 "$(pgrep -f -- "-o $run/shard-1.csv .*--shard 1/4")" ;;
    2) scontrol requeue "${array}_2" ;;
    3) scancel --batch --signal=TERM "${array}_3" ;;
    4) scancel "${array}_4" ;;
    esac || fail "shard $1 was finished before it could be disturbed"
    [[ -e $run/shard-$1.csv.part ]] || fail "shard $1 had ended when it was disturbed"
}
waiting=(1 2 3 4)
for ((try = 0; try < 3000 && ${#waiting[@]}; ++try)); do
    for i in "${!waiting[@]}"; do
        if has_finished "${waiting[i]}"; then
            disturb "${waiting[i]}"
            unset "waiting[i]"
        fi
    done
    sleep 0.02
done
((${#waiting[@]} == 0)) || fail "shards ${waiting[*]} never got so far: $(tail -n 3 $run/*.log)"
"$slurm_batch" status --once shards/visits.csv 2>status.err
status=$?
((status == 4)) || fail "a run under way has status $status: $(cat status.err)"
grep -Eq '^[0-4] of 4 shards done, [0-4] running, [0-4] waiting.*; [0-9,]+ fixes, .* visits' status.err ||
    fail "the progress line is: $(cat status.err)"

# Slurm lets two minutes pass before it starts a requeued job again, for within the second in which a job was taken away
# its node refuses to start it.
hurry() {
    local shard try
    sleep 3
    for ((try = 0; try < 600; ++try)); do
        for shard in 1 2 3; do scontrol update JobId="${array}_$shard" StartTime=now 2>/dev/null; done
        [[ -z $(squeue -h -r -j "$array" -o %i 2>/dev/null) ]] && return
        sleep 0.2
    done
    fail "requeued shards do not end: $(squeue -r) $(tail -n 3 $run/*.log)"
}
hurry
"$slurm_batch" status shards/visits.csv 2>status.err
status=$?
((status == 1)) || fail "a run with a cancelled shard has status $status: $(cat status.err)"
grep -q 'shard 4 failed' status.err || fail "it does not name the shard: $(cat status.err)"
grep -q 'incursion-batch resume shards/visits.csv' status.err || fail "it does not say what to do: $(cat status.err)"
[[ ! -e shards/visits.csv ]] || fail "there is an output without all shards"
grep -q 'killed by signal 9; requeued' $run/shard-1.log || fail "the killed shard says: $(cat $run/shard-1.log)"
grep -q 'stopped; requeued' $run/shard-3.log || fail "the shard out of time says: $(cat $run/shard-3.log)"
for shard in 1 2 3; do
    (($(tail -n 1 $run/shard-$shard.starts) >= 2)) || fail "shard $shard began anew: $(cat $run/shard-$shard.starts)"
done

"$slurm_batch" resume --wait shards/visits.csv 2>resume.err
status=$?
((status == 0)) || fail "resuming: status $status: $(cat resume.err $run/*.log)"
same whole shards
[[ -e $run/run.txt ]] || fail "--keep does not keep the folder"

# ---- an input that cannot be read ----
printf 'this is no track\n' >inputs/020.csv
rm -f inputs/020.csv.gz
mkdir -p whole3 shards3
"$program" batch "${call[@]}" -o whole3/visits.csv --progress none 2>/dev/null
(($? == 3)) || fail "the whole with a broken input is not status 3"
"$slurm_batch" --shards 3 --program "$program" --wait -- "${call[@]}" -o shards3/visits.csv 2>three.err
status=$?
((status == 3)) || fail "a broken input: status $status: $(cat three.err)"
for name in visits.csv visits.csv.run.json visits.csv.errors.csv; do
    cmp whole3/$name shards3/$name || fail "$name differs with a broken input"
done
grep -q '020.csv' shards3/visits.csv.errors.csv || fail "the broken input is not told"
[[ ! -e shards3/visits.csv.shards ]] || fail "the folder of shards is left: $(ls shards3/visits.csv.shards)"
"$slurm_batch" status shards3/visits.csv 2>/dev/null
(($? == 3)) || fail "the status of what is done is not 3"
echo "done"
