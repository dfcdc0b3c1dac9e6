package dev.skillpod.app.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers opaque ids from 0 in order of first appearance. Not thread-safe while ids are added. */
public final class IdIndex {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> ids = new ArrayList<>();

    /** Returns the id's number, a new one when it was not seen before. */
    public int add(String id) {
        Integer known = numbers.putIfAbsent(id, ids.size());
        if (known != null) {
            return known;
        }
        ids.add(id);
        return ids.size() - 1;
    }

    /** Returns the id's number, or -1 when it was never added. */
    public int find(String id) {
        return numbers.getOrDefault(id, -1);
    }

    /** Returns the id of a number in [0, size). */
    public String id(int number) {
        return ids.get(number);
    }

    /** Returns how many ids there are. */
    public int size() {
        return ids.size();
    }
}
