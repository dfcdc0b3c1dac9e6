package dev.skillpod.app.runtime;

import dev.skillpod.core.activity.LearnerEvent;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.catalog.Prerequisite;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.core.model.Progress;
import dev.skillpod.starter.StarterConfig;
import dev.skillpod.starter.StarterWorld;
import dev.skillpod.store.Database;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Loads the starter world, labelled synthetic row by row, into an empty database. Its truth is not loaded. A database that
 * was filled by an earlier version stays as it is: it has no job postings.
 */
public final class StarterLoad {
    private StarterLoad() {}

    /** Loads the default world; can be repeated after an interruption. */
    public static void into(Database database, Progress progress) {
        progress.report("making the starter world", 0, 0);
        StarterWorld world = StarterWorld.generate(StarterConfig.defaults());
        List<LearnerHistory> histories = world.histories();
        progress.report("storing the starter world", 0, histories.size());
        database.demand().upsert(world.demand(), DataSource.SYNTHETIC);
        database.postings().upsert(world.postings());
        profiles(database, histories);
        if (database.events().counts().isEmpty()) {
            var events = histories.stream().flatMap(StarterLoad::events).iterator();
            database.events().bulkLoad(events, DataSource.SYNTHETIC, progress);
        }
        // The catalogue comes last: an empty one tells the next start that loading was interrupted.
        catalog(database, world.catalog());
    }

    /** Returns whether the database is one to load the world into: no catalogue, and nothing that really happened. */
    public static boolean wantedBy(Database database) {
        return database.catalog().load().contents().isEmpty()
                && database.events().counts().stream().allMatch(count -> count.source() == DataSource.SYNTHETIC);
    }

    private static void catalog(Database database, Catalog catalog) {
        List<Prerequisite> prerequisites = catalog.skills().stream()
                .map(Skill::id)
                .flatMap(id -> catalog.prerequisites().requiredBy(id).stream())
                .toList();
        database.catalog().upsertSkills(catalog.skills());
        database.catalog().upsertPrerequisites(prerequisites, DataSource.SYNTHETIC);
        database.catalog().upsertRoles(catalog.roles());
        database.catalog().upsertContents(catalog.contents());
    }

    private static void profiles(Database database, List<LearnerHistory> histories) {
        Map<LearnerKey, LearnerProfile> profiles = new LinkedHashMap<>();
        histories.forEach(history -> profiles.put(history.learner(), history.profile()));
        database.learners().upsertAll(profiles, DataSource.SYNTHETIC);
    }

    private static Stream<LearnerEvent> events(LearnerHistory history) {
        return Stream.of(
                        history.engagements(),
                        history.assessments(),
                        history.signals(),
                        history.outcomes(),
                        history.answers())
                .flatMap(List::stream);
    }
}
