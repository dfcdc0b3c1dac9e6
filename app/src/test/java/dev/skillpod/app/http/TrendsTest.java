package dev.skillpod.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.app.inmemory.InMemoryDemand;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Forecast, analyze and top over fixed forecasts: the contract's fields, and what is refused. */
class TrendsTest extends HttpTest {
    private static final String FORECAST = "/api/v1/trends/forecast/";
    private static final String ANALYZE = "/api/v1/trends/analyze";
    private static final String TOP = "/api/v1/trends/top";

    @Autowired
    InMemoryDemand demand;

    @Test
    void aForecastHasTheContractsFieldsAndSaysHowSureItIs() {
        JsonNode answer = get(FORECAST + "python").ok();
        assertThat(answer.propertyNames())
                .contains("forecast", "model_version", "processing_time_ms", "data_source", "generated_at");
        assertThat(answer.path("data_source").asString()).isEqualTo("synthetic");
        JsonNode forecast = answer.path("forecast");
        assertThat(forecast.path("skill_id").asString()).isEqualTo("python");
        assertThat(forecast.path("skill_name").asString()).isEqualTo("Python");
        assertThat(forecast.path("current_demand_score").asDouble()).isEqualTo(60);
        assertThat(forecast.path("trend_direction").asString()).isEqualTo("RISING");
        assertThat(forecast.path("confidence").asDouble()).isEqualTo(0.25);
        assertThat(forecast.path("factors")).hasSize(1);
        assertThat(forecast.path("history_until").asString()).isEqualTo("2026-10");
        assertThat(forecast.has("history")).isFalse();
        assertThat(forecast.path("accuracy").path("mase").asDouble()).isEqualTo(0.8);
        assertThat(forecast.path("accuracy").path("method_weights").toString()).isEqualTo("{\"theta\":1.0}");
        assertThat(forecast.path("forecasts")).hasSize(12);
        assertThat(forecast.path("forecasts").path(11).toString())
                .isEqualTo("{\"period\":12,\"month\":\"2027-10\",\"predicted_demand\":112.0,"
                        + "\"lower_bound\":92.0,\"upper_bound\":132.0}");
    }

    @Test
    void periodsBoundsCoverageHistoryAndRegionAreAsAskedFor() {
        JsonNode plain = get(FORECAST + "python?periods_ahead=52&include_confidence_intervals=false")
                .ok()
                .path("forecast");
        assertThat(plain.path("forecasts")).hasSize(52);
        assertThat(plain.path("forecasts").path(0).propertyNames())
                .containsExactly("period", "month", "predicted_demand");
        assertThat(plain.path("coverage").isNull()).isTrue();

        JsonNode narrow = get(FORECAST + "python?periods_ahead=1&coverage=0.8&history=true")
                .ok()
                .path("forecast");
        assertThat(narrow.path("forecasts").path(0).path("lower_bound").asDouble())
                .isEqualTo(91);
        assertThat(narrow.path("coverage").asDouble()).isEqualTo(0.8);
        assertThat(narrow.path("history")).hasSize(24);
        assertThat(narrow.path("history").path(23).toString()).isEqualTo("{\"month\":\"2026-10\",\"postings\":100.0}");

        JsonNode north = get(FORECAST + "python?region=north").ok().path("forecast");
        assertThat(north.path("region").asString()).isEqualTo("north");
    }

    @ParameterizedTest
    @CsvSource({
        "python?periods_ahead=0, periods_ahead",
        "python?periods_ahead=53, periods_ahead",
        "python?periods_ahead=twelve, periods_ahead",
        "python?periods_ahead=, periods_ahead",
        "python?include_confidence_intervals=yes, include_confidence_intervals",
        "python?coverage=0.9, coverage",
        "python?history=1, history",
        "python?region=%20, region",
        "sql?region=north, skill_id",
        "javascript, skill_id"
    })
    void illegalQuestionsNameTheField(String question, String field) {
        JsonNode problem = get(FORECAST + question).problem(422);
        assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo(field);
    }

    @Test
    void tooLittleHistoryUnknownSkillsAndForecastsThatAreNotMadeYetAreToldApart() {
        assertThat(get(FORECAST + "javascript").problem(422).path("detail").asString())
                .isEqualTo("skill_id must have at least 3 months of demand history to be forecast, had 0");
        assertThat(get(FORECAST + "no-such-skill").problem(404).path("detail").asString())
                .contains("neither the catalogue nor the demand history");
        putMonths("trend-new", 2);
        assertThat(get(FORECAST + "trend-new").problem(422).path("detail").asString())
                .endsWith("had 2");
        putMonths("trend-new", 3);
        Reply pending = get(FORECAST + "trend-new");
        pending.problem(503);
        assertThat(pending.header("retry-after")).isEqualTo("5");
        post(ANALYZE, "[\"python\",\"trend-new\"]").problem(503);
    }

