#!/usr/bin/env bash
# Fuzzes a running service from its OpenAPI document with schemathesis: benchmarks/fuzz/run.sh [BASE_URL] [OPTION...]
# BASE_URL defaults to http://localhost:8080; further options go to `schemathesis run`. The service must be a throw-away
# one: the fuzzer writes events, rows and profiles. ADMIN_KEY, or else ML_SERVICE_TOKEN, is sent along.
set -euo pipefail
cd "$(dirname "$0")"
base="${1:-http://localhost:8080}"
shift || true
venv="${FUZZ_VENV:-.venv}"
if [ ! -x "$venv/bin/schemathesis" ]; then
  echo "installing schemathesis into $venv" >&2
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet 'schemathesis==4.32.5'
fi
headers=()
key="${ADMIN_KEY:-${ML_SERVICE_TOKEN:-}}"
[ -z "$key" ] || headers=(--header "x-service-token:$key")
exec "$venv/bin/schemathesis" --config-file schemathesis.toml run "$base/v3/api-docs" --url "$base" \
  --checks all --max-examples "${FUZZ_EXAMPLES:-50}" --continue-on-failure "${headers[@]}" "$@"
