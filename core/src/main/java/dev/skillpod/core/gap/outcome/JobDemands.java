package dev.skillpod.core.gap.outcome;

import dev.skillpod.core.activity.AskedSkill;
import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.gap.market.UsualLevels;
import dev.skillpod.core.recommend.state.CatalogIndex;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What every posted job asks for. A level that a posting leaves out is the one its role asks for, else the usual one
 * ({@link UsualLevels}). Immutable and thread-safe.
 */
public final class JobDemands {
    private final CatalogIndex index;
    private final float[] usual;
    private final Map<String, AskedLevels> byId = new HashMap<>();

    /** Resolves postings against a catalogue; skills and roles that it does not know are left out. */
    public JobDemands(List<JobPosting> postings, CatalogIndex index) {
        this(usual(postings, index), index);
        postings.forEach(posting -> byId.put(posting.id(), of(posting)));
    }

    /**
     * Makes the demands of no job, from usual levels.
     *
     * @param usual the level usually asked for, per skill of the catalogue
     */
    public JobDemands(float[] usual, CatalogIndex index) {
        this.index = index;
        this.usual = usual;
    }

    /** Returns what a job asks for: as posted, else the skills named, at usual levels. */
    public AskedLevels of(String jobId, List<String> skillIds) {
        AskedLevels posted = byId.get(jobId);
        if (posted != null) {
            return posted;
        }
        int[] skills = skillIds.stream()
                .distinct()
                .flatMapToInt(id -> index.catalog().skillIndex(id).stream())
                .toArray();
        var levels = new float[skills.length];
        for (int i = 0; i < skills.length; i++) {
            levels[i] = usual[skills[i]];
        }
        return new AskedLevels(skills, levels, -1);
    }

    /** Returns what a posting asks for. */
    public AskedLevels of(JobPosting posting) {
        String roleId = posting.roleId();
        int role = roleId == null ? -1 : index.catalog().roleIndex(roleId).orElse(-1);
        var skills = new int[posting.skills().size()];
        var levels = new float[skills.length];
        int n = 0;
        for (AskedSkill asked : posting.skills()) {
            int s = index.catalog().skillIndex(asked.skillId()).orElse(-1);
            if (s >= 0 && IntStream.range(0, n).noneMatch(i -> skills[i] == s)) {
                Integer level = asked.level();
                skills[n] = s;
                levels[n++] = level == null ? untold(s, role) : level;
            }
        }
        return new AskedLevels(Arrays.copyOf(skills, n), Arrays.copyOf(levels, n), role);
    }

    /** Returns the level usually asked for, per skill; not a copy. */
    public float[] usual() {
        return usual;
    }

    private float untold(int skill, int role) {
        if (role >= 0) {
            CatalogIndex.RoleRow row = index.role(role);
            for (int i = 0; i < row.skills().length; i++) {
                if (row.skills()[i] == skill) {
                    return row.levels()[i];
                }
            }
        }
        return usual[skill];
    }

    private static float[] usual(List<JobPosting> postings, CatalogIndex index) {
        var levels = UsualLevels.of(index.catalog(), postings);
        var usual = new float[index.skillCount()];
        for (int s = 0; s < usual.length; s++) {
            usual[s] = (float) levels.of(index.catalog().skills().get(s).id());
        }
        return usual;
    }
}
