package dev.skillpod.app.runtime;

import dev.skillpod.app.serving.SkillGapSource;
import dev.skillpod.app.serving.StoreUnavailableException;
import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.gap.analysis.GapAnalyzer;
import dev.skillpod.core.gap.market.Postings;
import dev.skillpod.core.gap.market.UsualLevels;
import dev.skillpod.core.gap.relation.SkillRelations;
import dev.skillpod.core.gap.requirement.RequirementFinder;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.RoleMatcher;
import dev.skillpod.store.Database;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What answers questions about skill gaps now. Follows the catalogue, the postings, the demand and the current model of outcomes
 * and pay; a change makes a new state and swaps it in as a whole.
 */
public final class LiveSkillGaps implements SkillGapSource {
    /** The most postings kept in memory, the newest. */
    private static final int MOST_POSTINGS = 20_000;

    private static final Duration RETRY = Duration.ofSeconds(5);

    private final DemandSnapshot demand = new DemandSnapshot();
    private volatile @Nullable SkillGaps serving;
    private Optional<Key> key = Optional.empty();

    private record Key(CatalogIndex index, long postings, String model) {}

    @Override
    public SkillGaps skillGaps() {
        SkillGaps now = serving;
        if (now == null) {
            throw new StoreUnavailableException("the service is starting", RETRY, null);
        }
        return now;
    }

    /** Brings everything up to date. Called by one thread. */
    void follow(Platform platform, CatalogIndex index) {
        Database database = platform.database();
        demand.follow(database, index.catalog());
        var now = Optional.of(new Key(index, database.postings().version(), ""));
        if (!now.equals(key)) {
            serving = gaps(index, database.postings().recent(MOST_POSTINGS));
            key = now;
        }
    }

    private SkillGaps gaps(CatalogIndex index, List<JobPosting> postings) {
        var roles = new RoleMatcher(index);
        var usual = UsualLevels.of(index.catalog(), postings);
        var finder = new RequirementFinder(index.catalog(), roles, new Postings(postings), usual);
        var analyzer = new GapAnalyzer(index, finder, SkillRelations.of(index, postings), usual, demand::current, null);
        return new SkillGaps(analyzer, new EmbeddedMeaning(index), SkillGaps.UNTRAINED, "none");
    }
}
