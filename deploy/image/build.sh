#!/usr/bin/env bash
# Builds the image with a local Docker: deploy/image/build.sh [TAG]. Base, then the service by Jib, then the AOT cache on top.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
tag="${1:-skillpod:0.1.0}"
docker build -t skillpod-base:25 -f "$here/base.Dockerfile" "$here"
(cd "$here/../.." && ./mvnw -B -ntp -q -Pimage -pl app -am -DskipTests package -Djib.to.image=skillpod-jib:latest)
docker build -t "$tag" --build-arg SKILLPOD=skillpod-jib:latest -f "$here/aot.Dockerfile" "$here"
