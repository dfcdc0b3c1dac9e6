package dev.skillpod.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.recommend.RecommendationType;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What {@code generate} answered, with the checks that hold for every answer. */
record Answer(JsonNode json) {
    private static final List<String> SCORES =
            List.of("relevance_score", "urgency_score", "impact_score", "confidence_score", "overall_score");

    /** Takes an answer and checks all that any answer must keep. */
    static Answer of(Reply reply) {
        var answer = new Answer(reply.ok());
        answer.check();
        return answer;
    }

    List<JsonNode> items() {
        return StreamSupport.stream(json.path("recommendations").spliterator(), false)
                .toList();
    }

    List<String> contentIds() {
        return texts("content_id");
    }

    List<String> texts(String field) {
        return items().stream().map(item -> item.path(field).asString()).toList();
    }

    List<Double> scores(String field) {
        return items().stream().map(item -> item.path(field).asDouble()).toList();
    }

    /** Returns how many of the items aim at one of these skills. */
    long aimingAt(List<String> skills) {
        return items().stream()
                .filter(item -> strings(item.path("target_skill_ids")).stream().anyMatch(skills::contains))
                .count();
    }

    String method() {
        return json.path("generation_method").asString();
    }

    String modelVersion() {
        return json.path("model_version").asString();
    }

    UUID id() {
        return UUID.fromString(json.path("recommendation_id").asString());
    }

    List<String> warnings() {
        return strings(json.path("warnings"));
    }

    static List<String> strings(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private void check() {
        assertThat(contentIds()).doesNotHaveDuplicates();
        assertThat(scores("overall_score")).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(json.path("processing_time_ms").isIntegralNumber()).isTrue();
        assertThat(id()).isNotNull();
        for (JsonNode item : items()) {
            for (String score : SCORES) {
                assertThat(item.path(score).isNumber()).as(score).isTrue();
                assertThat(item.path(score).asDouble()).as(score).isBetween(0.0, 1.0);
            }
            double sum = StreamSupport.stream(item.path("factors").spliterator(), false)
                    .mapToDouble(factor -> factor.path("value").asDouble())
                    .sum();
            assertThat(sum)
                    .as("factors of %s", item.path("content_id"))
                    .isCloseTo(item.path("overall_score").asDouble(), within(1e-6));
            assertThat(RecommendationType.valueOf(
                            item.path("recommendation_type").asString()))
                    .isNotNull();
            assertThat(item.path("title").asString()).isNotBlank();
            assertThat(strings(item.path("target_skill_ids"))).isNotEmpty();
        }
    }
}
