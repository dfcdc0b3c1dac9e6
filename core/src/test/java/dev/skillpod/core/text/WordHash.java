package dev.skillpod.core.text;

import java.util.Locale;
import java.util.SplittableRandom;

/** Embeds a text as the sum of one fixed direction per word: texts that share words are near each other. */
public final class WordHash implements TextEmbedder {
    @Override
    public String modelName() {
        return "word-hash";
    }

    @Override
    public int dimension() {
        return 64;
    }

    @Override
    public float[] embed(String text) {
        var sum = new float[dimension()];
        for (String word : text.toLowerCase(Locale.ROOT).split("\\W+")) {
            var random = new SplittableRandom(word.hashCode() * 31L);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += (float) random.nextGaussian();
            }
        }
        double norm = 0;
        for (float x : sum) {
            norm += x * x;
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= (float) Math.sqrt(norm);
        }
        return sum;
    }
}
