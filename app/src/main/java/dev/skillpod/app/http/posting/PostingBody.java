package dev.skillpod.app.http.posting;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.http.problem.ErrorCode;
import dev.skillpod.app.http.problem.FieldError;
import dev.skillpod.app.http.validation.Contradictions;
import dev.skillpod.app.http.validation.InRange;
import dev.skillpod.app.http.validation.IsoTime;
import dev.skillpod.app.http.validation.Text;
import dev.skillpod.app.http.validation.Timestamp;
import dev.skillpod.core.activity.AskedSkill;
import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.catalog.DataSource;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A job as it was posted, as callers send it. */
@Schema(name = "PostingToPut", description = "A job as it was posted: what it asks for and what it pays.")
public record PostingBody(
        @JsonProperty("job_id") @Schema(description = "The job_id of market signals and outcomes.") @NotNull @Text
        String jobId,

        @JsonProperty("title") @Text(max = 500) @Nullable String title,

        @JsonProperty("role_id") @Schema(description = "The role of the catalogue that it belongs to.") @Text @Nullable
        String roleId,

        @JsonProperty("region") @Text @Nullable String region,

        @JsonProperty("posted_at")
        @Schema(description = "ISO 8601 with an offset; at most a day in the future.")
        @NotNull
        @Timestamp
        String postedAt,

        @JsonProperty("skills")
        @Schema(description = "What it asks for, each skill once.")
        @NotNull
        @Size(max = MOST_SKILLS)
        List<@NotNull @Valid AskedBody> skills,

        @JsonProperty("pay") @Valid @Nullable PayBody pay) {
    private static final int MOST_SKILLS = 200;

    /** A skill that a job asks for. */
    @Schema(name = "AskedSkill", description = "A skill that a job asks for.")
    public record AskedBody(
            @JsonProperty("skill_id") @NotNull @Text String skillId,

            @JsonProperty("level")
            @Schema(description = "The level asked for; left out when the posting names none.")
            @InRange(from = 0, to = 100)
            @Nullable
            Integer level) {}

    /**
     * Returns what is wrong with fields taken together or with the time; each field by itself must be legal.
     *
     * @param latest the latest time to be posted at
     */
    List<FieldError> contradictions(Instant latest) {
        var errors = new ArrayList<FieldError>();
        if (IsoTime.instant(postedAt).isAfter(latest)) {
            errors.add(new FieldError(
                    "posted_at", "must be at most 1 day in the future, was " + postedAt, ErrorCode.OUT_OF_RANGE));
        }
        errors.addAll(Contradictions.repeated("skills", "skill_id", skills, AskedBody::skillId));
        if (pay != null && pay.high() < pay.low()) {
            errors.add(new FieldError(
                    "pay.high",
                    "must be at least %s (pay.low), was %s".formatted(pay.low(), pay.high()),
                    ErrorCode.CONFLICT));
        }
        return errors;
    }

    /** Returns the domain's posting; the body must be legal. */
    JobPosting posting() {
        return new JobPosting(
                jobId,
                title,
                roleId,
                region,
                IsoTime.instant(postedAt),
                skills.stream().map(s -> new AskedSkill(s.skillId(), s.level())).toList(),
                pay == null ? null : pay.range(),
                DataSource.REAL);
    }
}
