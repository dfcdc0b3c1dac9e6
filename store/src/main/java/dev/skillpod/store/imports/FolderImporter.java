package dev.skillpod.store.imports;

import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.activity.LearnerEvent;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.Prerequisite;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.store.imports.ImportSink.Existing;
import dev.skillpod.store.json.Checked;
import dev.skillpod.store.json.ContentRow;
import dev.skillpod.store.json.DemandRow;
import dev.skillpod.store.json.EventRow;
import dev.skillpod.store.json.FieldError;
import dev.skillpod.store.json.Fields;
import dev.skillpod.store.json.LearnerRow;
import dev.skillpod.store.json.PostingRow;
import dev.skillpod.store.json.PrerequisiteRow;
import dev.skillpod.store.json.RoleRow;
import dev.skillpod.store.json.RoleSkillRow;
import dev.skillpod.store.json.SkillRow;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Imports files named after what they hold, kind by kind in the order of {@link FeedKind}, so that what is referred to is
 * stored first. All headers are checked before the first row is stored.
 */
final class FolderImporter {
    private final ImportRun run;
    private final ImportSink sink;
    private final FeedReader reader;
    private final RoleSkills roleSkills = new RoleSkills();
    private final AcyclicEdges skillEdges = new AcyclicEdges();
    private final AcyclicEdges contentEdges = new AcyclicEdges();

    FolderImporter(ImportRun run) {
        this.run = run;
        this.sink = run.sink();
        this.reader = new FeedReader(run);
    }

    /** Imports the files. */
    void run(List<FeedFile> files) {
        files.forEach(reader::check);
        if (files.stream().anyMatch(file -> file.kind() == FeedKind.PREREQUISITES)) {
            sink.knownPrerequisites().forEach(edge -> skillEdges.add(edge.skillId(), edge.requiresSkillId()));
        }
        files.stream()
                .sorted(Comparator.comparing(FeedFile::kind).thenComparing(FeedFile::path))
                .forEach(this::file);
        roleSkills.rejectOthers();
    }

    private void file(FeedFile file) {
        FileTally tally = run.tally(file.path());
        String tenant = run.options().tenant();
        var source = run.options().dataSource();
        switch (file.kind()) {
            case SKILLS ->
                read(
                        file,
                        tally,
                        fields -> SkillRow.read(fields, file.area(), source),
                        run.upserts(tally, Skill::id, rows -> sink.skills(rows, Existing.REPLACE)));
            case PREREQUISITES ->
                read(
                        file,
                        tally,
                        fields -> PrerequisiteRow.read(fields).and(this::cycle),
                        run.upserts(
                                tally, edge -> List.of(edge.skillId(), edge.requiresSkillId()), sink::prerequisites));
            case ROLE_SKILLS ->
                reader.read(file, tally, (line, fields) -> {
                    switch (RoleSkillRow.read(fields)) {
                        case Checked.Valid<RoleSkillRow> valid -> roleSkills.add(tally, line, valid.value());
                        case Checked.Invalid<RoleSkillRow> invalid -> tally.reject(line, invalid.message());
                    }
                });
            case ROLES ->
                read(
                        file,
                        tally,
                        fields -> RoleRow.read(fields, file.area(), source).map(roleSkills::complete),
                        run.upserts(tally, Role::id, sink::roles));
            case CONTENTS ->
                read(
                        file,
                        tally,
                        fields -> ContentRow.read(fields, source).and(this::cycle),
                        run.upserts(tally, Content::id, rows -> sink.contents(rows, Existing.REPLACE)));
            case LEARNERS ->
                read(
                        file,
                        tally,
                        fields -> LearnerRow.read(fields, tenant),
                        run.upserts(tally, LearnerRow::learner, sink::profiles));
            case EVENTS -> read(file, tally, fields -> EventRow.read(fields, tenant), events(tally));
            case DEMAND ->
                read(
                        file,
                        tally,
                        DemandRow::read,
                        run.upserts(
                                tally,
                                point -> List.of(point.skillId(), point.period(), Optional.ofNullable(point.region())),
                                sink::demand));
            case POSTINGS ->
                read(
                        file,
                        tally,
                        fields -> PostingRow.read(fields, source),
                        run.upserts(tally, JobPosting::id, sink::postings));
            case COURSE_LIST -> throw new IllegalArgumentException("not a file of a folder: " + file.path());
        }
    }

    private Batch<LearnerEvent> events(FileTally tally) {
        return new Batch<>(
                tally,
                run.options().batchSize(),
                true,
                event -> List.of(event.learner().tenantId(), event.eventId()),
                sink::events);
    }

    private <T> void read(FeedFile file, FileTally tally, Function<Fields, Checked<T>> row, Batch<T> batch) {
        reader.read(file, tally, (line, fields) -> {
            switch (row.apply(fields)) {
                case Checked.Valid<T> valid -> batch.add(line, valid.value());
                case Checked.Invalid<T> invalid -> tally.reject(line, invalid.message());
            }
        });
        batch.flush();
    }

    private Optional<FieldError> cycle(Prerequisite edge) {
        Optional<String> cycle = skillEdges.cycle(edge.skillId(), edge.requiresSkillId());
        if (cycle.isEmpty()) {
            skillEdges.add(edge.skillId(), edge.requiresSkillId());
        }
        return cycle.map(
                path -> new FieldError("requires_skill_id", "must not lead back to the skill", "the cycle " + path));
    }

    private Optional<FieldError> cycle(Content content) {
        for (String other : content.prerequisiteIds()) {
            Optional<String> cycle = contentEdges.cycle(content.id(), other);
            if (cycle.isPresent()) {
                return cycle.map(path -> new FieldError(
                        "prerequisite_content_ids", "must not lead back to the content", "the cycle " + path));
            }
        }
        content.prerequisiteIds().forEach(other -> contentEdges.add(content.id(), other));
        return Optional.empty();
    }
}
