package dev.skillpod.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.app.runtime.DatabaseImportSink;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.model.Progress;
import dev.skillpod.store.imports.ImportOptions;
import dev.skillpod.store.imports.Imports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** From nothing to forecasts: an import, a month more over HTTP, and what is refused meanwhile. */
@TestMethodOrder(OrderAnnotation.class)
class TrendsIT {
    private static final Service SERVICE = new Service("trends", false);
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String FORECAST = "/api/v1/trends/forecast/";
    private static final YearMonth LAST = YearMonth.of(2026, 9);

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        SERVICE.start();
        SERVICE.awaitReady(Duration.ofMinutes(1));
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    @Order(1)
    void withoutDemandThereIsNothingToTell() {
        Service.await(SOON, () -> SERVICE.get("/api/v1/trends/top").status() == 200);
        assertThat(SERVICE.get("/api/v1/trends/top").ok().path("trending_skills"))
                .isEmpty();
        SERVICE.get(FORECAST + "kotlin").problem(404);
        SERVICE.put("/api/v1/skills/kotlin", "{\"name\":\"Kotlin\"}").json(201);
        assertThat(SERVICE.get(FORECAST + "kotlin").problem(422).path("detail").asString())
                .isEqualTo("skill_id must have at least 3 months of demand history to be forecast, had 0");
    }

    @Test
    @Order(2)
    void anImportIsForecastSoonAfter() throws IOException {
        Files.writeString(
                folder.resolve("demand.csv"),
                "skill_id,period,postings,region\n" + rows("kotlin", 10, 36, "") + rows("cobol", -2, 36, "")
                        + rows("kotlin", 5, 36, "north") + rows("young", 1, 2, ""));

        var report = Imports.run(
                folder,
                ImportOptions.defaults(),
                new DatabaseImportSink(SERVICE.database(), DataSource.REAL),
                Progress.SILENT);
        assertThat(report.rejections()).isEmpty();
        Reply before = SERVICE.get(FORECAST + "cobol");
        if (before.status() != 200) {
            before.problem(503);
            assertThat(before.header("retry-after")).isEqualTo("5");
        }

        Service.await(
                SOON,
                () -> !SERVICE.get("/api/v1/trends/top")
                        .ok()
                        .path("trending_skills")
                        .isEmpty());
        JsonNode answer =
                SERVICE.get(FORECAST + "kotlin?history=true&periods_ahead=24").ok();
        assertThat(answer.path("data_source").asString()).isEqualTo("real");
        JsonNode forecast = answer.path("forecast");
        assertThat(forecast.path("skill_name").asString()).isEqualTo("Kotlin");
        assertThat(forecast.path("history_until").asString()).isEqualTo("2026-09");
        assertThat(forecast.path("history")).hasSize(36);
        assertThat(forecast.path("forecasts")).hasSize(24);
        assertThat(forecast.path("forecasts").path(0).path("month").asString()).isEqualTo("2026-10");
        assertThat(forecast.path("factors").path(0).asString())
                .isEqualTo(
                        "Postings rose 29 % in the 12 months to September 2026 against the 12 before (535 a month, before"
                                + " 415).");
        assertThat(SERVICE.get(FORECAST + "kotlin?region=north")
                        .ok()
                        .path("forecast")
                        .path("recent_postings")
                        .asDouble())
                .isEqualTo(410);
        SERVICE.get(FORECAST + "cobol?region=north").problem(422);
        assertThat(SERVICE.get(FORECAST + "young").problem(422).path("detail").asString())
                .endsWith("had 2");
        assertThat(SERVICE.get("/api/v1/trends/top")
                        .ok()
                        .path("trending_skills")
                        .path(0)
                        .path("skill_id")
                        .asString())
                .isEqualTo("kotlin");
        assertThat(SERVICE.get("/api/v1/trends/top?direction=falling")
                        .ok()
                        .path("trending_skills")
                        .path(0)
                        .path("skill_name")
                        .asString())
                .isEqualTo("cobol");
    }

    @Test
    @Order(3)
    void aNewMonthIsForecastFromSoonAfter() {
        String rows = """
                [{"skill_id":"kotlin","period":"2026-10","postings":700},
                 {"skill_id":"cobol","period":"2026-10","postings":20},
                 {"skill_id":"young","period":"2026-10","postings":9}]""";
        assertThat(SERVICE.put("/api/v1/demand", rows).ok().path("created").asInt())
                .isEqualTo(3);

        Service.await(SOON, () -> SERVICE.get(FORECAST + "young").status() == 200);
        // until a run is through, forecasts of the one before are answered from memory
        Service.await(
                SOON,
                () -> SERVICE.get(FORECAST + "kotlin")
                        .ok()
                        .path("forecast")
                        .path("history_until")
                        .asString()
                        .equals("2026-10"));
        JsonNode young = SERVICE.get(FORECAST + "young").ok().path("forecast");
        assertThat(young.path("confidence").asDouble()).isZero();
        assertThat(young.path("accuracy").path("origins").asInt()).isZero();
        assertThat(young.path("accuracy").path("mase").isNull()).isTrue();
        JsonNode kotlin = SERVICE.get(FORECAST + "kotlin").ok().path("forecast");
        assertThat(kotlin.path("history_until").asString()).isEqualTo("2026-10");
        assertThat(kotlin.path("forecasts").path(0).path("month").asString()).isEqualTo("2026-11");
        assertThat(SERVICE.send("POST", "/api/v1/trends/analyze", "[\"young\",\"cobol\",\"nobody\"]")
                        .ok()
                        .path("analyses"))
                .hasSize(2);
    }

    @Test
    @Order(4)
    void extremeHistoriesAreAnsweredToo() {
        String rows = """
                [{"skill_id":"zero","period":"2026-08","postings":0},
                 {"skill_id":"zero","period":"2026-09","postings":0},
                 {"skill_id":"zero","period":"2026-10","postings":0},
                 {"skill_id":"huge","period":"1900-01","postings":1e12},
                 {"skill_id":"huge","period":"2199-11","postings":1e12},
                 {"skill_id":"huge","period":"2199-12","postings":0},
                 {"skill_id":"huge","period":"2180-01","postings":1}]""";
        SERVICE.put("/api/v1/demand", rows).ok();
        Service.await(SOON, () -> SERVICE.get(FORECAST + "huge").status() == 200);
        assertThat(SERVICE.get(FORECAST + "zero?periods_ahead=52")
                        .ok()
                        .path("forecast")
                        .path("forecasts"))
                .hasSize(52);
        assertThat(SERVICE.get(FORECAST + "kotlin")
                        .ok()
                        .path("forecast")
                        .path("forecasts")
                        .path(0)
                        .path("month")
                        .asString())
                .isEqualTo("2026-11");
    }

    /** Months up to September 2026; each earlier one has {@code step} postings fewer. */
    private static String rows(String skill, int step, int months, String region) {
        return IntStream.range(0, months)
                .mapToObj(ago -> "%s,%s,%d,%s\n"
                        .formatted(
                                skill,
                                LAST.minusMonths(ago),
                                (step > 0 ? 35 : 40) * Math.abs(step) + 240 - step * ago,
                                region))
                .collect(Collectors.joining());
    }
}
