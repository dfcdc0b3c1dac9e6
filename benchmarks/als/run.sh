#!/usr/bin/env bash
# Times ALS training against `implicit` (PyPI) in turns and compares their NDCG@10:
#   benchmarks/als/run.sh --data ../shared/data [--rounds 5] [--sets ml-1m,mooccubex] [--output docs/benchmarks/als.md]
# Installs implicit, numpy and scipy from PyPI into ALS_VENV (default: .venv beside this script, ignored by git).
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
home="$here/../.."
# shellcheck source=../java.sh
. "$here/../java.sh"
venv="${ALS_VENV:-$here/.venv}"
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/python" -c 'import implicit, numpy, scipy' 2> /dev/null ||
  "$venv/bin/pip" --quiet install implicit==0.7.3 numpy scipy
(cd "$home" && ./mvnw -q -B -pl core -am compile -DskipTests)
classes="$(mktemp -d "${TMPDIR:-/tmp}/skillpod-als.XXXXXX")"
trap 'rm -rf "$classes"' EXIT
path="$home/core/target/classes"
"${java}c" -proc:none -cp "$path" -d "$classes" "$here/AlsTraining.java"
# One BLAS thread: implicit asks for it, since it has threads of its own.
OPENBLAS_NUM_THREADS=1 MKL_NUM_THREADS=1 "$venv/bin/python" "$here/compare.py" "$@" \
  --java "$java" --add-modules=jdk.incubator.vector -Xmx4g -XX:+UseParallelGC -cp "$path:$classes" AlsTraining
