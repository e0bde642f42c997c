# shellcheck shell=bash
# Sourced by what needs a cluster: one machine as controller and only node, all in a folder of its own, with its own
# ports, key and sockets, so that a cluster which runs here already is not touched. Needs root, as slurmd does.
#
#   cluster_missing           what hinders, one line; nothing where a cluster can be started
#   cluster_start FOLDER CPUS starts it and waits until it takes jobs; SLURM_CONF is set for sbatch and the like
#   cluster_stop              ends its jobs and its three programs

cluster_missing() {
    local program
    for program in munged slurmctld slurmd sbatch squeue scontrol scancel; do
        command -v "$program" >/dev/null || { echo "$program is not installed (tools/setup --slurm)"; return; }
    done
    ((EUID == 0)) || echo "slurmd needs root"
}

# free_port: one that nobody listens on.
free_port() {
    local port
    while :; do
        port=$((20000 + RANDOM % 20000))
        (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
    done
}

cluster_config() {
    local controller node
    controller=$(free_port)
    node=$(free_port)
    cat <<END
ClusterName=incursion-test
SlurmctldHost=$(hostname -s)(127.0.0.1)
SlurmctldPort=$controller
SlurmdPort=$node
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$cluster/munge/socket
CredType=cred/munge
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerType=sched/backfill
SchedulerParameters=batch_sched_delay=0,sched_interval=1,sched_min_interval=1
StateSaveLocation=$cluster/state
SlurmdSpoolDir=$cluster/spool
SlurmctldPidFile=$cluster/slurmctld.pid
SlurmdPidFile=$cluster/slurmd.pid
SlurmctldLogFile=$cluster/slurmctld.log
SlurmdLogFile=$cluster/slurmd.log
MpiDefault=none
SwitchType=switch/none
JobCompType=jobcomp/none
AccountingStorageType=accounting_storage/none
JobAcctGatherType=jobacct_gather/none
MailProg=/bin/true
SlurmdParameters=config_overrides
ReturnToService=2
KillWait=2
MinJobAge=300
PlugStackConfig=$cluster/plugstack.conf
NodeName=$(hostname -s) NodeAddr=127.0.0.1 CPUs=$cpus State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
END
}

cluster_start() {
    cluster=$1
    local cpus=$2
    mkdir -p "$cluster/munge" "$cluster/state" "$cluster/spool"
    chmod 755 "$cluster" "$cluster/munge"
    : >"$cluster/plugstack.conf"
    head -c 1024 /dev/urandom >"$cluster/munge/key"
    chmod 600 "$cluster/munge/key"
    munged --force --key-file="$cluster/munge/key" --socket="$cluster/munge/socket" \
        --pid-file="$cluster/munged.pid" --log-file="$cluster/munge/log" --seed-file="$cluster/munge/seed" \
        2>"$cluster/munged.err" || { cat "$cluster/munged.err" >&2; return 1; }
    export SLURM_CONF=$cluster/slurm.conf
    cluster_config >"$SLURM_CONF"
    slurmctld -c 2>"$cluster/slurmctld.err" || { cat "$cluster/slurmctld.err" >&2; return 1; }
    slurmd -c 2>"$cluster/slurmd.err" || { cat "$cluster/slurmd.err" >&2; return 1; }
    local try
    for ((try = 0; try < 300; ++try)); do
        [[ $(sinfo -h -o %T 2>/dev/null) == idle ]] && return
        sleep 0.1
    done
    tail -n 5 "$cluster/slurmctld.log" "$cluster/slurmd.log" >&2
    return 1
}

cluster_stop() {
    local program pid try
    [[ -n ${cluster:-} ]] || return 0
    scancel --quiet --full --signal=KILL --user="$(id -un)" 2>/dev/null
    scancel --quiet --user="$(id -un)" 2>/dev/null
    for ((try = 0; try < 50; ++try)); do
        [[ -z $(squeue -h 2>/dev/null) ]] && break
        sleep 0.1
    done
    for program in slurmd slurmctld munged; do
        pid=$(cat "$cluster/$program.pid" 2>/dev/null) && kill "$pid" 2>/dev/null &&
            for ((try = 0; try < 100; ++try)); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
    done
}
