# Sourced by incursion-batch: how far a run is, from Slurm's queue and from what its jobs have left in its folder.
# shellcheck shell=bash disable=SC2034,SC2154

# queue_of ID: its tasks, "12_3 RUNNING" a line; none where Slurm has forgotten it. False where Slurm does not answer.
queue_of() {
    local said
    said=$(squeue -h -r -j "$1" -o '%i %T' 2>&1) || [[ $said == *"Invalid job id"* ]] || return
    [[ $said == *"Invalid job id"* ]] || printf '%s' "$said"
}

# look FOLDER: sets failed_shards, task_of (of shards in Slurm's hands), running_shards, done_shards (numbers), pending,
# and merge_state: active, ended or none. False where Slurm does not answer.
look() {
    local folder=$1 id task state shard shards ending queue=''
    shards=$(noted "$folder" shards)
    ending=$(noted "$folder" ending)
    task_of=() running_shards=() done_shards=() failed_shards=() pending=0 merge_state=none
    for id in $(noted "$folder" array) $(noted "$folder" merge); do
        queue+=$(queue_of "$id")$'\n' || return
    done
    local merge_ids
    merge_ids=" $(noted "$folder" merge | tr '\n' ' ')"
    declare -A state_of=()
    while read -r task state; do
        if [[ $merge_ids == *" $task "* ]]; then
            merge_state=active
        elif [[ -n $task ]]; then
            task_of[${task#*_}]=$task
            state_of[${task#*_}]=$state
        fi
    done <<<"$queue"
    [[ ! -e $folder/merge.status ]] || merge_state=ended
    for ((shard = 1; shard <= shards; ++shard)); do
        if [[ -e $folder/shard-$shard$ending && $(cat "$folder/shard-$shard.status" 2>/dev/null) == [03] ]]; then
            done_shards+=("$shard")
            unset "task_of[$shard]"
        elif [[ ${state_of[$shard]:-} == PENDING ]]; then
            ((++pending))
        elif [[ -n ${state_of[$shard]:-} ]]; then
            running_shards+=("$shard")
        else
            failed_shards+=("$shard")
        fi
    done
}

# numbers FOLDER ENDING: what each shard has come to, a line each:
# "done|running FIXES VISITS FIXES_PER_S BYTES BYTES_OF LEFT_S".
numbers() {
    local folder=$1 ending=$2 shard
    for shard in "${done_shards[@]}"; do
        sed -n 's/^  "\(fixes\|visits\)": \([0-9]*\),*$/\1 \2/p' "$folder/shard-$shard$ending.run.json" 2>/dev/null |
            awk '{ of[$1] = $2 } END { print "done", of["fixes"] + 0, of["visits"] + 0, 0, 0, 0, 0 }'
    done
    for shard in "${running_shards[@]}"; do
        grep -E '^\{"(before|inputs)"' "$folder/shard-$shard.log" 2>/dev/null | awk '
            function of(name) {
                return match($0, "\"" name "\": [0-9]+") ? substr($0, RSTART + length(name) + 4) + 0 : 0
            }
            /^\{"before"/ { fixes_before = of("fixes"); visits_before = of("visits")
                fixes = visits = rate = bytes = left = 0 }
            /^\{"inputs"/ { fixes = of("fixes"); visits = of("visits"); rate = of("fixes_per_s"); bytes = of("bytes")
                bytes_of = of("bytes_of"); left = of("left_s") }
            END { printf "running %.0f %.0f %.0f %.0f %.0f %.0f\n", fixes_before + fixes, visits_before + visits, rate,
                bytes, bytes_of, left }'
    done
}

# progress_line FOLDER SHARDS ENDING: of what look() has found. The folder may go at any moment, when all is joined.
progress_line() {
    local folder=$1 shards=$2 ending=$3
    { numbers "$folder" "$ending" || true; } | awk -v shards="$shards" -v done="${#done_shards[@]}" \
        -v running="${#running_shards[@]}" -v pending="$pending" -v failed="${#failed_shards[@]}" \
        -v merge="$merge_state" '
        function grouped(number, text) {
            text = sprintf("%.0f", number)
            while (match(text, /^[0-9]+[0-9][0-9][0-9]($|,)/)) {
                match(text, /^[0-9]+/)
                text = substr(text, 1, RLENGTH - 3) "," substr(text, RLENGTH - 2)
            }
            return text
        }
        { fixes += $2; visits += $3; rate += $4 }
        # The bytes of a shard that waits are those of the others, which have all about as many.
        $1 == "running" && $6 > $5 {
            ++known
            bytes_of += $6
            left_bytes += $6 - $5
            if ($7 > 0) byte_rate += ($6 - $5) / $7
            if ($7 > longest) longest = $7
        }
        END {
            line = sprintf("%d of %d shards done, %d running, %d waiting", done, shards, running, pending)
            if (failed) line = line sprintf(", %d failed", failed)
            line = line "; " grouped(fixes) " fixes"
            if (running) line = line ", " grouped(rate) " a second"
            line = line ", " grouped(visits) " visits"
            if (byte_rate > 0) {
                left = (left_bytes + pending * bytes_of / known) / byte_rate
                if (left < longest) left = longest
                line = line sprintf(", %d:%02d:%02d left", left / 3600, left / 60 % 60, left % 60)
            }
            if (done == shards && merge == "active") line = line "; they are being joined"
            print line
        }'
}

# last_word FILE: the last line that says something.
last_word() { grep -vE '^\{|^$' "$1" 2>/dev/null | tail -n 1; }

# end_of OUT: says how a run ended that is over, and returns its exit status.
end_of() {
    local output=$1 folder shard failed log
    folder=$(folder_of "$output")
    if [[ ! -e $folder/run.txt || $(cat "$folder/merge.status" 2>/dev/null) == [03] ]]; then
        [[ -e $output.run.json ]] || fail "$output: there is no such run"
        failed=$(sed -n 's/.*"failed": \([0-9]*\).*/\1/p' "$output.run.json")
        say "$output: done$( ((failed == 0)) || echo "; $failed inputs could not be read: $output.errors.csv")"
        ((failed == 0)) && return 0
        return 3
    fi
    for shard in "${failed_shards[@]:0:5}"; do
        log=$folder/shard-$shard.log
        say "shard $shard failed: $(last_word "$log") ($log)"
    done
    ((${#failed_shards[@]} <= 5)) || say "and $((${#failed_shards[@]} - 5)) more shards"
    log=$folder/merge.log
    ((${#failed_shards[@]})) || say "the shards are done but not joined: $(last_word "$log") ($log)"
    say "go on with: incursion-batch resume $output"
    return 1
}

# is_over: nothing of what look() has seen is in Slurm's hands any more.
is_over() {
    ((pending == 0 && ${#running_shards[@]} == 0)) && [[ ${#failed_shards[@]} -gt 0 || $merge_state != active ]]
}

# watch_run OUT ONCE: the progress line until the run ends, and then the exit status of the whole.
watch_run() {
    local output=$1 once=$2 folder line before='' over=0 pause=1 shards='' ending='' try
    folder=$(folder_of "$output")
    if [[ -e $folder/run.txt ]]; then
        shards=$(noted "$folder" shards) || true
        ending=$(noted "$folder" ending) || true
    fi
    trap 'printf "\n" >&2; say "the jobs go on; look with: incursion-batch status $output"; exit 4' INT
    while [[ -e $folder/run.txt ]]; do
        if ! look "$folder" 2>/dev/null; then
            [[ -e $folder/run.txt ]] || break
            line="Slurm does not answer"
            over=0
        elif is_over; then
            # What a node has written may be a moment late on a shared disk.
            ((++over))
            [[ $over -lt 3 && $merge_state != ended ]] || break
            sleep 1
            continue
        else
            over=0
            line=$(progress_line "$folder" "$shards" "$ending")
            [[ -e $folder/run.txt ]] || break
        fi
        show_line
        [[ $once == no ]] || exit 4
        sleep "$pause"
        ((pause == 5)) || ((++pause))
    done
    [[ ! -t 2 || -z $before ]] || printf '\n' >&2
    # The merge takes the rest of the folder away.
    for ((try = 0; try < 5; ++try)); do
        [[ -e $folder && ! -e $folder/run.txt ]] || break
        sleep 1
    done
    end_of "$output"
}

# show_line: in place on a terminal; elsewhere where it has changed.
show_line() {
    if [[ -t 2 ]]; then
        printf '\r\033[K%s' "${line:0:$(($(tput cols 2>/dev/null || echo 80) - 1))}" >&2
    elif [[ $line != "$before" ]]; then
        printf '%s\n' "$line" >&2
    fi
    before=$line
}
