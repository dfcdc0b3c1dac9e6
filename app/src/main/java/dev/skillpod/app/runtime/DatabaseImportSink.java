package dev.skillpod.app.runtime;

import dev.skillpod.core.activity.DemandPoint;
import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.activity.LearnerEvent;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.CyclicPrerequisitesException;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.catalog.Prerequisite;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.store.AppendResult;
import dev.skillpod.store.Database;
import dev.skillpod.store.EventConflict;
import dev.skillpod.store.InvalidRecordException;
import dev.skillpod.store.imports.ImportSink;
import dev.skillpod.store.imports.RowsRejectedException;
import dev.skillpod.store.json.LearnerRow;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Stores what an import reads. What the database refuses is told row by row. */
public final class DatabaseImportSink implements ImportSink {
    private final Database database;
    private final DataSource source;

    /** Makes a sink; rows without a source of their own get {@code source}. */
    public DatabaseImportSink(Database database, DataSource source) {
        this.database = database;
        this.source = source;
    }

    @Override
    public void skills(List<Skill> rows, Existing existing) {
        Catalog catalog = database.catalog().load();
        List<Skill> wanted =
                wanted(rows, existing, row -> catalog.skill(row.id()).isPresent());
        store(() -> database.catalog().upsertSkills(wanted));
    }

    @Override
    public void prerequisites(List<Prerequisite> rows) {
        store(rows, Prerequisite::skillId, () -> database.catalog().upsertPrerequisites(rows, source));
    }

    @Override
    public void roles(List<Role> rows) {
        store(() -> database.catalog().upsertRoles(rows));
    }

    @Override
    public void contents(List<Content> rows, Existing existing) {
        Catalog catalog = database.catalog().load();
        List<Content> wanted =
                wanted(rows, existing, row -> catalog.content(row.id()).isPresent());
        store(wanted, Content::id, () -> database.catalog().upsertContents(wanted));
    }

    @Override
    public void profiles(List<LearnerRow> rows) {
        Map<LearnerKey, LearnerProfile> profiles = new LinkedHashMap<>();
        rows.forEach(row -> profiles.put(row.learner(), row.profile()));
        store(() -> database.learners().upsertAll(profiles, source));
    }

    @Override
    public void events(List<LearnerEvent> rows) {
        AppendResult result = store(() -> database.events().append(rows, source));
        if (!result.accepted()) {
            throw new RowsRejectedException(result.conflicts().stream()
                    .collect(Collectors.toMap(
                            EventConflict::index, c -> "event_id: is taken by an event with other content")));
        }
    }

    @Override
    public void demand(List<DemandPoint> rows) {
        store(() -> database.demand().upsert(rows, source));
    }

    @Override
    public void postings(List<JobPosting> rows) {
        store(() -> database.postings().upsert(rows));
    }

    @Override
    public Collection<Prerequisite> knownPrerequisites() {
        Catalog catalog = database.catalog().load();
        return catalog.prerequisites().topologicalOrder().stream()
                .flatMap(id -> catalog.prerequisites().requiredBy(id).stream())
                .toList();
    }

    @Override
    public Map<String, String> skillsNamed(Collection<String> names) {
        Map<String, String> ids = new HashMap<>();
        for (Skill skill : database.catalog().load().skills()) {
            skill.aliases().forEach(alias -> ids.putIfAbsent(alias.toLowerCase(Locale.ROOT), skill.id()));
            ids.put(skill.name().toLowerCase(Locale.ROOT), skill.id());
        }
        Map<String, String> found = new HashMap<>();
        for (String name : names) {
            String id = ids.get(name.toLowerCase(Locale.ROOT));
            if (id != null) {
                found.put(name, id);
            }
        }
        return found;
    }

    private static <T> List<T> wanted(List<T> rows, Existing existing, Predicate<T> stored) {
        return existing == Existing.REPLACE
                ? rows
                : rows.stream().filter(stored.negate()).toList();
    }

    private interface Write<R> {
        R run();
    }

    private static void store(Runnable write) {
        store(() -> {
            write.run();
            return true;
        });
    }

    private static <R> R store(Write<R> write) {
        try {
            return write.run();
        } catch (InvalidRecordException e) {
            throw new RowsRejectedException(Map.of(e.index(), e.field() + ": " + e.problem()));
        }
    }

    /** Stores rows that can close a cycle; those that lie on it are named. */
    private static <T> void store(List<T> rows, Function<T, String> id, Runnable write) {
        try {
            store(write);
        } catch (CyclicPrerequisitesException e) {
            Map<String, String> problems =
                    e.cycle().stream().distinct().collect(Collectors.toMap(at -> at, at -> e.getMessage()));
            throw RowsRejectedException.naming(rows, id, problems);
        }
    }
}
