package dev.skillpod.core.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The terms of a text and how often each occurs: words, and character n-grams for what words cannot carry.
 *
 * <p>Text is compared in NFKC and lower case. Scripts that put no space between words (Chinese, Japanese, Korean, Thai, Lao,
 * Khmer, Burmese) give all n-grams of 1 to 3 characters of each run. Other scripts give each word as it is, and the n-grams
 * of 3 and 4 characters of the word with its accents taken off and marked at its ends, so that {@code lap trinh} meets
 * {@code lập trình} and {@code networks} meets {@code networking}. N-grams of words begin with {@code #}.
 */
public final class Terms {
    private static final int LONGEST_RUN_GRAM = 3;
    private static final int SHORTEST_WORD_GRAM = 3;
    private static final int LONGEST_WORD_GRAM = 4;
    private static final String NO_SPACES =
            "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\p{IsThai}\\p{IsLao}" + "\\p{IsKhmer}\\p{IsMyanmar}";
    private static final Pattern PIECE =
            Pattern.compile("(?<run>[" + NO_SPACES + "]+)|(?<word>[[\\p{L}\\p{M}\\p{N}]&&[^" + NO_SPACES + "]]+)");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");

    private Terms() {}

    /**
     * Returns the terms of a text.
     *
     * @param text any text; blank gives none
     * @return how often each term occurs, by term
     */
    public static Map<String, Integer> of(String text) {
        var counts = new HashMap<String, Integer>();
        Matcher piece =
                PIECE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
        while (piece.find()) {
            String run = piece.group("run");
            if (run != null) {
                grams(run.codePoints().toArray(), 1, LONGEST_RUN_GRAM, "", counts);
            } else {
                String word = piece.group("word");
                counts.merge(word, 1, Integer::sum);
                grams(marked(word), SHORTEST_WORD_GRAM, LONGEST_WORD_GRAM, "#", counts);
            }
        }
        return counts;
    }

    private static int[] marked(String word) {
        String bare = ACCENT.matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd');
        return ("_" + bare + "_").codePoints().toArray();
    }

    private static void grams(int[] characters, int shortest, int longest, String mark, Map<String, Integer> counts) {
        for (int length = shortest; length <= longest; length++) {
            for (int from = 0; from + length <= characters.length; from++) {
                counts.merge(mark + new String(characters, from, length), 1, Integer::sum);
            }
        }
    }
}
