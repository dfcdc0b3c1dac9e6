package dev.skillpod.app.runtime;

import dev.skillpod.core.activity.LearnerKey;

/** Which learners the challenger answers: always the same ones for the same share, and those of a share stay in a larger one. */
final class TrafficSplit {
    private static final double RANGE = 0x1p53;

    private TrafficSplit() {}

    static boolean toChallenger(LearnerKey learner, double share) {
        return share > 0 && place(learner) < share;
    }

    /** Returns a number in [0, 1) that depends on tenant and user only; evenly spread over learners. */
    static double place(LearnerKey learner) {
        long z = mix(hash(learner.tenantId()) * 0x9E3779B97F4A7C15L + hash(learner.userId()));
        return (z >>> 11) / RANGE;
    }

    /** FNV-1a over the characters. */
    private static long hash(String text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return hash;
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
