package dev.skillpod.cache;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Makes connections to one Redis. They never reconnect by themselves, and take at most a thousand commands that wait for an
 * answer: a Redis that is hung must not fill our memory.
 */
final class RedisConnector implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(500);
    private static final int MOST_WAITING = 1_000;

    private final RedisURI uri;
    private final ClientResources resources;
    private final RedisClient client;

    RedisConnector(String url) {
        this.uri = RedisURI.create(url);
        uri.setTimeout(CONNECT_TIMEOUT);
        uri.setClientName("skillpod");
        this.resources = DefaultClientResources.builder()
                .ioThreadPoolSize(2)
                .computationThreadPoolSize(2)
                .build();
        this.client = RedisClient.create(resources, uri);
        client.setOptions(ClientOptions.builder()
                .autoReconnect(false)
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(MOST_WAITING)
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(CONNECT_TIMEOUT)
                        .keepAlive(true)
                        .tcpNoDelay(true)
                        .build())
                .timeoutOptions(TimeoutOptions.enabled(CONNECT_TIMEOUT))
                .build());
    }

    /** Returns how long connecting, and commands that nobody waits for, may take. */
    Duration timeout() {
        return CONNECT_TIMEOUT;
    }

    /** Connects, or throws within about {@link #timeout}. */
    RedisAsyncCommands<String, byte[]> connect() {
        return client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE))
                .async();
    }

    /** Returns why a connection failed, without address and password. */
    static String reason(Throwable failure) {
        String all = "";
        for (Throwable at = failure; at != null; at = at.getCause()) {
            all += at + "\n";
        }
        if (all.contains("WRONGPASS") || all.contains("NOAUTH") || all.contains("NOPERM")) {
            return "refuses the login";
        }
        return all.contains("refused") ? "refuses connections" : "cannot be reached";
    }

    /** Returns host and port. */
    @Override
    public String toString() {
        return uri.getHost() == null ? "the sentinels" : uri.getHost() + ":" + uri.getPort();
    }

    @Override
    public void close() {
        client.shutdown(0, 500, TimeUnit.MILLISECONDS);
        resources.shutdown(0, 500, TimeUnit.MILLISECONDS);
    }
}
