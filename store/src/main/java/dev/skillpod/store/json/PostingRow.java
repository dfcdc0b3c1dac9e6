package dev.skillpod.store.json;

import dev.skillpod.core.activity.AskedSkill;
import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.activity.PayRange;
import dev.skillpod.core.catalog.DataSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A job as it was posted: {@code job_id, posted_at}; optional {@code title, role_id, region, data_source}, {@code skills} with
 * {@code skill_id} and {@code level} in [0, 100] (none named when missing), {@code pay} with {@code low}, {@code high} and
 * {@code currency}, yearly. {@code PUT /api/v1/postings} takes the same objects.
 */
public final class PostingRow {
    /** All fields; in CSV the three parts of pay stand in for it. */
    public static final List<String> FIELDS = List.of(
            "job_id",
            "title",
            "role_id",
            "region",
            "posted_at",
            "skills",
            "pay",
            "pay_low",
            "pay_high",
            "pay_currency",
            "data_source");

    /** The fields that every row needs. */
    public static final List<String> REQUIRED = List.of("job_id", "posted_at");

    private static final Range PAY = new Range(0, false, 1e12);

    private PostingRow() {}

    /**
     * Reads a row.
     *
     * @param source the source of a row that names none
     */
    public static Checked<JobPosting> read(Fields row, DataSource source) {
        String id = row.id("job_id");
        String title = row.optionalText("title", Texts.MAX_NAME);
        String role = row.optionalId("role_id");
        String region = row.optionalId("region");
        Instant postedAt = row.instant("posted_at");
        List<AskedSkill> skills = skills(row);
        Pay pay = pay(row);
        DataSource ownSource = row.optionalOne("data_source", DataSource.class);
        return row.check(() -> new JobPosting(
                id,
                title,
                role,
                region,
                postedAt,
                skills,
                pay == null ? null : new PayRange(pay.low(), pay.high(), pay.currency()),
                Objects.requireNonNullElse(ownSource, source)));
    }

    private static List<AskedSkill> skills(Fields row) {
        var skills = new ArrayList<AskedSkill>();
        var seen = new HashSet<String>();
        for (Fields skill : row.objects("skills", "skill_id", "level")) {
            String id = skill.id("skill_id");
            if (!seen.add(id)) {
                skill.reject("skill_id", "must occur once", Texts.quoted(id));
            }
            skills.add(new AskedSkill(id, skill.optionalInteger("level", 0, 100)));
        }
        return skills;
    }

    /** What was read, legal or not: a {@link PayRange} cannot hold what is not. */
    private record Pay(double low, double high, String currency) {}

    private static @Nullable Pay pay(Fields row) {
        Fields pay = row.object("pay", "currency", "low", "high");
        if (pay == null) {
            return null;
        }
        String currency = pay.currency("currency");
        double low = pay.number("low", PAY);
        double high = pay.number("high", PAY);
        if (high > 0 && high < low) {
            pay.reject("high", "must be at least low (" + low + ")", Double.toString(high));
        }
        return new Pay(low, high, currency);
    }
}
