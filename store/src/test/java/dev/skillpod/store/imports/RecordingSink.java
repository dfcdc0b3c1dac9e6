package dev.skillpod.store.imports;

import dev.skillpod.core.activity.DemandPoint;
import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.activity.LearnerEvent;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.Prerequisite;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.store.json.LearnerRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A sink that keeps everything in memory, and rejects what it is told to, all or nothing as the port demands. */
final class RecordingSink implements ImportSink {
    final Map<String, Skill> skills = new LinkedHashMap<>();
    final Map<List<String>, Prerequisite> prerequisites = new LinkedHashMap<>();
    final Map<String, Role> roles = new LinkedHashMap<>();
    final Map<String, Content> contents = new LinkedHashMap<>();
    final Map<LearnerKey, LearnerProfile> profiles = new LinkedHashMap<>();
    final Map<List<String>, LearnerEvent> events = new LinkedHashMap<>();
    final Map<String, DemandPoint> demand = new LinkedHashMap<>();
    final Map<String, JobPosting> postings = new LinkedHashMap<>();

    /** What is wrong with ids that this sink does not take. */
    final Map<String, String> refused = new HashMap<>();

    /** The kind and size of each batch that was taken. */
    final List<String> batches = new ArrayList<>();

    @Override
    public void skills(List<Skill> rows, Existing existing) {
        store("skills", rows, Skill::id, Skill::id, skills, existing);
    }

    @Override
    public void prerequisites(List<Prerequisite> rows) {
        store(
                "prerequisites",
                rows,
                Prerequisite::skillId,
                p -> List.of(p.skillId(), p.requiresSkillId()),
                prerequisites,
                Existing.REPLACE);
    }

    @Override
    public void roles(List<Role> rows) {
        store("roles", rows, Role::id, Role::id, roles, Existing.REPLACE);
    }

    @Override
    public void contents(List<Content> rows, Existing existing) {
        store("contents", rows, Content::id, Content::id, contents, existing);
    }

    @Override
    public void profiles(List<LearnerRow> rows) {
        refuse(rows, row -> row.learner().userId());
        rows.forEach(row -> profiles.put(row.learner(), row.profile()));
        batches.add("profiles " + rows.size());
    }

    @Override
    public void events(List<LearnerEvent> rows) {
        store(
                "events",
                rows,
                LearnerEvent::eventId,
                e -> List.of(e.learner().tenantId(), e.eventId()),
                events,
                Existing.KEEP);
    }

    @Override
    public void demand(List<DemandPoint> rows) {
        store(
                "demand",
                rows,
                DemandPoint::skillId,
                d -> d.skillId() + d.period() + d.region(),
                demand,
                Existing.REPLACE);
    }

    @Override
    public void postings(List<JobPosting> rows) {
        store("postings", rows, JobPosting::id, JobPosting::id, postings, Existing.REPLACE);
    }

    @Override
    public Collection<Prerequisite> knownPrerequisites() {
        return prerequisites.values();
    }

    @Override
    public Map<String, String> skillsNamed(Collection<String> names) {
        var found = new HashMap<String, String>();
        for (String name : names) {
            skills.values().stream()
                    .filter(skill -> skill.name().equalsIgnoreCase(name)
                            || skill.aliases().stream().anyMatch(name::equalsIgnoreCase))
                    .findFirst()
                    .ifPresent(skill -> found.put(name, skill.id()));
        }
        return found;
    }

    /** Returns everything that is stored, for comparison. */
    List<Object> everything() {
        return List.of(
                Map.copyOf(skills),
                Map.copyOf(prerequisites),
                Map.copyOf(roles),
                Map.copyOf(contents),
                Map.copyOf(profiles),
                Map.copyOf(events),
                Map.copyOf(demand),
                Map.copyOf(postings));
    }

    private <T, K> void store(
            String kind,
            List<T> rows,
            Function<T, String> id,
            Function<T, K> key,
            Map<K, T> stored,
            Existing existing) {
        refuse(rows, id);
        if (rows.stream().map(key).distinct().count() < rows.size()) {
            throw new AssertionError("a batch must not repeat an id: " + rows);
        }
        for (T row : rows) {
            if (existing == Existing.KEEP) {
                stored.putIfAbsent(key.apply(row), row);
            } else {
                stored.put(key.apply(row), row);
            }
        }
        batches.add(kind + " " + rows.size());
    }

    private <T> void refuse(List<T> rows, Function<T, String> id) {
        if (rows.stream().map(id).anyMatch(refused::containsKey)) {
            throw RowsRejectedException.naming(rows, id, refused);
        }
    }
}
