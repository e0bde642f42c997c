# The job that joins the shards when all of them are done. incursion-batch writes the values it needs in front: program,
# shards, folder, ending, output, options, keep.
# shellcheck shell=bash disable=SC2154
set -uo pipefail
parts=()
for ((shard = 1; shard <= shards; ++shard)); do parts+=("$folder/shard-$shard$ending"); done

# Where an earlier merge was cut off, what stands there is its own.
[[ -e $folder/merge.begun ]] && options+=(--overwrite)
: >"$folder/merge.begun"
"$program" merge "${parts[@]}" -o "$output" "${options[@]}"
status=$?
printf '%s\n' "$status" >"$folder/merge.status"
if ((status == 0 || status == 3)) && [[ -z $keep ]]; then
    rm -f "$folder/run.txt" # first: without it the run is over, whoever looks on
    rm -rf "$folder"
fi
exit "$status"
