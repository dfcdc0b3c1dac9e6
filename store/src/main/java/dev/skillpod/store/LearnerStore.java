package dev.skillpod.store;

import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.catalog.DataSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What learners say of themselves, by tenant and user. Thread-safe. */
public final class LearnerStore {
    private static final String UPSERT = "INSERT INTO learners (tenant_id, user_id, " + ProfileRows.COLUMNS
            + ", data_source) VALUES (?, ?, CAST(? AS jsonb), CAST(? AS jsonb), ?, ?, ?, ?, ?)"
            + " ON CONFLICT (tenant_id, user_id) DO UPDATE SET skills = excluded.skills,"
            + " career_goals = excluded.career_goals, target_role = excluded.target_role,"
            + " experience_level = excluded.experience_level, learning_style = excluded.learning_style,"
            + " weekly_learning_hours = excluded.weekly_learning_hours, data_source = excluded.data_source,"
            + " updated_at = now()";

    private final Sql sql;

    LearnerStore(Sql sql) {
        this.sql = sql;
    }

    /** Replaces the profile of a learner, or adds the learner. */
    public void upsert(LearnerKey learner, LearnerProfile profile, DataSource source) {
        upsertAll(Map.of(learner, profile), source);
    }

    /**
     * Replaces or adds profiles, all or none.
     *
     * @throws InvalidRecordException when a profile may not be stored; the index counts in the map's order
     */
    public void upsertAll(Map<LearnerKey, LearnerProfile> profiles, DataSource source) {
        var field = new FieldCheck();
        int index = 0;
        for (var entry : profiles.entrySet()) {
            field.at(index++)
                    .id("tenantId", entry.getKey().tenantId())
                    .id("userId", entry.getKey().userId());
            ProfileRows.check(entry.getValue(), field);
        }
        if (profiles.isEmpty()) {
            return;
        }
        sql.write(reach(profiles), h -> {
            var batch = h.prepareBatch(UPSERT);
            profiles.forEach((learner, profile) -> batch.bind(0, learner.tenantId())
                    .bind(1, learner.userId())
                    .bind(2, ProfileRows.skillsJson(profile))
                    .bind(3, ProfileRows.goalsJson(profile))
                    .bind(4, profile.targetRole())
                    .bind(5, profile.experienceLevel())
                    .bind(6, profile.learningStyle())
                    .bind(7, profile.weeklyLearningHours())
                    .bind(8, source)
                    .add());
            return batch.execute().length;
        });
    }

    /** Returns the profile of a learner, if one was ever stored. */
    public Optional<LearnerProfile> find(LearnerKey learner) {
        return sql
                .rows(
                        learner.tenantId(),
                        "SELECT " + ProfileRows.COLUMNS + " FROM learners WHERE tenant_id = ? AND user_id = ?",
                        row -> ProfileRows.read(row, 1),
                        learner.tenantId(),
                        learner.userId())
                .stream()
                .findFirst();
    }

    private static Reach reach(Map<LearnerKey, LearnerProfile> profiles) {
        var tenants = profiles.keySet().stream()
                .map(LearnerKey::tenantId)
                .distinct()
                .limit(2)
                .toList();
        return tenants.size() == 1 ? Reach.of(tenants.getFirst()) : Reach.ALL;
    }

    /**
     * Returns users of a tenant that have a profile, ordered by id, a page at a time.
     *
     * @param afterUserId the last user of the page before, or the empty string
     * @param limit users at most, at least 1
     */
    public List<String> users(String tenantId, String afterUserId, int limit) {
        return sql.rows(
                tenantId,
                "SELECT user_id FROM learners WHERE tenant_id = ? AND user_id > ? ORDER BY user_id LIMIT ?",
                row -> row.getString(1),
                tenantId,
                afterUserId,
                limit);
    }

    /**
     * Returns the learners of a tenant whose user id begins with some characters, ordered by id.
     *
     * @param prefix what the id begins with, by code point; empty for all
     * @param limit learners at most, at least 1
     */
    public List<StoredLearner> startingWith(String tenantId, String prefix, int limit) {
        // Ids are ordered by code point, so those with a prefix stand together in the index.
        return sql.rows(
                tenantId,
                "SELECT user_id, data_source, " + ProfileRows.COLUMNS
                        + " FROM learners WHERE tenant_id = ? AND user_id >= ? AND user_id < ? ORDER BY user_id LIMIT"
                        + " ?",
                row -> new StoredLearner(
                        new LearnerKey(tenantId, row.getString(1)),
                        ProfileRows.read(row, 3),
                        DataSource.valueOf(row.getString(2))),
                tenantId,
                prefix,
                prefix + Character.toString(Character.MAX_CODE_POINT),
                limit);
    }

    /** Returns how many learners of a tenant have a profile. */
    public long count(String tenantId) {
        return sql.rows(tenantId, "SELECT count(*) FROM learners WHERE tenant_id = ?", row -> row.getLong(1), tenantId)
                .getFirst();
    }
}
