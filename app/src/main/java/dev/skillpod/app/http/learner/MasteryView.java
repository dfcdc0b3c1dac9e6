package dev.skillpod.app.http.learner;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.core.tracing.memory.SkillMemory;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a learner's answers to single items show, skill by skill. */
@Schema(name = "LearnerMastery", description = "What a learner's answers to single items show, skill by skill.")
public record MasteryView(
        @JsonProperty("tenant_id") String tenantId,
        @JsonProperty("user_id") String userId,

        @JsonProperty("skills") @Schema(description = "Skills with answers, the one that is forgotten most first.")
        List<SkillView> skills,

        @JsonProperty("model_version") @Schema(description = "The tracing model; untrained while there is none.")
        String modelVersion,

        @JsonProperty("data_source") @Schema(description = "What it was trained on: synthetic, real, mixed or none.")
        String dataSource) {

    /** One skill. */
    @Schema(name = "SkillMastery")
    public record SkillView(
            @JsonProperty("skill_id") String skillId,

            @JsonProperty("mastery")
            @Schema(
                    minimum = "0",
                    maximum = "1",
                    description = "The probability of answering a typical item of the skill right, now.")
            double mastery,

            @JsonProperty("lower") @Schema(minimum = "0", maximum = "1", description = "Its 95 % interval.")
            double lower,

            @JsonProperty("upper") @Schema(minimum = "0", maximum = "1")
            double upper,

            @JsonProperty("answers") @Schema(minimum = "1") int answers,

            @JsonProperty("last_answered_at") @Schema(format = "date-time")
            String lastAnsweredAt,

            @JsonProperty("last_correct") boolean lastCorrect,

            @JsonProperty("mastery_when_answered") @Schema(description = "Mastery right after the last answer.")
            double whenAnswered,

            @JsonProperty("half_life_days")
            @Schema(description = "Days without practice after which half of what answers have shown is forgotten.")
            double halfLifeDays,

            @JsonProperty("forgotten_share") @Schema(minimum = "0", maximum = "1")
            double forgottenShare,

            @JsonProperty("review_due") boolean reviewDue,

            @JsonProperty("review_due_at")
            @Schema(
                    format = "date-time",
                    description = "Null when the last answer was wrong: then there is more to do than review.")
            @Nullable
            String reviewDueAt) {
        static SkillView of(SkillMemory memory) {
            return new SkillView(
                    memory.skillId(),
                    rounded(memory.now().probability()),
                    rounded(memory.now().lower()),
                    rounded(memory.now().upper()),
                    memory.now().practices(),
                    memory.lastAnswer().toString(),
                    memory.lastCorrect(),
                    rounded(memory.whenAnswered()),
                    Math.rint(memory.now().halfLife() * 10) / 10,
                    rounded(memory.forgotten()),
                    memory.due(),
                    memory.lastCorrect() ? memory.dueAt().toString() : null);
        }

        private static double rounded(double value) {
            return Math.rint(value * 10_000) / 10_000;
        }
    }
}
