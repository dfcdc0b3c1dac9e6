# What the service runs on: a JRE 25, libgomp1 for training, and a user with a folder. The user has a name: PostgreSQL's initdb asks
# for it, when there is no DATABASE_URL.
FROM eclipse-temurin:25-jre
RUN apt-get update \
 && apt-get install -y --no-install-recommends libgomp1 \
 && rm -rf /var/lib/apt/lists/* \
 && groupadd --gid 10001 skillpod \
 && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /var/lib/skillpod --shell /usr/sbin/nologin skillpod \
 && install -d -o 10001 -g 10001 /var/lib/skillpod
