package dev.skillpod.app.http.posting;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.activity.PayRange;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A job as it was posted. */
@Schema(name = "Posting", description = "A job as it was posted.")
public record PostingView(
        @JsonProperty("job_id") String jobId,
        @JsonProperty("title") @Nullable String title,
        @JsonProperty("role_id") @Nullable String roleId,
        @JsonProperty("region") @Nullable String region,
        @JsonProperty("posted_at") Instant postedAt,
        @JsonProperty("skills") List<PostingBody.AskedBody> skills,
        @JsonProperty("pay") @Nullable PayBody pay,

        @JsonProperty("data_source") @Schema(description = "real or synthetic")
        String dataSource) {

    /** Returns the wire form. */
    static PostingView of(JobPosting posting) {
        PayRange pay = posting.pay();
        return new PostingView(
                posting.id(),
                posting.title(),
                posting.roleId(),
                posting.region(),
                posting.postedAt(),
                posting.skills().stream()
                        .map(s -> new PostingBody.AskedBody(s.skillId(), s.level()))
                        .toList(),
                pay == null ? null : PayBody.of(pay),
                posting.source().name().toLowerCase(Locale.ROOT));
    }
}
