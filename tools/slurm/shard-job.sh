# The job of one shard: started by Slurm once for every shard, and again whenever one was requeued. incursion-batch
# writes the values it needs in front: program, call, shards, folder, ending, tables. What it leaves in the folder:
#   shard-K.status   the program's last exit status; 0 and 3 are final
#   shard-K.starts   a line for each start: how many inputs were finished by then
# shellcheck shell=bash disable=SC2154
set -uo pipefail
shard=$SLURM_ARRAY_TASK_ID
output=$folder/shard-$shard$ending
journal=$output.part/journal.jsonl

say() { printf 'incursion-batch: shard %s: %s\n' "$shard" "$*" >&2; }

# kept NAME: a number of each finished input, summed, from the journal of a run that was stopped.
kept() {
    [[ -e $journal ]] || { echo 0; return; }
    awk -v name="\"$1\":" '{ at = index($0, name); if (at) sum += substr($0, at + length(name)) }
        END { printf "%.0f\n", sum }' "$journal"
}
finished_inputs() {
    [[ -e $journal ]] || { echo 0; return; }
    awk '/"input":/ { ++count } END { print count + 0 }' "$journal"
}

# is_stuck: three starts one behind the other have not finished one input.
is_stuck() {
    awk -v now="$(finished_inputs)" '{ at[NR] = $1 } END { exit !(NR > 2 && at[NR - 2] == now) }' \
        "$folder/shard-$shard.starts"
}

# give_up STATUS WORDS...
give_up() {
    local status=$1
    shift
    say "$*"
    printf '%s\n' "$status" >"$folder/shard-$shard.status"
    exit "$status"
}

# The program does not count what was finished before it was started; the progress line does.
printf '{"before": {"inputs": %d, "fixes": %s, "visits": %s}}\n' "$(finished_inputs)" "$(kept fixes)" \
    "$(kept visits)" >&2
finished_inputs >>"$folder/shard-$shard.starts"

options=(-o "$output")
for table in "${tables[@]}"; do
    options+=("--${table%%=*}" "$folder/${table%%=*}-$shard${table#*=}")
done
"$program" batch "${call[@]}" "${options[@]}" --shard "$shard/$shards" --resume --progress json \
    -j "${SLURM_CPUS_PER_TASK:-${SLURM_CPUS_ON_NODE:-1}}" &
child=$!
# A shell waits on when it has heard of a signal, but says then that the wait failed.
asked=
trap 'asked=yes; kill -TERM "$child" 2>/dev/null' TERM INT
wait "$child"
status=$?
if [[ -n $asked ]]; then
    while kill -0 "$child" 2>/dev/null; do wait "$child"; done
    wait "$child"
    status=$?
fi
trap - TERM INT

case $status in
0 | 3)
    printf '%s\n' "$status" >"$folder/shard-$shard.status"
    exit 0 # The merge waits for shards that did not fail, and tells of inputs that did.
    ;;
4) why="was stopped" ;;
*)
    ((status > 128)) || give_up "$status" "failed with status $status; what is wrong stands above"
    why="was killed by signal $((status - 128))"
    ;;
esac
# A job that is ended or requeued by Slurm, or cancelled by someone, is not running any more.
state=$(squeue -h -j "$SLURM_JOB_ID" -o %T 2>/dev/null)
[[ $state == RUNNING ]] || exit "$status"
is_stuck && give_up 1 "$why again before it had finished one input; give it more time or memory, or smaller inputs"
say "$why; requeued, it goes on behind the $(finished_inputs) inputs it has finished"
scontrol requeue "${SLURM_ARRAY_JOB_ID}_$shard" || give_up 1 "$why and cannot be requeued here"
sleep 300 # until Slurm takes the job away
