package dev.skillpod.embedding;

import java.text.Normalizer;
import java.util.function.Predicate;

/**
 * Cleans text and cuts it into words as BERT's uncased models expect (Devlin et al. 2019; Hugging Face's BertNormalizer and
 * BertPreTokenizer): control characters vanish, accents are stripped, letters are lower-cased, and every punctuation mark
 * and every Chinese character is a word of its own.
 *
 * <p>Stateless, hence thread-safe.
 */
final class BertText {
    private BertText() {}

    /**
     * Cuts text into words, in order.
     *
     * @param text any text; lone surrogates vanish like control characters
     * @param words receives each word, never empty, until it returns false
     */
    static void forEachWord(String text, Predicate<String> words) {
        var word = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            if (isWhitespace(codePoint)) {
                if (!flush(word, words)) {
                    return;
                }
            } else if (isChinese(codePoint)) {
                if (!flush(word, words) || !flush(word.appendCodePoint(codePoint), words)) {
                    return;
                }
            } else if (!isRemoved(codePoint)) {
                word.appendCodePoint(codePoint);
            }
        }
        flush(word, words);
    }

    /** Hands over a run without white space, stripped, lower-cased and cut at its punctuation; then empties it. */
    private static boolean flush(StringBuilder run, Predicate<String> words) {
        if (run.isEmpty()) {
            return true;
        }
        String decomposed = Normalizer.normalize(run, Normalizer.Form.NFD);
        run.setLength(0);
        int at = 0;
        while (at < decomposed.length()) {
            int codePoint = decomposed.codePointAt(at);
            at += Character.charCount(codePoint);
            if (Character.getType(codePoint) == Character.NON_SPACING_MARK) {
                continue;
            }
            if (isPunctuation(codePoint)) {
                if (!emit(run, words) || !words.test(Character.toString(codePoint))) {
                    return false;
                }
            } else {
                // Letter by letter on purpose: the model never saw the Greek final sigma that String.toLowerCase
                // writes.
                run.appendCodePoint(Character.toLowerCase(codePoint));
            }
        }
        return emit(run, words);
    }

    private static boolean emit(StringBuilder word, Predicate<String> words) {
        if (word.isEmpty()) {
            return true;
        }
        boolean more = words.test(word.toString());
        word.setLength(0);
        return more;
    }

    private static boolean isWhitespace(int codePoint) {
        return switch (codePoint) {
            case '\t', '\n', '\r' -> true;
            default -> Character.isSpaceChar(codePoint);
        };
    }

    private static boolean isRemoved(int codePoint) {
        return codePoint == 0xFFFD
                || switch (Character.getType(codePoint)) {
                    case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE -> true;
                    default -> false;
                };
    }

    private static boolean isPunctuation(int codePoint) {
        if (codePoint < 128) {
            return (codePoint >= 33 && codePoint <= 47)
                    || (codePoint >= 58 && codePoint <= 64)
                    || (codePoint >= 91 && codePoint <= 96)
                    || (codePoint >= 123 && codePoint <= 126);
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    /** Whether the character is in one of the blocks of CJK ideographs (which Korean and Japanese syllables are not). */
    private static boolean isChinese(int codePoint) {
        return (codePoint >= 0x4E00 && codePoint <= 0x9FFF)
                || (codePoint >= 0x3400 && codePoint <= 0x4DBF)
                || (codePoint >= 0x20000 && codePoint <= 0x2A6DF)
                || (codePoint >= 0x2A700 && codePoint <= 0x2B73F)
                || (codePoint >= 0x2B740 && codePoint <= 0x2B81F)
                || (codePoint >= 0x2B920 && codePoint <= 0x2CEAF)
                || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
                || (codePoint >= 0x2F800 && codePoint <= 0x2FA1F);
    }
}
