package dev.skillpod.store.imports;

import dev.skillpod.core.activity.DemandPoint;
import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.activity.LearnerEvent;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.Prerequisite;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.store.json.LearnerRow;
import java.util.List;
import java.util.Map;

/** A sink that breaks the port's rule: it rejects skills without naming them. */
record VagueSink(ImportSink rest) implements ImportSink {
    @Override
    public void skills(List<Skill> rows, Existing existing) {
        throw new RowsRejectedException(Map.of(rows.size(), "out of range"));
    }

    @Override
    public void prerequisites(List<Prerequisite> rows) {
        rest.prerequisites(rows);
    }

    @Override
    public void roles(List<Role> rows) {
        rest.roles(rows);
    }

    @Override
    public void contents(List<Content> rows, Existing existing) {
        rest.contents(rows, existing);
    }

    @Override
    public void profiles(List<LearnerRow> rows) {
        rest.profiles(rows);
    }

    @Override
    public void events(List<LearnerEvent> rows) {
        rest.events(rows);
    }

    @Override
    public void demand(List<DemandPoint> rows) {
        rest.demand(rows);
    }

    @Override
    public void postings(List<JobPosting> rows) {
        rest.postings(rows);
    }
}
