package dev.skillpod.app.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.app.runtime.GapModelFiles;
import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.gap.outcome.HeldOutChances;
import dev.skillpod.core.gap.training.GapTrainer;
import dev.skillpod.core.gap.training.TooFewApplicationsException;
import dev.skillpod.core.gap.training.TrainedGapModels;
import dev.skillpod.core.gap.value.ClosingValue;
import dev.skillpod.core.gap.value.GapValuer;
import dev.skillpod.core.gap.value.JobOutlook;
import dev.skillpod.core.gap.value.LearnerOutlook;
import dev.skillpod.core.gap.value.PlausibleJobs;
import dev.skillpod.core.model.Progress;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.state.CatalogEmbedding;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LearnerState;
import dev.skillpod.core.recommend.state.LevelModel;
import dev.skillpod.core.recommend.state.RoleMatcher;
import dev.skillpod.core.text.WordHash;
import dev.skillpod.lightgbm.LightGbmTrainer;
import dev.skillpod.starter.StarterConfig;
import dev.skillpod.starter.StarterWorld;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What closing gaps is worth, learnt on a small starter world. */
class GapTrainingOnTheStarterWorldTest {
    private static StarterWorld world;
    private static CatalogIndex index;
    private static TrainedGapModels trained;
    private static GapValuer valuer;

    @BeforeAll
    static void train() {
        world = StarterWorld.generate(StarterConfig.defaults().withSeed(3).withLearners(1000));
        index = new CatalogIndex(world.catalog(), CatalogEmbedding.of(world.catalog(), new WordHash()));
        trained = train(world.postings());
        valuer = trained.bind(index, world.postings());
    }

    private static TrainedGapModels train(List<JobPosting> postings) {
        var run = new TrainingRun(3, 1, world.end(), Progress.SILENT);
        return new GapTrainer(new LightGbmTrainer()).fit(world.activityLog(), postings, index, "synthetic", run);
    }

    private static LearnerState state(LearnerHistory history) {
        LevelModel levels = LevelModel.parse(trained.outcomes().levels());
        return LearnerState.of(index, new RoleMatcher(index), levels, history, List.of(), world.end());
    }

    private static LearnerOutlook outlook(LearnerHistory history) {
        LearnerState state = state(history);
        return valuer.outlook(
                history,
                state,
                new PlausibleJobs(world.postings()).of(history, state.needs().role(), state.index(), state.asOf()));
    }

    private static List<LearnerHistory> applicants() {
        return world.histories().stream()
                .filter(h -> h.outcomes().size() > 2)
                .limit(60)
                .toList();
    }

    /** A fifth of the applications of 1000 learners are some 400: an AUC errs by 0.025 there. */
    @Test
    void laterApplicationsAreToldApart() {
        Map<String, Double> metrics = trained.provenance().metrics();
        assertThat(metrics.get("hired_auc")).isGreaterThan(0.7);
        assertThat(metrics.get("hired_calibration_error")).isLessThan(0.12);
        assertThat(metrics.get("pay_pinball")).isLessThan(metrics.get("pay_pinball_role"));
        assertThat(trained.provenance().rowCounts()).containsKeys("learners", "outcomes", "postings");
    }

    /** Over some 1900 applications the mean effect errs by a tenth; the bound is three of that. */
    @Test
    void theMeanEffectIsNearTheTrueOne() {
        double truth = 0;
        double estimate = 0;
        int covered = 0;
        int count = 0;
        for (int s = 0; s < index.skillCount(); s++) {
            Optional<ClosingValue> value = valuer.population(s);
            if (value.isPresent()) {
                String id = index.catalog().skills().get(s).id();
                double effect = world.truth().trueEffect(id, 10).orElseThrow();
                truth += effect * value.get().applications();
                estimate += value.get().increase().value() * value.get().applications();
                covered += effect >= value.get().increase().lower()
                                && effect <= value.get().increase().upper()
                        ? 1
                        : 0;
                count++;
            }
        }
        assertThat(count).isGreaterThan(60);
        assertThat(estimate / truth).isCloseTo(1, within(0.3));
        assertThat(covered / (double) count).isGreaterThan(0.8);
    }

    @Test
    void stagesAreOrderedAndRaisingALevelNeverHurts() {
        int valued = 0;
        for (LearnerHistory history : applicants()) {
            LearnerOutlook outlook = outlook(history);
            for (JobOutlook job : outlook.jobs()) {
                assertThat(job.hired()).isBetween(0.0, job.interviewed());
                assertThat(job.interviewed()).isLessThanOrEqualTo(job.shortlisted());
                assertThat(job.shortlisted()).isLessThanOrEqualTo(job.viewed());
                assertThat(job.viewed()).isLessThanOrEqualTo(1);
            }
            float[] levels = state(history).levels().level();
            for (int s = 0; s < index.skillCount(); s++) {
                double last = 0;
                for (double target = Math.max(5, levels[s]); target <= 100; target += 10) {
                    Optional<ClosingValue> value = outlook.closing(s, target);
                    if (value.isPresent()) {
                        assertThat(value.get().increase().value()).isGreaterThanOrEqualTo(last - 1e-12);
                        assertThat(value.get().confidence()).isBetween(0.0, 1.0);
                        assertThat(value.get().overlap()).isBetween(0.0, 1.0);
                        last = value.get().increase().value();
                        valued += last > 0 ? 1 : 0;
                    }
                }
            }
        }
        assertThat(valued).isGreaterThan(500);
    }

