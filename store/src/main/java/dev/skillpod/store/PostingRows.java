package dev.skillpod.store;

import dev.skillpod.core.activity.AskedSkill;
import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.activity.PayRange;
import dev.skillpod.core.catalog.DataSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Postings as rows of the table {@code postings}: checking, writing, reading. */
final class PostingRows {
    /** The columns, in the order in which {@link #write} and {@link #read} take them. */
    static final String COLUMNS = "id, title, role_id, region, posted_at, skill_ids, skill_levels, pay_low, pay_high,"
            + " pay_currency, data_source";

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private PostingRows() {}

    static void check(Collection<JobPosting> postings) {
        var field = new FieldCheck();
        var seen = new HashSet<String>();
        int index = 0;
        for (JobPosting posting : postings) {
            field.at(index++)
                    .id("id", posting.id())
                    .optionalText("title", posting.title())
                    .optionalId("roleId", posting.roleId())
                    .optionalId("region", posting.region())
                    .time("postedAt", posting.postedAt())
                    .present("source", posting.source());
            skills(posting, field);
            PayRange pay = posting.pay();
            if (pay != null && !CURRENCY.matcher(pay.currency()).matches()) {
                throw field.refuse("pay.currency", "must be three capital letters, was " + pay.currency());
            }
            if (!seen.add(posting.id())) {
                throw field.refuse("id", "occurs twice: " + posting.id());
            }
        }
    }

    private static void skills(JobPosting posting, FieldCheck field) {
        var seen = new HashSet<String>();
        for (AskedSkill skill : posting.skills()) {
            field.id("skills.skillId", skill.skillId()).range("skills.level", skill.level(), 0, 100);
            if (!seen.add(skill.skillId())) {
                throw field.refuse("skills", "must name a skill once, twice: " + skill.skillId());
            }
        }
    }

    static void write(JobPosting posting, CopyRows rows) throws SQLException {
        PayRange pay = posting.pay();
        rows.text(posting.id())
                .text(posting.title())
                .text(posting.roleId())
                .text(posting.region())
                .time(posting.postedAt())
                .array(posting.skills().stream().map(AskedSkill::skillId).toList())
                .integers(levels(posting))
                .number(pay == null ? null : (Double) pay.low())
                .number(pay == null ? null : (Double) pay.high())
                .text(pay == null ? null : pay.currency())
                .name(posting.source())
                .end();
    }

    static JobPosting read(ResultSet row) throws SQLException {
        double low = row.getDouble(8);
        PayRange pay = row.wasNull() ? null : new PayRange(low, row.getDouble(9), row.getString(10));
        return new JobPosting(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                skills((String[]) row.getArray(6).getArray(), (@Nullable Short[])
                        row.getArray(7).getArray()),
                pay,
                DataSource.valueOf(row.getString(11)));
    }

    private static List<@Nullable Integer> levels(JobPosting posting) {
        var levels = new ArrayList<@Nullable Integer>(posting.skills().size());
        posting.skills().forEach(skill -> levels.add(skill.level()));
        return levels;
    }

    private static List<AskedSkill> skills(String[] ids, @Nullable Short[] levels) {
        var skills = new ArrayList<AskedSkill>(ids.length);
        for (int i = 0; i < ids.length; i++) {
            Short level = levels[i];
            skills.add(new AskedSkill(ids[i], level == null ? null : (Integer) level.intValue()));
        }
        return skills;
    }
}
