package dev.skillpod.core.recommend.state;

/**
 * How far what is said, estimated and measured of levels lies from the truth; all in levels, as standard deviations.
 *
 * @param claimed of estimates where a level was claimed, above 0
 * @param unclaimed of estimates where none was, above 0
 * @param shared the part of {@code claimed} that all claims of one learner have in common, in [0, claimed]
 * @param measurement of one measurement, above 0
 * @param keptShare part of a content's promise that who finishes it usually keeps, in [0, 1]
 */
public record LevelSpread(double claimed, double unclaimed, double shared, double measurement, double keptShare) {
    public LevelSpread {
        if (!(claimed > 0 && unclaimed > 0 && measurement > 0)) {
            throw new IllegalArgumentException("claimed, unclaimed and measurement must be above 0, were " + claimed
                    + ", " + unclaimed + ", " + measurement);
        }
        if (!(shared >= 0 && shared <= claimed)) {
            throw new IllegalArgumentException("shared must be in [0, " + claimed + "], was " + shared);
        }
        if (!(keptShare >= 0 && keptShare <= 1)) {
            throw new IllegalArgumentException("keptShare must be in [0, 1], was " + keptShare);
        }
    }

    /** What is assumed while nothing was learnt from measurements. */
    public static LevelSpread assumed() {
        return new LevelSpread(12, 20, 8, 6, 0.2);
    }

    /** Returns how many measured claims the shared error of a learner of whom nothing was measured counts for. */
    double priorCorrections() {
        double own = claimed * claimed - shared * shared + measurement * measurement;
        return shared < 1e-6 ? 1e9 : own / (shared * shared);
    }
}
