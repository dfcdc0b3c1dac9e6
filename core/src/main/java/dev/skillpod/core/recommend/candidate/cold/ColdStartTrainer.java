package dev.skillpod.core.recommend.candidate.cold;

import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.math.SparseGram;
import dev.skillpod.core.math.SparseMatrix;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.candidate.cold.ChoiceModel.Choice;
import dev.skillpod.core.recommend.log.InteractionLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Fits {@link ColdStartModel}s: evidence from texts and co-occurrences, and a fusion learnt on known contents that are
 * hidden in turn. Stateless between fits, hence thread-safe.
 */
public final class ColdStartTrainer {
    /** Newest items of a history that count among the co-occurrences. */
    private static final int LONGEST = 2000;

    private static final int LEFT_OUT = -2;
    private static final int NEVER_HIDDEN = -1;

    private final ColdStartConfig config;

    /** Creates a trainer. */
    public ColdStartTrainer(ColdStartConfig config) {
        this.config = config;
    }

    /**
     * Fits a model.
     *
     * @param log what users did; interactions with new contents are not looked at, items that nobody took are left out
     * @param fields what the items of the log say of themselves, at least one field
     * @param newItems the contents to rank, distinct items of the log
     * @throws IllegalArgumentException when a field does not have one map per item, or when fewer known items than folds
     *     have texts, so that nothing can be learnt
     */
    public ColdStartModel fit(InteractionLog log, List<TextField> fields, int[] newItems, TrainingRun run) {
        for (TextField field : fields) {
            if (field.terms().size() != log.items()) {
                throw new IllegalArgumentException("field " + field.name() + " must hold " + log.items()
                        + " maps, one per item, held " + field.terms().size());
            }
        }
        int[] parts = parts(log, fields, newItems, run);
        try (var loop = new ParallelLoop(run.threads())) {
            run.progress().report("co-occurrences", 0, 0);
            float[] gram = SparseGram.of(entries(log, newItems), loop);
            var choices = new ArrayList<Choice>();
            for (int fold = 0; fold < config.folds(); fold++) {
                run.progress().report("new contents, simulated", fold, config.folds());
                choices.addAll(choices(log, fields, gram, parts, fold, run, loop));
            }
            if (choices.isEmpty()) {
                throw new IllegalArgumentException(
                        "at least one known item with a text must have users who have others");
            }
            run.progress().report("new contents", 0, 0);
            int[] others = IntStream.range(0, parts.length)
                    .filter(item -> parts[item] != LEFT_OUT)
                    .toArray();
            return new ColdStartModel(
                    ColdEvidence.of(gram, fields, newItems, others, config, loop),
                    ChoiceModel.fit(choices, config.choiceRegularization()));
        }
    }

    /** Returns the part of each item: left out (new, or nobody took it), never hidden since it has no text, or a fold. */
    private int[] parts(InteractionLog log, List<TextField> fields, int[] newItems, TrainingRun run) {
        int[] counts = log.counts();
        var parts = new int[counts.length];
        int described = 0;
        for (int item : newItems) {
            counts[item] = 0;
        }
        for (int item = 0; item < parts.length; item++) {
            int candidate = item;
            parts[item] = counts[item] == 0 ? LEFT_OUT : NEVER_HIDDEN;
            if (counts[item] > 0 && fields.stream().anyMatch(field -> field.describes(candidate))) {
                parts[item] = run.random("cold.fold", item).nextInt(config.folds());
                described++;
            }
        }
        if (described < config.folds()) {
            throw new IllegalArgumentException(
                    "at least " + config.folds() + " known items must have a text, had " + described);
        }
        return parts;
    }

    /** Hides one fold and returns what a sample of its users chose from it. */
    private List<Choice> choices(
            InteractionLog log,
            List<TextField> fields,
            float[] gram,
            int[] parts,
            int fold,
            TrainingRun run,
            ParallelLoop loop) {
        int[] hidden = IntStream.range(0, parts.length)
                .filter(item -> parts[item] == fold)
                .toArray();
        int[] others = IntStream.range(0, parts.length)
                .filter(item -> parts[item] != fold && parts[item] != LEFT_OUT)
                .toArray();
        if (hidden.length == 0 || others.length == 0) {
            return List.of();
        }
        ColdEvidence evidence = ColdEvidence.of(gram, fields, hidden, others, config, loop);
        int[] users = sample(log, parts, fold, run.random("cold.users", fold));
        var choices = new Choice[users.length];
        loop.forEach(users.length, u -> {
            int[] history = log.history(users[u]);
            int[] taken = IntStream.of(history)
                    .filter(item -> parts[item] == fold)
                    .map(item -> Arrays.binarySearch(hidden, item))
                    .distinct()
                    .toArray();
            choices[u] = new Choice(evidence.of(history), taken);
        });
        return List.of(choices);
    }

    /** Draws users who have something of the fold and something known besides. */
    private int[] sample(InteractionLog log, int[] parts, int fold, RandomGenerator random) {
        int[] able = IntStream.range(0, log.users())
                .filter(user -> {
                    int[] history = log.history(user);
                    return IntStream.of(history).anyMatch(item -> parts[item] == fold)
                            && IntStream.of(history).anyMatch(item -> parts[item] != fold && parts[item] != LEFT_OUT);
                })
                .toArray();
        int count = Math.min(config.usersPerFold(), able.length);
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i, able.length);
            int drawn = able[j];
            able[j] = able[i];
            able[i] = drawn;
        }
        return Arrays.copyOf(able, count);
    }

    private static SparseMatrix entries(InteractionLog log, int[] newItems) {
        var isNew = new boolean[log.items()];
        for (int item : newItems) {
            isNew[item] = true;
        }
        SparseMatrix.Builder entries = SparseMatrix.builder(log.users(), log.items());
        for (int user = 0; user < log.users(); user++) {
            for (int p = Math.max(log.start(user), log.end(user) - LONGEST); p < log.end(user); p++) {
                if (!isNew[log.itemAt(p)]) {
                    entries.add(user, log.itemAt(p), 1);
                }
            }
        }
        return entries.build();
    }
}
