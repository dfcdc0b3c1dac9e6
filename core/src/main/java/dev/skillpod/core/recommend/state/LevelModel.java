package dev.skillpod.core.recommend.state;

import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.activity.LearnerSkill;
import dev.skillpod.core.tracing.training.TrainedTracing;
import dev.skillpod.core.tree.MalformedModelException;
import dev.skillpod.core.tree.TreeEnsemble;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a learner can do before anything was measured, skill by skill: boosted trees over what the profile says ({@link
 * LevelColumn}), trained on first measurements. It takes the usual over-claiming out of claims, and expects of the skills
 * nobody asked about what measurements of learners with such a profile found. Untrained, it takes claims as they are and
 * 0 for the rest. Immutable and thread-safe.
 */
public final class LevelModel {
    private static final String HEADER = "level-spread";

    private final @Nullable TreeEnsemble trees;
    private final LevelSpread spread;
    private final String text;
    private final @Nullable TrainedTracing tracing;

    private LevelModel(@Nullable TreeEnsemble trees, LevelSpread spread, String text) {
        this(trees, spread, text, null);
    }

    private LevelModel(
            @Nullable TreeEnsemble trees, LevelSpread spread, String text, @Nullable TrainedTracing tracing) {
        this.trees = trees;
        this.spread = spread;
        this.text = text;
        this.tracing = tracing;
    }

    /** Returns the model that believes what it is told. */
    public static LevelModel untrained() {
        return of("", LevelSpread.assumed());
    }

    /**
     * Makes a model.
     *
     * @param treeText LightGBM model text of a regression over the columns of {@link LevelColumn}; empty for none
     */
    public static LevelModel of(String treeText, LevelSpread spread) {
        String header = String.format(
                Locale.ROOT,
                "%s %s %s %s %s %s%n",
                HEADER,
                spread.claimed(),
                spread.unclaimed(),
                spread.shared(),
                spread.measurement(),
                spread.keptShare());
        return parse(header + treeText);
    }

    /**
     * Reads what {@link #text} returned.
     *
     * @throws MalformedModelException when it is anything else
     */
    public static LevelModel parse(String text) {
        int end = text.indexOf('\n');
        String[] words =
                end < 0 ? new String[0] : text.substring(0, end).strip().split(" ");
        if (words.length != 6 || !words[0].equals(HEADER)) {
            throw new MalformedModelException("a level model must begin with a line of " + HEADER + " and 5 numbers");
        }
        LevelSpread spread;
        try {
            double[] n = Arrays.stream(words)
                    .skip(1)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            spread = new LevelSpread(n[0], n[1], n[2], n[3], n[4]);
        } catch (IllegalArgumentException e) {
            throw new MalformedModelException("the spread of a level model is malformed: " + e.getMessage());
        }
        String treeText = text.substring(end + 1);
        if (treeText.isBlank()) {
            return new LevelModel(null, spread, text);
        }
        TreeEnsemble trees = TreeEnsemble.parse(treeText);
        if (!trees.featureNames().equals(columns())) {
            throw new MalformedModelException("the level model was trained on other columns: " + trees.featureNames());
        }
        return new LevelModel(trees, spread, text);
    }

    /**
     * Returns this model, with answers to single items read by a tracing model: they move levels, and say what is likely forgotten.
     * Not part of {@link #text}.
     */
    public LevelModel with(@Nullable TrainedTracing answers) {
        return new LevelModel(trees, spread, text, answers);
    }

    /** Returns what reads answers; empty when nothing does. */
    public Optional<TrainedTracing> tracing() {
        return Optional.ofNullable(tracing);
    }

    /** Returns the names of the columns, in order. */
    public static List<String> columns() {
        return Arrays.stream(LevelColumn.values()).map(LevelColumn::name).toList();
    }

    /** Returns the form in which the model is stored. */
    public String text() {
        return text;
    }

    /** Returns how far levels lie from what is known of them. */
    public LevelSpread spread() {
        return spread;
    }

    /** Returns the expected level of every skill, in [0, 100]; 0 throughout when neither a skill nor a role is named. */
    public float[] prior(LearnerProfile profile, OptionalInt role, CatalogIndex index) {
        var prior = new float[index.skillCount()];
        if (trees == null || profile.skills().isEmpty() && role.isEmpty()) {
            for (LearnerSkill skill : profile.skills()) {
                index.catalog().skillIndex(skill.skillId()).ifPresent(s -> prior[s] = skill.level());
            }
            return prior;
        }
        var expected = new double[prior.length];
        trees.predictRaw(index.levelRows().of(profile, role), prior.length, expected);
        for (int s = 0; s < prior.length; s++) {
            prior[s] = (float) Math.clamp(expected[s], 0, 100);
        }
        return prior;
    }
}
