package dev.skillpod.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What sets two versions of a model apart.
 *
 * @param metrics metrics of both, ordered by name
 * @param parameters parameters that are not the same, the program included, ordered by name
 * @param rows row counts of both, ordered by name
 */
public record ModelDifference(List<Figure> metrics, List<Wording> parameters, List<Figure> rows) {
    /** A number of both; null where a version has none. */
    public record Figure(
            String name, @Nullable Double from, @Nullable Double to) {
        /** Returns by how much it is greater in the second; null when one has none. */
        public @Nullable Double change() {
            return from == null || to == null ? null : to - from;
        }
    }

    /** A text of both; null where a version has none. */
    public record Wording(
            String name, @Nullable String from, @Nullable String to) {}

    /** Compares two provenances. */
    public static ModelDifference between(Provenance from, Provenance to) {
        var parameters = new ArrayList<Wording>();
        for (String name : names(from.parameters(), to.parameters())) {
            add(parameters, name, from.parameters().get(name), to.parameters().get(name));
        }
        add(parameters, "code_version", from.codeVersion(), to.codeVersion());
        add(parameters, "seed", Long.toString(from.seed()), Long.toString(to.seed()));
        add(parameters, "data_from", from.dataFrom().toString(), to.dataFrom().toString());
        add(
                parameters,
                "data_until",
                from.dataUntil().toString(),
                to.dataUntil().toString());
        add(parameters, "data_source", from.dataSource(), to.dataSource());
        return new ModelDifference(
                figures(from.metrics(), to.metrics()), parameters, figures(from.rowCounts(), to.rowCounts()));
    }

    private static void add(List<Wording> to, String name, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            to.add(new Wording(name, before, after));
        }
    }

    private static List<Figure> figures(Map<String, ? extends Number> from, Map<String, ? extends Number> to) {
        return names(from, to).stream()
                .map(name -> new Figure(name, number(from.get(name)), number(to.get(name))))
                .toList();
    }

    private static @Nullable Double number(@Nullable Number number) {
        return number == null ? null : number.doubleValue();
    }

    private static TreeSet<String> names(Map<String, ?> from, Map<String, ?> to) {
        var names = new TreeSet<String>(from.keySet());
        names.addAll(to.keySet());
        return names;
    }
}