    @Test
    void aLevelThatHardlyAnyoneHasAndALevelAlreadyReachedAreSaidSo() {
        LearnerHistory history = applicants().getFirst();
        LearnerOutlook outlook = outlook(history);
        boolean refused = false;
        for (int s = 0; s < index.skillCount(); s++) {
            refused |=
                    outlook.closing(s, 100).isEmpty() && outlook.closing(s, 20).isPresent();
            outlook.closing(s, 0)
                    .ifPresent(value -> assertThat(value.increase().value()).isZero());
        }
        assertThat(refused).isTrue();
        assertThat(valuer.outlook(history, state(history), List.of()).closing(0, 50))
                .isEmpty();
    }

    @Test
    void whatIsWrittenIsReadAgainAndAnythingElseIsRefused() {
        var files = new TreeMap<>(GapModelFiles.write(trained));
        GapValuer read = GapModelFiles.read(files, trained.provenance()).bind(index, world.postings());
        LearnerHistory history = applicants().getFirst();
        LearnerState state = state(history);
        List<JobPosting> jobs =
                new PlausibleJobs(world.postings()).of(history, state.needs().role(), state.index(), state.asOf());
        assertThat(read.outlook(history, state, jobs).jobs())
                .isEqualTo(outlook(history).jobs());
        assertThat(read.population(3)).isEqualTo(valuer.population(3));
        var older = new TreeMap<>(files);
        assertThat(older.remove("held-out.json")).isNotNull();
        assertThat(GapModelFiles.read(older, trained.provenance()).heldOut())
                .as("versions of earlier programs have none")
                .isNull();
        for (String name : older.keySet()) {
            var broken = new TreeMap<>(files);
            broken.remove(name);
            assertThatThrownBy(() -> GapModelFiles.read(broken, trained.provenance()))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        files.put("gap-values.json", "{\"skillIds\":[\"a\"],\"outcomes\":{}}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> GapModelFiles.read(files, trained.provenance()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void outcomesAndPayAreLearntIndependently() {
        TrainedGapModels withoutPay = train(List.of());
        assertThat(withoutPay.pay()).isNull();
        assertThat(withoutPay.outcomes()).isNotNull();
        LearnerHistory history = applicants().getFirst();
        LearnerState state = state(history);
        List<JobPosting> jobs =
                new PlausibleJobs(List.of()).of(history, state.needs().role(), index, state.asOf());
        var seen = new HashSet<Boolean>();
        GapValuer bound = withoutPay.bind(index, List.of());
        for (int s = 0; s < index.skillCount(); s++) {
            bound.outlook(history, state, jobs).closing(s, 60).ifPresent(v -> seen.add(v.payPercent() == null));
        }
        assertThat(seen).containsExactly(true);

        var run = new TrainingRun(3, 1, world.end(), Progress.SILENT);
        var trainer = new GapTrainer(new LightGbmTrainer());
        TrainedGapModels payOnly = trainer.fit(visitor -> {}, world.postings(), index, "synthetic", run);
        assertThat(payOnly.outcomes()).isNull();
        assertThat(payOnly.pay()).isNotNull();
        GapValuer payValuer = payOnly.bind(index, world.postings());
        assertThat(payValuer.population(0)).isEmpty();
        LearnerOutlook paid = payValuer.outlook(history, state, world.postings().subList(0, 20));
        int asked = index.catalog()
                .skillIndex(world.postings().getFirst().skills().getFirst().skillId())
                .orElseThrow();
        assertThat(paid.closing(asked, 90)).isEmpty();
        assertThat(paid.pay(asked, 1, 90).orElseThrow().upper()).isPositive();
        assertThat(payValuer.populationPay(asked).orElseThrow().upper()).isPositive();
        assertThatThrownBy(() -> trainer.fit(visitor -> {}, List.of(), index, "synthetic", run))
                .isInstanceOf(TooFewApplicationsException.class)
                .hasMessageContaining("0 answered applications");
    }

    @Test
    void theSameLogGivesTheSameModel() {
        assertThat(GapModelFiles.write(train(world.postings())))
                .usingRecursiveComparison()
                .isEqualTo(GapModelFiles.write(trained));
    }

    @Test
    void heldOutChancesAreKeptForTheGate() {
        HeldOutChances heldOut = trained.heldOut();

        assertThat(heldOut.applications())
                .hasSize(trained.provenance().metrics().get("applications_kept").intValue());
        assertThat(heldOut.logLoss(heldOut, new java.util.SplittableRandom(1)))
                .hasValueSatisfying(same -> assertThat(same.upper()).isZero());
    }
}
