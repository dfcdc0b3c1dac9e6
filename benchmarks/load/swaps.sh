#!/usr/bin/env bash
# Measures what swaps of models cost those who wait, and whether anything stays of what was swapped away:
#   benchmarks/load/swaps.sh [--rate 100] [--seconds 40] [--rounds 5] [--swaps 200] [--most 1.5] [--heap 32] [--threads 8]
# Starts a throw-away service with the starter world and trains the recommender and the gap values twice more. Then it loads POST
# /api/v1/recommendations/generate turn by turn without swaps and with them, through the REST API: the recommender goes round its
# three versions, so that each has to be read and tried; every fifth time it goes back by a rollback, which waits for nothing; and every
# fifth time the gap values are swapped too. A swap counts when the new version was seen to answer. Prints the 99th percentile of
# every round and the ratio of the medians, and live objects after a garbage collection, threads and loaded classes before and after.
# Ends with 1 when the ratio is above --most, a request failed, there were fewer than --swaps, live objects grew by more than
# --heap MiB or threads by more than --threads. The local cache is 8 MiB, so that it is full before the measuring begins.
set -euo pipefail
rate=100 seconds=40 rounds=5 swaps=200 most=1.5 heap=32 threads=8
while [ $# -gt 0 ]; do
  case "$1" in
    --rate) rate="$2" ;;
    --seconds) seconds="$2" ;;
    --rounds) rounds="$2" ;;
    --swaps) swaps="$2" ;;
    --most) most="$2" ;;
    --heap) heap="$2" ;;
    --threads) threads="$2" ;;
    *) echo "swaps: unknown option $1" >&2; exit 2 ;;
  esac
  shift 2
done
export CACHE_LOCAL_MIB=8
# shellcheck source=service.sh
. "$(dirname "${BASH_SOURCE[0]}")/service.sh"
jcmd="$(dirname "$(readlink -f "$(command -v "$java")")")/jcmd"
ended() { [[ ! "$(api GET "/api/v1/models/retrain/$1")" =~ '"state":"'(queued|running)'","models"' ]]; }
for seed in 7 8; do
  echo "training with seed $seed" >&2
  ordered="$(job "{\"models\":[\"recommender\",\"gap-values\"],\"parameters\":{\"seed\":$seed},\"promote\":\"never\"}")"
  [ -n "$ordered" ] || fail "no training was ordered"
  await 900 "the training with seed $seed did not end" ended "$ordered"
done
folders() { (cd "$MODEL_PATH/$1" && ls -d 2*); }
mapfile -t recommenders < <(folders recommender)
mapfile -t gaps < <(folders gap-values)
[ "${#recommenders[@]}" -ge 3 ] && [ "${#gaps[@]}" -ge 3 ] || fail "there are not three versions: ${recommenders[*]} ${gaps[*]}"

answering() {
  curl -sS "$base/api/v1/recommendations/generate" -H 'content-type: application/json' \
    -d '{"user_context":{"tenant_id":"default","user_id":"starter-00042"}}' | sed -n 's/.*"model_version":"\([^"]*\)".*/\1/p'
}
promote() { api POST "/api/v1/models/$1/promote" "{\"version\":\"$2\",\"force\":true}" > "$dir/answer"; }
swap_on() { # swaps evenly until it is killed; one line for each swap that was seen: its number and how long it took
  local pace n next begin now earlier left
  pace="$(awk -v s="$seconds" -v r="$rounds" -v n="$swaps" 'BEGIN { printf "%d", 1000 * s * r / n * 0.9 }')"
  now="$(answering)" earlier=""
  for ((n = 1; ; n++)); do
    begin="$(date +%s%3N)"
    if [ $((n % 5)) -eq 0 ]; then
      next="$earlier"
      api POST /api/v1/models/recommender/rollback '{}' > "$dir/answer"
    else
      for next in "${recommenders[@]:0:3}"; do [ "$next" = "$now" ] || [ "$next" = "$earlier" ] || break; done
      promote recommender "$next"
    fi
    sleep 0.1 # seldom, here and below: what the shell starts takes processor time, too
    until [ "$(answering)" = "$next" ]; do sleep 0.1; done
    echo "$(($(date +%s%3N) - begin))" >> "$dir/swaps"
    [ $((n % 5)) -ne 2 ] || promote gap-values "${gaps[$((n / 5 % 3))]}"
    earlier="$now" now="$next"
    left=$((begin + pace - $(date +%s%3N)))
    [ "$left" -le 0 ] || sleep "$((left / 1000)).$(printf %03d $((left % 1000)))"
  done
}
# Of live objects, in MiB; live threads; loaded classes; versions of the recommender and of the gap values in memory.
footprint() {
  "$jcmd" "$service" GC.run > /dev/null
  sleep 1
  "$jcmd" "$service" GC.class_histogram > "$dir/histogram"
  "$jcmd" "$service" PerfCounter.print > "$dir/counters"
  awk -v cls="$(counter java.cls.loadedClasses)" -v gone="$(counter java.cls.unloadedClasses)" -v live="$(counter java.threads.live)" '
    $4 ~ /TrainedRecommender$/ { r = $2 } $4 ~ /TrainedGapModels$/ { g = $2 } $1 == "Total" { m = $3 / 1048576 }
    END { printf "%.1f %d %d %d %d\n", m, live, cls - gone, r, g }' "$dir/histogram"
}
counter() { sed -n "s/^$1=//p" "$dir/counters"; }
tell() { echo "$1: live objects $2 MiB, $3 threads, $4 classes, $5 recommenders and $6 gap values in memory"; }

echo "warming up, $rate requests/s, with swaps at last" >&2
load 20 warm
swap_on & beside=$!
load 20 warm
rest
sleep 2
rm -f "$dir/swaps"
read -r -a before < <(footprint)
tell before "${before[@]}"
for round in $(seq "$rounds"); do
  load "$seconds" "quiet$round"
  swap_on & beside=$!
  load "$seconds" "busy$round"
  rest
  echo "round $round: p99 $(percentile p99 "quiet$round") ms without, $(percentile p99 "busy$round") ms with swaps, $(wc -l < "$dir/swaps") of them so far; load average $(cut -d' ' -f1 /proc/loadavg)"
  sleep 2
done
read -r -a after < <(footprint)
tell after "${after[@]}"
took="$(sort -n "$dir/swaps" | awk '{ v[NR] = $1 } END { print NR, v[int((NR + 1) / 2)] }')"
awk -v a="$(middle p99 quiet)" -v b="$(middle p99 busy)" -v most="$most" -v n="${took% *}" -v least="$swaps" -v took="${took#* }" \
  -v errors="$(errors quiet busy)" -v grew="$(awk "BEGIN { print ${after[0]} - ${before[0]} }")" -v heap="$heap" -v more="$((after[1] - before[1]))" -v threads="$threads" 'BEGIN {
  printf "medians: %.2f ms without, %.2f ms with swaps, ratio %.2f (at most %.2f)\n", a, b, b / a, most
  printf "%d swaps (at least %d), half of them served within %d ms; %d errors (none allowed)\n", n, least, took, errors
  printf "live objects %+.1f MiB (at most %d), threads %+d (at most %d)\n", grew, heap, more, threads
  met = b / a <= most && n >= least && errors == 0 && grew <= heap && more <= threads
  print met ? "met" : "MISSED"
  exit !met }'