    @Test
    void skillsAreComparedInTheOrderAskedForAndOthersAreNamed() {
        JsonNode answer = post(ANALYZE, "[\"sql\",\"python\",\"sql\",\"no-such-skill\",\"javascript\"]")
                .ok();
        JsonNode analyses = answer.path("analyses");
        assertThat(analyses).hasSize(2);
        assertThat(analyses.path(0).path("skill_id").asString()).isEqualTo("sql");
        assertThat(analyses.path(0).path("trend_direction").asString()).isEqualTo("DECLINING");
        assertThat(analyses.path(1).path("current_demand").asDouble()).isEqualTo(60);
        assertThat(analyses.path(1).path("6_month_outlook").asDouble()).isEqualTo(62);
        assertThat(analyses.path(1).path("in_6_months").path("month").asString())
                .isEqualTo("2027-04");
        assertThat(answer.path("warnings").toString())
                .contains("'no-such-skill' is in neither", "'javascript' must have at least 3 months");
    }

    @Test
    void listsOfSkillsThatCannotBeComparedAreRefused() {
        String many = IntStream.range(0, 21).mapToObj(i -> "\"s" + i + "\"").collect(Collectors.joining(",", "[", "]"));
        assertThat(post(ANALYZE, many).problem(422).path("detail").asString())
                .contains("must have 1 to 20 skill ids, had 21");
        post(ANALYZE, "[]").problem(422);
        assertThat(post(ANALYZE, "[\"python\",null,\" \"]")
                        .problem(422)
                        .path("errors")
                        .path(1)
                        .path("field")
                        .asString())
                .isEqualTo("[2]");
        post(ANALYZE, "{}").problem(400);
        post(ANALYZE, "[1]").problem(400);
        post(ANALYZE, "").problem(400);
    }

    @Test
    void topNamesTheSurestFirstAndCanBeTurnedRound() {
        JsonNode top = get(TOP).ok().path("trending_skills");
        assertThat(top).hasSize(2);
        assertThat(top.path(0).path("skill_id").asString()).isEqualTo("python");
        assertThat(top.path(0).path("skill_name").asString()).isEqualTo("Python");
        assertThat(top.path(0).path("growth_rate").asDouble()).isEqualTo(0.2);
        assertThat(get(TOP + "?limit=1").ok().path("trending_skills")).hasSize(1);
        assertThat(get(TOP + "?direction=falling&limit=50")
                        .ok()
                        .path("trending_skills")
                        .path(0)
                        .path("skill_id")
                        .asString())
                .isEqualTo("sql");
        get(TOP + "?limit=0").problem(422);
        get(TOP + "?limit=51").problem(422);
        get(TOP + "?direction=up").problem(422);
        get(TOP + "?region=atlantis").problem(422);
    }

    @Test
    void beforeTheFirstForecastsAllAnswersAre503() {
        demand.setMade(false);
        try {
            get(FORECAST + "python").problem(503);
            get(TOP).problem(503);
            post(ANALYZE, "[\"python\"]").problem(503);
        } finally {
            demand.setMade(true);
        }
    }

    @Test
    void demandIsPutWhollyOrNotAtAll() {
        String rows = """
                [{"skill_id":"put-a","period":"2026-09","postings":10},
                 {"skill_id":"put-a","period":"2026-10","postings":12.5,"applicants":30,"median_pay":50000,"region":"north"}]""";
        JsonNode first = put("/api/v1/demand", rows).ok();
        assertThat(first.path("created").asInt()).isEqualTo(2);
        assertThat(first.path("warnings")).hasSize(1);
        assertThat(put("/api/v1/demand", rows).ok().path("replaced").asInt()).isEqualTo(2);
        assertThat(demand.history("put-a", "north")).hasSize(1);

        JsonNode problem = put("/api/v1/demand", """
                [{"skill_id":"put-b","period":"2026-13","postings":10},
                 {"skill_id":"put-b","period":"2026-10","postings":-1},
                 {"skill_id":"put-b","period":"2026-11"},
                 {"skill_id":"put-b","period":"2026-12","postings":1},
                 {"skill_id":"put-b","period":"2026-12","postings":2}]""").problem(422);
        assertThat(problem.path("errors")
                        .valueStream()
                        .map(e -> e.path("line").asInt() + " " + e.path("field").asString()))
                .containsExactly("1 period", "2 postings", "3 postings", "5 period");
        assertThat(problem.path("errors").path(0).path("message").asString())
                .isEqualTo("must be a month of the years 1900 to 2199, such as 2026-05, was \"2026-13\"");
        assertThat(demand.history("put-b", null)).isEmpty();
    }

    private void putMonths(String skill, int months) {
        String rows = IntStream.rangeClosed(1, months)
                .mapToObj("{\"skill_id\":\"%s\",\"period\":\"2026-%%02d\",\"postings\":5}".formatted(skill)::formatted)
                .collect(Collectors.joining("\n"));
        assertThat(send("PUT", "/api/v1/demand", NDJSON, java.net.http.HttpRequest.BodyPublishers.ofString(rows))
                        .status())
                .isEqualTo(200);
    }
}
