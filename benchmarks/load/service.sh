# shellcheck shell=bash
# To be sourced by a script of this folder: starts a throw-away service with the starter world, on LOAD_PORT (18499), and waits until
# every kind of model is trained. Sets here, java, dir (scratch, gone at the end), base and service (its process). The key of an
# administrator comes from ADMIN_KEY or, without it, from what the service prints at its start.
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=../java.sh
. "$here/../java.sh"
dir="$(mktemp -d "${TMPDIR:-/tmp}/skillpod-load.XXXXXX")"
export PORT="${LOAD_PORT:-18499}" DATA_PATH="$dir/data" MODEL_PATH="$dir/models"
unset DATABASE_URL ML_SERVICE_TOKEN HOST RETRAIN_CRON RETRAIN_WHEN_STALE
base="http://localhost:$PORT"
"$here/../../skillpod" serve > "$dir/service.out" 2> "$dir/service.err" &
service=$!
beside="" # a process that goes on beside the load, to be ended first
rest() {
  [ -z "$beside" ] || { kill "$beside" && wait "$beside"; } 2> /dev/null || true
  beside=""
}
stop() {
  rest
  kill "$service" 2> /dev/null || true
  wait "$service" 2> /dev/null || true
  rm -rf "$dir"
}
trap stop EXIT
trap 'exit 130' INT TERM
fail() { echo "$(basename "$0"): $1" >&2; tail -n 20 "$dir/service.err" >&2; exit 2; }
await() { # SECONDS WHAT COMMAND...
  local deadline=$((SECONDS + $1)) what="$2"
  shift 2
  until "$@"; do
    kill -0 "$service" 2> /dev/null && [ "$SECONDS" -lt "$deadline" ] || fail "$what"
    sleep 0.5
  done
}
api() { # METHOD PATH [BODY]
  curl -sS -X "$1" "$base$2" -H 'content-type: application/json' ${key:+-H "authorization: Bearer $key"} ${3:+-d "$3"}
}
job() { # BODY: orders a training and prints its id, or that of the one that is under way
  api POST /api/v1/models/retrain "$1" | sed -n 's/.*"job_id":"\([^"]*\)".*/\1/p'
}
load() { # SECONDS NAME: loads POST /api/v1/recommendations/generate
  "$java" -XX:+UseSerialGC -Xmx1g -XX:TieredStopAtLevel=1 "$here/Load.java" --url "$base" --rate "$rate" --seconds "$1" --warmup 3 \
    --p99 1000000 --max-errors 1000000 > "$dir/load.$2" 2>&1 || true
}
percentile() { # p50|p99 NAME: of what a load measured, in ms
  sed -n "/^measured/,\$ s/.* $1 \([0-9.]*\) .*/\1/p" "$dir/load.$2"
}
middle() { # p50|p99 NAME: the median over all loads that are called so and have a number
  local round
  for round in $(seq "$rounds"); do percentile "$1" "$2$round"; done | sort -n |
    awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}
errors() { # NAME...: of all loads that are called so and have a number
  local name
  for name in "$@"; do cat "$dir/load.$name"[0-9]*; done | sed -n 's/^measured.* \([0-9]*\) errors$/\1/p' | awk '{ n += $1 } END { print n }'
}
ready() { curl -fsS -o /dev/null "$base/ready" 2> /dev/null; }
all_kinds() { # the first start trains two kinds beside serving; while it does, an order would get that training
  local status
  status="$(api GET /api/v1/models/status)"
  [[ "$status" == *'"name":"path-policy"'* && "$status" == *'"retraining":null'* ]]
}
await 900 "the service did not become ready" ready
key="${ADMIN_KEY:-$(grep -ho 'skp_[A-Za-z0-9_-]*' "$dir/service.out" "$dir/service.err" | head -n 1 || true)}"
await 900 "the first training did not end" all_kinds
