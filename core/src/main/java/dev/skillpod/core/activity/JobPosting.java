package dev.skillpod.core.activity;

import dev.skillpod.core.catalog.DataSource;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job as it was posted: what it asks for and what it pays.
 *
 * @param id identifier, the {@code jobId} of market signals and outcomes
 * @param title the title of the posting, or null
 * @param roleId the role of the catalogue that it belongs to, or null
 * @param region where, or null
 * @param postedAt when it was posted
 * @param skills what it asks for; a skill occurs once
 * @param pay what it offers, or null
 * @param source where the row comes from
 */
public record JobPosting(
        String id,
        @Nullable String title,
        @Nullable String roleId,
        @Nullable String region,
        Instant postedAt,
        List<AskedSkill> skills,
        @Nullable PayRange pay,
        DataSource source) {
    public JobPosting {
        skills = List.copyOf(skills);
    }
}
