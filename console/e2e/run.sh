#!/usr/bin/env bash
# Starts a throw-away service with the starter world, drives the console in real Chromium, and stops the service.
# `./mvnw -Pconsole verify` runs it. With CONSOLE_URL set, it drives that service instead (and leaves its database alone).
# SHOTS=FOLDER also writes screenshots there. Arguments go to Playwright.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
cd "$here/.."
# shellcheck source=../node.sh
. ./node.sh
use_node
[ -d node_modules/@playwright ] || npm ci --no-audit --no-fund --loglevel=error

CHROMIUM="${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}"
if [ -z "$CHROMIUM" ]; then
  echo "console: installing Debian's chromium ..." >&2
  { apt-get install -y -qq chromium || { apt-get update -qq && apt-get install -y -qq chromium; }; } > /dev/null \
    || { echo "console: no chromium here; install one, or name it in CHROMIUM" >&2; exit 1; }
  CHROMIUM="$(command -v chromium)"
fi
export CHROMIUM

if ! command -v redis-server > /dev/null && [ -z "${CONSOLE_URL:-}" ]; then
  apt-get install -y -qq --no-install-recommends redis-server > /dev/null 2>&1 || true # without it, one test is skipped
fi

work=""
service=""
cleanup() {
  [ ! -s "$work/redis.pid" ] || kill "$(cat "$work/redis.pid")" 2> /dev/null || true
  [ -z "$service" ] || { kill "$service" 2> /dev/null || true; wait "$service" 2> /dev/null || true; }
  [ -z "$work" ] || rm -rf "$work"
}
trap cleanup EXIT
trap 'exit 143' INT TERM
if [ -z "${CONSOLE_URL:-}" ]; then
  work="$(mktemp -d)"
  port="${CONSOLE_PORT:-18108}"
  if command -v redis-server > /dev/null; then
    # The test that stops Redis starts it again with this very command.
    REDIS_COMMAND="redis-server --port $((port + 1)) --bind 127.0.0.1 --save '' --appendonly no --daemonize yes --dir $work --pidfile $work/redis.pid"
    export REDIS_COMMAND REDIS_PID="$work/redis.pid" REDIS_URL="redis://127.0.0.1:$((port + 1))"
    bash -c "$REDIS_COMMAND" > /dev/null
  fi
  PORT="$port" HOST=127.0.0.1 DATA_PATH="$work/data" MODEL_PATH="$work/models" "$here/../../skillpod" serve \
    > "$work/service.out" 2> "$work/service.log" &
  service=$!
  for _ in $(seq 1 600); do
    kill -0 "$service" 2> /dev/null || { cat "$work/service.log" >&2; exit 1; }
    curl -sf -o /dev/null "http://127.0.0.1:$port/ready" && break
    sleep 1
  done
  POSTMASTER_PID="$(find "$work/data" -name postmaster.pid | head -1)"
  export CONSOLE_URL="http://127.0.0.1:$port" POSTMASTER_PID
  ADMIN_KEY="${ADMIN_KEY:-$(sed -n 's/.*admin key of this start: \(skp_[^ ]*\).*/\1/p' "$work/service.out" | head -1)}"
  export ADMIN_KEY
fi
if [ -n "${SHOTS:-}" ]; then
  mkdir -p "$SHOTS"
  SHOTS="$(cd "$SHOTS" && pwd)"
  export SHOTS
fi
npx playwright test "$@"
