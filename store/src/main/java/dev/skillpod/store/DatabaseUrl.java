package dev.skillpod.store;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a PostgreSQL is and how to log in. Immutable and thread-safe; neither {@link #toString} nor any error shows the
 * password.
 *
 * @param hosts {@code host:port}, at least one, IPv6 addresses in brackets
 * @param database the database, or null for the server's default (named like the user)
 * @param user the user, or null for the operating system's user
 * @param password the password, or null
 * @param parameters connection parameters by the JDBC driver's names
 */
public record DatabaseUrl(
        List<String> hosts,
        @Nullable String database,
        @Nullable String user,
        @Nullable String password,
        Map<String, String> parameters) {
    private static final Pattern SCHEME =
            Pattern.compile("(?i)(?:jdbc:)?(?:postgresql|postgres)(?:\\+[a-z0-9_]+)?:(.*)", Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile("[\\p{Alnum}._-]+|\\[[0-9a-fA-F:.%\\p{Alnum}]+]");
    private static final String FORM = "expected postgresql://user:password@host:port/database";

    /** Names that libpq and asyncpg use, and what the JDBC driver calls them. */
    private static final Map<String, String> DRIVER_NAMES = Map.of(
            "connect_timeout", "connectTimeout",
            "application_name", "ApplicationName",
            "ssl", "sslmode",
            "schema", "currentSchema");

    public DatabaseUrl {
        hosts = List.copyOf(hosts);
        parameters = Map.copyOf(parameters);
    }

    /**
     * Reads {@code postgresql://}, {@code postgres://}, either with a driver such as {@code +asyncpg}, and {@code
     * jdbc:postgresql:}. User, password, database and parameters may be percent-encoded; the port defaults to 5432, the
     * host to localhost.
     *
     * @throws IllegalArgumentException naming the part that is wrong, never the password
     */
    public static DatabaseUrl parse(String url) {
        var scheme = SCHEME.matcher(url.strip());
        if (!scheme.matches()) {
            throw wrong("must start with postgresql:// or postgres://");
        }
        String rest = scheme.group(1);
        if (!rest.startsWith("//")) { // jdbc:postgresql:database
            rest = "///" + (rest.startsWith("/") ? rest.substring(1) : rest);
        }
        int query = rest.indexOf('?');
        String beforeQuery = query < 0 ? rest : rest.substring(0, query);
        var parameters = query < 0 ? new LinkedHashMap<String, String>() : parameters(rest.substring(query + 1));
        int slash = beforeQuery.indexOf('/', 2);
        String authority = slash < 0 ? beforeQuery.substring(2) : beforeQuery.substring(2, slash);
        String path = slash < 0 ? "" : beforeQuery.substring(slash + 1);
        int at = authority.lastIndexOf('@');
        if (path.contains("@") || (at < 0 && query >= 0 && rest.indexOf('@', query) >= 0)) {
            throw wrong("has an '@' after the host: the characters / ? # @ : in a user or password must be"
                    + " percent-encoded (%2F %3F %23 %40 %3A)");
        }
        String login = at < 0 ? "" : authority.substring(0, at);
        int colon = login.indexOf(':');
        String user = decode("user", colon < 0 ? login : login.substring(0, colon));
        String password = colon < 0 ? "" : decode("password", login.substring(colon + 1));
        String otherUser = parameters.remove("user");
        String otherPassword = parameters.remove("password");
        return new DatabaseUrl(
                hosts(authority.substring(at + 1)),
                emptyToNull(decode("database", path)),
                emptyToNull(user.isEmpty() && otherUser != null ? otherUser : user),
                emptyToNull(password.isEmpty() && otherPassword != null ? otherPassword : password),
                parameters);
    }

    /** Returns the URL for the JDBC driver, without user and password. */
    public String jdbcUrl() {
        String name = database == null ? "" : java.net.URLEncoder.encode(database, StandardCharsets.UTF_8);
        return "jdbc:postgresql://" + String.join(",", hosts) + "/" + name;
    }

    /** Returns everything else that the JDBC driver needs: user, password and parameters. */
    public Properties driverProperties() {
        var properties = new Properties();
        properties.putAll(parameters);
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        return properties;
    }

    /**
     * Returns everything in the form that {@link #parse} reads, the password included: for the environment of a process of our
     * own, never for a command line, a log or a message.
     */
    public String withSecrets() {
        var text = new StringBuilder("postgresql://");
        if (user != null) {
            text.append(encode(user));
            if (password != null) {
                text.append(':').append(encode(password));
            }
            text.append('@');
        }
        text.append(String.join(",", hosts)).append('/').append(database == null ? "" : encode(database));
        char separator = '?';
        for (Map.Entry<String, String> parameter : new java.util.TreeMap<>(parameters).entrySet()) {
            text.append(separator)
                    .append(encode(parameter.getKey()))
                    .append('=')
                    .append(encode(parameter.getValue()));
            separator = '&';
        }
        if (user == null && password != null) {
            text.append(separator).append("password=").append(encode(password));
        }
        return text.toString();
    }

    private static String encode(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Returns {@code postgresql://user@host:port/database}, for messages: no password, no parameters. */
    @Override
    public String toString() {
        return "postgresql://" + (user == null ? "" : user + "@") + String.join(",", hosts) + "/"
                + (database == null ? "" : database);
    }

    private static List<String> hosts(String text) {
        var hosts = new ArrayList<String>();
        for (String part : text.split(",", -1)) {
            int bracket = part.lastIndexOf(']');
            int colon = part.indexOf(':', Math.max(bracket, 0));
            String host = colon < 0 ? part : part.substring(0, colon);
            if (host.contains("%2F") || host.contains("%2f")) {
                throw wrong("names a Unix socket, which is not supported: use host and port");
            }
            if (host.isEmpty()) {
                host = "localhost";
            } else if (!HOST.matcher(host).matches()) {
                throw wrong(
                        "has a host that is neither a name nor an address (IPv6 needs brackets, as in [::1]); " + FORM);
            }
            hosts.add(host + ":" + port(colon < 0 ? "" : part.substring(colon + 1)));
        }
        return hosts;
    }

    /** The text is not repeated when it is no number: it may be a piece of a password that was not encoded. */
    private static int port(String text) {
        if (text.isEmpty()) {
            return 5432;
        }
        if (!text.chars().allMatch(c -> c >= '0' && c <= '9') || text.length() > 9) {
            throw wrong("has a port that is not a number in [1, 65535]; " + FORM);
        }
        int port = Integer.parseInt(text);
        if (port < 1 || port > 65_535) {
            throw wrong("has a port outside [1, 65535]: " + port);
        }
        return port;
    }

    private static Map<String, String> parameters(String text) {
        var parameters = new LinkedHashMap<String, String>();
        for (String pair : text.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = decode("parameters", equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode("parameters", pair.substring(equals + 1));
            if (name.equals("host") || name.equals("port")) {
                throw wrong("has a parameter '" + name + "': write it before the database name");
            }
            parameters.put(DRIVER_NAMES.getOrDefault(name, name), name.equals("ssl") ? sslMode(value) : value);
        }
        return parameters;
    }

    private static String sslMode(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "on", "1", "" -> "require";
            case "false", "off", "0" -> "disable";
            default -> value;
        };
    }

    /** Decodes %XX only: a plus sign stands for itself. */
    private static String decode(String part, String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        var out = ByteBuffer.allocate(in.length);
        for (int i = 0; i < in.length; i++) {
            if (in[i] != '%') {
                out.put(in[i]);
                continue;
            }
            int high = i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = i + 2 < in.length ? Character.digit(in[i + 2], 16) : -1;
            if (high >= 0 && low >= 0) {
                out.put((byte) (high << 4 | low));
                i += 2;
            } else {
                throw wrong("has a percent sign in its " + part + " that is not followed by two hex digits (a plain"
                        + " percent sign is written %25)");
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(out.flip()).toString();
        } catch (CharacterCodingException e) {
            throw wrong("has a percent-encoded " + part + " that is not UTF-8");
        }
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("DATABASE_URL " + what);
    }
}
