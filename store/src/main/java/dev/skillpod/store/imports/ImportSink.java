package dev.skillpod.store.imports;

import dev.skillpod.core.activity.DemandPoint;
import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.activity.LearnerEvent;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.Prerequisite;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.store.json.LearnerRow;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Where imported rows go. Called by one thread.
 *
 * <p>Each method takes a batch without repeated ids and stores all of it or, when it throws, nothing. Storing the same rows
 * again changes nothing. A {@link RowsRejectedException} names the rows of the batch that may not be stored; the importer
 * records them by file and line and calls again with the others. Any other exception ends the import.
 */
public interface ImportSink {
    /** What becomes of a row whose id is there already. */
    enum Existing {
        /** The new row replaces it. */
        REPLACE,
        /** It stays as it is, and the new row is dropped. */
        KEEP
    }

    /** Stores skills. */
    void skills(List<Skill> rows, Existing existing);

    /** Stores prerequisites; one between the same two skills is replaced. */
    void prerequisites(List<Prerequisite> rows);

    /** Stores roles, replacing those with the same id. */
    void roles(List<Role> rows);

    /** Stores contents. */
    void contents(List<Content> rows, Existing existing);

    /** Stores learners' profiles, replacing earlier ones. */
    void profiles(List<LearnerRow> rows);

    /** Appends events; those that are known already are passed over. */
    void events(List<LearnerEvent> rows);

    /** Stores demand; a point of the same skill, month and region is replaced. */
    void demand(List<DemandPoint> rows);

    /** Stores job postings, replacing those with the same id. */
    void postings(List<JobPosting> rows);

    /** Returns the prerequisites stored so far, so that an import that would close a cycle is told at its line. */
    default Collection<Prerequisite> knownPrerequisites() {
        return List.of();
    }

    /**
     * Returns the ids of stored skills by name.
     *
     * @param names names as an import has them
     * @return for each that is the name or an alias of a stored skill, ignoring case, that skill's id; others are left out
     */
    default Map<String, String> skillsNamed(Collection<String> names) {
        return Map.of();
    }
}
