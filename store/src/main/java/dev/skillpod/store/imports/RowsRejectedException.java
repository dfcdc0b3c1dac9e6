package dev.skillpod.store.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Rows of a batch that may not be stored; nothing of the batch was. */
public final class RowsRejectedException extends RuntimeException {
    private final transient Map<Integer, String> problems;

    /**
     * Names rows by their place.
     *
     * @param problems what is wrong with each bad row, such as {@code level_to: must be in [0, 100], was 101}, by its place
     *     in the list that was handed over, from 0
     */
    public RowsRejectedException(Map<Integer, String> problems) {
        super("rejected: " + problems);
        this.problems = Map.copyOf(problems);
    }

    /**
     * Names rows by their ids.
     *
     * @param rows the list that was handed over
     * @param id the id of a row
     * @param problems what is wrong with each bad row, by its id
     */
    public static <T, K> RowsRejectedException naming(List<T> rows, Function<T, K> id, Map<K, String> problems) {
        var byPlace = new HashMap<Integer, String>();
        for (int i = 0; i < rows.size(); i++) {
            String problem = problems.get(id.apply(rows.get(i)));
            if (problem != null) {
                byPlace.put(i, problem);
            }
        }
        return new RowsRejectedException(byPlace);
    }

    /** Returns what is wrong with each bad row, by its place in the list. */
    public Map<Integer, String> problems() {
        return problems;
    }
}
