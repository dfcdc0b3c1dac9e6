package dev.skillpod.core.gap.role;

/**
 * The meanings of roles' texts as a view: without their mean, since all roles are described somewhat alike, and scaled to a mean
 * squared length of 1. The mean of few roles is uncertain and counts less.
 */
final class RoleTexts {
    private static final int FEW_ROLES = 5;

    private final float[] mean;
    private final float scale;
    private final float[][] rows;

    /**
     * Makes the view of a catalogue.
     *
     * @param vectors a unit vector per role, as the catalogue's embedding has it
     */
    RoleTexts(float[][] vectors, int dimension) {
        mean = new float[dimension];
        for (float[] vector : vectors) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += vector[i] / (vectors.length + FEW_ROLES);
            }
        }
        double square = 0;
        for (float[] vector : vectors) {
            for (int i = 0; i < mean.length; i++) {
                square += (vector[i] - mean[i]) * (vector[i] - mean[i]) / vectors.length;
            }
        }
        scale = (float) (square > 0 ? 1 / Math.sqrt(square) : 1);
        rows = new float[vectors.length][];
        for (int r = 0; r < vectors.length; r++) {
            rows[r] = of(vectors[r]);
        }
    }

    /** Returns a row per role. */
    float[][] rows() {
        return rows;
    }

    /** Returns the row of any text's vector. */
    float[] of(float[] vector) {
        var row = new float[mean.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = scale * (vector[i] - mean[i]);
        }
        return row;
    }
}
