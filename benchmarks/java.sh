# shellcheck shell=bash
# To be sourced: sets java to that of a JDK 25 in JAVA_HOME or /usr/lib/jvm, else to the one on the PATH.
java="java"
for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/*25*; do
  if [ -x "$candidate/bin/java" ] && "$candidate/bin/java" -version 2>&1 | head -n 1 | grep -q '"25'; then
    java="$candidate/bin/java"
    break
  fi
done
