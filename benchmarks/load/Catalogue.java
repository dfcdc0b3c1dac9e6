import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What requests may name. */
final class Catalogue {
    private Catalogue() {}

    /** Returns ids and names of a part of the catalogue, alternating; the key is empty where none is needed. */
    static List<String> names(URI target, String key, String part, String idField) throws IOException {
        try (var connection = new Connection(target)) {
            var answer = connection.exchange("GET", "/api/v1/" + part + "?limit=1000", key, new byte[0]);
            if (answer.status() != 200) {
                throw new IOException("GET /api/v1/" + part + " gave " + answer.status());
            }
            var names = new ArrayList<String>();
            Matcher items = Pattern.compile("\\{\"" + idField + "\":\"([^\"]+)\",(?:\"content_type\":\"[^\"]+\",)?\"(?:name|title)\":\"([^\"]+)\"")
                    .matcher(new String(answer.body(), StandardCharsets.UTF_8));
            while (items.find()) {
                names.add(items.group(1));
                names.add(items.group(2));
            }
            return names;
        }
    }
}
