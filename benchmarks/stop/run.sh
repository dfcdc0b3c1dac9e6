#!/usr/bin/env bash
# Stops a service of its own with SIGTERM under load (benchmarks/stop/stop.py), starts it again, and sends every acknowledged event a
# second time: each must be known already. Ends with 1 when something was lost. STOP_PORT=18498, DRAIN_SECONDS=2.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
dir="$(mktemp -d "${TMPDIR:-/tmp}/skillpod-stop.XXXXXX")"
export PORT="${STOP_PORT:-18498}" DATA_PATH="$dir/data" MODEL_PATH="$dir/models" STARTER_WORLD=false DRAIN_SECONDS="${DRAIN_SECONDS:-2}"
unset DATABASE_URL ML_SERVICE_TOKEN HOST
service=""
trap 'kill "$service" 2> /dev/null || true; wait "$service" 2> /dev/null || true; rm -rf "$dir"' EXIT
start() {
  "$here/../../skillpod" serve > "$dir/service.log" 2>&1 &
  service=$!
  for _ in $(seq 600); do
    if curl -fsS -o /dev/null "http://localhost:$PORT/ready" 2> /dev/null; then return; fi
    sleep 0.2
  done
  tail -n 20 "$dir/service.log" >&2
  exit 2
}
start
code=0
python3 "$here/stop.py" "$service" "$PORT" "$dir/acknowledged" || code=1
wait "$service" || true
start
missing=0
while IFS= read -r event; do
  answer="$(curl -sS -H 'Content-Type: application/json' -d "$event" "http://localhost:$PORT/api/v1/events")"
  case "$answer" in *'"duplicates":1'*) ;; *) missing=$((missing + 1)) ;; esac
done < "$dir/acknowledged"
echo "$missing of $(wc -l < "$dir/acknowledged") acknowledged events are missing after the restart"
[ "$missing" = 0 ] || code=1
exit "$code"
