package dev.skillpod.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.zaxxer.hikari.HikariDataSource;
import dev.skillpod.store.Database;
import dev.skillpod.store.DatabaseSettings;
import dev.skillpod.store.DatabaseUrl;
import dev.skillpod.store.StoreUnavailableException;
import dev.skillpod.store.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import javax.net.SocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** PostgreSQL goes away after the first connection to it and before the first statement. */
class LostWhileOpeningIT {
    /** Longer than the pool trusts a connection without asking it. */
    private static final Duration UNUSED = Duration.ofMillis(600);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Test
    void nothingOfTheAttemptIsLeft(@TempDir Path directory) throws InterruptedException {
        var log = (Logger) LoggerFactory.getLogger(HikariDataSource.class);
        Level level = log.getLevel();
        var cut = new CutWhenThePoolIsThere();
        try (var server = EmbeddedDatabase.start(directory.resolve("postgres"))) {
            log.setLevel(Level.INFO);
            log.addAppender(cut);
            cut.start();
            Set<Thread> before = threads();

            assertThatThrownBy(() -> Database.open(
                            new DatabaseSettings(Optional.of(throughSockets(server.url())), directory, 2)))
                    .isInstanceOf(StoreUnavailableException.class);

            assertThat(Sockets.away).as("the pool was there").isTrue();
            for (Thread thread : threads()) {
                if (!before.contains(thread)) {
                    assertThat(thread.join(PATIENCE)).as(thread.getName()).isTrue();
                }
            }
        } finally {
            log.detachAppender(cut);
            log.setLevel(level);
        }
    }

    private static DatabaseUrl throughSockets(DatabaseUrl url) {
        return new DatabaseUrl(
                url.hosts(),
                url.database(),
                url.user(),
                url.password(),
                Map.of("socketFactory", Sockets.class.getName()));
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("skillpod"))
                .collect(Collectors.toSet());
    }

    private static final class CutWhenThePoolIsThere extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            if (event.getFormattedMessage().endsWith("Start completed.")) {
                Sockets.cut();
                try {
                    Thread.sleep(UNUSED);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    /** What the driver connects with. */
    public static final class Sockets extends SocketFactory {
        private static final Queue<Socket> OPEN = new ConcurrentLinkedQueue<>();
        private static volatile boolean away;

        static void cut() {
            away = true;
            for (Socket socket : OPEN) {
                try {
                    socket.close();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
        }

        @Override
        public Socket createSocket() throws IOException {
            if (away) {
                throw new ConnectException("the server is away");
            }
            var socket = new Socket();
            OPEN.add(socket);
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
            throw new UnsupportedOperationException();
        }
    }
}
