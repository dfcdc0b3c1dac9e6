#!/bin/sh
# Inside the image, as root: runs the service once as user 10001 and keeps the classes it loaded in /app/skillpod.aot.
set -eu
install -d -o 10001 -g 10001 /tmp/train
cat > /tmp/run.sh << 'RUN'
export STARTER_WORLD=false PORT=18080 HOST=127.0.0.1 DATA_PATH=/tmp/train/data MODEL_PATH=/tmp/train/models LOG_FORMAT=text DRAIN_SECONDS=0
java --add-modules=jdk.incubator.vector --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+UseG1GC \
  -XX:AOTCacheOutput=/tmp/train/skillpod.aot -cp "$(cat /app/jib-classpath-file)" dev.skillpod.app.SkillPod serve &
service=$!
for i in $(seq 120); do
  if wget -q -O /dev/null http://127.0.0.1:18080/ready 2> /dev/null || curl -fsS -o /dev/null http://127.0.0.1:18080/ready 2> /dev/null; then
    break
  fi
  sleep 1
done
kill "$service"
wait "$service" || true
test -s /tmp/train/skillpod.aot
RUN
setpriv --reuid=10001 --regid=10001 --clear-groups sh /tmp/run.sh
install -m 444 /tmp/train/skillpod.aot /app/skillpod.aot
