package dev.skillpod.app.evaluation;

import dev.skillpod.core.evaluation.Bootstrap;
import dev.skillpod.core.evaluation.Ndcg;
import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.candidate.cold.ColdEvidence;
import dev.skillpod.core.recommend.candidate.cold.ColdStartConfig;
import dev.skillpod.core.recommend.candidate.cold.ColdStartModel;
import dev.skillpod.core.recommend.candidate.cold.ColdStartTrainer;
import dev.skillpod.core.recommend.candidate.cold.TextNeighbours;
import dev.skillpod.core.recommend.log.InteractionLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Ranks MOOCCubeX courses that nobody took yet: a fifth of the described courses is hidden with all enrolments in them, and
 * for every learner who took some of them they are ranked among themselves, by the learner's other courses.
 *
 * <p>Any seed but {@link #seed()} tunes: the courses of the reported measurement are removed, and others are hidden.
 */
public final class ColdStartEvaluation implements Evaluation {
    private static final int TOP = 20;
    private static final long REPORTED = 1;

    @Override
    public String name() {
        return "mooccubex-new";
    }

    @Override
    public String description() {
        return "MOOCCubeX, a fifth of the described courses hidden with all enrolments, ranked among themselves";
    }

    @Override
    public long seed() {
        return REPORTED;
    }

    @Override
    public Optional<Path> needs() {
        return Optional.of(Path.of("recsys", "mooccubex-97k"));
    }

    /** Scores the hidden courses for a learner. */
    @FunctionalInterface
    private interface Method {
        float[] scores(int user, int[] history);
    }

    private record Named(String name, Method method) {}

    @Override
    public void measure(Path data, TrainingRun run, Consumer<EvaluationTable> out) {
        Path folder = data.resolve(needs().orElseThrow());
        run.progress().report("reading enrolments and texts", 0, 0);
        HiddenCourses courses =
                run.seed() == REPORTED ? HiddenCourses.reported(folder) : HiddenCourses.tuning(folder, run.seed());
        List<Named> methods = methods(courses, run);
        Set<String> visible = IntStream.range(0, courses.texts().size())
                .filter(item -> courses.texts().get(item).known() && isVisible(courses, item))
                .mapToObj(item -> courses.texts().get(item).nameWithoutTerm())
                .collect(Collectors.toSet());
        boolean[] rerun = new boolean[courses.hidden().length];
        for (int c = 0; c < rerun.length; c++) {
            rerun[c] = visible.contains(courses.texts().get(courses.hidden()[c]).nameWithoutTerm());
        }
        out.accept(table(courses, methods, c -> true, "all hidden courses", run));
        out.accept(table(courses, methods, c -> !rerun[c], "re-runs of visible courses left out", run));
    }

    private static List<Named> methods(HiddenCourses courses, TrainingRun run) {
        InteractionLog log = visibleLog(courses);
        int count = courses.hidden().length;
        ColdStartModel model = new ColdStartTrainer(ColdStartConfig.defaults())
                .fit(log, CourseText.textFields(courses.texts()), courses.hidden(), run);
        ColdEvidence evidence = model.evidence();
        float[] popularity = evidence.expectedPopularity();
        var neighbours = TextNeighbours.of(
                CourseText.everything(courses.texts()),
                IntStream.range(0, log.items())
                        .filter(item -> isVisible(courses, item))
                        .toArray(),
                courses.hidden(),
                run.threads());
        int map = evidence.names().indexOf("text-to-ease");
        var names = new ArrayList<String>();
        for (int way = 0; way < evidence.names().size(); way++) {
            names.add(String.format(
                    Locale.ROOT,
                    "%s %.2f",
                    evidence.names().get(way),
                    model.fusion().weights()[way]));
        }
        run.progress().report("weights of the fusion: " + String.join(", ", names), 0, 0);
        return List.of(
                new Named("random", (user, history) -> RandomScores.of(count, run.random("evaluate.random", user))),
                new Named("popularity expected of its text and tags", (user, history) -> popularity),
                new Named("TF-IDF kNN", (user, history) -> neighbours.scores(history)),
                new Named("text to EASE map", (user, history) -> evidence.of(history)[map]),
                new Named("fused", (user, history) -> model.scores(history)));
    }

    private static EvaluationTable table(
            HiddenCourses courses, List<Named> methods, IntPredicate kept, String which, TrainingRun run) {
        var place = new int[courses.log().items()];
        Arrays.fill(place, -1);
        int[] candidates =
                IntStream.range(0, courses.hidden().length).filter(kept).toArray();
        for (int c = 0; c < candidates.length; c++) {
            place[courses.hidden()[candidates[c]]] = c;
        }
        int[] users = IntStream.range(0, courses.log().users())
                .filter(user -> courses.courses(user, item -> place[item] >= 0).length > 0)
                .toArray();
        var rows = new ArrayList<List<String>>();
        for (Named method : methods) {
            run.progress().report("ranking: " + method.name(), 0, 0);
            var values = new double[users.length];
            try (var loop = new ParallelLoop(run.threads())) {
                loop.forEach(users.length, u -> {
                    var gains = new double[candidates.length];
                    for (int item : courses.courses(users[u], item -> place[item] >= 0)) {
                        gains[place[item]] = 1;
                    }
                    int[] history = courses.courses(users[u], item -> isVisible(courses, item));
                    float[] scores = method.method().scores(users[u], history);
                    values[u] = Ndcg.at(
                                    TOP,
                                    IntStream.of(candidates)
                                            .mapToDouble(c -> scores[c])
                                            .toArray(),
                                    gains)
                            .orElseThrow();
                });
            }
            Bootstrap.Interval interval = Bootstrap.mean(values, run.random("evaluate.bootstrap." + method.name()));
            rows.add(List.of(method.name(), EvaluationTable.interval("%.4f", interval)));
        }
        return new EvaluationTable(
                "MOOCCubeX, courses that nobody took yet: " + which + (run.seed() == REPORTED ? "" : " (tuning)"),
                List.of(
                        candidates.length + " hidden courses ranked among themselves for " + users.length
                                + " learners who took some; mean over learners, 95 % bootstrap interval.",
                        "Measured elsewhere, all hidden courses: text to EASE map .269, TF-IDF kNN .255, random .021."),
                List.of("method", "NDCG@" + TOP),
                rows);
    }

    /** The enrolments that a method may learn from. */
    private static InteractionLog visibleLog(HiddenCourses courses) {
        InteractionLog log = courses.log();
        var dropped = new boolean[log.entries()];
        for (int p = 0; p < dropped.length; p++) {
            dropped[p] = !isVisible(courses, log.itemAt(p));
        }
        return log.without(dropped);
    }

    private static boolean isVisible(HiddenCourses courses, int item) {
        return Arrays.binarySearch(courses.hidden(), item) < 0 && Arrays.binarySearch(courses.removed(), item) < 0;
    }
}
