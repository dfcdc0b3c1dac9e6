package dev.skillpod.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.skillpod.app.access.Role;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Bodies that are too large, compressed, too deep or too slow, callers that go away, and secrets that stay out of the log. */
class HostileClientTest extends GuardedHttpTest {
    private static final int LIMIT = 1 << 20;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();

    @BeforeEach
    void listen() {
        root.setLevel(Level.DEBUG);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
        root.setLevel(before);
    }

    @Test
    void oneByteTooManyIs413AndNotOneLess() {
        byte[] body = generate("", "\"x\":\"\"").getBytes(StandardCharsets.UTF_8);
        for (boolean chunked : new boolean[] {false, true}) {
            assertThat(sendBytes(padded(body, LIMIT), chunked).status()).isEqualTo(200);
            sendBytes(padded(body, LIMIT + 1), chunked).problem(413);
        }
        System.out.println("a body of " + LIMIT + " bytes: 200; of " + (LIMIT + 1) + ": 413, declared or chunked");
    }

    @Test
    void aCompressedBodyIsRefusedUnread() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                gzip.write(zeros);
            }
        }
        for (String encoding : new String[] {"gzip", "br", "deflate, gzip", "GZIP"}) {
            Reply refused = sendAs(
                    "POST",
                    GENERATE,
                    JSON,
                    BodyPublishers.ofByteArray(bomb.toByteArray()),
                    "Content-Encoding",
                    encoding,
                    "Authorization",
                    "Bearer " + TOKEN);
            refused.problem(415);
            assertThat(refused.header("accept-encoding")).isEqualTo("identity");
        }
        System.out.println("64 MiB in " + bomb.size() + " bytes: 415, unread");
    }

    @Test
    void deepNestingAndHugeNumbersAre400() {
        with(TOKEN, "POST", GENERATE, JSON, generate("", "\"x\":" + "[".repeat(500_000)))
                .problem(400);
        with(TOKEN, "POST", GENERATE, JSON, generate("", "\"x\":" + "9".repeat(500_000)))
                .problem(400);
        with(TOKEN, "POST", GENERATE, JSON, "{\"" + "n".repeat(500_000) + "\":1}")
                .problem(400);
    }

    @Test
    void hugeHeadersAreRefused() {
        assertThat(sendAs("GET", "/live", null, BodyPublishers.noBody(), "x-big", "b".repeat(20_000))
                        .status())
                .isIn(400, 431);
    }

    @Test
    void aBodyThatStopsIsGivenUp() throws IOException {
        try (var socket = begin(100)) {
            socket.getOutputStream().write("{\"user_context\":".getBytes(StandardCharsets.US_ASCII));
            long begin = System.nanoTime();
            assertThat(answer(socket)).startsWith("HTTP/1.1 408");
            System.out.printf("a body that stops: 408 after %.1f s%n", (System.nanoTime() - begin) / 1e9);
        }
        assertNoErrorIsLogged();
    }

    @Test
    void aBodyThatTricklesIsGivenUp() throws IOException, InterruptedException {
        try (var socket = begin(100_000)) {
            byte[] start = "{\"user_context\":{\"user_id\":\"u\",\"tenant_id\":\"t\"},\"x\":\""
                    .getBytes(StandardCharsets.US_ASCII);
            socket.getOutputStream().write(start);
            var feeder = Thread.ofVirtual().start(() -> {
                try {
                    for (int i = 0; i < 100; i++) {
                        socket.getOutputStream().write('y');
                        socket.getOutputStream().flush();
                        Thread.sleep(100);
                    }
                } catch (IOException | InterruptedException e) {
                    // the service has closed the connection, as it should
                }
            });
            long begin = System.nanoTime();
            assertThat(answer(socket)).startsWith("HTTP/1.1 408");
            System.out.printf("a byte every 0.1 s: 408 after %.1f s%n", (System.nanoTime() - begin) / 1e9);
            feeder.interrupt();
            feeder.join();
        }
        assertNoErrorIsLogged();
    }

    @Test
    void headersThatStopEndTheConnection() throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(15_000);
            socket.getOutputStream().write("GET /live HTTP/1.1\r\nHost: lo".getBytes(StandardCharsets.US_ASCII));
            assertThat(answer(socket)).doesNotStartWith("HTTP/1.1 200");
        }
    }

    @Test
    void aCallerThatGoesAwayIsNoError() throws IOException, InterruptedException {
        for (int i = 0; i < 3; i++) {
            try (var socket = begin(1_000)) {
                socket.getOutputStream().write("{\"user".getBytes(StandardCharsets.US_ASCII));
                socket.setSoLinger(true, 0);
            }
        }
        recommender.before(request -> {
            try {
                Thread.sleep(300);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            byte[] body = generate("", "").getBytes(StandardCharsets.UTF_8);
            var socket = begin(body.length);
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            Thread.sleep(100);
            socket.setSoLinger(true, 0);
            socket.close();
            Thread.sleep(600);
        } finally {
            recommender.before(request -> {});
        }
        assertNoErrorIsLogged();
        with(TOKEN, "GET", "/api/v1/skills").ok();
    }

    /** Even with every logger at DEBUG: keys, tokens and what belongs to them. */
    @Test
    void noSecretIsLogged() {
        String key = key(Role.INGEST, "a");
        String jwt = PROVIDER.token(java.util.Map.of("roles", "skillpod:caller", "tenant_id", "a"));
        for (String secret : new String[] {key, jwt, TOKEN, ADMIN}) {
            with(secret, "GET", "/api/v1/skills");
            with(secret, "POST", "/api/v1/events", JSON, "[{\"broken\"");
            with(secret, "GET", "/api/v1/keys");
            with(secret, "GET", "/nothing");
            with(secret + "x", "GET", "/api/v1/skills");
        }
        String made = with(ADMIN, "POST", "/api/v1/keys", JSON, "{\"role\":\"caller\",\"name\":\"n\"}")
                .json()
                .path("key")
                .asString();
        synchronized (log) {
            assertThat(log.list).isNotEmpty();
            assertThat(log.list)
                    .allSatisfy(event -> assertThat(event.getFormattedMessage() + thrown(event))
                            .doesNotContain(key.substring(17))
                            .doesNotContain(jwt.substring(jwt.lastIndexOf('.')))
                            .doesNotContain(made.substring(17))
                            .doesNotContain(TOKEN)
                            .doesNotContain(ADMIN));
        }
    }

    private static String thrown(ILoggingEvent event) {
        var thrown = new StringBuilder();
        for (var at = event.getThrowableProxy(); at != null; at = at.getCause()) {
            thrown.append(at.getMessage());
        }
        return thrown.toString();
    }

    private void assertNoErrorIsLogged() {
        assertThat(log.list.stream().filter(e -> e.getLevel().isGreaterOrEqual(Level.WARN)))
                .extracting(ILoggingEvent::getFormattedMessage)
                .isEmpty();
    }

    private Socket begin(int length) throws IOException {
        var socket = new Socket("localhost", port);
        socket.setSoTimeout(15_000);
        String head = "POST " + GENERATE + " HTTP/1.1\r\nHost: localhost\r\nx-service-token: " + TOKEN
                + "\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        var answer = new ByteArrayOutputStream();
        try {
            byte[] buffer = new byte[4096];
            int read = socket.getInputStream().read(buffer);
            if (read > 0) {
                answer.write(buffer, 0, read);
            }
        } catch (SocketException e) {
            return "reset";
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static byte[] padded(byte[] body, int length) {
        byte[] padded = Arrays.copyOf(body, length);
        Arrays.fill(padded, body.length, length, (byte) ' ');
        return padded;
    }

    private Reply sendBytes(byte[] body, boolean chunked) {
        BodyPublisher publisher = chunked
                ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))
                : BodyPublishers.ofByteArray(body);
        return sendAs("POST", GENERATE, JSON, publisher, "Authorization", "Bearer " + TOKEN);
    }
}
