#!/usr/bin/env bash
# Measures a route under a constant rate: benchmarks/load/run.sh [--url URL] [--workload generate|gaps|paths] [--rate 200]
#   [--seconds 60] [--warmup 20] [--p99 15, of gaps 10, of paths 50] [--max-errors 0] [--seed 1] [--batch USERS] [--distinct N]
#   [--peak SECONDS [--clients 8] [--least-peak 800]]
# Without --url it starts a service of its own in LOAD_DIR (default: a scratch folder that is removed again), with the
# starter world, and stops it afterwards. LOAD_CONTENTS=10000 blows the starter world's catalogue up to so many contents,
# imports it and trains on it first; a LOAD_DIR that holds it already is used again. Ends with 1 when the target is missed. SKILLPOD_JAVA_OPTS reaches the service.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=../java.sh
. "$here/../java.sh"
load=("$java" -XX:+UseSerialGC -Xmx1g -XX:TieredStopAtLevel=1 "$here/Load.java")
case " $* " in *" --url "*) exec "${load[@]}" "$@" ;; esac

dir="${LOAD_DIR:-$(mktemp -d "${TMPDIR:-/tmp}/skillpod-load.XXXXXX")}"
mkdir -p "$dir"
export PORT="${LOAD_PORT:-18499}" DATA_PATH="$dir/data" MODEL_PATH="$dir/models"
unset DATABASE_URL ML_SERVICE_TOKEN ADMIN_KEY OIDC_ISSUER_URI HOST
skillpod="$here/../../skillpod"
if [ -n "${LOAD_CONTENTS:-}" ]; then
  export STARTER_WORLD=false
  if [ ! -d "$MODEL_PATH/recommender" ]; then
    "$skillpod" help > /dev/null # builds when stale
    built="$here/../../app/target/skillpod"
    "$java" --add-modules jdk.incubator.vector -cp "$built/skillpod.jar:$built/lib/*" "$here/World.java" "$LOAD_CONTENTS" "$dir/world"
    "$skillpod" import "$dir/world"
    "$skillpod" train
  fi
fi
"$skillpod" serve 2> "$dir/service.err" &
service=$!
stop() {
  kill "$service" 2>/dev/null || true
  wait "$service" 2>/dev/null || true
  [ -n "${LOAD_DIR:-}" ] || rm -rf "$dir"
}
trap stop EXIT
trap 'exit 130' INT TERM
deadline=$((SECONDS + 600))
until curl -fsS -o /dev/null "http://localhost:$PORT/ready" 2>/dev/null; do
  if ! kill -0 "$service" 2>/dev/null || [ "$SECONDS" -ge "$deadline" ]; then
    echo "load: the service did not become ready:" >&2
    tail -n 20 "$dir/service.err" >&2
    exit 2
  fi
  sleep 0.2
done
"${load[@]}" --url "http://localhost:$PORT" "$@"
