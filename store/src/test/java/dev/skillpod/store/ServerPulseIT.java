package dev.skillpod.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerPulseIT {
    private final Database database = SharedDatabase.get();

    @Test
    void aServerThatHasNoConnectionLeftIsAlive() throws SQLException {
        String role = SharedDatabase.unique("crowded");
        try (var connection = Connections.open(database);
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE \"" + role + "\" LOGIN PASSWORD 'secret' CONNECTION LIMIT 0");
        }
        DatabaseUrl url = database.url();
        var pulse = new ServerPulse(new DatabaseUrl(url.hosts(), url.database(), role, "secret", Map.of()));

        assertThat(pulse.beats()).isTrue();
    }

    @Test
    void oneThatAnswersBeatsAndWhereNobodyListensNothingDoes() throws IOException {
        var pulse = new ServerPulse(database.url());
        assertThat(pulse.beats()).isTrue();
        assertThat(pulse.beats()).isTrue();
        pulse.close();

        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        var nobody = new DatabaseUrl(List.of("127.0.0.1:" + free), "postgres", "skillpod", "secret", Map.of());
        assertThat(new ServerPulse(nobody).beats()).isFalse();
    }
}
