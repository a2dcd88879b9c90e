#!/bin/bash
# Tries Slurm: `trial.sh PAGES.jsonl FOLDER`. Two nodes on this machine, made and ended here; an array of 8, of which two tasks are
# killed with -9 and one node is drained while they run. Needs root and Debian's slurmctld, slurmd, slurm-client and munge.
# DECHAFF: the program, by default the build of this checkout.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
pages=$(realpath "$1")
mkdir -p "$2"
folder=$(realpath "$2")
program=${DECHAFF:-node $here/../../../dist/cli/main.js}
host=$(hostname -s)
began=$SECONDS
say() { printf '%5d s  %s\n' $((SECONDS - began)) "$*"; }

mkdir -p "$folder"/{bin,state,spool.n1,spool.n2,log}
printf '#!/bin/bash\nexec %s "$@"\n' "$program" > "$folder/bin/dechaff"
chmod +x "$folder/bin/dechaff"
export PATH="$folder/bin:$PATH" SLURM_CONF="$folder/slurm.conf"
cat > "$SLURM_CONF" <<CONF
ClusterName=trial
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=16817
SlurmUser=root
AuthInfo=socket=$folder/munge.socket
AuthType=auth/munge
CredType=cred/munge
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=2
MinJobAge=86400
SchedulerParameters=sched_interval=2,batch_sched_delay=1
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool.%n
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.%n.pid
SlurmctldLogFile=$folder/log/slurmctld
SlurmdLogFile=$folder/log/slurmd.%n
NodeName=n1 NodeHostname=$host NodeAddr=127.0.0.1 Port=16821 CPUs=2 RealMemory=8000
NodeName=n2 NodeHostname=$host NodeAddr=127.0.0.1 Port=16822 CPUs=2 RealMemory=8000
PartitionName=trial Nodes=n1,n2 Default=YES MaxTime=INFINITE State=UP
CONF

started=()
finish() {
  scancel --user=root 2>/dev/null || true
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
}
trap finish EXIT
dd if=/dev/urandom of="$folder/munge.key" bs=1 count=1024 status=none
chmod 400 "$folder/munge.key"
munged --foreground --force --key-file="$folder/munge.key" --socket="$folder/munge.socket" --pid-file="$folder/munged.pid" \
  --log-file="$folder/log/munged" --seed-file="$folder/munge.seed" 2> "$folder/log/out" & started+=($!)
while ! [ -S "$folder/munge.socket" ]; do sleep 0.2; done
slurmctld -D 2>> "$folder/log/out" & started+=($!)
slurmd -D -N n1 2>> "$folder/log/out" & started+=($!)
slurmd -D -N n2 2>> "$folder/log/out" & started+=($!)
until sinfo -h -t idle -o %D 2>/dev/null | grep -q 2; do sleep 0.5; done
say "Slurm $(slurmd -V) is up: $(sinfo -h -o '%D nodes, %T' | tr '\n' ' ')"

# a crawl of 40 files: each is a split of its own, and a task has five of them
export LIST="$folder/crawl.list" OUT="$folder/clean"
mkdir -p "$folder/crawl"
split -n l/40 -a 3 -d --additional-suffix=.jsonl "$pages" "$folder/crawl/"
printf '%s\n' "$folder"/crawl/*.jsonl > "$LIST"
dechaff run --list "$LIST" --out "$folder/whole" -q
say "one run: $(wc -l < "$LIST") entries, $(wc -l < "$folder/whole/articles.jsonl") articles"

job=$(sbatch --parsable --export=ALL --cpus-per-task=1 --mem=1500 --output="$folder/log/task.%a" "$here/clean.sbatch")
merge=$(sbatch --parsable --export=ALL --mem=1500 --dependency=afterok:"$job" --output="$folder/log/merge" --wrap "dechaff merge $OUT")
# the command of one task of the array, once it has finished a shard
command_of() {
  local pid
  # processes end while one looks: that is no error here
  for pid in $(grep -slz "^SLURM_ARRAY_TASK_ID=$1\$" /proc/[0-9]*/environ | cut -d/ -f3 || true); do
    if { tr '\0' ' ' < "/proc/$pid/cmdline" | grep -q '^[^ ]*node [^ ]*main.js run'; } 2>/dev/null; then
      echo "$pid"
      return
    fi
  done
}
for task in 1 2; do
  until pid=$(command_of $task) && [ -n "$pid" ] && [ -n "$(ls "$OUT/.dechaff/shards" 2>/dev/null)" ]; do
    squeue -h -j "${job}_$task" -t PENDING,RUNNING | grep -q . || { say "task $task ended before it was killed"; exit 1; }
    sleep 0.2
  done
  kill -9 "$pid" && say "task $task killed with -9"
done
scontrol update nodename=n2 state=drain reason=trial
say "n2 is drained: $(sinfo -h -N -o '%N %T' | tr '\n' ' ')"
while squeue -h -j "$job" | grep -q .; do sleep 1; done
while squeue -h -j "$merge" | grep -q .; do sleep 1; done
scontrol show job "$job" | grep -oE 'ArrayTaskId=[0-9]+|JobState=\w+|Restarts=[0-9]+|BatchHost=\w+' | paste -sd' ' | sed 's/ArrayTaskId/\n  task/g'
cat "$folder/log/merge"
for file in articles.jsonl rejected.jsonl failed.jsonl report.json; do cmp "$folder/whole/$file" "$OUT/$file"; done
say "the bytes are those of one run"
