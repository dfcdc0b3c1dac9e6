#!/bin/bash
# Inside the image, as root: runs the service once as user 10001, asks it, and keeps the classes it loaded in /app/skillpod.aot. The
# image has neither curl nor wget: bash asks.
set -euo pipefail
install -d -o 10001 -g 10001 /tmp/train
cat > /tmp/run.sh << 'RUN'
set -euo pipefail
export STARTER_WORLD=false PORT=18080 HOST=127.0.0.1 DATA_PATH=/tmp/train/data MODEL_PATH=/tmp/train/models LOG_FORMAT=json DRAIN_SECONDS=0

# ask METHOD PATH [JSON]: prints the status line of the answer.
ask() (
  exec 3<> "/dev/tcp/127.0.0.1/$PORT"
  printf '%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s' \
    "$1" "$2" "${#3}" "$3" >&3
  head -n 1 <&3
)

java --add-modules=jdk.incubator.vector --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+UseG1GC \
  -XX:AOTCacheOutput=/tmp/train/skillpod.aot -cp "$(cat /app/jib-classpath-file)" dev.skillpod.app.SkillPod serve &
service=$!
until ask GET /ready '' 2> /dev/null | grep -q ' 200'; do
  kill -0 "$service"
  sleep 1
done
ask POST /api/v1/recommendations/generate '{"user_context": {"user_id": "a", "tenant_id": "a",
  "skills": [{"skill_id": "sql", "skill_name": "SQL", "current_level": 40}]}}'
kill "$service"
wait "$service" || true
test -s /tmp/train/skillpod.aot
RUN
setpriv --reuid=10001 --regid=10001 --clear-groups timeout 900 bash /tmp/run.sh
install -m 444 /tmp/train/skillpod.aot /app/skillpod.aot
