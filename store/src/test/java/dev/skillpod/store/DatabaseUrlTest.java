package dev.skillpod.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
        postgresql://ann:pw@db.example:6543/learn            | db.example:6543      | learn  | ann     | pw
        postgres://ann:pw@db.example/learn                   | db.example:5432      | learn  | ann     | pw
        postgresql+asyncpg://ann:pw@db:5433/learn            | db:5433              | learn  | ann     | pw
        POSTGRESQL+psycopg2://ann:pw@db/learn                | db:5432              | learn  | ann     | pw
        jdbc:postgresql://db:5433/learn?user=ann&password=pw | db:5433              | learn  | ann     | pw
        jdbc:postgresql:learn                                | localhost:5432       | learn  | -       | -
        postgresql:///learn                                  | localhost:5432       | learn  | -       | -
        postgresql://db                                      | db:5432              | -      | -       | -
        postgresql://ann@db/                                 | db:5432              | -      | ann     | -
        postgresql://ann:@db/learn                           | db:5432              | learn  | ann     | -
        postgresql://a%40b:p%3Aw%2F%25@db/le%20arn           | db:5432              | le arn | a@b     | p:w/%
        postgresql://ann:p+w@db/learn                        | db:5432              | learn  | ann     | p+w
        postgresql://ann:p@w:x@db/learn                      | db:5432              | learn  | ann     | p@w:x
        postgresql://ann:%C3%A4@db/learn                     | db:5432              | learn  | ann     | ä
        postgresql://ann:pw@[::1]:5433/learn                 | [::1]:5433           | learn  | ann     | pw
        postgresql://ann:pw@[2001:db8::7]/learn              | [2001:db8::7]:5432   | learn  | ann     | pw
        postgresql://ann:pw@one:1,two/learn                  | one:1,two:5432       | learn  | ann     | pw
        postgresql://ann:pw@10.0.0.7:5432/learn?sslmode=require | 10.0.0.7:5432     | learn  | ann     | pw
        """)
    void readsEveryForm(String text, String hosts, String database, String user, String password) {
        DatabaseUrl url = DatabaseUrl.parse(text);

        assertThat(String.join(",", url.hosts())).isEqualTo(hosts);
        assertThat(url.database()).isEqualTo(database);
        assertThat(url.user()).isEqualTo(user);
        assertThat(url.password()).isEqualTo(password);
        assertThat(DatabaseUrl.parse(url.withSecrets())).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        mysql://ann:secret@db/learn           | must start with postgresql:// or postgres://
        ann:secret@db/learn                   | must start with postgresql:// or postgres://
        postgresql://ann:secret@db:x/learn    | has a port that is not a number in [1, 65535]
        postgresql://ann:secret@db:0/learn    | has a port outside [1, 65535]: 0
        postgresql://ann:secret@db:65536/l    | has a port outside [1, 65535]: 65536
        postgresql://ann:se/secret@db/learn   | must be percent-encoded
        postgresql://ann:se?secret@db/learn   | must be percent-encoded
        postgresql://ann:secret%@db/learn     | has a percent sign in its password
        postgresql://ann:secret%zz@db/learn   | has a percent sign in its password
        postgresql://ann:secret%FF@db/learn   | has a percent-encoded password that is not UTF-8
        postgresql://ann:secret@d b/learn     | has a host that is neither a name nor an address
        postgresql://ann:secret@::1:5432/l    | has a port that is not a number
        postgresql://ann:secret@%2Ftmp/learn  | names a Unix socket
        postgresql://ann:secret@/l?host=/tmp  | has a parameter 'host'
        """)
    void namesWhatIsWrongWithoutShowingThePassword(String text, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatabaseUrl.parse(text))
                .withMessageStartingWith("DATABASE_URL ")
                .withMessageContaining(problem)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ann:secret@db:5433/learn",
                "jdbc:postgresql://db:5433/learn?user=ann&password=secret",
            })
    void keepsThePasswordOutOfMessages(String text) {
        DatabaseUrl url = DatabaseUrl.parse(text);

        assertThat(url).hasToString("postgresql://ann@db:5433/learn");
        assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://db:5433/learn");
        assertThat(url.driverProperties()).containsEntry("password", "secret");
    }

    @Test
    void translatesParametersOfOtherDrivers() {
        assertThat(DatabaseUrl.parse("postgres://db/x?connect_timeout=7&application_name=a%20b")
                        .parameters())
                .isEqualTo(Map.of("connectTimeout", "7", "ApplicationName", "a b"));
        assertThat(DatabaseUrl.parse("postgresql+asyncpg://db/x?ssl=require").parameters())
                .isEqualTo(Map.of("sslmode", "require"));
        assertThat(DatabaseUrl.parse("postgres://db/x?ssl=true&schema=learn").parameters())
                .isEqualTo(Map.of("sslmode", "require", "currentSchema", "learn"));
    }

    @Test
    void anUnsetOrBlankSettingMeansEmbedded() {
        assertThat(DatabaseSettings.of(null).url()).isEmpty();
        assertThat(DatabaseSettings.of("  ").url()).isEmpty();
        assertThat(DatabaseSettings.of("postgres://db/x").url()).isPresent();
    }
}
