package dev.skillpod.core.gap.relation;

import dev.skillpod.core.catalog.Skill;
import dev.skillpod.core.math.Hit;
import dev.skillpod.core.math.VectorIndex;
import dev.skillpod.core.text.TextEmbedder;
import java.util.ArrayList;
import java.util.List;

/**
 * How alike skills are by what they are called and by how they are described.
 *
 * <p>Of both vectors, the catalogue's mean is taken off first: sentences that explain skills are all somewhat alike, and some
 * are near to everything (hubs). The mean of a small catalogue is uncertain and counts less. A pair's likeness is a weighted
 * sum of the two cosines; both parts lie behind one another in one index, so that the nearest of thousands are found at once.
 * Immutable and thread-safe.
 */
final class SkillMeaning {
    private static final double NAME_WEIGHT = 8;
    private static final double DESCRIPTION_WEIGHT = 3;

    /** The mean counts in full when there are many more skills than this. */
    private static final double FEW_SKILLS = 10;

    private final VectorIndex index;

    private SkillMeaning(VectorIndex index) {
        this.index = index;
    }

    /**
     * Embeds the names.
     *
     * @param descriptions one vector per skill, as the catalogue's embedding has it
     */
    static SkillMeaning of(List<Skill> skills, float[][] descriptions, TextEmbedder embedder) {
        float[][] names = skills.parallelStream()
                .map(SkillMeaning::names)
                .map(embedder::embed)
                .toArray(float[][]::new);
        float[][] called = centred(names, Math.sqrt(NAME_WEIGHT));
        float[][] described = centred(descriptions, Math.sqrt(DESCRIPTION_WEIGHT));
        var rows = new ArrayList<float[]>(names.length);
        int dimension = embedder.dimension();
        for (int s = 0; s < names.length; s++) {
            var row = new float[2 * dimension];
            System.arraycopy(called[s], 0, row, 0, dimension);
            System.arraycopy(described[s], 0, row, dimension, dimension);
            rows.add(row);
        }
        return new SkillMeaning(VectorIndex.of(2 * dimension, rows));
    }

    /** Returns the skills with the most alike names and descriptions, itself left out. */
    List<Hit> nearest(int skill, int count) {
        return index.top(index.vector(skill), count, other -> other != skill);
    }

    /** Returns the likeness of two skills, at most 11; unrelated skills have about 0. */
    double likeness(int skill, int other) {
        return index.score(index.vector(skill), other);
    }

    private static String names(Skill skill) {
        return skill.aliases().isEmpty() ? skill.name() : skill.name() + ", " + String.join(", ", skill.aliases());
    }

    /** Returns the rows without their mean, scaled to one length. */
    private static float[][] centred(float[][] rows, double length) {
        if (rows.length == 0) {
            return rows;
        }
        var mean = new double[rows[0].length];
        for (float[] row : rows) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += row[i] / (rows.length + FEW_SKILLS);
            }
        }
        var centred = new float[rows.length][mean.length];
        for (int r = 0; r < rows.length; r++) {
            double square = 0;
            for (int i = 0; i < mean.length; i++) {
                centred[r][i] = (float) (rows[r][i] - mean[i]);
                square += centred[r][i] * centred[r][i];
            }
            float scale = (float) (square > 0 ? length / Math.sqrt(square) : 0);
            for (int i = 0; i < mean.length; i++) {
                centred[r][i] *= scale;
            }
        }
        return centred;
    }
}
