package dev.skillpod.app.serving;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds the ids that look most like a text: by the Dice coefficient of letter pairs (Dice 1945), the start and end of the
 * text counted as letters, so that short names share pairs too. Immutable and thread-safe.
 */
final class NearestNames {
    private static final int LONGEST_TEXT = 100;

    private final List<Name> names;
    private final Map<Integer, int[]> postings;

    /** A text under which an id is known. */
    record Entry(String id, String text) {}

    private record Name(String id, int pairs) {}

    private record Match(String id, double similarity) {}

    NearestNames(List<Entry> entries) {
        this.names = new ArrayList<>(entries.size());
        var growing = new HashMap<Integer, List<Integer>>();
        for (Entry entry : entries) {
            Set<Integer> pairs = pairs(entry.text());
            for (Integer pair : pairs) {
                growing.computeIfAbsent(pair, p -> new ArrayList<>()).add(names.size());
            }
            names.add(new Name(entry.id(), pairs.size()));
        }
        this.postings = HashMap.newHashMap(growing.size());
        growing.forEach((pair, list) ->
                postings.put(pair, list.stream().mapToInt(Integer::intValue).toArray()));
    }

    /** Returns up to {@code count} different ids, most similar first; none when no letter pair is shared. */
    List<String> nearest(String text, int count) {
        Set<Integer> wanted = pairs(text);
        int[] shared = new int[names.size()];
        var touched = new ArrayList<Integer>();
        for (Integer pair : wanted) {
            for (int name : postings.getOrDefault(pair, new int[0])) {
                if (shared[name]++ == 0) {
                    touched.add(name);
                }
            }
        }
        var ids = new LinkedHashSet<String>();
        touched.stream()
                .map(i -> new Match(
                        names.get(i).id(),
                        2.0 * shared[i] / (wanted.size() + names.get(i).pairs())))
                .sorted(Comparator.comparingDouble(Match::similarity).reversed().thenComparing(Match::id))
                .takeWhile(m -> ids.size() < count)
                .forEachOrdered(m -> ids.add(m.id()));
        return List.copyOf(ids);
    }

    private static Set<Integer> pairs(String text) {
        String cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        String padded = "^" + cut.toLowerCase(Locale.ROOT).strip() + "$";
        var pairs = new HashSet<Integer>();
        for (int i = 0; i + 1 < padded.length(); i++) {
            pairs.add(padded.charAt(i) << 16 | padded.charAt(i + 1));
        }
        return pairs;
    }
}
