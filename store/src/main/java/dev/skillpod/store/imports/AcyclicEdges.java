package dev.skillpod.store.imports;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Prerequisites met so far, so that the row that would close a cycle is known. Memory grows with the prerequisites, not
 * with the rows of other files. Not thread-safe.
 */
final class AcyclicEdges {
    private final Map<String, Set<String>> required = new HashMap<>();

    /** Adds that {@code id} requires {@code other}, unchecked. */
    void add(String id, String other) {
        required.computeIfAbsent(id, key -> new LinkedHashSet<>()).add(other);
    }

    /** Returns the cycle that {@code id} requiring {@code other} would close, in words; empty when there would be none. */
    Optional<String> cycle(String id, String other) {
        var from = new LinkedHashMap<String, @Nullable String>();
        Deque<String> open = new ArrayDeque<>(List.of(other));
        from.put(other, null);
        while (!open.isEmpty()) {
            String at = open.remove();
            if (at.equals(id)) {
                return Optional.of(id + " -> " + path(from, at));
            }
            for (String next : required.getOrDefault(at, Set.of())) {
                if (!from.containsKey(next)) {
                    from.put(next, at);
                    open.add(next);
                }
            }
        }
        return Optional.empty();
    }

    private static String path(Map<String, @Nullable String> from, String end) {
        var path = new ArrayList<String>();
        for (String at = end; at != null; at = from.get(at)) {
            path.addFirst(at);
        }
        return String.join(" -> ", path);
    }
}
