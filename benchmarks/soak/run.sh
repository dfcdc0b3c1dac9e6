#!/usr/bin/env bash
# A mixed soak with faults: benchmarks/soak/run.sh [--minutes 30] [--rate 200] [--seed 1] [--warmup 20] [--hang-postgres true|false]
# Starts a PostgreSQL, a Redis and a service of its own with the starter world in a scratch folder
# (SOAK_DIR keeps it, and another run on it need not train first), waits until every
# kind of model is trained, and loads it while Soak.java and Faults.java hang, kill, promote, retrain and erase. Ends with 1 when fewer
# than 99.9 % succeed, memory is not flat, or an acknowledged event is lost. docs/caching-and-faults.md says what counts. The service has
# the heap that the chart gives it (60 % of 2 GiB); SKILLPOD_JAVA_OPTS replaces that. SOAK_PORT=18497.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../.." && pwd)"
# shellcheck source=../java.sh
. "$here/../java.sh"
dir="${SOAK_DIR:-$(mktemp -d "${TMPDIR:-/tmp}/skillpod-soak.XXXXXX")}"
mkdir -p "$dir/tmp"
soak=""
stop() {
  [ -z "$soak" ] || { kill "$soak" && wait "$soak"; } 2> /dev/null || true # it stops its servers itself
  [ -n "${SOAK_DIR:-}" ] || rm -rf "$dir"
}
trap stop EXIT
trap 'exit 130' INT TERM
unset ML_SERVICE_TOKEN OIDC_ISSUER_URI RETRAIN_CRON RETRAIN_WHEN_STALE
export SKILLPOD_JAVA_OPTS="${SKILLPOD_JAVA_OPTS:--Xmx1228m}"
"$root/skillpod" help > /dev/null # builds when stale
(cd "$root" && ./mvnw -B -ntp -q -pl cache test-compile dependency:copy-dependencies -DincludeArtifactIds=embedded-redis \
  -DoutputDirectory="$dir/redis") >&2
path="$dir/classes:$root/cache/target/test-classes:$dir/redis/*:$root/app/target/skillpod/skillpod.jar:$root/app/target/skillpod/lib/*"
load="$here/../load"
"$(dirname "$(readlink -f "$(command -v "$java")")")/javac" -d "$dir/classes" -cp "$path" "$here"/*.java \
  "$load"/{Catalogue,Connection,GapRequests,PathRequests,Percentiles,Profiles,Requests}.java
"$java" -XX:+UseSerialGC -Xmx512m -XX:TieredStopAtLevel=1 -Djava.io.tmpdir="$dir/tmp" \
  -Dslf4j.internal.verbosity=WARN -Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider -cp "$path" Soak \
  --folder "$dir" --skillpod "$root/skillpod" --port "${SOAK_PORT:-18497}" "$@" &
soak=$!
code=0
wait "$soak" || code=$?
soak=""
exit "$code"
