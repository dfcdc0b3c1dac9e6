#!/usr/bin/env bash
# Writes the OpenAPI document of a running service, and the types made from it, into clients/typescript.
# Usage: console/types.sh [http://localhost:8080]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=node.sh
. ./node.sh
use_node
mkdir -p target
[ -d node_modules ] || npm ci --no-audit --no-fund --loglevel=error
curl -fsS "${1:-http://localhost:8080}/v3/api-docs" | node -e '
  const document = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
  process.stdout.write(JSON.stringify(document, null, 1) + "\n");' > target/openapi.json
mv target/openapi.json ../clients/typescript/openapi.json
npm run --silent types
