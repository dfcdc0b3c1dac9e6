package dev.skillpod.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Finding learners by the beginning of their ids. */
class LearnerSearchTest extends HttpTest {
    private static final String SEARCH = "/api/v1/learners";

    @BeforeEach
    void threeLearners() {
        put(
                SEARCH + "/search/ann",
                "{\"target_role\":\"backend-engineer\",\"experience_level\":\"ADVANCED\","
                        + "\"skills\":[{\"skill_id\":\"sql\",\"skill_name\":\"SQL\",\"current_level\":40}]}");
        put(SEARCH + "/search/anna", "{}");
        put(SEARCH + "/search/bob", "{}");
    }

    @AfterEach
    void heal() {
        learners.setAway(false);
    }

    @Test
    void answersLearnersInShortOrderedById() {
        assertThat(get(SEARCH + "?tenant_id=search&user_id_prefix=ann").ok().toString())
                .isEqualTo("{\"learners\":[{\"user_id\":\"ann\",\"tenant_id\":\"search\","
                        + "\"target_role\":\"backend-engineer\",\"experience_level\":\"ADVANCED\",\"skill_count\":1,"
                        + "\"data_source\":\"real\"},{\"user_id\":\"anna\",\"tenant_id\":\"search\",\"target_role\":null,"
                        + "\"experience_level\":null,\"skill_count\":0,\"data_source\":\"real\"}]}");
    }

    @Test
    void anEmptyPrefixIsNoneAndTheLimitCuts() {
        JsonNode two =
                get(SEARCH + "?tenant_id=search&user_id_prefix=&limit=2").ok().path("learners");

        assertThat(two.values()).extracting(l -> l.path("user_id").asString()).containsExactly("ann", "anna");
        assertThat(get(SEARCH).ok().path("learners").values())
                .noneMatch(l -> l.path("tenant_id").asString().equals("search"));
    }

    @ParameterizedTest
    @CsvSource({
        "tenant_id=%09, tenant_id",
        "user_id_prefix=%00, user_id_prefix",
        "limit=0, limit",
        "limit=51, limit",
        "limit=x, limit"
    })
    void wrongParametersAreNamed(String query, String field) {
        JsonNode errors = get(SEARCH + "?" + query).problem(422).path("errors");

        assertThat(errors.path(0).path("field").asString()).isEqualTo(field);
    }

    @Test
    void aStoreThatIsAwayIsA503() {
        learners.setAway(true);

        get(SEARCH).problem(503);
    }
}
