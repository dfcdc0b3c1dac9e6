package dev.skillpod.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The console's files and their headers; skipped in a build without the console. */
class ConsoleTest extends HttpTest {
    private static final Pattern ASSET = Pattern.compile("\"(/assets/[\\w.-]+)\"");

    @BeforeEach
    void onlyWithTheConsole() {
        assumeTrue(
                getClass().getResource("/dev/skillpod/console/index.html") != null,
                "this build is without the console");
    }

    @Test
    void thePageIsAskedForAgainAndRunsNothingElse() {
        Reply page = get("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("content-type")).startsWith("text/html");
        assertThat(page.header("cache-control")).isEqualTo("no-cache");
        assertThat(page.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(page.header("content-security-policy"))
                .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http:", "https:");
        assertThat(page.response().body()).contains("<div id=\"root\">").doesNotContain("<style", "//cdn", "https://");
    }

    @Test
    void filesAreKeptForGoodAndComeCompressed() {
        List<String> assets = ASSET.matcher(get("/").response().body())
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(assets).anyMatch(a -> a.endsWith(".js")).anyMatch(a -> a.endsWith(".css"));
        for (String asset : assets) {
            Reply plain = get(asset);
            assertThat(plain.status()).as(asset).isEqualTo(200);
            assertThat(plain.header("cache-control")).isEqualTo("max-age=31536000, public, immutable");
            assertThat(plain.header("content-encoding")).isNull();
            Reply packed = send("GET", asset, null, BodyPublishers.noBody(), "Accept-Encoding", "gzip");
            assertThat(packed.header("content-encoding")).as(asset).isEqualTo("gzip");
            assertThat(packed.header("content-type")).isEqualTo(plain.header("content-type"));
        }
    }

    @Test
    void documentationStaysWhereItWas() {
        assertThat(get("/docs").status()).isEqualTo(302);
        assertThat(get("/openapi.json").status()).isEqualTo(302);
        get("/assets/").problem(404);
        get("/assets/..%2findex.html").problem(404);
    }
}
