#!/usr/bin/env bash
# Runs the kernel benchmarks: benchmarks/jmh/run.sh [--output docs/benchmarks/kernels.md] [JMH options] [regex]
# Fetches JMH from Maven Central at the first run. The module is built only with -Pbenchmarks.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
home="$here/../.."
output=""
if [ "${1:-}" = --output ]; then
  output="$2"
  shift 2
fi
# shellcheck source=../java.sh
. "$here/../java.sh"
(cd "$home" && ./mvnw -q -B -Pbenchmarks -pl benchmarks/jmh -am package -DskipTests -Dspotless.check.skip=true)
result="$(mktemp "${TMPDIR:-/tmp}/skillpod-jmh.XXXXXX")"
trap 'rm -f "$result"' EXIT
load="$(cut -d ' ' -f 1 /proc/loadavg)"
"$java" --add-modules=jdk.incubator.vector --enable-native-access=ALL-UNNAMED -Xmx2g \
  -cp "$here/target/skillpod-benchmarks-0.1.0.jar:$here/target/lib/*" org.openjdk.jmh.Main -rf csv -rff "$result" "$@"
if [ -n "$output" ]; then
  {
    echo "# Kernels"
    echo
    echo "Written by \`benchmarks/jmh/run.sh\` on $(date -u +%F), $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1)," \
      "$(nproc) processors, load average $load at the start, $("$java" -version 2>&1 | sed -n 3p)."
    echo "Average time of one call on one thread; the error is JMH's 99.9 % interval. Options: \`$*\`."
    echo
    python3 "$here/table.py" "$result"
  } > "$output"
fi
