#!/usr/bin/env bash
# Measures what a training costs those who wait: benchmarks/load/retrain.sh [--rate 100] [--seconds 20] [--rounds 5] [--most 1.5]
# Starts a throw-away service with the starter world, and turns by turns loads POST /api/v1/recommendations/generate without and with a
# training of everything under way (a new one is ordered when one ends). Prints the 99th percentile of every round, and the ratio of the
# medians; ends with 1 when that is above --most or a request failed.
set -euo pipefail
rate=100 seconds=20 rounds=5 most=1.5
while [ $# -gt 0 ]; do
  case "$1" in
    --rate) rate="$2" ;;
    --seconds) seconds="$2" ;;
    --rounds) rounds="$2" ;;
    --most) most="$2" ;;
    *) echo "retrain: unknown option $1" >&2; exit 2 ;;
  esac
  shift 2
done
# shellcheck source=service.sh
. "$(dirname "${BASH_SOURCE[0]}")/service.sh"
keep_training() { while true; do job '{"promote":"never"}' > /dev/null; sleep 5; done; } # seldom: curl takes processor time, too
cancel() {
  rest
  api DELETE "/api/v1/models/retrain/$(job '{"promote":"never"}')" > /dev/null
}
echo "warming up, $rate requests/s" >&2
load 20 warm
for round in $(seq "$rounds"); do
  load "$seconds" "quiet$round"
  keep_training &
  beside=$!
  sleep 5
  load "$seconds" "busy$round"
  cancel
  sleep 3
  echo "round $round: p99 $(percentile p99 "quiet$round") ms without, $(percentile p99 "busy$round") ms with a training;" \
    "p50 $(percentile p50 "quiet$round") and $(percentile p50 "busy$round"); load average $(cut -d' ' -f1 /proc/loadavg)"
done
trained="$(api GET "/api/v1/models/retrain?limit=100" | grep -o '"state":"succeeded","models"' | wc -l || true)"
awk -v a="$(middle p99 quiet)" -v b="$(middle p99 busy)" -v p="$(middle p50 quiet)" -v q="$(middle p50 busy)" -v most="$most" -v trained="$trained" -v errors="$(errors quiet busy)" 'BEGIN {
  printf "medians: p99 %.2f ms without, %.2f ms with a training, ratio %.2f (at most %.2f); p50 %.2f and %.2f, ratio %.2f\n",
    a, b, b / a, most, p, q, q / p
  printf "%d errors (none allowed); %d trainings ended\n", errors, trained
  exit b / a > most || errors > 0 }'
