package dev.skillpod.embedding;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Cuts words into the longest pieces a vocabulary knows, from the left (WordPiece; Wu et al. 2016, section 4.1).
 *
 * <p>A word of which some part is in no piece becomes one {@code [UNK]}. The names of special tokens inside a text, such as
 * {@code [SEP]}, are text like any other, so that a caller cannot forge them; that is where this tokenizer differs from the
 * Hugging Face library. Immutable and thread-safe.
 */
final class WordPieceTokenizer {
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> starts = new HashMap<>();
    private final Map<String, Integer> continuations = new HashMap<>();
    private final int unknown;
    private final int first;
    private final int last;

    /**
     * Creates a tokenizer.
     *
     * @param vocabulary ids by piece; pieces inside a word begin with {@code ##}
     * @throws IllegalArgumentException when {@code [UNK]}, {@code [CLS]} or {@code [SEP]} is missing
     */
    WordPieceTokenizer(Map<String, Integer> vocabulary) {
        vocabulary.forEach((piece, id) -> {
            starts.put(piece, id);
            if (piece.startsWith("##")) {
                continuations.put(piece.substring(2), id);
            }
        });
        unknown = special(vocabulary, "[UNK]");
        first = special(vocabulary, "[CLS]");
        last = special(vocabulary, "[SEP]");
    }

    private static int special(Map<String, Integer> vocabulary, String token) {
        Integer id = vocabulary.get(token);
        if (id == null) {
            throw new IllegalArgumentException(
                    "vocabulary must hold " + token + ", held " + vocabulary.size() + " others");
        }
        return id;
    }

    /**
     * Turns text into ids.
     *
     * @param text any text; what does not fit is not read
     * @param limit the most ids to return, at least 2
     * @return {@code [CLS]}, the pieces in order, {@code [SEP]}; at least 2 and at most {@code limit} ids
     */
    int[] encode(String text, int limit) {
        var ids = new Ids(limit - 1);
        ids.add(first);
        BertText.forEachWord(text, word -> {
            addPieces(word, ids);
            return !ids.isFull();
        });
        return ids.endedBy(last);
    }

    private void addPieces(String word, Ids ids) {
        if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
            ids.add(unknown);
            return;
        }
        int mark = ids.size;
        int from = 0;
        while (from < word.length()) {
            Map<String, Integer> pieces = from == 0 ? starts : continuations;
            int to = word.length();
            Integer id = pieces.get(word.substring(from, to));
            while (id == null && --to > from) {
                id = pieces.get(word.substring(from, to));
            }
            if (id == null) {
                ids.size = mark;
                ids.add(unknown);
                return;
            }
            ids.add(id);
            from = to;
        }
    }

    /** A list of ids that counts on beyond its limit but keeps only what fits, so that an unknown word can be undone. */
    private static final class Ids {
        private final int limit;
        private int[] values = new int[16];
        private int size;

        Ids(int limit) {
            this.limit = limit;
        }

        void add(int id) {
            if (size < limit) {
                if (size == values.length) {
                    values = Arrays.copyOf(values, 2 * size);
                }
                values[size] = id;
            }
            size++;
        }

        boolean isFull() {
            return size >= limit;
        }

        int[] endedBy(int id) {
            int kept = Math.min(size, limit);
            int[] ended = Arrays.copyOf(values, kept + 1);
            ended[kept] = id;
            return ended;
        }
    }
}
