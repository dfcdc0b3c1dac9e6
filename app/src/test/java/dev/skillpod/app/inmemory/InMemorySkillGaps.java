package dev.skillpod.app.inmemory;

import dev.skillpod.app.serving.CatalogSource;
import dev.skillpod.app.serving.SkillGapSource;
import dev.skillpod.app.serving.SkillMeaning;
import dev.skillpod.core.activity.AskedSkill;
import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.gap.analysis.GapAnalyzer;
import dev.skillpod.core.gap.analysis.LearnerValues;
import dev.skillpod.core.gap.market.Postings;
import dev.skillpod.core.gap.market.SkillDemand;
import dev.skillpod.core.gap.market.UsualLevels;
import dev.skillpod.core.gap.relation.SkillRelations;
import dev.skillpod.core.gap.requirement.RequirementFinder;
import dev.skillpod.core.gap.role.RoleSkillModel;
import dev.skillpod.core.gap.value.ClosingValue;
import dev.skillpod.core.gap.value.GapValuer;
import dev.skillpod.core.gap.value.Interval;
import dev.skillpod.core.gap.value.JobOutlook;
import dev.skillpod.core.gap.value.LearnerOutlook;
import dev.skillpod.core.gap.value.PlausibleJobs;
import dev.skillpod.core.recommend.state.CatalogEmbedding;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LearnerState;
import dev.skillpod.core.recommend.state.LevelModel;
import dev.skillpod.core.recommend.state.RoleMatcher;
import dev.skillpod.core.text.WordHash;
import dev.skillpod.core.trend.demand.TrendDirection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Skill gaps over a catalogue in memory. One posting is known (job-1 asks for sql at 80, pays, and is of no role); demand is known of
 * sql (80) and python (40); the value of closing a gap is fixed, known for sql with pay and for python without, and only for
 * learners who met a job.
 */
public final class InMemorySkillGaps implements SkillGapSource {
    private static final ClosingValue SQL =
            new ClosingValue(0.3, new Interval(0.07, 0.03, 0.11), new Interval(4.2, 1, 7), 1, 120, 0.6, 0.7);
    private static final ClosingValue PYTHON =
            new ClosingValue(0.3, new Interval(0.02, -0.02, 0.06), null, 1, 60, 0.5, 0.4);

    private final CatalogSource catalog;

    /** Answers out of a catalogue. */
    public InMemorySkillGaps(CatalogSource catalog) {
        this.catalog = catalog;
    }

    @Override
    public SkillGaps skillGaps() {
        var index = new CatalogIndex(catalog.catalog(), CatalogEmbedding.of(catalog.catalog(), new WordHash()));
        List<JobPosting> postings = List.of(new JobPosting(
                "job-1",
                "Analyst",
                null,
                null,
                Instant.parse("2026-10-01T00:00:00Z"),
                List.of(new AskedSkill("sql", 80)),
                null,
                DataSource.SYNTHETIC));
        var roles = new RoleMatcher(index);
        var usual = UsualLevels.of(index.catalog(), postings);
        var analyzer = new GapAnalyzer(
                index,
                new RequirementFinder(index.catalog(), roles, RoleSkillModel.of(index), new Postings(postings), usual),
                SkillRelations.of(index, postings),
                usual,
                () -> new SkillDemand(Map.of("sql", 80.0, "python", 40.0), Map.of("django", TrendDirection.RISING)),
                new LearnerValues(
                        index, roles, LevelModel.untrained(), new PlausibleJobs(postings), new FixedValuer(index)));
        return new SkillGaps(analyzer, new Synonym(), "test-1", "synthetic");
    }

    /** Knows that "relational queries" means sql, and that everything is near to django. */
    private static final class Synonym implements SkillMeaning {
        @Override
        public Optional<String> meant(String text) {
            return text.equals("relational queries") ? Optional.of("sql") : Optional.empty();
        }

        @Override
        public List<String> nearest(String text) {
            return List.of("django");
        }
    }

    private record FixedValuer(CatalogIndex index) implements GapValuer {
        @Override
        public LearnerOutlook outlook(LearnerHistory history, LearnerState state, List<JobPosting> jobs) {
            return new LearnerOutlook() {
                @Override
                public List<JobOutlook> jobs() {
                    return List.of();
                }

                @Override
                public Optional<ClosingValue> closing(int skill, double targetLevel) {
                    return jobs.isEmpty() ? Optional.empty() : population(skill);
                }
            };
        }

        @Override
        public Optional<ClosingValue> population(int skill) {
            return switch (index.catalog().skills().get(skill).id()) {
                case "sql" -> Optional.of(SQL);
                case "python" -> Optional.of(PYTHON);
                default -> Optional.empty();
            };
        }
    }
}
