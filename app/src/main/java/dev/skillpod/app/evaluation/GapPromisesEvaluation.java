package dev.skillpod.app.evaluation;

import dev.skillpod.core.gap.analysis.GapAnalyzer;
import dev.skillpod.core.gap.market.Postings;
import dev.skillpod.core.gap.market.SkillDemand;
import dev.skillpod.core.gap.market.UsualLevels;
import dev.skillpod.core.gap.relation.SkillRelations;
import dev.skillpod.core.gap.requirement.RequirementFinder;
import dev.skillpod.core.gap.role.RoleSkillModel;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.state.RoleMatcher;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Holds gap analysis to its promises on generated learners of the starter world: nothing is missed, and learning never hurts. */
public final class GapPromisesEvaluation implements Evaluation {
    private static final int LEARNERS = 10_000;

    @Override
    public String name() {
        return "gaps-promises";
    }

    @Override
    public String description() {
        return "skill gaps: completeness and monotonicity on generated learners";
    }

    @Override
    public long seed() {
        return 20_261_126;
    }

    @Override
    public void measure(Path data, TrainingRun run, Consumer<EvaluationTable> out) {
        EmbeddedWorld.with(run, (world, index) -> {
            var usual = UsualLevels.of(world.catalog(), world.postings());
            var relations = SkillRelations.of(index, world.postings());
            var finder = new RequirementFinder(
                    world.catalog(),
                    new RoleMatcher(index),
                    RoleSkillModel.of(index),
                    new Postings(world.postings()),
                    usual);
            var analyzer = new GapAnalyzer(index, finder, relations, usual, SkillDemand::unknown, null);
            var promises = new GapPromises(analyzer, relations, world.catalog(), world.postings());
            out.accept(table(promises.check(LEARNERS, run)));
        });
    }

    private static EvaluationTable table(GapPromises.Tally tally) {
        return new EvaluationTable(
                "Skill gaps, " + tally.learners() + " generated learners, " + tally.gaps() + " gaps",
                List.of(
                        "Learners with random skills, targets, roles, signals, outcomes, assessments and finished contents over"
                                + " the starter catalogue. A reference of its own finds the requirements and gaps once more; then each"
                                + " learner gets one more skill, and a higher level of each skill in turn."),
                List.of("promise", "checks", "violations"),
                List.of(
                        row("every requirement is found", tally.requirementChecks(), tally.missedRequirements()),
                        row("every unmet requirement is a gap, and no other", tally.gapChecks(), tally.wrongGaps()),
                        row("a skill added enlarges no gap", tally.added(), tally.grownByAdding()),
                        row("a level raised enlarges no gap", tally.raised(), tally.grownByRaising())));
    }

    private static List<String> row(String promise, long checks, long violations) {
        return List.of(promise, Long.toString(checks), Long.toString(violations));
    }
}
