package dev.skillpod.app.path;

import dev.skillpod.app.log.FieldReader;
import dev.skillpod.core.path.practice.Interaction;
import dev.skillpod.core.path.practice.Learner;
import dev.skillpod.core.path.practice.PracticeDynamics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads learners of a world of practice, one JSON object per line: {@code id} (default: the line, from 0), {@code state} (an ability per
 * item), {@code last} (null or missing: none yet), {@code target} (items), {@code logs} (pairs of item and 0 or 1; may be missing). Other
 * fields are left alone. {@code .gz} is read as well.
 */
public final class LearnerFile {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final double HIGHEST = 5 + 1e-9;
    private static final double LOWEST = -1e6;

    private final FieldReader reader;
    private final int items;

    private LearnerFile(FieldReader reader, int items) {
        this.reader = reader;
        this.items = items;
    }

    /**
     * Reads a file.
     *
     * @param items the number of items of the world
     * @throws IllegalArgumentException naming line, field, legal and found value, when it is not such a file or is empty
     */
    public static List<Learner> read(Path file, int items) {
        var learners = new ArrayList<Learner>();
        try (FieldReader reader = FieldReader.open(file, 1)) {
            var lines = new LearnerFile(reader, items);
            for (Optional<String[]> row = reader.next(); row.isPresent(); row = reader.next()) {
                learners.add(lines.learner(row.get()[0], learners.size()));
            }
        }
        if (learners.isEmpty()) {
            throw new IllegalArgumentException("file '" + file + "' must hold at least one learner, was empty");
        }
        return List.copyOf(learners);
    }

    private Learner learner(String text, int index) {
        JsonNode node;
        try {
            node = MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw reader.wrong("line", "a JSON object", text);
        }
        if (!node.isObject()) {
            throw reader.wrong("line", "a JSON object", text);
        }
        return new Learner(
                node.has("id") ? id(node.get("id")) : index,
                state(node.path("state")),
                last(node.path("last")),
                target(node.path("target")),
                logs(node.path("logs")));
    }

    private long id(JsonNode node) {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw reader.wrong("id", "a whole number", node.toString());
        }
        return node.longValue();
    }

    private double[] state(JsonNode node) {
        String legal = "an array of " + items + " numbers, at most 5";
        if (!node.isArray() || node.size() != items) {
            throw reader.wrong("state", legal, shown(node));
        }
        var state = new double[items];
        for (int i = 0; i < items; i++) {
            JsonNode ability = node.get(i);
            if (!ability.isNumber() || !(ability.doubleValue() <= HIGHEST && ability.doubleValue() >= LOWEST)) {
                throw reader.wrong("state", legal, shown(ability));
            }
            state[i] = ability.doubleValue();
        }
        return state;
    }

    private int last(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? PracticeDynamics.NO_ITEM : item("last", node);
    }

    private int[] target(JsonNode node) {
        if (!node.isArray() || node.isEmpty()) {
            throw reader.wrong("target", "an array of items, at least one", shown(node));
        }
        int[] target = node.valueStream()
                .mapToInt(item -> item("target", item))
                .sorted()
                .toArray();
        for (int i = 1; i < target.length; i++) {
            if (target[i] == target[i - 1]) {
                throw reader.wrong("target", "items that differ", shown(node));
            }
        }
        return target;
    }

    private List<Interaction> logs(JsonNode node) {
        if (node.isMissingNode()) {
            return List.of();
        }
        if (!node.isArray()) {
            throw reader.wrong("logs", "an array of pairs", shown(node));
        }
        return node.valueStream().map(this::interaction).toList();
    }

    private Interaction interaction(JsonNode pair) {
        if (!pair.isArray() || pair.size() != 2) {
            throw reader.wrong("logs", "pairs of an item and 0 or 1", shown(pair));
        }
        JsonNode answer = pair.get(1);
        boolean correct = answer.isIntegralNumber() && answer.intValue() == 1;
        if (!correct && !(answer.isIntegralNumber() && answer.intValue() == 0)) {
            throw reader.wrong("logs", "pairs of an item and 0 or 1", shown(pair));
        }
        return new Interaction(item("logs", pair.get(0)), correct);
    }

    private int item(String field, JsonNode node) {
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 0 || node.intValue() >= items) {
            throw reader.wrong(field, "items in [0, " + (items - 1) + "]", shown(node));
        }
        return node.intValue();
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "nothing" : node.toString();
    }
}
