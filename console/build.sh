#!/usr/bin/env bash
# Builds the console into target/classes and the TypeScript client into clients/typescript/dist: packages of the lock file,
# type check, unit tests, bundle. Does nothing when nothing changed since the last time. Maven runs it.
#
# It takes the node and npm on the PATH when node is new enough; else it fetches both from the npm registry, once, into
# ~/.cache/skillpod, and checks what came against the sums below.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
cd "$here"
# shellcheck source=node.sh
. ./node.sh

fail() { echo "console: $*" >&2; exit 1; }

out=target/classes/dev/skillpod/console
stamp=target/console.sum
inputs="$( (find src ../clients/typescript -type f -not -path '*/dist/*' -not -path '*/node_modules/*' -print0 | LC_ALL=C sort -z \
  | xargs -0 cksum; cksum package.json package-lock.json ./*.ts tsconfig.json build.sh node.sh) | cksum)"
if [ -f "$out/index.html" ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$inputs" ]; then
  exit 0
fi
use_node || fail "needs node 20.19 or newer, and could not fetch one from the npm registry ($registry); build without the \
console with -Dconsole.skip"
packages="$(cksum < package-lock.json)"
if [ ! -f node_modules/.skillpod ] || [ "$(cat node_modules/.skillpod)" != "$packages" ]; then
  npm ci --no-audit --no-fund --loglevel=error \
    || fail "npm could not install the packages of console/package-lock.json; build without the console with -Dconsole.skip"
  echo "$packages" > node_modules/.skillpod
fi
mkdir -p target
npm run --silent client
npm run --silent check
npm run --silent test -- --silent --reporter=dot > target/vitest.log 2>&1 || { cat target/vitest.log >&2; exit 1; }
rm -rf "$out"
npm run --silent build -- --logLevel warn
echo "$inputs" > "$stamp"
