package dev.skillpod.store.imports;

import dev.skillpod.store.json.ContentRow;
import dev.skillpod.store.json.DemandRow;
import dev.skillpod.store.json.EventRow;
import dev.skillpod.store.json.LearnerRow;
import dev.skillpod.store.json.PostingRow;
import dev.skillpod.store.json.PrerequisiteRow;
import dev.skillpod.store.json.RoleRow;
import dev.skillpod.store.json.RoleSkillRow;
import dev.skillpod.store.json.SkillRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a file of a folder holds, in the order of import. */
enum FeedKind {
    SKILLS(SkillRow.FIELDS, SkillRow.REQUIRED),
    PREREQUISITES(PrerequisiteRow.FIELDS, PrerequisiteRow.REQUIRED),
    ROLE_SKILLS(RoleSkillRow.FIELDS, RoleSkillRow.REQUIRED),
    ROLES(RoleRow.FIELDS, RoleRow.REQUIRED),
    CONTENTS(ContentRow.FIELDS, ContentRow.REQUIRED),
    LEARNERS(LearnerRow.FIELDS, LearnerRow.REQUIRED),
    EVENTS(EventRow.FIELDS, EventRow.REQUIRED),
    DEMAND(DemandRow.FIELDS, DemandRow.REQUIRED),
    POSTINGS(PostingRow.FIELDS, PostingRow.REQUIRED),
    /** A list of courses; no file is recognised as one by its name. */
    COURSE_LIST(List.of("kind", "section", "subsection", "title", "url", "note"), List.of("kind", "title", "url"));

    private final List<String> fields;
    private final List<String> required;

    FeedKind(List<String> fields, List<String> required) {
        this.fields = fields;
        this.required = required;
    }

    /** Returns the kind of that file name without extension, in any case. */
    static Optional<FeedKind> named(String name) {
        for (FeedKind kind : values()) {
            if (kind != COURSE_LIST && kind.fileName().equals(name.toLowerCase(Locale.ROOT))) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Returns the file name without extension. */
    String fileName() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<String> fields() {
        return fields;
    }

    /** Returns the columns a CSV file must have, given the tenant of rows that name none. */
    List<String> required(@Nullable String tenant) {
        if (tenant != null || !fields.contains("tenant_id")) {
            return required;
        }
        var all = new ArrayList<>(List.of("tenant_id"));
        all.addAll(required);
        return all;
    }
}
