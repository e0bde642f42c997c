# Sourced by incursion-batch: the folder of a run, and what is submitted of it.
# shellcheck shell=bash disable=SC2154

say() { printf '==> %s\n' "$*" >&2; }
fail() {
    printf 'incursion-batch: %s\n' "$*" >&2
    exit 1
}
wrong_call() {
    printf 'incursion-batch: %s\n' "$*" >&2
    exit 2
}

folder_of() { printf '%s.shards' "$1"; }

# ending_of FILE: from the first dot of its name on: .csv, .csv.gz.
ending_of() {
    local name=${1##*/}
    [[ $name != ?*.* ]] || printf '.%s' "${name#?*.}"
}

# noted FOLDER NAME: the values of that name in run.txt, one a line.
noted() { sed -n "s/^$2: //p" "$1/run.txt"; }

# ids_of FOLDER: of all its jobs, for people.
ids_of() { { noted "$1" array; noted "$1" merge; } | tr '\n' ' ' | sed 's/ $//'; }

# quoted NAME VALUES...: a line of a script that sets an array.
quoted() {
    local name=$1
    shift
    printf '%s=(' "$name"
    (($# == 0)) || printf ' %q' "$@"
    printf ' )\n'
}

# write_folder: the jobs, each a script that needs nothing else, and run.txt.
write_folder() {
    local folder values
    folder=$(folder_of "$output")
    mkdir -p "$folder"
    values=$(
        printf 'program=%q\nshards=%q\nfolder=%q\nending=%q\n' "$program" "$shards" "$folder" "$(ending_of "$output")"
    )
    {
        printf '#!/usr/bin/env bash\n%s\n' "$values"
        quoted call "${call[@]}" "${format[@]}"
        quoted tables "${tables[@]}"
        cat "$here/shard-job.sh"
    } >"$folder/shard.sh"
    {
        printf '#!/usr/bin/env bash\n%s\noutput=%q\nkeep=%q\n' "$values" "$output" "$keep"
        quoted options "${merge_options[@]}"
        cat "$here/merge-job.sh"
    } >"$folder/merge.sh"
    {
        printf 'output: %s\nworking folder: %s\nprogram: %s\n' "$output" "$PWD" "$program"
        printf 'shards: %s\nending: %s\nsbatch: %s\n' "$shards" "$(ending_of "$output")" "$sbatch_words"
    } >"$folder/run.txt"
}

# sbatch_command array TASKS | merge DEPENDENCY: its words, one a line. Of `output`, `sbatch_words`, `work`.
sbatch_command() {
    local folder
    folder=$(folder_of "$output")
    local words=() own
    read -ra own <<<"$sbatch_words"
    words=(sbatch --parsable --requeue --open-mode=append --chdir="${work:-$PWD}" "${own[@]}")
    if [[ $1 == array ]]; then
        # Half a minute before its time is up a shard is told, stops, and is requeued.
        words+=(--signal=B:TERM@30 --job-name=incursion-batch --array="$2"
            --output="$folder/shard-%a.log" "$folder/shard.sh")
    else
        words+=(--ntasks=1 --cpus-per-task=1 --job-name=incursion-merge --output="$folder/merge.log")
        [[ -z $2 ]] || words+=(--dependency="$2" --kill-on-invalid-dep=yes)
        words+=("$folder/merge.sh")
    fi
    printf '%s\n' "${words[@]}"
}

# submit TASKS DEPENDENCY: an array of those tasks ("1-8", "2,5"; none where empty) and a merge that waits for it, and
# for DEPENDENCY ("afterok:12_3") as well.
submit() {
    local folder tasks=$1 dependency=$2 words array merge
    folder=$(folder_of "$output")
    if [[ -n $tasks ]]; then
        mapfile -t words < <(sbatch_command array "$tasks")
        array=$("${words[@]}") || fail "Slurm does not take the shards; $folder is left for a look"
        array=${array%%;*} # a cluster's name may follow
        printf 'array: %s\n' "$array" >>"$folder/run.txt"
        dependency=${dependency:+$dependency,}afterok:$array
    fi
    mapfile -t words < <(sbatch_command merge "$dependency")
    if ! merge=$("${words[@]}"); then
        [[ -z ${array:-} ]] || scancel "$array" || true
        fail "Slurm does not take the merge; $folder is left for a look"
    fi
    merge=${merge%%;*}
    printf 'merge: %s\n' "$merge" >>"$folder/run.txt"
    say "submitted ${array:+shards $tasks as job $array, }merge as job $merge; all of it in $folder"
}

# resume_run OUT: whatever is neither done nor in Slurm's hands is submitted again.
resume_run() {
    local folder tasks='' dependency='' shard merge
    folder=$(folder_of "$1")
    [[ -e $folder/run.txt ]] || fail "$folder: no run is kept here; there is nothing to resume"
    output=$(noted "$folder" output)
    work=$(noted "$folder" 'working folder')
    sbatch_words=$(noted "$folder" sbatch)
    cd "$work" || fail "$work: where the run was begun is gone"
    look "$(folder_of "$output")" || fail "Slurm does not answer; nothing is submitted"
    folder=$(folder_of "$output")
    [[ $merge_state != active || -n ${failed_shards[*]} ]] ||
        fail "nothing has failed: the run is under way; look with: incursion-batch status $1"
    for shard in "${failed_shards[@]}"; do tasks+=${tasks:+,}$shard; done
    for shard in "${!task_of[@]}"; do dependency+=${dependency:+,}afterok:${task_of[$shard]}; done
    for merge in $(noted "$folder" merge); do scancel --quiet "$merge" 2>/dev/null || true; done
    for shard in "${failed_shards[@]}"; do rm -f "$folder/shard-$shard."{status,starts}; done
    rm -f "$folder/merge.status"
    submit "$tasks" "$dependency"
}
