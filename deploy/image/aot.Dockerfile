# Adds the JDK's AOT cache to the image that Jib built, written by the very JVM and class path that will use it: a service with an
# empty database starts, is asked, and ends.
ARG SKILLPOD
FROM ${SKILLPOD}
USER 0
COPY train.sh /tmp/train.sh
RUN bash /tmp/train.sh && rm -rf /tmp/* /var/lib/skillpod/*
USER 10001:10001
