package dev.skillpod.core.gap.role;

/**
 * One way of looking at roles, beside the skills they require: what their texts mean, which field they belong to, which roles
 * are known to be related. Two roles are alike in it by the dot product of their rows.
 *
 * @param name what it is, for messages
 * @param weight how much it counts beside shared skills, at least 0; of a view whose rows have length 1, twice the weight counts
 *     like twice as many shared skills
 * @param rows one row per role, all of one length; a row of zeros where nothing is known; given away by the caller
 */
public record RoleView(String name, double weight, float[][] rows) {
    public RoleView {
        if (!(weight >= 0 && weight <= 1e6)) {
            throw new IllegalArgumentException(name + " weight must be in [0, 1e6], was " + weight);
        }
        for (float[] row : rows) {
            if (row.length != rows[0].length) {
                throw new IllegalArgumentException(
                        name + " rows must have one length, had " + rows[0].length + " and " + row.length);
            }
        }
    }

    /** Returns the same view, scaled so that its rows have a mean squared length of 1. */
    public RoleView scaled() {
        double square = 0;
        for (float[] row : rows) {
            for (float value : row) {
                square += value * value / rows.length;
            }
        }
        float scale = (float) (square > 0 ? 1 / Math.sqrt(square) : 1);
        var scaled = new float[rows.length][];
        for (int r = 0; r < rows.length; r++) {
            scaled[r] = rows[r].clone();
            for (int i = 0; i < scaled[r].length; i++) {
                scaled[r][i] *= scale;
            }
        }
        return new RoleView(name, weight, scaled);
    }
}
