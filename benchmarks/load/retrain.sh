#!/usr/bin/env bash
# Measures what a training costs those who wait: benchmarks/load/retrain.sh [--rate 100] [--seconds 20] [--rounds 5] [--most 1.5]
# Starts a throw-away service with the starter world, and turns by turns loads POST /api/v1/recommendations/generate without and with a
# training of everything under way (a new one is ordered when one ends). Prints the 99th percentile of every round, and the ratio of the
# medians; ends with 1 when that is above --most. The key of an administrator, where one is needed, comes from ADMIN_KEY or, without
# it, from what the service prints at its start.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=../java.sh
. "$here/../java.sh"
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
dir="$(mktemp -d "${TMPDIR:-/tmp}/skillpod-retrain.XXXXXX")"
export PORT="${LOAD_PORT:-18499}" DATA_PATH="$dir/data" MODEL_PATH="$dir/models"
unset DATABASE_URL ML_SERVICE_TOKEN HOST RETRAIN_CRON RETRAIN_WHEN_STALE
base="http://localhost:$PORT"
"$here/../../skillpod" serve > "$dir/service.out" 2> "$dir/service.err" &
service=$!
stop() {
  [ -z "${orders:-}" ] || kill "$orders" 2>/dev/null || true
  kill "$service" 2>/dev/null || true
  wait "$service" 2>/dev/null || true
  rm -rf "$dir"
}
trap stop EXIT
trap 'exit 130' INT TERM
deadline=$((SECONDS + 900))
until curl -fsS -o /dev/null "$base/ready" 2>/dev/null; do
  if ! kill -0 "$service" 2>/dev/null || [ "$SECONDS" -ge "$deadline" ]; then
    echo "retrain: the service did not become ready:" >&2
    tail -n 20 "$dir/service.err" >&2
    exit 2
  fi
  sleep 0.5
done
key="${ADMIN_KEY:-$(grep -ho 'skp_[A-Za-z0-9_-]*' "$dir/service.out" | head -n 1 || true)}"
api() { # METHOD PATH [BODY]
  curl -sS -X "$1" "$base$2" -H 'content-type: application/json' ${key:+-H "authorization: Bearer $key"} ${3:+-d "$3"}
}
load() { # SECONDS: prints the 99th percentile
  "$java" -XX:+UseSerialGC -Xmx1g -XX:TieredStopAtLevel=1 "$here/Load.java" --url "$base" --rate "$rate" --seconds "$1" --warmup 3 \
    --p99 1000000 --max-errors 0 | tee -a "$dir/load.log" | awk '/^measured/ { found = 1 } found && /p99 / { sub(/.*p99 /, ""); print $1; exit }'
}
job() { api POST /api/v1/models/retrain '{"promote":"never"}' | sed -n 's/.*"job_id":"\([^"]*\)".*/\1/p'; }
field() { sed -n "s/.*\"$1\":\"\\([^\"]*\\)\".*/\\1/p"; }
keep_training() { while true; do job > /dev/null; sleep 1; done; }
cancel() {
  kill "$orders" 2>/dev/null || true
  wait "$orders" 2>/dev/null || true
  orders=""
  api DELETE "/api/v1/models/retrain/$(job)" > /dev/null
}
# the first start trains two kinds beside serving; while it does, an order would get that training
until [ "$(api GET /api/v1/models/status | grep -o '"retraining":null')" ] && api GET /api/v1/models/status | grep -q '"path-policy"'; do
  if [ "$SECONDS" -ge "$deadline" ]; then echo "retrain: the first trainings did not end" >&2; exit 2; fi
  sleep 2
done
echo "warming up, $rate requests/s" >&2
load 20 > /dev/null
quiet=() busy=()
for round in $(seq "$rounds"); do
  quiet+=("$(load "$seconds")")
  keep_training &
  orders=$!
  sleep 5
  busy+=("$(load "$seconds")")
  cancel
  sleep 3
  echo "round $round: p99 ${quiet[-1]} ms without, ${busy[-1]} ms with a training"
done
median() { printf '%s\n' "$@" | sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
trained="$(api GET /api/v1/models/retrain?limit=100 | grep -o '"state":"succeeded","models"' | wc -l || true)"
awk -v a="$(median "${quiet[@]}")" -v b="$(median "${busy[@]}")" -v most="$most" -v done="$trained" 'BEGIN {
  printf "medians: %.2f ms without, %.2f ms with a training, ratio %.2f (at most %.2f); %d trainings ended meanwhile\n", a, b, b / a, most, done
  exit b / a > most }'
