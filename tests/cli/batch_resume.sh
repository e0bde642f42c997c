#!/usr/bin/env bash
# batch_resume.sh PROGRAM SQUARE FOLDER: a batch run that is killed, interrupted, out of disk, cut into shards or run on
# one thread gives, once it is gone on with, the bytes of an undisturbed run.
set -uo pipefail
program=$1 square=$2 folder=$3
# shellcheck source-path=SCRIPTDIR source=batch_inputs.sh
source "$(dirname "${BASH_SOURCE[0]}")/batch_inputs.sh"
rm -rf "$folder" && mkdir -p "$folder" && cd "$folder" || exit 1
batch_inputs inputs 12 9000
for copy in 1 2 3 4 5 6; do
    cp -r inputs "copy$copy"
done
for copy in 1 2 3 4 5 6; do
    mv "copy$copy" inputs/
done

# batch OUTPUT [OPTIONS]
batch() {
    local output=$1
    mkdir -p "$output"
    shift
    "$program" batch inputs --airspace "$square" --key key -o "$output/visits.csv" --summary "$output/summary.csv" \
        --tracks "$output/tracks.csv" --progress none "$@"
}

batch whole -j 2 2>whole.err || fail "the undisturbed run: status $?: $(cat whole.err)"
(($(wc -l <whole/visits.csv) > 500)) || fail "there are few visits: $(wc -l <whole/visits.csv)"
grep -q 'rows with a bad number' whole.err || fail "dropped rows are not told: $(cat whole.err)"

batch one -j 1 2>/dev/null || fail "one thread: status $?"
same whole one

# ---- standard input, whose tracks take turns ----
for from in - inputs/003.csv; do
    "$program" batch "$from" --airspace "$square" --key key -q <inputs/003.csv | sed 's/,[^,]*$//' >"from_${from//\//_}" ||
        fail "standard input: status $?"
done
cmp from_- from_inputs_003.csv || fail "standard input gives something else than the file"
(($(wc -l <from_-) > 50)) || fail "there are few visits: $(wc -l <from_-)"

# ---- kill -9 at random moments ----
RANDOM=20151124
kills=0
for round in 1 2 3 4 5 6 7 8; do
    for ((attempt = 0; attempt < 6; ++attempt)); do
        mkdir -p "killed$round"
        batch "killed$round" --resume -j 2 2>/dev/null &
        job=$!
        sleep "0.$(printf '%03d' $((RANDOM % 400)))"
        # The shell function runs in a shell of its own; the program is its child.
        pkill -9 -P "$job" 2>/dev/null && ((++kills))
        wait "$job" 2>/dev/null
        [[ -e killed$round/visits.csv && ! -e killed$round/visits.csv.part ]] && break
        [[ ! -e killed$round/visits.csv || -e killed$round/visits.csv.part ]] || fail "an output without a state"
    done
    batch "killed$round" --resume 2>killed.err || fail "going on after kill -9: status $?: $(cat killed.err)"
    same whole "killed$round"
done
echo "killed $kills times"
((kills > 8)) || fail "only $kills kills: nothing was shown"

# ---- Ctrl-C ----
mkdir -p stopped
for ((attempt = 0; attempt < 50; ++attempt)); do
    rm -rf stopped && mkdir stopped
    env --default-signal=INT "$program" batch inputs --airspace "$square" --key key -o stopped/visits.csv \
        --summary stopped/summary.csv --tracks stopped/tracks.csv --progress none 2>stopped.err &
    job=$!
    while kill -0 "$job" 2>/dev/null && [[ $(grep -c . stopped/visits.csv.part/journal.jsonl 2>/dev/null) -lt 3 ]]; do
        sleep 0.01
    done
    kill -INT "$job" 2>/dev/null
    wait "$job"
    status=$?
    ((status == 4)) && break
done
((status == 4)) || fail "Ctrl-C: status $status: $(cat stopped.err)"
grep -q -- --resume stopped.err || fail "it does not say how to go on: $(cat stopped.err)"
[[ ! -e stopped/visits.csv ]] || fail "Ctrl-C left an output"
batch stopped 2>stopped.err && fail "an unfinished run was begun over without being asked"
batch stopped --resume 2>/dev/null || fail "going on after Ctrl-C: status $?"
same whole stopped
batch stopped --resume 2>/dev/null || fail "a finished run is no failure when it is gone on with"

# ---- a full disk, as the limit of a file's size ----
mkdir -p full
(
    trap '' XFSZ
    ulimit -f 24
    batch full 2>full.err
)
status=$?
((status == 1)) || fail "a full disk: status $status: $(cat full.err)"
[[ ! -e full/visits.csv ]] || fail "a full disk left an output"
batch full --resume 2>/dev/null || fail "going on after a full disk: status $?"
same whole full

# ---- shards ----
for shard in 1 2 3; do
    mkdir -p "shard$shard"
    batch "shard$shard" --shard "$shard/3" 2>/dev/null || fail "shard $shard: status $?"
done
mkdir -p merged
"$program" merge shard3/visits.csv shard1/visits.csv shard2/visits.csv -o merged/visits.csv \
    --summary merged/summary.csv --tracks merged/tracks.csv 2>/dev/null || fail "merge: status $?"
same whole merged
"$program" merge shard1/visits.csv shard3/visits.csv -o two.csv 2>two.err && fail "a missing shard was not missed"
grep -q 'exactly 1 to 3 are needed' two.err || fail "of a missing shard it says: $(cat two.err)"

# ---- another run's state ----
mkdir -p other
env --default-signal=INT "$program" batch inputs --airspace "$square" --key key -o other/visits.csv 2>/dev/null &
sleep 0.1
kill -9 $! 2>/dev/null
wait $! 2>/dev/null
if [[ -e other/visits.csv.part/journal.jsonl ]]; then
    "$program" batch inputs --airspace "$square" --key key --legs straight -o other/visits.csv --resume 2>other.err &&
        fail "a state was gone on with by another run"
    grep -q "this call has 'legs: straight'" other.err || fail "of another run's state it says: $(cat other.err)"
    "$program" batch inputs --airspace "$square" --key key --shard 1/2 -o other/visits.csv --resume 2>other.err &&
        fail "a state was gone on with by a shard"
    "$program" batch inputs --airspace "$square" --key key --legs straight -o other/visits.csv --overwrite 2>/dev/null ||
        fail "--overwrite does not begin anew"
fi
echo "done"
