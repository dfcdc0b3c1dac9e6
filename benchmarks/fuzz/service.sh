#!/usr/bin/env bash
# Starts a throw-away service with the starter world in a temporary folder, fuzzes it, and stops it. Fails when the fuzzer
# finds something or the service logs an error. `./mvnw -Pfuzz verify` runs it.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
work="$(mktemp -d)"
port="${FUZZ_PORT:-18099}"
service=""
cleanup() {
  [ -z "$service" ] || { kill "$service" 2>/dev/null || true; wait "$service" 2>/dev/null || true; }
  rm -rf "$work"
}
trap cleanup EXIT
export ADMIN_KEY="fuzzing-as-an-administrator"
PORT="$port" RATE_LIMIT_PER_SECOND=0 HOST=127.0.0.1 DATA_PATH="$work/data" MODEL_PATH="$work/models" "$here/../../skillpod" serve \
  2> "$work/service.log" &
service=$!
for _ in $(seq 1 300); do
  kill -0 "$service" 2>/dev/null || { cat "$work/service.log" >&2; exit 1; }
  curl -sf -o /dev/null "http://127.0.0.1:$port/ready" && break
  sleep 1
done
curl -sf --max-time 120 -o /dev/null "http://127.0.0.1:$port/v3/api-docs" # the first call makes it; the fuzzer waits 10 s
code=0
"$here/run.sh" "http://127.0.0.1:$port" "$@" || code=$?
if grep -E ' ERROR ' "$work/service.log" >&2; then
  echo "the service logged errors, see above" >&2
  code=1
fi
exit "$code"
